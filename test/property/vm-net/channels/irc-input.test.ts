import test from 'ava';
import fc from 'fast-check';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { nickOf } from '../../../../shared/jm/nick.ts';
import { QUICK } from '../../../fixtures/irc-bot.ts';
import { CHANNEL } from '../../../fixtures/irc-fake-server.ts';
import { IrcLab } from '../../../fixtures/irc-lab.ts';
import type { IrcRaw } from '../../../fixtures/irc-raw.ts';

const OWN = '%own';
const ANN = nickOf(new Uint8Array(33).fill(1));
const COMMANDS = [
  ...[
    'PRIVMSG',
    'NOTICE',
    'JOIN',
    'PART',
    'QUIT',
    'KICK',
    'TOPIC',
    'NICK',
    'MODE',
    'PING',
    'PONG',
    'CAP',
    'BATCH',
  ],
  ...['AUTHENTICATE', 'INVITE', 'TAGMSG', 'WALLOPS', 'ACCOUNT', 'CHGHOST', '__proto__', 'constructor'],
  ...[
    '001',
    '002',
    '004',
    '005',
    '311',
    '322',
    '332',
    '353',
    '366',
    '372',
    '375',
    '376',
    '354',
    '364',
    '900',
    '908',
  ],
  ...['404', '432', '433', '437', '465', '470', '471', '473', '474', '705'],
];

const word = fc.oneof(
  fc.constantFrom(
    OWN,
    ANN,
    CHANNEL,
    '#',
    '*',
    '',
    ':',
    '__proto__',
    'NETWORK=Net',
    'NETWORK=',
    'CHANMODES',
    'STATUSMSG',
  ),
  fc.string({ maxLength: 12 }),
);
const said = fc.oneof(
  fc.constantFrom(
    '!',
    '! ~',
    '!orderbook',
    '!fill x ;',
    'y ~',
    '\u0001VERSION\u0001',
    'a|4 6 b|',
    '+draft/x',
    '* LS',
  ),
  fc.string({ unit: 'binary', maxLength: 100 }),
  fc.string({ maxLength: 400 }),
);
const sane = fc
  .tuple(
    fc.constantFrom('', '@time=1;batch=x ', '@ ', '@__proto__=1 '),
    fc.constantFrom('', ':', `:${ANN}!a@h `, `:${OWN}!a@h `, ':irc.fake ', ':! ', ':@ '),
    fc.constantFrom(...COMMANDS),
    fc.array(word, { maxLength: 4 }),
    fc.option(said),
  )
  .map(([tags, prefix, command, words, text]) =>
    [tags + prefix + command, ...words, ...(text === null ? [] : [`:${text}`])].join(' '),
  );
const mutated = fc
  .tuple(sane, fc.nat(), fc.string({ unit: 'binary', maxLength: 3 }))
  .map(([line, at, junk]) => {
    const cut = at % (line.length + 1);
    return line.slice(0, cut) + junk + line.slice(cut + 1);
  });
// The rest of a batch is lost on a connection that ended, so that must be rare.
const ending = fc.constantFrom('ERROR :bye', `:${OWN}!a@h NICK other`, ':s 005 x NETWORK=onion-network');
const line = fc.oneof(
  { weight: 200, arbitrary: sane },
  { weight: 200, arbitrary: mutated },
  { weight: 40, arbitrary: said },
  { weight: 1, arbitrary: ending },
);

/** Resolves with true when the bot dealt with all lines, and with false when it left. */
async function survives(server: IrcRaw, token: string): Promise<boolean> {
  server.say(`PING :${token}`);
  return Promise.race([
    server.waitFor(new RegExp(`PONG ${token}`, 'u')).then(() => true),
    server.closed.then(() => false),
  ]);
}

test('no line of a server harms the channel', async (t) => {
  const lab = await IrcLab.open(t);
  const fake = await lab.fake();
  const bot = lab.bot({ port: fake.port }, { timing: { ...QUICK, firstPause: 1, lasting: 0 } });
  void bot.channel.start();
  let index = 0;
  let server = await fake.admit(bot.key.nick);
  let lines = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(line, { minLength: 50, maxLength: 50 }), async (batch) => {
      lines += batch.length;
      server.say(...batch.map((text) => text.replaceAll(OWN, bot.key.nick)));
      if (await survives(server, `token${lines}`)) return;
      index += 1;
      server = await fake.admit(bot.key.nick, index);
    }),
    { numRuns: 1000, endOnFailure: true },
  );
  t.is(lines, 50_000);
  // It left servers that misbehave, and works still.
  t.true(index > 0 && index < 500, `${index} connections lost`);
  const before = bot.events.length;
  server.socket.destroy();
  const fresh = await fake.admit(bot.key.nick, index + 1);
  fresh.say(`:${ANN}!a@h PRIVMSG ${CHANNEL} :!hp2 the end`);
  await bot.waitFor((event) => event.event === 'public' && event.line === '!hp2 the end', before);
});

test('what a server lists without end is not kept', async (t) => {
  const lab = await IrcLab.open(t);
  const fake = await lab.fake();
  const bot = lab.bot({ port: fake.port });
  void bot.channel.start();
  const server = await fake.admit(bot.key.nick);
  const lists = ['353 x = #c', '367 x #c', '372 x', '322 x #c 1', '352 x', '364 x a b', '005 x'];
  const before = heapInUse();
  for (let round = 0; round < 200; round += 1) {
    const flood = lists.flatMap((list) =>
      Array.from({ length: 20 }, (_unused, n) => `:s ${list} :${String(round * 100 + n).padEnd(1000, 'x')}`),
    );
    server.say('BATCH +x list', ...flood, '@batch=x PRIVMSG a b');
    if (!(await survives(server, `round${round}`))) t.fail('it left');
  }
  // 28 MB came.
  const grown = heapInUse() - before;
  t.true(grown < 8_000_000, `${grown} bytes more`);
});

function heapInUse(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc()');
  return process.memoryUsage().heapUsed;
}
