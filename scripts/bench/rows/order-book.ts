import { sats } from '../../../shared/bitcoin/amount.ts';
import { systemRandom } from '../../../shared/crypto/random.ts';
import { weighBonds } from '../../../vm-wallet/runtime/collect-offers.ts';
import { chooser, drawSpares, preferring } from '../../../vm-wallet/taker/choose/algorithms.ts';
import { filterOffers, NATIVE_TYPES } from '../../../vm-wallet/taker/choose/candidate.ts';
import { chooseForAmount, type Wanted } from '../../../vm-wallet/taker/choose/payment.ts';
import { isShunned } from '../../../vm-wallet/taker/maker-memory.ts';
import { bondedMarket } from '../../../test/fixtures/bonded-market.ts';
import { milliseconds, type BenchRow } from '../row.ts';

const OFFERS = 5000;
const BONDS = 1000;
const MAKERS = 10;
const SPARES = 6 * MAKERS;
const AMOUNT = sats(1_000_000n);
const POLICY = { interestRate: 0.015, bondValueExponent: 1.3 };

/** Everything between the last offer and the first question to the user. */
async function choose(market: ReturnType<typeof bondedMarket>): Promise<number> {
  const signal = new AbortController().signal;
  const client = {
    coin: (outpoint: (typeof market.bonds)[number]) => Promise.resolve(market.evidence(outpoint)),
  };
  const book = await weighBonds(market.makers, market.taker, client, market.chain, POLICY, signal);
  const wanted: Wanted = {
    makers: MAKERS,
    types: NATIVE_TYPES,
    limits: { absolute: 10_000, relative: 0.004 },
    isIgnored: () => false,
    choose: preferring(chooser('fidelity_bond_weighted_order_choose', 0.125), ({ bond }) =>
      isShunned({}, bond, 0),
    ),
    random: systemRandom,
  };
  const choice = chooseForAmount(book, AMOUNT, wanted);
  if (choice.outcome !== 'chosen') throw new Error('the book is large enough');
  const chosen = new Set(choice.makers.map(({ maker }) => maker));
  const { candidates } = filterOffers(book, {
    ...wanted,
    isIgnored: (maker) => chosen.has(maker),
    amount: AMOUNT,
    fits: () => true,
    subtractTxfee: true,
  });
  const spares = drawSpares(candidates, SPARES, wanted.choose, systemRandom);
  if (spares.length !== SPARES) throw new Error('there are spares enough');
  return book.filter(({ bondValue }) => bondValue > 0).length;
}

export const rows: readonly BenchRow[] = [
  {
    name: 'order book, 5,000 offers, 1,000 bonds',
    unit: 's',
    better: 'lower',
    run: async () => {
      const market = bondedMarket(OFFERS, BONDS);
      let bonds = 0;
      const time = await milliseconds(async () => {
        bonds = await choose(market);
      }, 3);
      return {
        value: time / 1000,
        note: `${bonds} bonds hold; ${MAKERS} makers and ${SPARES} spares chosen; the node's own time is not in it`,
      };
    },
  },
];
