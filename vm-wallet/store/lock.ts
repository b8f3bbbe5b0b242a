import { spawnSync } from 'node:child_process';
import { closeSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs';
import { JmError } from '../../shared/errors.ts';

/** Another process uses the wallet, or locks can't be taken here. */
export class LockError extends JmError<'lock-held' | 'lock-unavailable'> {}

/** A held lock. The kernel drops it when the process ends, however it ends. */
export interface FileLock {
  release(): void;
}

const FLOCK_CONFLICT = 75;

/**
 * Locks a file for this process. Node has no flock(2), so util-linux's `flock` is run once on our descriptor: the lock
 * belongs to the open file, which we keep, and not to the program that asked for it.
 * @throws LockError `lock-held` that names the holder's process id.
 */
export function lockFile(file: string): FileLock {
  const descriptor = openSync(file, 'a+', 0o600);
  const { status } = spawnSync('flock', ['--nonblock', '--conflict-exit-code', String(FLOCK_CONFLICT), '3'], {
    stdio: ['ignore', 'ignore', 'ignore', descriptor],
  });
  if (status !== 0) {
    closeSync(descriptor);
    if (status !== FLOCK_CONFLICT) {
      throw new LockError(
        'lock-unavailable',
        `The wallet can't be locked: flock ended with ${status ?? 'an error'}`,
        {
          cure: 'Install util-linux, and keep the wallet on a local file system.',
        },
      );
    }
    const holder = readFileSync(file, 'utf8').trim();
    throw new LockError(
      'lock-held',
      `The wallet is in use by process ${holder === '' ? 'unknown' : holder}`,
      {
        cure: 'Wait for it to end, or stop it.',
      },
    );
  }
  ftruncateSync(descriptor);
  writeSync(descriptor, `${process.pid}\n`);
  return {
    release: () => {
      ftruncateSync(descriptor);
      closeSync(descriptor);
    },
  };
}
