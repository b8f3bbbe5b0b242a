import test from 'ava';
import { toBase64, toHex, utf8 } from '../../../../shared/crypto/bytes.ts';
import { publicKeyOf, signMessage } from '../../../../shared/crypto/sign.ts';
import { boxKeyPairFrom } from '../../../../shared/jm/box.ts';
import type { PublicKeyHex } from '../../../../shared/jm/command.ts';
import { signBoxKey, verifyBoxKey } from '../../../../vm-wallet/session/key-authentication.ts';

const COIN_KEY = new Uint8Array(32).fill(3);
const authKeyOf = (key: Uint8Array): PublicKeyHex => toHex(publicKeyOf(key)) as PublicKeyHex;
const boxKey = boxKeyPairFrom(new Uint8Array(32).fill(1)).publicKey;
const otherBoxKey = boxKeyPairFrom(new Uint8Array(32).fill(2)).publicKey;

test("a coin's key vouches for a box key", (t) => {
  t.true(verifyBoxKey(boxKey, authKeyOf(COIN_KEY), signBoxKey(boxKey, COIN_KEY)));
});

test('it vouches for no other box key, and no other coin does', (t) => {
  const signature = signBoxKey(boxKey, COIN_KEY);
  t.false(verifyBoxKey(otherBoxKey, authKeyOf(COIN_KEY), signature));
  t.false(verifyBoxKey(boxKey, authKeyOf(new Uint8Array(32).fill(4)), signature));
});

test('the signature is over the hex of the key, as the reference makes it, with nothing behind it', (t) => {
  const reference = toBase64(signMessage(utf8(boxKey), COIN_KEY));
  t.is(signBoxKey(boxKey, COIN_KEY), reference);
  const withHostid = toBase64(signMessage(utf8(`${boxKey}onion-network`), COIN_KEY));
  t.false(verifyBoxKey(boxKey, authKeyOf(COIN_KEY), withHostid));
});

test('text that is no base64, and base64 of bytes that are no signature, vouch for nothing', (t) => {
  for (const text of ['', '***', 'MEQ', 'MEQ=\n']) t.false(verifyBoxKey(boxKey, authKeyOf(COIN_KEY), text));
  for (const bytes of [new Uint8Array(0), new Uint8Array(70), new Uint8Array(71).fill(0x30)]) {
    t.false(verifyBoxKey(boxKey, authKeyOf(COIN_KEY), toBase64(bytes)));
  }
});
