import { sats, type Sats } from '../../shared/bitcoin/amount.ts';

/** What a private key is used for. */
export type ActKind =
  | 'payment'
  | 'replacement'
  | 'child'
  | 'psbt'
  | 'coinjoin-taker'
  | 'coinjoin-maker'
  | 'commitment'
  | 'disclosure'
  | 'message'
  | 'bond-certificate'
  | 'bond-announcement';

/** One use of private keys, as the spending rules and the audit log see it. */
export interface SigningAct {
  readonly kind: ActKind;
  /** The transaction, coin or address that it is about, in words for people. */
  readonly subject: string;
  /** How many signatures it makes. */
  readonly signatures: number;
  /** Sats that go to others, without fees. */
  readonly amount: Sats;
  /** Sats that we pay to the miner; negative when others pay more than their share for us. */
  readonly minerFee: bigint;
  /** Sats that makers get from us; negative when we earn. */
  readonly coinjoinFee: bigint;
  /** Scripts of others that get something because we want it. */
  readonly destinations: readonly Uint8Array[];
}

/** An act that moves no money. */
export function actWithoutMoney(kind: ActKind, subject: string, signatures = 1): SigningAct {
  return { kind, subject, signatures, amount: sats(0n), minerFee: 0n, coinjoinFee: 0n, destinations: [] };
}

/** Who has the last word on each use of a key, after the rules of its kind. */
export interface Authority {
  /**
   * Resolves when the act is allowed, counted and on disk: only then may a key be used.
   * @throws RuleError that names the rule; StoreError
   */
  authorise(act: SigningAct): Promise<void>;
}
