import { visibleAscii } from '../../../shared/visible-text.ts';
import { execa } from 'execa';

/** How long a dialog waits for somebody. */
const TIMEOUT_SECONDS = 300;
const GRACE_SECONDS = 5;

/** What became of a question. */
export type Answer = 'yes' | 'no' | 'nobody-asked';

/** True where there is a screen to show something on. */
export function hasDisplay(env: NodeJS.ProcessEnv = process.env): boolean {
  return [env['DISPLAY'], env['WAYLAND_DISPLAY']].some((name) => name !== undefined && name !== '');
}

/** Asks yes or no in a window, by zenity or kdialog, whichever is there. No answer in five minutes is a no. */
export async function askInWindow(lines: readonly string[]): Promise<Answer> {
  const text = windowText(lines);
  const byZenity = await run('zenity', [
    '--question',
    '--no-markup',
    '--default-cancel',
    '--title=jm-wallet',
    `--timeout=${TIMEOUT_SECONDS}`,
    `--text=${text}`,
  ]);
  if (byZenity !== 'nobody-asked') return byZenity;
  return run('kdialog', ['--title', 'jm-wallet', '--yesno', text]);
}

/** Says on the desktop that a question waits. Nothing of the question: others may see the screen. */
export async function notifyOfQuestion(): Promise<void> {
  await run('notify-send', ['--app-name=jm-wallet', 'jm-wallet', 'Something waits for your approval.']);
}

/** Nicks and addresses come from others: no markup, no escapes, nothing but what one can read. */
function windowText(lines: readonly string[]): string {
  return lines.map((line) => visibleAscii(line).replace(/[<>&\\]/gu, '?')).join('\n');
}

async function run(program: string, parameters: readonly string[]): Promise<Answer> {
  const { exitCode, code } = await execa(program, [...parameters], {
    reject: false,
    stdin: 'ignore',
    stdout: 'ignore',
    stderr: 'ignore',
    timeout: (TIMEOUT_SECONDS + GRACE_SECONDS) * 1000,
  });
  if (code === 'ENOENT') return 'nobody-asked';
  return exitCode === 0 ? 'yes' : 'no';
}
