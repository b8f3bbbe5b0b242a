/** JSON Schema of the wallet state on disk (`state.ts`). Compiled by `npm run schemas`. */
const HASH = { type: 'string', pattern: '^[0-9a-f]{64}$' };
const HEX = { type: 'string', pattern: '^([0-9a-f]{2})*$' };
const SATS = { type: 'string', pattern: '^[0-9]{1,16}$' };
const SIGNED_SATS = { type: 'string', pattern: '^-?[0-9]{1,16}$' };
const TIME = { type: 'integer', minimum: 0 };
const HEIGHT = { type: ['integer', 'null'], minimum: 0 };
const TEXT = { type: 'string' };
const PATH = { type: 'string', pattern: '^[0-9]{1,2}/[0-3]/[0-9]{1,10}$' };
const OUTPOINT = { type: 'string', pattern: '^[0-9a-f]{64}:[0-9]{1,10}$' };
const KEY = { type: 'string', pattern: '^0[23][0-9a-f]{64}$' };
const COUNT = { type: 'integer', minimum: 0 };
const WEIGHT = { type: 'number', minimum: 0 };
const CERTIFICATE_REQUEST = { privateKey: HASH, publicKey: KEY, expiry: COUNT };
const PENDING = {
  raw: HEX,
  at: TIME,
  round: { anyOf: [TEXT, { type: 'null' }] },
  byOwnNode: { type: 'boolean' },
};

function object(properties: Record<string, unknown>): Record<string, unknown> {
  return { type: 'object', properties, required: Object.keys(properties), additionalProperties: false };
}

function nullable(schema: Record<string, unknown>): Record<string, unknown> {
  return { anyOf: [schema, { type: 'null' }] };
}

function mapOf(key: { readonly pattern: string }, value: Record<string, unknown>): Record<string, unknown> {
  return { type: 'object', patternProperties: { [key.pattern]: value }, additionalProperties: false };
}

