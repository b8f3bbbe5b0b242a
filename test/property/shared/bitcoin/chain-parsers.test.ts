import test from 'ava';
import fc from 'fast-check';
import { parseBlock } from '../../../../shared/bitcoin/block.ts';
import { bitsOf, HeaderError, parseHeader, targetOf } from '../../../../shared/bitcoin/header.ts';
import { MerkleError, merkleRoot, parseMerkleProof } from '../../../../shared/bitcoin/merkle.ts';
import { reversed, toHex } from '../../../../shared/crypto/bytes.ts';
import { isJmError } from '../../../../shared/errors.ts';
import { filterVectors } from '../../../fixtures/bip158/vectors.ts';
import { merkleProof } from '../../../fixtures/merkle-proof.ts';

const bytes = (length: number): fc.Arbitrary<Uint8Array> =>
  fc.uint8Array({ minLength: length, maxLength: length });

test('bits of a target name the target again, as far as 23 bits carry', (t) => {
  fc.assert(
    fc.property(fc.bigInt({ min: 1n, max: (1n << 255n) - 1n }), (target) => {
      const bits = bitsOf(target);
      let exact;
      try {
        exact = targetOf(bits, 'regtest');
      } catch (error) {
        t.true(error instanceof HeaderError);
        return;
      }
      t.true(exact <= target);
      t.is(bitsOf(exact), bits);
    }),
    { numRuns: 1000 },
  );
});

test('80 bytes are a header, and 2^32 bits a target or a HeaderError', (t) => {
  fc.assert(
    fc.property(bytes(80), fc.integer({ min: 0, max: 0xffffffff }), (raw, bits) => {
      t.is(parseHeader(raw).hash.length, 64);
      try {
        t.true(targetOf(bits, 'mainnet') > 0n);
      } catch (error) {
        t.true(error instanceof HeaderError);
      }
    }),
  );
});

test('every proof of every subset of leaves gives just that subset', (t) => {
  const leaves = fc.uniqueArray(bytes(32), { minLength: 1, maxLength: 40, selector: toHex });
  fc.assert(
    fc.property(leaves, fc.infiniteStream(fc.boolean()), (hashes, picks) => {
      const wanted = hashes.flatMap((_hash, index) => (picks.next().value === true ? [index] : []));
      const proof = parseMerkleProof(merkleProof(hashes, new Set(wanted)));
      t.deepEqual(
        proof.txids,
        wanted.map((index) => toHex(reversed(hashes[index] ?? new Uint8Array()))),
      );
      t.is(proof.header.merkleRoot, toHex(reversed(merkleRoot(hashes))));
    }),
  );
});

test('bytes that are no proof end in a MerkleError', (t) => {
  const small = fc.integer({ min: 0, max: 5 });
  const shaped = fc
    .tuple(bytes(80), small, small, fc.uint8Array({ maxLength: 170 }))
    .map(([header, transactions, hashes, rest]) =>
      Uint8Array.from([...header, transactions, 0, 0, 0, hashes, ...rest]),
    );
  fc.assert(
    fc.property(fc.oneof(shaped, fc.uint8Array({ maxLength: 300 })), (raw) => {
      t.true(t.throws(() => parseMerkleProof(raw)) instanceof MerkleError);
    }),
    { numRuns: 1000 },
  );
});

test('an altered or cut block never parses as the same block, and fails only in known ways', (t) => {
  const blocks = filterVectors().map((vector) => vector.block);
  const altered = fc
    .tuple(fc.constantFrom(...blocks), fc.nat(), fc.integer({ min: 1, max: 255 }), fc.boolean())
    .map(([block, at, mask, cut]) => {
      const copy = Uint8Array.from(block);
      const index = 80 + (at % (copy.length - 80));
      if (cut) return copy.subarray(0, index);
      copy[index] = (copy[index] ?? 0) ^ mask;
      return copy;
    });
  fc.assert(
    fc.property(fc.oneof(altered, fc.uint8Array({ maxLength: 400 })), (raw) => {
      t.true(isJmError(t.throws(() => parseBlock(raw))));
    }),
    { numRuns: 500 },
  );
});
