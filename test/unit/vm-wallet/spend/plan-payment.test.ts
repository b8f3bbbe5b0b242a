import test from 'ava';
import { sats } from '../../../../shared/bitcoin/amount.ts';
import { selectCoins, type MergeAlgorithm } from '../../../../vm-wallet/coins/select.ts';
import { splitLeftOver } from '../../../../vm-wallet/spend/change.ts';
import {
  planPayment,
  type PaymentPlan,
  type PaymentRequest,
} from '../../../../vm-wallet/spend/plan-payment.ts';
import { coinAt, strangeOutpoint } from '../../../fixtures/spend.ts';

const COIN = coinAt({ mixdepth: 0, branch: 0, index: 0 }, 0);
const RATE = 2000;
/** Fees at 2 sat/vB of one p2wpkh input with one and with two p2wpkh outputs. */
const ONE_OUTPUT = 220;
const TWO_OUTPUTS = 282;

function plan(
  values: readonly number[],
  amounts: readonly number[],
  { algorithm = 'default', ...more }: Partial<PaymentRequest> & { algorithm?: MergeAlgorithm } = {},
): PaymentPlan {
  const available = values.map((value, index) => ({
    ...COIN,
    ...strangeOutpoint(index),
    value: sats(value),
  }));
  return planPayment({
    amounts: amounts.map((amount) => sats(amount)),
    destinationTypes: amounts.map(() => 'p2wpkh'),
    changeType: 'p2wpkh',
    available,
    select: (target) => selectCoins(algorithm, available, target),
    feeRate: RATE,
    ...more,
  });
}

const valuesOf = ({ coins }: PaymentPlan): number[] => coins.map(({ value }) => Number(value));

test('change from 546 sat on comes back; less goes to the miners, and is told', (t) => {
  const kept = plan([100_000], [100_000 - TWO_OUTPUTS - 546]);
  t.like(kept, { change: 546n, minerFee: BigInt(TWO_OUTPUTS), dust: 0n, vsize: 141 });
  const dropped = plan([100_000], [100_000 - TWO_OUTPUTS - 545]);
  t.like(dropped, { change: null, minerFee: BigInt(TWO_OUTPUTS + 545), vsize: 110 });
  t.is(dropped.dust, sats(TWO_OUTPUTS + 545 - ONE_OUTPUT));
});

test('what is left is split at, above and below its limits', (t) => {
  const fees = { withChange: 300n, without: 200n };
  t.like(splitLeftOver(846n, fees), { change: 546n, minerFee: 300n });
  t.like(splitLeftOver(845n, fees), { change: null, minerFee: 845n, dust: 645n });
  t.like(splitLeftOver(200n, fees), { change: null, minerFee: 200n, dust: 0n });
  t.is(splitLeftOver(199n, fees), null);
});

test('all there is may be spent although eight inputs would cost more', (t) => {
  t.like(plan([100_000], [100_000 - ONE_OUTPUT]), { change: null, dust: 0n });
  t.throws(() => plan([100_000], [100_000 - ONE_OUTPUT + 1]), { code: 'send-not-enough-coins' });
});

test('coins that cost more than they bring do not stand in the way', (t) => {
  const chosen = plan([100_000, 130, 130, 130], [99_600]);
  t.deepEqual(valuesOf(chosen), [100_000]);
  t.is(Number(chosen.minerFee), 400);
});

test('exactly the coins that were named are spent, or none', (t) => {
  const available = [30_000, 20_000].map((value, id) => ({
    ...COIN,
    ...strangeOutpoint(id),
    value: sats(value),
  }));
  const named = { available, select: (target: bigint) => (target > 50_000n ? null : available) };
  t.deepEqual(valuesOf(plan([], [10_000], named)), [30_000, 20_000]);
  t.is(plan([], [50_000 - 356], named).change, null);
  t.throws(() => plan([], [50_000 - 355], named), { code: 'send-not-enough-coins' });
});

test('coins that do not cover the fee of so many inputs are chosen again', (t) => {
  const many = Array.from({ length: 40 }, () => 1_000);
  const chosen = plan([...many, 30_000], [30_000], { algorithm: 'greediest' });
  t.true(chosen.coins.length > 8);
  const spent = valuesOf(chosen).reduce((sum, value) => sum + value, 0);
  t.is(BigInt(spent), 30_000n + (chosen.change ?? 0n) + chosen.minerFee);
  t.true(chosen.minerFee >= BigInt(2 * chosen.vsize) - 1n);
});

test('the merge algorithm decides', (t) => {
  const values = [20_000, 25_000, 90_000];
  t.deepEqual(valuesOf(plan(values, [30_000])), [90_000]);
  t.deepEqual(valuesOf(plan(values, [30_000], { algorithm: 'greediest' })), [20_000, 25_000]);
});

test('a sweep takes all, and pays the rest to one recipient', (t) => {
  const swept = plan([60_000, 40_000], [0]);
  t.deepEqual(swept.amounts, [sats(100_000n - swept.minerFee)]);
  t.is(swept.vsize, 178);
  t.is(swept.change, null);
  t.deepEqual(plan([546 + ONE_OUTPUT], [0]).amounts, [sats(546)]);
  t.throws(() => plan([545 + ONE_OUTPUT], [0]), { code: 'send-dust' });
  t.throws(() => plan([ONE_OUTPUT], [0]), { code: 'send-not-enough-coins' });
  t.throws(() => plan([], [0]), { code: 'send-not-enough-coins' });
});

test('several recipients and nested coins weigh what they weigh', (t) => {
  t.is(plan([100_000], [10_000, 20_000, 30_000]).vsize, 203);
  const types = { destinationTypes: ['p2tr'], changeType: 'p2pkh' };
  t.is(plan([100_000], [10_000], types).vsize, 110 - 31 + 43 + 34);
});

test('what no node relays is refused, at 100,000 vbytes', (t) => {
  const inputs = (count: number): number[] => Array.from({ length: count }, () => 1_000);
  // 68 vB an input, 41.5 vB for the rest.
  t.true(plan(inputs(1_469), [0]).vsize <= 100_000);
  t.throws(() => plan(inputs(1_471), [0]), { code: 'send-too-large' });
});
