import anyTest, { type TestFn } from 'ava';
import { openSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startRegtestNode, type RegtestNode } from '../../scripts/regtest/bitcoind.ts';
import { ProcessGroup } from '../../scripts/regtest/processes.ts';
import type { ChainHandler } from '../../shared/bridge/chain-server.ts';
import { serveChain } from '../../shared/bridge/chain-server.ts';
import { listenUnix } from '../../shared/bridge/transport/unix.ts';
import { ChainService } from '../../vm-net/bitcoind/chain-service.ts';
import { BitcoindRpc } from '../../vm-net/bitcoind/rpc.ts';
import type { CommandContext } from '../../vm-wallet/cli/command-context.ts';
import { create, recover } from '../../vm-wallet/cli/commands/create.ts';
import { rescan } from '../../vm-wallet/cli/commands/rescan.ts';
import { scan } from '../../vm-wallet/cli/commands/scan.ts';
import { createTerminal } from '../../vm-wallet/cli/terminal.ts';
import { ABANDON_WORDS, abandonWallet } from '../fixtures/abandon.ts';
import { chainHandler } from '../fixtures/chain-handler.ts';

interface Context {
  readonly directory: string;
  readonly processes: ProcessGroup;
  readonly node: RegtestNode;
  /** Replaces answers of the net VM while it is set. */
  readonly attack: { chain: (honest: ChainHandler) => Partial<ChainHandler> };
  readonly close: () => Promise<void>;
}

const test = anyTest as TestFn<Context>;
const keys = abandonWallet('regtest');
const HONEST = (): Partial<ChainHandler> => ({});
const RECOVER = { command: 'recover', mixdepths: 5, extension: false } as const;

/** `recover` with the words on a file descriptor of their own. */
async function recovered(
  context: Context,
  wallet: string,
  backend: 'filters' | 'descriptors',
): Promise<void> {
  const file = path.join(context.directory, `${wallet}.words`);
  await writeFile(file, `${ABANDON_WORDS}\n`);
  await run(context, wallet, (command) =>
    recover(command, { ...RECOVER, wordsFd: openSync(file, 'r'), backend }),
  );
}

/** What a command said: its result, and its notes. */
interface Said {
  readonly data: Record<string, unknown>;
  readonly notes: string;
}

/** Runs a command in a wallet of this name. */
async function run(
  { directory }: Context,
  wallet: string,
  perform: (command: CommandContext) => Promise<void>,
  yes = true,
): Promise<Said> {
  const out: string[] = [];
  const err: string[] = [];
  const streams = {
    out: { write: (text: string) => out.push(text) },
    err: { write: (text: string) => err.push(text) },
  };
  await perform({
    options: { datadir: directory, wallet, json: true, yes, color: false },
    terminal: createTerminal(streams, { json: true, colour: false }),
    passwords: {
      ask: () => Promise.resolve('correct horse'),
    },
    version: 'test',
  });
  return { data: JSON.parse(out.join('')) as Record<string, unknown>, notes: err.join('') };
}

test.before(async (t) => {
  // Every command listens for ctrl-C until its process ends, and here all are one process.
  process.setMaxListeners(40);
  const directory = await mkdtemp(path.join(tmpdir(), 'jm-rescan-'));
  const processes = new ProcessGroup();
  const node = await startRegtestNode(processes, path.join(directory, 'node'));
  const credentials = { user: '', password: '', cookieFile: node.cookieFile };
  const rpc = new BitcoindRpc({ host: '127.0.0.1', port: node.rpcPort, ...credentials });
  const honest = chainHandler(new ChainService(rpc));
  const attack: Context['attack'] = { chain: HONEST };
  const socket = path.join(directory, 'chain.sock');
  const streams = new Set<Socket>();
  const server = await listenUnix(socket, (stream) => {
    streams.add(stream);
    const hello = { protocol: 1, network: 'regtest', software: 'test' } as const;
    void serveChain(stream, hello, { ...honest, ...attack.chain(honest) }).catch(() => undefined);
  });
  await mkdir(path.join(directory, 'wallets'), { mode: 0o700 });
  const tools = path.resolve(import.meta.dirname, '../../.cache/tools/bin');
  const bridge = `chain_command = PATH="$PATH:${tools}" socat - UNIX-CONNECT:${socket}`;
  await writeFile(
    path.join(directory, 'joinmarket.cfg'),
    `[BLOCKCHAIN]\nblockchain_source = regtest\nnetwork = testnet\n[BRIDGE]\ntransport = command\n${bridge}\n`,
  );
  const close = async (): Promise<void> => {
    for (const stream of streams) stream.destroy();
    await server.close();
    rpc.close();
  };
  t.context = { directory, processes, node, attack, close };
  await node.pay(keys.addressAt({ mixdepth: 0, branch: 0, index: 0 }), 5_000_000n);
  await node.pay(keys.addressAt({ mixdepth: 2, branch: 1, index: 4 }), 7_000_000n);
  await node.mine(3);
});

test.after.always(async (t) => {
  await t.context.close();
  await t.context.processes.stopAll();
  await rm(t.context.directory, { recursive: true });
});

