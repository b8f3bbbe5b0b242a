import test, { type ExecutionContext } from 'ava';
import { systemRandom } from '../../../../../shared/crypto/random.ts';
import { createNickKey, type NickKey } from '../../../../../shared/jm/nick-key.ts';
import { signedLine } from '../../../../../shared/jm/signed-line.ts';
import { MAX_RECEIVED_IRC_LINE } from '../../../../../vm-net/channels/irc/irc-transport.ts';
import { QUICK, type IrcBot } from '../../../../fixtures/irc-bot.ts';
import { CHANNEL, type FakeIrcServer } from '../../../../fixtures/irc-fake-server.ts';
import { IrcLab } from '../../../../fixtures/irc-lab.ts';
import type { IrcRaw } from '../../../../fixtures/irc-raw.ts';

interface Scene {
  readonly fake: FakeIrcServer;
  readonly bot: IrcBot;
  readonly server: IrcRaw;
  /** Whoever speaks. */
  readonly ann: NickKey;
  /** What ann says to the bot, as the server sends it. */
  readonly told: (text: string) => string;
  readonly cried: (text: string) => string;
  readonly signed: (payload: string) => string;
}

/** A bot in its channel on a server that says what the test says. */
async function scene(t: ExecutionContext, timing = {}): Promise<Scene> {
  const lab = await IrcLab.open(t);
  const fake = await lab.fake();
  const bot = lab.bot({ port: fake.port }, { timing: { ...QUICK, ...timing } });
  const started = bot.channel.start();
  const server = await fake.admit(bot.key.nick);
  await started;
  const ann = createNickKey(systemRandom);
  const from = `:${ann.nick}!~ann@host PRIVMSG`;
  return {
    fake,
    bot,
    server,
    ann,
    told: (text) => `${from} ${bot.key.nick} :${text}`,
    cried: (text) => `${from} ${CHANNEL} :${text}`,
    signed: (payload) => signedLine('push', payload, ann, 'Fake'),
  };
}

/** What is heard in private when these lines come, and then a good message. */
async function heardAfter(
  t: ExecutionContext,
  lines: (scene: Scene) => readonly string[],
): Promise<string[]> {
  const made = await scene(t);
  const { bot, server, told, signed } = made;
  server.say(...lines(made), told(`${signed('the end')} ~`));
  await bot.waitFor((event) => event.event === 'private' && event.line === signed('the end'));
  t.is(made.fake.connections.length, 1);
  return bot.heard('private').slice(0, -1);
}

test('a private line that does not begin with ! outside of a message is ignored', async (t) => {
  t.deepEqual(await heardAfter(t, ({ told }) => [told('hello ~'), told(''), told('!'), told('x')]), []);
});

test('a message with a wrong last character is dropped, and the next one is not', async (t) => {
  const heard = await heardAfter(t, ({ told, signed }) => [
    told('!push first part ;'),
    told('second part .'),
    told(`${signed('whole')} ~`),
  ]);
  t.is(heard.length, 1);
  t.regex(heard[0] ?? '', /^!push whole /u);
});

test('a message in parts is put together, whatever else comes between them', async (t) => {
  const heard = await heardAfter(t, ({ told, cried, signed }) => {
    const line = signed('x'.repeat(500));
    return [told(`${line.slice(0, 300)} ;`), cried('!orderbook'), told(`${line.slice(300)} ~`)];
  });
  t.is(heard.length, 1);
});

test('a message whose signature fails is dropped', async (t) => {
  t.deepEqual(
    await heardAfter(t, ({ told, signed, ann }) => [
      told(`${signed('x').replace('push x', 'push y')} ~`),
      told(`${signedLine('push', 'x', ann, 'Other')} ~`),
      told(`${signedLine('push', 'x', createNickKey(systemRandom), 'Fake')} ~`),
    ]),
    [],
  );
});

