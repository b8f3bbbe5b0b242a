import test from 'ava';
import { duplexPair } from 'node:stream';
import { withChecksum } from '../../../../shared/bitcoin/descriptor.ts';
import { blockHash, txid } from '../../../../shared/bitcoin/outpoint.ts';
import { BridgeError, PeerFailure } from '../../../../shared/bridge/bridge-error.ts';
import { connectChain } from '../../../../shared/bridge/chain-client.ts';
import type { ChainScans, PublicScripts } from '../../../../shared/bridge/chain-scan.ts';
import { serveChain } from '../../../../shared/bridge/chain-server.ts';
import { JmError } from '../../../../shared/errors.ts';
import { chainClientOf } from '../../../fixtures/chain-client.ts';
import { testKeys } from '../../../fixtures/memory-store.ts';

const SAID = { protocol: 1, network: 'regtest', software: 'test' } as const;
const WALLET = 'jm-split-0123456789abcdef';
const XPUB = testKeys().accountXpub(0);
const DESCRIPTOR = withChecksum(`wpkh(${XPUB}/0/*)`);
const SCRIPT = `0020${'ab'.repeat(32)}`;
const ROW = { txid: txid('11'.repeat(32)), block: blockHash('22'.repeat(32)), height: 5 };
const COIN = { txid: ROW.txid, vout: 3, height: 5 };
const NOTHING: PublicScripts = { descriptors: [], scripts: [] };

/** One question to a net VM that answers with this; the outcome, or the code of the error. */
async function ask<Value>(
  handler: Partial<ChainScans>,
  question: (client: ChainScans) => Promise<Value>,
): Promise<Value | string> {
  const [near, far] = duplexPair();
  const [client] = await Promise.all([
    connectChain(near, SAID),
    serveChain(far, SAID, chainClientOf(handler)),
  ]);
  try {
    return await question(client);
  } catch (error) {
    if (error instanceof PeerFailure || error instanceof BridgeError) return error.code;
    throw error;
  } finally {
    await client.close();
  }
}

const watching = (shown: PublicScripts, wallet = WALLET): Promise<unknown> =>
  ask({ watch: () => Promise.resolve() }, (client) => client.watch(wallet, shown));
const branch = (last: number, descriptor = DESCRIPTOR): PublicScripts['descriptors'][number] => ({
  descriptor,
  last,
});
const times = <Item>(count: number, item: Item): Item[] => Array.from({ length: count }, () => item);

test('what each question says arrives, and what each answer says comes back', async (t) => {
  const seen: unknown[] = [];
  const shown = { descriptors: [branch(999)], scripts: [SCRIPT] };
  const page = { transactions: [ROW], through: 7 };
  const found = { height: 5, block: ROW.block, coins: [COIN] };
  const handler: ChainScans = {
    watch: (...question) => Promise.resolve(void seen.push(question)),
    ownTransactions: (...question) => Promise.resolve((seen.push(question), page)),
    scanUtxoSet: (...question) => Promise.resolve((seen.push(question), found)),
    utxoSetProgress: () => Promise.resolve(12.5),
    abortUtxoSetScan: () => Promise.resolve(void seen.push('abort')),
  };
  await ask(handler, (client) => client.watch(WALLET, shown));
  t.deepEqual(await ask(handler, (client) => client.ownTransactions(WALLET, 3, 4)), page);
  t.deepEqual(await ask(handler, (client) => client.scanUtxoSet(shown)), found);
  t.is(await ask(handler, (client) => client.utxoSetProgress()), 12.5);
  t.is(
    await ask({ utxoSetProgress: () => Promise.resolve(null) }, (client) => client.utxoSetProgress()),
    null,
  );
  await ask(handler, (client) => client.abortUtxoSetScan());
  t.deepEqual(seen, [[WALLET, shown], [WALLET, 3, 4], [shown], 'abort']);
});

test('the trouble of the node is told, and costs only the question', async (t) => {
  const trouble = new JmError('node-without-wallet', 'no wallets here');
  t.is(
    await ask({ watch: () => Promise.reject(trouble) }, (client) => client.watch(WALLET, NOTHING)),
    trouble.code,
  );
});

const VIOLATION = 'bridge-schema-violation';

