import test from 'ava';
import { ENVELOPE, MAX_RECEIVED_LINE, encodeEnvelope } from '../../../../shared/jm/onion/envelope.ts';
import { nickOf } from '../../../../shared/jm/nick.ts';
import { DirectoryNode } from '../../../../vm-net/directory/directory-node.ts';
import { handshakeLine } from '../../../fixtures/raw-peer.ts';
import {
  connectToDirectory as stranger,
  DIRECTORY_NICK as OWN,
  joinDirectory as join,
  startDirectory as start,
} from '../../../fixtures/running-directory.ts';

const nickNumber = (number: number): string => nickOf(new Uint8Array(33).fill(number));
const ANN = nickNumber(1);
const BOB = nickNumber(2);
const EVE = nickNumber(3);
const ONION = '2gzyxa5ihm7nsggfxnu52rck2vv4rvmdlkiu3zzui5du4xyclen53wid.onion:5222';

test('answers a handshake with what the protocol says, byte for byte', async (t) => {
  const peer = await join(t, await start(t), { nick: ANN });
  t.is(
    peer.lines[0],
    '{"type": 795, "line": "{\\"app-name\\": \\"joinmarket\\", \\"directory\\": true, \\"proto-ver-min\\": 5, ' +
      '\\"proto-ver-max\\": 5, \\"features\\": {\\"peerlist_features\\": true, \\"ping\\": true}, ' +
      `\\"accepted\\": true, \\"nick\\": \\"${OWN}\\", \\"network\\": \\"testnet\\", \\"motd\\": \\"welcome\\"}"}`,
  );
});

test('relays a public line to everybody else, and to nobody who has not shaken hands', async (t) => {
  const directory = await start(t);
  const outside = await stranger(t, directory);
  const ann = await join(t, directory, { nick: ANN });
  const bob = await join(t, directory, { nick: BOB });
  const eve = await join(t, directory, { nick: EVE });
  ann.send(ENVELOPE.publicMessage, `${ANN}!PUBLIC!orderbook`);
  for (const peer of [bob, eve]) {
    const { line } = await peer.waitFor(({ type }) => type === ENVELOPE.publicMessage);
    t.is(line, `${ANN}!PUBLIC!orderbook`);
    t.is(peer.lines.at(-1), `{"type": 687, "line": "${ANN}!PUBLIC!orderbook"}`);
  }
  await ann.settle();
  t.false(ann.envelopes.some(({ type }) => type === ENVELOPE.publicMessage));
  t.deepEqual(outside.lines, []);
});

test('relays a private line to its recipient only, then says where the sender serves', async (t) => {
  const directory = await start(t);
  const ann = await join(t, directory, { nick: ANN, location: ONION, features: ['ping', 'neutrino_compat'] });
  const bob = await join(t, directory, { nick: BOB, features: ['peerlist_features'] });
  const eve = await join(t, directory, { nick: EVE });
  ann.send(ENVELOPE.privateMessage, `${ANN}!${BOB}!fill 0 1 2 3`);
  ann.send(ENVELOPE.privateMessage, `${ANN}!${EVE}!fill 0 1 2 4`);
  t.is((await bob.waitFor(({ type }) => type === 685)).line, `${ANN}!${BOB}!fill 0 1 2 3`);
  t.is((await bob.waitFor(({ type }) => type === 789)).line, `${ANN};${ONION};F:ping+neutrino_compat`);
  // joinmarket-clientserver drops entries with a third field other than D.
  t.is((await eve.waitFor(({ type }) => type === 789)).line, `${ANN};${ONION}`);
  t.is(eve.envelopes.filter(({ type }) => type === 685).length, 1);
});

test('says nothing about the location of a sender that does not serve', async (t) => {
  const directory = await start(t);
  const ann = await join(t, directory, { nick: ANN });
  const bob = await join(t, directory, { nick: BOB });
  ann.send(ENVELOPE.privateMessage, `${ANN}!${BOB}!fill`);
  await bob.waitFor(({ type }) => type === 685);
  await bob.settle();
  t.false(bob.envelopes.some(({ type }) => type === 789));
});

