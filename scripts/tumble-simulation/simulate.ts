import path from 'node:path';
import type { RegtestNode } from '../regtest/bitcoind.ts';
import { sumSats } from '../../shared/bitcoin/amount.ts';
import type { Random } from '../../shared/crypto/random.ts';
import { parseNick } from '../../shared/jm/nick.ts';
import { earningsOf } from '../../vm-wallet/maker/earnings.ts';
import { pause } from '../../vm-wallet/runtime/follow-chain.ts';
import { TumbleRunner } from '../../vm-wallet/runtime/run-tumble.ts';
import { callsOf } from '../../vm-wallet/runtime/tumble-calls.ts';
import { movableCoins } from '../../vm-wallet/runtime/tumble-surroundings.ts';
import type { TumbleEnd } from '../../vm-wallet/runtime/tumble-world.ts';
import { costBound, type Holding } from '../../vm-wallet/tumbler/bounds.ts';
import { makePlan } from '../../vm-wallet/tumbler/make-plan.ts';
import { newTumble, storedEntry } from '../../vm-wallet/tumbler/new-tumble.ts';
import { REFERENCE_OPTIONS, type TumbleOptions } from '../../vm-wallet/tumbler/options.ts';
import { brokenInvariants } from './invariants.ts';
import { createMakers, openMarket } from './market.ts';
import { MemoryPit } from './memory-pit.ts';
import { Outsider } from './outsider.ts';
import { catchUp, createWallet, reopen, type SimulatedWallet } from './wallet.ts';

/** Of the taker that mixes with the plan's wallet while that is a maker. */
const OUTSIDE_COINS = Array.from({ length: 6 }, () => [0, 20_000_000n] as const);
const BLOCK_SECONDS = 600;
const MINIMUM_MAKERS = 2;
/** sat/kvB. */
const FEE_RATE = 6000;
const PRICES = { feeAbsolute: 10_000, feeRelative: 0.004, feeRate: FEE_RATE };

/** A simulation of one plan. */
export interface Simulation {
  readonly node: RegtestNode;
  readonly directory: string;
  readonly random: Random;
  /** How many times as fast as life. */
  readonly speed: number;
  readonly makers: number;
  /** What the wallet holds at first. */
  readonly coins: readonly (readonly [mixdepth: number, value: bigint])[];
  /** Share of the makers' answers that are lost. */
  readonly failureShare: number;
  /** How often the wallet is stopped in the middle of something, and opened anew. */
  readonly reboots: number;
  readonly options: Partial<TumbleOptions>;
  readonly makerHours: number;
  readonly report: (text: string) => void;
}

/** What came of it. */
export interface SimulationResult {
  readonly end: TumbleEnd;
  readonly entries: number;
  readonly reboots: number;
  /** CoinJoins in which the plan's wallet was a maker. */
  readonly earnedJoins: number;
  readonly cost: bigint;
  readonly bound: bigint;
  /** Sentences about what should never be; empty when all is well. */
  readonly broken: readonly string[];
}

/** Runs a whole plan on a real node against makers that fail at random. */
export async function simulate(simulation: Simulation): Promise<SimulationResult> {
  const { node, directory, random, coins, failureShare } = simulation;
  const pit = new MemoryPit();
  const makers = await createMakers(node, directory, simulation.makers, random);
  let taker = await createWallet(node, path.join(directory, 'taker'), coins, random);
  const stranger = await createWallet(node, path.join(directory, 'stranger'), OUTSIDE_COINS, random);
  await node.mine(6);
  await Promise.all([...makers, taker, stranger].map(catchUp));
  const destinations = await Promise.all(
    Array.from({ length: 3 }, () => node.rpc('getnewaddress', ['', 'bech32'], 'miner').then(String)),
  );
  const bound = await plan(taker, destinations, simulation);
  const market = await openMarket(pit, makers, failureShare, random);
  const outsider = new Outsider(stranger, pit, simulation.report);
  const over = new AbortController();
  const mining = mine(simulation, over.signal);
  const clock = fastClock(simulation.speed);
  let reboots = 0;
  try {
    for (;;) {
      const reboot = new AbortController();
      const due = reboots < simulation.reboots ? 2 + random.below(8) : Number.POSITIVE_INFINITY;
      let told = 0;
      const report = (text: string): void => {
        simulation.report(text);
        told += 1;
        if (told >= due) reboot.abort();
      };
      const end = await run(taker, { pit, outsider, report, clock, signal: reboot.signal });
      if (end !== 'interrupted') {
        const broken = await brokenInvariants({ node, wallet: taker, destinations, bound, coins });
        const { tumble, entries } = spent(taker);
        const earnedJoins = earningsOf(taker.context.store.state).joins.length;
        return { end, entries, reboots, earnedJoins, cost: tumble, bound, broken };
      }
      reboots += 1;
      simulation.report(`reboot ${reboots}`);
      taker = await reopen(node, taker);
    }
  } finally {
    over.abort();
    await mining;
    await outsider.stop();
    await market.stop();
    await Promise.all([...makers, taker, stranger].map((wallet) => wallet.close()));
  }
}

