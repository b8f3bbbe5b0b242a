import test from 'ava';
import { MerkleError, merkleRoot, parseMerkleProof } from '../../../../shared/bitcoin/merkle.ts';
import { concat, fromHex, reversed, toHex } from '../../../../shared/crypto/bytes.ts';
import { hash256 } from '../../../../shared/crypto/hash.ts';
import { merkleProof, proofHeader } from '../../../fixtures/merkle-proof.ts';

const leaf = (index: number): Uint8Array => hash256(Uint8Array.of(index, index >> 8));
const leaves = (count: number): Uint8Array[] =>
  Array.from({ length: count }, (_unused, index) => leaf(index));
const display = (hash: Uint8Array): string => toHex(reversed(hash));

test('one transaction is its own root; pairs are hashed, an odd last one with itself', (t) => {
  const [a, b, c] = [leaf(0), leaf(1), leaf(2)];
  t.deepEqual(merkleRoot([a]), a);
  t.deepEqual(merkleRoot([a, b]), hash256(concat(a, b)));
  t.deepEqual(merkleRoot([a, b, c]), hash256(concat(hash256(concat(a, b)), hash256(concat(c, c)))));
});

test('gives the root of mainnet block 100,000', (t) => {
  const txids = [
    '8c14f0db3df150123e6f3dbbf30f8b955a8249b62ac1d1ff16284aefa3d06d87',
    'fff2525b8931402dd09222c50775608f75787bd2b87e56995a7bdd30f79702c4',
    '6359f0868171b1d194cbee1af2f16ea598ae8fad666d9b012c8ed2b79a236ec4',
    'e9a66845e05d5abc0ad04ec80f774a7e585c6e8db975962d069a522137b80c1d',
  ];
  t.is(
    display(merkleRoot(txids.map((id) => reversed(fromHex(id))))),
    'f3e94742aca4b5ef85488dc37c06c3282295ffec960994b2c0d5ac2a25a95766',
  );
});

test('an empty tree is refused, and so is one with a repeated branch (CVE-2012-2459)', (t) => {
  t.throws(() => merkleRoot([]), { instanceOf: MerkleError, code: 'merkle-malformed' });
  const six = leaves(6);
  const repeated = [...six, ...six.slice(4)];
  t.throws(() => merkleRoot(repeated), { instanceOf: MerkleError, code: 'merkle-duplicate' });
  t.throws(() => merkleRoot([leaf(0), leaf(0)]), { code: 'merkle-duplicate' });
});

test('a proof gives exactly the transactions that it proves', (t) => {
  for (const count of [1, 2, 3, 7, 8, 100]) {
    for (const wanted of [[0], [count - 1], [0, count - 1], leaves(count).map((_leaf, index) => index)]) {
      const proof = parseMerkleProof(merkleProof(leaves(count), new Set(wanted)));
      t.deepEqual(
        proof.txids,
        [...new Set(wanted)].map((index) => display(leaf(index))),
      );
      t.is(proof.header.merkleRoot, display(merkleRoot(leaves(count))));
    }
  }
});

test('any altered byte of a proof is noticed or changes the block that it speaks of', (t) => {
  const honest = merkleProof(leaves(7), new Set([3]));
  const { header } = parseMerkleProof(honest);
  for (let at = 0; at < honest.length; at += 1) {
    const altered = Uint8Array.from(honest);
    altered[at] = (altered[at] ?? 0) ^ 1;
    try {
      const proof = parseMerkleProof(altered);
      // Altered header fields, or the number of transactions within the same tree, prove the same leaf or another block.
      t.true(
        proof.header.hash !== header.hash || proof.txids.every((id) => id === display(leaf(3))),
        `byte ${at}`,
      );
    } catch (error) {
      t.true(error instanceof MerkleError, `byte ${at}`);
    }
  }
});

test('refuses proofs with too few, too many or unused parts', (t) => {
  const hashes = leaves(4);
  const header = proofHeader(merkleRoot(hashes));
  const honest = merkleProof(hashes, new Set([1]));
  const count = (value: number): Uint8Array => Uint8Array.of(value, 0, 0, 0);
  const broken: Record<string, Uint8Array> = {
    'cut short': honest.subarray(0, -1),
    'one byte more': concat(honest, Uint8Array.of(0)),
    'no transactions': concat(header, count(0), Uint8Array.of(0, 0)),
    'too many transactions': concat(header, Uint8Array.of(0xff, 0xff, 0, 0), Uint8Array.of(0, 0)),
    'more hashes than transactions': concat(
      header,
      count(1),
      Uint8Array.of(2),
      leaf(0),
      leaf(1),
      Uint8Array.of(1, 1),
    ),
    'no flags': concat(header, count(1), Uint8Array.of(1), leaf(0), Uint8Array.of(0)),
    'no hashes': concat(header, count(1), Uint8Array.of(0, 1, 1)),
    'an unused hash': concat(
      header,
      count(4),
      Uint8Array.of(2),
      merkleRoot(hashes),
      leaf(0),
      Uint8Array.of(1, 0),
    ),
    'an unused flag byte': concat(
      header,
      count(4),
      Uint8Array.of(1),
      merkleRoot(hashes),
      Uint8Array.of(2, 0, 0),
    ),
    'a huge count': concat(header, count(1), Uint8Array.of(0xfe, 0xff, 0xff, 0xff, 0xff)),
  };
  for (const [name, proof] of Object.entries(broken)) {
    t.throws(() => parseMerkleProof(proof), { instanceOf: MerkleError, code: 'merkle-malformed' }, name);
  }
});

test('refuses a proof for another root, and one with two equal branches', (t) => {
  const honest = merkleProof(leaves(4), new Set([1]));
  const foreign = concat(proofHeader(merkleRoot(leaves(5))), honest.subarray(80));
  t.throws(() => parseMerkleProof(foreign), { instanceOf: MerkleError, code: 'merkle-wrong-root' });
  const root = hash256(concat(leaf(0), leaf(0)));
  const twice = concat(
    proofHeader(root),
    Uint8Array.of(2, 0, 0, 0, 2),
    leaf(0),
    leaf(0),
    Uint8Array.of(1, 0b111),
  );
  t.throws(() => parseMerkleProof(twice), { instanceOf: MerkleError, code: 'merkle-duplicate' });
});
