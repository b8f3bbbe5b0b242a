import type { Sats } from '../../shared/bitcoin/amount.ts';
import type { Outpoint } from '../../shared/bitcoin/outpoint.ts';
import type { VerifiedCoin } from '../../shared/bridge/chain.ts';
import type { BoxKeyPair } from '../../shared/jm/box.ts';
import type {
  BoxPublicKey,
  Commitment,
  IoauthCommand,
  Nick,
  Offer,
  PrivateCommand,
} from '../../shared/jm/command.ts';
import type { Result } from '../../shared/errors.ts';
import type { EvidenceRefusal } from '../chain/coin-evidence.ts';
import type { Coin } from '../coins/coin.ts';
import type { IssuedAddress } from '../store/address-book.ts';

/** What a taker wants, as of its `fill`; the offer's terms are those of that moment. */
export interface Fill {
  readonly round: string;
  readonly taker: Nick;
  readonly offer: Offer;
  readonly amount: Sats;
  readonly commitment: Commitment;
  readonly own: BoxKeyPair;
  readonly takerKey: BoxPublicKey;
  /** Unix seconds. */
  readonly startedAt: number;
}

/** What we showed to a taker; on disk before it is sent. */
export interface Disclosure {
  readonly mixdepth: number;
  readonly coins: readonly Coin[];
  readonly coinjoinAddress: IssuedAddress;
  readonly changeAddress: IssuedAddress;
}

/** How far one taker has come. */
export type MakerSession =
  | { readonly stage: 'filled'; readonly fill: Fill }
  /** The taker's proof holds; its coin is being looked up. */
  | { readonly stage: 'proving'; readonly fill: Fill; readonly coin: Outpoint; readonly key: string }
  /** The coin holds as well; our coins are being chosen and written down. */
  | { readonly stage: 'selecting'; readonly fill: Fill }
  | { readonly stage: 'disclosed'; readonly fill: Fill; readonly disclosure: Disclosure }
  /** The transaction passed all rules; it is being written down and signed. */
  | { readonly stage: 'signing'; readonly fill: Fill; readonly disclosure: Disclosure }
  | { readonly stage: 'signed'; readonly fill: Fill };

/** A transaction that we signed, which its taker may ask us to broadcast. */
export interface SignedForTaker {
  readonly taker: Nick;
  readonly round: string;
  /** Unix seconds. */
  readonly at: number;
}

/** All sessions of a maker, by taker. */
export interface MakerState {
  readonly sessions: ReadonlyMap<Nick, MakerSession>;
  /** By txid; outlives the session, because the taker's next one may begin before its last one is broadcast. */
  readonly signed: ReadonlyMap<string, SignedForTaker>;
}

/** What every session is judged by. */
export interface MakerTerms {
  readonly offers: readonly Offer[];
  readonly isBlacklisted: (commitment: Commitment) => boolean;
  readonly retries: number;
  readonly age: number;
  readonly amountPercent: number;
  /** Sessions that may hold coins of ours at one time. */
  readonly maxDisclosed: number;
  /** Unix seconds. */
  readonly now: number;
  readonly newRound: () => string;
  readonly newBoxKey: () => BoxKeyPair;
}

/** Our signatures for a transaction, or the rule that forbids them. */
export type SigningOutcome =
  | { readonly ok: true; readonly txid: string; readonly signatures: readonly Uint8Array[] }
  | { readonly ok: false; readonly reason: string };

export type MakerEvent =
  | { readonly event: 'message'; readonly from: Nick; readonly command: PrivateCommand }
  /** The coin behind a taker's commitment, or why the evidence for it does not hold. */
  | {
      readonly event: 'coin';
      readonly taker: Nick;
      readonly round: string;
      readonly coin: Result<VerifiedCoin, EvidenceRefusal>;
    }
  /** Our coins and addresses are chosen, leased and on disk; null when we have none that fit. */
  | {
      readonly event: 'disclosed';
      readonly taker: Nick;
      readonly round: string;
      readonly disclosure: Disclosure | null;
      readonly ioauth: IoauthCommand | null;
    }
  /** The rules' verdict on a transaction, with our signatures if it passed; those are on disk. */
  | {
      readonly event: 'signed';
      readonly taker: Nick;
      readonly round: string;
      readonly outcome: SigningOutcome;
    }
  | { readonly event: 'left'; readonly nick: Nick }
  | { readonly event: 'tick' };

export type MakerEffect =
  | { readonly effect: 'send'; readonly to: Nick; readonly command: PrivateCommand }
  | { readonly effect: 'look-up'; readonly taker: Nick; readonly round: string; readonly coin: Outpoint }
  /** Choose coins and addresses, lease and record them, blacklist the commitment, then answer with `disclosed`. */
  | { readonly effect: 'disclose'; readonly taker: Nick; readonly fill: Fill }
  /** Check all rules, record, sign, then answer with `signed`. */
  | {
      readonly effect: 'sign';
      readonly taker: Nick;
      readonly fill: Fill;
      readonly disclosure: Disclosure;
      readonly transaction: Uint8Array;
    }
  /** Pass a used commitment on to another maker. */
  | { readonly effect: 'announce-commitment'; readonly commitment: Commitment }
  | { readonly effect: 'learn-commitment'; readonly commitment: Commitment }
  /** Publish for another maker. */
  | { readonly effect: 'publish-commitment'; readonly commitment: Commitment }
  | { readonly effect: 'push'; readonly transaction: Uint8Array; readonly round: string }
  | { readonly effect: 'end'; readonly round: string; readonly reason: string }
  | { readonly effect: 'report'; readonly taker: Nick; readonly text: string };
