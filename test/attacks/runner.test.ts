import test from 'ava';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { MessagesClient, MessagesEvent } from '../../shared/bridge/messages.ts';
import { systemRandom } from '../../shared/crypto/random.ts';
import type { Nick } from '../../shared/jm/command.ts';
import { formatPublicLine } from '../../shared/jm/public-line.ts';
import { ONION_HOSTID } from '../../shared/jm/signed-line.ts';
import { MakerRunner } from '../../vm-wallet/runtime/maker-runner.ts';
import { chainClientOf } from '../fixtures/chain-client.ts';
import { AMOUNT } from '../fixtures/coinjoin-parties.ts';
import { takerParty } from '../fixtures/maker-session.ts';
import { DEFAULT_SETTINGS } from '../fixtures/offer-settings.ts';
import { bookOffer, makerNick } from '../fixtures/offers.ts';
import { createPrivatePeer } from '../fixtures/private-peers.ts';
import { openTestWallet, paidTo } from '../fixtures/wallet-context.ts';

const offers = (from: Nick): MessagesEvent => ({
  event: 'public',
  channel: 'onion',
  from,
  line: formatPublicLine([{ command: 'offer', offer: bookOffer(1).offer }]),
});

/** Whom a maker tells of a burnt commitment, when a taker comes with it. */
async function toldAbout(t: Parameters<typeof openTestWallet>[0]): Promise<Nick> {
  const { context: wallet } = await openTestWallet(t, [paidTo('1/0/0', 5_000_000)]);
  // Draws no time to wait, so that the next look at what is due passes it on.
  const context = { ...wallet, random: { ...systemRandom, below: () => 0 } };
  const { commitment } = takerParty(2).podle;
  mkdirSync(path.join(context.dataDir, 'cmtdata'), { recursive: true });
  writeFileSync(path.join(context.dataDir, 'cmtdata/commitmentlist'), `${commitment}\n`);
  const taker = createPrivatePeer();
  const stop = new AbortController();
  t.teardown(() => {
    stop.abort();
  });
  return new Promise((resolve, reject) => {
    const line = (maker: Nick): string => {
      const speak = taker.session.say(maker, {
        command: 'fill',
        oid: 0,
        amount: AMOUNT,
        takerKey: taker.boxKey.publicKey,
        commitment,
      });
      return speak?.(ONION_HOSTID) ?? '';
    };
    let own: Nick = taker.nick;
    async function* events(): AsyncGenerator<MessagesEvent> {
      yield offers(makerNick(7));
      yield { event: 'private', channel: 'onion', from: taker.nick, line: line(own) };
      await new Promise(() => undefined);
    }
    const messages: MessagesClient = {
      open: ({ nick }) => {
        own = nick;
        return Promise.resolve([{ channel: 'onion', hostid: ONION_HOSTID, state: 'up', detail: 'up' }]);
      },
      publish: (said) => {
        if (said.includes('hp2')) reject(new Error('published by ourselves'));
        return Promise.resolve();
      },
      send: (_channel, to, said) => {
        if (said.startsWith('!hp2 ')) resolve(to);
        return Promise.resolve();
      },
      close: () => Promise.resolve(),
      events,
    };
    const chain = chainClientOf({ waitForBlock: () => new Promise(() => undefined) });
    const runner = new MakerRunner(context, {
      settings: DEFAULT_SETTINGS,
      tell: () => undefined,
      signal: stop.signal,
    });
    runner.serve({ chain, messages }).catch(reject);
  });
}

test('A4, A5: who tries a burnt commitment has it handed to another maker, in private and under our nick to nobody else', async (t) => {
  t.is(await toldAbout(t), makerNick(7));
});
