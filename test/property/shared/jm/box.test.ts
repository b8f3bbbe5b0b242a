import test from 'ava';
import fc from 'fast-check';
import nacl from 'tweetnacl';
import { fromHex, toBase64, toHex, utf8 } from '../../../../shared/crypto/bytes.ts';
import { fromBytes } from '../../../../shared/crypto/random.ts';
import { sharedPoint } from '../../../../shared/crypto/x25519.ts';
import { boxKeyPairFrom, createBox, isLowOrder } from '../../../../shared/jm/box.ts';
import type { BoxPublicKey } from '../../../../shared/jm/command.ts';

const bytes = fc.uint8Array({ minLength: 32, maxLength: 32 });

test('OpenSSL and tweetnacl have the same in common, for keys and for anything that is sent as one', (t) => {
  fc.assert(
    fc.property(bytes, bytes, (secret, theirs) => {
      const own = nacl.box.keyPair.fromSecretKey(secret);
      t.deepEqual(sharedPoint(own, theirs), nacl.scalarMult(secret, theirs));
    }),
  );
});

test("a box is NaCl's to the byte, and opens what tweetnacl seals", (t) => {
  const nonces = fc.uint8Array({ minLength: 24, maxLength: 24 });
  fc.assert(
    fc.property(bytes, bytes, nonces, fc.string({ maxLength: 300 }), (secret, other, nonce, text) => {
      const [own, theirs] = [boxKeyPairFrom(secret), nacl.box.keyPair.fromSecretKey(other)];
      const box = createBox(own, toHex(theirs.publicKey) as BoxPublicKey);
      const sealed = nacl.box(utf8(text), nonce, theirs.publicKey, secret);
      const wire = toBase64(Uint8Array.of(...nonce, ...sealed));
      t.is(
        box?.seal(
          text,
          fromBytes(() => nonce),
        ),
        wire,
      );
      t.is(box?.open(wire), text);
    }),
  );
});

test('no box is made with a point of low order, in any of its forms and with any secret', (t) => {
  // All encodings with which X25519 gives zero: orders 1, 2, 4 and 8, also not reduced, and with the bit that is ignored.
  const points = [
    '0000000000000000000000000000000000000000000000000000000000000000',
    '0100000000000000000000000000000000000000000000000000000000000000',
    'e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800',
    '5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157',
    'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
    'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
    'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  ];
  fc.assert(
    fc.property(bytes, fc.constantFrom(...points), fc.nat(254), (secret, point, bit) => {
      const near = fromHex(point);
      near[bit >> 3] = (near[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const key = toHex(near) as BoxPublicKey;
      t.is(isLowOrder(key), createBox(boxKeyPairFrom(secret), key) === null);
    }),
  );
  fc.assert(
    fc.property(bytes, fc.constantFrom(...points), fc.boolean(), (secret, point, ignored) => {
      const encoded = fromHex(point);
      encoded[31] = (encoded[31] ?? 0) | (ignored ? 0x80 : 0);
      t.is(createBox(boxKeyPairFrom(secret), toHex(encoded) as BoxPublicKey), null);
      t.true(isLowOrder(toHex(encoded) as BoxPublicKey));
    }),
  );
});
