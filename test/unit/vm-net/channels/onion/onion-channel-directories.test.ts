import test, { type ExecutionContext } from 'ava';
import { freePort } from '../../../../../scripts/regtest/free-port.ts';
import { systemRandom } from '../../../../../shared/crypto/random.ts';
import { createNickKey } from '../../../../../shared/jm/nick-key.ts';
import { ENVELOPE } from '../../../../../shared/jm/onion/envelope.ts';
import { DirectoryNode } from '../../../../../vm-net/directory/directory-node.ts';
import { isPrivate, isPublic, startOnionBot } from '../../../../fixtures/onion-bot.ts';
import { DIRECTORY_NICK, joinDirectory, startDirectory } from '../../../../fixtures/running-directory.ts';

/** A directory where bots look for one already. */
async function startDirectoryAt(t: ExecutionContext, port: number): Promise<void> {
  const options = { network: 'testnet', nick: DIRECTORY_NICK, motd: '', loopback: true };
  const directory = await new DirectoryNode(options).listen('127.0.0.1', port);
  t.teardown(() => directory.close());
}

test('takes a line once when several directories relay it, and sends private ones over one', async (t) => {
  const [first, second] = [await startDirectory(t), await startDirectory(t)];
  const ports = [first.port, second.port];
  const maker = await startOnionBot(t, ports);
  const taker = await startOnionBot(t, ports);
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
  const [first, second] = [await startDirectory(t), await startDirectory(t)];
  const taker = await startOnionBot(t, [first.port, second.port]);
  const key = createNickKey(systemRandom);
  const one = await joinDirectory(t, first, { nick: key.nick });
  const two = await joinDirectory(t, second, { nick: key.nick });
  one.send(ENVELOPE.publicMessage, `${key.nick}!PUBLIC!cancel 0 1`);
  two.send(ENVELOPE.publicMessage, `${key.nick}!PUBLIC!cancel 0 2`);
  await taker.waitFor((event) => event.event === 'public' && event.line.endsWith('1'));
  await taker.waitFor((event) => event.event === 'public' && event.line.endsWith('2'));
  const witness = createNickKey(systemRandom).nick;
  const behind = await joinDirectory(t, first, { nick: witness });
  one.close();
  // What the same directory relays behind the notice shows that the notice was read.
  await behind.waitFor(({ type, line }) => type === ENVELOPE.peerlist && line.startsWith(`${key.nick};`));
  behind.send(ENVELOPE.publicMessage, `${witness}!PUBLIC!cancel 0`);
  await taker.waitFor((event) => event.event === 'public' && event.from === witness);
  t.false(taker.events.some(({ event }) => event === 'left'));
  two.close();
  t.deepEqual(await taker.waitFor(({ event }) => event === 'left'), {
    event: 'left',
    channel: 'onion',
    nick: key.nick,
  });
});

test('comes back when a directory comes back, and speaks through the other meanwhile', async (t) => {
  const [first, second] = [await startDirectory(t), await startDirectory(t)];
  const ports = [first.port, second.port];
  const maker = await startOnionBot(t, ports);
  const taker = await startOnionBot(t, ports);
  await first.close();
  await taker.waitForDetail(/^1 of 2/u);
  t.is(taker.channel.status.state, 'up');
  t.regex(taker.channel.status.detail, new RegExp(`down: 127\\.0\\.0\\.1:${first.port} \\(`, 'u'));
  taker.say(maker, 'fill', 'meanwhile');
  await maker.waitFor(isPrivate);
  await startDirectoryAt(t, first.port);
  await taker.waitForDetail(/^2 of 2 directories up$/u);
  await second.close();
  await maker.waitForDetail(/^1 of 2/u);
  taker.channel.publish('!cancel 0');
  await maker.waitFor(isPublic);
});

test('a start without any directory ends soon, says why, and goes on trying', async (t) => {
  const port = await freePort();
  const taker = await startOnionBot(t, [port]);
  t.is(taker.channel.status.state, 'down');
  t.regex(taker.channel.status.detail, new RegExp(`127\\.0\\.0\\.1:${port} \\(.*ECONNREFUSED`, 'u'));
  const error = t.throws(() => {
    taker.say(taker, 'fill', '0');
  });
  t.like(error, { code: 'channel-down' });
  await startDirectoryAt(t, port);
  await taker.waitFor((event) => event.event === 'channel' && event.state === 'up');
});

test('a directory of another network is not used', async (t) => {
  const { port } = await startDirectory(t);
  const taker = await startOnionBot(t, [port], { network: 'mainnet' });
  t.is(taker.channel.status.state, 'down');
  t.regex(taker.channel.status.detail, /handshake refused/u);
});
