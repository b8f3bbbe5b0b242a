import test from 'ava';
import { sats } from '../../../../shared/bitcoin/amount.ts';
import { isPaymentLink, parsePaymentLink, PaymentLinkError } from '../../../../vm-wallet/cli/bip21.ts';

const ADDRESS = 'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4';

test('an address alone', (t) => {
  t.deepEqual(parsePaymentLink(`bitcoin:${ADDRESS}`), {
    address: ADDRESS,
    amount: null,
    label: null,
    others: {},
  });
});

test('amount, label and what we do not follow', (t) => {
  const link = `BITCOIN:${ADDRESS}?amount=20.3&label=Luke%20%C3%A4&pj=https://x.onion/y?z=1&lightning`;
  t.deepEqual(parsePaymentLink(link), {
    address: ADDRESS,
    amount: sats(2_030_000_000n),
    label: 'Luke ä',
    others: { pj: 'https://x.onion/y?z=1', lightning: '' },
  });
});

test('the case of an address stays as it is', (t) => {
  t.is(parsePaymentLink(`bitcoin:${ADDRESS.toUpperCase()}`).address, ADDRESS.toUpperCase());
});

for (const link of [
  'bitcoin:',
  'bitcoin:?amount=1',
  `bitcoin://${ADDRESS}`,
  `http:${ADDRESS}`,
  ADDRESS,
  `bitcoin:${'1'.repeat(101)}`,
  `bitcoin:${ADDRESS}?req-foo=1`,
  `bitcoin:${ADDRESS}?amount=1&amount=2`,
  `bitcoin:${ADDRESS}?amount=`,
  `bitcoin:${ADDRESS}?amount=-1`,
  `bitcoin:${ADDRESS}?amount=0,5`,
  `bitcoin:${ADDRESS}?amount=1e3`,
  `bitcoin:${ADDRESS}?amount=1.123456789`,
  `bitcoin:${ADDRESS}?amount=21000000.00000001`,
  `bitcoin:${ADDRESS}?label=%`,
  `bitcoin:${ADDRESS}?label=%ff`,
]) {
  test(`${link.slice(0, 90)} is unusable`, (t) => {
    t.throws(() => parsePaymentLink(link), { instanceOf: PaymentLinkError, code: 'usage' });
  });
}

test('a link is known by its scheme', (t) => {
  t.true(isPaymentLink('BitCoin:x'));
  t.false(isPaymentLink(ADDRESS));
});
