import test from 'ava';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { encodeEnvelope, ENVELOPE } from '../../../shared/jm/onion/envelope.ts';
import { nickOf } from '../../../shared/jm/nick.ts';
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

/** The same numbers in every run: from 0 up to what is asked for. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** A line that says something odd and is an envelope all the same, so that the directory reads on behind it. */
function oddLine(from: string, below: (limit: number) => number): Buffer {
  const pick = <Value>(values: readonly [Value, ...Value[]]): Value =>
    values[below(values.length)] ?? values[0];
  const type = pick([685, 685, 685, 687, 687, 789, 791, 793, 795, 797, 798, 799, 801, 800, 804, 0, -1]);
  const to = pick([DEAF, attackerNick(below(ATTACKERS)), 'PUBLIC', ANN, 'nobody', '', '__proto__']);
  const noise = Array.from({ length: below(30) }, () => String.fromCharCode(below(pick([128, 0xffff])))).join(
    '',
  );
  const text = pick([
    `${from}!${to}!${noise}`,
    `${from}!${to}!fill ${'x'.repeat(below(300))}`,
    `${ANN}!${BOB}!forged`,
    noise,
    `${from}!${to}`,
    '!'.repeat(below(20)),
  ]);
  const plain = encodeEnvelope(type, text);
  const line = pick([
    plain,
    plain,
    JSON.stringify({ line: text, type }),
    `${plain.slice(0, -1)}, "more": ${'['.repeat(50)}${']'.repeat(50)}}`,
    plain.replace(/"type": (-?[0-9]+)/u, '"type": $1.0'),
    '',
  ]);
  return Buffer.from(`${line}${pick(['\r\n', '\n'])}`);
}

/** Bytes that are no line that a directory takes: a good line with a few bytes changed, cut off or put in. */
function brokenLine(from: string, below: (limit: number) => number): Buffer {
  const bytes = Buffer.from(oddLine(from, below));
  for (let change = 0; change <= below(4); change += 1) bytes[below(bytes.length)] = below(256);
  const cut = bytes.subarray(0, below(bytes.length + 1));
  return Buffer.concat([cut, Buffer.from([below(256), below(256)]), Buffer.from('\r\n{\r\n')]);
}

/** One connection's worth, ready to be written at once. */
function load(from: string, below: (limit: number) => number): Buffer {
  const kinds = Array.from({ length: KINDS }, () => oddLine(from, below));
  const lines = Array.from(
    { length: LINES_PER_CONNECTION - 2 },
    () => kinds[below(KINDS)] ?? Buffer.alloc(0),
  );
  const last = Buffer.from(`${encodeEnvelope(ENVELOPE.privateMessage, `${from}!${ANN}!${LAST}`)}\r\n`);
  return Buffer.concat([...lines, last, brokenLine(from, below)]);
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
