import test from 'ava';
import fc from 'fast-check';
import { UsageError } from '../../../../vm-wallet/cli/failure.ts';
import { parseSince } from '../../../../vm-wallet/cli/since.ts';

const NOW = 1_800_000_000;

test('a date is the start of its day in UTC, a number of days is counted back', (t) => {
  t.is(parseSince('1970-01-02', NOW), 86_400);
  t.is(parseSince('2024-02-29', NOW), Date.UTC(2024, 1, 29) / 1000);
  t.is(parseSince('0d', NOW), NOW);
  t.is(parseSince('30d', NOW), NOW - 30 * 86_400);
});

test('anything else is refused', (t) => {
  for (const text of [
    '',
    '2026-02-30',
    '2026-13-01',
    '2026-1-1',
    '30',
    '-1d',
    '123456d',
    'yesterday',
    '1d ',
  ]) {
    t.throws(() => parseSince(text, NOW), { instanceOf: UsageError }, text);
  }
});

test('whatever is typed: a number or a usage error', (t) => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      try {
        t.true(Number.isSafeInteger(parseSince(text, NOW)));
      } catch (error) {
        t.true(error instanceof UsageError);
      }
    }),
  );
});
