import type { Sats } from '../bitcoin/amount.ts';
import type { Outpoint } from '../bitcoin/outpoint.ts';

declare const nickBrand: unique symbol;
declare const commitmentBrand: unique symbol;
declare const publicKeyBrand: unique symbol;
declare const boxKeyBrand: unique symbol;
declare const decimalBrand: unique symbol;

/** A JoinMarket nick that passed the syntax check: `J`, a digit, 14 characters (protocol/nick-and-signatures.md §1). */
export type Nick = string & { readonly [nickBrand]: true };

/** 64 lower-case hex characters: SHA-256 of P2, without the type letter (protocol/crypto.md §3). */
export type Commitment = string & { readonly [commitmentBrand]: true };

/** A compressed secp256k1 key as 66 lower-case hex characters that encode a point. */
export type PublicKeyHex = string & { readonly [publicKeyBrand]: true };

/** A Curve25519 public key as 64 lower-case hex characters. */
export type BoxPublicKey = string & { readonly [boxKeyBrand]: true };

/** A non-negative fixed-point decimal such as `0.00002`: no sign, no exponent, at most 20 characters. */
export type DecimalText = string & { readonly [decimalBrand]: true };

/** Offer types by script: none is p2pkh, `sw` p2sh-p2wpkh, `sw0` p2wpkh (protocol/messages.md §3.2). */
export type OfferType = 'reloffer' | 'absoffer' | 'swreloffer' | 'swabsoffer' | 'sw0reloffer' | 'sw0absoffer';

/** One offer of a maker. `cjfee` is a fraction for the relative types and whole sats for the absolute ones. */
export interface Offer {
  readonly type: OfferType;
  readonly oid: number;
  readonly minsize: Sats;
  readonly maxsize: Sats;
  /** What the maker pays towards the miner fee, in total. */
  readonly txfee: Sats;
  readonly cjfee: DecimalText;
}

/** A coin as it is named in `auth` and `ioauth`: plain, or with the neutrino_compat extension (messages.md §8). */
export interface UtxoReference extends Outpoint {
  readonly extension?: { readonly scriptPubKey: string; readonly height: number };
}

/** The opening of a PoDLE commitment (protocol/crypto.md §3): points and scalars as lower-case hex. */
export interface PodleRevelation {
  readonly utxo: UtxoReference;
  readonly P: string;
  readonly P2: string;
  readonly s: string;
  readonly e: string;
}

export interface FillCommand {
  readonly command: 'fill';
  readonly oid: number;
  readonly amount: Sats;
  readonly takerKey: BoxPublicKey;
  readonly commitment: Commitment;
}

export interface PubkeyCommand {
  readonly command: 'pubkey';
  readonly makerKey: BoxPublicKey;
  readonly features: readonly string[];
}

export interface AuthCommand {
  readonly command: 'auth';
  readonly revelation: PodleRevelation;
}

export interface IoauthCommand {
  readonly command: 'ioauth';
  readonly utxos: readonly UtxoReference[];
  readonly authKey: PublicKeyHex;
  readonly coinjoinAddress: string;
  readonly changeAddress: string;
  /** Base64 of the DER signature by `authKey` over the hex of the maker's box key. */
  readonly signature: string;
}

export interface TxCommand {
  readonly command: 'tx';
  /** The unsigned transaction, serialized without witness. */
  readonly transaction: Uint8Array;
}

export interface SigCommand {
  readonly command: 'sig';
  /** Pushes of signature with sighash byte, key and, for nested segwit, the redeem script (messages.md §4.7). */
  readonly signature: Uint8Array;
}

export interface PushCommand {
  readonly command: 'push';
  readonly transaction: Uint8Array;
}

export interface ErrorCommand {
  readonly command: 'error';
  readonly text: string;
}

export interface Hp2Command {
  readonly command: 'hp2';
  readonly commitment: Commitment;
}

/** Offers in answer to `orderbook`, with the bond proof (base64 of 252 bytes) where the maker has one. */
export interface OffersCommand {
  readonly command: 'offers';
  readonly offers: readonly Offer[];
  /** Oids whose new terms make no sense: their earlier offers are withdrawn (messages.md §3.2). */
  readonly withdrawn?: readonly number[];
  readonly bond?: string;
}

/** Commands whose fields travel in a NaCl box. */
export type EncryptedCommand = AuthCommand | IoauthCommand | TxCommand | SigCommand;

/** Commands whose fields travel in the clear, signed. */
export type PlainCommand =
  FillCommand | PubkeyCommand | PushCommand | ErrorCommand | Hp2Command | OffersCommand;

/** Everything that one peer says to another in private. */
export type PrivateCommand = EncryptedCommand | PlainCommand;

/** Everything that is said to the whole channel, unsigned. */
export type PublicCommand =
  | { readonly command: 'orderbook' }
  | { readonly command: 'offer'; readonly offer: Offer }
  /** An offer whose oid was valid and the rest was not: it withdraws the earlier one (messages.md §3.2). */
  | { readonly command: 'invalid-offer'; readonly oid: number }
  | { readonly command: 'cancel'; readonly oid: number }
  | Hp2Command;
