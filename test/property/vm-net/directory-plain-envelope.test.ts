import test from 'ava';
import fc from 'fast-check';
import { decodeEnvelope, encodeEnvelope } from '../../../shared/jm/onion/envelope.ts';
import { readPlainEnvelope } from '../../../vm-net/directory/plain-envelope.ts';

const type = fc.constantFrom(685, 687);
const plain = fc.stringMatching(/^[\x20\x21\x23-\x5b\x5d-\x7e]{0,60}$/u);
const envelope = fc
  .tuple(
    fc.oneof(type, fc.constantFrom(0, 68, 686, 789, 6850, -685)),
    fc.oneof(plain, fc.string({ unit: 'binary', maxLength: 60 })),
  )
  .map(([number, line]) => encodeEnvelope(number, line));
/** Envelopes that somebody changed at one place. */
const changed = fc
  .tuple(envelope, fc.nat(), fc.nat(2), fc.uint8Array({ maxLength: 3 }))
  .map(([text, at, less, more]) => {
    const bytes = Buffer.from(text);
    const place = at % (bytes.length + 1);
    return Buffer.concat([bytes.subarray(0, place), more, bytes.subarray(place + less)]);
  });
const foreign = fc
  .tuple(fc.jsonValue(), fc.jsonValue())
  .map(([number, line]) => JSON.stringify({ type: number, line }));
const input = fc.oneof(
  envelope.map((text) => Buffer.from(text)),
  { weight: 3, arbitrary: changed },
  foreign.map((text) => Buffer.from(text)),
  fc.uint8Array({ maxLength: 80 }).map((bytes) => Buffer.from(bytes)),
);

test('what is read the short way is what the long way reads, and would be written as it came', (t) => {
  let short = 0;
  fc.assert(
    fc.property(input, fc.nat(5), fc.nat(5), (bytes, before, behind) => {
      const padded = Buffer.concat([Buffer.alloc(before, '"'), bytes, Buffer.alloc(behind, '}')]);
      const read = readPlainEnvelope(padded, before, before + bytes.length);
      if (read === null) return;
      short += 1;
      t.deepEqual(decodeEnvelope(bytes.toString('utf8')), read);
      t.true(Buffer.from(encodeEnvelope(read.type, read.line)).equals(bytes));
    }),
    { numRuns: 5000 },
  );
  t.true(short > 100, String(short));
});

test('every message without anything to escape is read the short way', (t) => {
  fc.assert(
    fc.property(type, plain, (number, line) => {
      const bytes = Buffer.from(encodeEnvelope(number, line));
      t.deepEqual(readPlainEnvelope(bytes, 0, bytes.length), { type: number, line });
    }),
  );
});

for (const [what, text] of [
  ['a quote', '{"type": 685, "line": "a\\"b"}'],
  ['an escaped letter', '{"type": 685, "line": "\\u0041"}'],
  ['a letter beyond ASCII', '{"type": 685, "line": "é"}'],
  ['a tab', '{"type": 685, "line": "a\tb"}'],
  ['a line feed', '{"type": 685, "line": "a"}\n'],
  ['another type', '{"type": 789, "line": "a"}'],
  ['no blanks', '{"type":685,"line":"a"}'],
  ['a third key', '{"type": 685, "line": "a", "more": ""}'],
  ['a second line', '{"type": 685, "line": "a", "line": "b"}'],
  ['another order', '{"line": "a", "type": 685}'],
] as const) {
  test(`the long way is left to what has ${what}`, (t) => {
    const bytes = Buffer.from(text);
    t.is(readPlainEnvelope(bytes, 0, bytes.length), null);
  });
}
