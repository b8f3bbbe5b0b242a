import test from 'ava';
import {
  checkOptions,
  REFERENCE_OPTIONS,
  type TumbleOptions,
} from '../../../../vm-wallet/tumbler/options.ts';
import { TumblerError } from '../../../../vm-wallet/tumbler/tumbler-error.ts';

/** Each option at a bound, and beside it. */
const BOUNDS: readonly (readonly [
  name: string,
  good: Partial<TumbleOptions>,
  bad: Partial<TumbleOptions>,
])[] = [
  ['mixdepthcount', { mixdepthCount: 5 }, { mixdepthCount: 6 }],
  ['mixdepthcount', { mixdepthCount: 1, addressCount: 1 }, { mixdepthCount: 0, addressCount: 1 }],
  ['addrcount', { addressCount: 4 }, { addressCount: 5 }],
  ['addrcount', { addressCount: 1 }, { addressCount: 0 }],
  ['minmakercount', { minimumMakers: 1 }, { minimumMakers: 0 }],
  ['minmakercount', { minimumMakers: 20, makerCount: { mean: 20, deviation: 1 } }, { minimumMakers: 21 }],
  ['makercountrange', { makerCount: { mean: 4, deviation: 0 } }, { makerCount: { mean: 3.9, deviation: 0 } }],
  [
    'makercountrange',
    { makerCount: { mean: 20, deviation: 20 } },
    { makerCount: { mean: 20.1, deviation: 1 } },
  ],
  ['makercountrange', { makerCount: { mean: 9, deviation: 0 } }, { makerCount: { mean: 9, deviation: -1 } }],
  ['mintxcount', { minimumTransactions: 1 }, { minimumTransactions: 0 }],
  ['mintxcount', { minimumTransactions: 20 }, { minimumTransactions: 21 }],
  [
    'txcountparams',
    { transactionCount: { mean: 20, deviation: 20 } },
    { transactionCount: { mean: 21, deviation: 1 } },
  ],
  [
    'txcountparams',
    { transactionCount: { mean: 0, deviation: 0 } },
    { transactionCount: { mean: 0, deviation: 21 } },
  ],
  ['timelambda', { timeLambda: 100_000 }, { timeLambda: 100_001 }],
  ['timelambda', { timeLambda: 0 }, { timeLambda: Number.NaN }],
  ['stage1-timelambda-increase', { firstStageIncrease: 100 }, { firstStageIncrease: 101 }],
  ['rounding-chance', { roundingChance: 1 }, { roundingChance: 1.01 }],
  ['rounding-sigfig-weights', { roundingWeights: [0, 0, 0, 0, 1] }, { roundingWeights: [0, 0, 0, 0, 0] }],
  ['rounding-sigfig-weights', { roundingWeights: [1, 1, 1, 1, 1] }, { roundingWeights: [1, 1, 1, 1] }],
];

test("the reference's defaults are those of its documentation, and are accepted", (t) => {
  t.deepEqual(REFERENCE_OPTIONS, {
    addressCount: 3,
    makerCount: { mean: 9, deviation: 1 },
    minimumMakers: 4,
    mixdepthCount: 4,
    transactionCount: { mean: 2, deviation: 1 },
    minimumTransactions: 2,
    timeLambda: 60,
    firstStageIncrease: 3,
    roundingChance: 0.25,
    roundingWeights: [55, 15, 25, 65, 40],
  });
  t.notThrows(() => {
    checkOptions(REFERENCE_OPTIONS, 5);
  });
});

for (const [number, [name, good, bad]] of BOUNDS.entries()) {
  test(`bound ${number + 1}: --${name}`, (t) => {
    t.notThrows(() => {
      checkOptions({ ...REFERENCE_OPTIONS, ...good }, 5);
    });
    t.throws(
      () => {
        checkOptions({ ...REFERENCE_OPTIONS, ...bad }, 5);
      },
      { instanceOf: TumblerError, code: 'tumble-bad-option', message: new RegExp(`^--${name} `, 'u') },
    );
  });
}
