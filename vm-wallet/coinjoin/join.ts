import type { Sats } from '../../shared/bitcoin/amount.ts';
import type { Outpoint } from '../../shared/bitcoin/outpoint.ts';
import type { VerifiedCoin } from '../../shared/bridge/chain.ts';
import type { Nick, Offer } from '../../shared/jm/command.ts';

/** A coin that goes into a CoinJoin, with proven value and script. */
export interface JoinInput extends Outpoint {
  readonly value: Sats;
  readonly scriptPubKey: Uint8Array;
}

/** A maker that passed every check and takes part. */
export interface ReadyMaker {
  readonly nick: Nick;
  readonly offer: Offer;
  /** What it earns. */
  readonly fee: Sats;
  readonly coins: readonly VerifiedCoin[];
  readonly coinjoinScript: Uint8Array;
  readonly changeScript: Uint8Array;
  readonly change: Sats;
}

/** The taker's side of a CoinJoin. */
export interface TakerSide {
  readonly coins: readonly JoinInput[];
  readonly destinationScript: Uint8Array;
  /** Null in a sweep. */
  readonly changeScript: Uint8Array | null;
}

/** An unsigned CoinJoin with what is known about its parts. */
export interface UnsignedJoin {
  /** Serialized without witnesses, as `tx` carries it. */
  readonly raw: Uint8Array;
  /** In the order of the transaction; `owner` is null for our own coins. */
  readonly inputs: readonly (JoinInput & { readonly owner: Nick | null })[];
  readonly amount: Sats;
  readonly locktime: number;
  readonly makers: readonly ReadyMaker[];
  readonly coinjoinFees: Sats;
  /** What all inputs are worth more than all outputs. */
  readonly minerFee: Sats;
  /** Our change; 0 when it was dropped as dust. */
  readonly change: Sats;
}
