import test from 'ava';
import { sats } from '../../../../shared/bitcoin/amount.ts';
import { drawTransaction, feeText } from '../../../../vm-wallet/cli/draw-transaction.ts';

const terminal = { paint: (_style: string, text: string) => text };
const entry = (value: number, owner = '') => ({ value: sats(value), text: 'text', owner });

test('a fee in sats, sat/vB and percent', (t) => {
  t.is(feeText({ minerFee: 423n, vsize: 141, amount: 1_000_000n }), '423 sat (3.0 sat/vB, 0.042 %)');
  t.is(feeText({ minerFee: 423n, vsize: 141, amount: 0n }), '423 sat (3.0 sat/vB)');
});

test('inputs, outputs and fee are drawn side by side', (t) => {
  const inputs = [entry(10_000, 'you')];
  const outputs = [entry(5000), entry(4718, 'you')];
  const drawn = drawTransaction(terminal, { inputs, outputs, fee: { vsize: 141, amount: 5000n } });
  t.is(drawn.length, 4);
  t.regex(drawn[1] ?? '', /0\.00010000 {2}text +you \| +0\.00005000/u);
  t.is(drawn[3], '  miner fee 282 sat (2.0 sat/vB, 5.640 %)');
  t.is(drawTransaction(terminal, { inputs, outputs })[3], '  miner fee 282 sat');
});
