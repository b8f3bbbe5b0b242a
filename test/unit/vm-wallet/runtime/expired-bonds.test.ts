import test from 'ava';
import { CERTIFICATE_PERIOD } from '../../../../shared/jm/bond/proof.ts';
import type { ChainClient } from '../../../../shared/bridge/chain.ts';
import { weighBonds } from '../../../../vm-wallet/runtime/collect-offers.ts';
import type { BookMaker } from '../../../../vm-wallet/taker/order-book.ts';
import { bondedMarket, type BondedMarket } from '../../../fixtures/bonded-market.ts';
import { mineBranch } from '../../../fixtures/mine-headers.ts';

const POLICY = { interestRate: 0.015, bondValueExponent: 1.3 };

/** Who of a book has a bond that counts. */
async function bonded(market: BondedMarket, makers: readonly BookMaker[]): Promise<readonly string[]> {
  const client: Pick<ChainClient, 'coin'> = { coin: (coin) => Promise.resolve(market.evidence(coin)) };
  const { signal } = new AbortController();
  const book = await weighBonds(makers, market.taker, client, market.chain, POLICY, signal);
  return book.filter(({ bondValue }) => bondValue > 0).map(({ maker }) => maker);
}

function grow({ chain }: BondedMarket, height: number): void {
  const branch = mineBranch(chain.tip, height - chain.height);
  chain.extend(chain.height + 1, branch, chain.tip.time + 600 * branch.length);
}

/** A bond that two makers show, the first one with a certificate for a single period. */
function contested(): {
  readonly market: BondedMarket;
  readonly former: BookMaker;
  readonly owner: BookMaker;
} {
  const market = bondedMarket(2, 1);
  const [owner, other] = market.makers;
  const [coin] = market.bonds;
  if (owner === undefined || other === undefined || coin === undefined) throw new Error('a market of two');
  return { market, owner, former: { ...other, bond: market.proofFor(other.nick, 0, coin, 1) } };
}

test('who had a certificate once does not keep the bond from its owner: under, at and over its end', async (t) => {
  const { market, former, owner } = contested();
  for (const [height, winner] of [
    [CERTIFICATE_PERIOD - 1, former],
    [CERTIFICATE_PERIOD, former],
    [CERTIFICATE_PERIOD + 1, owner],
  ] as const) {
    grow(market, height);
    t.deepEqual(await bonded(market, [former, owner]), [winner.nick], `at height ${height}`);
  }
});

test('an expired certificate is worth nothing where nobody else shows the bond', async (t) => {
  const { market, former } = contested();
  grow(market, CERTIFICATE_PERIOD);
  t.deepEqual(await bonded(market, [former]), [former.nick]);
  grow(market, CERTIFICATE_PERIOD + 1);
  t.deepEqual(await bonded(market, [former]), []);
});

test('the owner has it whichever of the two stands first in the book', async (t) => {
  const { market, former, owner } = contested();
  grow(market, CERTIFICATE_PERIOD + 1);
  t.deepEqual(await bonded(market, [owner, former]), [owner.nick]);
  t.deepEqual(await bonded(market, [former, owner]), [owner.nick]);
});
