import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { json, Pit, type Machine } from '../../regtest/pit.ts';
import type { Running } from '../../regtest/processes.ts';
import { median } from '../median.ts';
import { memoryOf, MemoryWatch, type Memory } from './memory.ts';

/*
 * A regtest market as the demo starts it, with the bundles that ship: makers, and a taker that joins again and again.
 */
const FEW_MAKERS = 3;
const ROUNDS = 3;
/** Makers run for weeks, and only in the first minutes with code that the engine has not compiled yet: these rounds don't count. */
const ROUNDS_BEFORE = 10;
/** One a round for each, because what was signed for stays leased until it is buried. */
const TAKER_COINS = Array.from({ length: 2 * ROUNDS + ROUNDS_BEFORE }, () => 30_000_000n);
const MAKER_COINS = Array.from({ length: 4 }, () => 50_000_000n);
const AMOUNT = '10000000sat';
const CONFIG = ['[POLICY]', `minimum_makers = ${FEW_MAKERS}`, 'tx_fees = 3000'].join('\n');
/** A PoDLE coin needs five confirmations. */
const BLOCKS_BETWEEN = 6;
const PATIENCE_MS = 150_000;
/** Each further maker is two more processes to start. */
const PATIENCE_A_MAKER_MS = 15_000;

/** What the market showed, as medians over the rounds and over processes of a kind. */
export interface MarketResult {
  /** Seconds. */
  readonly fillToBroadcast: readonly number[];
  /** Empty in a large market. */
  readonly fillToBroadcastByMaker: readonly number[];
  readonly startToNick: readonly number[];
  readonly startToChannels: readonly number[];
  readonly taker: Memory;
  readonly maker: Memory;
  readonly daemon: Memory;
  readonly directory: Memory;
  readonly node: string;
  readonly isolated: boolean;
}

interface Round {
  readonly fillToBroadcast: number;
  readonly startToNick: number;
  readonly startToChannels: number;
  readonly memory: Memory;
}

const started = new Map<number, Promise<MarketResult>>();

/** Runs the market with so many makers once for all rows. */
export function market(makers = FEW_MAKERS): Promise<MarketResult> {
  const running = started.get(makers) ?? run(makers);
  started.set(makers, running);
  return running;
}

async function run(makers: number): Promise<MarketResult> {
  const name = `${process.pid}-${makers}`;
  const directory = path.resolve(import.meta.dirname, '../../../.cache/bench', name);
  await mkdir(directory, { recursive: true });
  let pit: Pit | null = null;
  const state = { stopping: false };
  const stop = async (): Promise<void> => {
    state.stopping = true;
    await pit?.close();
    await rm(directory, { recursive: true, force: true });
  };
  const interrupt = (): void => {
    void stop().then(() => process.exit(130));
  };
  // Not `once`: execa ends the process at once when nobody else listens any more.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, interrupt);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    const patience = PATIENCE_MS + (makers - FEW_MAKERS) * PATIENCE_A_MAKER_MS;
    timer = setTimeout(() => {
      reject(new Error(`the market took longer than ${patience / 1000} s`));
    }, patience);
  });
  try {
    // All makers come from one address here, which a directory would take for one that comes back in a loop.
    pit = await Pit.open(directory, ['--limits', 'off']);
    return await Promise.race([play(pit, makers), late]);
  } catch (error) {
    // What fails because it was stopped is no finding; the process ends in a moment.
    if (state.stopping) return await new Promise<never>(() => undefined);
    throw error;
  } finally {
    clearTimeout(timer);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, interrupt);
    await stop();
  }
}

