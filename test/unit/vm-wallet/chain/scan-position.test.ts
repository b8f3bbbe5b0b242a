import test from 'ava';
import type { Header } from '../../../../shared/bitcoin/header.ts';
import { HeaderChain } from '../../../../vm-wallet/chain/header-chain.ts';
import { rewindToCommonBlock } from '../../../../vm-wallet/chain/scan-position.ts';
import type { StoredCoin } from '../../../../vm-wallet/store/state.ts';
import { emptyState, MemoryStore } from '../../../fixtures/memory-store.ts';
import { mineBranch, regtestGenesis } from '../../../fixtures/mine-headers.ts';

const GENESIS = regtestGenesis();
const LATER = GENESIS.time + 100_000_000;
const FORK = 5;

function coinAt(height: number): StoredCoin {
  return {
    value: '1000',
    scriptPubKey: '51',
    path: '0/0/0',
    height,
    spentBy: null,
    frozen: false,
    label: '',
    locktime: null,
  };
}

function headerOf(chain: HeaderChain, height: number): Header {
  const header = chain.headerAt(height);
  if (header === null) throw new Error(`no header at ${height}`);
  return header;
}

for (const depth of [1, 2015, 2016, 2017, 3000]) {
  test(`a reorganisation of ${depth} blocks goes back to the fork, and no further`, async (t) => {
    const chain = new HeaderChain('regtest');
    chain.extend(1, mineBranch(GENESIS, FORK + depth), LATER);
    const scanned = { height: FORK + depth, block: chain.tip.hash };
    const coins = { [`${'aa'.repeat(32)}:0`]: coinAt(FORK), [`${'bb'.repeat(32)}:0`]: coinAt(FORK + 1) };
    const store = new MemoryStore(emptyState({ scanned, coins }));
    await rewindToCommonBlock(store, chain);
    t.is(store.commits, 0);
    chain.extend(FORK + 1, mineBranch(headerOf(chain, FORK), depth + 1, 7), LATER);
    await rewindToCommonBlock(store, chain);
    t.deepEqual(store.state.scanned, { height: FORK, block: headerOf(chain, FORK).hash });
    t.deepEqual(
      Object.values(store.state.coins).map(({ height }) => height),
      [FORK],
    );
  });
}

test('a wallet that was scanned in part of the branch that went comes back to the fork too', async (t) => {
  const chain = new HeaderChain('regtest');
  chain.extend(1, mineBranch(GENESIS, 20), LATER);
  const above = { height: 12, block: headerOf(chain, 12).hash };
  const below = { height: 4, block: headerOf(chain, 4).hash };
  chain.extend(FORK + 1, mineBranch(headerOf(chain, FORK), 20, 7), LATER);
  for (const [scanned, height] of [
    [above, FORK],
    [below, 4],
  ] as const) {
    const store = new MemoryStore(emptyState({ scanned }));
    await rewindToCommonBlock(store, chain);
    t.is(store.state.scanned?.height, height);
  }
});
