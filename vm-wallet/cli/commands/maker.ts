import { formatOffer } from '../../../shared/jm/offer.ts';
import type { ChainClient } from '../../../shared/bridge/chain.ts';
import type { OfferSettings } from '../../maker/offers.ts';
import type { WalletContext } from '../../runtime/context.ts';
import { keepServing } from '../../runtime/keep-serving.ts';
import { MakerRunner } from '../../runtime/maker-runner.ts';
import { callMessages } from '../../runtime/net-vm.ts';
import { interruptSignal } from '../interrupt.ts';
import type { CommandContext } from '../command-context.ts';
import { withWallet } from '../open.ts';
import type { Invocation } from '../program.ts';
import { requireNative } from '../require-native.ts';
import { withChain } from '../sync.ts';
import { printable } from '../terminal.ts';

/** Offers coins to takers until interrupted. */
export async function maker(
  command: CommandContext,
  invocation: Extract<Invocation, { command: 'maker' }>,
): Promise<void> {
  const { terminal } = command;
  const interrupt = interruptSignal();
  const report = (text: string): void => {
    terminal.note(`${terminal.paint('dim', new Date().toISOString().slice(11, 19))} ${printable(text, 400)}`);
  };
  await withWallet(command, async (wallet) => {
    requireNative(wallet.store.state);
    let onUp: () => void = () => undefined;
    const runner = new MakerRunner(wallet, settingsOf(wallet, invocation), {
      report,
      onReady: (nick, offers) => {
        onUp();
        terminal.line(`Offering as ${nick}; ctrl-C stops.`);
        terminal.data({ event: 'ready', nick, offers: offers.map(formatOffer) });
      },
      signal: interrupt,
    });
    const serve = (up: () => void): Promise<void> => {
      onUp = up;
      return withChain(wallet, terminal, (chain) => serveMessages(wallet, runner, chain), interrupt);
    };
    await keepServing(serve, { signal: interrupt, random: wallet.random, report });
    terminal.line('Stopped.');
  });
}

async function serveMessages(wallet: WalletContext, runner: MakerRunner, chain: ChainClient): Promise<void> {
  const messages = await callMessages(wallet);
  try {
    await runner.serve({ chain, messages });
  } finally {
    await messages.close();
  }
}

function settingsOf(
  wallet: WalletContext,
  { ordertype, minsize }: Extract<Invocation, { command: 'maker' }>,
): OfferSettings {
  const { maker: config } = wallet.config;
  const orderType =
    ordertype === 'both' || ordertype === 'absoffer' || ordertype === 'reloffer'
      ? ordertype
      : config.orderType;
  return { ...config, orderType, minSize: minsize ?? config.minSize };
}
