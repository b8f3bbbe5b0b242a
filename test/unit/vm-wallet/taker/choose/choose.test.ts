import test from 'ava';
import { sats } from '../../../../../shared/bitcoin/amount.ts';
import type { Random } from '../../../../../shared/crypto/random.ts';
import type { DecimalText, Nick, Offer } from '../../../../../shared/jm/command.ts';
import {
  chooser,
  chooseMakers,
  drawSpares,
  feeWeights,
  preferring,
} from '../../../../../vm-wallet/taker/choose/algorithms.ts';
import {
  filterOffers,
  NATIVE_TYPES,
  type BookOffer,
  type Candidate,
  type Filtered,
} from '../../../../../vm-wallet/taker/choose/candidate.ts';
import { chooseForAmount, type Wanted } from '../../../../../vm-wallet/taker/choose/payment.ts';
import { chooseForSweep } from '../../../../../vm-wallet/taker/choose/sweep.ts';
import { bookOffer, makerNick } from '../../../../fixtures/offers.ts';

const fee = (text: string): { readonly cjfee: DecimalText } => ({ cjfee: text as DecimalText });
const AMOUNT = sats(1_000_000n);

/** Draws from a list. */
function drawn(...draws: readonly number[]): Random {
  const rest = [...draws];
  const next = (): number => rest.shift() ?? 0;
  return {
    bytes: (length) => new Uint8Array(length),
    unit: next,
    below: (below) => Math.floor(next() * below),
  };
}

function wanted(changes: Partial<Wanted> = {}): Wanted {
  return {
    makers: 1,
    types: NATIVE_TYPES,
    limits: { absolute: 500, relative: 0.001 },
    isIgnored: () => false,
    choose: chooser('cheapest_order_choose', 0),
    random: drawn(),
    ...changes,
  };
}

/** The numbers of what was left out of a book with one offer, or `chosen`. */
function verdict(change: Partial<Offer>, amount = AMOUNT, changes: Partial<Wanted> = {}): unknown {
  const choice = chooseForAmount([bookOffer(1, change)], amount, wanted(changes));
  if (choice.outcome === 'chosen') return 'chosen';
  return Object.entries(choice.leftOut)
    .filter(([, count]) => count > 0)
    .map(([reason, count]) => `${reason} ${count}`)
    .join();
}

test('sizes are compared strictly', (t) => {
  t.is(verdict({}), 'chosen');
  t.is(verdict({ minsize: sats(AMOUNT - 1n) }), 'chosen');
  t.is(verdict({ minsize: AMOUNT }), 'wrongSize 1');
  t.is(verdict({ maxsize: sats(AMOUNT + 1n) }), 'chosen');
  t.is(verdict({ maxsize: AMOUNT }), 'wrongSize 1');
});

test('only offers for native segwit', (t) => {
  t.is(verdict({ type: 'sw0reloffer', ...fee('0.0001') }), 'chosen');
  for (const type of ['absoffer', 'swabsoffer', 'reloffer', 'swreloffer'] as const) {
    t.is(verdict({ type, ...fee('0') }), 'wrongType 1');
  }
});

test('an ignored maker is out', (t) => {
  t.is(verdict({}, AMOUNT, { isIgnored: (maker) => maker === makerNick(1) }), 'ignored 1');
});

test('too expensive is what exceeds both limits', (t) => {
  // 0.001 of 1 000 000 sat is 1000 sat.
  t.is(verdict(fee('1000')), 'chosen');
  t.is(verdict(fee('1001')), 'tooExpensive 1');
  const small = sats(200_000n);
  t.is(verdict(fee('500'), small), 'chosen');
  t.is(verdict(fee('501'), small), 'tooExpensive 1');
});

test('a maker that pays to the miner is cheaper by that', (t) => {
  t.is(verdict({ ...fee('1100'), txfee: sats(100n) }), 'chosen');
  t.is(verdict({ ...fee('1100'), txfee: sats(99n) }), 'tooExpensive 1');
});

test('one limit alone is a limit, none is none', (t) => {
  t.is(verdict(fee('501'), AMOUNT, { limits: { absolute: 500, relative: null } }), 'tooExpensive 1');
  t.is(verdict(fee('1001'), AMOUNT, { limits: { absolute: null, relative: 0.001 } }), 'tooExpensive 1');
  t.is(verdict(fee('999999'), AMOUNT, { limits: { absolute: null, relative: null } }), 'chosen');
});

