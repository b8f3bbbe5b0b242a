import test, { type ExecutionContext } from 'ava';
import { getEventListeners } from 'node:events';
import { mock } from 'node:test';
import type { Header } from '../../../../shared/bitcoin/header.ts';
import type { BlockHash } from '../../../../shared/bitcoin/outpoint.ts';
import { BridgeError, PeerFailure } from '../../../../shared/bridge/bridge-error.ts';
import type { ChainClient, NodeStatus } from '../../../../shared/bridge/chain.ts';
import { ChainError } from '../../../../vm-wallet/chain/chain-error.ts';
import { HeaderFile } from '../../../../vm-wallet/chain/header-file.ts';
import type { WalletContext } from '../../../../vm-wallet/runtime/context.ts';
import { followChain, isBooked, pause } from '../../../../vm-wallet/runtime/follow-chain.ts';
import { blockOf, transactionOf } from '../../../fixtures/blocks.ts';
import { chainClientOf, nodeStatus } from '../../../fixtures/chain-client.ts';
import { partyCoin } from '../../../fixtures/coinjoin-parties.ts';
import { regtestGenesis } from '../../../fixtures/mine-headers.ts';
import { openTestWallet, TIP_HEIGHT, type TestWallet } from '../../../fixtures/wallet-context.ts';

/** A wallet whose clock is behind its blocks, and that has scanned all of them. */
async function wallet(t: ExecutionContext): Promise<TestWallet> {
  const opened = await openTestWallet(t, [], { birthday: 1 });
  const { store, headers } = opened.context;
  await store.commit((draft) => {
    draft.scanned = { height: TIP_HEIGHT, block: headers.chain.tip.hash };
  });
  opened.clock.now = regtestGenesis().time + 100_000;
  return opened;
}

/** The answer of a node on this tip. */
function statusAt(height: number, bestBlock: BlockHash): NodeStatus {
  return nodeStatus({ height, bestBlock });
}

type Answer = Error | NodeStatus;

/** A node that gives these answers to `waitForBlock`; behind the last one, or the trouble that it leads to, the maker is stopped. */
async function follow(
  { context }: TestWallet,
  answers: readonly Answer[],
  changes: Partial<ChainClient> = {},
  onBlock: () => Promise<void> = () => Promise.resolve(),
) {
  const abort = new AbortController();
  const rest = [...answers];
  const reports: string[] = [];
  const asked: (readonly [known: BlockHash, seconds: number])[] = [];
  const chain = chainClientOf({
    waitForBlock: (known, seconds) => {
      asked.push([known, seconds]);
      const answer = rest.shift() ?? new Error('asked once too often');
      const isNews = !(answer instanceof Error) && answer.bestBlock !== known;
      if (rest.length === 0 && !isNews) abort.abort();
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    },
    ...changes,
  });
  const report = (text: string): void => {
    reports.push(text);
    if (rest.length === 0) abort.abort();
  };
  await followChain(context, chain, { signal: abort.signal, report, onBlock });
  return { reports, asked };
}

test('while the tip stays, the node is only asked to wait for the next block', async (t) => {
  const opened = await wallet(t);
  const { hash } = opened.context.headers.chain.tip;
  const same = statusAt(TIP_HEIGHT, hash);
  const { asked, reports } = await follow(opened, [same, same, same]);
  t.deepEqual(asked, [
    [hash, 30],
    [hash, 30],
    [hash, 30],
  ]);
  t.deepEqual(reports, []);
});

test('a tip that stays stale is reported once, and after six hours again', async (t) => {
  const opened = await wallet(t);
  // Only the genesis block of mainnet: as stale as can be.
  const headers = new HeaderFile(opened.context.dataDir, 'mainnet');
  let now = headers.chain.tip.time + 100_000;
  const context = { ...opened.context, headers, now: () => now };
  const same = statusAt(0, headers.chain.tip.hash);
  const reports: string[] = [];
  const abort = new AbortController();
  const waits = [0, 60, 6 * 3600 - 61, 1, 60, null];
  const chain = chainClientOf({
    waitForBlock: () => {
      const seconds = waits.shift() ?? null;
      if (seconds === null) abort.abort();
      now += seconds ?? 0;
      return Promise.resolve(same);
    },
  });
  const report = (text: string): void => {
    reports.push(`${waits.length} left: ${text}`);
  };
  await followChain(context, chain, { signal: abort.signal, report, onBlock: () => Promise.resolve() });
  t.is(reports.length, 2);
  t.regex(reports[0] ?? '', /^5 left: The newest block 0 is 27 hours old/u);
  t.regex(reports[1] ?? '', /^2 left: .*33 hours old/u);
});

