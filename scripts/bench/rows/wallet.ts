import { fromHex } from '../../../shared/crypto/bytes.ts';
import { systemRandom } from '../../../shared/crypto/random.ts';
import { TIME_NUMBERS } from '../../../shared/jm/bond/time-number.ts';
import { largeState } from '../../../test/fixtures/large-state.ts';
import { HdWallet, TIMELOCKED } from '../../../vm-wallet/keys/hd-wallet.ts';
import { EXTERNAL, issueAddresses } from '../../../vm-wallet/store/address-book.ts';
import { createFileKey, DEFAULT_KDF } from '../../../vm-wallet/store/file-format.ts';
import type { WalletState } from '../../../vm-wallet/store/state.ts';
import { WalletStore } from '../../../vm-wallet/store/wallet-store.ts';
import { median } from '../median.ts';
import { milliseconds, type BenchRow, type Measured } from '../row.ts';
import { runCommand, type CommandRun } from '../wallet/command.ts';
import { PASSWORD, withDataDirectory } from '../wallet/data-directory.ts';

const ADDRESSES = 10_000;
const NEW_ADDRESSES = 1000;
const REPETITIONS = 3;
const TURNS = 7;
const MEGABYTE = 1e6;

/** A wallet that remembers 10,000 addresses. */
const cached = (): WalletState => largeState({ coins: 0, shown: ADDRESSES, history: 0 });
/** A wallet with 10,000 addresses that were used and hold coins. */
const used = (): WalletState => largeState({ coins: ADDRESSES, history: ADDRESSES });
/** A wallet with 50,000 coins and 100,000 rows of history. */
const large = (): WalletState => largeState({ coins: 50_000, history: 100_000 });

function keysOf({ entropy, network }: WalletState): HdWallet {
  return new HdWallet({ entropy: fromHex(entropy), extension: '', network });
}

/** Shows a wallet several times, and checks that all of it was printed. */
function display(state: WalletState, rows: number): Promise<readonly CommandRun[]> {
  return withDataDirectory(state, async ({ directory }) => {
    const runs: CommandRun[] = [];
    for (let run = 0; run < REPETITIONS; run += 1) {
      const one = await runCommand(['display', '--offline'], directory);
      if (one.lines.length < rows || !one.lines.at(-1)?.startsWith('Total balance')) {
        throw new Error(`display printed ${one.lines.length} lines`);
      }
      runs.push(one);
    }
    return runs;
  });
}

const shownLarge: { runs?: Promise<readonly CommandRun[]> } = {};

function displayLarge(): Promise<readonly CommandRun[]> {
  shownLarge.runs ??= display(large(), 50_000);
  return shownLarge.runs;
}

async function keyDerivation(): Promise<number> {
  return milliseconds(() => createFileKey(PASSWORD, DEFAULT_KDF, systemRandom), 1);
}

/** Takes turns with the key derivation, so that both meet the same machine. */
function opening(): Promise<Measured> {
  return withDataDirectory(cached(), async ({ file }) => {
    const open = async (): Promise<void> => {
      (await WalletStore.open({ file, password: PASSWORD })).close();
    };
    const [keys, opens]: [number[], number[]] = [[], []];
    for (let turn = 0; turn < TURNS; turn += 1) {
      keys.push(await keyDerivation());
      opens.push(await milliseconds(open, 1));
    }
    const value = median(opens) / 1000;
    return { value, note: `${(median(opens) / median(keys)).toFixed(2)} x the key derivation alone` };
  });
}

function newAddresses(): Promise<Measured> {
  return withDataDirectory(largeState({ coins: 0, history: 0 }), async ({ file }) => {
    const store = await WalletStore.open({ file, password: PASSWORD });
    const request = {
      mixdepth: 0,
      branch: EXTERNAL,
      purpose: 'deposit',
      now: 1,
      count: NEW_ADDRESSES,
    } as const;
    const time = await milliseconds(
      () => store.commit((draft) => issueAddresses(draft, keysOf(draft), request)),
      REPETITIONS,
    );
    store.close();
    return { value: time / 1000, note: 'one change of the wallet file' };
  });
}

function bondAddresses(): void {
  const keys = keysOf(largeState({ coins: 0, history: 0 }));
  for (let index = 0; index < TIME_NUMBERS; index += 1) {
    keys.addressAt({ mixdepth: 0, branch: TIMELOCKED, index });
  }
}

export const rows: readonly BenchRow[] = [
  { name: '1,000 new addresses, on disk', unit: 's', better: 'lower', run: newAddresses },
  {
    name: '960 bond addresses, from the seed',
    unit: 's',
    better: 'lower',
    run: async () => ({ value: (await milliseconds(bondAddresses, REPETITIONS)) / 1000 }),
  },
  {
    name: 'password to key (Argon2id)',
    unit: 's',
    better: 'lower',
    run: async () => ({ value: (await keyDerivation()) / 1000 }),
  },
  { name: 'open a wallet, 10,000 addresses', unit: 's', better: 'lower', run: opening },
  {
    name: 'display, 10,000 used addresses',
    unit: 's',
    better: 'lower',
    run: async () => {
      const runs = await display(used(), ADDRESSES);
      return { value: median(runs.map(({ seconds }) => seconds)), note: 'from start to end of the program' };
    },
  },
  {
    name: 'display, 50,000 coins, 100,000 rows',
    unit: 's',
    better: 'lower',
    run: async () => ({ value: median((await displayLarge()).map(({ seconds }) => seconds)) }),
  },
  {
    name: 'peak memory of that display',
    unit: 'MB',
    better: 'lower',
    run: async () => ({ value: median((await displayLarge()).map(({ peak }) => peak / MEGABYTE)) }),
  },
  {
    name: 'jm-wallet --help, cold',
    unit: 's',
    better: 'lower',
    run: async () => {
      const times: number[] = [];
      for (let run = 0; run <= REPETITIONS; run += 1) times.push((await runCommand(['--help'])).seconds);
      return { value: median(times.slice(1)) };
    },
  },
];
