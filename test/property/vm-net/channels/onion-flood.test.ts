import test from 'ava';
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import type { MessagesEvent } from '../../../../shared/bridge/messages.ts';
import { systemRandom } from '../../../../shared/crypto/random.ts';
import { createNickKey } from '../../../../shared/jm/nick-key.ts';
import { decodeEnvelope, encodeEnvelope, ENVELOPE } from '../../../../shared/jm/onion/envelope.ts';
import { formatDirectoryHandshake } from '../../../../shared/jm/onion/handshake.ts';
import { ONION_HOSTID, signedLine } from '../../../../shared/jm/signed-line.ts';
import { dialDirectly } from '../../../../vm-net/channels/dial.ts';
import { isLoopback } from '../../../../vm-net/channels/onion/location.ts';
import { OnionChannel } from '../../../../vm-net/channels/onion/onion-channel.ts';
import { brokenLine, numbers, oddLine } from '../../../fixtures/odd-lines.ts';
import { joinDirectory, startDirectory } from '../../../fixtures/running-directory.ts';

const LINES = 1_000_000;
const LINES_PER_WRITE = 5000;
/** Different lines of one write; each comes several times. */
const KINDS = 1000;
/** Within what one nick may say at once. */
const HONEST = 90;

const own = createNickKey(systemRandom);
const ann = createNickKey(systemRandom);
const invented = Array.from({ length: 20 }, () => createNickKey(systemRandom).nick);

/** A directory that takes whoever comes and then says odd things only. */
async function hostileDirectory(
  onJoined: (socket: Socket) => Promise<void>,
): Promise<{ readonly port: number; close(): void }> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined).setEncoding('utf8');
    socket.once('data', (text: string) => {
      if (decodeEnvelope(text.split('\r\n')[0] ?? '')?.type !== ENVELOPE.handshake) throw new Error(text);
      const taken = { accepted: true, features: ['ping'], nick: 'J5dn', network: 'testnet', motd: '' };
      socket.write(`${encodeEnvelope(ENVELOPE.directoryHandshake, formatDirectoryHandshake(taken))}\r\n`);
      socket.resume();
      void onJoined(socket);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { port: address.port, close: () => server.close() };
}

test('a million odd lines of a directory harm neither the channel nor who speaks through another', async (t) => {
  const honest = await startDirectory(t);
  const below = numbers(7);
  let fed = 0;
  let floodEnded: () => void = () => undefined;
  const flooded = new Promise<void>((resolve) => {
    floodEnded = resolve;
  });
  const hostile = await hostileDirectory(async (socket) => {
    const closed = once(socket, 'close');
    let drained: () => void = () => undefined;
    socket.on('drain', () => {
      drained();
    });
    while (fed < LINES && !socket.destroyed) {
      const says = () => ({
        from: invented[below(invented.length)] ?? '',
        to: [own.nick, own.nick],
        forged: { from: ann.nick, to: own.nick },
      });
      const kinds = Array.from({ length: KINDS }, () => oddLine(says(), below));
      const lines = Array.from({ length: LINES_PER_WRITE }, () => kinds[below(KINDS)] ?? Buffer.alloc(0));
      fed += LINES_PER_WRITE;
      if (!socket.write(Buffer.concat(lines))) {
        await Promise.race([closed, new Promise<void>((resolve) => (drained = resolve))]);
      }
    }
    socket.end(brokenLine({ from: '', to: [own.nick], forged: { from: '', to: '' } }, below));
    floodEnded();
  });
  t.teardown(() => {
    hostile.close();
  });

  const events: MessagesEvent[] = [];
  let wake: () => void = () => undefined;
  const channel = new OnionChannel({
    nick: own.nick,
    network: 'testnet',
    directories: [honest.port, hostile.port].map((port) => ({ host: '127.0.0.1', port })),
    serving: null,
    dialDirectory: dialDirectly,
    dialPeer: dialDirectly,
    mayDial: isLoopback,
    emit: (event) => {
      events.push(event);
      wake();
    },
    jitter: () => 0.5,
  });
  t.teardown(() => channel.stop());
  await channel.start();

  const peer = await joinDirectory(t, honest, { nick: ann.nick, features: ['ping'] });
  const heard = (): readonly string[] =>
    events.flatMap((event) =>
      event.event === 'private' && event.from === ann.nick ? [event.line.split(' ')[1] ?? ''] : [],
    );
  for (let number = 0; number < HONEST; number += 1) {
    const line = signedLine('pubkey', String(number), ann, ONION_HOSTID);
    peer.send(ENVELOPE.privateMessage, `${ann.nick}!${own.nick}${line}`);
    while (heard().length <= number) await new Promise<void>((resolve) => (wake = resolve));
  }
  await flooded;
  t.true(fed >= LINES);
  t.deepEqual(
    heard(),
    Array.from({ length: HONEST }, (_unused, number) => String(number)),
  );
  t.false(
    events.some((event) => event.event === 'private' && event.from !== ann.nick),
    'unsigned',
  );
  t.false(JSON.stringify(events).includes('forged'));
  const told = events.filter(({ event }) => event === 'public').length;
  t.true(told <= 5000 + 300 * 60, `${told} public lines came through, of a burst of 5000 and 300 a second`);
  t.is(channel.status.state, 'up');
});
