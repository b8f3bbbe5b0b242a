import test from 'ava';
import fc from 'fast-check';
import { utf8 } from '../../../../shared/crypto/bytes.ts';
import { formatLabel, parseLabelFile, type LabelRecord } from '../../../../vm-wallet/import/label-file.ts';
import { pathsOfAddresses } from '../../../../vm-wallet/import/own-addresses.ts';
import {
  applyLabels,
  labelsOf,
  wouldUnfreeze,
  type LabelImport,
} from '../../../../vm-wallet/import/wallet-labels.ts';
import { formatKeyPath } from '../../../../vm-wallet/keys/hd-wallet.ts';
import type { HistoryEntry, WalletState } from '../../../../vm-wallet/store/state.ts';
import { emptyState, testKeys } from '../../../fixtures/memory-store.ts';
import { storedCoin } from '../../../fixtures/wallet-file.ts';

const keys = testKeys();
const NOW = 77;
const LOOKAHEAD = 3;
const NOTHING = {
  transactions: 0,
  addresses: 0,
  outputs: 0,
  frozen: 0,
  unfrozen: 0,
  unknown: [],
  ignored: 0,
};
const TXIDS = ['11', '22', '33', '44'].map((byte) => byte.repeat(32));
const [FIRST = '', SECOND = '', THIRD = '', ELSEWHERE = ''] = TXIDS;

function historyOf(txid: string): HistoryEntry {
  return {
    at: 1,
    kind: 'deposit',
    txid,
    height: 7,
    delta: '5',
    amount: '5',
    minerFee: null,
    coinjoinFee: null,
    fromMixdepth: null,
    toMixdepth: 0,
    peers: [],
  };
}

function addressAt(branch: number, index: number): string {
  return keys.addressAt({ mixdepth: 0, branch, index });
}

function apply(state: WalletState, records: readonly LabelRecord[]): LabelImport {
  const addresses = new Set(records.filter(({ type }) => type === 'addr').map(({ ref }) => ref));
  return applyLabels(state, records, pathsOfAddresses(state, keys, addresses, LOOKAHEAD), NOW);
}

/** A wallet with one transaction, one issued address, and two coins of which one is frozen. */
function small(): WalletState {
  return emptyState({
    nextIndex: { '0/0': 1 },
    shown: { '0/0/0': { address: addressAt(0, 0), purpose: 'deposit', at: 5, label: '' } },
    history: [historyOf(FIRST)],
    coins: {
      [`${SECOND}:0`]: storedCoin({ label: 'old' }),
      [`${SECOND}:1`]: storedCoin({ frozen: true }),
    },
    freezeOnSight: { [`${THIRD}:0`]: true },
  });
}

test('labels of transactions, addresses and coins are applied', (t) => {
  const state = small();
  const result = apply(state, [
    { type: 'tx', ref: FIRST, label: 'first' },
    { type: 'tx', ref: SECOND, label: 'second' },
    { type: 'addr', ref: addressAt(0, 0), label: 'shop' },
    { type: 'output', ref: `${SECOND}:0`, label: 'new', spendable: false },
    { type: 'output', ref: `${SECOND}:1`, spendable: true },
  ]);
  t.deepEqual(result, { ...NOTHING, transactions: 2, addresses: 1, outputs: 2, frozen: 1, unfrozen: 1 });
  t.deepEqual(state.transactionLabels, { [FIRST]: 'first', [SECOND]: 'second' });
  t.deepEqual(state.shown['0/0/0'], { address: addressAt(0, 0), purpose: 'deposit', at: 5, label: 'shop' });
  t.like(state.coins[`${SECOND}:0`], { label: 'new', frozen: true });
  t.like(state.coins[`${SECOND}:1`], { label: '', frozen: false });
});

test('what a line leaves out stays as it was', (t) => {
  const state = small();
  apply(state, [
    { type: 'tx', ref: FIRST },
    { type: 'addr', ref: addressAt(0, 0) },
    { type: 'output', ref: `${SECOND}:0` },
    { type: 'output', ref: `${SECOND}:1`, label: 'named' },
  ]);
  const expected = small();
  t.deepEqual(state, {
    ...expected,
    coins: { ...expected.coins, [`${SECOND}:1`]: storedCoin({ frozen: true, label: 'named' }) },
  });
});

test('what the wallet does not know is reported, and nothing is made of it', (t) => {
  const state = small();
  const foreign = [ELSEWHERE, 'bcrt1qforeign', `${ELSEWHERE}:0`, '__proto__', 'constructor'];
  const result = apply(state, [
    { type: 'tx', ref: ELSEWHERE, label: 'x' },
    { type: 'addr', ref: 'bcrt1qforeign', label: 'x' },
    { type: 'output', ref: `${ELSEWHERE}:0`, label: 'x', spendable: false },
    { type: 'output', ref: '__proto__', spendable: false },
    { type: 'output', ref: 'constructor', spendable: false },
    { type: 'xpub', ref: 'xpub', label: 'x' },
    { type: 'pubkey', ref: '02', label: 'x' },
    { type: 'anything', ref: '', label: 'x' },
  ]);
  t.deepEqual(result, { ...NOTHING, unknown: foreign, ignored: 3 });
  t.deepEqual(state, small());
});

