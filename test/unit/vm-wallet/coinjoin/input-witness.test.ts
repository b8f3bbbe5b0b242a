import test from 'ava';
import { Transaction } from 'bitcoinjs-lib';
import fc from 'fast-check';
import { sats } from '../../../../shared/bitcoin/amount.ts';
import {
  p2pkhScript,
  p2shP2wpkhScript,
  p2wpkhScript,
  p2wshScript,
} from '../../../../shared/bitcoin/script.ts';
import { concat, fromHex, toHex } from '../../../../shared/crypto/bytes.ts';
import { compactToDer, derToCompact } from '../../../../shared/crypto/der.ts';
import { publicKeyOf } from '../../../../shared/crypto/sign.ts';
import {
  assemble,
  parseSignature,
  witnessFor,
  type InputWitness,
} from '../../../../vm-wallet/coinjoin/input-witness.ts';
import type { JoinInput } from '../../../../vm-wallet/coinjoin/join.ts';
import {
  inputAt,
  joinOf,
  makerParty,
  partyCoin,
  partyKey,
  pushes,
  signInputOf,
} from '../../../fixtures/coinjoin-parties.ts';

/** Our coin, then two of a native maker, one of a nested and one of an old maker. */
const JOIN = joinOf([
  makerParty(1, { values: [900_000n, 900_000n] }),
  makerParty(2, { scriptOf: p2shP2wpkhScript }),
  makerParty(3, { scriptOf: p2pkhScript }),
]);
const NATIVE = 1;
const NATIVE_AGAIN = 2;
const NESTED = 3;
const OLD = 4;
/** Order of the curve's group (SEC 2). */
const ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;
const FOREIGN = [NATIVE, NATIVE_AGAIN, NESTED, OLD] as const;

const PARTIES = [0, 1, 1, 2, 3] as const;

function keyOf(index: number): Uint8Array {
  return partyKey(PARTIES[index] ?? 0, inputAt(JOIN, index).vout);
}

/** The witness that these bytes of a `sig` make for an input. */
function witnessOf(
  blob: Uint8Array,
  index: number,
  coin: JoinInput = inputAt(JOIN, index),
): InputWitness | null {
  const offered = parseSignature(blob);
  return offered === null ? null : witnessFor(JOIN.raw, index, coin, offered);
}

function honest(index: number): Uint8Array {
  return signInputOf(JOIN, index, keyOf(index));
}

/** The parts of an honest signature: DER, and the key. */
function partsOf(index: number): { readonly der: Uint8Array; readonly publicKey: Uint8Array } {
  const offered = parseSignature(honest(index));
  if (offered === null) throw new Error('an honest signature has its form');
  return { der: offered.signature.subarray(0, -1), publicKey: offered.publicKey };
}

test('a signature becomes the witness that its script wants', (t) => {
  const signature = (index: number): Uint8Array => concat(partsOf(index).der, Uint8Array.of(1));
  const key = (index: number): Uint8Array => publicKeyOf(keyOf(index));
  const none = new Uint8Array(0);
  for (const index of [NATIVE, NATIVE_AGAIN]) {
    t.deepEqual(witnessOf(honest(index), index), {
      scriptSig: none,
      witness: [signature(index), key(index)],
    });
  }
  t.deepEqual(witnessOf(honest(NESTED), NESTED), {
    scriptSig: pushes(p2wpkhScript(key(NESTED))),
    witness: [signature(NESTED), key(NESTED)],
  });
  t.deepEqual(witnessOf(honest(OLD), OLD), { scriptSig: pushes(signature(OLD), key(OLD)), witness: [] });
});

test('a nested signature needs no redeem script, and never uses the one it brings', (t) => {
  const { der, publicKey } = partsOf(NESTED);
  const signature = concat(der, Uint8Array.of(1));
  const expected = witnessOf(honest(NESTED), NESTED);
  t.not(expected, null);
  t.deepEqual(witnessOf(pushes(signature, publicKey), NESTED), expected);
  t.deepEqual(
    witnessOf(pushes(signature, publicKey, p2wpkhScript(publicKeyOf(keyOf(OLD)))), NESTED),
    expected,
  );
});

