import test from 'ava';
import fc from 'fast-check';
import { pauseAfter } from '../../../../vm-wallet/tumbler/failures.ts';
import { fractionOf, tweak } from '../../../../vm-wallet/tumbler/tweak.ts';
import { seededRandom } from '../../../fixtures/seeded-random.ts';
import { DESTINATIONS, tumbleEntry } from '../../../fixtures/tumble.ts';

test('a sweep asks one maker fewer, and never fewer than the minimum', (t) => {
  const entries = [tumbleEntry({ makers: 5 })];
  const makersAfter = (): number => {
    tweak(entries, 0, 4, seededRandom(1));
    return entries[0]?.makers ?? 0;
  };
  t.is(makersAfter(), 4);
  t.is(makersAfter(), 4);
  const fewer = [tumbleEntry({ makers: 3 })];
  tweak(fewer, 0, 4, seededRandom(1));
  t.is(fewer[0]?.makers, 3);
});

test('whole sats stay as they are', (t) => {
  const entries = [tumbleEntry({ amount: '500000', makers: 5 })];
  tweak(entries, 0, 4, seededRandom(1));
  t.deepEqual(entries, [tumbleEntry({ amount: '500000', makers: 5 })]);
});

test('fractions are drawn anew from what is left, and only those of the same mixdepth that are to come', (t) => {
  const fractions = fc.array(fc.integer({ min: 1, max: 150_000_000 }), { minLength: 2, maxLength: 6 });
  fc.assert(
    fc.property(fractions, fc.nat(), fc.nat(4), (parts, seed, position) => {
      const current = 1 + (position % (parts.length - 1));
      const pieces = parts.map((part) =>
        tumbleEntry({ mixdepth: 1, amount: `0.${part.toString().padStart(9, '0')}` }),
      );
      const sweep = tumbleEntry({ mixdepth: 1, destination: DESTINATIONS[0] });
      const next = tumbleEntry({ mixdepth: 2, amount: '0.7' });
      const entries = [tumbleEntry({ makers: 9 }), ...pieces, sweep, next];
      const before = structuredClone(entries);
      tweak(entries, current + 1, 4, seededRandom(seed));
      const spent = before.slice(1, current + 1).reduce((sum, entry) => sum + fractionOf(entry), 0);
      const after = entries.slice(1, -2).reduce((sum, entry) => sum + fractionOf(entry), 0);
      t.deepEqual(entries.slice(0, current + 1), before.slice(0, current + 1));
      t.deepEqual(entries.slice(-2), before.slice(-2));
      return (
        entries.slice(1, -2).every((entry) => fractionOf(entry) > 0) &&
        after - spent < 0.95 * (1 - spent) + 1e-9 &&
        entries.every((entry, number) => entry.destination === before[number]?.destination)
      );
    }),
  );
});

test('pauses grow fourfold, up to three hours', (t) => {
  t.deepEqual(
    [1, 2, 3, 4, 5].map((failures) => pauseAfter(failures, 60)),
    [60, 240, 960, 3840, 10_800],
  );
});
