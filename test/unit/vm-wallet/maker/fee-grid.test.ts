import test from 'ava';
import fc from 'fast-check';
import { parseDecimal } from '../../../../shared/jm/offer.ts';
import { absoluteOnGrid, relativeOnGrid } from '../../../../vm-wallet/maker/fee-grid.ts';

test('a relative fee goes to the step that is nearest by ratio', (t) => {
  const cases: readonly (readonly [number, string])[] = [
    [0.000018, '0.00002'],
    [0.00002, '0.00002'],
    [0.000022, '0.00002'],
    // √(0.00002 × 0.00005) = 0.0000316…
    [0.0000316, '0.00002'],
    [0.0000317, '0.00005'],
    [0.0003, '0.0002'],
    [0.00032, '0.0005'],
    [0.07, '0.05'],
    [0.08, '0.1'],
  ];
  for (const [fee, step] of cases) t.is(relativeOnGrid(fee), step, String(fee));
});

test('beyond the ends of the grid are its ends, and nothing stays nothing', (t) => {
  t.is(relativeOnGrid(0), '0');
  t.is(relativeOnGrid(1e-9), '0.00002');
  t.is(relativeOnGrid(0.1), '0.1');
  t.is(relativeOnGrid(1), '0.1');
  t.is(absoluteOnGrid(0), 0);
  t.is(absoluteOnGrid(1), 100);
  t.is(absoluteOnGrid(10_000), 10_000);
  t.is(absoluteOnGrid(10_001), 10_000);
});

test('an absolute fee goes to the nearest hundred: under, at and over the middle', (t) => {
  t.deepEqual(
    [449, 450, 451, 500, 549, 550].map((fee) => absoluteOnGrid(fee)),
    [400, 500, 500, 500, 500, 600],
  );
});

test('what the fee has to cover is covered: under, at and over a step', (t) => {
  t.is(absoluteOnGrid(520, 499), 500);
  t.is(absoluteOnGrid(520, 500), 500);
  t.is(absoluteOnGrid(520, 501), 600);
  t.is(absoluteOnGrid(0, 30), 30);
  t.is(absoluteOnGrid(20_000, 15_000), 15_000);
});

test('every step can be announced, and steps are where they are', (t) => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (fee) => {
      const step = relativeOnGrid(fee);
      t.not(parseDecimal(step), null);
      t.is(relativeOnGrid(Number(step)), step);
    }),
  );
  fc.assert(
    fc.property(fc.nat(20_000), fc.nat(20_000), (fee, least) => {
      const step = absoluteOnGrid(fee, least);
      t.true(step >= least && Number.isSafeInteger(step));
      t.true(step <= Math.max(10_000, least));
    }),
  );
});
