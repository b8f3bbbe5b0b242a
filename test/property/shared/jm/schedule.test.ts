import test from 'ava';
import fc from 'fast-check';
import { MAX_MONEY, sats } from '../../../../shared/bitcoin/amount.ts';
import { txid } from '../../../../shared/bitcoin/outpoint.ts';
import {
  formatSchedule,
  parseSchedule,
  roundToFigures,
  ScheduleError,
  type ScheduleEntry,
} from '../../../../shared/jm/schedule.ts';

const entries: fc.Arbitrary<ScheduleEntry> = fc.record({
  mixdepth: fc.nat(999),
  amount: fc.oneof(
    fc.constant({ kind: 'sweep' } as const),
    fc.bigInt({ min: 1n, max: MAX_MONEY }).map((value) => ({ kind: 'sats', sats: sats(value) }) as const),
    fc
      .double({ min: 1e-9, max: 1, maxExcluded: true, noNaN: true })
      .map((fraction) => ({ kind: 'fraction', fraction }) as const),
  ),
  makers: fc.integer({ min: 1, max: 999 }),
  destination: fc.constantFrom('INTERNAL', 'addrask', 'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4'),
  wait: fc.double({ min: 0, max: 1e6, noNaN: true }).map((minutes) => Math.round(minutes * 100) / 100),
  rounding: fc.integer({ min: 1, max: 16 }),
  progress: fc.constantFrom(
    { state: 'to-do' } as const,
    { state: 'done' } as const,
    { state: 'broadcast', txid: txid('ab'.repeat(32)) } as const,
  ),
});

test('a schedule is read as it was written', (t) => {
  fc.assert(
    fc.property(fc.array(entries), (schedule) => {
      t.deepEqual(parseSchedule(formatSchedule(schedule), 'mainnet'), schedule);
    }),
  );
});

test('any text is a schedule or a ScheduleError', (t) => {
  const field = fc.oneof(
    fc.string({ maxLength: 8 }),
    fc.constantFrom('0', '0.5', '9', 'INTERNAL', '16', '#'),
  );
  const line = fc.array(field, { maxLength: 8 }).map((fields) => fields.join(','));
  fc.assert(
    fc.property(fc.array(line, { maxLength: 4 }), (lines) => {
      try {
        t.true(Array.isArray(parseSchedule(lines.join('\n'), 'mainnet')));
      } catch (error) {
        t.true(error instanceof ScheduleError);
      }
    }),
    { numRuns: 1000 },
  );
});

test('rounding keeps the figures and moves by at most half a unit', (t) => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: 0n, max: MAX_MONEY / 2n }),
      fc.integer({ min: 1, max: 16 }),
      (amount, figures) => {
        const rounded = roundToFigures(sats(amount), figures);
        t.true(rounded.toString().replace(/0+$/u, '').length <= figures);
        const unit = 10n ** BigInt(Math.max(0, amount.toString().length - figures));
        const distance = rounded > amount ? rounded - amount : amount - rounded;
        t.true(distance * 2n <= unit);
      },
    ),
  );
});
