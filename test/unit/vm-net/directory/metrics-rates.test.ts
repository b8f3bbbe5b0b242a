import test from 'ava';
import { LastMinute } from '../../../../vm-net/directory/last-minute.ts';
import { LoopLag } from '../../../../vm-net/directory/loop-lag.ts';

const SECOND = 1000;

test('before a minute is over the rate is since the start', (t) => {
  const rate = new LastMinute(100, 0);
  t.is(rate.perSecond(100, 0), 0);
  t.is(rate.perSecond(150, 10 * SECOND), 5);
  rate.read(150, 10 * SECOND);
  t.is(rate.perSecond(200, 20 * SECOND), 5);
});

test('later only the last minute counts', (t) => {
  const rate = new LastMinute(0, 0);
  let count = 0;
  for (let second = 5; second <= 120; second += 5) {
    count += second <= 60 ? 500 : 50;
    rate.read(count, second * SECOND);
  }
  t.is(rate.perSecond(count, 120 * SECOND), 10);
});

test('a silent minute comes to nothing, even when nobody read the counter meanwhile', (t) => {
  const rate = new LastMinute(0, 0);
  rate.read(6000, 5 * SECOND);
  t.is(rate.perSecond(6000, 65 * SECOND), 0);
});

test('a loop that is held up shows, for one period more, and then no longer', async (t) => {
  const lag = new LoopLag();
  t.teardown(() => {
    lag.stop();
  });
  t.deepEqual(lag.sample(), { median: 0, p99: 0, most: 0 });
  while (lag.sample().most < 0.15) {
    const until = performance.now() + 200;
    while (performance.now() < until);
    await new Promise((resolve) => setImmediate(resolve));
  }
  lag.turn();
  t.true(lag.sample().most >= 0.15);
  lag.turn();
  t.true(lag.sample().most < 0.15);
  t.true(lag.sample().p99 <= lag.sample().most);
});
