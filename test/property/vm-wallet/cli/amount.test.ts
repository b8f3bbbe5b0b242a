import test from 'ava';
import fc from 'fast-check';
import { formatBitcoin, isMoney, MAX_MONEY, sats } from '../../../../shared/bitcoin/amount.ts';
import { AmountTextError, parseAmount } from '../../../../vm-wallet/cli/amount.ts';
import { parsePaymentLink, PaymentLinkError } from '../../../../vm-wallet/cli/bip21.ts';

test('every amount is read as it is written, in bitcoin and in sats', (t) => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: 0n, max: MAX_MONEY }).map((value) => sats(value)),
      (amount) => {
        t.is(parseAmount(`${formatBitcoin(amount)}btc`), amount);
        t.is(parseAmount(formatBitcoin(amount)), amount);
        t.is(parseAmount(`${amount}sat`), amount);
        t.is(parsePaymentLink(`bitcoin:x?amount=${formatBitcoin(amount)}`).amount, amount);
      },
    ),
  );
});

test('any text is an amount of money or an AmountTextError', (t) => {
  const piece = fc.oneof(
    fc.string({ maxLength: 3 }),
    fc.constantFrom('0', '9', '.', 'btc', 'sat', '99999999'),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
      try {
        t.true(isMoney(parseAmount(pieces.join(''))));
      } catch (error) {
        t.true(error instanceof AmountTextError);
      }
    }),
    { numRuns: 1000 },
  );
});

test('any text is a payment link or a PaymentLinkError', (t) => {
  const piece = fc.oneof(
    fc.string({ maxLength: 5 }),
    fc.constantFrom('?', '&', '=', '%', '%20', 'amount', 'req-', '__proto__', 'constructor', '0.1'),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      try {
        t.true(parsePaymentLink(`bitcoin:${pieces.join('')}`).address.length > 0);
      } catch (error) {
        t.true(error instanceof PaymentLinkError);
      }
    }),
    { numRuns: 1000 },
  );
});