test('bytes that are not UTF-8 cost the message and not the connection', async (t) => {
  const { bot, server, told, signed, fake } = await scene(t);
  server.socket.write(
    Buffer.concat([Buffer.from(told('!push ')), Buffer.from([0xff, 0xc3, 0x28]), Buffer.from(' ~\r\n')]),
  );
  server.say(told(`${signed('good')} ~`));
  await bot.waitFor(({ event }) => event === 'private');
  t.deepEqual(bot.heard('private'), [signed('good')]);
  t.is(fake.connections.length, 1);
});

test('a public line that does not begin with ! is ignored, and so is a notice', async (t) => {
  const { bot, server, cried } = await scene(t);
  server.say(cried('hello !orderbook'), cried(''), cried('!one').replace('PRIVMSG', 'NOTICE'));
  server.say(cried('\u0001ACTION !waves\u0001'), cried('!two ~'));
  await bot.waitFor(({ event }) => event === 'public');
  t.deepEqual(bot.heard('public'), ['!two ~']);
});

test('nicks and channels are compared with their case, and a longer sender is cut', async (t) => {
  const { bot, server, cried, told, signed, ann } = await scene(t);
  server.say(
    cried('!one').replace(CHANNEL, CHANNEL.toUpperCase()),
    cried('!two').replace(CHANNEL, `@${CHANNEL}`),
    told(`${signed('x')} ~`).replace(`G ${bot.key.nick}`, `G ${bot.key.nick.toLowerCase()}`),
    cried('!three').replace(ann.nick, ann.nick.toLowerCase()),
    cried('!four').replace(ann.nick, bot.key.nick),
    cried('!five').replace(ann.nick, `${ann.nick}_tail`),
  );
  t.like(await bot.waitFor(({ event }) => event === 'public'), { line: '!five', from: ann.nick });
  t.deepEqual(bot.heard('private'), []);
});

test('tags before a line change nothing', async (t) => {
  const { bot, server, cried } = await scene(t);
  server.say(`@batch=1;time=x ${cried('!tagged')}`);
  t.like(await bot.waitFor(({ event }) => event === 'public'), { line: '!tagged' });
});

test('ERROR and a closed connection lead to another one', async (t) => {
  const { bot, server, fake } = await scene(t);
  server.say('ERROR :Closing link: Excess flood');
  await bot.become('down', /the server closed the connection \(Closing link: Excess flood\)/u);
  const second = await fake.admit(bot.key.nick, 1);
  const before = bot.events.length;
  second.socket.destroy();
  await bot.become('down', /./u, before);
  await fake.admit(bot.key.nick, 2);
  await bot.become('up', /./u, before);
  t.is(fake.connections.length, 3);
});

test('pauses do not grow after connections that lasted', async (t) => {
  const { bot, fake, server } = await scene(t, { lasting: 0, firstPause: 5 });
  server.socket.destroy();
  // Growing ones would add up to minutes.
  for (let index = 1; index < 12; index += 1) {
    const next = await fake.admit(bot.key.nick, index);
    await bot.waitFor((event) => event.event === 'channel' && event.state === 'up');
    next.socket.destroy();
  }
  t.is(fake.connections.length, 12);
});

for (const [bytes, taken] of [
  [MAX_RECEIVED_IRC_LINE - 1, true],
  [MAX_RECEIVED_IRC_LINE, true],
  [MAX_RECEIVED_IRC_LINE + 1, false],
] as const) {
  test(`a line of ${bytes} bytes ${taken ? 'is taken' : 'ends the connection'}`, async (t) => {
    const { bot, server, cried } = await scene(t);
    const line = cried('!long ');
    server.say(line + 'x'.repeat(bytes - line.length));
    if (taken) {
      const event = await bot.waitFor(({ event: kind }) => kind === 'public');
      t.is('line' in event && line.length - 6 + event.line.length, bytes);
    } else t.like(await bot.become('down', /a line of 8193 bytes/u), { channel: 'irc1' });
  });
}

