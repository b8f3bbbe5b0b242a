import { JmError } from '../../shared/errors.ts';
import type { Finding } from '../../shared/finding.ts';

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