test('never relays a line whose sender is not the nick of the connection', async (t) => {
  const directory = await start(t);
  const eve = await join(t, directory, { nick: EVE });
  const bob = await join(t, directory, { nick: BOB });
  eve.send(ENVELOPE.publicMessage, `${ANN}!PUBLIC!cancel 0`);
  eve.send(ENVELOPE.privateMessage, `${ANN}!${BOB}!fill`);
  eve.send(ENVELOPE.publicMessage, `${EVE}!${BOB}!private in a public envelope`);
  eve.send(ENVELOPE.publicMessage, 'no addressing at all');
  eve.send(ENVELOPE.privateMessage, `${EVE}!${nickNumber(50)}!to nobody`);
  await eve.settle();
  eve.send(ENVELOPE.publicMessage, `${EVE}!PUBLIC!orderbook`);
  await bob.waitFor(({ type }) => type === ENVELOPE.publicMessage);
  t.deepEqual(
    bob.envelopes.filter(({ type }) => type === 685 || type === 687).map(({ line }) => line),
    [`${EVE}!PUBLIC!orderbook`],
  );
});

test('tells everybody when a peer leaves, once', async (t) => {
  const directory = await start(t);
  const ann = await join(t, directory, { nick: ANN, location: ONION });
  const bob = await join(t, directory, { nick: BOB });
  ann.close();
  t.is((await bob.waitFor(({ type }) => type === 789)).line, `${ANN};${ONION};D`);
  const eve = await join(t, directory, { nick: EVE });
  eve.close();
  t.is((await bob.waitFor(({ line }) => line.startsWith(EVE))).line, `${EVE};NOT-SERVING-ONION;D`);
  t.is(directory.peerCount, 1);
});

test('lists its peers when asked, three times a minute, in messages of at most 20', async (t) => {
  const directory = await start(t, { limits: { peerlistsPerMinute: 3 } });
  for (let number = 100; number < 125; number += 1) await join(t, directory, { nick: nickNumber(number) });
  const ann = await join(t, directory, { nick: ANN });
  ann.send(ENVELOPE.getPeerlist, '');
  await ann.settle();
  const lists = ann.envelopes.filter(({ type }) => type === 789).map(({ line }) => line.split(',').length);
  t.deepEqual(lists, [20, 5]);
  for (let again = 0; again < 3; again += 1) ann.send(ENVELOPE.getPeerlist, '');
  await ann.settle();
  t.is(ann.envelopes.filter(({ type }) => type === 789).length, 6);
});

test('an empty pit is an empty list', async (t) => {
  const ann = await join(t, await start(t), { nick: ANN });
  ann.send(ENVELOPE.getPeerlist, '');
  t.is((await ann.waitFor(({ type }) => type === 789)).line, '');
});

const REJECTED: readonly (readonly [string, string, RegExp])[] = [
  ['another network', handshakeLine({ nick: ANN, network: 'mainnet' }), /wrong-network/u],
  ['another app', handshakeLine({ nick: ANN }).replace('joinmarket', 'joinbazaar'), /wrong-app/u],
  [
    'another version',
    handshakeLine({ nick: ANN }).replace('"proto-ver": 5', '"proto-ver": 6'),
    /wrong-version/u,
  ],
  [
    'a directory',
    handshakeLine({ nick: ANN }).replace('"directory": false', '"directory": true'),
    /wrong-role/u,
  ],
  ['a clearnet location', handshakeLine({ nick: ANN, location: '192.0.2.1:5222' }), /bad-location/u],
  [
    'an onion address with a wrong checksum',
    handshakeLine({ nick: ANN, location: ONION.replace('2gzy', '2gza') }),
    /bad-location/u,
  ],
  ['a location without port', handshakeLine({ nick: ANN, location: 'somewhere' }), /bad-location/u],
  ['a nick that breaks peerlists', handshakeLine({ nick: 'J5;D,x' }), /bad-location/u],
];

for (const [what, line, reason] of REJECTED) {
  test(`refuses ${what}, says why and hangs up`, async (t) => {
    const directory = await start(t);
    const peer = await stranger(t, directory);
    peer.send(ENVELOPE.handshake, line);
    const answer = await peer.waitFor(({ type }) => type === ENVELOPE.directoryHandshake);
    t.regex(answer.line, /"accepted": false/u);
    t.regex(answer.line, reason);
    await peer.closed;
    t.is(directory.peerCount, 0);
  });
}

