import test from 'ava';
import { Transaction } from 'bitcoinjs-lib';
import { sats } from '../../../../shared/bitcoin/amount.ts';
import { p2pkhScript } from '../../../../shared/bitcoin/script.ts';
import { concat, fromHex, toHex } from '../../../../shared/crypto/bytes.ts';
import { derToCompact } from '../../../../shared/crypto/der.ts';
import { SigningError } from '../../../../shared/crypto/sign.ts';
import { verifyDigest } from '../../../../shared/crypto/verify.ts';
import { SIGHASH_ALL } from '../../../../shared/bitcoin/input-signature.ts';
import { signatureBlob, signInput } from '../../../../vm-wallet/keys/input-signature.ts';

/** The native p2wpkh example of BIP143: its second input, worth 6 BTC. */
const UNSIGNED = fromHex(
  '0100000002fff7f7881a8099afa6940d42d1e7f6362bec38171ea3edf433541db4e4ad969f0000000000eeffffff' +
    'ef51e1b804cc89d182d279655c3aa89e815b1b309fe287d9b2b55d57b90ec68a0100000000ffffffff02202cb206' +
    '000000001976a9148280b37df378db99f66f85c95a783a76ac7a6d5988ac9093510d000000001976a9143bde42db' +
    'ee7e4dbe6a21b2d50ce2f0167faa815988ac11000000',
);
const KEY = fromHex('619c335025c7f4012e556c2a58b2506e30b8511b53ade95ea316fd8c3286feb9');
const PUBLIC_KEY = '025476c2e83188368da1ff3e292e7acafcdb3566bb0ad253f62fc70f07aeee6357';
const SIGNATURE =
  '304402203609e17b84f6a7d30c80bfa610b5b4542f32a8a0d5447a12fb1366d7f01cc44a' +
  '0220573a954c4518331561406f90300e8f3358f51928d43c212a8caed02de67eebee01';
const INPUT = { index: 1, value: sats(600_000_000) };
const HALF_ORDER = 0x7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0n;

function digestOf(unsigned: Uint8Array, publicKey: Uint8Array, input = INPUT): Uint8Array {
  return Transaction.fromBuffer(unsigned).hashForWitnessV0(
    input.index,
    p2pkhScript(publicKey),
    input.value,
    SIGHASH_ALL,
  );
}

test("signs BIP143's example to the byte", (t) => {
  const signed = signInput(UNSIGNED, INPUT, KEY);
  t.is(toHex(signed.publicKey), PUBLIC_KEY);
  t.is(toHex(signed.signature), SIGNATURE);
});

test('a peer gets the signature and the key as two pushes', (t) => {
  const blob = signatureBlob(signInput(UNSIGNED, INPUT, KEY));
  t.is(toHex(blob), `47${SIGNATURE}21${PUBLIC_KEY}`);
});

test('the signature commits to the value and to every part of the transaction', (t) => {
  const { signature, publicKey } = signInput(UNSIGNED, INPUT, KEY);
  const compact = derToCompact(signature.subarray(0, -1));
  t.true(verifyDigest(digestOf(UNSIGNED, publicKey), publicKey, compact));
  const other = { ...INPUT, value: sats(600_000_001) };
  t.false(verifyDigest(digestOf(UNSIGNED, publicKey, other), publicKey, compact));
  t.false(verifyDigest(digestOf(UNSIGNED, publicKey, { ...INPUT, index: 0 }), publicKey, compact));
  for (const change of [
    (transaction: Transaction) => (transaction.version = 2),
    (transaction: Transaction) => (transaction.locktime = 18),
    (transaction: Transaction) => transaction.addOutput(p2pkhScript(publicKey), 1n),
    (transaction: Transaction) => transaction.addInput(new Uint8Array(32), 0),
    (transaction: Transaction) => transaction.outs.reverse(),
  ]) {
    const changed = Transaction.fromBuffer(UNSIGNED);
    change(changed);
    t.false(verifyDigest(digestOf(changed.toBuffer(), publicKey), publicKey, compact));
  }
});

test('every signature is low-s strict DER for all inputs and outputs, and the second implementation confirms it', (t) => {
  let highest = 0n;
  for (let seed = 1; seed <= 40; seed += 1) {
    const { signature, publicKey } = signInput(UNSIGNED, INPUT, new Uint8Array(32).fill(seed));
    t.is(signature[signature.length - 1], SIGHASH_ALL);
    t.true(signature.length <= 72);
    const compact = derToCompact(signature.subarray(0, -1));
    const s = BigInt(`0x${toHex(compact.subarray(32))}`);
    t.true(s <= HALF_ORDER);
    highest = s > highest ? s : highest;
    t.true(verifyDigest(digestOf(UNSIGNED, publicKey), publicKey, compact));
  }
  // Without the rule, about half would lie above the half order: the sample comes near it, from below.
  t.true(highest > HALF_ORDER / 2n);
});

test('numbers that are no private key sign nothing', (t) => {
  const order = fromHex('fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141');
  for (const key of [new Uint8Array(32), order, new Uint8Array(31).fill(1), concat(KEY, KEY)]) {
    t.throws(() => signInput(UNSIGNED, INPUT, key), { instanceOf: SigningError, code: 'bad-private-key' });
  }
});
