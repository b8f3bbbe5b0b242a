import { execa } from 'execa';
import { Duplex } from 'node:stream';
import { visibleAscii } from '../../visible-text.ts';
import type { BridgeError } from '../bridge-error.ts';

const MAX_STDERR = 2000;

/** How a process that carried a call ended. */
export interface ProcessEnd {
  readonly exitCode: number | undefined;
  readonly signal: string | undefined;
  /** What it said on stderr: bytes of the other VM, cut and not trusted. */
  readonly stderr: string;
  /** True when it could not be started at all. */
  readonly missing: boolean;
  readonly sawOutput: boolean;
}

/**
 * Starts a program whose stdin and stdout are the call.
 * @param explain Turns the program's end into the error that the call ends with.
 */
export function spawnStream(
  program: string,
  parameters: readonly string[],
  explain: (end: ProcessEnd) => BridgeError,
): Duplex {
  const child = execa(program, [...parameters], {
    reject: false,
    buffer: false,
    encoding: 'buffer',
    stdin: 'pipe',
    stdout: 'pipe',
    stderr: 'pipe',
    cleanup: true,
  });
  const { stdin, stdout, stderr: errors } = child;
  let stderr = '';
  errors.on('data', (chunk: Buffer) => {
    if (stderr.length < MAX_STDERR) stderr += chunk.toString('latin1').slice(0, MAX_STDERR);
  });
  let sawOutput = false;
  const stream = new Duplex({
    read: () => {
      stdout.resume();
    },
    write: (chunk: Buffer, _encoding, done) => {
      stdin.write(chunk, () => {
        done();
      });
    },
    final: (done) => {
      stdin.end(() => {
        done();
      });
    },
    destroy: (error, done) => {
      child.kill('SIGTERM');
      done(error);
    },
  });
  stdin.on('error', () => {
    // The program's end, which follows, says more than a broken pipe.
  });
  stdout.on('data', (chunk: Buffer) => {
    sawOutput = true;
    if (!stream.push(chunk)) stdout.pause();
  });
  void child.then((result) => {
    if (stream.destroyed) return;
    const end: ProcessEnd = {
      exitCode: result.exitCode,
      signal: result.signal,
      stderr,
      missing: result.exitCode === undefined && result.signal === undefined,
      sawOutput,
    };
    if (end.exitCode === 0) stream.push(null);
    else stream.destroy(explain(end));
  });
  return stream;
}

/** Stderr of the other side, safe to show on one line. */
export function shownStderr(stderr: string): string {
  return visibleAscii(stderr.trim(), 200);
}
