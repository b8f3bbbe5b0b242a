import type { Sats } from '../../shared/bitcoin/amount.ts';
import type { Network } from '../../shared/bitcoin/network.ts';
import type { Outpoint, OutpointKey } from '../../shared/bitcoin/outpoint.ts';
import type { VerifiedCoin } from '../../shared/bridge/chain.ts';
import type { BoxPublicKey, IoauthCommand, Nick, PrivateCommand } from '../../shared/jm/command.ts';
import type { Podle } from '../../shared/jm/podle/create.ts';
import type { InputWitness } from '../coinjoin/input-witness.ts';
import type { ReadyMaker, UnsignedJoin } from '../coinjoin/join.ts';
import type { Scripts } from './check-ioauth.ts';
import type { Candidate } from './choose/candidate.ts';

/** What a round is about; fixed before the first message leaves. */
export interface RoundTerms {
  readonly network: Network;
  readonly amount: Sats;
  readonly makers: readonly Candidate[];
  /** The taker's public box key of this attempt; the secret one stays with the session. */
  readonly takerKey: BoxPublicKey;
  readonly podle: Podle;
  readonly minimumMakers: number;
  readonly maxCoinsPerMaker: number;
  /** Sats that a maker's coin must be worth, so that it pays for its own input. 0 when left out. */
  readonly leastCoinValue?: Sats;
  readonly makerTimeoutSeconds: number;
  /** Makers that may replace others, the first ones first; none when left out. */
  readonly spares?: readonly Candidate[];
  /** Sats that the makers may cost together, less what they give to the miner; a replacement must fit. No limit when left out. */
  readonly feeBudget?: bigint;
  readonly ownCoins: ReadonlySet<OutpointKey>;
  /** Our scripts in the transaction, as hex. */
  readonly ownScripts: ReadonlySet<string>;
}

/** What a maker is out for. `blacklisted`: it refused our commitment, which is no fault of its own. */
export type Fault = 'declined' | 'blacklisted' | 'silent' | 'left' | 'broke-rule';

/** How far one maker has come. */
export type MakerProgress =
  | { readonly step: 'asked'; readonly podle: Podle }
  /** It took our `fill`; our coin is not proven to it before every maker has answered. */
  | { readonly step: 'answered'; readonly makerKey: BoxPublicKey; readonly podle: Podle }
  | { readonly step: 'authorised'; readonly makerKey: BoxPublicKey }
  | {
      readonly step: 'checking';
      readonly makerKey: BoxPublicKey;
      readonly command: IoauthCommand;
      readonly scripts: Scripts;
    }
  | { readonly step: 'ready'; readonly makerKey: BoxPublicKey; readonly maker: ReadyMaker }
  | {
      readonly step: 'failed';
      readonly makerKey: BoxPublicKey | null;
      readonly reason: string;
      readonly fault: Fault;
    };

export type MakerTable = ReadonlyMap<Nick, MakerProgress>;

/** How the search for makers stands. */
export interface Search {
  /** Whether our coin was proven to anybody. */
  readonly stage: 'fill' | 'auth';
  /** How often makers were replaced in this stage. */
  readonly passes: number;
  /** Whom the last `fill` went to; empty once their answers were judged. */
  readonly asked: readonly Nick[];
  /** What makers are asked with now. */
  readonly podle: Podle;
  /** Commitments that this round has used. */
  readonly commitments: number;
  /** True while the next commitment is being written down. */
  readonly committing: boolean;
}

/** The states of a round. */
export type RoundState =
  | { readonly phase: 'gathering'; readonly makers: MakerTable; readonly search: Search }
  /** Enough makers are ready; the transaction is being built. */
  | { readonly phase: 'building'; readonly makers: MakerTable; readonly ready: readonly ReadyMaker[] }
  | {
      readonly phase: 'signing';
      readonly makers: MakerTable;
      readonly join: UnsignedJoin;
      /** Witnesses of foreign inputs by position. */
      readonly witnesses: ReadonlyMap<number, InputWitness>;
    }
  | {
      readonly phase: 'complete';
      readonly makers: MakerTable;
      readonly join: UnsignedJoin;
      readonly witnesses: ReadonlyMap<number, InputWitness>;
    }
  | { readonly phase: 'failed'; readonly makers: MakerTable; readonly failure: RoundFailure };

/** Why a round came to nothing, with what is known of each maker. */
export interface RoundFailure {
  readonly cause: 'too-few-makers' | 'missing-signatures' | 'cannot-build' | 'cancelled';
  readonly reasons: ReadonlyMap<Nick, string>;
  readonly faults: ReadonlyMap<Nick, Fault>;
  /** Makers that did all that was asked of them; a new attempt may be made with these alone. */
  readonly honest: readonly Nick[];
}

/** What is waited for: answers to `fill`, to `auth`, to `tx`. */
export type RoundTimer = 'fill' | 'gather' | 'sign';

/** What happens to a round. */
export type RoundEvent =
  | { readonly event: 'start' }
  | { readonly event: 'message'; readonly from: Nick; readonly command: PrivateCommand }
  /** The coins of an `ioauth`, in its order; null where the evidence does not hold. */
  | { readonly event: 'coins'; readonly nick: Nick; readonly coins: readonly (VerifiedCoin | null)[] }
  | { readonly event: 'built'; readonly join: UnsignedJoin }
  | { readonly event: 'cannot-build'; readonly reason: string }
  | { readonly event: 'left'; readonly nick: Nick }
  /** The next commitment is on disk; or there is none. */
  | { readonly event: 'committed'; readonly podle: Podle | null }
  | { readonly event: 'timeout'; readonly timer: RoundTimer }
  | { readonly event: 'cancel' };

/** What the runtime has to do, in this order. */
export type RoundEffect =
  | { readonly effect: 'send'; readonly to: Nick; readonly command: PrivateCommand }
  | { readonly effect: 'look-up'; readonly nick: Nick; readonly coins: readonly Outpoint[] }
  /** Write the next commitment down, and tell it by `committed`. */
  | { readonly effect: 'commit' }
  /** A timer of the same name that runs is over. */
  | { readonly effect: 'timer'; readonly timer: RoundTimer; readonly seconds: number }
  | { readonly effect: 'build'; readonly makers: readonly ReadyMaker[] }
  /** Every foreign input is signed and verified: the wallet may look at all of it once more and sign. */
  | { readonly effect: 'complete' }
  | { readonly effect: 'report'; readonly nick: Nick | null; readonly text: string };
