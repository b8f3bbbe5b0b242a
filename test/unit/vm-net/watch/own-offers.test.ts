import test, { type ExecutionContext } from 'ava';
import { freePort } from '../../../../scripts/regtest/free-port.ts';
import { systemRandom } from '../../../../shared/crypto/random.ts';
import { ENVELOPE, privateLine } from '../../../../shared/jm/onion/envelope.ts';
import { createNickKey } from '../../../../shared/jm/nick-key.ts';
import { ONION_HOSTID, signedLine } from '../../../../shared/jm/signed-line.ts';
import type { Nick } from '../../../../shared/jm/command.ts';
import { ChannelError, type Channel, type Emit } from '../../../../vm-net/channels/channel.ts';
import { dialDirectly } from '../../../../vm-net/channels/dial.ts';
import { OnionChannel } from '../../../../vm-net/channels/onion/onion-channel.ts';
import type { RunningDirectory } from '../../../../vm-net/directory/directory-node.ts';
import { observeOwnOffers } from '../../../../vm-net/watch/own-offers.ts';
import { joinDirectory, startDirectory } from '../../../fixtures/running-directory.ts';

/** Silence is waited for as long as it takes to join on a machine that is busy, and what is sent together comes together. */
const QUICK = { answerMs: 3000, furtherMs: 500 };
const own = createNickKey(systemRandom);
const never = new AbortController().signal;

/** The channel of a stranger, to one directory. */
function strangerAt(port: number): (emit: Emit) => Channel {
  return (emit) =>
    new OnionChannel({
      nick: createNickKey(systemRandom).nick,
      network: 'testnet',
      directories: [{ host: '127.0.0.1', port }],
      serving: null,
      dialDirectory: dialDirectly,
      dialPeer: dialDirectly,
      mayDial: () => true,
      emit,
      jitter: () => 0,
    });
}

/** A maker that answers whoever asks with these lines, signed as `signer`. */
async function answering(
  t: ExecutionContext,
  directory: RunningDirectory,
  signer = own,
  nick = own.nick,
): Promise<void> {
  const maker = await joinDirectory(t, directory, { nick });
  void maker
    .waitFor(({ line }) => line.endsWith('!PUBLIC!orderbook'))
    .then(({ line }) => {
      const asker = line.slice(0, line.indexOf('!')) as Nick;
      for (const oid of [0, 1]) {
        const offer = signedLine('sw0reloffer', `${oid} 1000 2000 0 0.0001`, signer, ONION_HOSTID);
        maker.send(ENVELOPE.privateMessage, privateLine(nick, asker, offer));
      }
    })
    .catch(() => undefined);
}

test('a maker that answers a stranger is seen, with all its offers', async (t) => {
  const directory = await startDirectory(t);
  await answering(t, directory);
  t.deepEqual(await observeOwnOffers(own.nick, strangerAt(directory.port), never, QUICK), {
    finding: 'seen',
    offers: 2,
  });
});

test('what other makers offer is not counted', async (t) => {
  const directory = await startDirectory(t);
  const other = createNickKey(systemRandom);
  await answering(t, directory, other, other.nick);
  t.deepEqual(await observeOwnOffers(own.nick, strangerAt(directory.port), never, QUICK), {
    finding: 'unanswered',
    offers: 0,
  });
});

test('an answer that somebody else signed shows nothing', async (t) => {
  const directory = await startDirectory(t);
  await answering(t, directory, createNickKey(systemRandom));
  t.deepEqual(await observeOwnOffers(own.nick, strangerAt(directory.port), never, QUICK), {
    finding: 'unanswered',
    offers: 0,
  });
});

test('a directory that is not there is unreachable, and a stopped watch does not wait', async (t) => {
  const port = await freePort();
  t.deepEqual(await observeOwnOffers(own.nick, strangerAt(port), never, QUICK), {
    finding: 'unreachable',
    offers: 0,
  });
  const stopped = AbortSignal.abort();
  const started = performance.now();
  await observeOwnOffers(own.nick, strangerAt(port), stopped);
  t.true(performance.now() - started < 5000);
});

test('a channel that is lost right before it is asked is unreachable', async (t) => {
  const lost = new ChannelError('channel-down', 'lost');
  const sight = await observeOwnOffers(
    own.nick,
    () => ({
      status: { channel: 'onion', hostid: ONION_HOSTID, state: 'up', detail: '' },
      directories: [],
      start: () => Promise.resolve(),
      publish: () => {
        throw lost;
      },
      send: () => undefined,
      stop: () => Promise.resolve(),
    }),
    never,
    QUICK,
  );
  t.deepEqual(sight, { finding: 'unreachable', offers: 0 });
});
