import test from 'ava';
import {
  estimateFee,
  estimateSize,
  estimateVsize,
  feeFor,
  SizeError,
} from '../../../../shared/bitcoin/size.ts';

const three = ['p2wpkh', 'p2wpkh', 'p2wpkh'];

test('the example of the protocol page', (t) => {
  t.deepEqual(estimateSize(three, ['p2wpkh', 'p2wpkh']), { base: 195, witness: 326 });
  t.is(estimateVsize(three, ['p2wpkh', 'p2wpkh']), 277);
  t.is(estimateFee(3, 2, 20_000), 5540n);
});

test('only segwit inputs bring a witness', (t) => {
  t.deepEqual(estimateSize(['p2pkh'], ['p2pkh']), { base: 192, witness: 0 });
  t.deepEqual(estimateSize(['p2pkh', 'p2wsh'], []), { base: 199, witness: 118 });
});

test('sizes round up, fees round down', (t) => {
  t.is(estimateVsize(['p2wpkh'], []), 79);
  t.is(feeFor(277, 1001), 277n);
  t.is(feeFor(999, 1001), 999n);
  t.is(feeFor(1000, 1001), 1001n);
});

test('unknown scripts are refused, and p2tr is an output only', (t) => {
  t.is(estimateSize([], ['p2tr']).base, 53);
  t.throws(() => estimateSize(['p2tr'], []), { instanceOf: SizeError, code: 'size-unknown-script' });
  t.throws(() => estimateSize([], ['p2sh']), { instanceOf: SizeError, code: 'size-unknown-script' });
});

for (const name of ['constructor', 'toString', '__proto__']) {
  test(`${name} is no script type`, (t) => {
    t.throws(() => estimateSize([name], []), { instanceOf: SizeError });
    t.throws(() => estimateSize([], [name]), { instanceOf: SizeError });
  });
}
