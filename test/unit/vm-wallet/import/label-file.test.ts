import test from 'ava';
import fc from 'fast-check';
import { utf8 } from '../../../../shared/crypto/bytes.ts';
import {
  formatLabel,
  LabelFileError,
  MAX_LINE_BYTES,
  MAX_LINES,
  parseLabelFile,
  type LabelRecord,
} from '../../../../vm-wallet/import/label-file.ts';

const TXID = 'f91d0a8a78462bc59398f2c5d7a84fcff491c26ba54c4833478b202796c8aafd';
const ADDRESS = 'bc1q34aq5drpuwy3wgl9lhup9892qp6svr8ldzyy7c';
const line = (changes: object = {}): string => JSON.stringify({ type: 'addr', ref: ADDRESS, ...changes });

/** Lines of the test vector of BIP329. */
const BIP329 = [
  `{ "type": "tx", "ref": "${TXID}", "label": "Transaction", "origin": "wpkh([d34db33f/84'/0'/0'])" }`,
  `{ "type": "addr", "ref": "${ADDRESS}", "label": "Address" }`,
  '{ "type": "pubkey", "ref": "0283409659355b6d1cc3c32decd5d561abaac86c37a353b52895a5e6c196d6f448", "label": "Public Key" }',
  `{ "type": "input", "ref": "${TXID}:0", "label": "Input" }`,
  `{ "type": "output", "ref": "${TXID}:1", "label": "Output", "spendable": false }`,
  '{ "type": "xpub", "ref": "xpub661MyMwAqRbcFtXgS5sYJABqqG9YLmC4Q1Rdap9gSE8NqtwybGhePY2gZ29ESFjqJoCu1Rupje8YtGqsefD265TMg7usUDFdp6W1EGMcet8", "label": "Extended Public Key" }',
];

const refused: readonly [string, string][] = [
  ['text that is not JSON', 'hello'],
  ['a number', '5'],
  ['null', 'null'],
  ['a list', '[]'],
  ['no type', JSON.stringify({ ref: ADDRESS })],
  ['no reference', JSON.stringify({ type: 'addr' })],
  ['a type that is a number', line({ type: 1 })],
  ['a label that is a number', line({ label: 1 })],
  ['a freeze that is text', line({ spendable: 'false' })],
  ['a label of 256 characters', line({ label: 'é'.repeat(256) })],
];

test('reads the test vector of BIP329', (t) => {
  const records = parseLabelFile(utf8(`${BIP329.join('\n')}\n`));
  t.deepEqual(
    records.map(({ type }) => type),
    ['tx', 'addr', 'pubkey', 'input', 'output', 'xpub'],
  );
  t.deepEqual(records[0], { type: 'tx', ref: TXID, label: 'Transaction' });
  t.deepEqual(records[4], { type: 'output', ref: `${TXID}:1`, label: 'Output', spendable: false });
});

test('takes CRLF, empty lines, no line end, a byte order mark, fields of others and an empty file', (t) => {
  const text = `\ufeff${line({ label: 'a', height: 5, fmv: { USD: 1.5 } })}\r\n\r\n  \n${line({ label: '' })}`;
  t.deepEqual(parseLabelFile(utf8(text)), [
    { type: 'addr', ref: ADDRESS, label: 'a' },
    { type: 'addr', ref: ADDRESS, label: '' },
  ]);
  t.deepEqual(parseLabelFile(new Uint8Array(0)), []);
});

for (const [name, wrong] of refused) {
  test(`refuses ${name}, and names the line`, (t) => {
    t.throws(() => parseLabelFile(utf8(`${line()}\n${wrong}\n${line()}\n`)), {
      instanceOf: LabelFileError,
      code: 'file-bad-label',
      message: /^Line 2 /u,
    });
  });
}

test('refuses a line that is not UTF-8', (t) => {
  t.throws(() => parseLabelFile(Uint8Array.of(...utf8('{"type":"'), 0xff, ...utf8('","ref":"a"}'))), {
    code: 'file-bad-label',
  });
});

test('a label of 255 characters is read', (t) => {
  const label = 'é'.repeat(254) + '🔑';
  t.is(parseLabelFile(utf8(line({ label })))[0]?.label, label);
});

test('a line may have 4096 bytes, and no more', (t) => {
  const padded = (bytes: number): Uint8Array => utf8(`${line().padEnd(bytes)}\n`);
  t.is(MAX_LINE_BYTES, 4096);
  t.is(parseLabelFile(padded(MAX_LINE_BYTES)).length, 1);
  t.throws(() => parseLabelFile(padded(MAX_LINE_BYTES + 1)), { code: 'file-bad-label' });
});

test('a file may have 100,000 lines, and no more', (t) => {
  const short = '{"type":"x","ref":""}\n';
  t.is(MAX_LINES, 100_000);
  t.is(parseLabelFile(utf8(short.repeat(MAX_LINES))).length, MAX_LINES);
  t.throws(() => parseLabelFile(utf8(short.repeat(MAX_LINES + 1))), {
    instanceOf: LabelFileError,
    code: 'file-too-many-labels',
  });
});

test('records come back as they were written', (t) => {
  const record: fc.Arbitrary<LabelRecord> = fc.record(
    {
      type: fc.constantFrom('tx', 'addr', 'output', 'xpub', 'other'),
      ref: fc.string({ maxLength: 80 }),
      label: fc.string({ unit: 'grapheme', maxLength: 100 }).filter((text) => Array.from(text).length <= 255),
      spendable: fc.boolean(),
    },
    { requiredKeys: ['type', 'ref'] },
  );
  fc.assert(
    fc.property(fc.array(record, { maxLength: 10 }), (records) => {
      const text = records.map((one) => `${formatLabel(one)}\n`).join('');
      t.deepEqual(parseLabelFile(utf8(text)), records);
    }),
  );
});

test('whatever the lines hold, reading ends in records or in a LabelFileError', (t) => {
  const noise = fc.oneof(
    fc.uint8Array({ maxLength: 60 }),
    fc.json({ maxDepth: 3 }).map(utf8),
    fc
      .array(fc.constantFrom('{', '}', '"type"', ':', '"addr"', ',', '"ref"', '"label"', '\n', '__proto__'), {
        maxLength: 20,
      })
      .map((signs) => utf8(signs.join(''))),
  );
  let read = 0;
  fc.assert(
    fc.property(noise, (bytes) => {
      try {
        parseLabelFile(bytes);
        read += 1;
      } catch (error) {
        if (!(error instanceof LabelFileError)) throw error;
      }
    }),
    { numRuns: 1000 },
  );
  t.true(read > 0);
});
