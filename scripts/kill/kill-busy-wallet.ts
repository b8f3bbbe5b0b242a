import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { newState } from '../../vm-wallet/store/new-state.ts';
import type { WalletState } from '../../vm-wallet/store/state.ts';
import { WalletFileError } from '../../vm-wallet/store/file-format.ts';
import { WalletStore, type ReadonlyState } from '../../vm-wallet/store/wallet-store.ts';
import { bundle } from '../build/bundle.ts';
import { CHEAP_KDF, passwordNumber, type Kept } from './promises.ts';

/** What came of many kills. */
export interface KillCount {
  readonly kills: number;
  /** Promises that were on disk when the wallet was killed, and looked for afterwards. */
  readonly kept: number;
  /** Kills after which the wallet had a change that it had not spoken of yet: they hit between writing and speaking. */
  readonly between: number;
  /** What was lost or used twice, in words. Empty when all is well. */
  readonly losses: readonly string[];
}

/** How long after its first word a wallet lives at most, in milliseconds: some ten changes of its file. */
const LIFE_MS = 40;
const COINS = 4;
/** A wallet grows as it works; a new one keeps the kills quick. */
const KILLS_A_FILE = 200;

/**
 * Kills a busy wallet with SIGKILL so many times at random points of its work, each time on the file that the last kill left, and
 * looks for all that it had promised.
 */
export async function killBusyWallet(
  kills: number,
  onKill: (count: number) => void = () => undefined,
): Promise<KillCount> {
  const directory = mkdtempSync(path.join(tmpdir(), 'jm-kill-'));
  try {
    const entry = 'scripts/kill/busy-wallet.ts';
    const { file: program } = await bundle({ name: 'busy-wallet', entry }, directory);
    const counts: KillCount[] = [];
    for (let done = 0; done < kills; done += KILLS_A_FILE) {
      const file = path.join(directory, `${done}.jmw`);
      const wallet = { file, password: passwordNumber(0), state: startingState(), kdf: CHEAP_KDF };
      (await WalletStore.create(wallet)).close();
      const some = Math.min(KILLS_A_FILE, kills - done);
      counts.push(
        await killAgainAndAgain({ program, file }, some, (count) => {
          onKill(done + count);
        }),
      );
    }
    return counts.reduce(add);
  } finally {
    rmSync(directory, { recursive: true });
  }
}

function add(one: KillCount, other: KillCount): KillCount {
  return {
    kills: one.kills + other.kills,
    kept: one.kept + other.kept,
    between: one.between + other.between,
    losses: [...one.losses, ...other.losses],
  };
}

async function killAgainAndAgain(
  wallet: { readonly program: string; readonly file: string },
  kills: number,
  onKill: (count: number) => void,
): Promise<KillCount> {
  const memory = new Memory();
  const losses: string[] = [];
  let change = 0;
  let kept = 0;
  let between = 0;
  for (let count = 1; count <= kills; count += 1) {
    const said = await workUntilKilled(wallet, change);
    kept += said.length;
    change += said.filter((one) => one.kept === 'password').length;
    const { state, changed } = await openAfterKill(wallet.file, change);
    if (changed) change += 1;
    losses.push(...said.flatMap((one) => memory.learn(one)), ...memory.missingFrom(state));
    if (changed || Object.keys(state.shown).length > memory.addresses) between += 1;
    memory.accept(state);
    onKill(count);
  }
  return { kills, kept, between, losses };
}

/** Runs the wallet, kills it some milliseconds after its first word, and returns all that it said. */
async function workUntilKilled(
  { program, file }: { readonly program: string; readonly file: string },
  change: number,
): Promise<readonly Kept[]> {
  const child = spawn(process.execPath, [program, file, String(change)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'close');
  const said: Kept[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    if (said.length === 0) setTimeout(() => child.kill('SIGKILL'), Math.random() * LIFE_MS);
    // The kill may cut the last line; what it was to tell is looked at from the file.
    if (line.endsWith('}')) said.push(JSON.parse(line) as Kept);
  }
  await ended;
  if (child.signalCode !== 'SIGKILL')
    throw new Error(`the busy wallet ended by itself: ${child.exitCode ?? ''}`);
  return said;
}

/** Opens the file with the last password that was told, or with the next one, which may have been written and not told. */
async function openAfterKill(
  file: string,
  change: number,
): Promise<{ readonly state: ReadonlyState; readonly changed: boolean }> {
  const open = async (password: string): Promise<ReadonlyState> => {
    const store = await WalletStore.open({ file, password });
    store.close();
    return store.state;
  };
  try {
    return { state: await open(passwordNumber(change)), changed: false };
  } catch (error) {
    if (!(error instanceof WalletFileError) || error.code !== 'password-wrong') throw error;
    return { state: await open(passwordNumber(change + 1)), changed: true };
  }
}

/** All that was ever promised. */
class Memory {
  readonly #addresses = new Map<string, string>();
  readonly #commitments = new Set<string>();
  readonly #leases = new Map<string, number>();
  readonly #labels = new Map<string, number>();

  get addresses(): number {
    return this.#addresses.size;
  }

  /** Takes a promise; names what it breaks. */
  learn(said: Kept): string[] {
    switch (said.kept) {
      case 'address': {
        const known = this.#addresses.get(said.path);
        this.#addresses.set(said.path, said.address);
        return known === undefined ? [] : [`${said.path} was shown again`];
      }
      case 'commitment':
        this.#commitments.add(said.commitment);
        return [];
      case 'lease':
        this.#leases.set(said.outpoint, said.until);
        return [];
      case 'label':
        this.#labels.set(said.outpoint, said.label);
        return [];
      case 'password':
        return [];
    }
  }

  missingFrom(state: ReadonlyState): string[] {
    return [
      ...[...this.#addresses].filter(([at, address]) => state.shown[at]?.address !== address),
      ...[...this.#commitments].filter((commitment) => state.commitments[commitment] === undefined),
      ...[...this.#leases].filter(([coin, until]) => (state.leases[coin]?.until ?? 0) < until),
      ...[...this.#labels].filter(([coin, label]) => Number(state.coins[coin]?.label) < label),
    ].map((lost) => `lost: ${String(lost)}`);
  }

  /** What was written and not told counts from now on as told. */
  accept(state: ReadonlyState): void {
    for (const [at, { address }] of Object.entries(state.shown)) this.#addresses.set(at, address);
  }
}

function startingState(): WalletState {
  const state = newState({
    network: 'regtest',
    entropy: '5a'.repeat(16),
    extension: '',
    createdAt: 0,
    birthday: 1,
    mixdepths: 5,
  });
  for (let number = 0; number < COINS; number += 1) {
    state.coins[`${String(number).repeat(64)}:0`] = {
      value: '100000',
      scriptPubKey: `0014${'00'.repeat(20)}`,
      path: `0/0/${number}`,
      height: 1,
      spentBy: null,
      frozen: false,
      label: '',
      locktime: null,
    };
  }
  return state;
}
