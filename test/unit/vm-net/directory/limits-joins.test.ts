import test from 'ava';
import { NOT_SERVING } from '../../../../shared/jm/onion/handshake.ts';
import { JoinLimits } from '../../../../vm-net/directory/join-limits.ts';
import { NO_LIMITS } from '../../../fixtures/traffic-limits.ts';

const HOST = `${'a'.repeat(56)}.onion`;
const SECOND = 1000;

function maker(number: number, host = `${String(number).padStart(56, 'b')}.onion`) {
  return { nick: `nick ${number}`, location: `${host}:5222` };
}

function taker(number: number) {
  return { nick: `nick ${number}`, location: NOT_SERVING };
}

test('everybody together may join as often as is set, at and over it', (t) => {
  const limits = new JoinLimits({ ...NO_LIMITS, joinsPerMinute: 60 }, 0);
  const answers = Array.from({ length: 61 }, (_, index) =>
    limits.take(index % 2 === 0 ? maker(index) : taker(index), 0),
  );
  t.deepEqual(answers.slice(0, 60), Array<null>(60).fill(null));
  t.is(answers[60], 'joins');
  t.is(limits.take(maker(99), SECOND), null);
  t.is(limits.take(maker(98), SECOND), 'joins');
});

test('one onion address may join as often as is set, whatever nick and port it gives', (t) => {
  const limits = new JoinLimits({ ...NO_LIMITS, joinsPerMinutePerOnion: 3 }, 0);
  const join = (number: number, now: number) =>
    limits.take({ nick: `nick ${number}`, location: `${HOST}:${5000 + number}` }, now);
  t.deepEqual(
    [1, 2, 3, 4].map((number) => join(number, 0)),
    [null, null, null, 'joins-of-one'],
  );
  t.is(limits.take({ nick: 'x', location: `${HOST.toUpperCase()}:1` }, 0), 'joins-of-one');
  t.is(limits.take(maker(1), 0), null);
  t.is(join(5, 20 * SECOND - 1), 'joins-of-one');
  t.is(join(6, 20 * SECOND), null);
});

test('a nick that does not serve has a budget of its own', (t) => {
  const limits = new JoinLimits({ ...NO_LIMITS, joinsPerMinutePerOnion: 2 }, 0);
  t.deepEqual(
    [1, 1, 1, 2].map((number) => limits.take(taker(number), 0)),
    [null, null, 'joins-of-one', null],
  );
});

test('a nick is never mistaken for an address', (t) => {
  const limits = new JoinLimits({ ...NO_LIMITS, joinsPerMinutePerOnion: 1 }, 0);
  t.is(limits.take({ nick: HOST, location: NOT_SERVING }, 0), null);
  t.is(limits.take({ nick: 'x', location: `${HOST}:5222` }, 0), null);
});

test('who comes back in a loop takes nothing from the others', (t) => {
  const limits = new JoinLimits({ ...NO_LIMITS, joinsPerMinute: 10, joinsPerMinutePerOnion: 2 }, 0);
  const loop = Array.from({ length: 100 }, () => limits.take(maker(1), 0));
  t.is(loop.filter((answer) => answer === 'joins-of-one').length, 98);
  const others = Array.from({ length: 9 }, (_, index) => limits.take(maker(index + 2), 0));
  t.deepEqual(others, [...Array<null>(8).fill(null), 'joins']);
});

test('who is refused because too many others join loses nothing', (t) => {
  const limits = new JoinLimits({ ...NO_LIMITS, joinsPerMinute: 1, joinsPerMinutePerOnion: 1 }, 0);
  t.is(limits.take(maker(1), 0), null);
  for (let tries = 0; tries < 5; tries += 1) t.is(limits.take(maker(2), 0), 'joins');
  t.is(limits.take(maker(2), 60 * SECOND), null);
});

test('as many addresses are remembered as is set, at and over it', (t) => {
  const limits = new JoinLimits({ ...NO_LIMITS, joinsPerMinutePerOnion: 1 }, 0, 3);
  for (const number of [1, 2, 3]) t.is(limits.take(maker(number), 0), null);
  t.is(limits.take(maker(1), 0), 'joins-of-one');
  t.is(limits.take(maker(4), 0), null);
  t.is(limits.take(maker(1), 0), 'joins-of-one', 'who goes on trying is not forgotten');
  t.is(limits.take(maker(2), 0), null);
});

test('without limits everybody may join', (t) => {
  const limits = new JoinLimits(NO_LIMITS, 0);
  for (let tries = 0; tries < 10_000; tries += 1) if (limits.take(maker(1), 0) !== null) t.fail();
  t.is(limits.take(taker(1), 0), null);
});
