import type { SectionReader } from './section.ts';
import { boolean, decimal, integer, oneOf } from './value.ts';

/** The section `[YIELDGENERATOR]`: joinmarket-clientserver's keys, and below them those that are ours or joinmarket-ng's. */
export interface MakerConfig {
  readonly orderType: 'reloffer' | 'absoffer' | 'both';
  /** Sats. */
  readonly feeAbsolute: number;
  /** A fraction as fixed-point text. */
  readonly feeRelative: string;
  readonly feeFactor: number;
  /** Sats. */
  readonly txFeeContribution: number;
  readonly txFeeContributionFactor: number;
  /** Sats. */
  readonly minSize: number;
  readonly sizeFactor: number;
  /** True when fees are moved to the steps that joinmarket-ng's makers use. */
  readonly feeGrid: boolean;
  /** Seconds that pass at most until a changed balance is announced. */
  readonly announceDelay: number;
  /** The lowest miner fee rate that is signed for, in sat/vB; 0 looks no fee up. */
  readonly minFeeRate: number;
  /** Takers that may hold coins of ours at one time. */
  readonly maxDisclosed: number;
  /** True when coins of mixdepth 0 may be merged whatever they come from. */
  readonly mergesMixdepthZero: boolean;
}

/** Reads what a maker offers and refuses. @throws ConfigError */
export function readMaker(section: SectionReader): MakerConfig {
  const relative = section.get('cjfee_r', decimal(0, 1), 0.00002);
  return {
    orderType: section.get('ordertype', oneOf('reloffer', 'absoffer', 'both'), 'reloffer'),
    feeAbsolute: section.get('cjfee_a', integer(0), 500),
    feeRelative: relative.toFixed(10).replace(/0+$/u, '').replace(/\.$/u, '.0'),
    feeFactor: section.get('cjfee_factor', decimal(0, 1), 0.1),
    txFeeContribution: section.get('txfee_contribution', integer(0), 0),
    txFeeContributionFactor: section.get('txfee_contribution_factor', decimal(0, 1), 0.3),
    minSize: section.get('minsize', integer(0), 100_000),
    sizeFactor: section.get('size_factor', decimal(0, 1), 0.1),
    feeGrid: section.get('fee_grid', boolean, true),
    announceDelay: section.get('offer_reannounce_delay_max', integer(0, 86_400), 600),
    minFeeRate: section.get('min_fee_rate', decimal(0, 1000), 1),
    maxDisclosed: section.get('max_takers_shown', integer(1, 128), 16),
    mergesMixdepthZero: section.get('allow_mixdepth_zero_merge', boolean, false),
  };
}
