import test from 'ava';
import path from 'node:path';
import { genesisHeader } from '../../../../shared/bitcoin/genesis.ts';
import { outpointKey, txid } from '../../../../shared/bitcoin/outpoint.ts';
import { parseConfig } from '../../../../shared/config/joinmarket-cfg.ts';
import { HeaderFile } from '../../../../vm-wallet/chain/header-file.ts';
import { synchronise } from '../../../../vm-wallet/runtime/synchronise.ts';
import { blockOf, outputOf, transactionOf } from '../../../fixtures/blocks.ts';
import { chainClientOf, nodeStatus } from '../../../fixtures/chain-client.ts';
import { testKeys } from '../../../fixtures/memory-store.ts';
import { regtestGenesis } from '../../../fixtures/mine-headers.ts';
import { openTestWallet } from '../../../fixtures/wallet-context.ts';

const ours = testKeys().scriptAt({ mixdepth: 0, branch: 0, index: 0 });
const ELSEWHERE = { txid: txid('77'.repeat(32)), vout: 0 };
const FOREIGN = Uint8Array.of(0x00, 0x14, ...new Uint8Array(20).fill(9));
const deposit = transactionOf([ELSEWHERE], [{ script: ours, value: 50_000 }]);
const spend = transactionOf([outputOf(deposit, 0)], [{ script: FOREIGN, value: 49_000 }]);
const again = transactionOf([ELSEWHERE], [{ script: ours, value: 1000 }], 1);

const one = blockOf(regtestGenesis(), [deposit]);
const two = blockOf(one.block.header, [spend]);
const blocks = [one, two, blockOf(two.block.header, [again])];

const headersOfNode = [genesisHeader('regtest'), ...blocks.map(({ raw }) => raw.subarray(0, 80))];

const client = chainClientOf({
  status: () => Promise.resolve(nodeStatus({ height: blocks.length })),
  headers: (from, count) => Promise.resolve(headersOfNode.slice(from, from + count)),
  filters: (from, count) =>
    Promise.resolve(blocks.slice(from - 1, from - 1 + count).map(({ filter }) => filter)),
  block: (hash) => {
    const found = blocks.find(({ block }) => block.header.hash === hash);
    return found === undefined ? Promise.reject(new Error('no such block')) : Promise.resolve(found.raw);
  },
});

for (const [setting, frozen] of [
  ['', true],
  ['max_sats_freeze_reuse = -1', true],
  ['max_sats_freeze_reuse = 0', false],
  ['max_sats_freeze_reuse = 999', false],
  ['max_sats_freeze_reuse = 1000', true],
] as const) {
  test(`a coin of 1000 sat on an emptied address, with "${setting}"`, async (t) => {
    const { context } = await openTestWallet(t, [], { scanned: null, birthday: 1 });
    const headers = new HeaderFile(path.join(context.dataDir, 'fresh'), 'regtest');
    const config = parseConfig(`[BLOCKCHAIN]\nblockchain_source = regtest\n[POLICY]\n${setting}\n`);
    await synchronise({ ...context, headers, config, now: () => regtestGenesis().time + 9000 }, client);
    t.is(context.store.state.coins[outpointKey(outputOf(again, 0))]?.frozen, frozen);
  });
}
