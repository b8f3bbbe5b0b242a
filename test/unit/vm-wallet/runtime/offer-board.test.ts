import test, { type ExecutionContext } from 'ava';
import { BridgeError, PeerFailure } from '../../../../shared/bridge/bridge-error.ts';
import { parseConfig } from '../../../../shared/config/joinmarket-cfg.ts';
import type { Nick } from '../../../../shared/jm/command.ts';
import { formatOffer } from '../../../../shared/jm/offer.ts';
import type { OfferSettings } from '../../../../vm-wallet/maker/offers.ts';
import type { MakerBond } from '../../../../vm-wallet/runtime/maker-bond.ts';
import type { MakerNotice } from '../../../../vm-wallet/runtime/maker-notice.ts';
import { OfferBoard } from '../../../../vm-wallet/runtime/offer-board.ts';
import type { WalletContext } from '../../../../vm-wallet/runtime/context.ts';
import type { RoundRecord, StoredCoin } from '../../../../vm-wallet/store/state.ts';
import { makerRecord } from '../../../fixtures/maker-session.ts';
import { recordedHub } from '../../../fixtures/messages-client.ts';
import { DEFAULT_SETTINGS } from '../../../fixtures/offer-settings.ts';
import { makerNick } from '../../../fixtures/offers.ts';
import { openTestWallet, paidTo } from '../../../fixtures/wallet-context.ts';

const A = makerNick(1);
const B = makerNick(2);
/** Both kinds, which cost the same at a million sats. */
const BOTH = { ...DEFAULT_SETTINGS, orderType: 'both', sizeFactor: 0, feeAbsolute: 20 } as const;
const NICK = makerNick(99);

/** A board over a wallet with these coins, and a market that remembers what it heard. */
async function boardOf(
  t: ExecutionContext,
  coins: readonly [string, StoredCoin][] = [paidTo('0/0/0', 2_000_000)],
  settings: OfferSettings = BOTH,
  bond: MakerBond | null = null,
) {
  const wallet = await openTestWallet(t, coins);
  const notices: MakerNotice[] = [];
  const tell = (notice: MakerNotice): void => void notices.push(notice);
  const board = new OfferBoard(wallet.context, { settings, tell, nick: NICK, bond });
  return { ...wallet, board, notices, market: recordedHub() };
}

test('each offer is said in a line of its own', async (t) => {
  const { board, market, notices } = await boardOf(t);
  await board.announce(market.hub);
  t.is(board.offers.length, 2);
  t.deepEqual(
    market.published,
    board.offers.map((offer) => [{ command: 'offer', offer }]),
  );
  t.deepEqual(notices, [{ event: 'offers', offers: board.offers.map(formatOffer) }]);
});

/** The largest size that is offered. */
function largest(board: OfferBoard): bigint | undefined {
  return board.offers.at(-1)?.maxsize;
}

test('offers are drawn from the spendable coins of the largest mixdepth', async (t) => {
  const { board, market } = await boardOf(t, [
    paidTo('1/0/0', 1_000_000),
    paidTo('1/1/0', 500_000),
    paidTo('3/0/0', 1_400_000),
    paidTo('2/0/0', 9_000_000, { frozen: true }),
    paidTo('2/0/1', 9_000_000, { height: null }),
    paidTo('2/0/2', 9_000_000, { locktime: 1 }),
  ]);
  await board.announce(market.hub);
  t.is(largest(board), 1_500_000n - 27_300n);
});

test('deposits in mixdepth 0 count one by one', async (t) => {
  const { board, market } = await boardOf(t, [paidTo('0/0/0', 1_000_000), paidTo('0/0/1', 1_500_000)]);
  await board.announce(market.hub);
  t.is(largest(board), 1_500_000n - 27_300n);
});

test('coins that a round holds are not offered, but what a taker only sees comes back', async (t) => {
  const { board, market, context, clock } = await boardOf(t);
  const [key = ''] = Object.keys(context.store.state.coins);
  const held = async (round: Partial<RoundRecord> | null, until: number): Promise<number> => {
    await context.store.commit((draft) => {
      draft.leases[key] = { round: 'r', until };
      draft.rounds = round === null ? {} : { r: makerRecord('r', { outcome: 'open', ...round }) };
    });
    await board.update(market.hub);
    return board.offers.length;
  };
  await board.announce(market.hub);
  t.is(await held({}, clock.now + 1), 2);
  t.is(await held({ txid: '00'.repeat(32) }, clock.now + 1), 0);
  t.deepEqual(market.published.at(-1), [
    { command: 'cancel', oid: 0 },
    { command: 'cancel', oid: 1 },
  ]);
  const other = await boardOf(t);
  await other.context.store.commit((draft) => {
    draft.leases[key] = { round: 'of a taker', until: clock.now + 1 };
  });
  await other.board.announce(other.market.hub);
  t.deepEqual(other.board.offers, []);
});

test('oids that vanish are cancelled in one line, at once', async (t) => {
  const { board, market, notices, context } = await boardOf(t);
  await board.announce(market.hub);
  market.published.length = 0;
  notices.length = 0;
  await context.store.commit((draft) => {
    draft.coins = {};
  });
  await board.update(market.hub);
  t.deepEqual(market.published, [
    [
      { command: 'cancel', oid: 0 },
      { command: 'cancel', oid: 1 },
    ],
  ]);
  t.deepEqual(notices, [{ event: 'offers', offers: [] }]);
  t.deepEqual(board.offers, []);
});

/** Changes the only coin's value. */
async function worth(context: WalletContext, value: number): Promise<void> {
  await context.store.commit((draft) => {
    draft.coins = Object.fromEntries([paidTo('0/0/0', value)]);
  });
}

