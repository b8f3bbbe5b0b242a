import * as noble from '@noble/secp256k1';
import test from 'ava';
import { utf8 } from '../../../../shared/crypto/bytes.ts';
import { sha256 } from '../../../../shared/crypto/hash.ts';
import {
  publicKeyOf,
  signDigest,
  SigningError,
  signLine,
  signMessage,
} from '../../../../shared/crypto/sign.ts';
import { verifyDigest, verifyMessage } from '../../../../shared/crypto/verify.ts';

const KEY = new Uint8Array(32).fill(7);
const DIGEST = sha256(utf8('a coin'));
const ORDER = Buffer.from('fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141', 'hex');

test.serial('what only one implementation signs never leaves', (t) => {
  const honest = noble.hashes.hmacSha256;
  if (honest === undefined) throw new Error('noble has no hash');
  t.true(verifyDigest(DIGEST, publicKeyOf(KEY), signDigest(DIGEST, KEY)));
  // Another nonce makes a signature that verifies as well, and could say something about the key to who expects it.
  noble.hashes.hmacSha256 = (key, message) => Uint8Array.from(sha256(honest(key, message)));
  try {
    const hers = noble.sign(DIGEST, KEY, { prehash: false, lowS: true });
    t.true(verifyDigest(DIGEST, publicKeyOf(KEY), hers));
    t.like(
      t.throws(() => signDigest(DIGEST, KEY), { instanceOf: SigningError }),
      {
        code: 'signature-not-confirmed',
      },
    );
    t.throws(() => signMessage(DIGEST, KEY), { instanceOf: SigningError });
    t.true(verifyMessage(DIGEST, publicKeyOf(KEY), signLine(DIGEST, KEY)));
  } finally {
    noble.hashes.hmacSha256 = honest;
  }
  t.notThrows(() => signDigest(DIGEST, KEY));
});

test.serial('nothing signs with what is no private key', (t) => {
  const last = Uint8Array.from(ORDER);
  last[31] = 0x40;
  t.notThrows(() => signDigest(DIGEST, last));
  for (const key of [new Uint8Array(32), ORDER, new Uint8Array(31).fill(1), new Uint8Array(33).fill(1)]) {
    for (const sign of [signDigest, signMessage, signLine]) {
      t.like(
        t.throws(() => sign(DIGEST, key), { instanceOf: SigningError }),
        { code: 'bad-private-key' },
      );
    }
  }
});
