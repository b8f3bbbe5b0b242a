import { existsSync, lstatSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fail, pass, type Finding } from '../../shared/finding.ts';

const OTHERS = 0o077;

/** Whether nobody but this user can read the data directory and the wallets in it. @param user Numeric id of the user. */
export function checkFiles(dataDir: string, user: number): Finding {
  const subject = 'wallet files';
  if (!existsSync(dataDir)) return pass(subject, `there are none in ${dataDir} yet`);
  const wallets = path.join(dataDir, 'wallets');
  const files = existsSync(wallets) ? readdirSync(wallets).map((name) => path.join(wallets, name)) : [];
  const looked = [...(existsSync(wallets) ? [wallets] : []), ...files];
  const open = looked.filter((file) => (lstatSync(file).mode & OTHERS) !== 0);
  const foreign = [dataDir, ...looked].filter((file) => lstatSync(file).uid !== user);
  if (foreign.length > 0) {
    return fail(subject, `${foreign.join(', ')}: of another user`, `Run "chown -R ${user} ${dataDir}".`);
  }
  if (open.length > 0) {
    return fail(subject, `${open.join(', ')}: open to others`, `Run "chmod -R go= ${wallets}".`);
  }
  return pass(subject, `${files.filter((file) => file.endsWith('.jmw')).length} in ${wallets}, private`);
}
