import { formatOffer } from '../../../shared/jm/offer.ts';
import type { OfferSettings } from '../../maker/offers.ts';
import type { WalletContext } from '../../runtime/context.ts';
import { MakerRunner } from '../../runtime/maker-runner.ts';
import { callMessages } from '../../runtime/net-vm.ts';
import { interruptSignal } from '../interrupt.ts';
import { withWallet, type CommandContext } from '../open.ts';
import type { Invocation } from '../program.ts';
import { withChain } from '../sync.ts';
import { printable } from '../terminal.ts';

/** Offers coins to takers until interrupted. */
export async function maker(
  command: CommandContext,
  invocation: Extract<Invocation, { command: 'maker' }>,
): Promise<void> {
  const { terminal } = command;
  const interrupt = interruptSignal();
  await withWallet(command, (wallet) =>
    withChain(
      wallet,
      terminal,
      async (client) => {
        const messages = await callMessages(wallet);
        try {
          const runner = new MakerRunner(wallet, client, messages, settingsOf(wallet, invocation), {
            report: (text) => {
              terminal.note(
                `${terminal.paint('dim', new Date().toISOString().slice(11, 19))} ${printable(text, 400)}`,
              );
            },
            onReady: (nick, offers) => {
              terminal.line(`Offering as ${nick}; ctrl-C stops.`);
              terminal.data({ event: 'ready', nick, offers: offers.map(formatOffer) });
            },
            signal: interrupt,
          });
          await runner.run();
          terminal.line('Stopped.');
        } finally {
          await messages.close();
        }
      },
      interrupt,
    ),
  );
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
