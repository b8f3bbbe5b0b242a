import test from 'ava';
import { duplexPair } from 'node:stream';
import { jsonFrame } from '../fixtures/bridge-call.ts';
import { createPrivatePair } from '../fixtures/private-peers.ts';
import { ONION_HOSTID } from '../../shared/jm/signed-line.ts';
import { connectMessages } from '../../shared/bridge/messages-client.ts';
import { MessageHub } from '../../vm-wallet/runtime/message-hub.ts';

const hello = { protocol: 1, network: 'regtest', software: 'test' } as const;
const FLOOD = 50_000;

const notice = (height: number): unknown => ({
  event: 'watch',
  notice: { about: 'tip', finding: 'no-peers', height, behind: 0 },
});

test('a flood of watch notices neither fills the terminal nor keeps a signed line from the wallet', async (t) => {
  const [near, far] = duplexPair();
  far.resume();
  far.write(jsonFrame('hello', 0, { ...hello, service: 'jm.Messages' }));
  const client = await connectMessages(near, hello);
  const [wallet, peer] = createPrivatePair();
  const shown: string[] = [];
  const heard = new Promise<string>((resolve, reject) => {
    const hub = new MessageHub(
      client,
      wallet.session,
      {
        onPrivate: (_from, { command }) => {
          resolve(command);
        },
        onPublic: () => undefined,
        onLeft: () => undefined,
        onStatus: () => undefined,
        onShed: () => undefined,
        onWatch: (sentence) => shown.push(sentence),
      },
      () => 1_700_000_000,
    );
    hub.noteStatus({ channel: 'onion', hostid: ONION_HOSTID, state: 'up', detail: 'up' });
    hub.run().catch(reject);
  });
  const speak = peer.session.say(wallet.nick, { command: 'push', transaction: Uint8Array.of(1, 2, 3) });
  if (speak === null) throw new Error('no box');
  // A shout that never waits, and the line of a peer in the middle of it.
  const drained = async (frame: Uint8Array): Promise<void> => {
    if (!far.write(frame)) await new Promise((resolve) => far.once('drain', resolve));
  };
  for (let index = 0; index < FLOOD; index += 1) {
    await drained(jsonFrame('event', 0, notice(index)));
    if (index !== FLOOD / 2) continue;
    const line = speak(ONION_HOSTID);
    await drained(jsonFrame('event', 0, { event: 'private', channel: 'onion', from: peer.nick, line }));
  }
  t.is(await heard, 'push');
  t.is(shown.length, 20);
  await client.close();
});

test('a notice outside the schema ends the call instead of reaching anybody', async (t) => {
  const [near, far] = duplexPair();
  far.resume();
  far.write(jsonFrame('hello', 0, { ...hello, service: 'jm.Messages' }));
  const client = await connectMessages(near, hello);
  far.write(jsonFrame('event', 0, { event: 'watch', notice: { about: 'join', txid: '../../etc' } }));
  t.like(await client.closed, { code: 'bridge-schema-violation' });
});
