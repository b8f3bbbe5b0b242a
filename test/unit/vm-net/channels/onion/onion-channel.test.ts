import anyTest, { type ExecutionContext, type TestFn } from 'ava';
import { freePort } from '../../../../../scripts/regtest/free-port.ts';
import type { MessagesEvent } from '../../../../../shared/bridge/messages.ts';
import { systemRandom } from '../../../../../shared/crypto/random.ts';
import type { Nick } from '../../../../../shared/jm/command.ts';
import { createNickKey, type NickKey } from '../../../../../shared/jm/nick-key.ts';
import { ENVELOPE } from '../../../../../shared/jm/onion/envelope.ts';
import { ONION_HOSTID, signedLine } from '../../../../../shared/jm/signed-line.ts';
import { dialDirectly } from '../../../../../vm-net/channels/dial.ts';
import { isLoopback } from '../../../../../vm-net/channels/onion/location.ts';
import {
  OnionChannel,
  type OnionChannelOptions,
} from '../../../../../vm-net/channels/onion/onion-channel.ts';
import { serveOnLoopback } from '../../../../../vm-net/channels/onion/set-up.ts';
import { DirectoryNode, type RunningDirectory } from '../../../../../vm-net/directory/directory-node.ts';
import { LIMITS_OFF } from '../../../../../vm-net/directory/limits.ts';
import { handshakeLine, RawPeer } from '../../../../fixtures/raw-peer.ts';

interface Context {
  readonly directories: RunningDirectory[];
  readonly bots: Bot[];
  readonly peers: RawPeer[];
}

const test = anyTest as TestFn<Context>;
const PATIENCE_MS = 10_000;

test.beforeEach((t) => {
  t.context = { directories: [], bots: [], peers: [] };
});

test.afterEach.always(async (t) => {
  for (const bot of t.context.bots) await bot.channel.stop();
  for (const peer of t.context.peers) peer.close();
  for (const directory of t.context.directories) await directory.close();
});

/** A nick with its channel, and what the channel told. */
class Bot {
  readonly key: NickKey = createNickKey(systemRandom);
  readonly events: MessagesEvent[] = [];
  readonly channel: OnionChannel;
  #wake: () => void = () => undefined;

  constructor(options: Partial<OnionChannelOptions> & { readonly ports: readonly number[] }) {
    this.channel = new OnionChannel({
      nick: this.key.nick,
      network: 'testnet',
      directories: options.ports.map((port) => ({ host: '127.0.0.1', port })),
      serving: null,
      dialDirectory: dialDirectly,
      dialPeer: dialDirectly,
      mayDial: isLoopback,
      emit: (event) => {
        this.events.push(event);
        this.#wake();
      },
      jitter: () => 0,
      ...options,
    });
  }

  line(word: string, payload: string): string {
    return signedLine(word, payload, this.key, ONION_HOSTID);
  }

  say(to: Bot, word: string, payload: string): void {
    this.channel.send(to.key.nick, this.line(word, payload));
  }

