import test from 'ava';
import type { Transaction } from 'bitcoinjs-lib';
import { txid, type Outpoint } from '../../../../shared/bitcoin/outpoint.ts';
import type { CoinEvidence } from '../../../../shared/bridge/chain.ts';
import { concat } from '../../../../shared/crypto/bytes.ts';
import type { Result } from '../../../../shared/errors.ts';
import { verifyCoin } from '../../../../vm-wallet/chain/coin-evidence.ts';
import { HeaderChain } from '../../../../vm-wallet/chain/header-chain.ts';
import { blockOf, outputOf, transactionOf } from '../../../fixtures/blocks.ts';
import { merkleProof } from '../../../fixtures/merkle-proof.ts';
import { mineBranch, regtestGenesis } from '../../../fixtures/mine-headers.ts';

const GENESIS = regtestGenesis();
const SCRIPT = Uint8Array.of(0x00, 0x14, ...new Uint8Array(20).fill(3));
const ELSEWHERE = { txid: txid('77'.repeat(32)), vout: 0 };

const bytesOf = (transaction: Transaction): Uint8Array => Uint8Array.from(transaction.toBuffer());

const coin = transactionOf([ELSEWHERE], [{ script: SCRIPT, value: 70_000 }]);
const other = transactionOf([ELSEWHERE], [{ script: SCRIPT, value: 80_000 }], 1);
const mined = blockOf(GENESIS, [coin, other]);
const header = mined.raw.subarray(0, 80);
const { transactions } = mined.block;

/** The chain: the block with the coin at height 1, and two on top. */
const chain = new HeaderChain('regtest');
chain.extend(1, [header, ...mineBranch(mined.block.header, 2)], GENESIS.time + 1e8);

const leaves = [0, 1, 2].map((index) => {
  const transaction = [undefined, coin, other][index];
  return transaction === undefined ? coinbaseHash() : Uint8Array.from(transaction.getHash());
});

function coinbaseHash(): Uint8Array {
  const [first] = transactions;
  return Uint8Array.from(Buffer.from(first?.txid ?? '', 'hex')).reverse();
}

const outpoint = outputOf(coin, 0);

function evidence(
  changes: { readonly transaction?: Uint8Array; readonly proof?: Uint8Array; readonly height?: number } = {},
): CoinEvidence {
  const {
    transaction = bytesOf(coin),
    proof = merkleProof(leaves, new Set([1]), header),
    height = 1,
  } = changes;
  return { transaction, confirmation: { block: mined.block.header.hash, height, proof } };
}

function refusal(subject: Outpoint, of: CoinEvidence | null): string {
  const result: Result<unknown, string> = verifyCoin(subject, of, chain);
  return result.ok ? 'believed' : result.error;
}

test('a coin with its transaction and its proof is believed, as deep as our own chain says', (t) => {
  const result = verifyCoin(outpoint, evidence(), chain);
  t.deepEqual(result, {
    ok: true,
    value: { ...outpoint, value: 70_000n as never, scriptPubKey: SCRIPT, confirmations: 3, height: 1 },
  });
});

test('a mempool coin has no confirmation', (t) => {
  const result = verifyCoin(outpoint, { transaction: bytesOf(coin), confirmation: null }, chain);
  t.like(result, { ok: true, value: { confirmations: 0, height: null, value: 70_000n } });
});

test('each lie about a coin is refused by its name', (t) => {
  const foreign = blockOf(GENESIS, [coin], 9);
  const cases: readonly (readonly [string, Outpoint, CoinEvidence | null])[] = [
    ['not-found', outpoint, null],
    ['wrong-transaction', outpoint, evidence({ transaction: bytesOf(other) })],
    ['wrong-transaction', outpoint, evidence({ transaction: new Uint8Array(64) })],
    ['wrong-transaction', outpoint, evidence({ transaction: concat(bytesOf(coin), Uint8Array.of(0)) })],
    ['no-such-output', { ...outpoint, vout: 1 }, evidence()],
    ['block-not-in-chain', outpoint, evidence({ height: 2 })],
    ['block-not-in-chain', outpoint, evidence({ height: 99 })],
    ['block-not-in-chain', outpoint, evidence({ height: -1 })],
    ['block-not-in-chain', outpoint, evidence({ height: Number.NaN })],
    ['bad-proof', outpoint, evidence({ proof: new Uint8Array() })],
    ['bad-proof', outpoint, evidence({ proof: merkleProof(leaves, new Set([1])) })],
    ['bad-proof', outpoint, evidence({ proof: merkleProof(leaves.slice(1), new Set([0]), header) })],
    ['not-in-block', outpoint, evidence({ proof: merkleProof(leaves, new Set([2]), header) })],
    ['not-in-block', outpoint, evidence({ proof: merkleProof(leaves, new Set(), header) })],
    [
      'block-not-in-chain',
      outpoint,
      {
        transaction: bytesOf(coin),
        confirmation: {
          block: foreign.block.header.hash,
          height: 1,
          proof: merkleProof([coin.getHash()], new Set([0]), foreign.raw.subarray(0, 80)),
        },
      },
    ],
  ];
  for (const [name, subject, given] of cases) t.is(refusal(subject, given), name);
});

test('an amount can not be altered without altering the txid', (t) => {
  const altered = transactionOf([ELSEWHERE], [{ script: SCRIPT, value: 700_000 }]);
  t.is(refusal(outpoint, evidence({ transaction: bytesOf(altered) })), 'wrong-transaction');
});

test('a transaction of 64 bytes is refused, for it may be two hashes inside the tree', (t) => {
  for (const [length, expected] of [
    [63, 'believed'],
    [64, 'wrong-transaction'],
    [65, 'believed'],
  ] as const) {
    const small = transactionOf([ELSEWHERE], [{ script: new Uint8Array(length - 60).fill(0x51), value: 5 }]);
    t.is(bytesOf(small).length, length);
    t.is(refusal(outputOf(small, 0), { transaction: bytesOf(small), confirmation: null }), expected);
  }
});

test('evidence that coins share is held against each of them, and against the chain as it is then', (t) => {
  const shared = evidence();
  t.is(refusal(outpoint, shared), 'believed');
  t.is(refusal({ ...outpoint, vout: 1 }, shared), 'no-such-output');
  t.is(refusal(outputOf(other, 0), shared), 'wrong-transaction');
  const result = verifyCoin(outpoint, shared, new HeaderChain('regtest'));
  t.deepEqual(result, { ok: false, error: 'block-not-in-chain' });
  t.is(refusal(outpoint, shared), 'believed');
});
