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
  readonly makerTimeoutSeconds: number;
  readonly ownCoins: ReadonlySet<OutpointKey>;
  /** Our scripts in the transaction, as hex. */
  readonly ownScripts: ReadonlySet<string>;
}

/** How far one maker has come. */
export type MakerProgress =
  | { readonly step: 'asked' }
  /** It took our `fill`; our coin is not proven to it before every maker has answered. */
  | { readonly step: 'answered'; readonly makerKey: BoxPublicKey }
  | { readonly step: 'authorised'; readonly makerKey: BoxPublicKey }
  | {
      readonly step: 'checking';
      readonly makerKey: BoxPublicKey;
      readonly command: IoauthCommand;
      readonly scripts: Scripts;
    }
  | { readonly step: 'ready'; readonly makerKey: BoxPublicKey; readonly maker: ReadyMaker }
  | { readonly step: 'failed'; readonly makerKey: BoxPublicKey | null; readonly reason: string };

export type MakerTable = ReadonlyMap<Nick, MakerProgress>;

/** The states of a round. */
export type RoundState =
  | { readonly phase: 'gathering'; readonly makers: MakerTable }
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
  | { readonly event: 'timeout'; readonly timer: RoundTimer }
  | { readonly event: 'cancel' };

/** What the runtime has to do, in this order. */
export type RoundEffect =
  | { readonly effect: 'send'; readonly to: Nick; readonly command: PrivateCommand }
  | { readonly effect: 'look-up'; readonly nick: Nick; readonly coins: readonly Outpoint[] }
  | { readonly effect: 'timer'; readonly timer: RoundTimer; readonly seconds: number }
  | { readonly effect: 'build'; readonly makers: readonly ReadyMaker[] }
  /** Every foreign input is signed and verified: the wallet may look at all of it once more and sign. */
  | { readonly effect: 'complete' }
  | { readonly effect: 'report'; readonly nick: Nick | null; readonly text: string };
