import test from 'ava';
import { BridgeError, PeerFailure } from '../../../../shared/bridge/bridge-error.ts';
import type { ChannelStatus, MessagesEvent } from '../../../../shared/bridge/messages.ts';
import type { PrivateCommand } from '../../../../shared/jm/command.ts';
import { ONION_HOSTID, signedLine, verifyLine } from '../../../../shared/jm/signed-line.ts';
import { hubThatHears, recordedHub, type RecordedHub } from '../../../fixtures/messages-client.ts';
import { createPrivatePeer } from '../../../fixtures/private-peers.ts';
import { makerNick } from '../../../fixtures/offers.ts';

const TO = makerNick(1);
const SAID = { command: 'error', text: 'hello' } as const;
const IRC = { channel: 'irc', hostid: 'PitNet', state: 'up', detail: 'up' } as const;
const IRC_DIES = { event: 'channel', ...IRC, state: 'down' } as const;
const STEP: PrivateCommand = {
  command: 'pubkey',
  makerKey: createPrivatePeer().boxKey.publicKey,
  features: [],
};

/** A hub with both channels up whose last line went over IRC. */
async function saidOnIrc(said: PrivateCommand): Promise<RecordedHub> {
  const market = recordedHub();
  market.hub.noteStatus(IRC);
  market.refusing.add('onion');
  await market.hub.send(TO, said);
  market.refusing.clear();
  return market;
}

test('what the net VM takes is sent', async (t) => {
  const { hub, sent } = recordedHub();
  t.true(await hub.send(TO, SAID));
  t.deepEqual(sent, [{ to: TO, command: SAID, channel: 'onion' }]);
});

test('a line that the net VM has no way for, or that finds the call full, is not sent, and nothing else ends', async (t) => {
  const market = recordedHub();
  for (const failure of [
    new PeerFailure('peer-unknown', 'nobody has that nick'),
    new BridgeError('bridge-flood', 'Too many requests wait for an answer'),
  ]) {
    market.failure = failure;
    t.false(await market.hub.send(TO, SAID), failure.code);
  }
  market.failure = null;
  t.true(await market.hub.send(TO, SAID));
});

test('a call that ended is told to whoever sends', async (t) => {
  const market = recordedHub();
  market.failure = new BridgeError('call-died', 'The call to the other VM ended');
  await t.throwsAsync(market.hub.send(TO, SAID), { code: 'call-died' });
});

test('without a channel that is up nothing is sent', async (t) => {
  const { hub, sent } = recordedHub();
  hub.noteStatus({ channel: 'onion', hostid: 'onion-network', state: 'down', detail: 'down' });
  t.false(hub.isUp);
  t.false(await hub.send(TO, SAID));
  t.deepEqual(sent, []);
});

test('a line goes to the next channel when the first has no way to the peer', async (t) => {
  const market = recordedHub();
  market.hub.noteStatus({ channel: 'irc', hostid: 'PitNet', state: 'up', detail: 'up' });
  market.refusing.add('onion');
  t.true(await market.hub.send(TO, SAID));
  t.deepEqual(market.sent, [{ to: TO, command: SAID, channel: 'irc' }]);
  market.refusing.add('irc');
  t.false(await market.hub.send(TO, SAID));
});

test('nothing is said on a channel whose hostid is not safe to sign for', async (t) => {
  const market = recordedHub();
  market.hub.noteStatus({ channel: 'irc', hostid: '5onion-network', state: 'up', detail: 'up' });
  market.refusing.add('onion');
  t.false(await market.hub.send(TO, SAID));
});

test('as many channels are known as an answer may name, and no more', async (t) => {
  const market = recordedHub();
  const more = (from: number, to: number): void => {
    for (let number = from; number < to; number += 1) {
      market.hub.noteStatus({ channel: `irc${number}`, hostid: `Net${number}x`, state: 'up', detail: 'up' });
    }
  };
  more(1, 20);
  market.refusing.add('onion');
  for (let number = 1; number < 40; number += 1) market.refusing.add(`irc${number}`);
  t.is(await market.hub.send(TO, SAID), false);
  t.deepEqual(market.tried, ['onion', ...Array.from({ length: 19 }, (_unused, index) => `irc${index + 1}`)]);
  market.tried.length = 0;
  more(20, 40);
  await market.hub.send(TO, SAID);
  t.is(market.tried.length, 20);
});

test('nothing is believed on a channel whose hostid lets a signed line be cut short', async (t) => {
  const peer = createPrivatePeer();
  const whole = signedLine('sw0absoffer', '0 27300 5000000 0 500', peer.key, ONION_HOSTID);
  const cut = whole.replace(' 500 ', ' 50 ');
  t.true(verifyLine(peer.nick, cut, '0onion-network').ok, 'the signature holds for the shorter line');
  const heard: unknown[] = [];
  const events: readonly MessagesEvent[] = [
    { event: 'channel', channel: 'irc', hostid: '0onion-network', state: 'up', detail: 'up' },
    { event: 'private', channel: 'irc', from: peer.nick, line: cut },
    { event: 'public', channel: 'irc', from: peer.nick, line: '!sw0absoffer 0 27300 5000000 0 50' },
    { event: 'channel', channel: 'onion', hostid: ONION_HOSTID, state: 'up', detail: 'up' },
    { event: 'private', channel: 'onion', from: peer.nick, line: whole },
  ];
  const statuses: ChannelStatus[] = [];
  const hub = hubThatHears(events, {
    onPrivate: (_from, command) => heard.push(command),
    onPublic: (_from, command) => heard.push(command),
    onStatus: (status) => statuses.push(status),
  });
  await t.throwsAsync(hub.run(), { code: 'channel-none-up' });
  t.is(heard.length, 1);
  t.like(heard[0], { command: 'offers', offers: [{ cjfee: '500' }] });
  t.deepEqual(
    statuses.map(({ channel, state }) => [channel, state]),
    [
      ['irc', 'down'],
      ['onion', 'up'],
    ],
  );
  t.regex(statuses[0]?.detail ?? '', /mistaken for that of another channel/u);
});

test('a step of a round that may be lost with its channel is said again on another', async (t) => {
  const market = await saidOnIrc(STEP);
  market.events.push({ event: 'channel', ...IRC }, IRC_DIES, IRC_DIES);
  market.now = 60;
  await t.throwsAsync(market.hub.run(), { code: 'channel-none-up' });
  t.deepEqual(
    market.sent.map(({ channel, command }) => [channel, command.command]),
    [
      ['irc', 'pubkey'],
      ['onion', 'pubkey'],
    ],
  );
});

test('what nobody waits for any more, or what is no step of a round, is not said again', async (t) => {
  const late = await saidOnIrc(STEP);
  late.now = 61;
  const other = await saidOnIrc(SAID);
  for (const market of [late, other]) {
    market.events.push(IRC_DIES);
    await t.throwsAsync(market.hub.run(), { code: 'channel-none-up' });
    t.is(market.sent.length, 1);
  }
});

test('a channel that dies again and again does not make a line live longer', async (t) => {
  const market = await saidOnIrc(STEP);
  market.now = 50;
  market.events.push(IRC_DIES);
  await t.throwsAsync(market.hub.run(), { code: 'channel-none-up' });
  t.is(market.sent.length, 2);
  market.now = 61;
  market.hub.noteStatus(IRC);
  market.events.length = 0;
  market.events.push({
    event: 'channel',
    channel: 'onion',
    hostid: ONION_HOSTID,
    state: 'down',
    detail: 'down',
  });
  await t.throwsAsync(market.hub.run(), { code: 'channel-none-up' });
  t.is(market.sent.length, 2);
});
