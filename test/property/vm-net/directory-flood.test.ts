import test from 'ava';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { encodeEnvelope, ENVELOPE } from '../../../shared/jm/onion/envelope.ts';
import { nickOf } from '../../../shared/jm/nick.ts';
import { brokenLine, numbers, oddLine } from '../../fixtures/odd-lines.ts';
import { handshakeLine, type RawPeer } from '../../fixtures/raw-peer.ts';
import { joinDirectory, startDirectory } from '../../fixtures/running-directory.ts';

const LINES = 1_000_000;
const ATTACKERS = 6;
const LINES_PER_CONNECTION = 4000;
/** Different lines of one connection; each comes several times. */
const KINDS = 1000;
const LAST = 'the last good line';
const MAX_UNSENT = 1024 * 1024;

const nickNumber = (number: number): string => nickOf(new Uint8Array(33).fill(number));
const ANN = nickNumber(1);
const BOB = nickNumber(2);
/** It listens to nobody. */
const DEAF = nickNumber(3);
const attackerNick = (attacker: number): string => nickNumber(100 + attacker);

/** One connection's worth, ready to be written at once. */
function load(from: string, below: (limit: number) => number): Buffer {
  const says = { from, to: [DEAF, attackerNick(below(ATTACKERS)), ANN], forged: { from: ANN, to: BOB } };
  const kinds = Array.from({ length: KINDS }, () => oddLine(says, below));
  const lines = Array.from(
    { length: LINES_PER_CONNECTION - 2 },
    () => kinds[below(KINDS)] ?? Buffer.alloc(0),
  );
  const last = Buffer.from(`${encodeEnvelope(ENVELOPE.privateMessage, `${from}!${ANN}!${LAST}`)}\r\n`);
  return Buffer.concat([...lines, last, brokenLine(says, below)]);
}

/** Shakes hands, writes everything, and waits until it is thrown out for the broken line at the end, or lets go itself. */
async function attack(port: number, nick: string, bytes: Buffer): Promise<void> {
  const socket: Socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  const closed = once(socket, 'close');
  await once(socket, 'connect');
  socket.resume();
  socket.write(`${encodeEnvelope(ENVELOPE.handshake, handshakeLine({ nick }))}\r\n`);
  // The end is told behind the lines, so that the connection is over when all of them were dealt with.
  socket.end(bytes);
  await closed;
}

/** Two peers that answer each other, number by number, for as long as they are not stopped. */
class Talk {
  readonly heard: number[] = [];
  #running = true;

  constructor(ann: RawPeer, bob: RawPeer) {
    this.#listen(ann, BOB, ANN);
    this.#listen(bob, ANN, BOB);
    ann.send(ENVELOPE.privateMessage, `${ANN}!${BOB}!number 0`);
  }

  stop(): void {
    this.#running = false;
  }

  #listen(peer: RawPeer, from: string, own: string): void {
    let rest = '';
    peer.socket.on('data', (chunk: string) => {
      const parts = (rest + chunk).split('\r\n');
      rest = parts.pop() ?? '';
      for (const part of parts) {
        const number = new RegExp(`^\\{"type": 685, "line": "${from}!${own}!number ([0-9]+)"\\}$`, 'u').exec(
          part,
        );
        if (number === null) continue;
        this.heard.push(Number(number[1]));
        if (this.#running)
          peer.send(ENVELOPE.privateMessage, `${own}!${from}!number ${Number(number[1]) + 1}`);
      }
    });
  }
}

test('a million odd and broken lines harm neither the directory nor two honest peers', async (t) => {
  const directory = await startDirectory(t, {
    limits: { messagesPerSecond: Infinity, maxUnsent: MAX_UNSENT },
  });
  const ann = await joinDirectory(t, directory, { nick: ANN });
  const bob = await joinDirectory(t, directory, { nick: BOB });
  const deaf = await joinDirectory(t, directory, { nick: DEAF });
  deaf.socket.pause();
  const talk = new Talk(ann, bob);
  const below = numbers(1);
  let fed = 0;
  let most = 0;
  const attacker = async (number: number): Promise<void> => {
    const nick = attackerNick(number);
    while (fed < LINES) {
      fed += LINES_PER_CONNECTION;
      await attack(directory.port, nick, load(nick, below));
      most = Math.max(most, directory.unsent);
    }
  };
  await Promise.all(Array.from({ length: ATTACKERS }, (_unused, number) => attacker(number)));
  talk.stop();
  await ann.settle();
  await bob.settle();
  await ann.settle();
  t.true(fed >= LINES);
  // All of it was read, up to the line at which the connection ends.
  const connections = LINES / LINES_PER_CONNECTION;
  t.true(ann.envelopes.filter(({ line }) => line.endsWith(LAST)).length >= connections);
  t.true(bob.envelopes.filter(({ line }) => line.endsWith(';D')).length > 0);
  // Each number once and in order, from one to the other and back.
  t.deepEqual(
    talk.heard,
    Array.from(talk.heard, (_unused, number) => number),
  );
  t.true(talk.heard.length > 100, String(talk.heard.length));
  t.true(most <= (ATTACKERS + 3) * MAX_UNSENT, String(most));
  t.false([...ann.lines, ...bob.lines].some((line) => line.includes('forged')));
  t.true(directory.peerCount <= 3);
});
