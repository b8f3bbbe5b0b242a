import { PeerFailure } from '../../shared/bridge/bridge-error.ts';
import type { ChainClient } from '../../shared/bridge/chain.ts';
import type { OrderbookConfig, PolicyConfig } from '../../shared/config/joinmarket-cfg.ts';
import { outpointKey } from '../../shared/bitcoin/outpoint.ts';
import { verifyBondCoin, verifyBondProof } from '../../shared/jm/bond/verify.ts';
import { bondValue } from '../../shared/jm/bond/value.ts';
import type { Nick } from '../../shared/jm/command.ts';
import { verifyCoin } from '../chain/coin-evidence.ts';
import type { VerifiedChain } from '../chain/header-chain.ts';
import type { BookOffer } from '../taker/choose/candidate.ts';
import type { BookMaker, OrderBook } from '../taker/order-book.ts';

const POLL_MS = 100;
/** Bonds that are looked up for one CoinJoin; proofs for coins that do not exist cost their makers nothing. */
const MAX_BONDS = 500;

/** Waits until no new maker has come for a while, within the configured bounds. Offers arrive meanwhile by events. */
export async function waitForOffers(
  book: OrderBook,
  config: OrderbookConfig,
  signal: AbortSignal,
): Promise<void> {
  const start = performance.now();
  let makers = 0;
  let lastChange = start;
  for (;;) {
    signal.throwIfAborted();
    const now = performance.now();
    if (book.makers.length !== makers) {
      makers = book.makers.length;
      lastChange = now;
    }
    const waited = (now - start) / 1000;
    const quiet = (now - lastChange) / 1000;
    if (waited >= config.maxWait || (waited >= config.minWait && quiet >= config.quiet && makers > 0)) return;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

/**
 * The book with the value of each bond. A bond counts only when its signatures hold, its coin is proven on our own chain and bound
 * to it by script; one bond counts for one maker, the first that shows it.
 */
export async function weighBonds(
  makers: readonly BookMaker[],
  taker: Nick,
  client: ChainClient,
  chain: VerifiedChain,
  policy: PolicyConfig,
  signal: AbortSignal,
): Promise<BookOffer[]> {
  const used = new Set<string>();
  const book: BookOffer[] = [];
  let left = MAX_BONDS;
  for (const { nick, offers, bond } of makers) {
    signal.throwIfAborted();
    if (bond !== null) left -= 1;
    const value =
      bond === null || left < 0 ? 0 : await weighBond(bond, nick, taker, client, chain, policy, used);
    book.push(...offers.map((offer) => ({ maker: nick, offer, bondValue: value })));
  }
  return book;
}

async function weighBond(
  text: string,
  maker: Nick,
  taker: Nick,
  client: ChainClient,
  chain: VerifiedChain,
  policy: PolicyConfig,
  used: Set<string>,
): Promise<number> {
  const proof = verifyBondProof(text, maker, taker);
  if (!proof.ok) return 0;
  const { outpoint, locktime } = proof.value;
  const key = outpointKey(outpoint);
  if (used.has(key)) return 0;
  const evidence = await client.coin(outpoint).catch((error: unknown) => {
    // A pruned node can't tell about old coins: this bond counts for nothing then, and the others do.
    if (error instanceof PeerFailure) return null;
    throw error;
  });
  const coin = verifyCoin(outpoint, evidence, chain);
  if (!coin.ok || coin.value.height === null) return 0;
  if (!verifyBondCoin(proof.value, coin.value, chain.height).ok) return 0;
  const confirmedAt = chain.headerAt(coin.value.height)?.time;
  if (confirmedAt === undefined) return 0;
  used.add(key);
  return bondValue({
    value: coin.value.value,
    confirmedAt,
    locktime,
    now: chain.medianTime(),
    interestRate: policy.interestRate,
    exponent: policy.bondValueExponent,
  });
}
