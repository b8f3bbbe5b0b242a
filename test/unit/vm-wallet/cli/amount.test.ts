import test from 'ava';
import { MAX_MONEY, sats } from '../../../../shared/bitcoin/amount.ts';
import { AmountTextError, parseAmount } from '../../../../vm-wallet/cli/amount.ts';

for (const [text, expected] of [
  ['0', 0n],
  ['1', 1n],
  ['1000000sat', 1_000_000n],
  ['1000000SAT', 1_000_000n],
  ['0.01btc', 1_000_000n],
  ['0.01', 1_000_000n],
  ['1.', 100_000_000n],
  ['1btc', 100_000_000n],
  ['0.00000001', 1n],
  [' 5 ', 5n],
  ['1.00sat', 1n],
  ['21000000btc', MAX_MONEY],
  ['2100000000000000', MAX_MONEY],
] as const) {
  test(`${JSON.stringify(text)} is ${expected} sat`, (t) => {
    t.is(parseAmount(text), sats(expected));
  });
}

for (const text of [
  '',
  '-1',
  '+1',
  '.5',
  '1e5',
  '1,5',
  '0x10',
  '1 btc',
  '1mbtc',
  '1.5sat',
  '0.000000001',
  '123456789btc',
  '21000000.00000001btc',
  '2100000000000001',
  '12345678901234567',
  '١',
]) {
  test(`${JSON.stringify(text)} is no amount`, (t) => {
    t.throws(() => parseAmount(text), { instanceOf: AmountTextError, code: 'usage' });
  });
}