/** A block on top of the wallet's chain that pays us, and a node that has it. */
function nextBlock({ context }: TestWallet): {
  readonly header: Header;
  readonly client: Partial<ChainClient>;
  readonly status: NodeStatus;
} {
  const { chain } = context.headers;
  const script = context.keys.scriptAt({ mixdepth: 0, branch: 0, index: 0 });
  const payment = transactionOf([partyCoin(7, 0, 1n)], [{ script, value: 7000 }]);
  const { raw, block, filter } = blockOf(chain.tip, [payment]);
  const status = statusAt(TIP_HEIGHT + 1, block.header.hash);
  return {
    header: block.header,
    status,
    client: {
      status: () => Promise.resolve(status),
      headers: (from, count) => {
        const all = [chain.rawFrom(TIP_HEIGHT).subarray(0, 80), raw.subarray(0, 80)];
        return Promise.resolve(all.slice(from - TIP_HEIGHT, from - TIP_HEIGHT + count));
      },
      filters: () => Promise.resolve([filter]),
      block: () => Promise.resolve(raw),
    },
  };
}

test('a new block is verified, and its coins are booked before anybody hears of it', async (t) => {
  const opened = await wallet(t);
  const { header, status, client } = nextBlock(opened);
  const { hash } = opened.context.headers.chain.tip;
  const heard: unknown[] = [];
  const same = statusAt(TIP_HEIGHT + 1, header.hash);
  const { asked } = await follow(opened, [status, same], client, async () => {
    const disk = await opened.onDisk();
    heard.push([disk.scanned?.height, ...Object.values(disk.coins).map(({ value }) => value)]);
  });
  t.deepEqual(heard, [[TIP_HEIGHT + 1, '7000']]);
  t.deepEqual(
    asked.map(([known]) => known),
    [hash, header.hash],
  );
});

test('trouble that passes is reported, and the pause behind it ends with the abort', async (t) => {
  const passing = [
    'chain-moved',
    'chain-less-work',
    'chain-incomplete',
    'chain-behind',
    'node-syncing',
  ] as const;
  const errors = [
    new PeerFailure('node-down', 'the node is down'),
    ...passing.map((code) => new ChainError(code, `trouble: ${code}`)),
  ];
  const opened = await wallet(t);
  for (const error of errors) {
    const { reports } = await follow(opened, [error]);
    t.deepEqual(reports, [`${error.message}; trying again`]);
  }
});

test('trouble while a block is read passes as well, and nothing of it is kept', async (t) => {
  const opened = await wallet(t);
  const { status, client } = nextBlock(opened);
  const before = opened.context.store.state;
  const failing = { ...client, filters: () => Promise.reject(new PeerFailure('node-down', 'gone')) };
  const onBlock = (): Promise<void> => Promise.reject(new Error('told of a block that is not booked'));
  const { reports } = await follow(opened, [status], failing, onBlock);
  t.deepEqual(reports, ['gone; trying again']);
  t.is(opened.context.store.state, before);
});

/** Knows the header of the next block, and stopped before its coins: by an abort, or because the node failed. */
async function stoppedBetween(t: ExecutionContext): Promise<TestWallet & ReturnType<typeof nextBlock>> {
  const opened = await wallet(t);
  const block = nextBlock(opened);
  const abort = new AbortController();
  const chain = chainClientOf({
    ...block.client,
    waitForBlock: () => Promise.resolve(block.status),
    filters: () => {
      abort.abort();
      return Promise.reject(new PeerFailure('node-down', 'gone'));
    },
  });
  const heard: string[] = [];
  await followChain(opened.context, chain, {
    signal: abort.signal,
    report: (text) => heard.push(text),
    onBlock: () => Promise.reject(new Error('told of a block that is not booked')),
  });
  t.is(opened.context.headers.chain.height, TIP_HEIGHT + 1);
  t.is((await opened.onDisk()).scanned?.height, TIP_HEIGHT);
  return { ...opened, ...block };
}

test('coins that an abort left unbooked behind their header are booked at once, not with the next block', async (t) => {
  const opened = await stoppedBetween(t);
  const { header, client } = opened;
  t.false(isBooked(opened.context));
  const heard: unknown[] = [];
  const same = statusAt(TIP_HEIGHT + 1, header.hash);
  const { asked } = await follow(opened, [same], client, async () => {
    const disk = await opened.onDisk();
    heard.push([disk.scanned?.height, ...Object.values(disk.coins).map(({ value }) => value)]);
  });
  t.deepEqual(heard, [[TIP_HEIGHT + 1, '7000']]);
  t.deepEqual(
    asked.map(([known]) => known),
    [header.hash],
  );
  t.true(isBooked(opened.context));
});

