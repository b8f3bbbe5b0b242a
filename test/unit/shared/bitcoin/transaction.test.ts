import { Transaction } from 'bitcoinjs-lib';
import test from 'ava';
import { parseTransaction } from '../../../../shared/bitcoin/transaction.ts';

function someTransaction(): Uint8Array {
  const transaction = new Transaction();
  transaction.addInput(new Uint8Array(32).fill(1), 0);
  transaction.addOutput(Uint8Array.of(0x51), 1000n);
  return Uint8Array.from(transaction.toBuffer());
}

test('the same bytes are read once, and equal bytes elsewhere on their own', (t) => {
  const raw = someTransaction();
  const parsed = parseTransaction(raw);
  t.is(parseTransaction(raw), parsed);
  const copy = parseTransaction(Uint8Array.from(raw));
  t.not(copy, parsed);
  t.is(copy.txid, parsed.txid);
});

test('what is no transaction is none the second time either', (t) => {
  const raw = someTransaction().subarray(0, -1);
  for (let time = 0; time < 2; time += 1) {
    t.throws(() => parseTransaction(raw), { code: 'bad-transaction' });
  }
});
