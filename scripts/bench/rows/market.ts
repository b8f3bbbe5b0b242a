import { market, type MarketResult } from '../market/market.ts';
import type { Memory } from '../market/memory.ts';
import { median } from '../median.ts';
import type { BenchRow } from '../row.ts';

const MEGABYTE = 1e6;

/** A duration in the market: the median of the rounds. */
function duration(
  name: string,
  reference: number | null,
  figures: (result: MarketResult) => readonly number[],
  remark: (result: MarketResult) => string,
  makers?: number,
): BenchRow {
  return {
    name,
    unit: 's',
    better: 'lower',
    ...(reference === null ? {} : { reference }),
    run: async () => {
      const result = await market(makers);
      const seconds = figures(result);
      const each = seconds.map((value) => value.toFixed(3)).join(' ');
      return { value: median(seconds), note: `runs ${each}; ${remark(result)}` };
    },
  };
}

/** What a process of a kind holds resident. */
function resident(name: string, reference: number | null, of: (result: MarketResult) => Memory): BenchRow {
  return {
    name: `resident memory, ${name}`,
    unit: 'MB',
    better: 'lower',
    ...(reference === null ? {} : { reference }),
    run: async () => {
      const { now, peak } = of(await market());
      return { value: now / MEGABYTE, note: `peak ${(peak / MEGABYTE).toFixed(0)} MB` };
    },
  };
}

/** The reference was between 0.24 and 0.29 s. */
const REFERENCE_FILL_TO_BROADCAST = 0.265;

export const rows: readonly BenchRow[] = [
  duration(
    '!fill to broadcast, 3 makers',
    REFERENCE_FILL_TO_BROADCAST,
    (result) => result.fillToBroadcast,
    ({ node, isolated }) =>
      `${node.replace(/^\/|\/$/gu, '')}, wallets ${isolated ? 'without' : 'with'} network`,
  ),
  ...[10, 20].map((makers) =>
    duration(
      `!fill to broadcast, ${makers} makers`,
      null,
      (result) => result.fillToBroadcast,
      ({ isolated }) => `wallets ${isolated ? 'without' : 'with'} network`,
      makers,
    ),
  ),
  duration(
    '!fill to broadcast by a maker, 3 makers',
    null,
    (result) => result.fillToBroadcastByMaker,
    () => 'until our node sees it',
  ),
  duration(
    'taker, start to channels up',
    0.9,
    (result) => result.startToChannels,
    ({ startToNick }) => `nick after ${median(startToNick).toFixed(3)} s, which is the reference's figure`,
  ),
  resident('taker wallet', 68, ({ taker }) => taker),
  resident('maker wallet', null, ({ maker }) => maker),
  resident('joinmarketd', null, ({ daemon }) => daemon),
  resident('directory', null, ({ directory }) => directory),
];
