import test from 'ava';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { NO_ROUNDING } from '../../../../shared/jm/schedule.ts';
import {
  filledAfterFirstStage,
  makePlan,
  type PlannedEntry,
} from '../../../../vm-wallet/tumbler/make-plan.ts';
import { REFERENCE_OPTIONS, type TumbleOptions } from '../../../../vm-wallet/tumbler/options.ts';
import { runsOf } from '../../../../vm-wallet/tumbler/runs.ts';
import { TumblerError } from '../../../../vm-wallet/tumbler/tumbler-error.ts';
import { seededRandom } from '../../../fixtures/seeded-random.ts';

const MIXDEPTHS = 5;
const NAMES = ['first', 'second', 'third', 'fourth', 'fifth'] as const;

interface Drawn {
  readonly filled: readonly number[];
  readonly destinations: readonly string[];
  readonly options: TumbleOptions;
  readonly entries: readonly PlannedEntry[];
}

/** A plan, or null where coins would be stranded. */
function draw(
  seed: number,
  filled: readonly number[],
  count: number,
  changes: Partial<TumbleOptions>,
): Drawn | null {
  const options = { ...REFERENCE_OPTIONS, ...changes };
  const destinations = NAMES.slice(0, count);
  try {
    const entries = makePlan({
      options,
      mixdepths: MIXDEPTHS,
      filled,
      destinations,
      random: seededRandom(seed),
    });
    return { filled, destinations, options, entries };
  } catch (error) {
    if (error instanceof TumblerError && error.code === 'tumble-stranded') return null;
    throw error;
  }
}

const plans = fc
  .record({
    seed: fc.nat(),
    filled: fc.uniqueArray(fc.nat(MIXDEPTHS - 1), { minLength: 1 }),
    mixdepthCount: fc.integer({ min: 1, max: MIXDEPTHS }),
    count: fc.integer({ min: 1, max: MIXDEPTHS }),
    minimumTransactions: fc.integer({ min: 1, max: 5 }),
  })
  .filter(({ count, mixdepthCount }) => count <= mixdepthCount)
  .map(({ seed, filled, count, ...changes }) => draw(seed, filled, count, changes))
  .filter((drawn) => drawn !== null);

function holds(name: string, check: (drawn: Drawn) => boolean): void {
  test(name, (t) => {
    fc.assert(fc.property(plans, check), { numRuns: 400 });
    t.pass();
  });
}

holds('the first stage sweeps each filled mixdepth into the next, the highest first', ({ entries, filled }) =>
  [...filled]
    .sort((one, other) => other - one)
    .every(
      (mixdepth, number) =>
        entries[number]?.mixdepth === mixdepth &&
        entries[number].fraction === 0 &&
        entries[number].destination === 'INTERNAL',
    ),
);

holds('every run of entries ends with a sweep, and only with one', ({ entries }) =>
  runsOf(entries).every(({ start, end }) =>
    entries
      .slice(start, end)
      .every(({ fraction }, number) => (number === end - start - 1) === (fraction === 0)),
  ),
);

holds('fractions are above 0, and leave more than a twentieth to the sweep', ({ entries }) =>
  runsOf(entries).every(({ start, end }) => {
    const fractions = entries.slice(start, end - 1).map(({ fraction }) => fraction);
    const sum = fractions.reduce((total, fraction) => total + fraction, 0);
    return fractions.every((fraction) => fraction > 0) && sum < 0.95 + 1e-9;
  }),
);

holds(
  'destinations are paid by the last sweeps, in the order in which they were given',
  ({ entries, destinations }) => {
    const paid = entries.filter(({ destination }) => destination !== 'INTERNAL');
    const sweeps = runsOf(entries).map(({ end }) => entries[end - 1]);
    return (
      paid.map(({ destination }) => destination).join() === destinations.join() &&
      sweeps.slice(-destinations.length).every((entry, number) => entry === paid[number])
    );
  },
);

holds(
  'the last mixdepth is one sweep, and those that pay out before feed the next one',
  ({ entries, filled }) => {
    const runs = runsOf(entries.slice(filled.length));
    const last = runs.at(-1);
    const second = entries.slice(filled.length);
    return (
      last !== undefined &&
      last.end === last.start + 1 &&
      runs
        .slice(0, -1)
        .every(({ start, end }) => second.slice(start, end).some((entry) => entry.destination === 'INTERNAL'))
    );
  },
);