  /** The first event, past or to come, for which `match` is true. */
  async waitFor(match: (event: MessagesEvent) => boolean): Promise<MessagesEvent> {
    const end = setTimeout(() => {
      this.#wake();
    }, PATIENCE_MS);
    const start = performance.now();
    for (;;) {
      const found = this.events.find(match);
      if (found !== undefined) {
        clearTimeout(end);
        return found;
      }
      if (performance.now() - start >= PATIENCE_MS) {
        throw new Error(`Nothing came; so far:\n${JSON.stringify(this.events, null, 1)}`);
      }
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  privateLines(): string[] {
    return this.events.flatMap((event) => (event.event === 'private' ? [event.line] : []));
  }
}

async function directory(t: ExecutionContext<Context>, port = 0): Promise<RunningDirectory> {
  const nick = createNickKey(systemRandom).nick;
  const node = new DirectoryNode({
    network: 'testnet',
    nick,
    motd: '',
    loopback: true,
    limits: LIMITS_OFF,
  });
  const running = await node.listen('127.0.0.1', port);
  t.context.directories.push(running);
  return running;
}

async function bot(
  t: ExecutionContext<Context>,
  ports: readonly number[],
  options: Partial<OnionChannelOptions> = {},
): Promise<Bot> {
  const made = new Bot({ ports, ...options });
  t.context.bots.push(made);
  await made.channel.start();
  return made;
}

const serving = serveOnLoopback({ host: '127.0.0.1', port: 0 });
const isPublic = (event: MessagesEvent): boolean => event.event === 'public';
const isPrivate = (event: MessagesEvent): boolean => event.event === 'private';

test('two bots talk through a directory, in public and in private', async (t) => {
  const { port } = await directory(t);
  const maker = await bot(t, [port]);
  const taker = await bot(t, [port]);
  t.like(taker.channel.status, { channel: 'onion', hostid: 'onion-network', state: 'up' });

  taker.channel.publish('!cancel 0');
  t.deepEqual(await maker.waitFor(isPublic), {
    event: 'public',
    channel: 'onion',
    from: taker.key.nick,
    line: '!cancel 0',
  });
  const offer = maker.line('sw0reloffer', '0 27300 5000000 0 0.0001');
  maker.channel.send(taker.key.nick, offer);
  t.deepEqual(await taker.waitFor(isPrivate), {
    event: 'private',
    channel: 'onion',
    from: maker.key.nick,
    line: offer,
  });
});

test('says nothing to itself', async (t) => {
  const { port } = await directory(t);
  const ann = await bot(t, [port]);
  const bob = await bot(t, [port]);
  ann.channel.publish('!cancel 0');
  await bob.waitFor(isPublic);
  t.false(ann.events.some(isPublic));
});

test('goes over to a direct connection once the location is known, and the answer comes back on it', async (t) => {
  const node = await directory(t);
  const maker = await bot(t, [node.port], { serving });
  const taker = await bot(t, [node.port]);
  maker.say(taker, 'sw0reloffer', '0 1 2 3 4');
  await taker.waitFor(isPrivate);
  // The first goes through the directory and dials; when the directory is gone, only the direct connection is left.
  await waitUntil(() => {
    taker.say(maker, 'fill', `0 ${Math.random()}`);
    return maker.channel.directNicks.includes(taker.key.nick);
  });
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
  const node = await directory(t);
  const servingPort = await freePort();
  const maker = await bot(t, [node.port], {
    serving: serveOnLoopback({ host: '127.0.0.1', port: servingPort }),
  });
  const peer = await RawPeer.connect(servingPort);
  t.context.peers.push(peer);
  const hello = await peer.waitFor(() => true);
  t.is(hello.type, ENVELOPE.handshake);
  t.is(
    hello.line,
    `{"app-name": "joinmarket", "directory": false, "location-string": "127.0.0.1:${servingPort}", "proto-ver": 5, ` +
      `"features": {"peerlist_features": true, "ping": true}, "nick": "${maker.key.nick}", "network": "testnet"}`,
  );
});

test('a claimed nick on a direct connection draws no messages away from its owner', async (t) => {
  const node = await directory(t);
  const servingPort = await freePort();
  const maker = await bot(t, [node.port], {
    serving: serveOnLoopback({ host: '127.0.0.1', port: servingPort }),
  });
  const taker = await bot(t, [node.port]);
  const thief = await RawPeer.connect(servingPort);
  t.context.peers.push(thief);
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
  const node = await directory(t);
  const servingPort = await freePort();
  const maker = await bot(t, [node.port], {
    serving: serveOnLoopback({ host: '127.0.0.1', port: servingPort }),
  });
  const key = createNickKey(systemRandom);
  const peer = await RawPeer.connect(servingPort);
  t.context.peers.push(peer);
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

test('drops what is not signed by its sender, not for us, or came before', async (t) => {
  const { port } = await directory(t);
  const taker = await bot(t, [port]);
  const honest = createNickKey(systemRandom);
  const maker = await RawPeer.join(port, { nick: honest.nick });
  t.context.peers.push(maker);
  const send = (line: string, to: Nick = taker.key.nick): void => {
    maker.send(ENVELOPE.privateMessage, `${honest.nick}!${to}${line}`);
  };
  const other = createNickKey(systemRandom);
  send(signedLine('pubkey', 'foreign key', other, ONION_HOSTID));
  send(signedLine('pubkey', 'other channel', honest, 'irc.example.org'));
  send(signedLine('pubkey', 'text', honest, ONION_HOSTID).replace('text', 'TEXT'));
  send(signedLine('nonsense', 'x', honest, ONION_HOSTID));
  send('!pubkey unsigned');
  maker.send(ENVELOPE.privateMessage, 'garbage');
  for (const type of [785, 787, 797, 801, 12_345]) maker.send(type, `${honest.nick}!${taker.key.nick}!x`);
  send(signedLine('pubkey', 'good', honest, ONION_HOSTID));
  send(signedLine('pubkey', 'good', honest, ONION_HOSTID));
  send(`!${signedLine('pubkey', 'two marks', honest, ONION_HOSTID)}`);
  await taker.waitFor((event) => event.event === 'private' && event.line.includes('two marks'));
  t.deepEqual(
    taker.privateLines().map((line) => line.split(' ').slice(0, -2).join(' ')),
    ['!pubkey good', '!pubkey two marks'],
  );
});

test('takes a line once when several directories relay it, and sends private ones over one', async (t) => {
  const [first, second] = [await directory(t), await directory(t)];
  const ports = [first.port, second.port];
  const maker = await bot(t, ports);
  const taker = await bot(t, ports);
  taker.channel.publish('!cancel 0');
  await maker.waitFor(isPublic);
  maker.say(taker, 'pubkey', 'once');
  await taker.waitFor(isPrivate);
  taker.channel.publish('!cancel 0 again');
  await maker.waitFor((event) => event.event === 'public' && event.line.endsWith('again'));
  await maker.waitFor(() => maker.events.filter(isPublic).length >= 2);
  t.is(maker.events.filter(isPublic).length, 2);
  t.is(taker.events.filter(isPrivate).length, 1);
});

test('a nick is gone when it left every directory where it was', async (t) => {
  const [first, second] = [await directory(t), await directory(t)];
  const taker = await bot(t, [first.port, second.port]);
  const key = createNickKey(systemRandom);
  const [one, two] = [
    await RawPeer.join(first.port, { nick: key.nick }),
    await RawPeer.join(second.port, { nick: key.nick }),
  ];
  t.context.peers.push(one, two);
  one.send(ENVELOPE.publicMessage, `${key.nick}!PUBLIC!cancel 0 1`);
  two.send(ENVELOPE.publicMessage, `${key.nick}!PUBLIC!cancel 0 2`);
  await taker.waitFor((event) => event.event === 'public' && event.line.endsWith('1'));
  await taker.waitFor((event) => event.event === 'public' && event.line.endsWith('2'));
  one.close();
  // What comes behind the notice on the same directory shows that the notice was read.
  const witness = await RawPeer.join(first.port, { nick: createNickKey(systemRandom).nick });
  t.context.peers.push(witness);
  await witness.settle();
  await waitUntil(() => first.peerCount === 2);
  t.false(taker.events.some(({ event }) => event === 'left'));
  two.close();
  t.deepEqual(await taker.waitFor(({ event }) => event === 'left'), {
    event: 'left',
    channel: 'onion',
    nick: key.nick,
  });
});

test('comes back when a directory comes back, and speaks through the other meanwhile', async (t) => {
  const [first, second] = [await directory(t), await directory(t)];
  const ports = [first.port, second.port];
  const maker = await bot(t, ports);
  const taker = await bot(t, ports);
  await first.close();
  await waitUntil(() => taker.channel.status.detail.startsWith('1 of 2'));
  t.is(taker.channel.status.state, 'up');
  t.regex(taker.channel.status.detail, new RegExp(`down: 127\\.0\\.0\\.1:${first.port} \\(`, 'u'));
  taker.say(maker, 'fill', 'meanwhile');
  await maker.waitFor(isPrivate);
  await directory(t, first.port);
  await waitUntil(() => taker.channel.status.detail === '2 of 2 directories up');
  await second.close();
  await waitUntil(() => maker.channel.status.detail.startsWith('1 of 2'));
  taker.channel.publish('!cancel 0');
  await maker.waitFor(isPublic);
});

test('a start without any directory ends soon, says why, and goes on trying', async (t) => {
  const port = await freePort();
  const taker = await bot(t, [port]);
  t.is(taker.channel.status.state, 'down');
  t.regex(taker.channel.status.detail, new RegExp(`127\\.0\\.0\\.1:${port} \\(.*ECONNREFUSED`, 'u'));
  const error = t.throws(() => {
    taker.say(taker, 'fill', '0');
  });
  t.like(error, { code: 'channel-down' });
  await directory(t, port);
  await taker.waitFor((event) => event.event === 'channel' && event.state === 'up');
});

test('a directory of another network is not used', async (t) => {
  const { port } = await directory(t);
  const taker = await bot(t, [port], { network: 'mainnet' });
  t.is(taker.channel.status.state, 'down');
  t.regex(taker.channel.status.detail, /handshake refused/u);
});

test('refuses to send a line over the limit, at and over it', async (t) => {
  const { port } = await directory(t);
  const ann = await bot(t, [port]);
  const bob = await bot(t, [port]);
  const empty = `{"type": 687, "line": "${ann.key.nick}!PUBLIC!"}`.length;
  const longest = `!${'x'.repeat(39_990 - empty)}`;
  ann.channel.publish(longest);
  t.like(await bob.waitFor(isPublic), { line: longest });
  t.throws(
    () => {
      ann.channel.publish(`${longest}x`);
    },
    { code: 'channel-line-too-long' },
  );
});

test('where several bots share a configuration, the next takes another port', async (t) => {
  const node = await directory(t);
  const port = await freePort();
  const shared = { ...serveOnLoopback({ host: '127.0.0.1', port }), anyPort: true };
  const first = await bot(t, [node.port], { serving: shared });
  const second = await bot(t, [node.port], { serving: shared });
  const taker = await bot(t, [node.port]);
  for (const maker of [first, second]) {
    maker.say(taker, 'pubkey', maker.key.nick);
    await taker.waitFor((event) => event.event === 'private' && event.from === maker.key.nick);
    taker.say(maker, 'fill', '0 1 2 3');
    await maker.waitFor(isPrivate);
  }
  t.is(new Set(taker.events.filter(isPrivate).map((event) => 'from' in event && event.from)).size, 2);
});

test('a serving port that is taken is named, with a cure', async (t) => {
  const { port } = await directory(t);
  const made = new Bot({ ports: [port], serving: serveOnLoopback({ host: '127.0.0.1', port }) });
  const error = await t.throwsAsync(made.channel.start(), { code: 'channel-not-serving' });
  t.regex(error.message, new RegExp(`127\\.0\\.0\\.1:${port}`, 'u'));
  t.regex(String(Reflect.get(error, 'cure')), /onion_serving_port/u);
});

test('sheds a public flood of one nick and counts it, while another is heard', async (t) => {
  const { port } = await directory(t);
  const taker = await bot(t, [port]);
  const maker = await bot(t, [port]);
  const flooder = createNickKey(systemRandom).nick;
  const peer = await RawPeer.join(port, { nick: flooder });
  t.context.peers.push(peer);
  for (let count = 0; count < 500; count += 1) {
    peer.send(ENVELOPE.publicMessage, `${flooder}!PUBLIC!cancel ${count}`);
  }
  await peer.settle();
  maker.channel.publish('!cancel 0');
  await taker.waitFor((event) => event.event === 'public' && event.from === maker.key.nick);
  const heard = taker.events.filter((event) => event.event === 'public' && event.from === flooder).length;
  const shed = taker.events.flatMap((event) => (event.event === 'shed' ? [event.publicLines] : []));
  t.true(heard >= 100 && heard < 200, String(heard));
  t.is(
    shed.reduce((sum, count) => sum + count, 0),
    500 - heard,
  );
});

async function waitUntil(met: () => boolean): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  while (!met()) {
    if (performance.now() > end) throw new Error('It did not come to pass');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
