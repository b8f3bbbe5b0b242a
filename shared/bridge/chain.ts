import type { Sats } from '../bitcoin/amount.ts';
import type { BlockHash, Outpoint, Txid } from '../bitcoin/outpoint.ts';
import type { ChainScans } from './chain-scan.ts';

/**
 * Service `jm.Chain`: typed questions to the net VM's bitcoind. Nothing in an answer is trusted: headers, blocks,
 * transactions and proofs are verified by the wallet VM, the rest is advice.
 */

export interface NodeStatus {
  /** `getblockchaininfo.chain`: main, test, signet or regtest. */
  readonly chain: string;
  readonly height: number;
  readonly bestBlock: BlockHash;
  readonly syncing: boolean;
  /** 0 to 1. */
  readonly progress: number;
  /** Lowest height whose block the node still has, when it prunes. */
  readonly pruneHeight: number | null;
  /** False when the node runs without `blockfilterindex=1`; a height while the index is still being built. */
  readonly filterIndex: boolean | number;
}

/** A coin with the evidence for it: its transaction, and a merkle block that ties it to a header. */
export interface CoinEvidence {
  readonly transaction: Uint8Array;
  /** Null for a coin that is only in the mempool. */
  readonly confirmation: {
    readonly block: BlockHash;
    readonly height: number;
    readonly proof: Uint8Array;
  } | null;
}

export interface FeeEstimate {
  /** Null when the node has no estimate. */
  readonly satsPerKvb: number | null;
  readonly mempoolMinimumSatsPerKvb: number;
}

export type BroadcastOutcome =
  { readonly accepted: true; readonly txid: Txid } | { readonly accepted: false; readonly reason: string };

/** The wallet's side of `jm.Chain`. Every method rejects with a BridgeError; `code` names the node's trouble. */
export interface ChainClient extends ChainScans {
  status(): Promise<NodeStatus>;
  /** Up to `count` (at most 2000) consecutive headers of the node's best chain, 80 bytes each. */
  headers(fromHeight: number, count: number): Promise<readonly Uint8Array[]>;
  /** Up to `count` (at most 500) consecutive BIP158 basic filters of the node's best chain. */
  filters(fromHeight: number, count: number): Promise<readonly Uint8Array[]>;
  /** A block with witnesses. Rejects with code `block-pruned` when the node no longer has it. */
  block(hash: BlockHash): Promise<Uint8Array>;
  /** A block that the node has pruned, asked for again from its peers. Rejects with code `block-pruned` when none gives it. */
  fetchBlock(hash: BlockHash): Promise<Uint8Array>;
  /** Null when the node says that there is no such unspent output (mempool spends counted). */
  coin(outpoint: Outpoint): Promise<CoinEvidence | null>;
  feeEstimate(blocks: number): Promise<FeeEstimate>;
  /** True when the transaction is in the node's mempool. */
  inMempool(txid: Txid): Promise<boolean>;
  /** `testmempoolaccept`: would the node take it? */
  testAccept(transaction: Uint8Array): Promise<BroadcastOutcome>;
  broadcast(transaction: Uint8Array): Promise<BroadcastOutcome>;
  /** Resolves when the node's best block is another than `known`, or after `seconds` (at most 60). */
  waitForBlock(known: BlockHash, seconds: number): Promise<NodeStatus>;
  close(): Promise<void>;
}

/** Coins in one question; a client asks as often as it takes. */
export const MAX_COINS = 16;
/** The largest amount of evidence that one coin may come with, in bytes. */
export const MAX_TRANSACTION_BYTES = 400_000;
export const MAX_BLOCK_BYTES = 4_000_000;
/** How long peers may take to give a block that the node has pruned. */
export const MAX_FETCH_SECONDS = 60;
export const MAX_PROOF_BYTES = 200_000;

/** An own or foreign coin whose existence and amount proof of work backs. */
export interface VerifiedCoin extends Outpoint {
  readonly value: Sats;
  readonly scriptPubKey: Uint8Array;
  /** Confirmations under our own verified tip; 0 for mempool coins. */
  readonly confirmations: number;
  readonly height: number | null;
}
