import { MAX_COPY_NUMBER, type CopyKeeper, type CopyName } from '../../shared/bridge/copies.ts';
import { equalBytes } from '../../shared/crypto/bytes.ts';
import { BackupError } from './backup-error.ts';

/** How far ahead of ours a copy's number may be: a restored wallet may be that many backups behind. */
const MAX_LEAD = 1000;

/**
 * The number for the next backup: above ours, and above what the net VM keeps.
 * @throws BackupError `backup-copy-numbers` when it claims a number that we can't have come to.
 */
export function nextNumber(backups: number, kept: readonly number[]): number {
  const newest = Math.max(0, ...kept);
  const next = Math.max(backups, newest) + 1;
  if (newest <= backups + MAX_LEAD && next <= MAX_COPY_NUMBER) return next;
  throw new BackupError(
    'backup-copy-numbers',
    `The net VM shows a copy number ${newest} of this wallet, which has made ${backups} backups`,
    { cure: 'Keep the backup in a file. In the net VM, remove the copy if you did not make it.' },
  );
}

/** Hands a backup to the net VM, and asks for it again. @throws BackupError `backup-not-written`, BridgeError, PeerFailure */
export async function keepCopy(
  keeper: CopyKeeper,
  name: CopyName,
  number: number,
  bytes: Uint8Array,
): Promise<void> {
  await keeper.saveCopy(name, number, bytes);
  const kept = await keeper.copy(name, number);
  if (kept !== null && equalBytes(kept, bytes)) return;
  throw new BackupError('backup-not-written', 'The net VM took the copy, but gives something else back', {
    cure: 'Keep the backup in a file, and do not trust the net VM.',
  });
}

/** The newest copy that the net VM gives. @throws BackupError `backup-no-copy`, BridgeError, PeerFailure */
export async function fetchNewest(
  keeper: CopyKeeper,
  names: readonly CopyName[],
): Promise<{ readonly number: number; readonly bytes: Uint8Array }> {
  for (const name of names) {
    const number = (await keeper.copies(name)).at(-1);
    const bytes = number === undefined ? null : await keeper.copy(name, number);
    if (number !== undefined && bytes !== null) return { number, bytes };
  }
  throw new BackupError('backup-no-copy', 'The net VM has no copy for these words', {
    cure: 'Compare the words with your note, and give --extension if there is one; or take a backup file.',
  });
}
