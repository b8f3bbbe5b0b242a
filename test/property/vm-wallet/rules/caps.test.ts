import test from 'ava';
import fc from 'fast-check';
import { SPENDING_RULES, type SpendingFacts } from '../../../../vm-wallet/rules/spending/rules.ts';
import { NO_RULES } from '../../../../vm-wallet/rules/spending/spending-rules.ts';
import {
  DAY_SECONDS,
  HOUR_SECONDS,
  usageOf,
  usedWithin,
  type Moment,
  type PastAct,
} from '../../../../vm-wallet/rules/spending/usage.ts';
import { brokenRules } from '../../../fixtures/spend.ts';
import { paymentOf } from '../../../fixtures/spending-authority.ts';

const CAP = 1000n;
const RULES = { ...NO_RULES, caps: { ...NO_RULES.caps, day: { amount: CAP } } };
const START = 1_750_000_000;

interface Attempt {
  readonly amount: number;
  /** Seconds that really pass before it. */
  readonly pause: number;
  /** What an attacker makes of the clock that is theirs. */
  readonly lie: number;
}

const attempts = fc.array(
  fc.record({
    amount: fc.nat(700),
    pause: fc.nat(DAY_SECONDS),
    lie: fc.integer({ min: -400 * DAY_SECONDS, max: 400 * DAY_SECONDS }),
  }),
  { maxLength: 40 },
);

/** What is spent, at the times at which it really was. */
function spend(
  tries: readonly Attempt[],
  clocks: (time: number, lie: number) => Moment,
): readonly [number, bigint][] {
  const past: PastAct[] = [];
  const spent: [number, bigint][] = [];
  let time = START;
  for (const { amount, pause, lie } of tries) {
    time += pause;
    const moment = clocks(time, lie);
    const act = paymentOf(amount);
    const used = { hour: usedWithin(past, moment, HOUR_SECONDS), day: usedWithin(past, moment, DAY_SECONDS) };
    const facts: SpendingFacts = { act, rules: RULES, isAccepted: true, used, moment, fitsAllowance: null };
    if (brokenRules(SPENDING_RULES, facts).length > 0) continue;
    past.push({ at: moment.now, blockTime: moment.blockTime, usage: usageOf(act) });
    spent.push([time, act.amount]);
  }
  return spent;
}

/** The most that was spent in any day. */
function mostInADay(spent: readonly [number, bigint][]): bigint {
  return spent
    .map(([from]) =>
      spent
        .filter(([time]) => time >= from && time < from + DAY_SECONDS)
        .reduce((sum, [, amount]) => sum + amount, 0n),
    )
    .reduce((most, sum) => (sum > most ? sum : most), 0n);
}

test('whatever an attacker makes of this clock, no day is dearer than its cap', (t) => {
  fc.assert(
    fc.property(attempts, (tries) => {
      t.true(mostInADay(spend(tries, (time, lie) => ({ now: time + lie, blockTime: time }))) <= CAP);
    }),
  );
});

test('whatever blocks a net VM shows, no day is dearer than its cap', (t) => {
  fc.assert(
    fc.property(attempts, (tries) => {
      t.true(mostInADay(spend(tries, (time, lie) => ({ now: time, blockTime: time + lie }))) <= CAP);
    }),
  );
});

test('with honest clocks the cap is used to the last sat', (t) => {
  const tries = [400, 600, 1].map((amount) => ({ amount, pause: 1, lie: 0 }));
  t.is(mostInADay(spend(tries, (time) => ({ now: time, blockTime: time }))), CAP);
});