const UNANSWERED: readonly (readonly [string, string])[] = [
  ['text', 'hello'],
  ['a message before the handshake', encodeEnvelope(687, `${ANN}!PUBLIC!orderbook`)],
  ['a handshake that is not JSON', encodeEnvelope(793, '{"app-name"')],
  ['a handshake without nick', encodeEnvelope(793, handshakeLine({ nick: ANN }).replace('"nick"', '"name"'))],
];

for (const [what, text] of UNANSWERED) {
  test(`hangs up without a word on ${what}`, async (t) => {
    const directory = await start(t);
    const peer = await stranger(t, directory);
    peer.sendText(text);
    await peer.closed;
    t.deepEqual(peer.lines, []);
    t.is(directory.peerCount, 0);
  });
}

test('a nick that is taken is refused; the owner stays', async (t) => {
  const directory = await start(t);
  const ann = await join(t, directory, { nick: ANN });
  const second = await stranger(t, directory);
  second.send(ENVELOPE.handshake, handshakeLine({ nick: ANN }));
  const answer = await second.waitFor(({ type }) => type === 795);
  t.regex(answer.line, new RegExp(`Rejected: Peer nick already registered: ${ANN}`, 'u'));
  await second.closed;
  await ann.settle();
  t.is(directory.peerCount, 1);
  // After the owner left, the nick is free again.
  const bob = await join(t, directory, { nick: BOB });
  ann.close();
  await bob.waitFor(({ type }) => type === 789);
  await join(t, directory, { nick: ANN });
  t.is(directory.peerCount, 2);
});

test('takes as many peers as it is set to, at and over the limit', async (t) => {
  const directory = await start(t, { limits: { maxPeers: 2 } });
  await join(t, directory, { nick: ANN });
  await join(t, directory, { nick: BOB });
  const third = await stranger(t, directory);
  third.send(ENVELOPE.handshake, handshakeLine({ nick: EVE }));
  t.regex((await third.waitFor(({ type }) => type === 795)).line, /Rejected: Maximum peers reached: 2/u);
  await third.closed;
});

test('hangs up on who does not shake hands in time', async (t) => {
  const directory = await start(t, { handshakeTimeoutMs: 50 });
  const peer = await stranger(t, directory);
  await peer.closed;
  t.deepEqual(peer.lines, []);
});

test('the oldest of too many unfinished handshakes makes room', async (t) => {
  const directory = await start(t);
  const first = await stranger(t, directory);
  for (let count = 0; count < 512; count += 1) await stranger(t, directory);
  await first.closed;
  const ann = await join(t, directory, { nick: ANN });
  await ann.settle();
  t.is(directory.peerCount, 1);
});

test('relays lines up to the limit, and drops who sends longer ones', async (t) => {
  const directory = await start(t);
  const ann = await join(t, directory, { nick: ANN });
  const bob = await join(t, directory, { nick: BOB });
  const lineOf = (length: number): string => {
    const empty = encodeEnvelope(687, `${ANN}!PUBLIC!`);
    return encodeEnvelope(687, `${ANN}!PUBLIC!${'x'.repeat(length - empty.length)}`);
  };
  for (const length of [MAX_RECEIVED_LINE - 1, MAX_RECEIVED_LINE]) {
    ann.sendText(lineOf(length));
    await ann.settle();
    await bob.settle();
    t.true(bob.lines.includes(lineOf(length)), String(length));
  }
  ann.sendText(lineOf(MAX_RECEIVED_LINE + 1));
  await ann.closed;
  await bob.waitFor(({ type }) => type === 789);
  t.is(bob.envelopes.filter(({ type }) => type === 687).length, 2);
});

