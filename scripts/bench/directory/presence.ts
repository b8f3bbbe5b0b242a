import { BenchPeer, type Target } from './bench-peer.ts';
import { identities, type Identity } from './identity.ts';
import { joinAll, leaveAll } from './swarm.ts';
import type { WatchedProcess } from './watched-process.ts';

/** Connections that come and go for one figure, and how many of them at a time. */
export const CYCLES = 5000;
const CYCLES_AT_ONCE = 250;
/** Identities of peers that come and go begin here, beyond those that stay. */
const FIRST_PASSING = 1_000_000;
const PATIENCE_MS = 120_000;
const SETTLE_MS = 10_000;

/** What became of a directory when all its peers but one dropped at once. */
export interface MassDisconnect {
  /** Milliseconds until the one that stayed knew of each departure, and a nick that had left was let in again. */
  readonly wallMs: number;
  /** Seconds on a processor that the directory took for it; null when its process is not known. */
  readonly cpuSeconds: number | null;
  /** Departures that the one that stayed was not told of. */
  readonly untold: number;
}

/** Drops all peers at once. The directory must be past earlier departures. */
export async function massDisconnect(
  target: Target,
  peers: readonly BenchPeer[],
  process: WatchedProcess | null,
): Promise<MassDisconnect> {
  const [first] = peers;
  const [identity] = identities(FIRST_PASSING, 1);
  if (first === undefined || identity === undefined) throw new Error('no peers');
  const witness = await BenchPeer.join(target, identity);
  witness.watchesDepartures = true;
  const start = performance.now();
  const before = process?.cpuSeconds() ?? 0;
  await leaveAll(peers);
  const told = await departuresReach(witness, peers.length);
  const again = await joinAgain(target, first.identity);
  const wallMs = performance.now() - start;
  const cpuSeconds = process === null ? null : process.cpuSeconds() - before;
  await leaveAll([witness, again]);
  return { wallMs, cpuSeconds, untold: peers.length - told };
}

/** Has peers come and go, all of them new to the directory, and waits until one that stays knows that each left. */
export async function comeAndGo(target: Target): Promise<void> {
  const [identity] = identities(FIRST_PASSING, 1);
  if (identity === undefined) throw new Error('no identity');
  const witness = await BenchPeer.join(target, identity);
  witness.watchesDepartures = true;
  for (let gone = 0; gone < CYCLES; gone += CYCLES_AT_ONCE) {
    const passing = await joinAll(target, identities(FIRST_PASSING + 1 + gone, CYCLES_AT_ONCE));
    await leaveAll(passing);
  }
  const told = await departuresReach(witness, CYCLES);
  await leaveAll([witness]);
  if (told < CYCLES) throw new Error(`told of ${told} of ${CYCLES} departures`);
}

/** Waits until the directory has nothing to do, and what it can give back to the system is given back. */
export function settleDown(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, SETTLE_MS);
  });
}

async function departuresReach(witness: BenchPeer, count: number): Promise<number> {
  const end = performance.now() + PATIENCE_MS;
  while (witness.departures < count && witness.isOpen && performance.now() < end) await soon();
  return witness.departures;
}

async function joinAgain(target: Target, identity: Identity): Promise<BenchPeer> {
  const end = performance.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await BenchPeer.join(target, identity);
    } catch (error) {
      if (performance.now() > end) throw error;
      await soon();
    }
  }
}

function soon(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 5);
  });
}
