import { genesisHeader } from '../../../shared/bitcoin/genesis.ts';
import { checkProofOfWork, parseHeader } from '../../../shared/bitcoin/header.ts';
import { HeaderChain } from '../../../vm-wallet/chain/header-chain.ts';
import { milliseconds, type BenchRow } from '../row.ts';

const HEADERS = 20_000;
const BATCH = 2000;

/** Regtest headers with real, easy work, ten minutes apart. */
function mine(count: number): Uint8Array[] {
  const headers: Uint8Array[] = [];
  let last = genesisHeader('regtest');
  for (let height = 1; height <= count; height += 1) {
    const previous = parseHeader(last);
    const raw = Uint8Array.from(last);
    const view = new DataView(raw.buffer);
    raw.set(Buffer.from(previous.hash, 'hex').reverse(), 4);
    view.setUint32(68, previous.time + 600, true);
    for (let nonce = 0; ; nonce += 1) {
      view.setUint32(76, nonce, true);
      if (hasWork(raw)) break;
    }
    headers.push(raw);
    last = raw;
  }
  return headers;
}

function hasWork(raw: Uint8Array): boolean {
  try {
    checkProofOfWork(parseHeader(raw), 'regtest');
    return true;
  } catch {
    return false;
  }
}

export const rows: readonly BenchRow[] = [
  {
    name: 'header verification',
    unit: 'headers/s',
    better: 'higher',
    run: async () => {
      const headers = mine(HEADERS);
      const time = await milliseconds(() => {
        const chain = new HeaderChain('regtest');
        for (let at = 0; at < HEADERS; at += BATCH) chain.extend(at + 1, headers.slice(at, at + BATCH), 4e9);
      });
      const value = (HEADERS * 1000) / time;
      return { value, note: `100,000 headers in ${(100_000 / value).toFixed(2)} s` };
    },
  },
];
