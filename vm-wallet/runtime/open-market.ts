import type { ChainClient } from '../../shared/bridge/chain.ts';
import type { Nick } from '../../shared/jm/command.ts';
import { deriveAhead } from '../chain/watch-list.ts';
import { ownNicks } from '../maker/own-nicks.ts';
import type { OrderBook } from '../taker/order-book.ts';
import { waitForOffers, weighBonds } from './collect-offers.ts';
import type { CoinjoinRequest, MarketView } from './coinjoin-plan.ts';
import type { WalletContext } from './context.ts';
import { externalCoins } from './look-up-coin.ts';
import type { MessageHub } from './message-hub.ts';
import { rehearse } from './rehearsal.ts';

/**
 * Asks for offers, waits for them, and finds out what the bonds behind them are worth, and which coins of other wallets could be
 * committed to.
 * @throws BridgeError, and what the signal throws
 */
export async function openMarket(
  context: WalletContext,
  world: {
    readonly hub: MessageHub;
    readonly nick: Nick;
    /** Where offers arrive meanwhile. */
    readonly book: OrderBook;
    readonly chain: ChainClient;
    readonly report: (text: string) => void;
    readonly signal: AbortSignal;
  },
  request: CoinjoinRequest,
): Promise<MarketView> {
  const { hub, nick, chain, report, signal } = world;
  const { headers, config, random } = context;
  await hub.publish({ command: 'orderbook' });
  report('asked for offers; waiting for makers');
  deriveAhead(context.store, context.keys);
  await Promise.all([waitForOffers(world.book, config.orderbook, signal), rehearse(random, signal)]);
  const { makers } = world.book;
  report(`${makers.length} makers offer`);
  const [book, external] = await Promise.all([
    weighBonds(makers, nick, chain, headers.chain, config.policy, signal),
    externalCoins(context, chain, request, report),
  ]);
  return { book, ignored: ownNicks(context.dataDir), only: null, externalCoins: external };
}
