import test from 'ava';
import fc from 'fast-check';
import { printTable, table } from '../../../../vm-wallet/cli/table.ts';
import { createTerminal } from '../../../../vm-wallet/cli/terminal.ts';

function printed(
  head: readonly string[],
  rows: readonly string[][],
  right: readonly number[],
  json = false,
): string {
  const out: string[] = [];
  const stream = { write: (text: string) => out.push(text) };
  printTable(createTerminal({ out: stream, err: stream }, { json, colour: false }), head, () => rows, right);
  return out.join('');
}

const HEAD = ['name', 'sat'];

test('columns are as wide as their widest cell, and numbers stand to the right', (t) => {
  const rows = [
    ['a', '5'],
    ['longer', '12345'],
    ['b', ''],
  ];
  t.deepEqual(table([HEAD, ...rows], [1]), ['name      sat', 'a           5', 'longer  12345', 'b']);
});

test('an escape is as wide as it is shown, and can not end a row or a cell', (t) => {
  const rows = [
    ['\u001b[2K\n\t', '5'],
    ['a', '7'],
  ];
  t.deepEqual(table([HEAD, ...rows], [1]), [
    'name             sat',
    '\\x1b[2K\\x0a\\x09    5',
    'a                  7',
  ]);
});

test('a table is printed as it is laid out, whatever is in it, and not at all in JSON', (t) => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string({ unit: 'binary' }), fc.string()), { maxLength: 5 }), (rows) => {
      const laidOut = table([HEAD, ...rows], [1]);
      t.is(printed(HEAD, rows, [1]), laidOut.map((line) => `${line}\n`).join(''));
      t.true(laidOut.every((line) => !/[\p{C}\p{Zl}\p{Zp}]/u.test(line)));
    }),
  );
  t.is(printed(HEAD, [['a', 'b']], [], true), '');
});
