import test from 'ava';
import { address as codec, Transaction } from 'bitcoinjs-lib';
import { addressOfScript, scriptOfAddress } from '../../shared/bitcoin/address.ts';
import { txid } from '../../shared/bitcoin/outpoint.ts';
import { parseTransaction } from '../../shared/bitcoin/transaction.ts';
import { concat, fromHex, utf8 } from '../../shared/crypto/bytes.ts';
import { parseConfig } from '../../shared/config/joinmarket-cfg.ts';
import { verifyCoin } from '../../vm-wallet/chain/coin-evidence.ts';
import { HeaderChain } from '../../vm-wallet/chain/header-chain.ts';
import { chooseFeeRate } from '../../vm-wallet/runtime/fee-rate.ts';
import { applyBlocks } from '../../vm-wallet/chain/ledger.ts';
import { watchedPaths } from '../../vm-wallet/store/address-book.ts';
import { blockOf, outputOf, transactionOf } from '../fixtures/blocks.ts';
import { chainClientOf } from '../fixtures/chain-client.ts';
import { partyScript, inOrder } from '../fixtures/coinjoin-parties.ts';
import { emptyState, testKeys } from '../fixtures/memory-store.ts';
import { merkleProof } from '../fixtures/merkle-proof.ts';
import { mineBranch, mineHeader, regtestGenesis } from '../fixtures/mine-headers.ts';

const GENESIS = regtestGenesis();
const ELSEWHERE = { txid: txid('77'.repeat(32)), vout: 0 };
const NOW = GENESIS.time + 1e8;
const coin = transactionOf([ELSEWHERE], [{ script: partyScript(1, 1), value: 70_000 }]);
const mined = blockOf(GENESIS, [coin]);
const header = mined.raw.subarray(0, 80);
const leaves = mined.block.transactions.map(({ txid: id }) => fromHex(id).reverse());
const chain = new HeaderChain('regtest');
chain.extend(1, [header, ...mineBranch(mined.block.header, 2)], NOW);

test('A38: a node that lies about a coin is not believed, whatever it lies about', (t) => {
  const transaction = Uint8Array.from(coin.toBuffer());
  const proof = merkleProof(leaves, new Set([1]), header);
  const confirmation = { block: mined.block.header.hash, height: 1, proof };
  const outpoint = outputOf(coin, 0);
  t.true(verifyCoin(outpoint, { transaction, confirmation }, chain).ok);
  const richer = transactionOf([ELSEWHERE], [{ script: partyScript(1, 1), value: 70_000_000 }]);
  const lies = {
    'a larger amount': { transaction: Uint8Array.from(richer.toBuffer()), confirmation },
    'another block': { transaction, confirmation: { ...confirmation, height: 2 } },
    'a block that is not there': {
      transaction,
      confirmation: { ...confirmation, block: parseHeaderHash(mineBranch(GENESIS, 1, 9)) },
    },
    'a proof of another transaction': {
      transaction,
      confirmation: { ...confirmation, proof: merkleProof(leaves, new Set([0]), header) },
    },
    'no proof': { transaction, confirmation: { ...confirmation, proof: new Uint8Array(0) } },
  };
  for (const [name, told] of Object.entries(lies)) t.false(verifyCoin(outpoint, told, chain).ok, name);
  t.false(verifyCoin({ ...outpoint, vout: 1 }, { transaction, confirmation }, chain).ok);
});

function parseHeaderHash([raw]: readonly Uint8Array[]) {
  const lonely = new HeaderChain('regtest');
  lonely.extend(1, [raw ?? new Uint8Array(80)], NOW);
  return lonely.tip.hash;
}

test('A38: a chain without work, or with less of it, moves nothing', (t) => {
  const before = chain.tip.hash;
  const time = chain.tip.time + 600;
  const worthless = mineHeader({ previous: chain.tip.hash, time }, true);
  t.throws(() => {
    chain.extend(4, [worthless], NOW);
  });
  t.throws(() => {
    chain.extend(1, mineBranch(GENESIS, 2, 7), NOW);
  });
  t.is(chain.tip.hash, before);
});

test('A39: a fee rate that the node makes up is held between the least that is relayed and what is absurd', async (t) => {
  const { policy } = parseConfig('');
  const rate = (satsPerKvb: number | null, mempoolMinimumSatsPerKvb = 1000): Promise<number> =>
    chooseFeeRate(
      chainClientOf({ feeEstimate: () => Promise.resolve({ satsPerKvb, mempoolMinimumSatsPerKvb }) }),
      policy,
      inOrder,
    );
  t.is(await rate(10_000), 10_000);
  t.is(await rate(0), 1000);
  t.is(await rate(1, 0), 1000);
  t.is(await rate(policy.absurdFeePerKb), policy.absurdFeePerKb);
  await t.throwsAsync(rate(policy.absurdFeePerKb + 1), { code: 'fee-absurd' });
  await t.throwsAsync(rate(1000, 2_100_000_000_000_000), { code: 'fee-absurd' });
  t.true((await rate(null)) > 1000);
});

