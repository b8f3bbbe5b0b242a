import test from 'ava';
import { sats } from '../../../../shared/bitcoin/amount.ts';
import type { Random } from '../../../../shared/crypto/random.ts';
import { fromBytes } from '../../../../shared/crypto/random.ts';
import { sha256 } from '../../../../shared/crypto/hash.ts';
import { utf8 } from '../../../../shared/crypto/bytes.ts';
import type { Nick } from '../../../../shared/jm/command.ts';
import { pickChance } from '../../../../vm-wallet/bonds/pick-chance.ts';
import { valueOverTime } from '../../../../vm-wallet/bonds/value-over-time.ts';
import { chooseMakers, chooser } from '../../../../vm-wallet/taker/choose/algorithms.ts';
import { bookOffer } from '../../../fixtures/offers.ts';

/** The same draws each time. */
function seeded(seed: string): Random {
  let count = 0;
  return fromBytes((length) => sha256(utf8(`${seed} ${(count += 1)}`)).subarray(0, length));
}

const US = 'us' as Nick;

/** How often the taker's own chooser picks us. */
function simulated(
  worth: number,
  others: readonly number[],
  makers: number,
  allowance: number,
  rounds: number,
): number {
  const candidates = [worth, ...others].map((bondValue, index) => ({
    ...bookOffer(1, {}, bondValue),
    maker: index === 0 ? US : (`other${index}` as Nick),
    fee: sats(500n),
    netFee: 500n,
  }));
  const choose = chooser('fidelity_bond_weighted_order_choose', allowance);
  const random = seeded(`${worth} ${others.length} ${makers} ${allowance}`);
  let picked = 0;
  for (let round = 0; round < rounds; round += 1) {
    const chosen = chooseMakers(candidates, makers, choose, random) ?? [];
    if (chosen.some(({ maker }) => maker === US)) picked += 1;
  }
  return picked / rounds;
}

const range = (count: number, of: (index: number) => number): number[] =>
  Array.from({ length: count }, (_, index) => of(index));

for (const [name, worth, others, makers, allowance] of [
  ['equal bonds', 1, range(30, () => 1), 9, 0.125],
  ['a bond among bondless makers', 1, range(20, (index) => (index < 4 ? 1 : 0)), 5, 0.125],
  ['no bond among bonds', 0, range(40, (index) => (index < 20 ? index + 1 : 0)), 9, 0.125],
  ['bonds of very different weight', 20, range(50, (index) => 1.3 ** (index % 15)), 9, 0.125],
  ['one giant beside us', 3, [1000, ...range(25, () => 2)], 8, 0.125],
  ['a giant of our own', 1000, range(25, () => 2), 8, 0.125],
  ['no look at bonds', 5, range(15, (index) => index), 4, 1],
  ['nothing but bonds', 5, range(15, (index) => index), 4, 0],
  ['a market without bonds', 0, range(12, () => 0), 3, 0.125],
] as const) {
  test(`the formula agrees with the taker's own chooser: ${name}`, (t) => {
    const formula = pickChance({ worth, others, makers, allowance });
    const rounds = 4000;
    const seen = simulated(worth, others, makers, allowance, rounds);
    const noise = 3 * Math.sqrt(Math.max(seen * (1 - seen), 0.01) / rounds);
    t.true(Math.abs(formula - seen) <= 0.012 + noise, `formula ${formula}, simulated ${seen}`);
  });
}

test('the first pick is exact', (t) => {
  const chance = pickChance({ worth: 3, others: [1, 4, 0], makers: 1, allowance: 0.2 });
  t.true(Math.abs(chance - (0.2 / 4 + (0.8 * 3) / 8)) < 1e-12);
});

test('who is needed is picked for sure', (t) => {
  t.is(pickChance({ worth: 0, others: [1, 2], makers: 3, allowance: 0 }), 1);
  t.is(pickChance({ worth: 0, others: [], makers: 1, allowance: 0 }), 1);
  t.is(pickChance({ worth: 1, others: [0, 0], makers: 0, allowance: 0 }), 0);
});

test('a heavier bond is never picked less', (t) => {
  const others = range(30, (index) => index);
  const chances = range(20, (index) => pickChance({ worth: index * 5, others, makers: 6, allowance: 0.125 }));
  t.deepEqual(
    chances,
    [...chances].sort((one, other) => one - other),
  );
});

test('a bond weighs the same while it is locked, and nothing when as much time has gone by again', (t) => {
  const bond = {
    value: sats(100_000_000),
    confirmedAt: 1_577_836_800,
    locktime: 1_609_459_200,
    interestRate: 0.015,
    exponent: 1.3,
  };
  const life = valueOverTime(bond);
  t.deepEqual(
    life.map(({ what, at }) => [what, at]),
    [
      ['funded', 1_577_836_800],
      ['lock ends', 1_609_459_200],
      ['half decayed', 1_625_270_400],
      ['worth nothing', 1_641_081_600],
    ],
  );
  const [funded, ends, half, nothing] = life.map(({ value }) => value);
  t.is(funded, ends);
  // The value of crypto.md §5.5 for this coin at the end of its lock.
  t.true(Math.abs((funded ?? 0) - 108_227_298.26447682) < 1e-3);
  t.true((half ?? 0) > 0 && (half ?? 0) < (ends ?? 0));
  t.is(nothing, 0);
});
