import { sats, type Sats } from '../../shared/bitcoin/amount.ts';
import type { WalletState } from '../store/state.ts';
import type { RuleError } from './refusal.ts';

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

/** Changes to the state that go with an act. */
export type AlsoOnDisk = (draft: WalletState) => void;

/** An act that is put together when it is its turn. */
export interface ActInTurn {
  readonly act: SigningAct;
  readonly also: AlsoOnDisk;
}

/** Who has the last word on each use of a key, after the rules of its kind. */
export interface Authority {
  /**
   * Resolves when the act is allowed, counted and on disk: only then may a key be used.
   * @param also Changes that must be on disk together with that. Asked when it is the act's turn: what it throws stops the act.
   * @throws RuleError that names the rule; AuditError, StoreError, and what `also` throws
   */
  authorise(act: SigningAct, also?: AlsoOnDisk): Promise<void>;
  /**
   * The same for an act that depends on what those before it left.
   * @param kind Of the act that `plan` makes.
   * @param plan Asked when it is the act's turn; null when there is nothing to do after all, and then nothing is written down.
   * @returns What was planned.
   */
  authoriseInTurn<Planned extends ActInTurn>(
    kind: ActKind,
    plan: () => Planned | null,
  ): Promise<Planned | null>;
  /**
   * Writes down what the rules of an act's own kind refused, unless too much was refused of late. What `authorise` refuses, it has
   * written down itself.
   * @throws AuditError, StoreError
   */
  refused(about: Pick<SigningAct, 'kind' | 'subject'>, error: RuleError): Promise<void>;
}
