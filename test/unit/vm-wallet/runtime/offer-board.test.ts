import test, { type ExecutionContext } from 'ava';
import { sats } from '../../../../shared/bitcoin/amount.ts';
import { BridgeError, PeerFailure } from '../../../../shared/bridge/bridge-error.ts';
import { formatOffer } from '../../../../shared/jm/offer.ts';
import type { OfferSettings } from '../../../../vm-wallet/maker/offers.ts';
import { OfferBoard } from '../../../../vm-wallet/runtime/offer-board.ts';
import type { StoredCoin } from '../../../../vm-wallet/store/state.ts';
import { recordedHub } from '../../../fixtures/messages-client.ts';
import { DEFAULT_SETTINGS } from '../../../fixtures/offer-settings.ts';
import { makerNick } from '../../../fixtures/offers.ts';
import { openTestWallet, paidTo } from '../../../fixtures/wallet-context.ts';

const A = makerNick(1);
const B = makerNick(2);
const BOTH = { ...DEFAULT_SETTINGS, orderType: 'both', sizeFactor: 0 } as const;
const NOTHING = 'nothing to offer: no mixdepth has enough confirmed coins';

/** A board over a wallet with these coins, and a market that remembers what it heard. */
async function boardOf(
  t: ExecutionContext,
  coins: readonly [string, StoredCoin][] = [paidTo('0/0/0', 2_000_000)],
  settings: OfferSettings = BOTH,
) {
  const wallet = await openTestWallet(t, coins);
  const reports: string[] = [];
  const board = new OfferBoard(wallet.context, settings, (text) => reports.push(text));
  return { ...wallet, board, reports, market: recordedHub() };
}

test('each offer is said in a line of its own', async (t) => {
  const { board, market, reports } = await boardOf(t);
  await board.announce(market.hub);
  t.is(board.offers.length, 2);
  t.deepEqual(
    market.published,
    board.offers.map((offer) => [{ command: 'offer', offer }]),
  );
  t.deepEqual(
    reports,
    board.offers.map((offer) => `offering: ${formatOffer(offer)}`),
  );
});

test('offers are drawn from the spendable coins of the largest mixdepth', async (t) => {
  const { board, market } = await boardOf(t, [
    paidTo('0/0/0', 1_000_000),
    paidTo('0/1/0', 500_000),
    paidTo('1/0/0', 1_400_000),
    paidTo('2/0/0', 9_000_000, { frozen: true }),
    paidTo('2/0/1', 9_000_000, { height: null }),
    paidTo('2/0/2', 9_000_000, { locktime: 1 }),
  ]);
  await board.announce(market.hub);
  t.is(board.offers[0]?.maxsize, sats(1_500_000 - 27_300));
});

test('coins that a round holds are not offered again', async (t) => {
  const { board, market, context, clock } = await boardOf(t);
  const [key = ''] = Object.keys(context.store.state.coins);
  await context.store.commit((draft) => {
    draft.leases[key] = { round: 'round 1', until: clock.now + 1 };
  });
  await board.announce(market.hub);
  t.deepEqual(board.offers, []);
});

test('oids that vanish are cancelled in one line, before anything else', async (t) => {
  const { board, market, reports, context } = await boardOf(t);
  await board.announce(market.hub);
  market.published.length = 0;
  reports.length = 0;
  await context.store.commit((draft) => {
    draft.coins = {};
  });
  await board.announce(market.hub);
  t.deepEqual(market.published, [
    [
      { command: 'cancel', oid: 0 },
      { command: 'cancel', oid: 1 },
    ],
  ]);
  t.deepEqual(reports, [NOTHING]);
  t.deepEqual(board.offers, []);
});

