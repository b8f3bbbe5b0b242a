import test, { type ExecutionContext } from 'ava';
import type { Transaction } from 'bitcoinjs-lib';
import { txid } from '../../../../shared/bitcoin/outpoint.ts';
import type { ChainClient } from '../../../../shared/bridge/chain.ts';
import { utf8 } from '../../../../shared/crypto/bytes.ts';
import { HeaderFile } from '../../../../vm-wallet/chain/header-file.ts';
import {
  discover,
  FAMILIES,
  type Discovered,
  type Discovery,
} from '../../../../vm-wallet/import/discover.ts';
import { HdWallet } from '../../../../vm-wallet/keys/hd-wallet.ts';
import { parseState } from '../../../../vm-wallet/store/parse-state.ts';
import { ABANDON_ENTROPY } from '../../../fixtures/abandon.ts';
import { blockOf, outputOf, transactionOf } from '../../../fixtures/blocks.ts';
import { chainClientOf, nodeStatus } from '../../../fixtures/chain-client.ts';
import { regtestGenesis } from '../../../fixtures/mine-headers.ts';
import { temporaryFolder } from '../../../fixtures/wallet-file.ts';

const GENESIS = regtestGenesis();
const ELSEWHERE = { txid: txid('77'.repeat(32)), vout: 0 };
const SEED = { entropy: ABANDON_ENTROPY, extension: '', network: 'regtest' } as const;
const KEYS = {
  native: new HdWallet({ ...SEED, family: 'native' }),
  nested: new HdWallet({ ...SEED, family: 'nested' }),
};

let salt = 0;

function pay(
  family: 'native' | 'nested',
  path: readonly [number, number, number],
  value = 1000,
): Transaction {
  salt += 1;
  const [mixdepth, branch, index] = path;
  const script = KEYS[family].scriptAt({ mixdepth, branch, index });
  return transactionOf([ELSEWHERE], [{ script, value }], salt);
}

type Block = ReturnType<typeof blockOf>;

function mine(...blocks: (readonly Transaction[])[]): Block[] {
  const chain: Block[] = [];
  for (const transactions of blocks) {
    chain.push(blockOf(chain.at(-1)?.block.header ?? GENESIS, transactions));
  }
  return chain;
}

function clientOf(chain: readonly Block[], changes: Partial<ChainClient> = {}): ChainClient {
  const tip = chain.at(-1)?.block.header.hash ?? GENESIS.hash;
  const headers = [GENESIS.raw, ...chain.map(({ raw }) => raw.subarray(0, 80))];
  return chainClientOf({
    status: () => Promise.resolve(nodeStatus({ height: chain.length, bestBlock: tip })),
    headers: (from, count) => Promise.resolve(headers.slice(from, from + count)),
    filters: (from, count) =>
      Promise.resolve(chain.slice(from - 1, from - 1 + count).map(({ filter }) => filter)),
    block: (hash) => {
      const found = chain.find(({ block }) => block.header.hash === hash);
      return found === undefined ? Promise.reject(new Error('unknown block')) : Promise.resolve(found.raw);
    },
    ...changes,
  });
}

function look(
  t: ExecutionContext,
  client: ChainClient,
  changes: Partial<Discovery> = {},
): Promise<Discovered[]> {
  return discover({
    ...SEED,
    families: FAMILIES,
    birthday: 1,
    lookahead: 3,
    reusePolicy: -1,
    headers: new HeaderFile(temporaryFolder(t), 'regtest'),
    client,
    now: () => GENESIS.time + 100_000_000,
    ...changes,
  });
}

const emptyBlocks = (count: number): Transaction[][] => Array.from({ length: count }, () => []);

test('finds both kinds of wallet, with their branches, money and first block', async (t) => {
  const first = pay('nested', [6, 0, 0], 5000);
  const spend = transactionOf([outputOf(first, 0)], [{ script: Uint8Array.of(0x51), value: 4000 }]);
  const chain = mine(
    [],
    [first],
    [pay('native', [0, 0, 2], 700), pay('native', [0, 1, 0], 30)],
    [spend, pay('nested', [0, 1, 1], 90)],
    [],
  );
  const [native, nested] = await look(t, clientOf(chain));
  t.like(native, {
    family: 'native',
    branches: [
      { mixdepth: 0, branch: 0, highest: 2 },
      { mixdepth: 0, branch: 1, highest: 0 },
    ],
    transactions: 2,
    total: 730n,
    bonds: 0,
    firstBlock: 3,
  });
  t.like(nested, {
    family: 'nested',
    branches: [
      { mixdepth: 0, branch: 1, highest: 1 },
      { mixdepth: 6, branch: 0, highest: 0 },
    ],
    transactions: 3,
    total: 90n,
    firstBlock: 2,
  });
  t.is(native?.state.mixdepths, 5);
  t.is(nested?.state.mixdepths, 7);
  for (const found of [native, nested]) {
    t.deepEqual(parseState(utf8(JSON.stringify(found?.state))), found?.state);
    t.is(found?.state.scanned?.height, 5);
  }
});