async function play(pit: Pit, count: number): Promise<MarketResult> {
  const names = ['taker', ...Array.from({ length: count }, (_unused, index) => `maker${index + 1}`)];
  const machines = await Promise.all(names.map((name) => pit.addMachine(name, { config: CONFIG })));
  const [taker, ...makers] = machines;
  if (taker === undefined) throw new Error('no taker');
  await Promise.all(machines.map((machine) => json(machine.wallet('--json', 'create', '--words', '12'))));
  await Promise.all([
    pit.fund(taker, 0, TAKER_COINS),
    ...makers.map((maker) => pit.fund(maker, 0, MAKER_COINS)),
  ]);
  await pit.node.mine(BLOCKS_BETWEEN);
  const running = makers.map((maker) => maker.startWallet(['--json', 'maker']));
  await Promise.all(
    running.map((maker) => maker.waitForLine((line) => line.includes('"ready"'), 'its offers stood')),
  );
  for (let round = 0; round < ROUNDS_BEFORE; round += 1) {
    await join(taker, count, 'self');
    await bury(pit, running);
  }
  const rounds: Round[] = [];
  const wanted = count === FEW_MAKERS ? 2 * ROUNDS : ROUNDS;
  for (let round = 0; round < wanted; round += 1) {
    rounds.push(await join(taker, count, round < ROUNDS ? 'self' : 'not-self'));
    await bury(pit, running);
  }
  const [byUs, byMaker] = [rounds.slice(0, ROUNDS), rounds.slice(ROUNDS)];
  return {
    fillToBroadcast: byUs.map((round) => round.fillToBroadcast),
    fillToBroadcastByMaker: byMaker.map((round) => round.fillToBroadcast),
    startToNick: rounds.map((round) => round.startToNick),
    startToChannels: rounds.map((round) => round.startToChannels),
    taker: middle(rounds.map(({ memory }) => memory)),
    maker: middle(running.map(({ pid }) => memoryOf(pid))),
    daemon: middle(machines.map(({ netVm }) => memoryOf(netVm.pid))),
    directory: middle([memoryOf(pit.directoryNode.pid)]),
    node: pit.node.version,
    isolated: pit.isolation.isolated,
  };
}

/** One CoinJoin by a new taker process. */
async function join(taker: Machine, makers: number, broadcast: 'self' | 'not-self'): Promise<Round> {
  const start = performance.now();
  const reached = new Map<string, number>();
  const mark = (what: string): void => {
    if (!reached.has(what)) reached.set(what, (performance.now() - start) / 1000);
  };
  const words = ['coinjoin', AMOUNT, 'INTERNAL', '--makers', String(makers), '--broadcast', broadcast];
  const running = taker.startWallet(['--json', '--yes', ...words], (note) => {
    if (note.includes('opening the message channels')) mark('nick');
    if (note.includes('channel onion: 1 of 1')) mark('channels');
  });
  const memory = new MemoryWatch(running.pid);
  const exitCode = await running.exited;
  const last = memory.end();
  const [line = ''] = running.lines.slice(-1);
  if (exitCode !== 0)
    throw new Error(`the CoinJoin failed:\n${running.notes.slice(-20).join('\n')}\n${line}`);
  const { secondsFillToBroadcast } = JSON.parse(line) as { secondsFillToBroadcast: number };
  const [startToNick, startToChannels] = [reached.get('nick'), reached.get('channels')];
  if (startToNick === undefined || startToChannels === undefined)
    throw new Error('the channels never came up');
  return { fillToBroadcast: secondsFillToBroadcast, startToNick, startToChannels, memory: last };
}

/** Confirms everything, and waits until the makers have seen it. */
async function bury(pit: Pit, makers: readonly Running[]): Promise<void> {
  const height = await pit.node.mine(BLOCKS_BETWEEN);
  await Promise.all(
    makers.map((maker) => maker.waitForNote((note) => note.endsWith(`block ${height}`), 'it synced')),
  );
}

function middle(seen: readonly (Memory | null)[]): Memory {
  const alive = seen.filter((memory) => memory !== null);
  if (alive.length < seen.length) throw new Error('a process of the market has died');
  return { now: median(alive.map(({ now }) => now)), peak: median(alive.map(({ peak }) => peak)) };
}
