import type { Network } from '../../shared/bitcoin/network.ts';

/**
 * All that a wallet must not forget, as it lies encrypted on disk. Amounts are decimal strings of sats, bytes are
 * lower-case hex, times are Unix seconds. Changes only ever go through `WalletStore.commit`.
 */
export interface WalletState {
  readonly version: 2;
  readonly network: Network;
  /** BIP39 entropy, hex. The one secret; with `extension` it makes every key. */
  entropy: string;
  /** BIP39 passphrase, if any. */
  extension: string;
  /** What its addresses look like; nested ones only come from old wallets. */
  readonly family: 'native' | 'nested';
  readonly createdAt: number;
  /** Blocks below this height can't hold coins of ours; null until the chain was seen for the first time. */
  birthday: number | null;
  readonly mixdepths: number;
  /** Next unused index by `mixdepth/branch`, for example `0/1`. */
  nextIndex: Record<string, number>;
  /** Every address that left the wallet VM, by path text `mixdepth/branch/index`. It is never shown again. */
  shown: Record<string, ShownAddress>;
  /** Coins on the verified chain or in our own unconfirmed transactions, by `txid:vout`. */
  coins: Record<string, StoredCoin>;
  /** Coins by `txid:vout` that another wallet had frozen: frozen here as soon as a block shows them, and then forgotten. */
  freezeOnSight: Record<string, true>;
  /** Who looks for coins: our own matching of block filters, or the node, which then knows the addresses. */
  backend: 'filters' | 'descriptors';
  /** How far the scan came: blocks up to here are applied to `coins`. */
  scanned: { height: number; block: string } | null;
  /** Coins promised to a round, by `txid:vout`. */
  leases: Record<string, Lease>;
  /** PoDLE commitments that may have left this wallet, by commitment hex. */
  commitments: Record<string, UsedCommitment>;
  /** Rounds by id, newest last. */
  rounds: Record<string, RoundRecord>;
  /** What moved money, oldest first. */
  history: HistoryEntry[];
  /** Own transactions that are not confirmed yet, by txid: raw hex. */
  pending: Record<string, PendingTransaction>;
  /** Own transactions with few confirmations, by txid: a reorganisation may make them pending again. */
  confirmed: Record<string, ConfirmedTransaction>;
  /** Signed transactions that the node would not take, by txid, until one of their coins is spent in a block. */
  refused: Record<string, RefusedTransaction>;
  /** Notes on transactions, by txid. */
  transactionLabels: Record<string, string>;
  /** Number of the last backup that was made of this wallet. */
  backups: number;
}

export interface ShownAddress {
  readonly address: string;
  /**
   * Who saw it: the user, the miner fee's change in our own transaction, or the peers of a round. A deposit address that the user
   * gave up before it was paid is released: still watched and never issued again, but listed no more.
   */
  readonly purpose: 'deposit' | 'change' | 'coinjoin' | 'released';
  readonly at: number;
  readonly label: string;
}

export interface StoredCoin {
  readonly value: string;
  readonly scriptPubKey: string;
  readonly path: string;
  height: number | null;
  /** Set once a verified block or our own transaction spends it. */
  spentBy: { readonly txid: string; height: number | null } | null;
  frozen: boolean;
  label: string;
  readonly locktime: number | null;
}

export interface Lease {
  readonly round: string;
  readonly until: number;
}

export interface UsedCommitment {
  readonly outpoint: string;
  readonly index: number;
  readonly at: number;
}

export interface RoundRecord {
  readonly id: string;
  readonly role: 'taker' | 'maker';
  readonly startedAt: number;
  /** The state machine's state name, for people and for recovery after a crash. */
  stage: string;
  amount: string;
  readonly peers: string[];
  /** Paths of addresses that this round may have shown. */
  readonly addresses: string[];
  readonly coins: string[];
  /** What a maker's round must earn in sats, fixed before it discloses; null for a taker. */
  readonly earning: string | null;
  txid: string | null;
  outcome: 'open' | 'done' | 'failed' | 'abandoned';
  reason: string | null;
}

export interface HistoryEntry {
  readonly at: number;
  /** `coinjoin` is one in a role that nobody remembers, after a recovery. */
  readonly kind: 'deposit' | 'send' | 'coinjoin' | 'coinjoin-taker' | 'coinjoin-maker';
  readonly txid: string;
  height: number | null;
  /** Change of our balance in sats, may be negative. */
  delta: string;
  amount: string;
  readonly minerFee: string | null;
  /** Paid (positive) or earned (negative) coinjoin fees in sats. */
  readonly coinjoinFee: string | null;
  readonly fromMixdepth: number | null;
  readonly toMixdepth: number | null;
  readonly peers: readonly string[];
}

export interface PendingTransaction {
  readonly raw: string;
  readonly at: number;
  readonly round: string | null;
  /** False when only peers may broadcast it. */
  readonly byOwnNode: boolean;
}

export interface ConfirmedTransaction extends PendingTransaction {
  readonly height: number;
}

export interface RefusedTransaction {
  /** Our coins that it spends. */
  readonly coins: string[];
  readonly at: number;
  /** The node's words. */
  readonly reason: string;
}