test('the last mixdepth is looked at, and one bond', async (t) => {
  const chain = mine([pay('native', [9, 1, 2]), pay('native', [0, 2, 60], 8000)]);
  const [native, nested] = await look(t, clientOf(chain));
  t.like(native, { bonds: 1, total: 9000n, branches: [{ mixdepth: 9, branch: 1, highest: 2 }] });
  t.is(native?.state.mixdepths, 10);
  t.like(nested, { transactions: 0, branches: [], firstBlock: null, total: 0n });
  t.is(nested?.state.mixdepths, 5);
});

test('looks as far behind the last used address as it is told', async (t) => {
  const chain = mine([pay('native', [0, 0, 3])], [pay('native', [1, 0, 2])]);
  const [near] = await look(t, clientOf(chain), { families: ['native'] });
  t.deepEqual(near?.branches, [{ mixdepth: 1, branch: 0, highest: 2 }]);
  const [far] = await look(t, clientOf(chain), { families: ['native'], lookahead: 4 });
  t.is(far?.branches.length, 2);
});

test('the birthday lies a day of blocks before the first one, and not below 1', async (t) => {
  for (const [before, birthday] of [
    [145, 2],
    [144, 1],
    [3, 1],
  ] as const) {
    const chain = mine(...emptyBlocks(before), [pay('native', [0, 0, 0])]);
    const [native] = await look(t, clientOf(chain), { families: ['native'] });
    t.is(native?.firstBlock, before + 1);
    t.is(native?.state.birthday, birthday);
  }
});

test('blocks below the birthday are not looked at', async (t) => {
  const chain = mine([pay('native', [0, 0, 0])], [pay('native', [0, 0, 1])]);
  const [native, nested] = await look(t, clientOf(chain), { birthday: 2 });
  t.is(native?.transactions, 1);
  t.is(nested?.state.birthday, 2);
});

test('a coin on a used and emptied address is frozen as the policy says', async (t) => {
  const first = pay('native', [0, 0, 0], 5000);
  const spend = transactionOf([outputOf(first, 0)], [{ script: Uint8Array.of(0x51), value: 4000 }]);
  const chain = mine([first], [spend], [pay('native', [0, 0, 0], 600)]);
  for (const [reusePolicy, isFrozen] of [
    [-1, true],
    [600, true],
    [599, false],
  ] as const) {
    const [native] = await look(t, clientOf(chain), { families: ['native'], reusePolicy });
    const frozen = Object.values(native?.state.coins ?? {}).map((coin) => coin.frozen);
    t.deepEqual(frozen, [false, isFrozen]);
  }
});

test('an extension is another wallet', async (t) => {
  const chain = mine([pay('native', [0, 0, 0])]);
  const found = await look(t, clientOf(chain), { extension: 'x' });
  t.deepEqual(
    found.map(({ transactions }) => transactions),
    [0, 0],
  );
});

test('a node that changes its chain once is asked again; one that keeps doing it is given up', async (t) => {
  const chain = mine([pay('native', [0, 0, 0])]);
  const honest = clientOf(chain);
  const lying = (times: number): ChainClient => {
    let left = times;
    let filtering = false;
    return clientOf(chain, {
      status: () => {
        filtering = false;
        return honest.status();
      },
      filters: (from, count) => {
        filtering = true;
        return honest.filters(from, count);
      },
      headers: async (from, count) => {
        const raws = await honest.headers(from, count);
        if (!filtering || left === 0) return raws;
        left -= 1;
        return raws.map((raw) => raw.map((byte, index) => (index === 70 ? byte ^ 1 : byte)));
      },
    });
  };
  const [native] = await look(t, lying(2), { families: ['native'] });
  t.is(native?.transactions, 1);
  await t.throwsAsync(look(t, lying(3), { families: ['native'] }), { code: 'chain-moved' });
});

test('progress names the kind that is looked for', async (t) => {
  const stages: string[] = [];
  await look(t, clientOf(mine([], [])), {
    onProgress: (progress) => {
      stages.push(progress.stage === 'filters' ? `${progress.family} ${progress.height}` : progress.stage);
    },
  });
  t.deepEqual(
    stages.filter((stage) => stage !== 'headers'),
    ['native 2', 'nested 2'],
  );
});
