import test from 'ava';
import { utf8 } from '../../../../shared/crypto/bytes.ts';
import { WalletFileError } from '../../../../vm-wallet/store/file-format.ts';
import { parseState } from '../../../../vm-wallet/store/parse-state.ts';
import { emptyState } from '../../../fixtures/memory-store.ts';
import { storedCoin } from '../../../fixtures/wallet-file.ts';

const OUTPOINT = `${'11'.repeat(32)}:0`;

/** A state in which every table has an entry. */
const full = emptyState({
  nextIndex: { '0/1': 3 },
  shown: { '0/1/2': { address: 'bcrt1q', purpose: 'coinjoin', at: 5, label: '' } },
  coins: { [OUTPOINT]: storedCoin({ spentBy: { txid: '22'.repeat(32), height: null } }) },
  freezeOnSight: { [`${'77'.repeat(32)}:5`]: true },
  scanned: { height: 9, block: '33'.repeat(32) },
  leases: { [OUTPOINT]: { round: 'a', until: 10 } },
  commitments: { ['44'.repeat(32)]: { outpoint: OUTPOINT, index: 0, at: 3 } },
  rounds: {
    a: {
      id: 'a',
      role: 'taker',
      startedAt: 1,
      stage: 'filled',
      amount: '1000',
      peers: ['J5'],
      addresses: ['0/1/2'],
      coins: [OUTPOINT],
      earning: null,
      txid: null,
      outcome: 'open',
      reason: null,
    },
  },
  history: [
    {
      at: 1,
      kind: 'coinjoin-maker',
      txid: '55'.repeat(32),
      height: 7,
      delta: '-20',
      amount: '1000',
      minerFee: null,
      coinjoinFee: '-7',
      fromMixdepth: 0,
      toMixdepth: 1,
      peers: [],
    },
  ],
  pending: { ['66'.repeat(32)]: { raw: '00ff', at: 1, round: null, byOwnNode: true } },
});

const refused: readonly [string, string][] = [
  ['no JSON', '{'],
  ['no object', '[]'],
  ['an empty object', '{}'],
  ['a later version', JSON.stringify({ ...full, version: 4 })],
  ['an unknown network', JSON.stringify({ ...full, network: 'testnet5' })],
  ['a field that is not known', JSON.stringify({ ...full, extra: 1 })],
  ['a field named __proto__', JSON.stringify(full).replace('{', '{"__proto__":{},')],
  ['entropy of an odd length', JSON.stringify({ ...full, entropy: '5a5' })],
  [
    'an amount that is a number',
    JSON.stringify({ ...full, coins: { [OUTPOINT]: { ...storedCoin(), value: 1 } } }),
  ],
  ['a coin without an outpoint', JSON.stringify({ ...full, coins: { coin: storedCoin() } })],
  [
    'a lease until half a second',
    JSON.stringify({ ...full, leases: { [OUTPOINT]: { round: 'a', until: 1.5 } } }),
  ],
  ['an index over what can be derived', JSON.stringify({ ...full, nextIndex: { '0/0': 2 ** 31 } })],
  ['a freeze of no outpoint', JSON.stringify({ ...full, freezeOnSight: { coin: true } })],
  ['a freeze that is false', JSON.stringify({ ...full, freezeOnSight: { [OUTPOINT]: false } })],
  ['no mixdepth at all', JSON.stringify({ ...full, mixdepths: 0 })],
  ['eleven mixdepths', JSON.stringify({ ...full, mixdepths: 11 })],
];

test('a state is read as it was written', (t) => {
  t.deepEqual(parseState(utf8(JSON.stringify(full))), full);
});

test('a state of the second version has no bonds, rules or plans yet', (t) => {
  const { bonds, makers, externalProofs, tumble, rules, audit, allowances, ...second } = full;
  const before = { ...second, version: 2 };
  t.deepEqual(parseState(utf8(JSON.stringify(before))), full);
  t.deepEqual([bonds, makers, externalProofs, allowances], [{}, {}, {}, []]);
  t.deepEqual([tumble, rules, audit], [null, null, { entries: 0, head: '00'.repeat(32) }]);
});

test('a state of the first version is read as one of a native wallet with filters', (t) => {
  const { family, backend, freezeOnSight, confirmed, transactionLabels, backups, ...second } = {
    ...full,
    freezeOnSight: {},
  };
  t.deepEqual([family, backend, confirmed, transactionLabels, backups], ['native', 'filters', {}, {}, 0]);
  const { bonds, makers, externalProofs, tumble, rules, audit, allowances, ...first } = second;
  t.is(Object.keys({ bonds, makers, externalProofs, tumble, rules, audit, allowances }).length, 7);
  t.deepEqual(parseState(utf8(JSON.stringify({ ...first, version: 1 }))), { ...full, freezeOnSight });
});

for (const field of Object.keys(full)) {
  test(`refuses a state without ${field}`, (t) => {
    const rest = Object.fromEntries(Object.entries(full).filter(([name]) => name !== field));
    const content = utf8(JSON.stringify(rest));
    t.throws(() => parseState(content), { instanceOf: WalletFileError, code: 'wallet-newer-version' });
  });
}

for (const [name, content] of refused) {
  test(`refuses ${name}`, (t) => {
    t.throws(() => parseState(utf8(content)), { instanceOf: WalletFileError, code: 'wallet-newer-version' });
  });
}

test('refuses bytes that are not UTF-8', (t) => {
  const content = utf8(JSON.stringify({ ...full, extension: 'x' })).map((byte) =>
    byte === 0x78 ? 0xff : byte,
  );
  t.throws(() => parseState(content), { instanceOf: WalletFileError, code: 'wallet-newer-version' });
});

test('the number of mixdepths: at its limits', (t) => {
  for (const mixdepths of [1, 10]) {
    t.is(parseState(utf8(JSON.stringify({ ...full, mixdepths }))).mixdepths, mixdepths);
  }
});
