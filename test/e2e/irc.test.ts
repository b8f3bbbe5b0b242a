import test from 'ava';
import {
  ircSection,
  ircServer,
  join,
  joined,
  makersOf,
  onionSection,
  PATIENT,
  whereIrcIs,
} from '../fixtures/channels.ts';
import { CHANNEL } from '../fixtures/irc-fake-server.ts';
import { IrcRaw } from '../fixtures/irc-raw.ts';
import { fundedMachine, usePit } from '../fixtures/pit.ts';

const pit = usePit(test);

test.serial(
  'a CoinJoin over IRC alone',
  whereIrcIs(async (t) => {
    const { port } = await ircServer(pit(), 'irc');
    const makers = await makersOf(t, pit(), 'irc-maker', [ircSection(port), ircSection(port)]);
    const taker = await fundedMachine(pit(), 'irc-taker', [20_000_000n], {
      config: PATIENT,
      messaging: ircSection(port),
    });
    const done = await joined(taker.startWallet(join()));
    t.deepEqual(done.makers.toSorted(), makers.map(({ nick }) => nick).toSorted());
    t.is(done.equalOutputs, 3);
    t.deepEqual(await pit().node.rpc('getrawmempool', []), [done.txid]);
  }),
);

test.serial(
  "who takes makers' nicks on IRC gets nothing of a round that goes over the onion channel",
  whereIrcIs(async (t) => {
    const { port } = await ircServer(pit(), 'irc-spoofed');
    const onion = onionSection(pit().directoryAddress);
    const makers = await makersOf(t, pit(), 'spoofed', [onion, onion]);
    const attackers = await Promise.all(
      makers.map(({ nick }) => IrcRaw.register(port, nick, `JOIN ${CHANNEL}`)),
    );
    t.teardown(() => {
      for (const { socket } of attackers) socket.destroy();
    });
    const taker = await fundedMachine(pit(), 'spoofed-taker', [20_000_000n], {
      config: PATIENT,
      messaging: `${onion}\n${ircSection(port)}`,
    });
    const speak = (...lines: readonly string[]): Promise<unknown> =>
      Promise.all(
        attackers.map((attacker) => {
          attacker.say(...lines.map((line) => `PRIVMSG ${CHANNEL} :${line}`));
          return attacker.settle();
        }),
      );
    const running = taker.startWallet(join());
    await Promise.all(attackers.map((attacker) => attacker.waitFor(/ PRIVMSG #\S+ :!orderbook/u)));
    await speak('!sw0reloffer 0 1 100000000000 0 0.00001 ~', '!cancel 0');
    await running.waitForNote((note) => note.includes('our coin was proven to it'), 'a maker answered');
    await speak('!sw0absoffer 0 1 100000000000 0 1 ~', '!cancel 0', '!cancel 1');
    for (const attacker of attackers) attacker.say('QUIT :gone');
    const done = await joined(running);
    t.deepEqual(done.makers.toSorted(), makers.map(({ nick }) => nick).toSorted());
    const toAttackers = attackers.flatMap(({ lines }) => lines.filter((line) => / PRIVMSG J/u.test(line)));
    t.deepEqual(toAttackers, []);
  }),
);
