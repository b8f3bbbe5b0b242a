import { connect } from 'node:net';
import { KIND, takeFrames } from './qrexec-frame.ts';

/*
 * What stands for qrexec-client-vm inside a qube: it hands its target and service, and its streams, to the agent's socket, and ends as the
 * agent says. Who calls is known from the socket, never from here.
 */
const socket = connect({ path: '/run/qubes/qrexec-agent', allowHalfOpen: true });
socket.write(`${JSON.stringify(process.argv.slice(2))}\n`);
process.stdin.pipe(socket);
let waiting: Buffer = Buffer.alloc(0);
// Qubes' own for a connection that was lost.
let exitCode = 255;
socket.on('data', (chunk: Buffer) => {
  const { frames, rest } = takeFrames(Buffer.concat([waiting, chunk]));
  waiting = rest;
  for (const { kind, data } of frames) {
    if (kind === KIND.stdout) process.stdout.write(data);
    else if (kind === KIND.stderr) process.stderr.write(data);
    else exitCode = data.readUInt8(0);
  }
});
socket.on('error', () => {
  exitCode = 1;
});
socket.on('close', () => {
  process.exitCode = exitCode;
  process.stdin.destroy();
});
socket.on('end', () => socket.end());
