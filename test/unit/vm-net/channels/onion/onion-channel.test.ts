import test from 'ava';
import { systemRandom } from '../../../../../shared/crypto/random.ts';
import type { Nick } from '../../../../../shared/jm/command.ts';
import { createNickKey } from '../../../../../shared/jm/nick-key.ts';
import { ENVELOPE } from '../../../../../shared/jm/onion/envelope.ts';
import { ONION_HOSTID, signedLine } from '../../../../../shared/jm/signed-line.ts';
import { isPrivate, isPublic, startOnionBot } from '../../../../fixtures/onion-bot.ts';
import { joinDirectory, startDirectory } from '../../../../fixtures/running-directory.ts';

test('two bots talk through a directory, in public and in private', async (t) => {
  const { port } = await startDirectory(t);
  const maker = await startOnionBot(t, [port]);
  const taker = await startOnionBot(t, [port]);
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
  const { port } = await startDirectory(t);
  const ann = await startOnionBot(t, [port]);
  const bob = await startOnionBot(t, [port]);
  ann.channel.publish('!cancel 0');
  await bob.waitFor(isPublic);
  t.false(ann.events.some(isPublic));
});

test('drops what is not signed by its sender, not for us, or came before', async (t) => {
  const directory = await startDirectory(t);
  const taker = await startOnionBot(t, [directory.port]);
  const honest = createNickKey(systemRandom);
  const maker = await joinDirectory(t, directory, { nick: honest.nick });
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

test('refuses to send a line over the limit, at and over it', async (t) => {
  const { port } = await startDirectory(t);
  const ann = await startOnionBot(t, [port]);
  const bob = await startOnionBot(t, [port]);
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

test('sheds a public flood of one nick and counts it, while another is heard', async (t) => {
  const directory = await startDirectory(t);
  const taker = await startOnionBot(t, [directory.port]);
  const maker = await startOnionBot(t, [directory.port]);
  const flooder = createNickKey(systemRandom).nick;
  const peer = await joinDirectory(t, directory, { nick: flooder });
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
