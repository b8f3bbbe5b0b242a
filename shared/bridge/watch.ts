import type { Outpoint, Txid } from '../bitcoin/outpoint.ts';

/**
 * The watch of the net VM, part of `jm.Messages`: what the wallet asks it to watch, and what it noticed. All of it is advice from
 * somebody who may lie: the wallet shows it, and acts only on what it finds on its own verified chain.
 */

/** A signed transaction of ours that waits for a block. The net VM was handed it for broadcast, so its outpoints are no news to it. */
export interface WatchedJoin {
  readonly txid: Txid;
  readonly inputs: readonly Outpoint[];
  /** How many outputs it has. */
  readonly outputs: number;
}

export const MAX_WATCHED_JOINS = 50;
/** Of one transaction, in each direction; more are not looked at. */
export const MAX_WATCHED_COINS = 400;
/** Of all watched transactions together, so that the request fits its frame with room to spare. */
export const MAX_WATCHED_COINS_IN_ALL = 1000;

/** Where the net VM's clock or its node sees the chain; `well` after one of the others has passed. */
export type TipFinding =
  'well' | 'no-block' | 'behind-headers' | 'behind-peers' | 'no-peers' | 'syncing' | 'unreachable';

/**
 * What became of a watched transaction: in the mempool, out of it again, in a block; another transaction spends one of its coins
 * (`conflict`), and did so after the mempool had ours (`replaced`).
 */
export type JoinFinding = 'in-mempool' | 'dropped' | 'confirmed' | 'conflict' | 'replaced';

export type BondFinding = 'certificate-ends' | 'certificate-ended' | 'unlocks' | 'unlocked' | 'spent';

/** `silent`: connected, and nothing came for long. */
export type DirectoryFinding = 'up' | 'silent' | 'down';

/** `unanswered`: who asks for offers on this directory gets none of ours. */
export type OwnOffersFinding = 'seen' | 'unanswered' | 'unreachable';

/** What the watch noticed; each is told once, when it changes. */
export type WatchNotice =
  | {
      readonly about: 'join';
      readonly txid: Txid;
      readonly finding: JoinFinding;
      /** Of a conflict: whether a block has it already. */
      readonly inBlock: boolean;
      /** Of a conflict: what spends the coin instead, where the node can name it. */
      readonly spender: Txid | null;
    }
  | {
      readonly about: 'bond';
      readonly txid: Txid;
      readonly vout: number;
      readonly finding: BondFinding;
      /** Blocks to the end of a certificate, or days to that of a bond; 0 when it has passed. */
      readonly left: number;
    }
  | {
      readonly about: 'tip';
      readonly finding: TipFinding;
      readonly height: number;
      /** Blocks that the node is behind, or minutes since the last block. */
      readonly behind: number;
    }
  | {
      readonly about: 'directory';
      readonly directory: string;
      readonly finding: DirectoryFinding;
      /** Of its last answer; null while none was timed. */
      readonly latencyMs: number | null;
      readonly minutes: number;
      /** Why it is down, for people. */
      readonly detail: string;
    }
  | {
      readonly about: 'own-offers';
      readonly directory: string;
      readonly finding: OwnOffersFinding;
      readonly offers: number;
    };
