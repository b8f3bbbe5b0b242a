import test from 'ava';
import { gapText, wideGaps } from '../../../../vm-wallet/maker/gap-alarm.ts';
import { emptyState } from '../../../fixtures/memory-store.ts';
import { storedCoin } from '../../../fixtures/wallet-file.ts';

/** The gaps when so many internal addresses of mixdepth 2 were issued, and these were paid. */
function gaps(issued: number, paid: readonly number[] = [], branch = 1): unknown {
  const coins = Object.fromEntries(
    paid.map((index) => [`${'00'.repeat(32)}:${index}`, storedCoin({ path: `2/${branch}/${index}` })]),
  );
  return wideGaps(emptyState({ nextIndex: { '2/1': issued, '2/0': 99 }, coins }), 10);
}

test('eight unused addresses of ten are near the limit: under, at and over it', (t) => {
  t.deepEqual(gaps(7), []);
  t.deepEqual(gaps(8), [{ mixdepth: 2, length: 8 }]);
  t.deepEqual(gaps(9), [{ mixdepth: 2, length: 9 }]);
});

test('what counts is how many lie behind the last one that was paid, also when it was spent', (t) => {
  t.deepEqual(gaps(12, [0, 4]), []);
  t.deepEqual(gaps(13, [0, 4]), [{ mixdepth: 2, length: 8 }]);
  t.deepEqual(gaps(13, [4, 0]), [{ mixdepth: 2, length: 8 }]);
});

test('deposits on the external branch close no gap', (t) => {
  t.deepEqual(gaps(8, [7], 0), [{ mixdepth: 2, length: 8 }]);
});

test('the text says what a recovery needs', (t) => {
  const text = gapText({ mixdepth: 2, length: 25 }, 30);
  t.regex(text, /25 addresses in a row of mixdepth 2/u);
  t.regex(text, /passes 30.*gaplimit = 50/u);
});
