import { JmError } from '../../shared/errors.ts';

/** The audit log is not what the wallet wrote, or can't be written. Nothing is signed then. */
export class AuditError extends JmError<'audit-tampered' | 'audit-write-failed'> {}

/** The log does not hold. @param what A sentence without its end. */
export function tampered(file: string, what: string): AuditError {
  return new AuditError('audit-tampered', `The audit log ${file} is not what this wallet wrote: ${what}`, {
    cure:
      'Bring the file back if you have it. If it is lost, "jm-wallet audit-log --restart" begins a new one; until then nothing is ' +
      'signed.',
  });
}
