import type { Network } from '../../shared/bitcoin/network.ts';

/**
 * All that a wallet must not forget, as it lies encrypted on disk. Amounts are decimal strings of sats, bytes are
 * lower-case hex, times are Unix seconds. Changes only ever go through `WalletStore.commit`.
 */
export interface WalletState {
  readonly version: 3;
  readonly network: Network;
  /** BIP39 entropy, hex. The one secret; with `extension` it makes every key. Empty under the maker password. */
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
  /** Fidelity bonds by address: those of our own keys, and those of keys that are kept elsewhere. */
  bonds: Record<string, BondRecord>;
  /** What we remember of makers, by their bond's `txid:vout`. */
  makers: Record<string, MakerRecord>;
  /** Coins outside this wallet whose PoDLE proofs were made beforehand, by `txid:vout`. */
  externalProofs: Record<string, ExternalProofs>;
  /** The tumbler's plan, until it is cancelled or another one is made. */
  tumble: TumbleState | null;
  /** The spending rules that are in force, as they were accepted; null while there are none. */
  rules: { readonly text: string; readonly at: number } | null;
  /** Where the audit log ends: how many entries it has, and the hash of the last one. */
  audit: { entries: number; head: string };
  /** Times in which the wallet may spend without asking. */
  allowances: Allowance[];
}

/** A fidelity bond. */
export interface BondRecord {
  /** Unix seconds of its month. */
  readonly locktime: number;
  /** Compressed, hex. */
  readonly publicKey: string;
  /** Path text of our own key; null when the key is kept elsewhere. */
  readonly path: string | null;
  readonly createdAt: number;
  /** For a key that is kept elsewhere, or for the maker password, which opens no bond's key. */
  certificate: BondCertificate | null;
  /** What that key has been asked to certify, until its signature is there. */
  request: CertificateRequest | null;
  /** The coin of a key that is kept elsewhere, as the chain proved it; coins of our own keys are in `coins`. */
  coin: ColdCoin | null;
}

/** A key of ours that is to speak for a bond. */
export interface CertificateRequest {
  /** Hex: it can announce the bond, and not spend it. */
  readonly privateKey: string;
  readonly publicKey: string;
  /** In periods of 2,016 blocks since the genesis block. */
  readonly expiry: number;
}

/** A coin that we can announce and not spend. */
export interface ColdCoin {
  readonly outpoint: string;
  readonly value: string;
  readonly height: number;
  /** Hash of the block at that height. */
  readonly block: string;
}

/** Leave of a bond's key for a key of ours to speak for it. */
export interface BondCertificate extends CertificateRequest {
  /** DER by the bond's key, hex. */
  readonly signature: string;
}

/** What became of rounds with a maker. The counts fade with time; they are what they were worth at `at`. */
export interface MakerRecord {
  /** Rounds in which it said no. */
  declined: number;
  /** Rounds in which it went silent or broke a rule. */
  failed: number;
  /** CoinJoins that it took part in. */
  joined: number;
  /** When the last of them was, in Unix seconds. */
  at: number;
  nick: string;
  /** What it was out for the last time; empty when it never was. */
  reason: string;
}

/** Proofs of one coin, in the order of their index. */
export interface ExternalProofs {
  readonly value: string;
  readonly addedAt: number;
  readonly proofs: readonly ExternalProof[];
}

export interface ExternalProof {
  readonly commitment: string;
  readonly P: string;
  readonly P2: string;
  readonly s: string;
  readonly e: string;
}

export interface TumbleState {
  readonly id: string;
  readonly createdAt: number;
  status: 'planned' | 'running' | 'paused' | 'done' | 'cancelled';
  /** Why it is paused; null for the user's wish. */
  reason: string | null;
  /** The schedule file that it was read from, in which progress is written back; null for a plan of the tumbler's own. */
  readonly file: string | null;
  /** What comes, in this order. */
  entries: TumbleEntry[];
  /** External addresses in the order in which they were given; never changed. */
  readonly destinations: readonly string[];
  /** Number of the entry that is being worked on. */
  current: number;
  /** Failures of the current entry so far. */
  failures: number;
  /** Before this time nothing is started, in Unix seconds. */
  notBefore: number;
  /** What the mixdepth that is being emptied held before its first entry: its fractions are of this. */
  base: { readonly mixdepth: number; readonly balance: string } | null;
  /** What was shown to the user, and may not be exceeded. */
  readonly limits: TumbleLimits;
  /** Hours as a maker before each mixdepth of the second stage. */
  readonly makerHours: number;
  /** The maker session before the entry of this number. */
  session: { readonly entry: number; readonly until: number } | null;
}

export interface TumbleLimits {
  /** Most that one maker may ask, in sats and as a fraction of the amount; it must keep one of the two. */
  readonly feeAbsolute: number;
  readonly feeRelative: number;
  /** sat/kvB. */
  readonly feeRate: number;
  /** Sats that all entries together may cost. */
  readonly cost: string;
  readonly minimumMakers: number;
  /** Fractions that come out smaller are raised to this, in sats. */
  readonly minimumAmount: string;
  /** Seconds before the first repetition. */
  readonly retrySeconds: number;
}

export interface TumbleEntry {
  readonly mixdepth: number;
  /** Sats in decimal, or a fraction below 1 with a point; `0` sweeps. */
  amount: string;
  makers: number;
  /** An address, or INTERNAL. */
  readonly destination: string;
  /** Minutes to wait after its confirmation. */
  readonly wait: number;
  /** Significant figures of fractional amounts; 16 for all. */
  readonly rounding: number;
  status: 'waiting' | 'signing' | 'broadcast' | 'done';
  /** Our coins that it spends, from the moment before they are signed for. */
  coins: string[];
  /** What was signed for it, the last one last: a transaction that the node refused may still confirm. */
  txids: string[];
  /** What it costs us in sats, from the same moment. */
  cost: string;
}

export interface Allowance {
  readonly from: number;
  readonly until: number;
  /** Sats that may leave in this time, fees and all. */
  readonly upTo: string;
  /** Sats that have left under it. */
  spent: string;
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
