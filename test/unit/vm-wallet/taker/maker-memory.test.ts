import test from 'ava';
import type { OutpointKey } from '../../../../shared/bitcoin/outpoint.ts';
import type { MakerRecord } from '../../../../vm-wallet/store/state.ts';
import {
  badness,
  HALF_LIFE,
  isShunned,
  remember,
  SHUNNED_FROM,
  type Observation,
} from '../../../../vm-wallet/taker/maker-memory.ts';
import { makerNick } from '../../../fixtures/offers.ts';

const NOW = 1_800_000_000;
const BOND = bondOf(1);

function bondOf(number: number): OutpointKey {
  return `${number.toString(16).padStart(64, '0')}:0` as OutpointKey;
}

function seen(fault: Observation['fault'], bond = BOND): Observation {
  return { bond, nick: makerNick(1), fault, reason: fault ?? '' };
}

function after(
  ...steps: readonly (readonly [seconds: number, fault: Observation['fault']])[]
): Record<string, MakerRecord> {
  const memory: Record<string, MakerRecord> = {};
  for (const [seconds, fault] of steps) remember(memory, [seen(fault)], NOW + seconds);
  return memory;
}

test('a failure is held against a maker, and half of it is forgotten in a week', (t) => {
  const memory = after([0, 'silent']);
  t.is(badness(memory[BOND], NOW), 1);
  t.is(badness(memory[BOND], NOW + HALF_LIFE), 0.5);
  t.is(badness(memory[BOND], NOW + 2 * HALF_LIFE), 0.25);
  t.is(badness(memory[BOND], NOW - 1000), 1, 'a clock that went back');
  t.is(badness(undefined, NOW), 0);
});

test('one failure shuns for a week: under, at and over it', (t) => {
  const memory = after([0, 'broke-rule']);
  t.true(isShunned(memory, BOND, NOW + HALF_LIFE - 1));
  t.true(isShunned(memory, BOND, NOW + HALF_LIFE));
  t.false(isShunned(memory, BOND, NOW + HALF_LIFE + 1));
  t.false(isShunned(memory, undefined, NOW), 'makers without a bond are not remembered');
});

test('who declined is not held to have failed', (t) => {
  const memory = after([0, 'declined']);
  t.like(memory[BOND], { declined: 1, failed: 0, joined: 0, reason: 'declined' });
  t.false(isShunned(memory, BOND, NOW));
  t.true(isShunned(after([0, 'declined'], [0, 'declined']), BOND, NOW), 'but twice in a row is enough');
  for (const fault of ['silent', 'left', 'broke-rule'] as const) {
    t.like(after([0, fault])[BOND], { declined: 0, failed: 1, joined: 0 });
  }
});

test('refusing a burnt commitment leaves no trace', (t) => {
  t.deepEqual(after([0, 'blacklisted']), {});
});

test('a join is counted, and neither wipes a failure out nor keeps it fresh', (t) => {
  const daily = Array.from({ length: 28 }, (_unused, day) => [day * 86_400, null] as const);
  const memory = after([0, 'silent'], ...daily);
  t.is(memory[BOND]?.joined, 28);
  t.is(memory[BOND]?.reason, 'silent');
  const held = badness(memory[BOND], NOW + 4 * HALF_LIFE);
  t.true(Math.abs(held - 1 / 16) < 0.01, String(held));
  t.true(held < SHUNNED_FROM);
});

test('records that say nothing any more are forgotten, and those of joins stay', (t) => {
  const memory = after([0, 'silent']);
  const joined = bondOf(2);
  remember(memory, [seen(null, joined)], NOW);
  remember(memory, [seen('silent', bondOf(3))], NOW + 6 * HALF_LIFE);
  t.deepEqual(Object.keys(memory).sort(), [joined, bondOf(3)].sort());
});

test('at most a thousand makers are remembered, the latest ones', (t) => {
  const memory: Record<string, MakerRecord> = {};
  for (let number = 0; number < 1001; number += 1) {
    remember(memory, [seen('silent', bondOf(number))], NOW + number);
    if (number === 999) t.is(Object.keys(memory).length, 1000);
  }
  t.is(Object.keys(memory).length, 1000);
  t.is(memory[bondOf(0)], undefined);
});
