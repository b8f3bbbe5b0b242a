import type { Duplex } from 'node:stream';
import type { BlockHash, Txid } from '../bitcoin/outpoint.ts';
import { concat } from '../crypto/bytes.ts';
import { MAX_TRANSACTION_BYTES, type ChainClient } from './chain.ts';
import { answerScan } from './chain-scan.ts';
import { answerCoins } from './coin-questions.ts';
import { BridgeConnection } from './connection.ts';
import { MAX_COPY_BYTES, type CopyKeeper } from './copies.ts';
import { answerCopies } from './copies-server.ts';
import type { Message } from './message.ts';
import { violation, type Hello } from './hello.ts';
import * as schema from './schema/validators.js';

/** What answers the questions: everything of `ChainClient` but closing. */
export type ChainHandler = Omit<ChainClient, 'close'>;

const NO_BYTES = new Uint8Array(0);

/** Serves `jm.Chain` on a byte stream until it ends. @throws BridgeError when hello fails. */
export function serveChain(
  stream: Duplex,
  hello: Omit<Hello, 'service'>,
  handler: ChainHandler,
  copies: CopyKeeper | null = null,
): Promise<BridgeConnection> {
  return BridgeConnection.open(stream, {
    hello: { ...hello, service: 'jm.Chain' },
    handler: {
      requestLimit,
      handle: async (method, request) =>
        (await answerCopies(copies, method, request)) ?? answer(handler, method, request),
    },
  });
}

function requestLimit(method: string): number {
  if (method === 'saveCopy') return MAX_COPY_BYTES;
  return method === 'testAccept' || method === 'broadcast' ? MAX_TRANSACTION_BYTES : 0;
}

async function answer(handler: ChainHandler, method: string, { json, bytes }: Message): Promise<Message> {
  const plain = (value: unknown): Message => ({ json: value, bytes: NO_BYTES });
  switch (method) {
    case 'status':
      return plain(await handler.status());
    case 'headers': {
      if (!isRange(json)) break;
      const headers = await handler.headers(json.fromHeight, json.count);
      return { json: { count: headers.length }, bytes: concat(...headers) };
    }
    case 'filters': {
      if (!isFilterRange(json)) break;
      const filters = await handler.filters(json.fromHeight, json.count);
      return { json: { lengths: filters.map((filter) => filter.length) }, bytes: concat(...filters) };
    }
    case 'block':
      if (!isBlockRequest(json)) break;
      return { json: {}, bytes: await handler.block(json.hash) };
    case 'fetchBlock':
      if (!isFetchRequest(json)) break;
      return { json: {}, bytes: await handler.fetchBlock(json.hash) };
    case 'coins':
      return answerCoins((outpoint) => handler.coin(outpoint), json);
    case 'feeEstimate':
      if (!isFeeRequest(json)) break;
      return plain(await handler.feeEstimate(json.blocks));
    case 'inMempool':
      if (!isTxidRequest(json)) break;
      return plain({ found: await handler.inMempool(json.txid) });
    case 'testAccept':
      return plain(await handler.testAccept(bytes));
    case 'broadcast':
      return plain(await handler.broadcast(bytes));
    case 'waitForBlock':
      if (!isWaitRequest(json)) break;
      return plain(await handler.waitForBlock(json.known, json.seconds));
  }
  const scanned = await answerScan(handler, method, json);
  if (scanned !== null) return scanned;
  throw violation(`a request "${method.replace(/[^A-Za-z]/gu, '?')}"`);
}

interface Range {
  readonly fromHeight: number;
  readonly count: number;
}

function isRange(value: unknown): value is Range {
  return schema.headersRequest(value);
}
function isFilterRange(value: unknown): value is Range {
  return schema.filtersRequest(value);
}
function isBlockRequest(value: unknown): value is { readonly hash: BlockHash } {
  return schema.blockRequest(value);
}
function isFetchRequest(value: unknown): value is { readonly hash: BlockHash } {
  return schema.fetchBlockRequest(value);
}
function isFeeRequest(value: unknown): value is { readonly blocks: number } {
  return schema.feeEstimateRequest(value);
}
function isTxidRequest(value: unknown): value is { readonly txid: Txid } {
  return schema.inMempoolRequest(value);
}
function isWaitRequest(value: unknown): value is { readonly known: BlockHash; readonly seconds: number } {
  return schema.waitForBlockRequest(value);
}
