import test from 'ava';
import fc from 'fast-check';
import * as secp from 'tiny-secp256k1';
import { derToCompact } from '../../../../shared/crypto/der.ts';
import { publicKeyOf, signLine, signMessage } from '../../../../shared/crypto/sign.ts';
import { isLowS, verifyMessage } from '../../../../shared/crypto/verify.ts';

const keys = fc.uint8Array({ minLength: 32, maxLength: 32 }).filter((key) => secp.isPrivate(key));

test('a line is signed as both implementations together sign it', (t) => {
  fc.assert(
    fc.property(keys, fc.uint8Array({ maxLength: 300 }), (key, message) => {
      const signature = signLine(message, key);
      t.deepEqual(signature, signMessage(message, key));
      t.true(verifyMessage(message, publicKeyOf(key), signature));
      t.true(isLowS(derToCompact(signature)));
    }),
  );
});
