import test from 'ava';
import { execa } from 'execa';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { bundle } from '../../scripts/build/bundle.ts';
import { AuditLog } from '../../vm-wallet/audit/audit-log.ts';
import { readLog } from '../../vm-wallet/audit/read-log.ts';
import { systemRandom } from '../../shared/crypto/random.ts';
import { WalletStore } from '../../vm-wallet/store/wallet-store.ts';
import { allowedEntry } from '../fixtures/audit-log.ts';
import { createTestStore, PASSWORD, temporaryFolder } from '../fixtures/wallet-file.ts';

const CHILD = { name: 'killed-while-authorising', entry: 'test/fixtures/killed-while-authorising.ts' };

test('kill -9 at any call to the disk: every signature is in the log, and the log goes on', async (t) => {
  const folder = temporaryFolder(t);
  const { file: child } = await bundle(CHILD, folder);
  const file = path.join(folder, 'one.jmw');
  (await createTestStore(file)).close();
  const original = readFileSync(file);
  const log = path.join(folder, 'audit/one.log');
  const seen = { ahead: 0, torn: 0, level: 0 };
  const tryAt = async (call: number): Promise<boolean> => {
    writeFileSync(file, original);
    rmSync(path.dirname(log), { recursive: true, force: true });
    mkdirSync(path.dirname(log));
    const { stdout } = await execa(child, [file, PASSWORD, log, String(call)], { reject: false });
    const signed = stdout.split('\n').filter((line) => line === 'signed').length;
    const store = await WalletStore.open({ file, password: PASSWORD });
    store.close();
    const { audit } = store.state;
    const place = { file: log, key: new Uint8Array(32), random: systemRandom };
    const { fault, holding, torn } = readLog(place, audit);
    t.is(fault, null, `killed at call ${call}`);
    t.true(
      holding >= signed && audit.entries >= signed && holding - audit.entries <= 1,
      `killed at call ${call}`,
    );
    if (torn) seen.torn += 1;
    else if (holding > audit.entries) seen.ahead += 1;
    else seen.level += 1;
    const opened = AuditLog.open(place, audit, () => true);
    t.is(opened.entries.length, holding);
    opened.log.append(allowedEntry());
    t.deepEqual(readLog(place, opened.log.position), { holding: holding + 1, fault: null, torn: false });
    return stdout.includes('done');
  };
  for (let call = 1; !(await tryAt(call)); call += 1);
  t.true(seen.ahead > 0 && seen.torn > 0 && seen.level > 0, JSON.stringify(seen));
});
