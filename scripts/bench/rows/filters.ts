import { randomBytes } from 'node:crypto';
import { buildFilter, filterMatches } from '../../../shared/bitcoin/compact-filter.ts';
import { blockHash, type BlockHash } from '../../../shared/bitcoin/outpoint.ts';
import { perSecond, type BenchRow } from '../row.ts';

const MAINNET_ITEMS = 8000;
const FILTERS = 16;
const BLOCKS_A_YEAR = 52_560;

/** A filter of random scripts, as large as those of full mainnet blocks: 8,000 items make about 21 kB. */
export function randomFilter(items: number): { readonly block: BlockHash; readonly filter: Uint8Array } {
  const block = blockHash(randomBytes(32).toString('hex'));
  return { block, filter: buildFilter(block, randomScripts(items)) };
}

function randomScripts(count: number): Uint8Array[] {
  return Array.from({ length: count }, () => Uint8Array.from([0x00, 0x14, ...randomBytes(20)]));
}

/** Matching of one wallet's scripts against mainnet-sized filters. */
function matching(scripts: number): BenchRow {
  return {
    name: `filter matching, ${scripts.toLocaleString('en')} scripts`,
    unit: 'blocks/s',
    better: 'higher',
    run: () => {
      const filters = Array.from({ length: FILTERS }, () => randomFilter(MAINNET_ITEMS));
      const wanted = randomScripts(scripts);
      const size = filters.reduce((total, { filter }) => total + filter.length, 0) / FILTERS;
      const { value } = perSecond((index) => {
        const chosen = filters[index % FILTERS];
        if (chosen !== undefined) filterMatches(chosen.filter, chosen.block, wanted);
      }, 1.5);
      const seconds = Math.round(BLOCKS_A_YEAR / value);
      return { value, note: `${(size / 1000).toFixed(1)} kB a filter, a year of blocks in ${seconds} s` };
    },
  };
}

export const rows: readonly BenchRow[] = [matching(1000), matching(2000)];