test('the cheapest offer of each maker counts, sorted by net fee', (t) => {
  const { candidates } = filter([
    bookOffer(1, fee('400')),
    bookOffer(2, { ...fee('500'), txfee: sats(300n) }),
    bookOffer(1, { ...fee('300'), oid: 1 }),
    bookOffer(3, { type: 'sw0reloffer', ...fee('0.0001') }),
  ]);
  t.deepEqual(
    candidates.map(({ maker, offer, fee: earned, netFee }) => [maker, offer.oid, earned, netFee]),
    [
      [makerNick(3), 0, sats(100n), 100n],
      [makerNick(2), 0, sats(500n), 200n],
      [makerNick(1), 1, sats(300n), 300n],
    ],
  );
});

function filter(book: readonly BookOffer[]): Filtered {
  return filterOffers(book, { ...wanted(), amount: AMOUNT, fits: () => true, subtractTxfee: true });
}

test('too few makers are reported with the reasons', (t) => {
  const book = [
    bookOffer(1),
    bookOffer(2, fee('5000')),
    bookOffer(3, { maxsize: AMOUNT }),
    bookOffer(4, { type: 'swabsoffer' }),
    bookOffer(5),
  ];
  const isIgnored = (maker: Nick): boolean => maker === makerNick(5);
  t.deepEqual(chooseForAmount(book, AMOUNT, wanted({ makers: 2, isIgnored })), {
    outcome: 'too-few',
    found: 1,
    leftOut: { ignored: 1, wrongType: 1, wrongSize: 1, tooExpensive: 1 },
  });
});

test('the total is what the makers earn, not what they pay to the miner', (t) => {
  const book = [bookOffer(1, { ...fee('300'), txfee: sats(300n) }), bookOffer(2, fee('200'))];
  const choice = chooseForAmount(book, AMOUNT, wanted({ makers: 2 }));
  t.is(choice.outcome === 'chosen' ? choice.totalFee : null, sats(500n));
});

function candidate(maker: number, netFee: bigint, bondValue = 0): Candidate {
  return { ...bookOffer(maker, {}, bondValue), fee: sats(netFee), netFee };
}

const bonded = [candidate(1, 1n, 1), candidate(2, 2n), candidate(3, 3n, 3)];

test('the default algorithm follows bonds, and sometimes nothing', (t) => {
  const choose = chooser('fidelity_bond_weighted_order_choose', 0.125);
  const maker = (...draws: readonly number[]): Nick => choose(bonded, 1, drawn(...draws)).maker;
  t.is(maker(0.125, 0.24), makerNick(1));
  t.is(maker(0.125, 0.26), makerNick(3));
  t.is(maker(0.99, 0.999), makerNick(3));
  // Below the allowance all are equal, also the one without a bond.
  t.is(maker(0.124, 0.5), makerNick(2));
  t.is(maker(0, 0), makerNick(1));
});

test('without any bond all are equal', (t) => {
  const bondless = [candidate(1, 1n), candidate(2, 2n)];
  const choose = chooser('fidelity_bond_weighted_order_choose', 0.125);
  t.is(choose(bondless, 1, drawn(0.9, 0.49)).maker, makerNick(1));
  t.is(choose(bondless, 1, drawn(0.9, 0.51)).maker, makerNick(2));
});

test('random picks uniformly, cheapest the first', (t) => {
  const random = chooser('random_under_max_order_choose', 0);
  t.is(random(bonded, 1, drawn(0.34)).maker, makerNick(2));
  t.is(chooser('cheapest_order_choose', 0)(bonded, 1, drawn(0.99)).maker, makerNick(1));
});

test('fee weights fall off with the fee, and are equal for equal fees', (t) => {
  const fees = (...values: readonly bigint[]) => values.map((netFee) => ({ netFee }));
  t.deepEqual(feeWeights(fees(5n, 5n), 1), [0.5, 0.5]);
  const [first = 0, second = 0, last = 0] = feeWeights(fees(0n, 50n, 100n), 1);
  t.true(Math.abs(first / last - Math.E) < 1e-9);
  t.true(Math.abs(first / second - Math.sqrt(Math.E)) < 1e-9);
  // With more than three offers a maker, the offer behind the third sets the scale.
  const many = feeWeights(fees(0n, 1n, 2n, 10n, 1000n), 1);
  t.true(Math.abs((many[0] ?? 0) / (many[3] ?? 0) - Math.E) < 1e-9);
});

