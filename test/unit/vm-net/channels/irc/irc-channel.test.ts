import test from 'ava';
import { IRC_OPERATOR } from '../../../../../scripts/regtest/irc-server.ts';
import { signedLine } from '../../../../../shared/jm/signed-line.ts';
import { CHANNEL } from '../../../../fixtures/irc-fake-server.ts';
import { withIrc } from '../../../../fixtures/irc-lab.ts';
import { IrcRaw } from '../../../../fixtures/irc-raw.ts';

test(
  'two bots talk in public and in private, with signatures over the name of the network',
  withIrc(async (t, lab) => {
    const { port } = await lab.server({ network: 'PitNet' });
    const maker = await lab.joined(port);
    const taker = await lab.joined(port);
    t.like(taker.channel.status, { channel: 'irc1', hostid: 'PitNet', state: 'up' });

    taker.channel.publish('!orderbook');
    t.like(await maker.waitFor(({ event }) => event === 'public'), {
      channel: 'irc1',
      from: taker.key.nick,
      line: '!orderbook',
    });
    const short = taker.say(maker, 'fill', '0 1000000 pubkey commitment');
    const long = taker.say(maker, 'tx', 'y'.repeat(3000));
    const reply = maker.say(taker, 'pubkey', 'x'.repeat(64));
    t.like(await taker.waitFor(({ event }) => event === 'private'), { from: maker.key.nick, line: reply });
    await maker.waitFor((event) => event.event === 'private' && event.line === long);
    t.deepEqual(maker.heard('private'), [short, long]);
  }),
);

test(
  'the server is its one directory: down, up, and down again since it was lost',
  withIrc(async (t, lab) => {
    const server = await lab.server();
    const bot = lab.bot({ port: server.port, name: 'a_b' });
    const health = () => bot.channel.directories[0];
    t.like(health(), { directory: 'irc:a-b', isUp: false, heardAt: null, latencyMs: null });
    const made = health()?.changedAt ?? Infinity;
    await bot.channel.start();
    await bot.become('up');
    t.true(health()?.isUp);
    const up = health()?.changedAt ?? 0;
    t.true(up > made);
    t.true((health()?.heardAt ?? 0) >= up);
    await server.stop();
    await bot.become('connecting');
    t.like(health(), { isUp: false, heardAt: null });
    t.true((health()?.changedAt ?? 0) > up);
  }),
);

test(
  'offers arrive packed, with their trailer, and the rest as it was said',
  withIrc(async (t, lab) => {
    const { port } = await lab.server();
    const maker = await lab.joined(port);
    const taker = await lab.joined(port);
    maker.channel.publish('!cancel 7!cancel 8');
    maker.channel.publish('!sw0reloffer 0 27300 500000 0 0.0002!sw0absoffer 1 500001 90000000 0 700');
    maker.channel.publish('!hp2 P0123');
    await taker.waitFor((event) => event.event === 'public' && event.line === '!hp2 P0123');
    t.deepEqual(taker.heard('public'), [
      '!cancel 7!cancel 8',
      '!sw0reloffer 0 27300 500000 0 0.0002!sw0absoffer 1 500001 90000000 0 700 ~',
      '!hp2 P0123',
    ]);
  }),
);

test(
  'without a network name, signatures cover host and port, and no others are believed',
  withIrc(async (t, lab) => {
    const { port } = await lab.server({ network: null });
    const [ann, bob] = [await lab.joined(port), await lab.joined(port)];
    t.is(ann.channel.status.hostid, `irc.test${port}`);
    ann.channel.send(bob.key.nick, signedLine('push', 'elsewhere', ann.key, 'PitNet'));
    const good = ann.say(bob, 'push', 'here');
    await bob.waitFor(({ event }) => event === 'private');
    t.deepEqual(bob.heard('private'), [good]);
  }),
);

test(
  'a signature over the network name in lower case is believed too',
  withIrc(async (t, lab) => {
    const { port } = await lab.server({ network: 'PitNet' });
    const [ann, bob] = [await lab.joined(port), await lab.joined(port)];
    const line = signedLine('push', 'x', ann.key, 'pitnet');
    ann.channel.send(bob.key.nick, line);
    t.like(await bob.waitFor(({ event }) => event === 'private'), { line });
  }),
);

