import type { BlockHash, Outpoint, Txid } from '../bitcoin/outpoint.ts';
import { violation } from './hello.ts';
import type { Message } from './message.ts';
import * as schema from './schema/validators.js';

/**
 * The part of `jm.Chain` in which the node itself looks for coins. It learns every address behind what it is shown, past and
 * future. What it answers is a hint where to look; the wallet verifies each block and each coin.
 */

/** What the node is shown of a wallet. */
export interface PublicScripts {
  /** Each with its checksum and the last index to look at. */
  readonly descriptors: readonly { readonly descriptor: string; readonly last: number }[];
  /** Scripts that no descriptor covers, in hex. */
  readonly scripts: readonly string[];
}

/** A transaction that the node takes for ours. */
export interface OwnTransaction {
  readonly txid: Txid;
  readonly block: BlockHash;
  readonly height: number;
}

/** One page of the node's findings: all of them up to the height `through`. */
export interface OwnTransactionsPage {
  readonly transactions: readonly OwnTransaction[];
  readonly through: number;
}

/** Coins of ours that the node says are unspent at a block. */
export interface UtxoSetFindings {
  readonly height: number;
  readonly block: BlockHash;
  /** Each with the height of its block. */
  readonly coins: readonly (Outpoint & { readonly height: number })[];
}

/** The questions of this part. */
export interface ChainScans {
  /** Makes the node watch scripts in a blank wallet of its own without private keys, from now on. */
  watch(wallet: string, shown: PublicScripts): Promise<void>;
  /** Lets that wallet look through `count` (at most 20,000) blocks, and tells what it found, lowest first. */
  ownTransactions(wallet: string, fromHeight: number, count: number): Promise<OwnTransactionsPage>;
  /** Looks for scripts in the set of unspent outputs, which takes minutes on mainnet. */
  scanUtxoSet(shown: PublicScripts): Promise<UtxoSetFindings>;
  /** Percent of a running `scanUtxoSet`; null when none runs. */
  utxoSetProgress(): Promise<number | null>;
  /** Ends a running `scanUtxoSet`, which then fails. */
  abortUtxoSetScan(): Promise<void>;
}

/** Sends one request of `jm.Chain`. */
export type Ask = (
  method: string,
  json: unknown,
  options?: { readonly timeoutMs?: number },
) => Promise<Message>;

const MINUTE_MS = 60_000;
/** Longer than the net VM itself waits for its node. */
const WATCH_TIMEOUT_MS = 11 * MINUTE_MS;
const SCAN_TIMEOUT_MS = 61 * MINUTE_MS;
const NO_BYTES = new Uint8Array(0);

/** The wallet's side. Every method rejects with a BridgeError. */
export function scanQuestions(ask: Ask): ChainScans {
  return {
    watch: async (wallet, shown) => {
      await ask('watch', { wallet, ...shown }, { timeoutMs: WATCH_TIMEOUT_MS });
    },
    ownTransactions: async (wallet, fromHeight, count) => {
      const request = { wallet, fromHeight, count };
      const { json } = await ask('ownTransactions', request, { timeoutMs: SCAN_TIMEOUT_MS });
      if (!isOwnTransactions(json)) throw violation('an answer to "ownTransactions"');
      return json;
    },
    scanUtxoSet: async (shown) => {
      const { json } = await ask('scanUtxoSet', shown, { timeoutMs: SCAN_TIMEOUT_MS });
      if (!isUtxoSetFindings(json)) throw violation('an answer to "scanUtxoSet"');
      return json;
    },
    utxoSetProgress: async () => {
      const { json } = await ask('utxoSetProgress', {});
      if (!isProgress(json)) throw violation('an answer to "utxoSetProgress"');
      return json.percent;
    },
    abortUtxoSetScan: async () => {
      await ask('abortUtxoSetScan', {});
    },
  };
}

/** The net VM's side: answers a request of this part; null when it is not one, or does not fit its schema. */
export async function answerScan(
  handler: ChainScans,
  method: string,
  json: unknown,
): Promise<Message | null> {
  const plain = (value: unknown): Message => ({ json: value, bytes: NO_BYTES });
  switch (method) {
    case 'watch':
      if (!isWatchRequest(json)) return null;
      await handler.watch(json.wallet, { descriptors: json.descriptors, scripts: json.scripts });
      return plain({});
    case 'ownTransactions':
      if (!isRescanRequest(json)) return null;
      return plain(await handler.ownTransactions(json.wallet, json.fromHeight, json.count));
    case 'scanUtxoSet':
      if (!isUtxoSetRequest(json)) return null;
      return plain(await handler.scanUtxoSet(json));
    case 'utxoSetProgress':
      return plain({ percent: await handler.utxoSetProgress() });
    case 'abortUtxoSetScan':
      await handler.abortUtxoSetScan();
      return plain({});
    default:
      return null;
  }
}

function isWatchRequest(value: unknown): value is PublicScripts & { readonly wallet: string } {
  return schema.watchRequest(value);
}
function isRescanRequest(
  value: unknown,
): value is { readonly wallet: string; readonly fromHeight: number; readonly count: number } {
  return schema.ownTransactionsRequest(value);
}
function isOwnTransactions(value: unknown): value is OwnTransactionsPage {
  return schema.ownTransactionsAnswer(value);
}
function isUtxoSetRequest(value: unknown): value is PublicScripts {
  return schema.scanUtxoSetRequest(value);
}
function isUtxoSetFindings(value: unknown): value is UtxoSetFindings {
  return schema.scanUtxoSetAnswer(value);
}
function isProgress(value: unknown): value is { readonly percent: number | null } {
  return schema.utxoSetProgressAnswer(value);
}
