import test from 'ava';
import {
  mayDisclose,
  MAX_DISCLOSURES_PER_DAY,
  MAX_DISCLOSURES_PER_HOUR,
} from '../../../../vm-wallet/maker/disclosure-budget.ts';

const NOW = 10_000_000;
const rounds = (count: number, age: number, role: 'maker' | 'taker' = 'maker') =>
  Array.from({ length: count }, () => ({ role, startedAt: NOW - age }));

test('the hourly number of disclosures: under, at and over it', (t) => {
  t.true(mayDisclose(rounds(MAX_DISCLOSURES_PER_HOUR - 1, 3599), NOW));
  t.false(mayDisclose(rounds(MAX_DISCLOSURES_PER_HOUR, 3599), NOW));
  t.false(mayDisclose(rounds(MAX_DISCLOSURES_PER_HOUR + 1, 3599), NOW));
  t.true(mayDisclose(rounds(MAX_DISCLOSURES_PER_HOUR, 3600), NOW));
});

test('the daily number of disclosures: under, at and over it', (t) => {
  t.true(mayDisclose(rounds(MAX_DISCLOSURES_PER_DAY - 1, 86_399), NOW));
  t.false(mayDisclose(rounds(MAX_DISCLOSURES_PER_DAY, 86_399), NOW));
  t.false(mayDisclose(rounds(MAX_DISCLOSURES_PER_DAY + 1, 86_399), NOW));
  t.true(mayDisclose(rounds(MAX_DISCLOSURES_PER_DAY, 86_400), NOW));
});

test("a taker's rounds disclose nothing of a maker", (t) => {
  t.true(mayDisclose(rounds(MAX_DISCLOSURES_PER_DAY + 1, 0, 'taker'), NOW));
});
