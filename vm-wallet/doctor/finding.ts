import { isJmError, JmError } from '../../shared/errors.ts';

/** One line of the self-test: what was looked at, what was found, and what to do about it. */
export interface Finding {
  readonly subject: string;
  readonly ok: boolean;
  readonly says: string;
  readonly cure: string | null;
}

export function pass(subject: string, says: string): Finding {
  return { subject, ok: true, says, cure: null };
}

export function fail(subject: string, says: string, cure: string): Finding {
  return { subject, ok: false, says, cure };
}

/** The finding of a check that threw. Anything but an error of our own is thrown on. */
export function failed(subject: string, error: unknown): Finding {
  if (!isJmError(error)) throw error;
  return { subject, ok: false, says: error.message, cure: error.cure ?? null };
}

/** Something that the self-test looked at is not as it should be. */
export class DoctorError extends JmError<'doctor-found'> {
  readonly findings: readonly Finding[];

  constructor(findings: readonly Finding[]) {
    const bad = findings.filter(({ ok }) => !ok).length;
    super('doctor-found', `${bad} of ${findings.length} checks failed`, {
      cure: 'Each failed line above names its own.',
    });
    this.findings = findings;
  }
}