test('an offer that is not covered any more shrinks at once: under, at and over its largest size', async (t) => {
  const { board, market, context } = await boardOf(t);
  await board.announce(market.hub);
  const before = market.published.length;
  await worth(context, 2_000_000);
  await board.update(market.hub);
  t.is(market.published.length, before);
  await worth(context, 1_999_999);
  await board.update(market.hub);
  t.is(largest(board), 1_999_999n - 27_300n);
  t.is(market.published.length, before + 2);
  // Only the relative one is cheaper now anywhere, so the other one is cancelled.
  await worth(context, 900_000);
  await board.update(market.hub);
  t.deepEqual(market.published.slice(-2), [
    [{ command: 'cancel', oid: 1 }],
    [{ command: 'offer', offer: board.offers[0] }],
  ]);
});

test('more than before is announced after a random time, not with the block', async (t) => {
  const { board, market, context, clock } = await boardOf(t);
  await board.announce(market.hub);
  const { offers } = board;
  const before = market.published.length;
  await worth(context, 3_000_000);
  await board.update(market.hub);
  // One half of 0 to 600 seconds was drawn.
  clock.now += 299;
  await board.tick(market.hub);
  await board.update(market.hub);
  t.is(board.offers, offers);
  t.is(market.published.length, before);
  clock.now += 1;
  await board.tick(market.hub);
  t.is(largest(board), 3_000_000n - 27_300n);
  t.is(market.published.length, before + 2);
  await board.tick(market.hub);
  t.is(market.published.length, before + 2);
});

test('a change that went away is not announced', async (t) => {
  const { board, market, context, clock } = await boardOf(t);
  await board.announce(market.hub);
  const before = market.published.length;
  await worth(context, 3_000_000);
  await board.update(market.hub);
  await worth(context, 2_000_000);
  await board.update(market.hub);
  clock.now += 600;
  await board.tick(market.hub);
  t.is(market.published.length, before);
});

test('without a delay everything is announced at once', async (t) => {
  const wallet = await openTestWallet(t, [paidTo('0/0/0', 2_000_000)]);
  const context = {
    ...wallet.context,
    config: parseConfig('[YIELDGENERATOR]\noffer_reannounce_delay_max = 0\n'),
  };
  const board = new OfferBoard(context, { settings: BOTH, tell: () => undefined, nick: NICK, bond: null });
  const market = recordedHub();
  await board.announce(market.hub);
  await worth(context, 3_000_000);
  await board.update(market.hub);
  t.is(largest(board), 3_000_000n - 27_300n);
});

test('the first offers need not wait', async (t) => {
  const { board, market, context } = await boardOf(t, []);
  await board.announce(market.hub);
  await worth(context, 2_000_000);
  await board.update(market.hub);
  t.is(board.offers.length, 2);
});

test('a call that begins anew says what stood before, and does not draw', async (t) => {
  const { board, market } = await boardOf(t);
  await board.announce(market.hub);
  const { offers } = board;
  await board.announce(market.hub);
  t.is(board.offers, offers);
  t.deepEqual(market.published.slice(2), market.published.slice(0, 2));
});

test('all offers can be taken back', async (t) => {
  const { board, market } = await boardOf(t);
  await board.announce(market.hub);
  await board.withdraw(market.hub);
  t.deepEqual(board.offers, []);
  t.is(market.published.at(-1)?.length, 2);
  const silent = await boardOf(t, []);
  await silent.board.withdraw(silent.market.hub);
  t.deepEqual(silent.market.published, []);
});

test('whoever asks gets the bond’s proof for him, in each message', async (t) => {
  const proof = Buffer.alloc(252, 7).toString('base64');
  const asked: (readonly Nick[])[] = [];
  const bond: MakerBond = {
    proofFor: (taker, maker) => {
      asked.push([taker, maker]);
      return Promise.resolve(proof);
    },
    trouble: () => null,
  };
  const { board, market } = await boardOf(t, undefined, BOTH, bond);
  await board.announce(market.hub);
  await board.answer(market.hub, A);
  t.is(market.sent.length, 2);
  for (const { command } of market.sent) {
    t.is(command.command === 'offers' ? command.bond : null, proof);
  }
  t.deepEqual(asked, [[A, NICK]]);
  const mute = await boardOf(t, undefined, BOTH, { ...bond, proofFor: () => Promise.resolve(null) });
  await mute.board.announce(mute.market.hub);
  await mute.board.answer(mute.market.hub, A);
  t.deepEqual(
    mute.market.sent.map(({ command }) => Object.keys(command)),
    [
      ['command', 'offers'],
      ['command', 'offers'],
    ],
  );
});

test('with nothing to offer from the start nothing is said, and no proof is made', async (t) => {
  let proofs = 0;
  const bond = { proofFor: () => Promise.resolve(`${(proofs += 1)}`), trouble: () => null };
  const { board, market, notices } = await boardOf(t, [], BOTH, bond);
  await board.announce(market.hub);
  await board.answer(market.hub, A);
  t.deepEqual([market.published, market.sent, proofs], [[], [], 0]);
  t.deepEqual(notices, [{ event: 'offers', offers: [] }]);
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
  const { board, market, notices } = await boardOf(t);
  market.failure = new PeerFailure('no-directory', 'no directory is up');
  await board.announce(market.hub);
  t.is(board.offers.length, 2);
  const told = notices.filter((notice) => notice.event === 'note' && notice.text.startsWith('not published'));
  t.is(told.length, 2);
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