test('only the oid that vanished is cancelled, and what stays is announced', async (t) => {
  // A contribution lifts the smallest size of the relative offer alone.
  const settings = { ...BOTH, txFeeContribution: 20, txFeeContributionFactor: 0 };
  const { board, market, context } = await boardOf(t, [paidTo('0/0/0', 2_000_000)], settings);
  await board.announce(market.hub);
  t.is(board.offers.length, 2);
  market.published.length = 0;
  await context.store.commit((draft) => {
    draft.coins = Object.fromEntries([paidTo('0/0/0', 1_000_000)]);
  });
  await board.announce(market.hub);
  t.deepEqual(market.published, [
    [{ command: 'cancel', oid: 0 }],
    ...board.offers.map((offer) => [{ command: 'offer', offer }]),
  ]);
  t.deepEqual(
    board.offers.map(({ oid }) => oid),
    [1],
  );
});

test('with nothing to offer from the start nothing is said', async (t) => {
  const { board, market, reports } = await boardOf(t, []);
  await board.announce(market.hub);
  t.deepEqual(market.published, []);
  t.deepEqual(reports, [NOTHING]);
});

test('the same offers are said again, not drawn again', async (t) => {
  const { board, market } = await boardOf(t);
  await board.announce(market.hub);
  const { offers } = board;
  await board.repeat(market.hub);
  t.is(board.offers, offers);
  t.deepEqual(market.published.slice(2), market.published.slice(0, 2));
});

test('whoever asks gets each offer in a private message of its own', async (t) => {
  const { board, market } = await boardOf(t);
  await board.announce(market.hub);
  await board.answer(market.hub, A);
  t.deepEqual(
    market.sent.map(({ to, command }) => [to, command.command === 'offers' ? command.offers : null]),
    board.offers.map((offer) => [A, [offer]]),
  );
});

test('a nick is answered once in ten seconds, each nick for itself', async (t) => {
  const { board, market, clock } = await boardOf(t, undefined, { ...BOTH, orderType: 'absoffer' });
  await board.announce(market.hub);
  const answered = async (nick = A): Promise<boolean> => {
    const before = market.sent.length;
    await board.answer(market.hub, nick);
    return market.sent.length > before;
  };
  t.true(await answered());
  t.false(await answered());
  t.true(await answered(B));
  clock.now += 9;
  t.false(await answered());
  clock.now += 1;
  t.true(await answered());
  // A question that was not answered did not move the time.
  clock.now += 9;
  t.false(await answered());
  clock.now += 1;
  t.true(await answered());
});

test('without a directory an offer goes unsaid, and is said again later', async (t) => {
  const { board, market, reports } = await boardOf(t);
  market.failure = new PeerFailure('no-directory', 'no directory is up');
  await board.announce(market.hub);
  t.is(board.offers.length, 2);
  t.is(reports.filter((text) => text === 'not published: no directory is up').length, 2);
  market.failure = null;
  await board.repeat(market.hub);
  t.is(market.published.length, 2);
});

test('a call that died is not hidden', async (t) => {
  const { board, market } = await boardOf(t);
  market.failure = new BridgeError('call-died', 'the call died');
  t.is(await t.throwsAsync(board.announce(market.hub)), market.failure);
});

test('all askers together are answered up to a number, however many names they have', async (t) => {
  const { board, market } = await boardOf(t, undefined, { ...BOTH, orderType: 'absoffer' });
  await board.announce(market.hub);
  const answers = async (from: number, askers: number): Promise<number> => {
    const before = market.sent.length;
    for (let number = 0; number < askers; number += 1)
      await board.answer(market.hub, makerNick(from + number));
    return market.sent.length - before;
  };
  t.is(await answers(1000, 99), 99);
  t.is(await answers(2000, 300), 1);
});

test('when not all askers can be answered the offers are said in public, once in twenty seconds', async (t) => {
  const { board, market, clock } = await boardOf(t, undefined, { ...BOTH, orderType: 'absoffer' });
  await board.announce(market.hub);
  const before = market.published.length;
  for (let number = 0; number < 300; number += 1) await board.answer(market.hub, makerNick(1000 + number));
  t.deepEqual(market.published.slice(before), market.published.slice(0, before));
  const repeats = (): number => market.published.length - 2 * before;
  clock.now += 19;
  await board.repeatInFlood(market.hub);
  t.is(repeats(), 0);
  clock.now += 1;
  await board.repeatInFlood(market.hub);
  t.is(repeats(), before);
});
