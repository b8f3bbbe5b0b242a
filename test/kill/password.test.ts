import test from 'ava';
import { execa } from 'execa';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { bundle } from '../../scripts/build/bundle.ts';
import { WalletFileError } from '../../vm-wallet/store/file-format.ts';
import { emptyState } from '../fixtures/memory-store.ts';
import { createTestStore, onDisk, PASSWORD, temporaryFolder } from '../fixtures/wallet-file.ts';

const CHILD = { name: 'killed-at', entry: 'test/fixtures/killed-at.ts' };
const NEW_PASSWORD = 'battery staple';
const STATE = emptyState({ birthday: 77 });

/** Which passwords open the file, once it was seen that its content is whole. */
async function opening(file: string): Promise<string[]> {
  const fitting: string[] = [];
  for (const password of [PASSWORD, NEW_PASSWORD]) {
    try {
      if ((await onDisk(file, password)).birthday === STATE.birthday) fitting.push(password);
    } catch (error) {
      if (!(error instanceof WalletFileError) || error.code !== 'password-wrong') throw error;
    }
  }
  return fitting;
}

test('kill -9 at any call to the disk leaves one of the two passwords working', async (t) => {
  const folder = temporaryFolder(t);
  const { file: child } = await bundle(CHILD, folder);
  const file = path.join(folder, 'one.jmw');
  (await createTestStore(file, STATE)).close();
  const original = readFileSync(file);
  const outcomes: string[] = [];
  for (let call = 1; ; call += 1) {
    writeFileSync(file, original);
    const { signal, stdout } = await execa(child, [file, PASSWORD, NEW_PASSWORD, String(call)], {
      reject: false,
    });
    const fitting = await opening(file);
    t.is(fitting.length, 1, `killed at call ${call}`);
    if (stdout === 'done') {
      t.deepEqual(fitting, [NEW_PASSWORD]);
      break;
    }
    t.is(signal, 'SIGKILL');
    outcomes.push(...fitting);
  }
  // Both sides of the moment at which the new one counts were met.
  t.true(outcomes.includes(PASSWORD));
  t.true(outcomes.includes(NEW_PASSWORD));
});
