import test from 'ava';
import fc from 'fast-check';
import { sats, sumSats } from '../../../../shared/bitcoin/amount.ts';
import { isJmError } from '../../../../shared/errors.ts';
import { selectCoins } from '../../../../vm-wallet/coins/select.ts';
import { planPayment } from '../../../../vm-wallet/spend/plan-payment.ts';
import { coinAt, strangeOutpoint } from '../../../fixtures/spend.ts';

const COIN = coinAt({ mixdepth: 0, branch: 0, index: 0 }, 0);
const RANDOM_REQUEST = fc.record({
  values: fc.array(fc.integer({ min: 1, max: 200_000 }), { maxLength: 30 }),
  amounts: fc.array(fc.integer({ min: 546, max: 300_000 }), { minLength: 1, maxLength: 4 }),
  algorithm: fc.constantFrom('default' as const, 'gradual' as const, 'greedy' as const, 'greediest' as const),
  feeRate: fc.integer({ min: 1000, max: 100_000 }),
  sweep: fc.boolean(),
});

test('a plan adds up to the sat, at the rate, without dust; or there is not enough', (t) => {
  let made = 0;
  fc.assert(
    fc.property(RANDOM_REQUEST, ({ values, amounts, algorithm, feeRate, sweep }) => {
      const available = values.map((value, id) => ({ ...COIN, ...strangeOutpoint(id), value: sats(value) }));
      const wanted = sweep ? [sats(0)] : amounts.map((amount) => sats(amount));
      const request = {
        amounts: wanted,
        destinationTypes: wanted.map(() => 'p2wpkh'),
        changeType: 'p2wpkh',
        available,
        select: (target: bigint) => selectCoins(algorithm, available, target),
        feeRate,
      };
      try {
        const plan = planPayment(request);
        made += 1;
        const spent = sumSats(plan.coins.map(({ value }) => value));
        t.is(spent - sumSats(plan.amounts) - (plan.change ?? 0n), plan.minerFee);
        t.true(plan.change === null || plan.change >= 546n);
        t.is(plan.minerFee - plan.dust, BigInt(Math.floor((plan.vsize * feeRate) / 1000)));
        t.is(new Set(plan.coins).size, plan.coins.length);
        if (!sweep) t.deepEqual(plan.amounts, wanted);
      } catch (error) {
        if (!isJmError(error)) throw error;
        t.true(['send-not-enough-coins', 'send-dust'].includes(error.code));
      }
    }),
    { numRuns: 500 },
  );
  t.true(made > 50, `${made} plans`);
});
