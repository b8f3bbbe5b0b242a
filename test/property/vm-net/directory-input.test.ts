import test from 'ava';
import fc from 'fast-check';
import { nickOf } from '../../../shared/jm/nick.ts';
import { encodeEnvelope } from '../../../shared/jm/onion/envelope.ts';
import { DirectoryNode } from '../../../vm-net/directory/directory-node.ts';
import { handshakeLine, RawPeer } from '../../fixtures/raw-peer.ts';
import { NO_LIMITS } from '../../fixtures/traffic-limits.ts';

const NICK = nickOf(new Uint8Array(33).fill(1));
const WITNESS = nickOf(new Uint8Array(33).fill(2));

const TYPES = [685, 685, 685, 687, 687, 687, 789, 791, 793, 795, 797, 798, 799, 801, 803];
const message = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.constantFrom(
    `${NICK}!PUBLIC!`,
    `${NICK}!${WITNESS}!`,
    '!!',
    `${NICK}!!`,
    '__proto__!PUBLIC!x',
    `${NICK}!__proto__!x`,
  ),
  fc.string({ maxLength: 50 }).map((text) => `${NICK}!PUBLIC!${text}`),
);
const line = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.json({ maxDepth: 5 }),
  {
    weight: 10,
    arbitrary: fc.tuple(fc.constantFrom(...TYPES), message).map(([type, text]) => encodeEnvelope(type, text)),
  },
  fc.tuple(fc.jsonValue(), fc.jsonValue()).map(([type, text]) => JSON.stringify({ type, line: text })),
  fc.jsonValue().map((value) => encodeEnvelope(793, JSON.stringify(value))),
);

test('no input harms the directory or the others on it', async (t) => {
  const own = nickOf(new Uint8Array(33).fill(3));
  const node = new DirectoryNode({
    network: 'testnet',
    nick: own,
    motd: '',
    loopback: true,
    limits: NO_LIMITS,
  });
  const directory = await node.listen('127.0.0.1', 0);
  const witness = await RawPeer.join(directory.port, { nick: WITNESS });
  t.teardown(async () => {
    witness.close();
    await directory.close();
  });
  await fc.assert(
    fc.asyncProperty(fc.boolean(), fc.array(line, { maxLength: 10 }), async (shakesHands, lines) => {
      const peer = await RawPeer.connect(directory.port);
      if (shakesHands) peer.send(793, handshakeLine({ nick: NICK }));
      for (const text of lines) peer.sendText(text);
      peer.socket.end();
      await peer.closed;
      await witness.settle();
    }),
    { numRuns: 200 },
  );
  // Whatever was relayed is an envelope in the one form that every implementation reads.
  t.deepEqual(
    witness.lines.filter(
      (text) => !/^\{"type": (685|687|789|795|799), "line": "[\x20-\x7e]*"\}$/u.test(text),
    ),
    [],
  );
  t.true(witness.envelopes.some(({ type }) => type === 687));
  t.true(witness.envelopes.every(({ type, line: text }) => type > 687 || text.startsWith(`${NICK}!`)));
});
