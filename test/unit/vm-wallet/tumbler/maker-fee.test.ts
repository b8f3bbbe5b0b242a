import test from 'ava';
import type { HistoryEntry } from '../../../../vm-wallet/store/state.ts';
import { usualMakerFee } from '../../../../vm-wallet/tumbler/maker-fee.ts';

/** A CoinJoin of a million sats with four makers that got `fee` together. */
function joined(fee: number, changes: Partial<HistoryEntry> = {}): HistoryEntry {
  return {
    at: 0,
    kind: 'coinjoin-taker',
    txid: 'ab'.repeat(32),
    height: 1,
    delta: '0',
    amount: '1000000',
    minerFee: '500',
    coinjoinFee: fee.toString(),
    fromMixdepth: 0,
    toMixdepth: 1,
    peers: ['J51', 'J52', 'J53', 'J54'],
    ...changes,
  };
}

test('without a CoinJoin of our own it is what makers ask unless told otherwise', (t) => {
  const nothing = { relative: 0.00002, joins: 0 };
  t.deepEqual(usualMakerFee({ history: [] }), nothing);
  const useless = [
    joined(400, { kind: 'coinjoin-maker' }),
    joined(400, { kind: 'coinjoin' }),
    joined(400, { coinjoinFee: null }),
    joined(400, { peers: [] }),
    joined(400, { amount: '0' }),
  ];
  for (const entry of useless) t.deepEqual(usualMakerFee({ history: [entry] }), nothing);
});

test('it is the median of what one maker got, as a fraction of the amount', (t) => {
  const of = (...fees: readonly number[]): unknown =>
    usualMakerFee({ history: fees.map((fee) => joined(fee)) });
  t.deepEqual(of(400), { relative: 0.0001, joins: 1 });
  t.deepEqual(of(400, 80_000), { relative: (0.0001 + 0.02) / 2, joins: 2 });
  t.deepEqual(of(80_000, 400, 800), { relative: 0.0002, joins: 3 });
  // Makers that pay more to the miner than they ask.
  t.deepEqual(of(-400), { relative: 0, joins: 1 });
});

test('twenty CoinJoins count, the latest ones', (t) => {
  const old = Array.from({ length: 21 }, () => joined(80_000));
  const fresh = (count: number): HistoryEntry[] => Array.from({ length: count }, () => joined(400));
  t.is(usualMakerFee({ history: [...old, ...fresh(9)] }).relative, 0.02);
  t.is(usualMakerFee({ history: [...old, ...fresh(11)] }).relative, 0.0001);
  t.is(usualMakerFee({ history: old }).joins, 20);
});
