import test from 'ava';
import fc from 'fast-check';
import { TokenBucket } from '../../../shared/rate.ts';

function takeAll(bucket: TokenBucket, now: number): number {
  let taken = 0;
  while (bucket.take(now)) taken += 1;
  return taken;
}

test('what is given back can be taken again', (t) => {
  const bucket = new TokenBucket(1, 3, 0);
  t.is(takeAll(bucket, 0), 3);
  bucket.giveBack();
  t.is(takeAll(bucket, 0), 1);
  bucket.giveBack(2);
  t.is(takeAll(bucket, 0), 2);
});

test('giving back fills a bucket up to its burst, and never above', (t) => {
  for (const [given, left] of [
    [2, 2],
    [3, 3],
    [4, 3],
  ] as const) {
    const bucket = new TokenBucket(1, 3, 0);
    takeAll(bucket, 0);
    bucket.giveBack(given);
    t.is(takeAll(bucket, 0), left);
  }
});

test('whatever is taken and given back, no moment allows more than the burst', (t) => {
  const step = fc.record({ after: fc.nat(2000), takes: fc.boolean(), cost: fc.integer({ min: 1, max: 5 }) });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20 }), fc.array(step), (burst, steps) => {
      const bucket = new TokenBucket(2, burst, 0);
      let now = 0;
      for (const { after, takes, cost } of steps) {
        now += after;
        if (takes) bucket.take(now, cost);
        else bucket.giveBack(cost);
      }
      t.true(takeAll(bucket, now) <= burst);
    }),
  );
});