test('a line that does not end, ends the connection', async (t) => {
  const { bot, server } = await scene(t);
  server.socket.write('x'.repeat(MAX_RECEIVED_IRC_LINE + 2));
  t.like(await bot.become('down', /a line without end/u), { channel: 'irc1' });
});

test('a flood of public lines is shed and counted, and private ones get through', async (t) => {
  const { bot, server, cried, told, signed } = await scene(t);
  server.say(...Array.from({ length: 150 }, (_unused, index) => cried(`!hp2 ${index}`)));
  server.say(told(`${signed('x')} ~`));
  await bot.waitFor(({ event }) => event === 'private');
  const shed = bot.events.flatMap((event) => (event.event === 'shed' ? [event.publicLines] : []));
  const count = shed.reduce((sum, lines) => sum + lines, 0);
  t.is(bot.heard('public').length + count, 150);
  t.true(count > 0);
});

test('pings are answered', async (t) => {
  const { server } = await scene(t);
  server.say('PING :irc.fake');
  t.is(await server.waitFor(/^PONG/u), 'PONG irc.fake');
});

test('a server that answers the keep-alive is kept, and one that does not is left', async (t) => {
  const { bot, server } = await scene(t, { keepAlive: 20, keepAliveAnswer: 2000 });
  const ping = await server.waitFor(/^PING /u);
  t.is(ping, 'PING irc.fake');
  const before = server.lines.length;
  server.say(`:irc.fake PONG irc.fake :irc.fake`);
  await server.waitFor(/^PING /u, before);
  t.is(bot.channel.status.state, 'up');
  await bot.become('down', /the server does not answer/u);
});

test('a server that never welcomes anybody is left', async (t) => {
  const lab = await IrcLab.open(t);
  const fake = await lab.fake();
  const bot = lab.bot({ port: fake.port }, { timing: { ...QUICK, welcome: 50 } });
  void bot.channel.start();
  await fake.connection();
  t.like(await bot.become('down', /the server does not answer/u), { hostid: `irc.test${fake.port}` });
});

