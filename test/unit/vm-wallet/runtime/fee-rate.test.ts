import test from 'ava';
import type { FeeEstimate } from '../../../../shared/bridge/chain.ts';
import { FeeError, feeRateFor, type FeeWish } from '../../../../vm-wallet/runtime/fee-rate.ts';
import { ALMOST_ONE, drawnRandom } from '../../../fixtures/drawn-random.ts';

const POLICY = { txFees: 3, txFeesFactor: 0.2, absurdFeePerKb: 350_000 };

/** The rate, and for how many blocks the node was asked. */
async function rate(
  wish: FeeWish,
  { unit = 0, policy = {}, ...estimate }: Partial<FeeEstimate> & { unit?: number; policy?: object } = {},
): Promise<readonly [rate: number, blocks: number]> {
  let asked = 0;
  const client = {
    feeEstimate: (blocks: number) => {
      asked = blocks;
      return Promise.resolve({ satsPerKvb: 5000, mempoolMinimumSatsPerKvb: 1000, ...estimate });
    },
  };
  return [await feeRateFor(client, { ...POLICY, ...policy }, drawnRandom(unit), wish), asked];
}

test('the estimate is raised by up to tx_fees_factor', async (t) => {
  t.deepEqual(await rate({}), [5000, 3]);
  t.deepEqual(await rate({}, { unit: ALMOST_ONE }), [5999, 3]);
  t.deepEqual(await rate({ factor: 0.5 }, { unit: ALMOST_ONE }), [7499, 3]);
  t.deepEqual(await rate({ factor: 0 }, { unit: ALMOST_ONE }), [5000, 3]);
});

test('blocks are asked for, also where tx_fees names a rate', async (t) => {
  t.deepEqual(await rate({ blocks: 12 }), [5000, 12]);
  t.deepEqual(await rate({}, { policy: { txFees: 7000 } }), [7000, 1000]);
  t.deepEqual(await rate({ blocks: 12 }, { policy: { txFees: 7000 } }), [5000, 12]);
  t.deepEqual(await rate({}, { satsPerKvb: null }), [20_000, 3]);
});

test('a rate that the user names is taken as it is', async (t) => {
  t.deepEqual(await rate({ satsPerVbyte: 2.5 }, { unit: ALMOST_ONE }), [2500, 3]);
});

test('the floor is what the mempool takes, and 1 sat/vB whatever it says', async (t) => {
  t.deepEqual(await rate({ satsPerVbyte: 1 }), [1000, 3]);
  t.deepEqual(await rate({ satsPerVbyte: 0.5 }, { mempoolMinimumSatsPerKvb: 0 }), [1000, 3]);
  t.deepEqual(await rate({ satsPerVbyte: 3 }, { mempoolMinimumSatsPerKvb: 4000 }), [4000, 3]);
  t.deepEqual(await rate({ satsPerVbyte: 3 }, { mempoolMinimumSatsPerKvb: 3000 }), [3000, 3]);
  t.deepEqual(await rate({}, { satsPerKvb: 1, mempoolMinimumSatsPerKvb: 2000, unit: 0.5 }), [2200, 3]);
});

test('the ceiling is absurd_fee_per_kb, for the node as for the user', async (t) => {
  t.deepEqual(await rate({ satsPerVbyte: 350 }), [350_000, 3]);
  await t.throwsAsync(rate({ satsPerVbyte: 350.001 }), { code: 'fee-absurd' });
  await t.throwsAsync(rate({}, { satsPerKvb: 350_001 }), { code: 'fee-absurd' });
});

test('the node may raise a rate to absurd_fee_per_kb, and not above it: then it is named as the cause', async (t) => {
  const raised = (mempoolMinimumSatsPerKvb: number, unit = ALMOST_ONE): ReturnType<typeof rate> =>
    rate({}, { mempoolMinimumSatsPerKvb, unit });
  t.deepEqual(await raised(349_999, 0), [349_999, 3]);
  // Whatever is drawn for the blur.
  t.deepEqual(await raised(349_999), [350_000, 3]);
  t.deepEqual(await raised(350_000), [350_000, 3]);
  const error = await t.throwsAsync(raised(350_001), {
    code: 'fee-absurd',
    message: /takes nothing below 350001/u,
  });
  t.regex(String(error), /absurd_fee_per_kb is 350000/u);
  t.regex(error instanceof FeeError ? (error.cure ?? '') : '', /minrelaytxfee and maxmempool/u);
  // Also where the user names a rate that the node would not take.
  await t.throwsAsync(rate({ satsPerVbyte: 3 }, { mempoolMinimumSatsPerKvb: 350_001 }), {
    code: 'fee-absurd',
  });
});
