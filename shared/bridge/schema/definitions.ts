import { MAX_COINS, MAX_PROOF_BYTES, MAX_TRANSACTION_BYTES } from '../chain.ts';
import {
  BOND_SCRIPT,
  BRANCH_DESCRIPTOR,
  MAX_DESCRIPTOR_INDEX,
  MAX_DESCRIPTORS,
  MAX_OWN_TRANSACTIONS,
  MAX_RESCAN_BLOCKS,
  MAX_SINGLE_SCRIPTS,
  MAX_UTXO_SET_COINS,
  NODE_WALLET,
} from '../scan-limits.ts';
import { MAX_WATCHED_COINS, MAX_WATCHED_JOINS } from '../watch.ts';

/**
 * JSON Schemas of everything that crosses the bridge as JSON: hello, and each request, answer and event of both services.
 * Compiled by `npm run schemas`. Whatever does not fit ends the call.
 */
const HASH = { type: 'string', pattern: '^[0-9a-f]{64}$' };
const HEIGHT = { type: 'integer', minimum: 0, maximum: 0x7fff_ffff };
const CODE = { type: 'string', pattern: '^[a-z][a-z0-9-]{0,63}$' };
const NETWORK = { enum: ['mainnet', 'testnet', 'signet', 'regtest'] };
const NICK = { type: 'string', pattern: '^J[0-9][1-9A-HJ-NP-Za-km-zO]{14}$' };
const CHANNEL = { type: 'string', pattern: '^[A-Za-z0-9_.:-]{1,64}$' };
const BOOLEAN = { type: 'boolean' };
const COPY_NAME = { type: 'string', pattern: '^[0-9a-f]{32}$' };
const COPY_NUMBER = { type: 'integer', minimum: 1, maximum: 0x7fff_ffff };

function text(limit: number): Record<string, unknown> {
  return { type: 'string', maxLength: limit };
}

function object(properties: Record<string, unknown>): Record<string, unknown> {
  return { type: 'object', properties, required: Object.keys(properties), additionalProperties: false };
}

function list(items: Record<string, unknown>, maxItems: number): Record<string, unknown> {
  return { type: 'array', items, maxItems };
}

function nullable(schema: Record<string, unknown>): Record<string, unknown> {
  return { anyOf: [schema, { type: 'null' }] };
}

const NOTHING = object({});
const FAILURE = object({ code: CODE, message: text(1000), cure: nullable(text(1000)) });
const LINE = text(40_000);
const CHANNEL_STATUS = {
  channel: CHANNEL,
  hostid: text(200),
  state: { enum: ['connecting', 'up', 'down'] },
  detail: text(500),
};
const NODE_STATUS = object({
  chain: text(20),
  height: HEIGHT,
  bestBlock: HASH,
  syncing: BOOLEAN,
  progress: { type: 'number', minimum: 0, maximum: 1 },
  pruneHeight: nullable(HEIGHT),
  filterIndex: { anyOf: [BOOLEAN, HEIGHT] },
});
const WALLET = { type: 'string', pattern: NODE_WALLET };
const VOUT = { type: 'integer', minimum: 0, maximum: 0xffff_ffff };
const RANGED_DESCRIPTOR = object({
  descriptor: { type: 'string', pattern: BRANCH_DESCRIPTOR },
  last: { type: 'integer', minimum: 0, maximum: MAX_DESCRIPTOR_INDEX },
});
const PUBLIC_SCRIPTS = {
  descriptors: list(RANGED_DESCRIPTOR, MAX_DESCRIPTORS),
  scripts: list({ type: 'string', pattern: BOND_SCRIPT }, MAX_SINGLE_SCRIPTS),
};
const OUTPOINT = { txid: HASH, vout: VOUT };
const DIRECTORY = { type: 'string', pattern: '^[A-Za-z0-9.:-]{1,80}$' };
const COUNT = { type: 'integer', minimum: 0, maximum: 10_000_000 };
const WATCH_NOTICE = {
  anyOf: [
    object({
      about: { const: 'join' },
      txid: HASH,
      finding: { enum: ['in-mempool', 'dropped', 'confirmed', 'conflict', 'replaced'] },
      inBlock: BOOLEAN,
      spender: nullable(HASH),
    }),
    object({
      about: { const: 'bond' },
      ...OUTPOINT,
      finding: { enum: ['certificate-ends', 'certificate-ended', 'unlocks', 'unlocked', 'spent'] },
      left: COUNT,
    }),
    object({
      about: { const: 'tip' },
      finding: {
        enum: ['well', 'no-block', 'behind-headers', 'behind-peers', 'no-peers', 'syncing', 'unreachable'],
      },
      height: HEIGHT,
      behind: COUNT,
    }),
    object({
      about: { const: 'directory' },
      directory: DIRECTORY,
      finding: { enum: ['up', 'silent', 'down'] },
      latencyMs: nullable(COUNT),
      minutes: COUNT,
      detail: text(200),
    }),
    object({
      about: { const: 'own-offers' },
      directory: DIRECTORY,
      finding: { enum: ['seen', 'unanswered', 'unreachable'] },
      offers: COUNT,
    }),
  ],
};
const BROADCAST_OUTCOME = {
  anyOf: [
    object({ accepted: { const: true }, txid: HASH }),
    object({ accepted: { const: false }, reason: text(300) }),
  ],
};

