import test from 'ava';
import { execa } from 'execa';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bundle } from '../../scripts/build/bundle.ts';
import { isJmError } from '../../shared/errors.ts';
import { makerFileOf } from '../../vm-wallet/store/maker-file.ts';
import { openWallet } from '../../vm-wallet/store/open-wallet.ts';
import { WalletStore } from '../../vm-wallet/store/wallet-store.ts';
import { temporaryFolder } from '../fixtures/wallet-file.ts';

const CHILD = { name: 'killed-at', entry: 'test/fixtures/killed-at.ts' };
const FIRST_VERSION = path.resolve(import.meta.dirname, '../fixtures/wallet-version-1/wallet.jmw');
const PASSWORD = 'correct horse';
const OTHER = 'battery staple';
const MAKER = 'for the maker';
const CHEAP_KDF = { memoryKib: 8, passes: 1, lanes: 1 };

const folder = mkdtempSync(path.join(tmpdir(), 'jm-killed-'));
let child = '';

test.before(async () => {
  child = (await bundle(CHILD, folder)).file;
});

test.after.always(() => {
  rmSync(folder, { recursive: true });
});

interface Killed {
  readonly done: boolean;
  /** What each password opens: the wallet as whom, or why not. */
  readonly opens: Readonly<Record<string, string>>;
}

async function openingAs(file: string, password: string): Promise<string> {
  try {
    const { fileKey, state } = await openWallet(file, password, 'owner-or-maker');
    return state.createdAt === 7 ? fileKey.role : 'something else';
  } catch (error) {
    return isJmError(error) ? error.code : 'untyped';
  }
}

/** Runs a child that is killed at its nth call, and tries all passwords. */
async function killedAt(file: string, call: number, words: readonly string[]): Promise<Killed> {
  const [other = '', ...rest] = words;
  const { stdout } = await execa(child, [file, PASSWORD, other, String(call), ...rest], { reject: false });
  const opens: Record<string, string> = {};
  for (const password of [PASSWORD, OTHER, MAKER]) opens[password] = await openingAs(file, password);
  return { done: stdout === 'done', opens };
}

test('kill -9 at any call to the disk while a maker password is made: the owner gets in, the maker not at all or rightly', async (t) => {
  const file = path.join(temporaryFolder(t), 'one.jmw');
  const seen = new Set<string>();
  for (let call = 1; ; call += 1) {
    writeFileSync(file, readFileSync(FIRST_VERSION));
    rmSync(makerFileOf(file), { force: true });
    const { done, opens } = await killedAt(file, call, [MAKER, 'maker']);
    t.is(opens[PASSWORD], 'owner', `killed at call ${call}`);
    const maker = opens[MAKER] ?? '';
    t.true(['maker', 'password-wrong'].includes(maker), `killed at call ${call}: ${maker}`);
    // No maker file stands beside a wallet file that has the seed in the clear.
    if (existsSync(makerFileOf(file))) t.is(readFileSync(file)[8], 2);
    seen.add(maker);
    if (!done) continue;
    t.is(maker, 'maker');
    break;
  }
  t.is(seen.size, 2);
});

test("kill -9 at any call to the disk while the owner's password changes: the maker password ends with the old one", async (t) => {
  const file = path.join(temporaryFolder(t), 'one.jmw');
  writeFileSync(file, readFileSync(FIRST_VERSION));
  const store = await WalletStore.open({ file, password: PASSWORD });
  await store.allowMaker(MAKER, CHEAP_KDF);
  store.close();
  const [wallet, maker] = [readFileSync(file), readFileSync(makerFileOf(file))];
  const seen = new Set<string>();
  for (let call = 1; ; call += 1) {
    writeFileSync(file, wallet);
    writeFileSync(makerFileOf(file), maker);
    const { done, opens } = await killedAt(file, call, [OTHER]);
    const outcome = `${opens[PASSWORD] ?? ''}, ${opens[OTHER] ?? ''}, ${opens[MAKER] ?? ''}`;
    seen.add(outcome);
    if (!done) continue;
    t.is(outcome, 'password-wrong, owner, password-wrong');
    break;
  }
  t.deepEqual([...seen].sort(), [
    'owner, password-wrong, maker',
    'password-wrong, owner, password-wrong',
    'password-wrong, owner, wallet-maker-outdated',
  ]);
});
