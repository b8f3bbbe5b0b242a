import test from 'ava';
import { systemRandom } from '../../../../shared/crypto/random.ts';
import { KnownMakers } from '../../../../vm-wallet/maker/known-makers.ts';
import { drawnRandom } from '../../../fixtures/drawn-random.ts';
import { makerNick } from '../../../fixtures/offers.ts';

const MAX = 2000;

function metBy(count: number): KnownMakers {
  const known = new KnownMakers();
  for (let number = 0; number < count; number += 1) known.met(makerNick(number));
  return known;
}

test('as many makers are kept as there is room for: under, at and over it', (t) => {
  t.is(metBy(MAX - 1).size, MAX - 1);
  t.is(metBy(MAX).size, MAX);
  t.is(metBy(MAX + 1).size, MAX);
});

test('a flood pushes out neither the first thousand nor the newest', (t) => {
  const known = metBy(10_000);
  t.is(known.size, MAX);
  for (const number of [0, 1, 999, 9000, 9999]) t.true(known.has(makerNick(number)), String(number));
  for (const number of [1000, 8999]) t.false(known.has(makerNick(number)), String(number));
});

test('who speaks again is newer than who does not, and counts once', (t) => {
  const known = metBy(MAX);
  known.met(makerNick(0));
  known.met(makerNick(1000));
  t.is(known.size, MAX);
  known.met(makerNick(MAX));
  t.true(known.has(makerNick(1000)));
  t.false(known.has(makerNick(1001)));
});

test('who has left makes room, among the first as well', (t) => {
  const known = metBy(MAX);
  known.left(makerNick(3));
  known.left(makerNick(1500));
  t.false(known.has(makerNick(3)));
  t.is(known.size, MAX - 2);
  // One of the later ones that speaks takes the place among the first, and is there once.
  known.met(makerNick(1600));
  t.is(known.size, MAX - 2);
  known.left(makerNick(1600));
  t.is(known.size, MAX - 3);
});

test('each can be picked, and nobody where nobody is', (t) => {
  t.is(new KnownMakers().pick(systemRandom), null);
  const known = metBy(1500);
  t.is(known.pick(drawnRandom(0)), makerNick(0));
  t.is(known.pick(drawnRandom(0.9999)), makerNick(1499));
});
