import test from 'ava';
import { sats } from '../../../../shared/bitcoin/amount.ts';
import { costOf, finalCost } from '../../../../vm-wallet/coinjoin/cost.ts';
import { exampleMakers, joinOf } from '../../../fixtures/coinjoin-parties.ts';

test('the worked example of the protocol, to the sat', (t) => {
  // coinjoin.md §6.4: makers 800 sat, the taker's part of the miner fee 3900 sat, of 4000 sat in all.
  const cost = finalCost(joinOf(exampleMakers()));
  t.like(cost, { makers: 800n, miner: 3900n, total: 4700n, minerFee: 4000n, vsize: 401 });
  t.is(cost.percent.toFixed(3), '0.470');
  t.is(cost.satsPerVbyte, 4000 / 401);
});

test('change that was dropped is a cost', (t) => {
  const join = joinOf(exampleMakers());
  const dropped = finalCost({ ...join, change: sats(0n) });
  t.is(dropped.total - finalCost(join).total, join.change);
});

test('nothing has no share', (t) => {
  t.deepEqual(costOf(0n, 0n, 0n), { makers: 0n, miner: 0n, total: 0n, percent: 0 });
});
