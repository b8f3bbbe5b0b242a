import test from 'ava';
import fc from 'fast-check';
import * as secp from 'tiny-secp256k1';
import { txid } from '../../../../../shared/bitcoin/outpoint.ts';
import { fromHex, toHex } from '../../../../../shared/crypto/bytes.ts';
import { sha256 } from '../../../../../shared/crypto/hash.ts';
import type { Commitment, PodleRevelation } from '../../../../../shared/jm/command.ts';
import { createPodle } from '../../../../../shared/jm/podle/create.ts';
import { formatRevelation, parseRevelation } from '../../../../../shared/jm/podle/revelation.ts';
import { verifyPodle } from '../../../../../shared/jm/podle/verify.ts';

const bytes = fc.uint8Array({ minLength: 32, maxLength: 32 });
const keys = bytes.filter((key) => secp.isPrivate(key));
const coins = fc.record({
  txid: bytes.map((id) => txid(toHex(id))),
  vout: fc.integer({ min: 0, max: 0xffff_ffff }),
});
const podles = fc
  .record({ privateKey: keys, utxo: coins, index: fc.integer({ min: 0, max: 2 }) })
  .map((input) => ({ ...createPodle(input), index: input.index }));

function flipBit(hex: string, bit: number): string {
  const flipped = fromHex(hex);
  const at = bit % (flipped.length * 8);
  flipped[at >> 3] = (flipped[at >> 3] ?? 0) ^ (1 << (at & 7));
  return toHex(flipped);
}

test('every proof verifies, and survives the wire', (t) => {
  fc.assert(
    fc.property(podles, ({ commitment, revelation, index }) => {
      const received = parseRevelation(formatRevelation(revelation));
      t.deepEqual(received, revelation);
      t.deepEqual(verifyPodle(received ?? revelation, commitment, 3), { ok: true, value: { index } });
    }),
    { numRuns: 40 },
  );
});

for (const field of ['P', 'P2', 's', 'e'] as const) {
  test(`one flipped bit of ${field} refuses`, (t) => {
    fc.assert(
      fc.property(podles, fc.nat(263), ({ commitment, revelation }, bit) => {
        const changed: PodleRevelation = { ...revelation, [field]: flipBit(revelation[field], bit) };
        t.false(verifyPodle(changed, commitment, 3).ok);
        // Neither does it help to commit to what was changed.
        const fitting = toHex(sha256(fromHex(changed.P2))) as Commitment;
        t.false(verifyPodle(changed, fitting, 3).ok);
      }),
      { numRuns: 40 },
    );
  });
}

test('one flipped bit of the commitment refuses', (t) => {
  fc.assert(
    fc.property(podles, fc.nat(255), ({ commitment, revelation }, bit) => {
      const verdict = verifyPodle(revelation, flipBit(commitment, bit) as Commitment, 3);
      t.deepEqual(verdict, { ok: false, error: 'wrong-commitment' });
    }),
    { numRuns: 20 },
  );
});

test('whatever has the form of a revelation gets a verdict', (t) => {
  const hex = bytes.map((value) => toHex(value));
  const point = fc.tuple(fc.constantFrom('02', '03'), hex).map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.record({ P: point, P2: point, s: hex, e: hex }), hex, (proof, commitment) => {
      t.false(verifyPodle(proof, commitment as Commitment, 3).ok);
    }),
    { numRuns: 300 },
  );
});

test('any text is a revelation in its one form, or none', (t) => {
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom('|', ':', '00'.repeat(32), `02${'11'.repeat(32)}`, '0'),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join('');
      const parsed = parseRevelation(text);
      t.true(parsed === null || formatRevelation(parsed) === text);
    }),
    { numRuns: 1000 },
  );
});
