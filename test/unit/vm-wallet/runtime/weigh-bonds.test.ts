import test from 'ava';
import { outpointKey } from '../../../../shared/bitcoin/outpoint.ts';
import { PeerFailure } from '../../../../shared/bridge/bridge-error.ts';
import type { ChainClient } from '../../../../shared/bridge/chain.ts';
import { weighBonds } from '../../../../vm-wallet/runtime/collect-offers.ts';
import type { BookOffer } from '../../../../vm-wallet/taker/choose/candidate.ts';
import type { BookMaker } from '../../../../vm-wallet/taker/order-book.ts';
import { bondedMarket } from '../../../fixtures/bonded-market.ts';

const MARKET = bondedMarket(6, 3);
const POLICY = { interestRate: 0.015, bondValueExponent: 1.3 };
const HONEST: Pick<ChainClient, 'coin'> = { coin: (outpoint) => Promise.resolve(MARKET.evidence(outpoint)) };

function weigh(
  makers: readonly BookMaker[],
  client = HONEST,
  signal = new AbortController().signal,
): Promise<BookOffer[]> {
  return weighBonds(makers, MARKET.taker, client, MARKET.chain, POLICY, signal);
}

test('a bond that holds has its value and its coin, and the order of the book stays', async (t) => {
  const book = await weigh(MARKET.makers);
  t.deepEqual(
    book.map(({ maker }) => maker),
    MARKET.makers.map(({ nick }) => nick),
  );
  t.deepEqual(
    book.map(({ bond }) => bond),
    [...MARKET.bonds.map(outpointKey), undefined, undefined, undefined],
  );
  const values = book.map(({ bondValue }) => bondValue);
  t.true(values.slice(0, 3).every((value) => value > 0));
  t.deepEqual(values.slice(3), [0, 0, 0]);
});

test('A10: a bond whose coin does not hold counts for nothing, and the others do', async (t) => {
  const [first] = MARKET.bonds;
  for (const wrong of [
    (): Promise<null> => Promise.resolve(null),
    (): Promise<never> => Promise.reject(new PeerFailure('block-pruned', 'gone')),
  ]) {
    const client: typeof HONEST = {
      coin: (outpoint) => (outpoint.txid === first?.txid ? wrong() : HONEST.coin(outpoint)),
    };
    const book = await weigh(MARKET.makers, client);
    t.is(book[0]?.bondValue, 0);
    t.is(book[0]?.bond, undefined);
    t.true((book[1]?.bondValue ?? 0) > 0);
  }
});

test('A11: one bond counts for one maker, the first that shows it, whichever answer comes first', async (t) => {
  const [owner, ...others] = MARKET.makers;
  const [coin] = MARKET.bonds;
  if (owner === undefined || coin === undefined || others[3] === undefined) return t.fail();
  const twin = { ...others[3], bond: MARKET.proofFor(others[3].nick, 0, coin) };
  t.deepEqual(
    (await weigh([owner, twin])).map(({ bondValue }) => bondValue > 0),
    [true, false],
  );
});

test('who claims the coin of another with a key of its own does not take it away', async (t) => {
  const [owner, , , thief] = MARKET.makers;
  const [coin] = MARKET.bonds;
  if (owner === undefined || coin === undefined || thief === undefined) return t.fail();
  const claim = { ...thief, bond: MARKET.proofFor(thief.nick, 2, coin) };
  t.deepEqual(
    (await weigh([claim, owner])).map(({ bondValue }) => bondValue > 0),
    [false, true],
  );
});

test('lookups run beside each other, within a bound', async (t) => {
  const market = bondedMarket(100, 100);
  let open = 0;
  let most = 0;
  const client: typeof HONEST = {
    coin: async (outpoint) => {
      open += 1;
      most = Math.max(most, open);
      await Promise.resolve();
      await new Promise((resolve) => setImmediate(resolve));
      open -= 1;
      return market.evidence(outpoint);
    },
  };
  const book = await weighBonds(
    market.makers,
    market.taker,
    client,
    market.chain,
    POLICY,
    new AbortController().signal,
  );
  t.is(book.filter(({ bondValue }) => bondValue > 0).length, 100);
  t.is(most, 32);
});

test('it stops when it is told to, and when the net VM fails', async (t) => {
  const controller = new AbortController();
  controller.abort(new Error('stopped'));
  await t.throwsAsync(weigh(MARKET.makers, HONEST, controller.signal), { message: 'stopped' });
  const broken: typeof HONEST = { coin: () => Promise.reject(new Error('the call ended')) };
  await t.throwsAsync(weigh(MARKET.makers, broken), { message: 'the call ended' });
});
