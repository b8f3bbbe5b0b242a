import { JmError } from '../../shared/errors.ts';

/** Why a backup can't be made, kept, opened or used. */
export class BackupError extends JmError<
  | 'backup-not-a-backup'
  | 'backup-newer-version'
  | 'backup-truncated'
  | 'backup-tampered'
  | 'backup-other-words'
  | 'backup-other-network'
  | 'backup-too-large'
  | 'backup-file-exists'
  | 'backup-file-unreadable'
  | 'backup-not-written'
  | 'backup-no-copy'
  | 'backup-copy-numbers'
> {}
