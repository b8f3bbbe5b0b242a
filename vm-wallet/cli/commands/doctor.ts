import { checkBridge, checkPolicy } from '../../doctor/bridge.ts';
import { checkFiles } from '../../doctor/files.ts';
import type { Finding } from '../../../shared/finding.ts';
import { DoctorError } from '../../doctor/doctor-error.ts';
import { checkIsolation, readNetworkFiles } from '../../doctor/isolation.ts';
import type { CommandContext } from '../command-context.ts';
import { readConfig } from '../open.ts';
import { printable } from '../terminal.ts';

/** Looks at everything that keeps this VM apart and the wallet working. @throws DoctorError */
export async function doctor(command: CommandContext): Promise<void> {
  const { terminal, options, version } = command;
  const config = readConfig(command);
  const now = Math.floor(Date.now() / 1000);
  const findings: readonly Finding[] = [
    ...checkIsolation(readNetworkFiles()),
    checkFiles(options.datadir, process.getuid?.() ?? 0),
    ...(await checkBridge(config, version, now)),
    ...(await checkPolicy(config)),
  ];
  for (const { subject, ok, says, cure } of findings) {
    const mark = ok ? terminal.paint('green', 'ok  ') : terminal.paint('red', 'FAIL');
    terminal.line(`${mark}  ${subject}: ${printable(says, 400)}`);
    if (cure !== null) terminal.line(`      ${terminal.paint('cyan', 'cure:')} ${printable(cure, 400)}`);
  }
  if (findings.some(({ ok }) => !ok)) throw new DoctorError(findings);
  terminal.data({ findings });
}
