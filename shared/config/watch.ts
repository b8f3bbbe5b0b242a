import type { SectionReader } from './section.ts';
import { integer } from './value.ts';

/** The section `[WATCH]`, which is ours: what the net VM's watch goes by. */
export interface WatchConfig {
  /** How often a second connection looks whether directories pass our offers on; 0 for never. */
  readonly ownOffersMinutes: number;
  /** After so long without a block the tip is called stale. */
  readonly staleTipMinutes: number;
}

const DAY = 1440;

/** Reads the section. @throws ConfigError */
export function readWatch(section: SectionReader): WatchConfig {
  return {
    ownOffersMinutes: section.get('own_offers_minutes', integer(0, DAY), 60),
    staleTipMinutes: section.get('stale_tip_minutes', integer(10, 7 * DAY), 120),
  };
}
