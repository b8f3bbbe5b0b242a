import test from 'ava';
import { sats } from '../../../../shared/bitcoin/amount.ts';
import { readPaymentWords } from '../../../../vm-wallet/cli/invocation/payment-words.ts';

test('pairs of amounts and destinations', (t) => {
  t.deepEqual(readPaymentWords(['0.01btc', 'one', '5000', 'two']), {
    orders: [
      { amount: sats(1_000_000), destination: 'one' },
      { amount: sats(5000), destination: 'two' },
    ],
    label: null,
  });
  for (const words of [[], ['5000'], ['5000', 'one', '6000'], ['nonsense', 'one']]) {
    t.throws(() => readPaymentWords(words), { code: 'usage' });
  }
});

test('a link alone, whose amount gives way to one that is typed', (t) => {
  const orders = (amount: number) => [{ amount: sats(amount), destination: 'addr' }];
  t.deepEqual(readPaymentWords(['bitcoin:addr?amount=0.001&label=shop']), {
    orders: orders(100_000),
    label: 'shop',
  });
  t.deepEqual(readPaymentWords(['2000', 'bitcoin:addr?amount=0.001']).orders, orders(2000));
  t.deepEqual(readPaymentWords(['0', 'bitcoin:addr']).orders, orders(0));
  t.throws(() => readPaymentWords(['bitcoin:addr']), { code: 'usage' });
  // Nobody's link empties a mixdepth.
  t.throws(() => readPaymentWords(['bitcoin:addr?amount=0']), { code: 'usage' });
  t.throws(() => readPaymentWords(['2000', 'one', '2000', 'bitcoin:addr']), { code: 'usage' });
});
