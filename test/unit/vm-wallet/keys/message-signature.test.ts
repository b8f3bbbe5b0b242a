import * as noble from '@noble/secp256k1';
import test from 'ava';
import { fromBase64, fromHex, toHex, utf8 } from '../../../../shared/crypto/bytes.ts';
import { bitcoinMessageHash } from '../../../../shared/crypto/hash.ts';
import { publicKeyOf } from '../../../../shared/crypto/sign.ts';
import { verifyDigest } from '../../../../shared/crypto/verify.ts';
import { signUserMessage } from '../../../../vm-wallet/keys/message-signature.ts';

/** Signed by joinmarket-clientserver 0.9.12: key, text, signature. The headers are 31 and 32. */
const vectors: readonly [string, string, string][] = [
  [
    'dc3943033fe49facda63ab05c98c7ee89922116484cb717e8523205dea011222',
    'hello',
    'H7+2tx6FRyYeHjVNYZwaX7HHWq3AvIfwuSjFpAIuzqUzU0DmJ7T8XcSqdswadC5XGowIMkqEys3xvRrfyLgE2Ho=',
  ],
  [
    'b278fc25b72f17981e62ac0a2f6be08262b4b928772887fda1ee239783e3c6c4',
    'a longer message with spaces and \u20bf',
    'Hwh2aNAf9do/AaUOFc8XlE6XtqnqBennNIzUFUUWHXreJmO+1RQSo8GOIw5mWglwNTURwWQ/pPaV3rvfoy3SAds=',
  ],
  [
    '8dc698e7f745d6a5bf53fbf1c5b0268fd7dde4017d0248d731dec7dc42c141d2',
    'line1\nline2',
    'IEsHW1eyFiqK/mobkathapW29gsdrlgWpEJ90YVHnE9kZAeOBE7LucmxZRTqFF5bV+JYcuHosOqy7qg/kp30flY=',
  ],
];

for (const [key, text, signature] of vectors) {
  test(`signs ${JSON.stringify(text)} as the reference does`, (t) => {
    t.is(signUserMessage(text, fromHex(key)), signature);
  });
}

test('the key comes back from the signature and the text alone, and from no other text', (t) => {
  for (let seed = 1; seed <= 20; seed += 1) {
    const key = new Uint8Array(32).fill(seed);
    const publicKey = publicKeyOf(key);
    const [header = 0, ...compact] = fromBase64(signUserMessage('pay me', key));
    t.true(header >= 31 && header <= 34);
    const recovered = (text: string): string =>
      toHex(
        noble.recoverPublicKey(Uint8Array.of(header - 31, ...compact), bitcoinMessageHash(utf8(text)), {
          prehash: false,
        }),
      );
    t.is(recovered('pay me'), toHex(publicKey));
    t.not(recovered('pay him'), toHex(publicKey));
    t.true(verifyDigest(bitcoinMessageHash(utf8('pay me')), publicKey, Uint8Array.from(compact)));
  }
});