export const schemas: Record<string, Record<string, unknown>> = {
  hello: object({
    protocol: { type: 'integer', minimum: 0, maximum: 65_535 },
    service: { enum: ['jm.Messages', 'jm.Chain'] },
    network: NETWORK,
    software: text(100),
  }),
  failure: FAILURE,

  openRequest: object({ nick: NICK, network: NETWORK, serving: BOOLEAN }),
  openAnswer: object({ channels: list(object(CHANNEL_STATUS), 20) }),
  publishRequest: object({ line: LINE }),
  publishAnswer: NOTHING,
  sendRequest: object({ channel: CHANNEL, to: NICK, line: LINE }),
  sendAnswer: NOTHING,
  watchJoinsRequest: object({
    joins: list(
      object({
        txid: HASH,
        inputs: list(object(OUTPOINT), MAX_WATCHED_COINS),
        outputs: { type: 'integer', minimum: 1, maximum: MAX_WATCHED_COINS },
      }),
      MAX_WATCHED_JOINS,
    ),
  }),
  closeRequest: NOTHING,
  closeAnswer: NOTHING,
  messagesEvent: {
    anyOf: [
      object({ event: { const: 'public' }, channel: CHANNEL, from: NICK, line: LINE }),
      object({ event: { const: 'private' }, channel: CHANNEL, from: NICK, line: LINE }),
      object({ event: { const: 'left' }, channel: CHANNEL, nick: NICK }),
      object({ event: { const: 'channel' }, ...CHANNEL_STATUS }),
      object({ event: { const: 'watch' }, notice: WATCH_NOTICE }),
      object({ event: { const: 'shed' }, publicLines: { type: 'integer', minimum: 1 } }),
    ],
  },

  statusRequest: NOTHING,
  statusAnswer: NODE_STATUS,
  headersRequest: object({ fromHeight: HEIGHT, count: { type: 'integer', minimum: 1, maximum: 2000 } }),
  headersAnswer: object({ count: { type: 'integer', minimum: 0, maximum: 2000 } }),
  filtersRequest: object({ fromHeight: HEIGHT, count: { type: 'integer', minimum: 1, maximum: 500 } }),
  filtersAnswer: object({ lengths: list({ type: 'integer', minimum: 1, maximum: 4_000_000 }, 500) }),
  blockRequest: object({ hash: HASH }),
  blockAnswer: NOTHING,
  fetchBlockRequest: object({ hash: HASH }),
  fetchBlockAnswer: NOTHING,
  coinsRequest: object({ coins: { ...list(object({ txid: HASH, vout: VOUT }), MAX_COINS), minItems: 1 } }),
  coinsAnswer: object({
    evidence: list(
      object({
        transactionBytes: { type: 'integer', minimum: 0, maximum: MAX_TRANSACTION_BYTES },
        confirmation: nullable(
          object({
            block: HASH,
            height: HEIGHT,
            proofBytes: { type: 'integer', minimum: 0, maximum: MAX_PROOF_BYTES },
          }),
        ),
      }),
      MAX_COINS,
    ),
    coins: list(
      {
        oneOf: [
          object({
            outcome: { const: 'found' },
            evidence: { type: 'integer', minimum: 0, maximum: MAX_COINS - 1 },
          }),
          object({ outcome: { const: 'absent' } }),
          object({ outcome: { const: 'failed' }, failure: FAILURE }),
        ],
      },
      MAX_COINS,
    ),
  }),
  feeEstimateRequest: object({ blocks: { type: 'integer', minimum: 1, maximum: 1008 } }),
  feeEstimateAnswer: object({
    satsPerKvb: nullable({ type: 'integer', minimum: 0, maximum: 2_100_000_000_000_000 }),
    mempoolMinimumSatsPerKvb: { type: 'integer', minimum: 0, maximum: 2_100_000_000_000_000 },
  }),
  inMempoolRequest: object({ txid: HASH }),
  inMempoolAnswer: object({ found: BOOLEAN }),
  testAcceptRequest: NOTHING,
  testAcceptAnswer: BROADCAST_OUTCOME,
  broadcastRequest: NOTHING,
  broadcastAnswer: BROADCAST_OUTCOME,
  waitForBlockRequest: object({ known: HASH, seconds: { type: 'integer', minimum: 1, maximum: 60 } }),
  waitForBlockAnswer: NODE_STATUS,

  watchRequest: object({ wallet: WALLET, ...PUBLIC_SCRIPTS }),
  watchAnswer: NOTHING,
  ownTransactionsRequest: object({
    wallet: WALLET,
    fromHeight: { ...HEIGHT, minimum: 1 },
    count: { type: 'integer', minimum: 1, maximum: MAX_RESCAN_BLOCKS },
  }),
  ownTransactionsAnswer: object({
    transactions: list(object({ txid: HASH, block: HASH, height: HEIGHT }), MAX_OWN_TRANSACTIONS),
    through: HEIGHT,
  }),
  scanUtxoSetRequest: object(PUBLIC_SCRIPTS),
  scanUtxoSetAnswer: object({
    height: HEIGHT,
    block: HASH,
    coins: list(object({ txid: HASH, vout: VOUT, height: HEIGHT }), MAX_UTXO_SET_COINS),
  }),
  utxoSetProgressRequest: NOTHING,
  utxoSetProgressAnswer: object({ percent: nullable({ type: 'number', minimum: 0, maximum: 100 }) }),
  abortUtxoSetScanRequest: NOTHING,
  abortUtxoSetScanAnswer: NOTHING,
  saveCopyRequest: object({ name: COPY_NAME, number: COPY_NUMBER }),
  saveCopyAnswer: NOTHING,
  copiesRequest: object({ name: COPY_NAME }),
  copiesAnswer: object({ numbers: list(COPY_NUMBER, 10) }),
  copyRequest: object({ name: COPY_NAME, number: COPY_NUMBER }),
  copyAnswer: object({ found: BOOLEAN }),
};
