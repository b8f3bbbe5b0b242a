import { closeSync, readSync } from 'node:fs';
import { JmError } from '../../shared/errors.ts';
import { visible } from '../../shared/visible-text.ts';
import { DeclinedError } from './failure.ts';

/** No way to ask for a password, or the two entries differ. */
export class PasswordError extends JmError<
  'password-unavailable' | 'password-mismatch' | 'password-too-long'
> {}

const MAX_PASSWORD_BYTES = 1024;

/** Where passwords come from: a file descriptor, or the terminal. Never argv, never the environment. */
export interface PasswordSource {
  /** Asks for a password; `confirm` asks twice on a terminal. */
  ask(prompt: string, options?: { readonly confirm?: boolean }): Promise<string>;
}

/** Reads the first line of an inherited file descriptor, once, and closes it. */
export function passwordFromDescriptor(descriptor: number): PasswordSource {
  let password: string | undefined;
  return {
    ask: () => {
      password ??= readLine(descriptor);
      return Promise.resolve(password);
    },
  };
}

/** Asks on the terminal without echo. */
export function passwordFromTerminal(): PasswordSource {
  return {
    ask: async (prompt, options = {}) => {
      const password = await readHidden(`${prompt}: `);
      if (options.confirm === true && (await readHidden(`${prompt}, again: `)) !== password) {
        throw new PasswordError('password-mismatch', 'The two passwords differ', { cure: 'Start again.' });
      }
      return password;
    },
  };
}

function readLine(descriptor: number): string {
  const bytes = Buffer.alloc(MAX_PASSWORD_BYTES + 1);
  let length = 0;
  try {
    while (length < bytes.length) {
      const read = readSync(descriptor, bytes, length, bytes.length - length, null);
      length += read;
      if (read === 0 || bytes.subarray(0, length).includes(0x0a)) break;
    }
  } catch (cause) {
    throw new PasswordError('password-unavailable', `File descriptor ${descriptor} can't be read`, {
      cure: 'Open it for the command, for example: --password-fd 3 3< file',
      cause,
    });
  } finally {
    try {
      closeSync(descriptor);
    } catch {
      // It was never open; the read above has said so.
    }
  }
  const end = bytes.subarray(0, length).indexOf(0x0a);
  const line = bytes.subarray(0, end === -1 ? length : end).toString('utf8');
  bytes.fill(0);
  if (end === -1 && length > MAX_PASSWORD_BYTES) {
    throw new PasswordError('password-too-long', `A password has at most ${MAX_PASSWORD_BYTES} bytes`);
  }
  return line;
}

function readHidden(prompt: string): Promise<string> {
  const input = process.stdin;
  if (!input.isTTY) {
    throw new PasswordError('password-unavailable', 'There is no terminal to ask for the password', {
      cure: 'Run the command in a terminal, or pass the password with --password-fd.',
    });
  }
  return new Promise((resolve, reject) => {
    let typed = '';
    const finish = (act: () => void): void => {
      input.off('data', read).off('end', stop);
      input.setRawMode(false);
      input.pause();
      process.stderr.write('\n');
      act();
    };
    const stop = (): void => {
      finish(() => {
        reject(new DeclinedError('interrupted', 'Stopped at the password prompt'));
      });
    };
    const read = (chunk: Buffer): void => {
      for (const character of chunk.toString('utf8')) {
        if (character === '\r' || character === '\n') {
          finish(() => {
            resolve(typed);
          });
          return;
        }
        if (character === '\u0003' || character === '\u0004') {
          stop();
          return;
        }
        typed = character === '\u007f' || character === '\b' ? typed.slice(0, -1) : typed + character;
      }
    };
    // First no echo, then the prompt: what is typed ahead must not show.
    input.setRawMode(true);
    process.stderr.write(visible(prompt));
    input.resume();
    input.on('data', read).on('end', stop);
  });
}
