import type { ChainClient } from '../../shared/bridge/chain.ts';
import type { OrderbookConfig, PolicyConfig } from '../../shared/config/joinmarket-cfg.ts';
import { outpointKey, type OutpointKey } from '../../shared/bitcoin/outpoint.ts';
import { toHex } from '../../shared/crypto/bytes.ts';
import { CERTIFICATE_PERIOD, type BondProof } from '../../shared/jm/bond/proof.ts';
import { verifyBondCoin, verifyBondProof } from '../../shared/jm/bond/verify.ts';
import { bondValue } from '../../shared/jm/bond/value.ts';
import type { Nick } from '../../shared/jm/command.ts';
import type { VerifiedChain } from '../chain/header-chain.ts';
import type { BookOffer } from '../taker/choose/candidate.ts';
import type { BookMaker, OrderBook } from '../taker/order-book.ts';
import { lookUpCoin } from './look-up-coin.ts';

const POLL_MS = 100;
/** Questions to the net VM that are open at one time. */
const LOOK_UPS_AT_ONCE = 32;

/** Time in milliseconds, and how it passes. */
export interface Clock {
  readonly now: () => number;
  readonly pause: (milliseconds: number) => Promise<void>;
}

const SYSTEM_CLOCK: Clock = {
  now: () => performance.now(),
  pause: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};

/** Waits until no new maker has come for a while, within the configured bounds. Offers arrive meanwhile by events. */
export async function waitForOffers(
  book: OrderBook,
  config: OrderbookConfig,
  signal: AbortSignal,
  clock: Clock = SYSTEM_CLOCK,
): Promise<void> {
  const start = clock.now();
  let makers = 0;
  let lastChange = start;
  for (;;) {
    signal.throwIfAborted();
    const now = clock.now();
    if (book.makers.length !== makers) {
      makers = book.makers.length;
      lastChange = now;
    }
    const waited = (now - start) / 1000;
    const quiet = (now - lastChange) / 1000;
    if (waited >= config.maxWait || (waited >= config.minWait && quiet >= config.quiet && makers > 0)) return;
    await clock.pause(POLL_MS);
  }
}

/**
 * The book with the value of each bond. A bond counts only when its signatures hold, its coin is proven on our own chain and bound
 * to it by script; one bond counts for one maker, the first that shows it. All are looked at, because proofs of nothing are free: a
 * limit would let them shut the real ones out. The book's own limit bounds the work.
 * @throws what the signal throws; BridgeError when the net VM fails
 */
export async function weighBonds(
  makers: readonly BookMaker[],
  taker: Nick,
  client: Pick<ChainClient, 'coin'>,
  chain: VerifiedChain,
  policy: Pick<PolicyConfig, 'interestRate' | 'bondValueExponent'>,
  signal: AbortSignal,
): Promise<BookOffer[]> {
  const claims = makers.filter(({ bond }) => bond !== null);
  const weighed = new Map<Nick, WeighedBond>();
  const used = new Set<string>();
  let next = 0;
  const work = async (): Promise<void> => {
    for (let claim = claims[next]; claim !== undefined; claim = claims[next]) {
      next += 1;
      signal.throwIfAborted();
      const proof = verifyBondProof(claim.bond ?? '', claim.nick, taker);
      if (!proof.ok) continue;
      const { outpoint, locktime, bondKey, expiry } = proof.value;
      // Who once held a certificate of the bond must not take it away from the maker that holds the present one.
      if (chain.height > expiry * CERTIFICATE_PERIOD) continue;
      const bond = outpointKey(outpoint);
      // The first maker that shows a bond has it, whichever answer comes first. Who names somebody else's coin with a key of its own
      // must not take it away: the key and the time count as part of the bond.
      const key = `${bond}:${locktime}:${toHex(bondKey)}`;
      if (used.has(key)) continue;
      used.add(key);
      const value = await weighBond(proof.value, client, chain, policy);
      if (value !== null) weighed.set(claim.nick, { bond, bondValue: value });
    }
  };
  await Promise.all(Array.from({ length: LOOK_UPS_AT_ONCE }, work));
  return makers.flatMap(({ nick, offers }) =>
    offers.map((offer) => ({ maker: nick, offer, bondValue: 0, ...weighed.get(nick) })),
  );
}

interface WeighedBond {
  readonly bond: OutpointKey;
  readonly bondValue: number;
}

/** What a bond with a good proof is worth; null when its coin does not hold. */
async function weighBond(
  proof: BondProof,
  client: Pick<ChainClient, 'coin'>,
  chain: VerifiedChain,
  policy: Pick<PolicyConfig, 'interestRate' | 'bondValueExponent'>,
): Promise<number | null> {
  // A pruned node can't tell about old coins: this bond counts for nothing then, and the others do.
  const coin = await lookUpCoin(proof.outpoint, client, chain);
  if (coin?.height == null || !verifyBondCoin(proof, coin, chain.height).ok) return null;
  const confirmedAt = chain.headerAt(coin.height)?.time;
  if (confirmedAt === undefined) return null;
  return bondValue({
    value: coin.value,
    confirmedAt,
    locktime: proof.locktime,
    now: chain.medianTime(),
    interestRate: policy.interestRate,
    exponent: policy.bondValueExponent,
  });
}
