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
import { LineRelay, type RelayVerdict } from '../fixtures/line-relay.ts';
import { freshNick } from '../fixtures/orderbook-flood.ts';
import { fundedMachine, usePit } from '../fixtures/pit.ts';
import { TrustingDirectory } from '../fixtures/trusting-directory.ts';

const pit = usePit(test);

/** Lets who is behind a relay hear on other channels only that offers are wanted, so that it answers there. */
function keepBackRequests(line: string): RelayVerdict {
  return / PRIVMSG #\S+ :!orderbook/u.test(line) ? 'keep back' : 'relay';
}

test.serial(
  'makers on the onion channel, on IRC and on both join in one round, each as one peer',
  whereIrcIs(async (t) => {
    const server = await ircServer(pit(), 'irc-mixed');
    const relay = await LineRelay.listen(server.port);
    relay.judge = keepBackRequests;
    const witness = await IrcRaw.register(server.port, freshNick(), `JOIN ${CHANNEL}`);
    t.teardown(() => {
      witness.socket.destroy();
      relay.close();
    });
    const irc = ircSection(server.port);
    const onion = onionSection(pit().directoryAddress);
    const makers = await makersOf(t, pit(), 'mixed', [onion, irc, `${onion}\n${ircSection(relay.port)}`]);
    const taker = await fundedMachine(pit(), 'mixed-taker', [20_000_000n], {
      config: `${PATIENT}\n[TAKER]\norderbook_min_wait = 10`,
      messaging: `${onion}\n${irc}`,
    });
    const running = taker.startWallet(join(3));
    await witness.waitFor(/ PRIVMSG #\S+ :!orderbook/u);
    // A maker whose IRC is back says its offers again, on both channels, where the taker is now.
    const start = witness.lines.length;
    relay.cut();
    const both = makers.at(-1)?.nick ?? '';
    await witness.waitFor(new RegExp(`^:${both}!\\S+ PRIVMSG #\\S+ :!sw0`, 'u'), start);
    t.notRegex(running.notes.join('\n'), /makers offer$/mu);

    const done = await joined(running);
    t.deepEqual(done.makers.toSorted(), makers.map(({ nick }) => nick).toSorted());
    t.is(done.equalOutputs, 4);
    t.regex(running.notes.join('\n'), / 3 makers offer$/mu);
  }),
);

test.serial(
  'a round goes on over IRC when the only directory dies in the middle of it',
  whereIrcIs(async (t) => {
    const directory = await TrustingDirectory.listen();
    t.teardown(() => {
      directory.close();
    });
    const relay = await LineRelay.listen((await ircServer(pit(), 'irc-left-over')).port);
    relay.judge = keepBackRequests;
    t.teardown(() => {
      relay.close();
    });
    const both = `${onionSection(directory.address)}\n${ircSection(relay.port)}`;
    await makersOf(t, pit(), 'over-irc', [both, both]);
    const taker = await fundedMachine(pit(), 'over-irc-taker', [20_000_000n], {
      config: PATIENT,
      messaging: both,
    });
    // Both makers have the taker's `auth` then; what they answer can't come this way any more.
    let proofs = 0;
    directory.judge = (_to, message) => {
      if (message.startsWith('!auth ')) proofs += 1;
      return proofs === 2 ? 'last' : 'relay';
    };
    const running = taker.startWallet(join());
    await running.waitForNote((note) => / channel onion: 0 of 1 directories up/u.test(note), 'it died');
    t.is((await joined(running)).equalOutputs, 3);
  }),
);

test.serial(
  'a round goes on over the onion channel when the IRC server dies in the middle of it',
  whereIrcIs(async (t) => {
    const directory = await TrustingDirectory.listen();
    // Nobody hears that offers are wanted but on IRC, so that is where the round begins.
    let overOnion: string[] = [];
    directory.judge = (_to, message) => {
      const [word = ''] = message.split(' ');
      overOnion.push(word);
      return word === '!orderbook' ? 'keep back' : 'relay';
    };
    const server = await ircServer(pit(), 'irc-dying');
    const relay = await LineRelay.listen(server.port);
    t.teardown(() => {
      directory.close();
      relay.close();
    });
    const both = `${onionSection(directory.address)}\n${ircSection(relay.port)}`;
    await makersOf(t, pit(), 'over-onion', [both, both]);
    const taker = await fundedMachine(pit(), 'over-onion-taker', [20_000_000n], {
      config: PATIENT,
      messaging: both,
    });
    // IRC takes both answers to `fill`, brings neither, and dies.
    let lost = 0;
    relay.judge = (line) => {
      if (!/ PRIVMSG J\S+ :!pubkey /u.test(line)) return 'relay';
      lost += 1;
      if (lost === 2) {
        setImmediate(() => {
          relay.close();
          void server.stop();
        });
      }
      return 'keep back';
    };
    overOnion = [];
    const running = taker.startWallet(join());
    t.is((await joined(running)).equalOutputs, 3);
    t.regex(running.notes.join('\n'), / channel test: .*closed by the other side/u);
    t.is(lost, 2);
    for (const word of ['!pubkey', '!auth', '!ioauth', '!tx', '!sig']) t.true(overOnion.includes(word), word);
  }),
);

test.serial(
  'a commitment that one maker passes on does not reach the others before they were asked',
  async (t) => {
    const irc = ircSection((await ircServer(pit(), 'irc-race')).port);
    const onion = onionSection(pit().directoryAddress);
    // The first knows the other two, and passes the commitment on to one of them.
    await makersOf(t, pit(), 'race', [`${onion}\n${irc}`]);
    await makersOf(t, pit(), 'race-irc', [irc, irc]);
    const taker = await fundedMachine(pit(), 'race-taker', [20_000_000n], {
      config: PATIENT.replace('minimum_makers = 2', 'minimum_makers = 3'),
      messaging: `${onion}\n${irc}`,
    });
    t.is((await joined(taker.startWallet(join(3)))).makers.length, 3);
  },
);
