import { parseOutpoint } from '../../../shared/bitcoin/outpoint.ts';
import type { ChainClient } from '../../../shared/bridge/chain.ts';
import { visibleAscii } from '../../../shared/visible-text.ts';
import { createBondAnnouncer, type BondAnnouncer } from '../../bonds/announcement.ts';
import type { OfferSettings } from '../../maker/offers.ts';
import type { WalletContext } from '../../runtime/context.ts';
import { keepServing } from '../../runtime/keep-serving.ts';
import { noticeText, type Tell } from '../../runtime/maker-notice.ts';
import { MakerRunner } from '../../runtime/maker-runner.ts';
import { callMessages } from '../../runtime/net-vm.ts';
import { keepHeapSmall } from '../../runtime/small-heap.ts';
import type { CommandContext } from '../command-context.ts';
import { UsageError } from '../failure.ts';
import { interruptSignal } from '../interrupt.ts';
import type { MakerInvocation } from '../invocation/maker.ts';
import { withWallet } from '../open.ts';
import { requireNative } from '../require-native.ts';
import { withChain } from '../sync.ts';
import type { Terminal } from '../terminal.ts';

/** Offers coins to takers until interrupted. */
export async function maker(command: CommandContext, invocation: MakerInvocation): Promise<void> {
  const { terminal } = command;
  keepHeapSmall();
  const interrupt = interruptSignal();
  await withWallet(command, async (wallet) => {
    requireNative(wallet.store.state);
    const show = teller(terminal);
    let onUp: () => void = () => undefined;
    // Made behind the first synchronisation: which bond is the best one, the chain says.
    let runner: MakerRunner | null = null;
    const begin = (): MakerRunner => {
      const bond = bondOf(wallet, invocation);
      for (const text of bond?.notices() ?? []) show({ event: 'warning', text });
      return new MakerRunner(wallet, {
        settings: settingsOf(wallet, invocation),
        bond,
        tell: (notice) => {
          if (notice.event === 'ready') onUp();
          show(notice);
        },
        signal: interrupt,
      });
    };
    const serve = (up: () => void): Promise<void> => {
      onUp = up;
      return withChain(
        wallet,
        terminal,
        (chain) => serveMessages(wallet, (runner ??= begin()), chain),
        interrupt,
      );
    };
    const report = (text: string): void => {
      show({ event: 'note', text });
    };
    await keepServing(serve, { signal: interrupt, random: wallet.random, report });
    terminal.line('Stopped.');
  });
}

/** Events on stdout for scripts, sentences with the time on stderr for people. */
function teller(terminal: Terminal): Tell {
  return (notice) => {
    if (notice.event !== 'note') terminal.data(notice);
    if (notice.event === 'ready') {
      terminal.line(`Offering as ${notice.nick}; ctrl-C stops.`);
      return;
    }
    const time = new Date().toISOString().slice(11, 19);
    terminal.note(`${terminal.paint('dim', time)} ${visibleAscii(noticeText(notice), 400)}`);
  };
}

async function serveMessages(wallet: WalletContext, runner: MakerRunner, chain: ChainClient): Promise<void> {
  const messages = await callMessages(wallet);
  try {
    await runner.serve({ chain, messages });
  } finally {
    await messages.close();
  }
}

function settingsOf(wallet: WalletContext, { ordertype, minsize }: MakerInvocation): OfferSettings {
  const { maker: config } = wallet.config;
  const orderType =
    ordertype === 'both' || ordertype === 'absoffer' || ordertype === 'reloffer'
      ? ordertype
      : config.orderType;
  return { ...config, orderType, minSize: minsize ?? config.minSize };
}

/** The bond to announce: the one that was named, or the best one, or none where the user wants none or has none. */
function bondOf(wallet: WalletContext, { bond }: MakerInvocation): BondAnnouncer | null {
  if (bond === false) return null;
  if (bond === undefined) return createBondAnnouncer(wallet);
  const announcer = createBondAnnouncer(wallet, parseOutpoint(bond));
  if (announcer === null) {
    throw new UsageError('usage', `${bond} is no fidelity bond that can be announced`, {
      cure: '"jm-wallet bond list" shows those that can.',
    });
  }
  return announcer;
}