test('two or three pushes with a compressed key second, and nothing else', (t) => {
  const { der, publicKey } = partsOf(NATIVE);
  const signature = concat(der, Uint8Array.of(1));
  const good = pushes(signature, publicKey);
  t.deepEqual(parseSignature(good), { signature, publicKey });
  t.deepEqual(parseSignature(pushes(signature, publicKey, Uint8Array.of(1))), { signature, publicKey });
  t.deepEqual(parseSignature(pushes(new Uint8Array(0x4b), publicKey)), {
    signature: new Uint8Array(0x4b),
    publicKey,
  });
  const malformed: Readonly<Record<string, Uint8Array>> = {
    nothing: new Uint8Array(0),
    'one push': pushes(signature),
    'four pushes': pushes(signature, publicKey, signature, signature),
    'an empty push before': concat(Uint8Array.of(0), good),
    'an empty push behind': concat(good, Uint8Array.of(0)),
    'a push of 76 bytes, which is OP_PUSHDATA1': pushes(new Uint8Array(0x4c), publicKey),
    'an opcode behind': concat(good, Uint8Array.of(0xac)),
    'a key of 32 bytes': pushes(signature, publicKey.subarray(1)),
    'a key of 34 bytes': pushes(signature, concat(publicKey, Uint8Array.of(1))),
    'an uncompressed key': pushes(signature, concat(Uint8Array.of(4), new Uint8Array(64))),
    'key before signature': pushes(publicKey, signature),
    'a byte too few': good.subarray(0, -1),
    'a byte too many': concat(good, Uint8Array.of(1)),
  };
  for (const [name, blob] of Object.entries(malformed)) t.is(parseSignature(blob), null, name);
});

/** The same signature with n − s: as good to consensus, but relayed by no node. */
function highS(der: Uint8Array): Uint8Array {
  const compact = derToCompact(der);
  const s = ORDER - BigInt(`0x${toHex(compact.subarray(32))}`);
  return compactToDer(concat(compact.subarray(0, 32), fromHex(s.toString(16).padStart(64, '0'))));
}

test('no signature that differs from the honest one in one thing is accepted', (t) => {
  for (const index of FOREIGN) {
    const key = keyOf(index);
    const value = inputAt(JOIN, index).value;
    const another = Transaction.fromBuffer(JOIN.raw);
    another.locktime -= 1;
    const { der, publicKey } = partsOf(index);
    const wrong: Readonly<Record<string, Uint8Array>> = {
      'a foreign key': signInputOf(JOIN, index, partyKey(9, 0)),
      'the key of another coin': signInputOf(JOIN, index, keyOf(index === NATIVE ? NATIVE_AGAIN : NATIVE)),
      'for another position': signInputOf(JOIN, index, key, { index: index - 1 }),
      'over another transaction': signInputOf(JOIN, index, key, { raw: another.toBuffer() }),
      'with another key beside it': pushes(concat(der, Uint8Array.of(1)), publicKeyOf(partyKey(9, 0))),
      'with a byte that is no point': pushes(concat(der, Uint8Array.of(1)), publicKey.with(0, 5)),
      'with high s': pushes(concat(highS(der), Uint8Array.of(1)), publicKey),
      'a sighash byte too few': pushes(der, publicKey),
      'a sighash byte too many': pushes(concat(der, Uint8Array.of(1, 1)), publicKey),
      'only a sighash byte': pushes(Uint8Array.of(1), publicKey),
      'without r': pushes(Uint8Array.of(0x30, 6, 2, 1, 0, 2, 1, 1, 1), publicKey),
      'with r and s of one': pushes(Uint8Array.of(0x30, 6, 2, 1, 1, 2, 1, 1, 1), publicKey),
    };
    for (const [name, blob] of Object.entries(wrong)) {
      t.is(witnessOf(blob, index), null, `${name}, for input ${index}`);
    }
    t.is(witnessOf(honest(index), index, { ...inputAt(JOIN, index), scriptPubKey: p2wshScript(key) }), null);
    if (index === OLD) continue;
    for (const off of [value - 1n, value + 1n]) {
      const coin = { ...inputAt(JOIN, index), value: sats(off) };
      t.is(witnessOf(honest(index), index, coin), null, 'a coin of another value');
      t.is(
        witnessOf(signInputOf(JOIN, index, key, { value: sats(off) }), index),
        null,
        'another value signed',
      );
    }
  }
});

