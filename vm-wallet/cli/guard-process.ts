import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, lstatSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { JmError } from '../../shared/errors.ts';

/** Wallet files that somebody else could read or change. */
export class FileGuardError extends JmError<'file-not-yours'> {}

const OTHERS = 0o077;

/**
 * Takes from this process what would let its memory or its files out: new files are for their owner alone whatever the umask of
 * the shell, a crash leaves no core file, and a signal does not open Node's debugger, which shows every secret to whoever connects.
 * @returns A sentence for the user about what could not be had, or null.
 */
export function guardProcess(): string | null {
  process.umask(OTHERS);
  // Node opens its inspector at SIGUSR1 unless somebody else takes the signal.
  process.on('SIGUSR1', () => undefined);
  // Node can't set limits; util-linux, whose flock the wallet needs as well, can set them from outside.
  const { status } = spawnSync('prlimit', [`--pid=${process.pid}`, '--core=0:0'], { stdio: 'ignore' });
  return status === 0 ? null : 'core dumps could not be turned off: prlimit of util-linux is missing';
}

/**
 * Closes the data directory and the wallets in it to everybody else. Folders and files that were made by hand, or came out of an
 * archive, may be open.
 * @throws FileGuardError when they belong to another user.
 */
export function guardFiles(dataDir: string, user = process.getuid?.()): void {
  const wallets = path.join(dataDir, 'wallets');
  if (!existsSync(wallets)) return;
  const files = readdirSync(wallets).map((name) => path.join(wallets, name));
  for (const file of [dataDir, wallets, ...files]) {
    const { mode, uid } = lstatSync(file);
    if (user !== undefined && uid !== user) {
      throw new FileGuardError('file-not-yours', `${file} belongs to another user (${uid})`, {
        cure: `Run "chown -R ${user} ${dataDir}", or name another directory with --datadir.`,
      });
    }
    if ((mode & OTHERS) !== 0) chmodSync(file, mode & ~OTHERS & 0o7777);
  }
}
