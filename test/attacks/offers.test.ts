import test from 'ava';
import { sats } from '../../shared/bitcoin/amount.ts';
import { coinjoinFee } from '../../shared/jm/coinjoin-fee.ts';
import type { Nick, Offer } from '../../shared/jm/command.ts';
import { parseOffer } from '../../shared/jm/offer.ts';
import { parsePublicLine } from '../../shared/jm/public-line.ts';
import { systemRandom } from '../../shared/crypto/random.ts';
import { drawOffers } from '../../vm-wallet/maker/offers.ts';
import { filterOffers, NATIVE_TYPES } from '../../vm-wallet/taker/choose/candidate.ts';
import { bookOffer, makerNick } from '../fixtures/offers.ts';
import { DEFAULT_SETTINGS } from '../fixtures/offer-settings.ts';
import { OrderBook } from '../../vm-wallet/taker/order-book.ts';

const outcome = (cjfee: string, type: 'sw0reloffer' | 'sw0absoffer' = 'sw0reloffer'): string =>
  parseOffer(type, ['0', '100000', '200000', '0', cjfee]).outcome;

test('A13, 2.8/0.30, 2.8/0.34: fee bombs are no offers, and cost no time', (t) => {
  const bombs = [
    '1e-999999',
    '1E9',
    '9e9999999999',
    '-0.0001',
    '-1',
    '+0.1',
    'NaN',
    'Infinity',
    'sNaN',
    '0x10',
    '1_0',
    ' 0.1',
    '0.1 ',
    '.1',
    '1.',
    '٠.١',
    '1',
    '1.5',
    `0.${'0'.repeat(1_000_000)}1`,
    '9'.repeat(1_000_000),
  ];
  const started = performance.now();
  for (const bomb of bombs) t.not(outcome(bomb), 'offer', bomb.slice(0, 30));
  t.true(performance.now() - started < 1000);
  t.is(outcome('0.0001'), 'offer');
  for (const bomb of ['-1', '1.5', '1e3', '2100000000000001', '9'.repeat(1_000_000)]) {
    t.not(outcome(bomb, 'sw0absoffer'), 'offer', bomb.slice(0, 30));
  }
});

test('A13: the fee of an offer that was read is never negative, nor more than it said', (t) => {
  for (const cjfee of ['0', '0.0', '0.999999', '0.00002', '0.000000000000000001']) {
    const read = parseOffer('sw0reloffer', ['0', '100000', '2100000000000000', '0', cjfee]);
    if (read.outcome !== 'offer') continue;
    const fee = coinjoinFee(read.offer, sats(2_100_000_000_000_000n));
    t.true(fee >= 0n && fee <= 2_100_000_000_000_000n, cjfee);
  }
});

test('A13: a maker that pays to be chosen more than anybody earns no place before the others by a negative size', (t) => {
  for (const fields of [
    ['0', '-1', '200000', '0', '0.1'],
    ['0', '100000', '-1', '0', '0.1'],
    ['0', '100000', '200000', '-1', '0.1'],
    ['0', '200000', '100000', '0', '0.1'],
    ['-1', '100000', '200000', '0', '0.1'],
    ['1e3', '100000', '200000', '0', '0.1'],
  ]) {
    t.not(parseOffer('sw0reloffer', fields).outcome, 'offer', fields.join(' '));
  }
});

test('2.8/0.37: a fee is judged by what the amount really costs, not by what the offer’s type suggests', (t) => {
  const relative = bookOffer(1, { type: 'sw0reloffer', cjfee: '0.9' as Offer['cjfee'] });
  const free = bookOffer(2, { cjfee: '0' as Offer['cjfee'] });
  const question = {
    amount: sats(1_000_000n),
    types: NATIVE_TYPES,
    limits: { absolute: 0, relative: 0 },
    isIgnored: () => false,
    fits: () => true,
    subtractTxfee: true,
  };
  const { candidates, leftOut } = filterOffers([relative, free], question);
  t.deepEqual(
    candidates.map(({ maker }) => maker),
    [makerNick(2)],
  );
  t.is(leftOut.tooExpensive, 1);
});

test('A20: what a directory invents in a maker’s name changes nothing that the maker signed', (t) => {
  const book = new OrderBook();
  const honest = bookOffer(1).offer;
  book.addPrivate(makerNick(1), { command: 'offers', offers: [honest] });
  book.addPublic(makerNick(1), { command: 'offer', offer: { ...honest, cjfee: '999999' as Offer['cjfee'] } });
  book.addPublic(makerNick(1), { command: 'cancel', oid: honest.oid });
  book.addPublic(makerNick(1), { command: 'invalid-offer', oid: honest.oid });
  t.deepEqual(book.makers, [{ nick: makerNick(1), offers: [honest], bond: null }]);
});

test('A20: a directory that invents offers of a maker can’t push out those that it signs', (t) => {
  const book = new OrderBook();
  const { offer } = bookOffer(1);
  for (let oid = 0; oid < 100; oid += 1) {
    book.addPublic(makerNick(1), { command: 'offer', offer: { ...offer, oid } });
  }
  const own = { ...offer, oid: 777 };
  book.addPrivate(makerNick(1), { command: 'offers', offers: [own] });
  t.true(book.makers[0]?.offers.includes(own) === true);
  t.true((book.makers[0]?.offers.length ?? 0) <= 20);
});

test('A20: nicks that a directory invents can’t keep a maker that signs out of the book', (t) => {
  const book = new OrderBook();
  const { offer } = bookOffer(1);
  for (let number = 0; number < 20_000; number += 1) {
    book.addPublic(`J5invented${number.toString().padStart(6, 'z')}` as Nick, { command: 'offer', offer });
  }
  book.addPrivate(makerNick(1), { command: 'offers', offers: [offer] });
  t.true(book.makers.some(({ nick }) => nick === makerNick(1)));
});

test('A22: a line with two requests, or with thousands of offers, is bounded work', (t) => {
  t.deepEqual(parsePublicLine('!orderbook!orderbook'), []);
  const started = performance.now();
  const book = new OrderBook();
  for (const command of parsePublicLine('!sw0reloffer 0 100000 200000 0 0.1'.repeat(1100))) {
    book.addPublic(makerNick(1), command);
  }
  for (const command of parsePublicLine('!'.repeat(40_000))) book.addPublic(makerNick(2), command);
  t.true(performance.now() - started < 1000);
  t.is(book.makers.length, 1);
});

test('A28, A29: neither the fee nor the size that a maker announces tells its exact settings or balance', (t) => {
  const balance = sats(500_000_000n);
  const drawn = Array.from({ length: 200 }, () => drawOffers([balance], DEFAULT_SETTINGS, systemRandom)[0]);
  const sizes = new Set(drawn.map((offer) => offer?.maxsize));
  t.true(sizes.size > 190);
  t.true(drawn.every((offer) => offer !== undefined && offer.maxsize <= balance - 27_300n));
  t.true(new Set(drawn.map((offer) => offer?.cjfee)).size > 1);
  t.true(new Set(drawn.map((offer) => offer?.minsize)).size > 190);
});

test('A28: on the grid, makers with near fees announce the same one', (t) => {
  const gridded = (feeRelative: string): Set<string | undefined> =>
    new Set(
      Array.from(
        { length: 50 },
        () =>
          drawOffers(
            [sats(500_000_000n)],
            { ...DEFAULT_SETTINGS, feeRelative, feeFactor: 0, feeGrid: true },
            systemRandom,
          )[0]?.cjfee,
      ),
    );
  const one = gridded('0.000021');
  t.is(one.size, 1);
  t.deepEqual(one, gridded('0.000019'));
});