test('weighted picks by those weights', (t) => {
  const choose = chooser('weighted_order_choose', 0);
  const pair = [candidate(1, 0n), candidate(2, 100n)];
  const share = Math.E / (Math.E + 1);
  t.is(choose(pair, 1, drawn(share - 0.01)).maker, makerNick(1));
  t.is(choose(pair, 1, drawn(share + 0.01)).maker, makerNick(2));
});

test('no maker twice, and none rather than too few', (t) => {
  const choose = chooser('random_under_max_order_choose', 0);
  const makers = chooseMakers(bonded, 3, choose, drawn(0.99, 0.99, 0.99));
  t.deepEqual(makers?.map((maker) => maker.maker).sort(), [1, 2, 3].map(makerNick));
  t.is(chooseMakers(bonded, 4, choose, drawn()), null);
});

test('a sweep spends all: amount, fees and the own part of the miner fee', (t) => {
  const book = [
    bookOffer(1, { ...fee('1000'), txfee: sats(200n) }),
    bookOffer(2, { type: 'sw0reloffer', ...fee('0.001') }),
  ];
  const choice = chooseForSweep(book, sats(10_000_000n), 3000n, wanted({ makers: 2 }));
  if (choice.outcome !== 'chosen') return t.fail();
  // (10 000 000 − 2800 − 1000) / 1.001 = 9 986 213.79
  t.is(choice.amount, sats(9_986_214n));
  t.is(choice.totalFee, sats(1000n + 9986n));
  t.deepEqual(choice.makers.map((maker) => maker.fee).sort(), [sats(1000n), sats(9986n)].sort());
  t.is(choice.sweepMinerFee, 3000n);
});

test('a sweep replaces makers that the amount does not fit', (t) => {
  const total = sats(1_000_000n);
  // Offers fit the inputs, but no longer what is left behind the fees.
  const book = [
    bookOffer(1, { ...fee('1'), minsize: sats(999_000n) }),
    bookOffer(2, { ...fee('400'), minsize: sats(998_000n) }),
  ];
  const choice = chooseForSweep(book, total, 1500n, wanted());
  t.is(choice.outcome === 'chosen' ? choice.makers[0]?.maker : null, makerNick(2));
  const none = chooseForSweep(book.slice(0, 1), total, 1500n, wanted());
  t.is(none.outcome, 'too-few');
});

test('a sweep compares the maxsize with what the miner fee leaves', (t) => {
  const total = sats(1_000_000n);
  const sweep = (maxsize: bigint): string =>
    chooseForSweep([bookOffer(1, { maxsize: sats(maxsize) })], total, 1000n, wanted()).outcome;
  t.is(sweep(999_001n), 'chosen');
  t.is(sweep(999_000n), 'too-few');
});

test('a sweep that the fees eat is no sweep', (t) => {
  const choice = chooseForSweep([bookOffer(1)], sats(200_000n), 199_500n, wanted());
  t.is(choice.outcome, 'too-few');
});

test('shunned makers are taken only when there are too few others', (t) => {
  const book = [bookOffer(1, fee('0')), bookOffer(2, fee('10')), bookOffer(3, fee('20'))];
  const choose = preferring(chooser('cheapest_order_choose', 0), ({ maker }) => maker === makerNick(1));
  const chosen = (makers: number): unknown => {
    const choice = chooseForAmount(book, AMOUNT, wanted({ makers, choose }));
    return choice.outcome === 'chosen' ? choice.makers.map(({ maker }) => maker) : choice.outcome;
  };
  t.deepEqual(chosen(1), [makerNick(2)]);
  t.deepEqual(chosen(2), [makerNick(2), makerNick(3)]);
  t.deepEqual(chosen(3), [makerNick(2), makerNick(3), makerNick(1)]);
  t.is(chosen(4), 'too-few');
});

test('spares come in the order of the choice, as many as there are', (t) => {
  const book = [3, 1, 2].map((number) => bookOffer(number, fee(String(number * 10))));
  const { candidates } = filterOffers(book, {
    ...wanted(),
    amount: AMOUNT,
    fits: () => true,
    subtractTxfee: true,
  });
  const draw = (count: number): readonly Nick[] =>
    drawSpares(candidates, count, chooser('cheapest_order_choose', 0), drawn()).map(({ maker }) => maker);
  t.deepEqual(draw(0), []);
  t.deepEqual(draw(2), [makerNick(1), makerNick(2)]);
  t.deepEqual(draw(9), [makerNick(1), makerNick(2), makerNick(3)]);
});
