import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import test from 'ava';
import fc from 'fast-check';
import { fromHex, toHex, utf8 } from '../../../../shared/crypto/bytes.ts';
import { openXChaCha, sealXChaCha } from '../../../../vm-wallet/store/xchacha.ts';

const bytes = (length: number): fc.Arbitrary<Uint8Array> =>
  fc.uint8Array({ minLength: length, maxLength: length });

test('the vector of draft-irtf-cfrg-xchacha, A.3.1', (t) => {
  const key = Uint8Array.from({ length: 32 }, (_unused, index) => 0x80 + index);
  const nonce = Uint8Array.from({ length: 24 }, (_unused, index) => 0x40 + index);
  const header = fromHex('50515253c0c1c2c3c4c5c6c7');
  const content = utf8(
    "Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would be it.",
  );
  const sealed = toHex(sealXChaCha(key, nonce, header, content));
  t.true(sealed.startsWith('bd6d179d3e83d43b9576579493c0e939'));
  t.true(sealed.endsWith('c0875924c1c7987947deafd8780acf49'));
});

test('is the same as noble’s, both ways', (t) => {
  fc.assert(
    fc.property(
      bytes(32),
      bytes(24),
      fc.uint8Array(),
      fc.uint8Array({ maxLength: 500 }),
      (key, nonce, header, content) => {
        const sealed = sealXChaCha(key, nonce, header, content);
        t.deepEqual(sealed, xchacha20poly1305(key, nonce, header).encrypt(content));
        t.deepEqual(openXChaCha(key, nonce, header, sealed), content);
      },
    ),
    { numRuns: 200 },
  );
});

test('a changed bit of key, nonce, header or content opens nothing', (t) => {
  const parts = [new Uint8Array(32).fill(1), new Uint8Array(24).fill(2), new Uint8Array(9).fill(3)] as const;
  const sealed = sealXChaCha(...parts, utf8('content'));
  t.notThrows(() => openXChaCha(...parts, sealed));
  for (const part of [...parts, sealed]) {
    for (let bit = 0; bit < part.length * 8; bit += 1) {
      const at = bit >> 3;
      part[at] = (part[at] ?? 0) ^ (1 << (bit & 7));
      t.throws(() => openXChaCha(...parts, sealed));
      part[at] = (part[at] ?? 0) ^ (1 << (bit & 7));
    }
  }
  for (let length = 0; length < sealed.length; length += 1) {
    t.throws(() => openXChaCha(...parts, sealed.subarray(0, length)));
  }
});