export const schemas: Record<string, Record<string, unknown>> = {
  walletState: object({
    version: { const: 3 },
    network: { enum: ['mainnet', 'testnet', 'signet', 'regtest'] },
    // Empty under the maker password.
    entropy: { type: 'string', pattern: '^(([0-9a-f]{8}){4,8})?$' },
    extension: TEXT,
    family: { enum: ['native', 'nested'] },
    createdAt: TIME,
    birthday: HEIGHT,
    mixdepths: { type: 'integer', minimum: 1, maximum: 10 },
    nextIndex: mapOf(
      { pattern: '^[0-9]{1,2}/[0-3]$' },
      { type: 'integer', minimum: 0, maximum: 0x7fff_ffff },
    ),
    shown: mapOf(
      PATH,
      object({
        address: TEXT,
        purpose: { enum: ['deposit', 'change', 'coinjoin', 'released'] },
        at: TIME,
        label: TEXT,
      }),
    ),
    coins: mapOf(
      OUTPOINT,
      object({
        value: SATS,
        scriptPubKey: HEX,
        path: PATH,
        height: HEIGHT,
        spentBy: nullable(object({ txid: HASH, height: HEIGHT })),
        frozen: { type: 'boolean' },
        label: TEXT,
        locktime: { type: ['integer', 'null'], minimum: 0 },
      }),
    ),
    freezeOnSight: mapOf(OUTPOINT, { const: true }),
    backend: { enum: ['filters', 'descriptors'] },
    scanned: nullable(object({ height: TIME, block: HASH })),
    leases: mapOf(OUTPOINT, object({ round: TEXT, until: TIME })),
    commitments: mapOf(HASH, object({ outpoint: OUTPOINT, index: TIME, at: TIME })),
    rounds: {
      type: 'object',
      additionalProperties: object({
        id: TEXT,
        role: { enum: ['taker', 'maker'] },
        startedAt: TIME,
        stage: TEXT,
        amount: SATS,
        peers: { type: 'array', items: TEXT },
        addresses: { type: 'array', items: PATH },
        coins: { type: 'array', items: OUTPOINT },
        earning: nullable(SIGNED_SATS),
        txid: nullable(HASH),
        outcome: { enum: ['open', 'done', 'failed', 'abandoned'] },
        reason: nullable(TEXT),
      }),
    },
    history: {
      type: 'array',
      items: object({
        at: TIME,
        kind: { enum: ['deposit', 'send', 'coinjoin', 'coinjoin-taker', 'coinjoin-maker'] },
        txid: HASH,
        height: HEIGHT,
        delta: SIGNED_SATS,
        amount: SATS,
        minerFee: nullable(SATS),
        coinjoinFee: nullable(SIGNED_SATS),
        fromMixdepth: { type: ['integer', 'null'], minimum: 0 },
        toMixdepth: { type: ['integer', 'null'], minimum: 0 },
        peers: { type: 'array', items: TEXT },
      }),
    },
    pending: mapOf(HASH, object(PENDING)),
    confirmed: mapOf(HASH, object({ ...PENDING, height: TIME })),
    refused: mapOf(HASH, object({ coins: { type: 'array', items: OUTPOINT }, at: TIME, reason: TEXT })),
    transactionLabels: mapOf(HASH, TEXT),
    backups: TIME,
    bonds: {
      type: 'object',
      additionalProperties: object({
        locktime: TIME,
        publicKey: KEY,
        path: nullable(PATH),
        createdAt: TIME,
        certificate: nullable(object({ ...CERTIFICATE_REQUEST, signature: HEX })),
        request: nullable(object(CERTIFICATE_REQUEST)),
        coin: nullable(object({ outpoint: OUTPOINT, value: SATS, height: TIME, block: HASH })),
      }),
    },
    makers: mapOf(
      OUTPOINT,
      object({ declined: WEIGHT, failed: WEIGHT, joined: COUNT, at: TIME, nick: TEXT, reason: TEXT }),
    ),
    externalProofs: mapOf(
      OUTPOINT,
      object({
        value: SATS,
        addedAt: TIME,
        proofs: {
          type: 'array',
          items: object({ commitment: HASH, P: KEY, P2: KEY, s: HASH, e: HASH }),
        },
      }),
    ),
    tumble: nullable(
      object({
        id: TEXT,
        createdAt: TIME,
        status: { enum: ['planned', 'running', 'paused', 'done', 'cancelled'] },
        reason: nullable(TEXT),
        file: nullable(TEXT),
        entries: {
          type: 'array',
          items: object({
            mixdepth: { type: 'integer', minimum: 0, maximum: 9 },
            amount: { type: 'string', pattern: '^([0-9]{1,16}|0\\.[0-9]{1,40})$' },
            makers: COUNT,
            destination: TEXT,
            wait: { type: 'number', minimum: 0 },
            rounding: { type: 'integer', minimum: 1, maximum: 16 },
            status: { enum: ['waiting', 'signing', 'broadcast', 'done'] },
            coins: { type: 'array', items: OUTPOINT },
            txids: { type: 'array', items: HASH },
            cost: SATS,
          }),
        },
        destinations: { type: 'array', items: TEXT },
        current: COUNT,
        failures: COUNT,
        notBefore: TIME,
        base: nullable(object({ mixdepth: COUNT, balance: SATS })),
        limits: object({
          feeAbsolute: COUNT,
          feeRelative: { type: 'number', minimum: 0 },
          feeRate: COUNT,
          cost: SATS,
          minimumMakers: COUNT,
          minimumAmount: SATS,
          retrySeconds: COUNT,
        }),
        makerHours: { type: 'number', minimum: 0 },
        session: nullable(object({ entry: COUNT, until: TIME })),
      }),
    ),
    rules: nullable(object({ text: TEXT, at: TIME })),
    audit: object({ entries: COUNT, head: HASH }),
    allowances: { type: 'array', items: object({ from: TIME, until: TIME, upTo: SATS, spent: SATS }) },
  }),
  sealedSeed: object({
    entropy: { type: 'string', pattern: '^([0-9a-f]{8}){4,8}$' },
    extension: TEXT,
    guarded: { type: 'array', items: TEXT },
    digest: HASH,
  }),
  makerFile: object({
    bodyKey: HASH,
    network: { enum: ['mainnet', 'testnet', 'signet', 'regtest'] },
    fingerprint: { type: 'string', pattern: '^[0-9a-f]{8}$' },
    logKey: HASH,
    branches: mapOf(
      { pattern: '^[0-9]/[0-3]$' },
      { type: 'string', pattern: '^[tx]p(rv|ub)[1-9A-HJ-NP-Za-km-z]{107}$' },
    ),
  }),
};