test('an own address that was not shown here yet is kept as shown, up to the lookahead', (t) => {
  const state = small();
  const result = apply(state, [
    { type: 'addr', ref: addressAt(0, 3), label: 'last' },
    { type: 'addr', ref: addressAt(1, 0), label: 'change' },
    { type: 'addr', ref: addressAt(0, 4), label: 'too far' },
  ]);
  t.deepEqual(result.unknown, [addressAt(0, 4)]);
  t.deepEqual(state.shown['0/0/3'], { address: addressAt(0, 3), purpose: 'deposit', at: NOW, label: 'last' });
  t.like(state.shown['0/1/0'], { purpose: 'change', label: 'change' });
  t.deepEqual(state.nextIndex, { '0/0': 1 });
});

test('a freeze that waits for its coin can be taken back, and is not told twice', (t) => {
  const state = small();
  t.like(apply(state, [{ type: 'output', ref: `${THIRD}:0`, spendable: false }]), { outputs: 1, frozen: 0 });
  t.deepEqual(state.freezeOnSight, { [`${THIRD}:0`]: true });
  t.like(apply(state, [{ type: 'output', ref: `${THIRD}:0`, spendable: true }]), { unfrozen: 1 });
  t.deepEqual(state.freezeOnSight, {});
});

test('control characters do not get into a label', (t) => {
  const state = small();
  apply(state, [{ type: 'tx', ref: FIRST, label: 'a\u001b[2Jb\nc' }]);
  t.is(state.transactionLabels[FIRST], 'a [2Jb c');
});

test('who asks before it unfreezes counts what really would be', (t) => {
  const on = (ref: string, spendable: boolean): LabelRecord => ({ type: 'output', ref, spendable });
  t.is(wouldUnfreeze(small(), [on(`${SECOND}:1`, true), on(`${SECOND}:1`, true)]), 1);
  t.is(wouldUnfreeze(small(), [on(`${THIRD}:0`, true)]), 1);
  t.is(wouldUnfreeze(small(), [on(`${SECOND}:0`, true), on(`${SECOND}:1`, false), on('x', true)]), 0);
  t.is(wouldUnfreeze(small(), [{ ...on(`${SECOND}:1`, true), type: 'tx' }]), 0);
});

test('an export leaves out spent coins that have neither label nor freeze', (t) => {
  const spentBy = { txid: ELSEWHERE, height: 9 };
  const state = emptyState({
    coins: {
      [`${FIRST}:0`]: storedCoin({ spentBy }),
      [`${FIRST}:1`]: storedCoin({ spentBy, label: 'rent' }),
      [`${FIRST}:2`]: storedCoin({ spentBy, frozen: true }),
    },
  });
  t.deepEqual(labelsOf(state), [
    { type: 'output', ref: `${FIRST}:1`, label: 'rent', spendable: true },
    { type: 'output', ref: `${FIRST}:2`, spendable: false },
  ]);
});

const label = fc.oneof(
  fc.constant(''),
  fc.string({ unit: 'grapheme', maxLength: 40 }).filter((text) => !/[\p{Cc}\u2028\u2029]/u.test(text)),
);
const paths = [0, 1].flatMap((branch) => [0, 1, 2].map((index) => ({ mixdepth: 0, branch, index })));
const outpoints = TXIDS.slice(0, 3).flatMap((txid) => [`${txid}:0`, `${txid}:1`]);
const written = fc.record({
  transactions: fc.dictionary(fc.constantFrom(FIRST, SECOND), label),
  addresses: fc.array(label, { minLength: paths.length, maxLength: paths.length }),
  coins: fc.array(fc.record({ label, frozen: fc.boolean() }), {
    minLength: outpoints.length,
    maxLength: outpoints.length,
  }),
});

interface Written {
  readonly transactions: Readonly<Record<string, string>>;
  readonly addresses: readonly string[];
  readonly coins: readonly { readonly label: string; readonly frozen: boolean }[];
}

function walletOf({ transactions, addresses, coins }: Written): WalletState {
  return emptyState({
    nextIndex: { '0/0': 3, '0/1': 3 },
    history: [historyOf(FIRST), historyOf(SECOND)],
    transactionLabels: { ...transactions },
    shown: Object.fromEntries(
      paths.map((path, index) => [
        formatKeyPath(path),
        { address: keys.addressAt(path), purpose: 'deposit', at: 1, label: addresses[index] ?? '' },
      ]),
    ),
    coins: Object.fromEntries(outpoints.map((key, index) => [key, storedCoin(coins[index])])),
    freezeOnSight: { [`${ELSEWHERE}:7`]: true },
  });
}

test('what was exported and imported again gives the same labels and freezes', (t) => {
  fc.assert(
    fc.property(written, fc.boolean(), (one, frozen) => {
      const from = walletOf(one);
      const file = utf8(
        labelsOf(from)
          .map((record) => `${formatLabel(record)}\n`)
          .join(''),
      );
      const into = walletOf({
        transactions: {},
        addresses: paths.map(() => ''),
        coins: outpoints.map(() => ({ label: '', frozen })),
      });
      t.deepEqual(apply(into, parseLabelFile(file)).unknown, []);
      t.deepEqual(into.coins, from.coins);
      t.deepEqual(into.shown, from.shown);
      const named = Object.entries(from.transactionLabels).filter(([, text]) => text !== '');
      t.deepEqual(into.transactionLabels, Object.fromEntries(named));
      t.deepEqual(into.freezeOnSight, from.freezeOnSight);
    }),
    { numRuns: 60 },
  );
});