test(
  'a nick that somebody else uses is asked for until it is free',
  withIrc(async (t, lab) => {
    const { port } = await lab.server();
    const bot = lab.bot({ port });
    const thief = await IrcRaw.register(port, bot.key.nick);
    const started = bot.channel.start();
    const event = await bot.become('connecting', /somebody else uses the nick/u);
    t.like(event, { hostid: `irc.test${port}` });
    thief.socket.destroy();
    await started;
    t.is(bot.channel.status.state, 'up');
    const other = await lab.joined(port);
    other.channel.publish('!orderbook');
    await bot.waitFor(({ event: kind }) => kind === 'public');
    bot.channel.publish('!hp2 P0');
    t.like(await other.waitFor(({ event: kind }) => kind === 'public'), { from: bot.key.nick });
  }),
);

test(
  'a server that goes away and comes back is joined again',
  withIrc(async (t, lab) => {
    const server = await lab.server();
    const [ann, bob] = [await lab.joined(server.port), await lab.joined(server.port)];
    await server.stop();
    await Promise.all([ann.become('down'), bob.become('down')]);
    const error = t.throws(
      () => {
        ann.say(bob, 'push', 'x');
      },
      { code: 'channel-down' },
    );
    t.regex(error.message, /irc\.test/u);
    const before = [ann.events.length, bob.events.length];
    await lab.server({ port: server.port });
    await Promise.all([ann.become('up', /./u, before[0]), bob.become('up', /./u, before[1])]);
    const line = ann.say(bob, 'push', 'again');
    t.like(await bob.waitFor(({ event }) => event === 'private'), { line });
  }),
);

test(
  'a bot that the server throws out and bans is back when the ban is gone',
  withIrc(async (t, lab) => {
    const { port } = await lab.server();
    const bot = await lab.joined(port);
    const operator = await IrcRaw.register(port, 'boss', `OPER ${IRC_OPERATOR}`);
    await operator.waitFor(/ 381 /u);
    operator.say(`KLINE ${bot.key.nick}!*@* 600 :flood`, `KILL ${bot.key.nick} :flood`);
    await bot.become('down', /flood|closed the connection/u);
    const before = bot.events.length;
    await bot.become('down', /Permission denied|turns us away|closed the connection/u, before);
    operator.say(`KLINE ${bot.key.nick}!*@*`);
    await bot.become('up', /./u, before);
    t.is(bot.channel.status.state, 'up');
  }),
);

test(
  'PART, QUIT and KICK of a nick that spoke tell that it left, and nothing else does',
  withIrc(async (t, lab) => {
    const { port } = await lab.server();
    // Whoever comes first is the channel's operator.
    const boss = await IrcRaw.register(port, 'boss', `JOIN ${CHANNEL}`);
    const bot = await lab.joined(port);
    const nicks = Array.from({ length: 5 }, () => String(lab.bot({ port }).key.nick));
    const others = await Promise.all(
      nicks.map((nick, index) =>
        IrcRaw.register(
          port,
          nick,
          `JOIN ${CHANNEL}`,
          index === 3 ? 'PING x' : `PRIVMSG ${CHANNEL} :!orderbook`,
        ),
      ),
    );
    const [parts, quits, kicked, silent, renamed] = others;
    const left = (): string[] => bot.events.flatMap((event) => (event.event === 'left' ? [event.nick] : []));
    const leaves = (index: number): Promise<unknown> =>
      bot.waitFor((event) => event.event === 'left' && event.nick === nicks[index]);
    silent?.say(`PART ${CHANNEL}`);
    await silent?.settle();
    renamed?.say('NICK elsewhere');
    await renamed?.settle();
    parts?.say(`PART ${CHANNEL}`);
    await leaves(0);
    quits?.say('QUIT :');
    await leaves(1);
    boss.say(`KICK ${CHANNEL} ${nicks[2] ?? ''} :go`);
    await leaves(2);
    t.deepEqual(left(), nicks.slice(0, 3));
    kicked?.socket.destroy();
  }),
);

test(
  'a kicked bot says so and joins again',
  withIrc(async (t, lab) => {
    const { port } = await lab.server();
    // Whoever comes first is the channel's operator.
    const boss = await IrcRaw.register(port, 'boss', `JOIN ${CHANNEL}`);
    const bot = await lab.joined(port);
    const before = bot.events.length;
    boss.say(`KICK ${CHANNEL} ${bot.key.nick} :go away`);
    t.like(await bot.become('down', /kicked \(go away\)/u, before), { hostid: 'PitNet' });
    await bot.become('up', /./u, before);
    t.is(bot.channel.status.state, 'up');
  }),
);

