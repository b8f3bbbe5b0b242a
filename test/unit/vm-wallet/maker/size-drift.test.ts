import test from 'ava';
import fc from 'fast-check';
import { SizeDrift } from '../../../../vm-wallet/maker/size-drift.ts';
import { drawnRandom } from '../../../fixtures/drawn-random.ts';

test('the first blur is drawn, the next ones are near the one before', (t) => {
  const drift = new SizeDrift(drawnRandom(0.5, 1, 0, 0.5));
  t.is(drift.next(), 0.5);
  t.is(drift.next(), 0.6);
  t.is(drift.next(), 0.5);
  t.is(drift.next(), 0.5);
});

test('at the ends it turns back', (t) => {
  const low = new SizeDrift(drawnRandom(0.05, 0));
  low.next();
  t.is(low.next().toFixed(3), '0.050');
  const high = new SizeDrift(drawnRandom(0.95, 1));
  high.next();
  t.is(high.next().toFixed(3), '0.950');
});

test('whatever is drawn: a blur is from 0 to 1, and no step is larger than a tenth', (t) => {
  const units = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 50 });
  fc.assert(
    fc.property(units, (drawn) => {
      const drift = new SizeDrift(drawnRandom(...drawn));
      let before = drift.next();
      for (let count = 1; count < drawn.length; count += 1) {
        const blur = drift.next();
        t.true(blur >= 0 && blur <= 1);
        t.true(Math.abs(blur - before) <= 0.1 + 1e-9);
        before = blur;
      }
    }),
  );
});
