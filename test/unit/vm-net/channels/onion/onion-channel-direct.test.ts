import test from 'ava';
import { freePort } from '../../../../../scripts/regtest/free-port.ts';
import { systemRandom } from '../../../../../shared/crypto/random.ts';
import { createNickKey } from '../../../../../shared/jm/nick-key.ts';
import { ENVELOPE } from '../../../../../shared/jm/onion/envelope.ts';
import { dialDirectly } from '../../../../../vm-net/channels/dial.ts';
import { serveOnLoopback } from '../../../../../vm-net/channels/onion/set-up.ts';
import { isPrivate, isPublic, OnionBot, startOnionBot } from '../../../../fixtures/onion-bot.ts';
import { handshakeLine, RawPeer } from '../../../../fixtures/raw-peer.ts';
import { startDirectory } from '../../../../fixtures/running-directory.ts';

const serving = serveOnLoopback({ host: '127.0.0.1', port: 0 });

test('goes over to a direct connection once the location is known, and the answer comes back on it', async (t) => {
  const node = await startDirectory(t);
  const maker = await startOnionBot(t, [node.port], { serving });
  let tellIntroduced: () => void = () => undefined;
  const introduced = new Promise<void>((resolve) => {
    tellIntroduced = resolve;
  });
  const taker = await startOnionBot(t, [node.port], {
    dialPeer: async (location, signal) => {
      const socket = await dialDirectly(location, signal);
      socket.once('data', tellIntroduced);
      return socket;
    },
  });
  maker.say(taker, 'sw0reloffer', '0 1 2 3 4');
  await taker.waitFor(isPrivate);
  // The first goes through the directory and dials; what comes behind the maker's handshake has the direct connection.
  taker.say(maker, 'fill', 'through the directory');
  await maker.waitFor((event) => event.event === 'private' && event.line.includes('directory'));
  t.false(maker.channel.directNicks.includes(taker.key.nick));
  await introduced;
  taker.say(maker, 'fill', 'over the connection');
  await maker.waitFor((event) => event.event === 'private' && event.line.includes('connection'));
  t.true(maker.channel.directNicks.includes(taker.key.nick));
  await node.close();
  await taker.waitFor((event) => event.event === 'channel' && event.state !== 'up');
  await maker.waitFor((event) => event.event === 'channel' && event.state !== 'up');
  taker.say(maker, 'fill', 'directly');
  await maker.waitFor((event) => event.event === 'private' && event.line.includes('directly'));
  maker.say(taker, 'pubkey', 'directly');
  await taker.waitFor((event) => event.event === 'private' && event.line.startsWith('!pubkey directly'));
  t.throws(
    () => {
      taker.channel.publish('!cancel 0');
    },
    { code: 'channel-down' },
  );
  // When the direct connection ends as well, the nick is gone.
  await maker.channel.stop();
  await taker.waitFor((event) => event.event === 'left' && event.nick === maker.key.nick);
});

test('speaks first on an accepted connection, with a client handshake', async (t) => {
  const node = await startDirectory(t);
  const servingPort = await freePort();
  const maker = await startOnionBot(t, [node.port], {
    serving: serveOnLoopback({ host: '127.0.0.1', port: servingPort }),
  });
  const peer = await RawPeer.connect(servingPort);
  t.teardown(() => {
    peer.close();
  });
  const hello = await peer.waitFor(() => true);
  t.is(hello.type, ENVELOPE.handshake);
  t.is(
    hello.line,
    `{"app-name": "joinmarket", "directory": false, "location-string": "127.0.0.1:${servingPort}", "proto-ver": 5, ` +
      `"features": {"peerlist_features": true, "ping": true}, "nick": "${maker.key.nick}", "network": "testnet"}`,
  );
});

test('a claimed nick on a direct connection draws no messages away from its owner', async (t) => {
  const node = await startDirectory(t);
  const servingPort = await freePort();
  const maker = await startOnionBot(t, [node.port], {
    serving: serveOnLoopback({ host: '127.0.0.1', port: servingPort }),
  });
  const taker = await startOnionBot(t, [node.port]);
  const thief = await RawPeer.connect(servingPort);
  t.teardown(() => {
    thief.close();
  });
  thief.send(ENVELOPE.handshake, handshakeLine({ nick: taker.key.nick, features: ['ping'] }));
  await thief.settle();
  taker.say(maker, 'fill', '0 1 2 3');
  await maker.waitFor(isPrivate);
  maker.say(taker, 'pubkey', 'secret');
  await taker.waitFor((event) => event.event === 'private' && event.line.startsWith('!pubkey secret'));
  await thief.settle();
  t.false(thief.lines.some((line) => line.includes('secret')));
});

test('a nick that is nowhere but on a direct connection is answered there', async (t) => {
  const node = await startDirectory(t);
  const servingPort = await freePort();
  const maker = await startOnionBot(t, [node.port], {
    serving: serveOnLoopback({ host: '127.0.0.1', port: servingPort }),
  });
  const key = createNickKey(systemRandom);
  const peer = await RawPeer.connect(servingPort);
  t.teardown(() => {
    peer.close();
  });
  peer.send(ENVELOPE.handshake, handshakeLine({ nick: key.nick }));
  peer.send(ENVELOPE.publicMessage, `${key.nick}!PUBLIC!cancel 0`);
  await maker.waitFor(isPublic);
  maker.channel.send(key.nick, maker.line('sw0reloffer', '0'));
  t.true(
    (await peer.waitFor(({ type }) => type === 685)).line.startsWith(
      `${maker.key.nick}!${key.nick}!sw0reloffer 0`,
    ),
  );
});

test('where several bots share a configuration, the next takes another port', async (t) => {
  const node = await startDirectory(t);
  const port = await freePort();
  const shared = { ...serveOnLoopback({ host: '127.0.0.1', port }), anyPort: true };
  const first = await startOnionBot(t, [node.port], { serving: shared });
  const second = await startOnionBot(t, [node.port], { serving: shared });
  const taker = await startOnionBot(t, [node.port]);
  for (const maker of [first, second]) {
    maker.say(taker, 'pubkey', maker.key.nick);
    await taker.waitFor((event) => event.event === 'private' && event.from === maker.key.nick);
    taker.say(maker, 'fill', '0 1 2 3');
    await maker.waitFor(isPrivate);
  }
  t.is(new Set(taker.events.filter(isPrivate).map((event) => 'from' in event && event.from)).size, 2);
});

test('a serving port that is taken is named, with a cure', async (t) => {
  const { port } = await startDirectory(t);
  const made = new OnionBot([port], { serving: serveOnLoopback({ host: '127.0.0.1', port }) });
  const error = await t.throwsAsync(made.channel.start(), { code: 'channel-not-serving' });
  t.regex(error.message, new RegExp(`127\\.0\\.0\\.1:${port}`, 'u'));
  t.regex(String(Reflect.get(error, 'cure')), /onion_serving_port/u);
});
