import test from 'ava';
import { freePort } from '../../../scripts/regtest/free-port.ts';
import type { MessagesEvent } from '../../../shared/bridge/messages.ts';
import { parseConfig } from '../../../shared/config/joinmarket-cfg.ts';
import { systemRandom } from '../../../shared/crypto/random.ts';
import { createNickKey } from '../../../shared/jm/nick-key.ts';
import { ONION_HOSTID, signedLine } from '../../../shared/jm/signed-line.ts';
import { MessagesService } from '../../../vm-net/messages-service.ts';
import { fakeTorControl, refusesOnions } from '../../fixtures/fake-tor-control.ts';
import { RawPeer } from '../../fixtures/raw-peer.ts';
import { joinDirectory, startDirectory } from '../../fixtures/running-directory.ts';
import { WatchedNode } from '../../fixtures/watched-node.ts';
import { withIrc } from '../../fixtures/irc-lab.ts';

const BLOCKCHAIN = '[BLOCKCHAIN]\nblockchain_source = regtest\nnetwork = testnet\n';
const own = createNickKey(systemRandom).nick;
const ann = createNickKey(systemRandom).nick;
const request = { nick: own, network: 'regtest', serving: false } as const;

function onionAt(port: number): string {
  return `[MESSAGING:onion]\ntype = onion\ndirectory_nodes = 127.0.0.1:${port}\n`;
}

function ircAt(host: string, port: number): string {
  return `[MESSAGING:pit]\nhost = ${host}\nport = ${port}\n`;
}

test('one channel is enough; the other says why it is down, and what is said goes out on the first', async (t) => {
  const directory = await startDirectory(t);
  const peer = await joinDirectory(t, directory, { nick: ann });
  const config = parseConfig(BLOCKCHAIN + onionAt(directory.port) + ircAt('127.0.0.1', await freePort()));
  const service = new MessagesService(config);
  t.teardown(() => service.close());
  const events: MessagesEvent[] = [];
  const channels = await service.open(request, (event) => events.push(event));
  t.like(channels, [
    { channel: 'onion', hostid: 'onion-network', state: 'up' },
    { channel: 'pit', state: 'down' },
  ]);
  t.regex(channels[1]?.detail ?? '', /ECONNREFUSED/u);
  await service.publish('!orderbook');
  await peer.waitFor(({ line }) => line === `${own}!PUBLIC!orderbook`);
  await t.throwsAsync(async () => service.send('pit', ann, '!fill 0 1'), { code: 'channel-down' });
  await t.throwsAsync(async () => service.send('other', ann, '!x'), { code: 'channel-none' });
});

test('what is said is refused when no channel takes it', async (t) => {
  const service = new MessagesService(parseConfig(BLOCKCHAIN + onionAt(await freePort())));
  t.teardown(() => service.close());
  await service.open(request, () => undefined);
  await t.throwsAsync(async () => service.publish('!orderbook'), { code: 'channel-down' });
});

test('a channel that can not be used lets go of its port', async (t) => {
  const control = await fakeTorControl(t, refusesOnions);
  const servingPort = await freePort();
  const config = parseConfig(
    '[BLOCKCHAIN]\nblockchain_source = bitcoin-rpc\nnetwork = signet\n[MESSAGING:onion]\ntype = onion\n' +
      `tor_control_host = 127.0.0.1\ntor_control_port = ${control.port}\n` +
      `onion_serving_host = 127.0.0.1\nonion_serving_port = ${servingPort}\n`,
  );
  const service = new MessagesService(config);
  t.teardown(() => service.close());
  await t.throwsAsync(
    service.open({ nick: own, network: 'signet', serving: true }, () => undefined),
    { code: 'tor-refused' },
  );
  t.true(control.heard.some((command) => command.startsWith('ADD_ONION')));
  await t.throwsAsync(RawPeer.connect(servingPort), { code: 'ECONNREFUSED' });
});

test('an IRC server is not reached past Tor', async (t) => {
  const service = new MessagesService(parseConfig(BLOCKCHAIN + ircAt('irc.example', 6697)));
  const error = await t.throwsAsync(
    service.open(request, () => undefined),
    { code: 'channel-clearnet' },
  );
  t.regex(String(Reflect.get(error, 'cure')), /socks5 = true/u);
});

test('without any channel there is nothing to open', async (t) => {
  const service = new MessagesService(parseConfig(BLOCKCHAIN));
  await t.throwsAsync(
    service.open(request, () => undefined),
    { code: 'channel-none' },
  );
});

