import type { Duplex } from 'node:stream';
import type { BlockHash, Txid } from '../bitcoin/outpoint.ts';
import {
  MAX_BLOCK_BYTES,
  MAX_FETCH_SECONDS,
  type BroadcastOutcome,
  type ChainClient,
  type FeeEstimate,
  type NodeStatus,
} from './chain.ts';
import { scanQuestions } from './chain-scan.ts';
import { coinQuestion } from './coin-questions.ts';
import { BridgeConnection } from './connection.ts';
import type { CopyKeeper } from './copies.ts';
import { copiesClient } from './copies-client.ts';
import type { Message } from './message.ts';
import { violation, type Hello } from './hello.ts';
import * as schema from './schema/validators.js';

const HEADER_BYTES = 80;
const MAX_FILTER_BATCH_BYTES = 32 * 1024 * 1024;
const TIMEOUT_MS = 60_000;

/** Calls `jm.Chain` over a byte stream. Forms and sizes are checked here; what is said is not believed. @throws BridgeError */
export async function connectChain(
  stream: Duplex,
  hello: Omit<Hello, 'service'>,
): Promise<ChainClient & CopyKeeper & { readonly closed: Promise<Error>; readonly software: string }> {
  const connection = await BridgeConnection.open(stream, { hello: { ...hello, service: 'jm.Chain' } });
  const ask = (
    method: string,
    json: unknown,
    options: { readonly answerLimit?: number; readonly bytes?: Uint8Array; readonly timeoutMs?: number } = {},
  ): Promise<Message> => {
    const { answerLimit = 0, bytes, timeoutMs = TIMEOUT_MS } = options;
    return connection.request(
      method,
      { json, ...(bytes === undefined ? {} : { bytes }) },
      { answerLimit, timeoutMs },
    );
  };
  const broadcastLike = async (method: string, transaction: Uint8Array): Promise<BroadcastOutcome> => {
    const { json } = await ask(method, {}, { bytes: transaction });
    if (!isBroadcastOutcome(json)) throw violation(`an answer to "${method}"`);
    return json;
  };
  return {
    closed: connection.closed,
    software: connection.peer?.software ?? '',
    status: async () => {
      const { json } = await ask('status', {});
      if (!isNodeStatus(json)) throw violation('an answer to "status"');
      return json;
    },
    headers: async (fromHeight, count) => {
      const { json, bytes } = await ask(
        'headers',
        { fromHeight, count },
        { answerLimit: count * HEADER_BYTES },
      );
      if (!isCount(json) || bytes.length !== json.count * HEADER_BYTES)
        throw violation('an answer to "headers"');
      return split(
        bytes,
        Array.from({ length: json.count }, () => HEADER_BYTES),
      );
    },
    filters: async (fromHeight, count) => {
      const { json, bytes } = await ask(
        'filters',
        { fromHeight, count },
        { answerLimit: MAX_FILTER_BATCH_BYTES },
      );
      if (!isLengths(json) || json.lengths.length > count) throw violation('an answer to "filters"');
      if (json.lengths.reduce((sum, length) => sum + length, 0) !== bytes.length) {
        throw violation('an answer to "filters"');
      }
      return split(bytes, json.lengths);
    },
    block: async (hash: BlockHash) => (await ask('block', { hash }, { answerLimit: MAX_BLOCK_BYTES })).bytes,
    fetchBlock: async (hash: BlockHash) => {
      const timeoutMs = TIMEOUT_MS + MAX_FETCH_SECONDS * 1000;
      return (await ask('fetchBlock', { hash }, { answerLimit: MAX_BLOCK_BYTES, timeoutMs })).bytes;
    },
    coin: coinQuestion(ask),
    feeEstimate: async (blocks) => {
      const { json } = await ask('feeEstimate', { blocks });
      if (!isFeeEstimate(json)) throw violation('an answer to "feeEstimate"');
      return json;
    },
    inMempool: async (txid: Txid) => {
      const { json } = await ask('inMempool', { txid });
      if (!isFound(json)) throw violation('an answer to "inMempool"');
      return json.found;
    },
    testAccept: (transaction) => broadcastLike('testAccept', transaction),
    broadcast: (transaction) => broadcastLike('broadcast', transaction),
    waitForBlock: async (known: BlockHash, seconds) => {
      const { json } = await ask(
        'waitForBlock',
        { known, seconds },
        { timeoutMs: TIMEOUT_MS + seconds * 1000 },
      );
      if (!isNodeStatus(json)) throw violation('an answer to "waitForBlock"');
      return json;
    },
    ...copiesClient(ask),
    ...scanQuestions(ask),
    close: () => {
      connection.close();
      return Promise.resolve();
    },
  };
}

function split(bytes: Uint8Array, lengths: readonly number[]): Uint8Array[] {
  let at = 0;
  return lengths.map((length) => {
    at += length;
    return bytes.slice(at - length, at);
  });
}

function isNodeStatus(value: unknown): value is NodeStatus {
  return schema.statusAnswer(value);
}
function isCount(value: unknown): value is { readonly count: number } {
  return schema.headersAnswer(value);
}
function isLengths(value: unknown): value is { readonly lengths: readonly number[] } {
  return schema.filtersAnswer(value);
}
function isFeeEstimate(value: unknown): value is FeeEstimate {
  return schema.feeEstimateAnswer(value);
}
function isFound(value: unknown): value is { readonly found: boolean } {
  return schema.inMempoolAnswer(value);
}
function isBroadcastOutcome(value: unknown): value is BroadcastOutcome {
  return schema.broadcastAnswer(value);
}