async function plan(
  { context }: SimulatedWallet,
  destinations: readonly string[],
  { options, makerHours, random }: Simulation,
): Promise<bigint> {
  const holdings = new Map<number, Holding>();
  for (let mixdepth = 0; mixdepth < context.store.state.mixdepths; mixdepth += 1) {
    const coins = movableCoins(context, mixdepth);
    const total = sumSats(coins.map(({ value }) => value));
    if (coins.length > 0) holdings.set(mixdepth, { total, coins: coins.length });
  }
  const { mixdepths } = context.store.state;
  const entries = makePlan({
    options: { ...REFERENCE_OPTIONS, minimumMakers: MINIMUM_MAKERS, ...options },
    mixdepths,
    filled: [...holdings.keys()],
    destinations,
    random,
  }).map(storedEntry);
  const bound = costBound(entries, holdings, mixdepths, PRICES).total;
  const limits = {
    ...PRICES,
    cost: bound.toString(),
    minimumMakers: MINIMUM_MAKERS,
    minimumAmount: '100000',
    retrySeconds: 60,
  };
  const tumble = newTumble({ entries, file: null, limits, makerHours, now: context.now(), random });
  await context.store.commit((draft) => {
    draft.tumble = tumble;
  });
  return bound;
}

interface Clock {
  readonly now: () => number;
  readonly pause: (seconds: number, signal: AbortSignal) => Promise<void>;
}

function fastClock(speed: number): Clock {
  const start = Date.now() / 1000;
  return {
    now: () => Math.floor(start + (Date.now() / 1000 - start) * speed),
    pause: (seconds, signal) => pause(seconds / speed, signal),
  };
}

async function run(
  { context, chain }: SimulatedWallet,
  world: {
    readonly pit: MemoryPit;
    readonly outsider: Outsider;
    readonly report: (text: string) => void;
    readonly clock: Clock;
    readonly signal: AbortSignal;
  },
): Promise<TumbleEnd> {
  const { pit, outsider, report, clock, signal } = world;
  const silent = (): undefined => undefined;
  const heed = (text: string): void => {
    const nick = parseNick(/^offering as (\S+)$/u.exec(text)?.[1] ?? '');
    if (nick !== null) outsider.meet(nick);
  };
  const net = { chain, callMessages: () => Promise.resolve(pit.connect()) };
  const runner = new TumbleRunner(
    { ...context, now: clock.now },
    {
      ...callsOf(context, net, { report: heed, signal }, clock),
      wish: { read: () => null, drop: silent },
      onProgress: silent,
      report,
      approvedBy: 'yes',
      signal,
    },
  );
  return runner.run();
}

/** A block every ten minutes of the simulation. */
async function mine({ node, speed }: Simulation, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await pause(BLOCK_SECONDS / speed, signal);
    await node.mine(1);
  }
}

function spent({ context }: SimulatedWallet): { readonly tumble: bigint; readonly entries: number } {
  const entries = context.store.state.tumble?.entries ?? [];
  return { tumble: entries.reduce((sum, { cost }) => sum + BigInt(cost), 0n), entries: entries.length };
}