test('questions under and at their limits pass, and none over them', async (t) => {
  const outcomes: readonly (readonly [PublicScripts, string | undefined])[] = [
    [{ descriptors: times(39, branch(0)), scripts: [] }, undefined],
    [{ descriptors: times(40, branch(20_000)), scripts: [] }, undefined],
    [{ descriptors: times(41, branch(0)), scripts: [] }, 'daemon-down'],
    [{ descriptors: [branch(19_999)], scripts: times(1000, SCRIPT) }, undefined],
    [{ descriptors: [branch(20_001)], scripts: [] }, 'daemon-down'],
    [{ descriptors: [branch(-1)], scripts: [] }, 'daemon-down'],
    [{ descriptors: [], scripts: times(1001, SCRIPT) }, 'daemon-down'],
  ];
  for (const [shown, outcome] of outcomes) t.is(await watching(shown), outcome as never);
});

const RESCANS = [
  [1, 1, true],
  [1, 19_999, true],
  [0x7fff_ffff, 20_000, true],
  [1, 20_001, false],
  [1, 0, false],
  [0, 1, false],
  [0x8000_0000, 1, false],
] as const;

for (const [from, count, passes] of RESCANS) {
  test(`${count} blocks from ${from} on ${passes ? 'may be' : 'are never'} asked for`, async (t) => {
    const page = { transactions: [], through: 0 };
    const handler = { ownTransactions: () => Promise.resolve(page) };
    const outcome = await ask(handler, (client) => client.ownTransactions(WALLET, from, count));
    t.deepEqual(outcome, passes ? page : ('daemon-down' as never));
  });
}

const SECRETS = [
  withChecksum(`wpkh(${XPUB.replace('tpub', 'tprv')}/0/*)`),
  withChecksum(`wpkh(${XPUB.replace('tpub', 'xprv')}/0/*)`),
  withChecksum('wpkh(cVpF924EspNh8KjYsfhgY96mmxvT6DgdWiTYMtMjuM74hJaU5psW)'),
  withChecksum(`wpkh(${XPUB}/0/0)`),
  withChecksum(`wpkh(${XPUB}/2/*)`),
  withChecksum(`wpkh(${XPUB}/0'/*)`),
  withChecksum(`pkh(${XPUB}/0/*)`),
  withChecksum(`wpkh([d34db33f/84h/1h/0h]${XPUB}/0/*)`),
  `wpkh(${XPUB}/0/*)`,
  `${DESCRIPTOR} `,
  `combo(${DESCRIPTOR})`,
];

for (const descriptor of SECRETS) {
  test(`never crosses the bridge: ${descriptor.slice(0, 30)}…${descriptor.slice(-15)}`, async (t) => {
    t.is(await watching({ descriptors: [branch(9, descriptor)], scripts: [] }), 'daemon-down');
  });
}

test('both forms of a branch cross the bridge', async (t) => {
  for (const text of [`wpkh(${XPUB}/1/*)`, `sh(wpkh(${XPUB}/0/*))`]) {
    t.is(await watching({ descriptors: [branch(9, withChecksum(text))], scripts: [] }), undefined);
  }
});

test('no other scripts and no other wallets of the node can be named', async (t) => {
  for (const script of [
    '',
    `0014${'ab'.repeat(20)}`,
    `${SCRIPT}00`,
    SCRIPT.toUpperCase(),
    `5120${'ab'.repeat(32)}`,
  ]) {
    t.is(await watching({ descriptors: [], scripts: [script] }), 'daemon-down');
  }
  for (const wallet of [
    '',
    'miner',
    'jm-split-',
    'jm-split-0123456789abcde',
    `${WALLET}0`,
    '../wallet',
    `${WALLET}/..`,
  ]) {
    t.is(await watching(NOTHING, wallet), 'daemon-down');
  }
});

test('answers under and at their limits are taken, and none over them', async (t) => {
  const pages: readonly (readonly [number, boolean])[] = [
    [999, true],
    [1000, true],
    [1001, false],
  ];
  for (const [count, passes] of pages) {
    const page = { transactions: times(count, ROW), through: 9 };
    const handler = { ownTransactions: () => Promise.resolve(page) };
    t.deepEqual(
      await ask(handler, (client) => client.ownTransactions(WALLET, 1, 9)),
      passes ? page : (VIOLATION as never),
    );
  }
  for (const [count, passes] of [
    [1999, true],
    [2000, true],
    [2001, false],
  ] as const) {
    const found = { height: 1, block: ROW.block, coins: times(count, COIN) };
    const handler = { scanUtxoSet: () => Promise.resolve(found) };
    t.deepEqual(
      await ask(handler, (client) => client.scanUtxoSet(NOTHING)),
      passes ? found : (VIOLATION as never),
    );
  }
  for (const [percent, passes] of [
    [0, true],
    [100, true],
    [101, false],
    [-1, false],
  ] as const) {
    const handler = { utxoSetProgress: () => Promise.resolve(percent) };
    t.is(await ask(handler, (client) => client.utxoSetProgress()), passes ? percent : VIOLATION);
  }
});
