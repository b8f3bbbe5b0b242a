import test from 'ava';
import fc from 'fast-check';
import { DescriptorError, withChecksum, withoutChecksum } from '../../../../shared/bitcoin/descriptor.ts';

/** The first is BIP380's; the others are of Bitcoin Core's documentation, and of a wallet that compared itself with it. */
const valid = [
  'raw(deadbeef)#89f8spxm',
  'pkh(02c6047f9441ed7d6d3045406e95c07cd85c778e4b8cef3ca7abac09b95c709ee5)#8fhd9pwu',
  'wpkh([d34db33f/84h/0h/0h]0279be667ef9dcbbac55a06295Ce870b07029Bfcdb2dce28d959f2815b16f81798)#qwlqgth7',
];

/** BIP380's. */
const invalid: readonly [string, string][] = [
  ['no checksum', 'raw(deadbeef)'],
  ['an empty checksum', 'raw(deadbeef)#'],
  ['a checksum of nine characters', 'raw(deadbeef)#89f8spxmx'],
  ['a checksum of seven characters', 'raw(deadbeef)#89f8spx'],
  ['a mistake in the payload', 'raw(deedbeef)#89f8spxm'],
  ['a mistake in the checksum', 'raw(deedbeef)##9f8spxm'],
];

for (const text of valid) {
  test(`the checksum of ${text}`, (t) => {
    const descriptor = text.slice(0, -9);
    t.is(withChecksum(descriptor), text);
    t.is(withoutChecksum(text), descriptor);
  });
}

for (const [name, text] of invalid) {
  test(`refuses ${name}`, (t) => {
    t.throws(() => withoutChecksum(text), { instanceOf: DescriptorError, code: 'descriptor-bad-checksum' });
  });
}

test('refuses characters that no descriptor has', (t) => {
  for (const text of ['raw(Ü)', 'raw(\n)', '\u{1f511}']) {
    t.throws(() => withChecksum(text), { instanceOf: DescriptorError, code: 'descriptor-bad-character' });
  }
  t.throws(() => withoutChecksum('raw(Ü)#00000000'), { code: 'descriptor-bad-character' });
});

test('every descriptor comes back, and no single mistake is overlooked', (t) => {
  const characters = '0123456789()[],\'/*abcdefgh@:$%{}IJKLMNOPXYZ&+-.;<=>?!^_|~ijkwxyzABCH`"\\ ';
  const character = fc.constantFrom(...Array.from(characters));
  const text = fc.string({ unit: character, minLength: 1, maxLength: 120 });
  fc.assert(
    fc.property(text, fc.nat(), character, (descriptor, at, other) => {
      const whole = withChecksum(descriptor);
      t.is(withoutChecksum(whole), descriptor);
      const position = at % descriptor.length;
      fc.pre(descriptor[position] !== other);
      const wrong = whole.slice(0, position) + other + whole.slice(position + 1);
      t.throws(() => withoutChecksum(wrong), { code: 'descriptor-bad-checksum' });
    }),
    { numRuns: 300 },
  );
});
