import test from 'ava';
import fc from 'fast-check';
import * as secp from 'tiny-secp256k1';
import { MAX_MONEY, sats } from '../../../../../shared/bitcoin/amount.ts';
import { txid } from '../../../../../shared/bitcoin/outpoint.ts';
import { fromBase64, toBase64, toHex } from '../../../../../shared/crypto/bytes.ts';
import { publicKeyOf } from '../../../../../shared/crypto/sign.ts';
import type { Nick } from '../../../../../shared/jm/command.ts';
import { createBondProof, createCertificate } from '../../../../../shared/jm/bond/create.ts';
import { BOND_PROOF_BYTES, formatBondProof, parseBondProof } from '../../../../../shared/jm/bond/proof.ts';
import { bondWitnessScript, parseBondScript } from '../../../../../shared/jm/bond/script.ts';
import { locktimeOf, TimeNumberError, timeNumberOfMonth } from '../../../../../shared/jm/bond/time-number.ts';
import { bondValue } from '../../../../../shared/jm/bond/value.ts';
import { verifyBondProof } from '../../../../../shared/jm/bond/verify.ts';

const maker = 'J5makerOOOOOOOOO' as Nick;
const taker = 'J5takerOOOOOOOOO' as Nick;
const keys = fc.uint8Array({ minLength: 32, maxLength: 32 }).filter((key) => secp.isPrivate(key));
const uint32 = fc.integer({ min: 0, max: 0xffff_ffff });

const proofs = fc
  .record({
    bondKey: keys,
    hotKey: keys,
    expiry: fc.integer({ min: 0, max: 0xffff }),
    form: fc.constantFrom('binary' as const, 'ascii' as const),
    id: fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => txid(toHex(bytes))),
    vout: uint32,
    locktime: uint32,
  })
  .map(({ bondKey, hotKey, expiry, form, id, vout, locktime }) => ({
    fields: { expiry, locktime, outpoint: { txid: id, vout } },
    text: createBondProof({
      certificate: createCertificate(bondKey, publicKeyOf(hotKey), expiry, form),
      certificatePrivateKey: hotKey,
      outpoint: { txid: id, vout },
      locktime,
      taker,
      maker,
    }),
  }));

test('every proof has 336 characters, verifies and carries its fields', (t) => {
  fc.assert(
    fc.property(proofs, ({ fields, text }) => {
      t.is(text.length, 336);
      const verdict = verifyBondProof(text, maker, taker);
      if (!verdict.ok) return t.fail(verdict.error);
      const { expiry, locktime, outpoint } = verdict.value;
      t.deepEqual({ expiry, locktime, outpoint }, fields);
      t.is(formatBondProof(verdict.value), text);
    }),
    { numRuns: 40 },
  );
});

/** Where signed bytes and signatures lie: everything ahead of the outpoint. */
const SIGNED_BYTES = 212;

test('one flipped bit in what is signed refuses', (t) => {
  fc.assert(
    fc.property(proofs, fc.nat(SIGNED_BYTES * 8 - 1), ({ text }, bit) => {
      const bytes = fromBase64(text);
      const at = bit >> 3;
      // Padding ahead of a signature is no part of it, unless it turns into a signature's start.
      const padding = (at < 72 || (at >= 72 && at < 144)) && isPadding(bytes, at);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << (bit & 7));
      const verdict = verifyBondProof(toBase64(bytes), maker, taker);
      t.is(verdict.ok, padding && bytes[at] !== 0x30);
    }),
    { numRuns: 150 },
  );
});

function isPadding(bytes: Uint8Array, at: number): boolean {
  const start = at < 72 ? 0 : 72;
  return at < start + bytes.subarray(start, start + 72).indexOf(0x30);
}

test('any 252 bytes get a verdict, and never a good one', (t) => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: BOND_PROOF_BYTES, maxLength: BOND_PROOF_BYTES }),
      fc.boolean(),
      (bytes, signed) => {
        if (signed) bytes.set([0x30, 0x06, 0x02, 0x01, 0x01, 0x02, 0x01, 0x01], 64);
        t.false(verifyBondProof(toBase64(bytes), maker, taker).ok);
      },
    ),
    { numRuns: 300 },
  );
});

test('any text is a proof in its one form, or none', (t) => {
  const base64 = fc.uint8Array({ minLength: 245, maxLength: 258 }).map(toBase64);
  fc.assert(
    fc.property(fc.oneof(fc.string(), base64), (text) => {
      const parsed = parseBondProof(text);
      t.true(parsed === null || (text.length === 336 && fromBase64(text).length === BOND_PROOF_BYTES));
    }),
    { numRuns: 500 },
  );
});

test('a value is never negative or infinite, and grows with the coin', (t) => {
  const times = fc.integer({ min: 1_500_000_000, max: 0xffff_ffff });
  const amounts = fc.bigInt({ min: 0n, max: MAX_MONEY }).map((value) => sats(value));
  fc.assert(
    fc.property(
      fc.record({ confirmedAt: times, locktime: uint32, now: times }),
      amounts,
      amounts,
      (when, a, b) => {
        const worth = (value: typeof a): number =>
          bondValue({ ...when, value, interestRate: 0.015, exponent: 1.3 });
        t.true(worth(a) >= 0 && Number.isFinite(worth(a)));
        t.true(a < b ? worth(a) <= worth(b) : worth(a) >= worth(b));
      },
    ),
    { numRuns: 500 },
  );
});

test('what is read as a bond script makes that script again', (t) => {
  const scripts = fc.record({ key: keys, locktime: fc.integer({ min: 17, max: 0xffff_ffff }) });
  fc.assert(
    fc.property(scripts, fc.nat(), fc.nat(255), ({ key, locktime }, place, byte) => {
      const script = bondWitnessScript(publicKeyOf(key), locktime);
      t.deepEqual(parseBondScript(script), { publicKey: publicKeyOf(key), locktime });
      script[place % script.length] = byte;
      const read = parseBondScript(script);
      if (read !== null) t.deepEqual(bondWitnessScript(read.publicKey, read.locktime), script);
    }),
    { numRuns: 200 },
  );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
      const read = parseBondScript(bytes);
      t.true(read === null || bytes.length >= 39);
    }),
  );
});

test('any text is a month from 2020 to 2099, or none', (t) => {
  const text = fc.oneof(fc.string(), fc.stringMatching(/^[0-9]{4}-[0-9]{2}$/u));
  fc.assert(
    fc.property(text, (name) => {
      try {
        const start = new Date(locktimeOf(timeNumberOfMonth(name)) * 1000).toISOString();
        t.is(start, `${name}-01T00:00:00.000Z`);
      } catch (error) {
        t.true(error instanceof TimeNumberError);
      }
    }),
    { numRuns: 300 },
  );
});
