import test from 'ava';
import { sats } from '../../../../shared/bitcoin/amount.ts';
import type { Nick, Offer } from '../../../../shared/jm/command.ts';
import { parsePublicLine } from '../../../../shared/jm/public-line.ts';
import { OrderBook } from '../../../../vm-wallet/taker/order-book.ts';
import { bookOffer, makerNick } from '../../../fixtures/offers.ts';

const A = makerNick(1);
const B = makerNick(2);
/** What one maker and one book may hold. */
const MAX_OFFERS = 20;
const MAX_MAKERS = 20_000;

function offer(oid: number, maxsize = 1_000_000n): Offer {
  return bookOffer(1, { oid, maxsize: sats(maxsize) }).offer;
}

/** A book with public offers of makers. */
function bookOf(...announced: readonly (readonly [Nick, Offer])[]): OrderBook {
  const book = new OrderBook();
  for (const [nick, one] of announced) book.addPublic(nick, { command: 'offer', offer: one });
  return book;
}

/** Hears a public line, as a channel delivers it. */
function hears(book: OrderBook, from: Nick, line: string): void {
  for (const command of parsePublicLine(line)) book.addPublic(from, command);
}

/** The oids by maker. */
function oids(book: OrderBook): Readonly<Record<string, readonly number[]>> {
  return Object.fromEntries(book.makers.map(({ nick, offers }) => [nick, offers.map(({ oid }) => oid)]));
}

test('an empty book has no makers', (t) => {
  t.deepEqual(new OrderBook().makers, []);
});

test('offers are kept by maker and oid, whether they came in private or in public', (t) => {
  const book = bookOf([A, offer(0)], [B, offer(0)], [A, offer(1)]);
  book.addPrivate(A, { command: 'offers', offers: [offer(2), offer(3)] });
  t.deepEqual(book.makers, [
    { nick: A, offers: [offer(0), offer(1), offer(2), offer(3)], bond: null },
    { nick: B, offers: [offer(0)], bond: null },
  ]);
});

test('a new offer under a known oid takes the place of the old one', (t) => {
  const book = bookOf([A, offer(0)], [A, offer(1)], [A, offer(0, 2_000_000n)]);
  book.addPrivate(A, { command: 'offers', offers: [offer(1, 3_000_000n)] });
  t.deepEqual(book.makers[0]?.offers, [offer(0, 2_000_000n), offer(1, 3_000_000n)]);
});

test('the same oid is one offer, also under another type', (t) => {
  const relative: Offer = { ...offer(0), type: 'sw0reloffer' };
  t.deepEqual(bookOf([A, offer(0)], [A, relative]).makers[0]?.offers, [relative]);
});

test('a maker cancels its own offers and nobody else’s', (t) => {
  const book = bookOf([A, offer(0)], [A, offer(1)], [B, offer(0)]);
  book.addPublic(A, { command: 'cancel', oid: 0 });
  t.deepEqual(oids(book), { [A]: [1], [B]: [0] });
  book.addPublic(A, { command: 'cancel', oid: 7 });
  book.addPublic(makerNick(3), { command: 'cancel', oid: 0 });
  t.deepEqual(oids(book), { [A]: [1], [B]: [0] });
});

test('a maker without offers is not listed, and comes back with the next one', (t) => {
  const book = bookOf([A, offer(0)]);
  book.addPublic(A, { command: 'cancel', oid: 0 });
  t.deepEqual(book.makers, []);
  book.addPublic(A, { command: 'offer', offer: offer(0, 2_000_000n) });
  t.deepEqual(book.makers[0]?.offers, [offer(0, 2_000_000n)]);
});

test('an announcement that makes no sense withdraws what it was to replace', (t) => {
  const book = bookOf([A, offer(0)], [A, offer(1)], [B, offer(0)]);
  hears(book, A, '!sw0absoffer 0 500000 400000 0 500');
  t.deepEqual(oids(book), { [A]: [1], [B]: [0] });
});

test('one public line can cancel and announce', (t) => {
  const book = bookOf([A, offer(0)], [A, offer(1)]);
  hears(book, A, '!cancel 0!cancel 1!sw0absoffer 2 100000 1000000 0 500');
  t.deepEqual(book.makers[0]?.offers, [offer(2)]);
});

test('what is no offer changes nothing', (t) => {
  const book = bookOf([A, offer(0)]);
  hears(book, A, '!orderbook');
  hears(book, B, `!hp2 ${'ab'.repeat(32)}`);
  t.deepEqual(oids(book), { [A]: [0] });
});

test('the newest bond proof counts, and stays when later offers bring none', (t) => {
  const book = new OrderBook();
  const bonds = (): readonly (string | null)[] => book.makers.map(({ bond }) => bond);
  book.addPrivate(A, { command: 'offers', offers: [offer(0)], bond: 'first' });
  book.addPrivate(B, { command: 'offers', offers: [offer(0)] });
  t.deepEqual(bonds(), ['first', null]);
  book.addPrivate(A, { command: 'offers', offers: [offer(0)], bond: 'second' });
  book.addPrivate(A, { command: 'offers', offers: [offer(1)] });
  book.addPublic(A, { command: 'offer', offer: offer(2) });
  t.deepEqual(bonds(), ['second', null]);
});

test('a bond without any offer lists nobody', (t) => {
  const book = new OrderBook();
  book.addPrivate(A, { command: 'offers', offers: [], bond: 'proof' });
  t.deepEqual(book.makers, []);
});

