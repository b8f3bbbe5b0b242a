import type { JoinMarketConfig } from '../../shared/config/joinmarket-cfg.ts';
import type { Random } from '../../shared/crypto/random.ts';
import type { Approvals, ApprovedBy } from '../rules/spending/approvals.ts';
import type { StateStore } from '../store/wallet-store.ts';
import type { ReadonlyTumble } from '../tumbler/next-move.ts';
import type { CoinjoinRequest } from './coinjoin-plan.ts';
import type { RoundApproval } from './tumble-round.ts';
import type { TumbleWish } from './tumble-wish.ts';

/** What a plan needs of an open wallet. */
export interface TumbleContext {
  readonly store: StateStore;
  readonly config: JoinMarketConfig;
  readonly headers: { readonly chain: { readonly height: number } };
  readonly approvals: Pick<Approvals, 'note'>;
  readonly random: Random;
  /** Unix seconds. */
  readonly now: () => number;
}

/** A CoinJoin that is out. */
export interface JoinedRound {
  readonly txid: string;
  readonly join: {
    readonly amount: bigint;
    readonly coinjoinFees: bigint;
    readonly makers: readonly { readonly nick: string }[];
  };
}

/** The world of a plan that runs. */
export interface TumbleWorld {
  /** sat/kvB. @throws FeeError, BridgeError */
  readonly feeRate: () => Promise<number>;
  /**
   * One CoinJoin, from the order book to the broadcast.
   * @param lastMakers Makers of the entry before, who are to be left out as long as there are enough others.
   */
  readonly join: (
    request: CoinjoinRequest,
    lastMakers: ReadonlySet<string>,
    approval: RoundApproval,
  ) => Promise<JoinedRound>;
  /** Waits for a block that is booked, or so many seconds. */
  readonly wait: (seconds: number) => Promise<void>;
  /** Is a maker for so many seconds at most; comes back early when nobody asks. */
  readonly serve: (seconds: number) => Promise<void>;
  /** Gives the node once more what waits for a block. */
  readonly broadcastAgain: () => Promise<void>;
  /** What another process asks for, until it is dropped. */
  readonly wish: { readonly read: () => TumbleWish | null; readonly drop: () => void };
  /** Told after every change on disk. */
  readonly onProgress: (tumble: ReadonlyTumble) => void;
  readonly report: (text: string) => void;
  /** Who said yes to the whole plan. */
  readonly approvedBy: ApprovedBy;
  readonly signal: AbortSignal;
}

/** How a run ended. */
export type TumbleEnd = 'done' | 'paused' | 'cancelled' | 'interrupted';