test('only SIGHASH_ALL is accepted, however well the others are signed', (t) => {
  for (const index of FOREIGN) {
    const { der, publicKey } = partsOf(index);
    for (let sighash = 0; sighash < 256; sighash += 1) {
      if (sighash === 1) continue;
      t.is(witnessOf(pushes(concat(der, Uint8Array.of(sighash)), publicKey), index), null);
    }
    for (const sighash of [0, 2, 3, 0x81, 0x82, 0x83]) {
      const signed = signInputOf(JOIN, index, keyOf(index), { sighash });
      t.is(witnessOf(signed, index), null, `sighash ${sighash}`);
      // The same signature under the byte that is asked for.
      const claimed = parseSignature(signed)?.signature.with(-1, 1) ?? new Uint8Array(0);
      t.is(witnessOf(pushes(claimed, publicKey), index), null, `sighash ${sighash} as ALL`);
    }
  }
});

test('a signature fits no other input than its own', (t) => {
  for (const signed of FOREIGN) {
    for (const index of JOIN.inputs.keys()) {
      t.is(witnessOf(honest(signed), index) !== null, index === signed, `of ${signed} for ${index}`);
    }
  }
});

test('coins that no single key signs have no witness', (t) => {
  const key = publicKeyOf(partyKey(0, 0));
  const taproot = concat(Uint8Array.of(0x51, 0x20), key.subarray(1));
  for (const scriptPubKey of [p2wshScript(key), taproot, new Uint8Array(0), Uint8Array.of(0x51)]) {
    const coin = { ...partyCoin(0, 0, 2_000_000n), scriptPubKey };
    t.is(witnessOf(signInputOf(JOIN, 0, partyKey(0, 0)), 0, coin), null, toHex(scriptPubKey));
  }
});

test('DER in any but its one strict form is refused', (t) => {
  const { der, publicKey } = partsOf(NATIVE);
  const [tag = 0, length = 0] = der;
  const loose: Readonly<Record<string, Uint8Array>> = {
    'a long length': concat(Uint8Array.of(tag, 0x81, length), der.subarray(2)),
    'a length too large': der.with(1, length + 1),
    'a byte behind': concat(der.with(1, length + 1), Uint8Array.of(0)),
    'a padded r': concat(Uint8Array.of(tag, length + 1, 2, (der[3] ?? 0) + 1, 0), der.subarray(4)),
    compact: derToCompact(der),
  };
  for (const [name, form] of Object.entries(loose)) {
    t.is(witnessOf(pushes(concat(form, Uint8Array.of(1)), publicKey), NATIVE), null, name);
  }
});

test('no bit of a native signature can be turned', (t) => {
  const blob = honest(NATIVE);
  t.not(witnessOf(blob, NATIVE), null);
  for (let bit = 0; bit < blob.length * 8; bit += 1) {
    const at = bit >> 3;
    const turned = blob.with(at, (blob[at] ?? 0) ^ (1 << (bit & 7)));
    t.is(witnessOf(turned, NATIVE), null, `bit ${bit}`);
  }
});

test('every witness ends up at its own input', (t) => {
  const witnesses = JOIN.inputs.map((_input, index) => ({
    scriptSig: Uint8Array.of(0x51 + index),
    witness: [Uint8Array.of(index), fromHex('ab')],
  }));
  const assembled = Transaction.fromBuffer(assemble(JOIN.raw, witnesses));
  t.deepEqual(
    assembled.ins.map(({ script, witness }) => [toHex(script), ...witness.map(toHex)]),
    witnesses.map(({ scriptSig, witness }) => [toHex(scriptSig), ...witness.map(toHex)]),
  );
});

const index = fc.constantFrom(...FOREIGN);
const scalar = fc.uint8Array({ minLength: 32, maxLength: 32 });

test('no arbitrary bytes are a witness', (t) => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 160 }), index, (noise, at) => {
      t.is(witnessOf(noise, at), null);
    }),
    { numRuns: 2000 },
  );
});

test('no arbitrary signature by the right key is a witness, nor arbitrary bytes in its place', (t) => {
  let wellFormed = 0;
  fc.assert(
    fc.property(scalar, scalar, fc.uint8Array({ maxLength: 74 }), index, (r, s, noise, at) => {
      const { publicKey } = partsOf(at);
      const blob = pushes(concat(compactToDer(concat(r, s)), Uint8Array.of(1)), publicKey);
      if (parseSignature(blob) !== null) wellFormed += 1;
      t.is(witnessOf(blob, at), null);
      t.is(witnessOf(pushes(concat(noise, Uint8Array.of(1)), publicKey), at), null);
    }),
    { numRuns: 300 },
  );
  t.is(wellFormed, 300);
});