test('a maker that left is forgotten with its bond, the others stay', (t) => {
  const book = bookOf([B, offer(0)]);
  book.addPrivate(A, { command: 'offers', offers: [offer(0), offer(1)], bond: 'proof' });
  book.remove(makerNick(3));
  t.is(book.makers.length, 2);
  book.remove(A);
  t.deepEqual(oids(book), { [B]: [0] });
  book.addPublic(A, { command: 'offer', offer: offer(5) });
  t.deepEqual(book.makers[1], { nick: A, offers: [offer(5)], bond: null });
});

test('of one maker’s offers the first twenty are kept, and these can still change', (t) => {
  const many = (count: number): OrderBook =>
    bookOf(...Array.from({ length: count }, (_none, oid) => [A, offer(oid)] as const));
  const count = (book: OrderBook): number | undefined => book.makers[0]?.offers.length;
  t.is(count(many(MAX_OFFERS - 1)), MAX_OFFERS - 1);
  t.is(count(many(MAX_OFFERS)), MAX_OFFERS);
  const full = many(MAX_OFFERS + 1);
  t.is(count(full), MAX_OFFERS);
  t.false(full.makers[0]?.offers.some(({ oid }) => oid === MAX_OFFERS));
  for (const one of [offer(3, 2_000_000n), offer(99)]) full.addPublic(A, { command: 'offer', offer: one });
  t.is(count(full), MAX_OFFERS);
  t.deepEqual(full.makers[0]?.offers[3], offer(3, 2_000_000n));
  full.addPublic(A, { command: 'cancel', oid: 0 });
  full.addPublic(A, { command: 'offer', offer: offer(99) });
  t.deepEqual([count(full), full.makers[0]?.offers.at(-1)], [MAX_OFFERS, offer(99)]);
});

test('a full book takes no new maker but one that signs, and still hears the known ones', (t) => {
  const book = new OrderBook();
  const announce = (number: number, oid = 0): void => {
    book.addPublic(makerNick(number), { command: 'offer', offer: offer(oid) });
  };
  for (let number = 0; number < MAX_MAKERS - 1; number += 1) announce(number);
  t.is(book.makers.length, MAX_MAKERS - 1);
  announce(MAX_MAKERS - 1);
  t.is(book.makers.length, MAX_MAKERS);
  announce(MAX_MAKERS);
  const has = (number: number): boolean => book.makers.some(({ nick }) => nick === makerNick(number));
  t.false(has(MAX_MAKERS));
  book.addPrivate(makerNick(MAX_MAKERS + 1), { command: 'offers', offers: [offer(0)], bond: 'proof' });
  t.is(book.makers.length, MAX_MAKERS);
  t.deepEqual([has(MAX_MAKERS + 1), has(0), has(1)], [true, false, true]);
  announce(5, 1);
  t.is(book.makers.find(({ nick }) => nick === makerNick(5))?.offers.length, 2);
  book.remove(makerNick(5));
  announce(MAX_MAKERS);
  t.is(book.makers.at(-1)?.nick, makerNick(MAX_MAKERS));
});

test('where all have signed, a newcomer that signs finds no room either', (t) => {
  const book = new OrderBook();
  for (let number = 0; number <= MAX_MAKERS; number += 1) {
    book.addPrivate(makerNick(number), { command: 'offers', offers: [offer(0)] });
  }
  t.is(book.makers.length, MAX_MAKERS);
  t.false(book.makers.some(({ nick }) => nick === makerNick(MAX_MAKERS)));
});

test('makers that show nothing any more make room', (t) => {
  const book = new OrderBook();
  for (let number = 0; number < MAX_MAKERS; number += 1) {
    book.addPublic(makerNick(number), { command: 'offer', offer: offer(0) });
    book.addPublic(makerNick(number), { command: 'cancel', oid: 0 });
  }
  book.addPublic(A, { command: 'offer', offer: offer(0) });
  t.deepEqual(oids(book), { [A]: [0] });
});

test('terms that make no sense withdraw the offer in private as well', (t) => {
  const book = bookOf([A, offer(0)], [A, offer(1)]);
  book.addPrivate(A, { command: 'offers', offers: [], withdrawn: [0, 7] });
  t.deepEqual(oids(book), { [A]: [1] });
});

test('what was handed out does not change afterwards', (t) => {
  const book = bookOf([A, offer(0)]);
  const before = book.makers;
  book.addPublic(A, { command: 'offer', offer: offer(1) });
  book.addPrivate(A, { command: 'offers', offers: [], bond: 'proof' });
  t.deepEqual(before, [{ nick: A, offers: [offer(0)], bond: null }]);
});

test('what a maker signed is not changed by what somebody says in public under its nick', (t) => {
  const book = new OrderBook();
  book.addPrivate(A, { command: 'offers', offers: [offer(0)] });
  hears(book, A, '!cancel 0');
  book.addPublic(A, { command: 'offer', offer: offer(0, 5n) });
  t.deepEqual(book.makers[0]?.offers, [offer(0)]);
  book.addPublic(A, { command: 'offer', offer: offer(1, 5n) });
  t.deepEqual(oids(book), { [A]: [0, 1] });
  book.addPrivate(A, { command: 'offers', offers: [offer(0, 7n)], withdrawn: [1] });
  t.deepEqual(book.makers[0]?.offers, [offer(0, 7n)]);
});

test('public offers under a nick leave no room that its signed ones could not take', (t) => {
  const book = new OrderBook();
  for (let oid = 100; oid < 100 + MAX_OFFERS; oid += 1)
    book.addPublic(A, { command: 'offer', offer: offer(oid) });
  const signed = Array.from({ length: MAX_OFFERS }, (_unused, oid) => offer(oid));
  book.addPrivate(A, { command: 'offers', offers: signed });
  t.deepEqual(book.makers[0]?.offers, signed);
  book.addPrivate(A, { command: 'offers', offers: [offer(MAX_OFFERS)] });
  t.deepEqual(book.makers[0]?.offers, signed);
});
