import test from 'ava';
import { parseConfig } from '../../../../shared/config/joinmarket-cfg.ts';
import type { MakerConfig } from '../../../../shared/config/maker.ts';
import { ConfigError } from '../../../../shared/config/value.ts';

/** What a key makes of the section, or that it is refused. */
function read(line: string): MakerConfig | 'refused' {
  try {
    return parseConfig(`[YIELDGENERATOR]\n${line}\n`).maker;
  } catch (error) {
    if (error instanceof ConfigError) return 'refused';
    throw error;
  }
}

test('without keys a maker is the reference’s, with the grid and the delay of joinmarket-ng', (t) => {
  t.deepEqual(read(''), {
    orderType: 'reloffer',
    feeAbsolute: 500,
    feeRelative: '0.00002',
    feeFactor: 0.1,
    txFeeContribution: 0,
    txFeeContributionFactor: 0.3,
    minSize: 100_000,
    sizeFactor: 0.1,
    feeGrid: true,
    announceDelay: 600,
    minFeeRate: 1,
    maxDisclosed: 16,
    mergesMixdepthZero: false,
  });
});

test('each key of ours is read', (t) => {
  t.like(read('ordertype = both'), { orderType: 'both' });
  t.like(read('fee_grid = no'), { feeGrid: false });
  t.like(read('allow_mixdepth_zero_merge = yes'), { mergesMixdepthZero: true });
  t.like(read('min_fee_rate = 0.1'), { minFeeRate: 0.1 });
});

test('limits: under, at and over them', (t) => {
  const taken = (key: string, ...values: readonly (number | string)[]): boolean[] =>
    values.map((value) => read(`${key} = ${value}`) !== 'refused');
  t.deepEqual(taken('offer_reannounce_delay_max', -1, 0, 86_400, 86_401), [false, true, true, false]);
  t.deepEqual(taken('min_fee_rate', -0.1, 0, 1000, 1000.1), [false, true, true, false]);
  t.deepEqual(taken('max_takers_shown', 0, 1, 128, 129), [false, true, true, false]);
  t.deepEqual(taken('ordertype', 'both', 'sw0reloffer'), [true, false]);
  t.deepEqual(taken('fee_grid', 'true', 'maybe'), [true, false]);
});