for (const [mode, reason] of [
  ['+i', /invite/iu],
  ['+b *!*@*', /banned/iu],
  ['+l 1', /full|\+l/iu],
  ['+k secret', /key|\+k/iu],
] as const) {
  test(
    `a channel with ${mode} is not joined, which the status tells, until it lets us in`,
    withIrc(async (t, lab) => {
      const { port } = await lab.server();
      const boss = await IrcRaw.register(port, 'boss', `JOIN ${CHANNEL}`, `MODE ${CHANNEL} ${mode}`);
      const bot = lab.bot({ port });
      await bot.channel.start();
      t.like(bot.channel.status, { state: 'down', hostid: 'PitNet' });
      t.regex(bot.channel.status.detail, reason);
      t.throws(
        () => {
          bot.channel.publish('!orderbook');
        },
        { code: 'channel-down' },
      );
      boss.say(`MODE ${CHANNEL} ${mode.replace('+', '-')}`);
      await bot.become('up');
    }),
  );
}

test(
  'an alert in the topic is told, at joining and later, and others are not',
  withIrc(async (t, lab) => {
    const { port } = await lab.server();
    const boss = await IrcRaw.register(
      port,
      'boss',
      `JOIN ${CHANNEL}`,
      `TOPIC ${CHANNEL} :pit|4 6 upgrade now`,
    );
    const bot = lab.bot({ port });
    await bot.channel.start();
    await bot.become('up', /alert in the topic: upgrade now$/u);
    const before = bot.events.length;
    boss.say(`TOPIC ${CHANNEL} :pit|5 9 not for us|1 9 \u0002second\u001b[31m`);
    await bot.become('up', /alert in the topic: \\x02second\\x1b\[31m$/u, before);
    boss.say(`TOPIC ${CHANNEL} :pit`);
    const event = await bot.become('up', new RegExp(`in ${CHANNEL}$`, 'u'), before);
    t.like(event, { channel: 'irc1' });
  }),
);

test(
  'a stopped bot has said goodbye and tells nothing more',
  withIrc(async (t, lab) => {
    const { port } = await lab.server();
    const boss = await IrcRaw.register(port, 'boss', `JOIN ${CHANNEL}`);
    const bot = await lab.joined(port);
    const told = bot.events.length;
    await bot.channel.stop();
    await boss.waitFor(new RegExp(`^:${bot.key.nick}!\\S+ QUIT`, 'u'));
    t.is(bot.events.length, told);
    await bot.channel.stop();
  }),
);

test(
  'it registers as the reference does, is a bot, and answers no CTCP',
  withIrc(async (t, lab) => {
    const { port } = await lab.server();
    const bot = await lab.joined(port);
    const boss = await IrcRaw.register(port, 'boss', `JOIN ${CHANNEL}`, `WHOIS ${bot.key.nick}`);
    const whois = await boss.waitFor(/ 311 /u);
    t.regex(whois, new RegExp(` 311 boss ${bot.key.nick} ~${bot.key.nick} \\S+ \\* :None$`, 'u'));
    t.regex(await boss.waitFor(/ 335 /u), /bot/iu);
    for (const request of ['VERSION', 'PING 1', 'TIME', 'CLIENTINFO', 'ACTION waves']) {
      boss.say(`PRIVMSG ${bot.key.nick} :\u0001${request}\u0001`);
    }
    boss.say(`NOTICE ${bot.key.nick} :!push x`, `PRIVMSG ${CHANNEL} :!orderbook`);
    // What the bot would have answered to the former would have come before this.
    const other = await lab.joined(port);
    bot.channel.publish('!hp2 P1');
    await boss.waitFor(/!hp2 P1/u);
    t.deepEqual(
      boss.lines.filter((line) => line.startsWith(`:${bot.key.nick}!`) && !line.includes('JOIN')),
      [`:${bot.key.nick}!~${bot.key.nick}@127.0.0.1 PRIVMSG ${CHANNEL} :!hp2 P1`],
    );
    t.deepEqual([bot.heard('private'), other.heard('private')], [[], []]);
  }),
);
