import test from 'ava';
import { parseConfig } from '../../../../shared/config/joinmarket-cfg.ts';
import type { MessagesClient, MessagesEvent } from '../../../../shared/bridge/messages.ts';
import { formatPublicLine } from '../../../../shared/jm/public-line.ts';
import { ONION_HOSTID } from '../../../../shared/jm/signed-line.ts';
import { bondsInMarket } from '../../../../vm-wallet/bonds/live-order-book.ts';
import { chainClientOf } from '../../../fixtures/chain-client.ts';
import { bookOffer, makerNick } from '../../../fixtures/offers.ts';
import { openTestWallet } from '../../../fixtures/wallet-context.ts';

const ONION = { channel: 'onion', hostid: ONION_HOSTID, state: 'up', detail: 'up' } as const;
const QUICK = '[TAKER]\norderbook_min_wait = 0\norderbook_quiet_period = 0\norder_wait_time = 5\n';

const offer = (maker: number, changes = {}): MessagesEvent => ({
  event: 'public',
  channel: 'onion',
  from: makerNick(maker),
  line: formatPublicLine([{ command: 'offer', offer: bookOffer(maker, changes).offer }]),
});

/** A net VM that tells these events once it was asked for offers, and then keeps silent. */
function messagesWith(events: readonly MessagesEvent[]): MessagesClient & { readonly asked: string[] } {
  const asked: string[] = [];
  let answer: () => void = () => undefined;
  const ready = new Promise<void>((resolve) => {
    answer = resolve;
  });
  return {
    asked,
    open: () => Promise.resolve([ONION]),
    publish: (line) => {
      asked.push(line);
      answer();
      return Promise.resolve();
    },
    send: () => Promise.resolve(),
    close: () => Promise.resolve(),
    events: async function* () {
      await ready;
      yield* events;
      await new Promise(() => undefined);
    },
  };
}

test('every maker that offers to native wallets counts once, without a proven bond for nothing', async (t) => {
  const { context } = await openTestWallet(t);
  const messages = messagesWith([
    offer(1),
    offer(1, { oid: 1, type: 'sw0reloffer', cjfee: '0.001' }),
    offer(2),
    offer(3, { type: 'swabsoffer' }),
    offer(4),
    { event: 'left', channel: 'onion', nick: makerNick(4) },
  ]);
  const wallet = { ...context, config: parseConfig(`[BLOCKCHAIN]\nblockchain_source = regtest\n${QUICK}`) };
  const signal = new AbortController().signal;
  const said: string[] = [];
  const report = (text: string): void => {
    said.push(text);
  };
  t.deepEqual(
    await bondsInMarket(wallet, { chain: chainClientOf({}), messages }, { signal, report }),
    [0, 0],
  );
  t.deepEqual(messages.asked, ['!orderbook']);
  t.regex(said.join('\n'), /waiting for makers/u);
});

test('an interrupt ends the wait, and so does the end of the call', async (t) => {
  const { context } = await openTestWallet(t);
  const stop = new AbortController();
  stop.abort(new Error('ctrl-C'));
  const world = { signal: stop.signal, report: () => undefined };
  const calls = { chain: chainClientOf({}), messages: messagesWith([]) };
  await t.throwsAsync(bondsInMarket(context, calls, world), { message: 'ctrl-C' });
  const ended = { ...messagesWith([]), events: async function* () {} };
  const waiting = { signal: new AbortController().signal, report: () => undefined };
  await t.throwsAsync(bondsInMarket(context, { ...calls, messages: ended }, waiting), {
    code: 'channel-none-up',
  });
});
