import type { Finding } from '../../shared/finding.ts';
import { DoctorError } from '../doctor/doctor-error.ts';
import { printable, table, type Terminal } from './terminal.ts';

/** Shows findings as a table, each failed one with its cure. @throws DoctorError when there are failed ones */
export function reportFindings(terminal: Terminal, findings: readonly Finding[]): void {
  const lines = table(findings.map(({ subject, says }) => [subject, printable(says, 400)]));
  for (const [at, { ok, cure }] of findings.entries()) {
    terminal.line(
      `${ok ? terminal.paint('green', 'ok  ') : terminal.paint('red', 'FAIL')}  ${lines[at] ?? ''}`,
    );
    if (cure !== null) terminal.line(`      ${terminal.paint('cyan', 'cure:')} ${printable(cure, 400)}`);
  }
  if (findings.some(({ ok }) => !ok)) throw new DoctorError(findings);
}
