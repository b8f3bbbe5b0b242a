import { PeerFailure } from '../../shared/bridge/bridge-error.ts';
import { JmError, isJmError } from '../../shared/errors.ts';
import { visibleAscii } from '../../shared/visible-text.ts';
import { DoctorError } from '../doctor/doctor-error.ts';
import { PreflightError } from '../runtime/preflight-error.ts';
import { preflightData } from './show-preflight.ts';
import type { Terminal } from './terminal.ts';

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
  // Its code is what the net VM says: a hostile one must not end a command as refused by the user.
  if (error instanceof PeerFailure) return EXIT.netVm;
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
  const cure = isJmError(error) && error.cure !== undefined ? visibleAscii(error.cure, 1000) : null;
  const lines = message.split('\n').map((line) => visibleAscii(line, 1000));
  const [first = '', ...rest] = lines;
  terminal.note(`${terminal.paint('red', 'error:')} ${first}`);
  // Further in than our own words: a stranger's second line must not look like them.
  for (const line of rest) terminal.note(`  ${line.trimStart()}`);
  if (cure !== null) terminal.note(`${terminal.paint('cyan', 'cure:')}  ${cure}`);
  terminal.data({
    ...(error instanceof DoctorError ? { findings: error.findings } : {}),
    ...(error instanceof PreflightError ? preflightData(error.found) : {}),
    error: { code, message: lines.join('\n'), cure },
  });
}