test.serial('descriptors are chosen only by who was told what they cost', async (t) => {
  const words = { command: 'create', words: 12, mixdepths: 5, extension: false } as const;
  const filters = await run(
    t.context,
    'private',
    (command) => create(command, { ...words, backend: 'filters' }),
    false,
  );
  t.notRegex(filters.notes, /every address/u);
  const descriptors = (command: CommandContext): Promise<void> =>
    create(command, { ...words, backend: 'descriptors' });
  const asked = await t.throwsAsync(run(t.context, 'shown', descriptors, false));
  t.like(asked, { code: 'declined' });
  const told = await run(t.context, 'shown', descriptors);
  t.regex(told.notes, /every address of this wallet, past and future/u);
});

test.serial('a recovered wallet finds its coins with descriptors, and again with filters', async (t) => {
  await recovered(t.context, 'one', 'descriptors');
  const look = { command: 'rescan' } as const;
  const first = await run(t.context, 'one', (command) => rescan(command, look), false);
  t.like(first.data, { backend: 'descriptors', height: 113, coins: 2, total: 12_000_000 });
  const filtered = await run(
    t.context,
    'one',
    (command) => rescan(command, { ...look, backend: 'filters' }),
    false,
  );
  t.like(filtered.data, { backend: 'filters', height: 113, coins: 2, total: 12_000_000 });
  t.regex(filtered.notes, /still knows every address/u);
  const later = await run(t.context, 'one', (command) => rescan(command, { ...look, from: 113 }), false);
  t.like(later.data, { height: 113, coins: 2 });
  const back = { ...look, backend: 'descriptors' } as const;
  const declined = await t.throwsAsync(run(t.context, 'one', (command) => rescan(command, back), false));
  t.like(declined, { code: 'declined' });
});

test.serial('a search of the unspent outputs recovers the coins and begins the history there', async (t) => {
  const look = { command: 'scan', gap: 30 } as const;
  await recovered(t.context, 'two', 'filters');
  t.like(await t.throwsAsync(run(t.context, 'two', (command) => scan(command, look), false)), {
    code: 'declined',
  });
  const found = await run(t.context, 'two', (command) => scan(command, look));
  t.like(found.data, { height: 113, coins: 2, total: 12_000_000, doubtful: [], gone: [] });
  t.regex(found.notes, /every address of this wallet/u);
  t.regex(found.notes, /history begins here/u);
  await t.context.node.pay(keys.addressAt({ mixdepth: 2, branch: 1, index: 5 }), 1_000_000n);
  await t.context.node.mine(1);
  const again = await run(t.context, 'two', (command) => scan(command, look));
  t.like(again.data, { height: 114, coins: 3, total: 13_000_000 });
});

test.serial('a coin without proof is named, and not taken', async (t) => {
  await recovered(t.context, 'three', 'filters');
  t.context.attack.chain = (honest) => ({
    scanUtxoSet: async (shown) => {
      const found = await honest.scanUtxoSet(shown);
      const [coin] = found.coins;
      return { ...found, coins: coin === undefined ? [] : [...found.coins, { ...coin, vout: 9 }] };
    },
  });
  const found = await run(t.context, 'three', (command) => scan(command, { command: 'scan', gap: 30 }));
  t.context.attack.chain = HONEST;
  t.like(found.data, { coins: 3, total: 13_000_000 });
  t.regex(found.notes, /:9 was not taken: the node takes back that it is unspent/u);
});

test.serial('a rescan that broke off is ended by the next command', async (t) => {
  const look = { command: 'rescan' } as const;
  await recovered(t.context, 'four', 'descriptors');
  t.context.attack.chain = (honest) => ({
    ownTransactions: async (wallet, from, count) => {
      if (from > 50) throw new Error('the net VM goes away');
      const page = await honest.ownTransactions(wallet, from, count);
      return { transactions: page.transactions.filter(({ height }) => height <= 50), through: 50 };
    },
  });
  await t.throwsAsync(run(t.context, 'four', (command) => rescan(command, look)));
  const asked: number[] = [];
  t.context.attack.chain = (honest) => ({
    ownTransactions: (wallet, from, count) => {
      asked.push(from);
      return honest.ownTransactions(wallet, from, count);
    },
  });
  const ended = await run(t.context, 'four', (command) => rescan(command, { ...look, from: 60 }));
  t.context.attack.chain = HONEST;
  // Never forwards: block 51 is the first that was not looked at.
  t.deepEqual(asked, [51]);
  t.like(ended.data, { coins: 3 });
});

test.serial('ctrl-C ends a rescan between two batches, and what was found stays', async (t) => {
  await recovered(t.context, 'five', 'descriptors');
  t.context.attack.chain = (honest) => ({
    ownTransactions: async (wallet, from, count) => {
      const page = await honest.ownTransactions(wallet, from, count);
      if (from > 111) process.emit('SIGINT');
      else return { transactions: page.transactions.filter(({ height }) => height <= 111), through: 111 };
      return page;
    },
  });
  const look = { command: 'rescan' } as const;
  const error = await t.throwsAsync(run(t.context, 'five', (command) => rescan(command, look)));
  t.context.attack.chain = HONEST;
  t.like(error, { code: 'interrupted', message: 'Stopped at block 111' });
});
