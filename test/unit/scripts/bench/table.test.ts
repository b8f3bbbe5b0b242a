import test from 'ava';
import { figureText, ratioText, tableLine, timesAsGood } from '../../../../scripts/bench/table.ts';

test('cells stand below each other, and a note is cut at 160 characters', (t) => {
  t.is(tableLine([4, 3], ['ab', 'c']), 'ab  c');
  t.is(tableLine([4, 3], ['ab', 'c'], 'note'), 'ab  c  note');
  t.is(tableLine([2], ['a'], 'x'.repeat(160)), `a ${'x'.repeat(160)}`);
  t.is(tableLine([2], ['a'], 'x'.repeat(161)), `a ${'x'.repeat(160)}`);
});

test('a figure has three digits, or all of its whole part', (t) => {
  t.deepEqual([null, 0.012345, 99.94, 100, 12_345.6].map(figureText), [
    '',
    '0.0123',
    '99.9',
    '100',
    '12,346',
  ]);
});

test('how good something is depends on which way is better', (t) => {
  t.is(timesAsGood('higher', 6, 3), 2);
  t.is(timesAsGood('lower', 6, 3), 0.5);
  t.is(timesAsGood('higher', null, 3), null);
  t.is(timesAsGood('higher', 6, null), null);
  t.is(ratioText(2), '2.00 x');
  t.is(ratioText(null), '');
});
