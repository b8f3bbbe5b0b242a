import test from 'ava';
import { sats } from '../../../../shared/bitcoin/amount.ts';
import { coinjoinAmount } from '../../../../vm-wallet/chain/coinjoin-like.ts';

function outputs(...values: readonly number[]): { value: ReturnType<typeof sats>; script: Uint8Array }[] {
  return values.map((value, number) => ({ value: sats(value), script: Uint8Array.of(number) }));
}

test('as many equal outputs as others, or one more, are a CoinJoin', (t) => {
  t.is(coinjoinAmount(outputs(5, 9, 5, 7)), 5n as never);
  t.is(coinjoinAmount(outputs(5, 9, 5)), 5n as never);
  t.is(coinjoinAmount(outputs(1, 5, 2, 5, 3, 5)), 5n as never);
});

test('one more or one less is none', (t) => {
  t.is(coinjoinAmount(outputs(5, 5)), null);
  t.is(coinjoinAmount(outputs(5, 5, 1, 2, 3)), null);
  t.is(coinjoinAmount(outputs(5, 5, 5, 1)), null);
});

test('without equal outputs there is none', (t) => {
  t.is(coinjoinAmount(outputs(5)), null);
  t.is(coinjoinAmount(outputs(5, 6)), null);
  t.is(coinjoinAmount([]), null);
});

test('outputs to one script count once', (t) => {
  const [first, ...others] = outputs(5, 9, 5);
  if (first === undefined) throw new Error('no output');
  t.is(coinjoinAmount([first, first, ...others]), 5n as never);
  t.is(coinjoinAmount([first, first, ...outputs(0, 9).slice(1)]), null);
});
