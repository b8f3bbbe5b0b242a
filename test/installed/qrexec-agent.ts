import { spawn } from 'node:child_process';
import { chmod } from 'node:fs/promises';
import { createServer, type Socket } from 'node:net';
import { Transform } from 'node:stream';
import { finished } from 'node:stream/promises';
import { frame, KIND } from './qrexec-frame.ts';

/**
 * Serves the qrexec calls of one qube on a socket that is visible inside it. The stand-in decides and carries out each call, outside of
 * the qube, as dom0 would.
 * @param standIn the bundle of scripts/qrexec-stand-in
 * @param machine the file that describes the caller and its machine to it
 * @returns what closes the socket
 */
export async function serveCalls(socket: string, standIn: string, machine: string): Promise<() => void> {
  const server = createServer({ allowHalfOpen: true }, (caller) => {
    answer(caller, standIn, machine);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(socket, resolve);
  });
  // Whoever is in the qube may call.
  await chmod(socket, 0o666);
  return () => {
    server.close();
  };
}

function answer(caller: Socket, standIn: string, machine: string): void {
  let head = '';
  caller.on('error', () => undefined);
  caller.on('data', function read(chunk: Buffer) {
    const end = chunk.indexOf('\n');
    head += chunk.subarray(0, end === -1 ? chunk.length : end).toString();
    if (end === -1) return;
    caller.off('data', read);
    caller.pause();
    caller.unshift(chunk.subarray(end + 1));
    carryOut(caller, standIn, machine, JSON.parse(head) as string[]);
  });
}

function carryOut(caller: Socket, standIn: string, machine: string, words: readonly string[]): void {
  const child = spawn(process.execPath, [standIn, ...words], {
    stdio: 'pipe',
    env: { PATH: process.env['PATH'] ?? '/usr/bin:/bin', QREXEC_STAND_IN: machine },
  });
  child.stdin.on('error', () => undefined);
  caller.pipe(child.stdin);
  caller.on('close', () => child.stdin.end());
  const said = [child.stdout.pipe(framed(KIND.stdout)), child.stderr.pipe(framed(KIND.stderr))];
  for (const stream of said) stream.pipe(caller, { end: false });
  child.on('close', (code) => {
    // The exit code comes behind all output.
    void Promise.all(said.map((stream) => finished(stream, { writable: false }))).then(() => {
      caller.end(frame(KIND.exitCode, Buffer.of(code ?? 137)));
    });
  });
}

function framed(kind: number): Transform {
  return new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      done(null, frame(kind, chunk));
    },
  });
}