test('A41, 2.8/0.24: bytes that are not exactly one sane transaction are none', (t) => {
  const raw = Uint8Array.from(coin.toBuffer());
  t.is(parseTransaction(raw).txid, outputOf(coin, 0).txid);
  const twice = new Transaction();
  for (const vout of [0, 0]) twice.addInput(new Uint8Array(32).fill(7), vout);
  twice.addOutput(partyScript(1, 1), 1n);
  const overflow = transactionOf([ELSEWHERE], [{ script: partyScript(1, 1), value: 2_100_000_000_000_000 }]);
  overflow.addOutput(partyScript(1, 2), 1n);
  const empty = new Transaction();
  const strange: Record<string, Uint8Array> = {
    'a coin twice': twice.toBuffer(),
    'more money than there is': overflow.toBuffer(),
    'nothing at all': empty.toBuffer(),
    cut: raw.subarray(0, -1),
    longer: concat(raw, Uint8Array.of(0)),
    'no bytes': new Uint8Array(0),
    'a PSBT': concat(utf8('psbt'), Uint8Array.of(0xff), raw),
    'a count of four billion inputs': concat(raw.subarray(0, 4), Uint8Array.of(0xfe, 255, 255, 255, 255)),
    'a count of 2^63 inputs': concat(raw.subarray(0, 4), new Uint8Array(9).fill(0xff)),
    'a count that is longer than needed': concat(
      raw.subarray(0, 4),
      Uint8Array.of(0xfd, 1, 0),
      raw.subarray(5),
    ),
    'an empty witness with its flag': concat(
      raw.subarray(0, 4),
      Uint8Array.of(0, 1),
      raw.subarray(4, -4),
      Uint8Array.of(0),
      raw.subarray(-4),
    ),
  };
  const started = performance.now();
  for (const [name, bytes] of Object.entries(strange)) {
    t.throws(() => parseTransaction(bytes), { code: 'bad-transaction' }, name);
  }
  t.true(performance.now() - started < 2000);
});

test('A27, 2.8/0.33: dust that comes to an address which was emptied is frozen', (t) => {
  const keys = testKeys();
  const scripts = new Map(
    watchedPaths(emptyState(), 3).map((path) => [Buffer.from(keys.scriptAt(path)).toString('hex'), path]),
  );
  const ours = keys.scriptAt({ mixdepth: 0, branch: 0, index: 0 });
  const deposit = transactionOf([ELSEWHERE], [{ script: ours, value: 50_000 }]);
  const spend = transactionOf([outputOf(deposit, 0)], [{ script: partyScript(1, 1), value: 49_000 }]);
  const dust = transactionOf([ELSEWHERE], [{ script: ours, value: 600 }], 1);
  const state = emptyState();
  const blocks = [deposit, spend, dust].map(
    (one, index) => [index + 1, blockOf(GENESIS, [one]).block] as const,
  );
  applyBlocks(state, blocks, scripts);
  const { txid: id, vout } = outputOf(dust, 0);
  t.true(state.coins[`${id}:${vout}`]?.frozen);
});

test('A44, 2.8/0.18: an address with one wrong letter, or of another network, is nobody’s', (t) => {
  const script = partyScript(1, 1);
  const letters = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
  for (const network of ['mainnet', 'regtest'] as const) {
    const good = addressOfScript(script, network);
    t.deepEqual(scriptOfAddress(good, network), script);
    for (let at = 0; at < good.length; at += 1) {
      for (const letter of letters) {
        if (good[at] === letter) continue;
        const typo = good.slice(0, at) + letter + good.slice(at + 1);
        t.throws(() => scriptOfAddress(typo, network), { code: 'bad-address' }, typo);
      }
    }
  }
  t.throws(() => scriptOfAddress(addressOfScript(script, 'mainnet'), 'regtest'), { code: 'bad-address' });
  t.throws(() => scriptOfAddress(codec.toBech32(script.subarray(2), 0, 'ltc'), 'mainnet'), {
    code: 'bad-address',
  });
  const mixed = addressOfScript(script, 'mainnet');
  t.throws(() => scriptOfAddress(mixed.slice(0, 8) + mixed.slice(8).toUpperCase(), 'mainnet'), {
    code: 'bad-address',
  });
});