test('what others would choke on is relayed in plain form, or not at all', async (t) => {
  const directory = await start(t);
  const eve = await join(t, directory, { nick: EVE });
  const bob = await join(t, directory, { nick: BOB });
  const text = `${EVE}!PUBLIC!orderbook`;
  eve.sendText(`{"type": 687.0, "line": "${text} 1"}`);
  eve.sendText(`{"line": "${text} 2", "type": 6.87e2, "more": ${'['.repeat(500)}${']'.repeat(500)}}`);
  eve.socket.write(
    Buffer.concat([
      Buffer.from(`{"type": 687, "line": "${text} `),
      Buffer.of(0xff, 0xfe),
      Buffer.from('"}\r\n'),
    ]),
  );
  // Grows to six times its size when it is written in ASCII.
  eve.sendText(`{"type": 687, "line": "${text} ${'é'.repeat(15_000)}"}`);
  await eve.settle();
  await bob.settle();
  t.deepEqual(
    bob.lines.filter((line) => line.includes('687')),
    [
      `{"type": 687, "line": "${text} 1"}`,
      `{"type": 687, "line": "${text} 2"}`,
      `{"type": 687, "line": "${text} \\ufffd\\ufffd"}`,
    ],
  );
});

test('sheds messages over the rate, and keeps the connection', async (t) => {
  const directory = await start(t, { limits: { messagesPerSecond: 500, messagesBurst: 1000 } });
  const ann = await join(t, directory, { nick: ANN });
  const bob = await join(t, directory, { nick: BOB });
  const lines = Array.from({ length: 1600 }, (_unused, n) => encodeEnvelope(685, `${ANN}!${BOB}!fill ${n}`));
  ann.socket.write(`${lines.join('\r\n')}\r\n`);
  await bob.waitFor(({ line }) => line.endsWith('fill 999'));
  await bob.settle();
  const relayed = bob.envelopes.filter(({ type }) => type === 685).length;
  t.true(relayed >= 1000 && relayed < 1600, String(relayed));
  t.is(directory.metrics.privateShed, 1600 - relayed);
});

test('sheds public lines over the rate, at and over it', async (t) => {
  const directory = await start(t, { limits: { publicMessagesPerMinute: 5 } });
  const ann = await join(t, directory, { nick: ANN });
  const bob = await join(t, directory, { nick: BOB });
  for (let count = 0; count < 6; count += 1) ann.send(687, `${ANN}!PUBLIC!cancel ${count}`);
  await ann.settle();
  await bob.settle();
  t.is(bob.envelopes.filter(({ type }) => type === 687).length, 5);
  t.is(directory.metrics.publicShed, 1);
});

test('sheds a public flood by its bytes', async (t) => {
  const directory = await start(t, { limits: { publicBytesPerSecond: 1, publicBytesBurst: 120_000 } });
  const ann = await join(t, directory, { nick: ANN });
  const bob = await join(t, directory, { nick: BOB });
  for (let count = 0; count < 10; count += 1) {
    ann.send(687, `${ANN}!PUBLIC!${count} ${'x'.repeat(39_000)}`);
  }
  await ann.settle();
  await bob.settle();
  t.is(bob.envelopes.filter(({ type }) => type === 687).length, 3);
  t.like(directory.metrics, { publicRelayed: 3, publicShed: 7 });
});

test('drops a peer that does not read, and goes on serving the others', async (t) => {
  const directory = await start(t, { stallMs: 50 });
  const slow = await join(t, directory, { nick: EVE });
  slow.socket.pause();
  const ann = await join(t, directory, { nick: ANN });
  const bob = await join(t, directory, { nick: BOB });
  // What the kernel holds for both ends must be full before anything waits in the directory.
  while (directory.peerCount === 3) {
    for (let count = 0; count < 20; count += 1) ann.send(685, `${ANN}!${EVE}!fill ${'x'.repeat(39_000)}`);
    await ann.settle();
  }
  t.is((await bob.waitFor(({ type }) => type === 789)).line, `${EVE};NOT-SERVING-ONION;D`);
  ann.send(685, `${ANN}!${BOB}!fill`);
  await bob.waitFor(({ type }) => type === 685);
});

test.serial('asks a silent peer whether it is there, and drops the dead', async (t) => {
  const directory = await start(t, { idleMs: 50, pongMs: 200, evictMs: 60_000 });
  const dead = await join(t, directory, { nick: EVE, features: ['ping'] });
  await dead.waitFor(({ type }) => type === ENVELOPE.ping);
  await dead.closed;
  t.is(directory.peerCount, 0);
});

test('refuses a port that is taken', async (t) => {
  const directory = await start(t);
  const node = new DirectoryNode({ network: 'testnet', nick: OWN, motd: '', loopback: true });
  await t.throwsAsync(node.listen('127.0.0.1', directory.port), { code: 'EADDRINUSE' });
});
