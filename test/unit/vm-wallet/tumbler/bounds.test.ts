import test from 'ava';
import fc from 'fast-check';
import { sats } from '../../../../shared/bitcoin/amount.ts';
import { estimateFee } from '../../../../shared/bitcoin/size.ts';
import { costBound, durationBounds, mostForMaker } from '../../../../vm-wallet/tumbler/bounds.ts';
import { DESTINATIONS, tumbleEntry } from '../../../fixtures/tumble.ts';

const PRICES = { feeAbsolute: 1000, feeRelative: 0.001, feeRate: 10_000 };
const HOLDING = new Map([[0, { total: sats(10_000_000n), coins: 2 }]]);

test('a maker may keep either limit, so the higher one counts', (t) => {
  t.is(mostForMaker(sats(999_999n), PRICES), 1000n);
  t.is(mostForMaker(sats(1_000_000n), PRICES), 1000n);
  t.is(mostForMaker(sats(1_000_001n), PRICES), 1001n);
});

test('one sweep: every maker at its limit, and the miner', (t) => {
  const entry = tumbleEntry({ makers: 5, destination: DESTINATIONS[0] });
  const minerFees = estimateFee(3 + 15, 12, 10_000);
  t.deepEqual(costBound([entry], HOLDING, 5, PRICES), {
    makerFees: sats(5n * 10_000n),
    minerFees: sats(minerFees),
    total: sats(50_000n + minerFees),
  });
});

test('what stays inside pays again in the next mixdepth, and what left does not', (t) => {
  const inside = [tumbleEntry(), tumbleEntry({ mixdepth: 1, destination: DESTINATIONS[0] })];
  t.is(costBound(inside, HOLDING, 5, PRICES).makerFees, sats(2n * 50_000n));
  const outside = [tumbleEntry({ destination: DESTINATIONS[0] }), tumbleEntry({ mixdepth: 1 })];
  t.is(costBound(outside, HOLDING, 5, PRICES).makerFees, sats(50_000n + 5_000n));
});

test('the bound holds however a mixdepth is cut', (t) => {
  const cuts = fc.array(fc.bigInt({ min: 0n, max: 10_000_000n }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(cuts, (unsorted) => {
      const sorted = [...unsorted].sort((one, other) => (one < other ? -1 : 1));
      const pieces = [...sorted, 10_000_000n].map((cut, number) => cut - (sorted[number - 1] ?? 0n));
      const entries = pieces.map((_piece, number) =>
        tumbleEntry(number === pieces.length - 1 ? {} : { amount: '0.1' }),
      );
      const paid = pieces.reduce((sum, piece) => sum + 5n * mostForMaker(sats(piece), PRICES), 0n);
      return paid <= costBound(entries, HOLDING, 5, PRICES).makerFees;
    }),
  );
  t.pass();
});

test('time: waits between entries, confirmations, and sessions as a maker', (t) => {
  const entries = [
    tumbleEntry({ wait: 100 }),
    tumbleEntry({ mixdepth: 1, amount: '0.5', wait: 10 }),
    tumbleEntry({ mixdepth: 1, wait: 20 }),
    tumbleEntry({ mixdepth: 2, destination: DESTINATIONS[0], wait: 9999 }),
  ];
  const { expected, worst } = durationBounds(entries, 5, { retrySeconds: 60, makerHours: 0 });
  t.is(expected, 130 + 4 * 55);
  t.true(worst > expected + 4 * 6 * 20);
  t.is(durationBounds(entries, 5, { retrySeconds: 60, makerHours: 2 }).expected, expected + 120);
});