for (const [name, message] of [
  ['onion', /can't be the name of an IRC section/u],
  ['a b', /can't be the name of an IRC section/u],
  ['x'.repeat(65), /can't be the name of an IRC section/u],
] as const) {
  test(`no IRC section is called ${name}`, (t) => {
    const text = `${BLOCKCHAIN}[MESSAGING:${name}]\nhost = 127.0.0.1\n`;
    t.throws(() => parseConfig(text), { code: 'config-bad-value', message });
  });
}

test('an IRC section without a host says so', (t) => {
  t.throws(() => parseConfig(`${BLOCKCHAIN}[MESSAGING:pit]\nport = 1\n`), { message: /has no host/u });
});

test("the watch of a maker's call asks its directory as a stranger, and tells whether the maker is seen", async (t) => {
  const directory = await startDirectory(t);
  const node = new WatchedNode();
  const logged: string[] = [];
  const service = new MessagesService(parseConfig(BLOCKCHAIN + onionAt(directory.port)), {
    rpc: node,
    log: (text) => logged.push(text),
    times: { lookMs: 10, firstOffersMs: 10 },
    observationTimes: { answerMs: 30_000, furtherMs: 50 },
  });
  t.teardown(() => service.close());
  const maker = createNickKey(systemRandom);
  const strangers = new Set<string>();
  const seen = new Promise<MessagesEvent>((resolve) => {
    const told = (event: MessagesEvent): void => {
      if (event.event === 'watch' && event.notice.about === 'own-offers') resolve(event);
      if (event.event !== 'public' || event.line !== '!orderbook') return;
      strangers.add(event.from);
      const offer = signedLine('sw0reloffer', '0 100000 200000 0 0.0001', maker, ONION_HOSTID);
      void service.send('onion', event.from, offer);
    };
    void service
      .open({ nick: maker.nick, network: 'regtest', serving: true }, told)
      .then(() => service.publish('!sw0reloffer 0 100000 200000 0 0.0001'));
  });
  const name = `127.0.0.1:${directory.port}`;
  t.deepEqual(await seen, {
    event: 'watch',
    notice: { about: 'own-offers', directory: name, finding: 'seen', offers: 1 },
  });
  t.true(logged.includes(`watch: who asks on ${name} gets 1 of our offers`));
  t.is(strangers.size, 1);
  t.false(strangers.has(maker.nick));
});

/** What the watch of a maker tells of an IRC server, where it answers a stranger, or does not. */
function toldOfIrc(
  service: MessagesService,
  answers: boolean,
): { readonly own: Promise<MessagesEvent>; readonly heard: readonly MessagesEvent[] } {
  const maker = createNickKey(systemRandom);
  const heard: MessagesEvent[] = [];
  const own = new Promise<MessagesEvent>((resolve) => {
    const told = (event: MessagesEvent): void => {
      heard.push(event);
      if (event.event === 'watch' && event.notice.about === 'own-offers') resolve(event);
      if (!answers || event.event !== 'public' || event.line !== '!orderbook') return;
      const offer = signedLine('sw0reloffer', '0 100000 200000 0 0.0001', maker, 'PitNet');
      void service.send('my_pit', event.from, offer);
    };
    void service
      .open({ nick: maker.nick, network: 'regtest', serving: true }, told)
      .then(() => service.publish('!sw0reloffer 0 100000 200000 0 0.0001'));
  });
  return { own, heard };
}

for (const answers of [true, false]) {
  test(
    `the watch asks an IRC server as a stranger, and a maker that ${answers ? 'answers is seen' : 'is silent is not'}`,
    withIrc(async (t, lab) => {
      const { port } = await lab.server({ network: 'PitNet' });
      const config = parseConfig(`${BLOCKCHAIN}[MESSAGING:my_pit]\nhost = 127.0.0.1\nport = ${port}\n`);
      const service = new MessagesService(config, {
        rpc: new WatchedNode(),
        log: () => undefined,
        times: { lookMs: 10, firstOffersMs: 10 },
        observationTimes: { answerMs: answers ? 30_000 : 6000, furtherMs: 50 },
      });
      t.teardown(() => service.close());
      const { own: told } = toldOfIrc(service, answers);
      const finding = answers ? { finding: 'seen', offers: 1 } : { finding: 'unanswered', offers: 0 };
      t.deepEqual(await told, {
        event: 'watch',
        notice: { about: 'own-offers', directory: 'irc:my-pit', ...finding },
      });
    }),
  );
}