for (const [what, line, reason] of [
  ['welcomes us by another name', ':s 001 Guest1 :Welcome', /calls us Guest1 instead of/u],
  ['does not like the nick', ':s 432 * x :Erroneous nickname', /turns us away \(Erroneous nickname\)/u],
  ['wants a password', ':s 464 * :Password incorrect', /turns us away \(Password incorrect\)/u],
  ['has banned us', ':s 465 * :K-lined', /turns us away \(K-lined\)/u],
  ['calls its network as the onion channel', ':s 005 x NETWORK=Onion-Network :are', /can't be signed for/u],
] as const) {
  test(`a server that ${what} is left, and tried again`, async (t) => {
    const lab = await IrcLab.open(t);
    const fake = await lab.fake();
    const bot = lab.bot({ port: fake.port });
    void bot.channel.start();
    const first = await fake.connection();
    first.say(line);
    t.like(await bot.become('down', reason), { hostid: `irc.test${fake.port}` });
    await fake.connection(1);
  });
}

test('a nick in use is asked for again and again, and no other', async (t) => {
  const lab = await IrcLab.open(t);
  const fake = await lab.fake();
  const bot = lab.bot({ port: fake.port });
  void bot.channel.start();
  const server = await fake.connection();
  for (let round = 1; round <= 3; round += 1) {
    const before = server.lines.length;
    server.say(`:s 433 * ${bot.key.nick} :in use`, `:s 433 * ${bot.key.nick} :in use`);
    await server.waitFor(/^NICK /u, before);
  }
  t.deepEqual(
    server.lines.filter((line) => line.startsWith('NICK')),
    Array.from({ length: 4 }, () => `NICK ${bot.key.nick}`),
  );
  t.regex(bot.channel.status.detail, /somebody else uses the nick/u);
});

test('a server that takes our nick away is left', async (t) => {
  const { bot, server } = await scene(t);
  server.say(`:other!x@y NICK third`, `:${bot.key.nick}!x@y NICK Guest1`);
  t.like(await bot.become('down', /took our nick away/u), { channel: 'irc1' });
});

test('a network name that comes later is told, and a malformed one is not', async (t) => {
  const { bot, server } = await scene(t);
  const before = bot.events.length;
  server.say(':s 005 x NETWORK=a=b NETWORK :are', ':s 005 x A=1 NETWORK=Later :are');
  t.like(await bot.waitFor(({ event }) => event === 'channel', before), { hostid: 'Later', state: 'up' });
});

test('a server that changes its mind too often is left', async (t) => {
  const { bot, server } = await scene(t);
  const before = bot.events.length;
  server.say(...Array.from({ length: 40 }, (_unused, index) => `:s 005 x NETWORK=N${index} :are`));
  await bot.become('down', /changes its mind too often/u);
  t.true(bot.events.length - before <= 21);
});

test('where we may not speak, the status tells', async (t) => {
  const { bot, server } = await scene(t);
  server.say(`:s 404 ${bot.key.nick} ${CHANNEL} :Cannot send to channel (+m)`);
  t.like(await bot.become('up', /may not speak \(Cannot send to channel \(\+m\)\)/u), { channel: 'irc1' });
});

test('a server that does not read is left', async (t) => {
  const { bot, server } = await scene(t);
  server.socket.pause();
  const flood = `PING :${'x'.repeat(8000)}\r\n`.repeat(100);
  for (let sent = 0; sent < 40; sent += 1) server.socket.write(flood);
  t.like(await bot.become('down', /does not read/u), { channel: 'irc1' });
});

test('what a server says before its welcome is not believed', async (t) => {
  const lab = await IrcLab.open(t);
  const fake = await lab.fake();
  const bot = lab.bot({ port: fake.port });
  void bot.channel.start();
  const early = await fake.connection();
  early.say(`:${bot.key.nick}!x@y JOIN ${CHANNEL}`, `:J5aaaaaaaaaaaaaa!x@y PRIVMSG ${CHANNEL} :!orderbook`);
  await fake.admit(bot.key.nick);
  await bot.become('up');
  t.deepEqual(bot.heard('public'), []);
});

test('stopping says goodbye and closes the connection', async (t) => {
  const { bot, server } = await scene(t);
  const told = bot.events.length;
  const stopped = bot.channel.stop();
  await server.closed;
  await stopped;
  t.is(server.lines.at(-1), 'QUIT :');
  t.is(bot.events.length, told);
});

test('stopping ends a connection that is not made yet, and start', async (t) => {
  const lab = await IrcLab.open(t);
  let aborted = false;
  const bot = lab.bot(
    { port: 1 },
    {
      dial: (_location, signal) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => {
            aborted = true;
            reject(new Error('aborted'));
          });
        }),
    },
  );
  const started = bot.channel.start();
  await bot.channel.stop();
  await started;
  t.true(aborted);
  t.deepEqual(bot.events, []);
  await bot.channel.start();
});

test('a start that keeps failing ends, with the reason', async (t) => {
  const lab = await IrcLab.open(t);
  const fake = await lab.fake();
  const { port } = fake;
  fake.close();
  const bot = lab.bot({ port });
  await bot.channel.start();
  t.is(bot.channel.status.state, 'down');
  t.regex(bot.channel.status.detail, /ECONNREFUSED/u);
});

test('a start that takes too long ends while connecting goes on', async (t) => {
  const lab = await IrcLab.open(t);
  const fake = await lab.fake();
  const bot = lab.bot({ port: fake.port }, { timing: { ...QUICK, start: 50 } });
  await bot.channel.start();
  t.is(bot.channel.status.state, 'connecting');
  await fake.admit(bot.key.nick);
  await bot.become('up');
});