test.serial(
  'a node that fails between a header and its coins is asked for them behind the pause',
  async (t) => {
    const opened = await wallet(t);
    const { header, status, client } = nextBlock(opened);
    const same = statusAt(TIP_HEIGHT + 1, header.hash);
    let failures = 1;
    const failing: Partial<ChainClient> = {
      ...client,
      filters: (from, count) => {
        failures -= 1;
        if (failures < 0) return (client.filters ?? chainClientOf({}).filters)(from, count);
        return Promise.reject(new PeerFailure('node-down', 'gone'));
      },
    };
    mock.timers.enable({ apis: ['setTimeout'] });
    try {
      let booked = 0;
      const following = follow(opened, [status, same], failing, () => {
        booked += 1;
        return Promise.resolve();
      });
      const ends = { over: false };
      void following.then(() => (ends.over = true));
      while (!ends.over) {
        await idle();
        mock.timers.tick(1000);
      }
      t.deepEqual((await following).reports, ['gone; trying again']);
      t.is(booked, 1);
    } finally {
      mock.timers.reset();
    }
  },
);

test('a branch that takes the place of one of the same height has coins to take back', async (t) => {
  const { context } = await wallet(t);
  const { store, headers } = context;
  const { tip, height } = headers.chain;
  const chain = (shared: number | null): Pick<WalletContext, 'store' | 'headers'> =>
    ({ store, headers: { chain: { height, sharedHeight: () => shared } } }) as never;
  t.true(isBooked(chain(height)));
  t.false(isBooked(chain(height - 1)));
  // A block that no header file remembers: only the next synchronisation can tell.
  t.true(isBooked(chain(null)));
  t.is(store.state.scanned?.block, tip.hash);
});

test('what only a lying or broken net VM explains is thrown', async (t) => {
  const opened = await wallet(t);
  const errors = [
    new ChainError('chain-bad-link', 'any'),
    new ChainError('chain-no-work', 'any'),
    new ChainError('chain-bad-filter', 'any'),
    new ChainError('node-wrong-network', 'any'),
    new BridgeError('call-died', 'any'),
    new TypeError('any'),
  ];
  for (const error of errors) t.is(await t.throwsAsync(follow(opened, [error])), error, error.name);
});

test('what goes wrong with our own work behind a block is thrown', async (t) => {
  const opened = await wallet(t);
  const { status, client } = nextBlock(opened);
  const error = new Error('disk full');
  t.is(await t.throwsAsync(follow(opened, [status], client, () => Promise.reject(error))), error);
});

test('after an abort the node is not asked', async (t) => {
  const { context } = await wallet(t);
  await followChain(context, chainClientOf({}), {
    signal: AbortSignal.abort(),
    report: () => undefined,
    onBlock: () => Promise.resolve(),
  });
  t.pass();
});

test.serial('behind the pause the node is asked again', async (t) => {
  const opened = await wallet(t);
  const same = statusAt(TIP_HEIGHT, opened.context.headers.chain.tip.hash);
  mock.timers.enable({ apis: ['setTimeout'] });
  try {
    const following = follow(opened, [new PeerFailure('node-down', 'gone'), same]);
    let isOver = false;
    void following.then(() => (isOver = true));
    // What is asked first is refused in microtasks; the pause has begun behind them.
    await idle();
    mock.timers.tick(29_999);
    await idle();
    t.false(isOver);
    mock.timers.tick(1);
    t.is((await following).asked.length, 2);
  } finally {
    mock.timers.reset();
  }
});

test('a pause ends with the abort, and leaves nothing behind', async (t) => {
  const abort = new AbortController();
  const paused = pause(3600, abort.signal);
  t.is(getEventListeners(abort.signal, 'abort').length, 1);
  abort.abort();
  await paused;
  t.is(getEventListeners(abort.signal, 'abort').length, 0);
  await pause(3600, abort.signal);
  t.is(getEventListeners(abort.signal, 'abort').length, 0);
});

test('a pause ends by itself', async (t) => {
  const { signal } = new AbortController();
  await pause(0, signal);
  t.is(getEventListeners(signal, 'abort').length, 0);
});

/** Until all that can happen by itself has happened. */
function idle(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