holds('no coins are left behind: each mixdepth that gets some is emptied after', ({ entries }) => {
  const filled = new Set<number>();
  for (const { mixdepth, fraction, destination } of entries) {
    if (fraction === 0) filled.delete(mixdepth);
    if (destination === 'INTERNAL') filled.add((mixdepth + 1) % MIXDEPTHS);
  }
  return filled.size === 0;
});

holds('makers, waits and roundings keep their bounds', ({ entries, filled, options }) =>
  entries.every(({ makers, wait, rounding, fraction }, number) => {
    const mean = options.timeLambda * (number < filled.length ? options.firstStageIncrease : 1);
    return (
      makers >= options.minimumMakers &&
      makers <= 20 &&
      wait >= 0 &&
      wait <= 10 * mean &&
      Math.abs(wait * 100 - Math.round(wait * 100)) < 1e-6 &&
      (rounding === NO_ROUNDING || (fraction > 0 && rounding >= 1 && rounding <= 5))
    );
  }),
);

test('coins that the second stage never reaches are refused, and nothing else is', (t) => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.nat(MIXDEPTHS - 1), { minLength: 1 }),
      fc.integer({ min: 1, max: MIXDEPTHS }),
      (filled, mixdepthCount) => {
        const full = filledAfterFirstStage(filled, MIXDEPTHS);
        const reachable = full.some((start) =>
          full.every((mixdepth) => (mixdepth - start + MIXDEPTHS) % MIXDEPTHS < mixdepthCount),
        );
        return (draw(1, filled, 1, { mixdepthCount }) !== null) === reachable;
      },
    ),
  );
  t.pass();
});

test('waits, makers and pieces have the means that they should', (t) => {
  const drawn = Array.from({ length: 300 }, (_unused, seed) => draw(seed, [0], 3, {})).filter(
    (plan) => plan !== null,
  );
  const second = drawn.flatMap(({ entries }) => entries.slice(1));
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const near = (value: number, wanted: number, share: number): boolean =>
    Math.abs(value - wanted) < share * wanted;
  t.true(near(mean(second.map(({ wait }) => wait)), 60, 0.1));
  t.true(near(mean(drawn.map(({ entries }) => entries[0]?.wait ?? 0)), 180, 0.2));
  // A cut normal distribution loses half on average.
  t.true(near(mean(second.map(({ makers }) => makers)), 8.5, 0.05));
  const pieces = second.filter(({ fraction }) => fraction > 0);
  t.true(near(pieces.filter(({ rounding }) => rounding !== NO_ROUNDING).length / pieces.length, 0.25, 0.25));
});

interface RecordedPlan {
  readonly options: { readonly addrcount: number; readonly mintxcount: number };
  readonly schedule: readonly (readonly [number, number, number, string, number, number, number])[];
}

test("the reference's own plans have the shape that ours have", (t) => {
  const file = path.resolve(import.meta.dirname, '../../../vectors/reference/schedule.json');
  const { cases } = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly cases: { readonly tumble_examples_not_deterministic: readonly RecordedPlan[] };
  };
  t.true(cases.tumble_examples_not_deterministic.length > 0);
  for (const { schedule, options } of cases.tumble_examples_not_deterministic) {
    const entries = schedule.map(([mixdepth, fraction, , destination]) => ({
      mixdepth,
      fraction,
      destination,
    }));
    const full = filledAfterFirstStage([0, 2], MIXDEPTHS);
    t.deepEqual([entries[0]?.mixdepth, entries[1]?.mixdepth], [2, 0]);
    t.is(entries[2]?.mixdepth, full[0]);
    const runs = runsOf(entries);
    for (const { start, end } of runs) {
      t.is(entries[end - 1]?.fraction, 0);
      t.true(entries.slice(start, end - 1).reduce((sum, { fraction }) => sum + fraction, 0) < 0.95);
    }
    const paying = runs.slice(-options.addrcount).map(({ end }) => entries[end - 1]?.destination);
    t.false(paying.includes('INTERNAL'));
  }
});
