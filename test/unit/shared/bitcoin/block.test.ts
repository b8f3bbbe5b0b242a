import { Transaction } from 'bitcoinjs-lib';
import test from 'ava';
import { BlockError, parseBlock } from '../../../../shared/bitcoin/block.ts';
import { MerkleError, merkleRoot } from '../../../../shared/bitcoin/merkle.ts';
import { concat, toHex } from '../../../../shared/crypto/bytes.ts';
import { filterVectors } from '../../../fixtures/bip158/vectors.ts';

const HEADER = 80;

function blockAt(height: number): Uint8Array {
  const vector = filterVectors().find((candidate) => candidate.height === height);
  return Uint8Array.from(vector?.block ?? []);
}

/** Splits a block with fewer than 253 transactions. */
function transactionsOf(raw: Uint8Array): Transaction[] {
  let at = HEADER + 1;
  return Array.from({ length: raw[HEADER] ?? 0 }, () => {
    const transaction = Transaction.fromBuffer(raw.subarray(at), true);
    at += transaction.byteLength();
    return transaction;
  });
}

/** A block with other transactions, and a header that commits to them (without work). */
function blockOf(transactions: readonly Transaction[], template: Uint8Array): Uint8Array {
  const header = Uint8Array.from(template.subarray(0, HEADER));
  header.set(merkleRoot(transactions.map((transaction) => transaction.getHash(false))), 36);
  return concat(
    header,
    Uint8Array.of(transactions.length),
    ...transactions.map((transaction) => transaction.toBuffer()),
  );
}

test('reads real blocks, with and without witnesses', (t) => {
  for (const vector of filterVectors()) {
    const block = parseBlock(vector.block);
    t.is(block.header.hash, vector.hash);
    t.is(block.transactions.length, vector.block[HEADER] ?? 0);
    const raw = concat(...block.transactions.map((transaction) => transaction.raw));
    t.is(toHex(raw), toHex(vector.block.subarray(HEADER + 1)));
  }
});

test('transactions of another block have another merkle root', (t) => {
  const raw = concat(blockAt(2).subarray(0, HEADER), blockAt(3).subarray(HEADER));
  t.throws(() => parseBlock(raw), { instanceOf: BlockError, code: 'block-wrong-merkle-root' });
});

test('a left-out or an exchanged transaction is noticed', (t) => {
  const raw = blockAt(926485);
  const [coinbase, ...rest] = transactionsOf(raw);
  if (coinbase === undefined) throw new Error('the vector has no transactions');
  for (const list of [
    [coinbase, ...rest.slice(1)],
    [coinbase, ...rest.toReversed()],
  ]) {
    const altered = concat(blockOf(list, raw));
    altered.set(raw.subarray(0, HEADER));
    t.throws(() => parseBlock(altered), { instanceOf: BlockError, code: 'block-wrong-merkle-root' });
  }
});

test('a repeated transaction can not hide behind the same merkle root (CVE-2012-2459)', (t) => {
  const raw = blockAt(926485);
  const transactions = transactionsOf(raw);
  const last = transactions.at(-1);
  if (last === undefined || transactions.length % 2 === 0)
    throw new Error('the vector must have an odd number');
  const altered = concat(
    raw.subarray(0, HEADER),
    Uint8Array.of(transactions.length + 1),
    ...[...transactions, last].map((transaction) => transaction.toBuffer()),
  );
  t.throws(() => parseBlock(altered), { instanceOf: MerkleError, code: 'merkle-duplicate' });
});

test('an altered witness breaks the witness commitment', (t) => {
  const raw = blockAt(1263442);
  const transactions = transactionsOf(raw);
  const witness = transactions[1]?.ins[0]?.witness;
  if (witness?.[0] === undefined) throw new Error('the vector has no witness');
  witness[0] = Uint8Array.from(witness[0]).reverse();
  t.throws(() => parseBlock(blockOf(transactions, raw)), {
    instanceOf: BlockError,
    code: 'block-wrong-witness',
  });
});

test('witnesses need a commitment, and exactly one reserved value of 32 bytes', (t) => {
  const alterations: ((coinbase: Transaction) => void)[] = [
    (coinbase) => coinbase.outs.pop(),
    (coinbase) => coinbase.ins[0]?.witness.push(new Uint8Array(32)),
    (coinbase) => coinbase.ins[0]?.witness.splice(0, 1, new Uint8Array(31)),
    (coinbase) => coinbase.ins[0]?.witness.splice(0, 1, new Uint8Array(32).fill(1)),
    (coinbase) => coinbase.ins[0]?.witness.splice(0, 1),
  ];
  for (const alter of alterations) {
    const raw = blockAt(1263442);
    const transactions = transactionsOf(raw);
    if (transactions[0] === undefined) throw new Error('the vector has no transactions');
    alter(transactions[0]);
    t.throws(() => parseBlock(blockOf(transactions, raw)), {
      instanceOf: BlockError,
      code: 'block-wrong-witness',
    });
  }
});

test('an output that only begins like a commitment is none', (t) => {
  const raw = blockAt(1263442);
  const transactions = transactionsOf(raw);
  transactions[0]?.outs.push({ value: 0n, script: Uint8Array.of(0x6a, 0x24, 0xaa, 0x21, 0xa9, 0xed) });
  t.is(parseBlock(blockOf(transactions, raw)).transactions.length, transactions.length);
});

test('refuses truncated blocks, trailing bytes and impossible counts', (t) => {
  const raw = blockAt(1263442);
  const broken = [
    raw.subarray(0, HEADER),
    raw.subarray(0, -1),
    concat(raw, Uint8Array.of(0)),
    concat(raw.subarray(0, HEADER), Uint8Array.of(0xfe, 0xff, 0xff, 0xff, 0xff)),
    concat(raw.subarray(0, HEADER), Uint8Array.of(0xfd, 1)),
  ];
  for (const bytes of broken) {
    t.throws(() => parseBlock(bytes), { instanceOf: BlockError, code: 'block-malformed' });
  }
});
