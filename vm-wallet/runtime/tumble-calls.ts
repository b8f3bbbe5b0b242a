import type { ChainClient } from '../../shared/bridge/chain.ts';
import type { MessagesClient } from '../../shared/bridge/messages.ts';
import type { Nick } from '../../shared/jm/command.ts';
import { isJmError } from '../../shared/errors.ts';
import { waitForBlockOrTime } from './block-pace.ts';
import type { CoinjoinRequest } from './coinjoin-plan.ts';
import type { WalletContext } from './context.ts';
import { chooseFeeRate } from './fee-rate.ts';
import { pause } from './follow-chain.ts';
import { broadcastAgain } from './hand-over.ts';
import { leaveOutPeers } from './leave-out-peers.ts';
import { noticeText } from './maker-notice.ts';
import { MakerRunner } from './maker-runner.ts';
import { serveWhileAsked } from './serve-while-asked.ts';
import type { CoinjoinResult } from './sign-round.ts';
import { TakerRunner } from './taker-runner.ts';
import type { RoundApproval } from './tumble-round.ts';
import type { TumbleWorld } from './tumble-world.ts';

type Calls = Pick<TumbleWorld, 'feeRate' | 'join' | 'wait' | 'serve' | 'broadcastAgain'>;

/** The calls to the net VM: the one to its node is open, one to the message channels is made for each round. */
interface NetVm {
  readonly chain: ChainClient;
  readonly callMessages: () => Promise<MessagesClient>;
}

/** The clock of the plan, which a simulation lets run faster. */
interface PlanClock {
  readonly now: () => number;
  readonly pause: (seconds: number, signal: AbortSignal) => Promise<void>;
}

/** What a plan does over the net VM. */
export function callsOf(
  wallet: WalletContext,
  { chain, callMessages }: NetVm,
  { report, signal }: { readonly report: (text: string) => void; readonly signal: AbortSignal },
  clock: PlanClock = { now: wallet.now, pause },
): Calls {
  const joinWithout = async (
    request: CoinjoinRequest,
    leftOut: ReadonlySet<string>,
    approval: RoundApproval,
  ): Promise<CoinjoinResult> => {
    const messages = await callMessages();
    try {
      const heard = leaveOutPeers(messages, leftOut);
      return await new TakerRunner(wallet, chain, heard, { ...approval, report, signal }).run(request);
    } finally {
      await messages.close();
    }
  };
  return {
    feeRate: () => chooseFeeRate(chain, wallet.config.policy, wallet.random),
    join: async (request, lastMakers, approval) => {
      try {
        return await joinWithout(request, lastMakers, approval);
      } catch (error) {
        const isTooFew = isJmError(error) && error.code === 'coinjoin-too-few-makers';
        if (!isTooFew || lastMakers.size === 0) throw error;
        report('too few makers without those of the entry before; asking these, too');
        return joinWithout(request, new Set<Nick>(), approval);
      }
    },
    wait: (seconds) => waitForBlockOrTime(wallet, chain, seconds, { signal, report, pause: clock.pause }),
    serve: (seconds) =>
      serveWhileAsked({ store: wallet.store, ...clock }, seconds, signal, async (until) => {
        const messages = await callMessages();
        try {
          // No bond: it would tie what the wallet earns to what it mixes.
          const runner = new MakerRunner(wallet, {
            settings: wallet.config.maker,
            tell: (notice) => {
              report(noticeText(notice));
            },
            signal: until,
          });
          await runner.serve({ chain, messages });
        } finally {
          await messages.close();
        }
      }),
    broadcastAgain: () => broadcastAgain(wallet, chain, report),
  };
}
