import type { ChainClient } from '../../shared/bridge/chain.ts';
import type { MessagesClient } from '../../shared/bridge/messages.ts';
import { createNickKey } from '../../shared/jm/nick-key.ts';
import { waitForOffers, weighBonds } from '../runtime/collect-offers.ts';
import type { WalletContext } from '../runtime/context.ts';
import { MessageHub } from '../runtime/message-hub.ts';
import { PrivateSession } from '../session/private-session.ts';
import { NATIVE_TYPES } from '../taker/choose/candidate.ts';
import { OrderBook } from '../taker/order-book.ts';

/**
 * What the bonds of all makers weigh that offer just now, one number a maker, 0 for those without a good bond. Asks under a nick of
 * its own, as a taker does, and mixes nothing.
 * @throws BridgeError; the signal's reason.
 */
export async function bondsInMarket(
  context: WalletContext,
  calls: { readonly chain: ChainClient; readonly messages: MessagesClient },
  { signal, report }: { readonly signal: AbortSignal; readonly report: (text: string) => void },
): Promise<readonly number[]> {
  const { random, now, config, headers, store } = context;
  const key = createNickKey(random);
  const book = new OrderBook();
  const hub = new MessageHub(
    calls.messages,
    new PrivateSession(key, random, () => null),
    {
      onPrivate: (from, command) => {
        if (command.command === 'offers') book.addPrivate(from, command);
      },
      onPublic: (from, command) => {
        book.addPublic(from, command);
      },
      onLeft: (nick) => {
        book.remove(nick);
      },
      onStatus: ({ channel, detail }) => {
        report(`channel ${channel}: ${detail}`);
      },
      onShed: () => undefined,
    },
    now,
  );
  const { network } = store.state;
  for (const status of await calls.messages.open({ nick: key.nick, network, serving: false })) {
    hub.noteStatus(status);
  }
  const events = hub.run();
  events.catch(() => undefined);
  await hub.publish({ command: 'orderbook' });
  report('asked for offers; waiting for makers');
  await Promise.race([waitForOffers(book, config.orderbook, signal), events]);
  const { chain } = headers;
  const weighed = await weighBonds(book.makers, key.nick, calls.chain, chain, config.policy, signal);
  const worth = new Map<string, number>();
  for (const { maker, offer, bondValue } of weighed) {
    if (NATIVE_TYPES.includes(offer.type)) worth.set(maker, bondValue);
  }
  return [...worth.values()];
}
