import type { Finding } from '../../shared/finding.ts';
import { visibleAscii } from '../../shared/visible-text.ts';
import { DoctorError } from '../doctor/doctor-error.ts';
import { table } from './table.ts';
import type { Terminal } from './terminal.ts';

/** Shows findings as a table, each failed one with its cure. @throws DoctorError when there are failed ones */
export function reportFindings(terminal: Terminal, findings: readonly Finding[]): void {
  const lines = table(findings.map(({ subject, says }) => [subject, visibleAscii(says, 400)]));
  for (const [at, { ok, cure }] of findings.entries()) {
    terminal.line(
      `${ok ? terminal.paint('green', 'ok  ') : terminal.paint('red', 'FAIL')}  ${lines[at] ?? ''}`,
    );
    if (cure !== null) terminal.line(`      ${terminal.paint('cyan', 'cure:')} ${visibleAscii(cure, 400)}`);
  }
  if (findings.some(({ ok }) => !ok)) throw new DoctorError(findings);
}
