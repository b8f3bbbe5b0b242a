import test from 'ava';
import { AmountError, MAX_MONEY, sats } from '../../../../shared/bitcoin/amount.ts';
import type { DecimalText } from '../../../../shared/jm/command.ts';
import { coinjoinFee, divideHalfEven, fractionOf } from '../../../../shared/jm/coinjoin-fee.ts';

const relative = (cjfee: string, amount: bigint): bigint =>
  coinjoinFee({ type: 'sw0reloffer', cjfee: cjfee as DecimalText }, sats(amount));

test('the examples of the protocol page', (t) => {
  t.is(relative('0.000022', 9_994_243n), 220n);
  t.is(relative('0.0002', 2500n), 0n);
  t.is(relative('0.0002', 7500n), 2n);
  t.is(relative('0.0002', 12_500n), 2n);
});

test('a fee where doubles are off by a sat stays exact', (t) => {
  // 0.145 × 100 is 14.499999999999998 in doubles.
  t.is(relative('0.145', 100n), 14n);
  t.is(relative('0.155', 100n), 16n);
  t.is(relative('0.000000000000000001', MAX_MONEY), 0n);
});

test('an absolute fee does not depend on the amount', (t) => {
  for (const amount of [0n, 1n, MAX_MONEY]) {
    t.is(coinjoinFee({ type: 'sw0absoffer', cjfee: '482' as DecimalText }, sats(amount)), sats(482n));
  }
});

test('every type is either relative or absolute', (t) => {
  for (const type of ['reloffer', 'swreloffer', 'sw0reloffer'] as const) {
    t.is(coinjoinFee({ type, cjfee: '0.5' as DecimalText }, sats(10n)), sats(5n));
  }
  for (const type of ['absoffer', 'swabsoffer', 'sw0absoffer'] as const) {
    t.is(coinjoinFee({ type, cjfee: '5' as DecimalText }, sats(1000n)), sats(5n));
  }
});

test('a fee above all money is no fee', (t) => {
  t.throws(() => relative('2', MAX_MONEY), { instanceOf: AmountError });
  t.is(relative('1', MAX_MONEY), MAX_MONEY);
});

test('halves go to the even number', (t) => {
  const halves = [1n, 3n, 5n, 7n].map((numerator) => divideHalfEven(numerator, 2n));
  t.deepEqual(halves, [0n, 2n, 2n, 4n]);
  t.is(divideHalfEven(7n, 5n), 1n);
  t.is(divideHalfEven(8n, 5n), 2n);
});

test('decimals become fractions', (t) => {
  t.deepEqual(fractionOf('0.00025' as DecimalText), { numerator: 25n, denominator: 100_000n });
  t.deepEqual(fractionOf('7' as DecimalText), { numerator: 7n, denominator: 1n });
});
