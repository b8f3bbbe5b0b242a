import test from 'ava';
import { sats } from '../../../../shared/bitcoin/amount.ts';
import { outpointKey, txid } from '../../../../shared/bitcoin/outpoint.ts';
import type { Coin } from '../../../../vm-wallet/coins/coin.ts';
import type { UsedCommitment } from '../../../../vm-wallet/store/state.ts';
import { findPodleSource, type PodleSource } from '../../../../vm-wallet/taker/podle-source.ts';
import { emptyState } from '../../../fixtures/memory-store.ts';

const TIP = 100;
const AMOUNT = sats(1_000_000n);
const POLICY = { retries: 3, age: 5, amountPercent: 20 };

/** A coin with just enough value and age. */
function coin(number: number, changes: Partial<Coin> = {}): Coin {
  return {
    txid: txid(number.toString(16).padStart(2, '0').repeat(32)),
    vout: number,
    value: sats(200_000n),
    scriptPubKey: new Uint8Array(22),
    path: { mixdepth: 0, branch: 1, index: number },
    height: 96,
    frozen: false,
    locktime: null,
    ...changes,
  };
}

interface Question {
  readonly selected?: readonly Coin[];
  readonly mixdepth?: readonly Coin[];
  /** Commitments that were made before. */
  readonly used?: readonly (readonly [Coin, number])[];
  readonly amount?: bigint;
  readonly policy?: Partial<typeof POLICY>;
}

function find({ selected = [], mixdepth = [], used = [], amount = AMOUNT, policy }: Question): PodleSource {
  const commitments = Object.fromEntries(
    used.map(([one, index], number): [string, UsedCommitment] => [
      number.toString(16).padStart(64, '0'),
      { outpoint: outpointKey(one), index, at: 0 },
    ]),
  );
  const state = emptyState({ commitments });
  return findPodleSource(state, selected, mixdepth, sats(amount), TIP, { ...POLICY, ...policy });
}

/** `coin/index` of the source that was found, or why the first coin was not. */
function verdict(question: Question): unknown {
  const source = find(question);
  if (source.outcome === 'found') return `${source.coin.vout}/${source.index}`;
  const { blocksMissing, valueMissing, triesLeft } = source.unfit[0] ?? {};
  return { blocksMissing, valueMissing, triesLeft };
}

const fit = { blocksMissing: 0, valueMissing: 0n, triesLeft: 3 };

test('a coin that has never been used starts at index 0', (t) => {
  t.deepEqual(find({ selected: [coin(1)] }), { outcome: 'found', coin: coin(1), index: 0 });
});

test('the coin is old enough at the limit, not below it', (t) => {
  t.is(verdict({ selected: [coin(1, { height: 95 })] }), '1/0');
  t.is(verdict({ selected: [coin(1, { height: 96 })] }), '1/0');
  t.deepEqual(verdict({ selected: [coin(1, { height: 97 })] }), { ...fit, blocksMissing: 1 });
  t.deepEqual(verdict({ selected: [coin(1, { height: null })] }), { ...fit, blocksMissing: 5 });
  // A coin above the tip, after a reorganisation.
  t.deepEqual(verdict({ selected: [coin(1, { height: TIP + 1 })] }), { ...fit, blocksMissing: 5 });
});

test('the coin is worth the share of the amount, rounded down', (t) => {
  t.is(verdict({ selected: [coin(1, { value: sats(200_001n) })] }), '1/0');
  t.is(verdict({ selected: [coin(1, { value: sats(200_000n) })] }), '1/0');
  t.deepEqual(verdict({ selected: [coin(1, { value: sats(199_999n) })] }), { ...fit, valueMissing: 1n });
  t.is(verdict({ selected: [coin(1)], amount: 1_000_004n }), '1/0');
  t.deepEqual(verdict({ selected: [coin(1)], amount: 1_000_005n }), { ...fit, valueMissing: 1n });
  t.is(verdict({ selected: [coin(1, { value: sats(1n) })], policy: { amountPercent: 0 } }), '1/0');
});

test('a coin serves as often as makers look for it, with growing index', (t) => {
  const tries = (...indexes: readonly number[]): unknown =>
    verdict({ selected: [coin(1)], used: indexes.map((index) => [coin(1), index]) });
  t.is(tries(0), '1/1');
  t.is(tries(0, 1), '1/2');
  t.deepEqual(tries(0, 1, 2), { ...fit, triesLeft: 0 });
  t.deepEqual(tries(7), { ...fit, triesLeft: 0 });
});

test('an index that was skipped is not gone back to', (t) => {
  t.is(verdict({ selected: [coin(1)], used: [[coin(1), 1]] }), '1/2');
  t.is(
    verdict({
      selected: [coin(1)],
      used: [
        [coin(1), 1],
        [coin(1), 0],
      ],
    }),
    '1/2',
  );
});

test('other coins’ commitments do not count, not even of the same transaction', (t) => {
  const sibling = { ...coin(1), vout: 11 };
  t.is(
    verdict({
      selected: [coin(1)],
      used: [
        [coin(2), 0],
        [sibling, 2],
      ],
    }),
    '1/0',
  );
});

test('the number of retries comes from the policy', (t) => {
  const used = [[coin(1), 0]] as const;
  t.is(verdict({ selected: [coin(1)], used, policy: { retries: 2 } }), '1/1');
  t.deepEqual(verdict({ selected: [coin(1)], used, policy: { retries: 1 } }), { ...fit, triesLeft: 0 });
});

test('coins of the CoinJoin come first, a fresh one of the mixdepth only after them', (t) => {
  const [first, second, third] = [coin(1), coin(2), coin(3)];
  const mixdepth = [third, second, first];
  t.is(verdict({ selected: [first, second], mixdepth }), '1/0');
  t.is(verdict({ selected: [second, first], mixdepth }), '2/0');
  // A coin with tries left goes before one that has all of them.
  t.is(verdict({ selected: [first, second], mixdepth, used: [[first, 1]] }), '1/2');
  t.is(verdict({ selected: [first, second], mixdepth, used: [[first, 2]] }), '2/0');
  const bothUsed = [
    [first, 2],
    [second, 2],
  ] as const;
  t.is(verdict({ selected: [first, second], mixdepth, used: bothUsed }), '3/0');
});

test('a timelocked coin is no source, as makers can’t tell its script from the key', (t) => {
  t.deepEqual(verdict({ selected: [coin(1, { locktime: 1 })] }), fit);
  t.is(verdict({ selected: [coin(1, { locktime: 1 }), coin(2)] }), '2/0');
});

test('when there is none each coin is listed once, with all of its reasons', (t) => {
  const young = coin(1, { height: 98 });
  const small = coin(2, { value: sats(150_000n), height: null });
  const spent = coin(3);
  const source = find({
    selected: [young],
    mixdepth: [young, small, spent],
    used: [
      [spent, 2],
      [small, 0],
    ],
  });
  t.deepEqual(source, {
    outcome: 'none',
    unfit: [
      { coin: young, confirmations: 3, blocksMissing: 2, valueMissing: 0n, triesLeft: 3 },
      { coin: small, confirmations: 0, blocksMissing: 5, valueMissing: 50_000n, triesLeft: 2 },
      { coin: spent, confirmations: 5, blocksMissing: 0, valueMissing: 0n, triesLeft: 0 },
    ],
  });
  t.deepEqual(find({}), { outcome: 'none', unfit: [] });
});
