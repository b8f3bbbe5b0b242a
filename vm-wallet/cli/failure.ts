import { JmError, isJmError } from '../../shared/errors.ts';
import { DoctorError } from '../doctor/doctor-error.ts';
import { printable, type Terminal } from './terminal.ts';

/** The command was called with words that do not fit. */
export class UsageError extends JmError<'usage'> {}

/** The user said no, or nobody was there to say yes. */
export class DeclinedError extends JmError<'declined' | 'interrupted'> {}

/** Exit codes of `jm-wallet`. Codes from 125 up are left to qrexec and the shell. */
export const EXIT = { ok: 0, failed: 1, usage: 2, wallet: 3, netVm: 4, refused: 5, interrupted: 6 } as const;

const WALLET_CODES = /^(wallet|store|lock|password|file|backup|mnemonic|jmdat)-/u;
const NET_VM_CODES =
  /^(bridge|call|service|hello|version|network|node|block|frame|request|daemon|chain|peer|channel|broadcast|copy|copies)-/u;
const REFUSED_CODES = /^(rule|declined|budget)/u;

/** The exit code that stands for an error. */
export function exitCodeOf(error: unknown): number {
  if (!isJmError(error)) return EXIT.failed;
  if (error.code === 'usage') return EXIT.usage;
  if (error.code === 'interrupted') return EXIT.interrupted;
  if (REFUSED_CODES.test(error.code)) return EXIT.refused;
  if (WALLET_CODES.test(error.code)) return EXIT.wallet;
  if (NET_VM_CODES.test(error.code)) return EXIT.netVm;
  return EXIT.failed;
}

/** Shows an error: one sentence of cause, one of cure. In JSON mode also one object on stdout. */
export function reportFailure(terminal: Terminal, error: unknown): void {
  const code = isJmError(error) ? error.code : 'internal';
  const message = error instanceof Error ? error.message : 'Something that is not an error was thrown';
  const cure = isJmError(error) ? error.cure : undefined;
  const lines = message.split('\n').map((line) => printable(line, 1000));
  terminal.note(`${terminal.paint('red', 'error:')} ${lines.join('\n')}`);
  if (cure !== undefined) terminal.note(`${terminal.paint('cyan', 'cure:')}  ${printable(cure, 1000)}`);
  terminal.data({
    ...(error instanceof DoctorError ? { findings: error.findings } : {}),
    error: { code, message: lines.join('\n'), cure: cure ?? null },
  });
}
