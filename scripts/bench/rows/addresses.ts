import { HdWallet } from '../../../vm-wallet/keys/hd-wallet.ts';
import { milliseconds, type BenchRow } from '../row.ts';

const ADDRESSES = 1000;
const MIXDEPTHS = 5;

function derive(): void {
  // A new wallet each time, because it remembers what it has derived.
  const wallet = new HdWallet({ entropy: new Uint8Array(16).fill(7), extension: '', network: 'mainnet' });
  const indices = ADDRESSES / MIXDEPTHS / 2;
  for (let mixdepth = 0; mixdepth < MIXDEPTHS; mixdepth += 1) {
    for (const branch of [0, 1]) {
      for (let index = 0; index < indices; index += 1) wallet.addressAt({ mixdepth, branch, index });
    }
  }
}

export const rows: readonly BenchRow[] = [
  {
    name: '1,000 addresses, from the seed',
    unit: 's',
    better: 'lower',
    reference: 2.8,
    run: async () => ({ value: (await milliseconds(derive)) / 1000 }),
  },
];
