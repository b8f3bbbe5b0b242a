// A10, A11 and A12 of peers.md §4.1: forged, reused and expired bonds of other makers.
import test from 'ava';
import type { Transaction } from 'bitcoinjs-lib';
import { outpointKey, type Outpoint } from '../../../../shared/bitcoin/outpoint.ts';
import { PeerFailure } from '../../../../shared/bridge/bridge-error.ts';
import type { ChainClient, CoinEvidence } from '../../../../shared/bridge/chain.ts';
import { parseConfig } from '../../../../shared/config/joinmarket-cfg.ts';
import { fromHex } from '../../../../shared/crypto/bytes.ts';
import { publicKeyOf } from '../../../../shared/crypto/sign.ts';
import { createBondProof, createCertificate } from '../../../../shared/jm/bond/create.ts';
import { bondScript } from '../../../../shared/jm/bond/script.ts';
import type { Nick } from '../../../../shared/jm/command.ts';
import { HeaderChain, type VerifiedChain } from '../../../../vm-wallet/chain/header-chain.ts';
import { weighBonds } from '../../../../vm-wallet/runtime/collect-offers.ts';
import { blockOf, outputOf, transactionOf } from '../../../fixtures/blocks.ts';
import { chainClientOf } from '../../../fixtures/chain-client.ts';
import { merkleProof } from '../../../fixtures/merkle-proof.ts';
import { mineBranch, regtestGenesis } from '../../../fixtures/mine-headers.ts';
import { bookOffer, makerNick } from '../../../fixtures/offers.ts';
import { strangeOutpoint } from '../../../fixtures/spend.ts';

const GENESIS = regtestGenesis();
const TAKER = makerNick(50);
const BOND_KEY = fromHex('06'.repeat(32));
const HOT_KEY = fromHex('07'.repeat(32));
/** No month's first second, which no rule asks for: 2030-01-17 03:00:01. */
const LOCKTIME = Date.UTC(2030, 0, 17, 3, 0, 1) / 1000;
const EXPIRY = 400;
const { policy } = parseConfig('');

const script = bondScript(publicKeyOf(BOND_KEY), LOCKTIME);
const funding = transactionOf([strangeOutpoint(1)], [{ script, value: 70_000_000 }]);
const plain = transactionOf(
  [strangeOutpoint(2)],
  [{ script: bondScript(publicKeyOf(HOT_KEY), LOCKTIME), value: 80_000_000 }],
  1,
);
const mined = blockOf(GENESIS, [funding, plain]);
const chain = new HeaderChain('regtest');
chain.extend(1, [mined.raw.subarray(0, 80), ...mineBranch(mined.block.header, 5)], GENESIS.time + 1e8);

const leaves = mined.block.transactions.map(({ txid }) => fromHex(txid).reverse());

function evidenceOf(transaction: Transaction): CoinEvidence {
  const at = mined.block.transactions.findIndex(({ txid }) => txid === transaction.getId());
  return {
    transaction: Uint8Array.from(transaction.toBuffer()),
    confirmation: {
      block: mined.block.header.hash,
      height: 1,
      proof: merkleProof(leaves, new Set([at]), mined.raw.subarray(0, 80)),
    },
  };
}

interface Shown {
  readonly maker?: Nick;
  readonly taker?: Nick;
  readonly outpoint?: Outpoint;
  readonly locktime?: number;
  readonly bondKey?: Uint8Array;
  readonly hotKey?: Uint8Array;
  readonly expiry?: number;
}

function proofOf(shown: Shown = {}): string {
  const {
    maker = makerNick(1),
    taker = TAKER,
    bondKey = BOND_KEY,
    hotKey = HOT_KEY,
    expiry = EXPIRY,
  } = shown;
  return createBondProof({
    certificate: createCertificate(bondKey, publicKeyOf(hotKey), expiry),
    certificatePrivateKey: hotKey,
    outpoint: shown.outpoint ?? outputOf(funding, 0),
    locktime: shown.locktime ?? LOCKTIME,
    taker,
    maker,
  });
}

const honest: ChainClient = chainClientOf({
  coin: (outpoint) => {
    const found = [funding, plain].find((one) => one.getId() === outpoint.txid);
    return Promise.resolve(found === undefined ? null : evidenceOf(found));
  },
});

/** What the bonds of these makers weigh. */
async function weigh(
  bonds: readonly (readonly [maker: number, bond: string | null])[],
  client: ChainClient = honest,
  ours: VerifiedChain = chain,
): Promise<number[]> {
  const makers = bonds.map(([maker, bond]) => ({
    nick: makerNick(maker),
    offers: [bookOffer(maker).offer],
    bond,
  }));
  const book = await weighBonds(makers, TAKER, client, ours, policy, new AbortController().signal);
  return book.map(({ bondValue }) => bondValue);
}

/** Our own chain, said to be so high. */
function atHeight(height: number): VerifiedChain {
  return {
    network: 'regtest',
    height,
    tip: chain.tip,
    headerAt: (at) => chain.headerAt(at),
    medianTime: () => chain.medianTime(),
    sharedHeight: (at, block) => chain.sharedHeight(at, block),
  };
}

test('an honest bond counts, whatever second it is locked to', async (t) => {
  const [value = 0, none] = await weigh([
    [1, proofOf()],
    [2, null],
  ]);
  t.true(value > 0);
  t.is(none, 0);
});

const forged: Readonly<Record<string, string>> = {
  'A10: a coin whose script names another key': proofOf({ outpoint: outputOf(plain, 0) }),
  'A10: another locktime than the script has': proofOf({ locktime: LOCKTIME + 1 }),
  'A10: a key of its own for the coin of another': proofOf({ bondKey: fromHex('08'.repeat(32)) }),
  'A10: an output that the transaction does not have': proofOf({
    outpoint: { ...outputOf(funding, 0), vout: 1 },
  }),
  'A10: a coin that nobody knows': proofOf({ outpoint: strangeOutpoint(77) }),
  'A10: a proof for another taker': proofOf({ taker: makerNick(51) }),
  'A11: a proof that another maker was given': proofOf({ maker: makerNick(2) }),
  'A10: no proof at all': 'AAAA',
};

for (const [name, bond] of Object.entries(forged)) {
  test(`counts for nothing: ${name}`, async (t) => {
    t.deepEqual(await weigh([[1, bond]]), [0]);
  });
}

test('A10: a coin counts only as our own chain proves it, and the others count all the same', async (t) => {
  const [value = 0] = await weigh([[1, proofOf()]]);
  const lie = (answer: (honestly: CoinEvidence) => CoinEvidence | null): ChainClient =>
    chainClientOf({ coin: () => Promise.resolve(answer(evidenceOf(funding))) });
  const one = [[1, proofOf()]] as const;
  t.deepEqual(
    await weigh(
      one,
      lie(() => null),
    ),
    [0],
  );
  t.deepEqual(
    await weigh(
      one,
      lie((found) => ({ ...found, confirmation: null })),
    ),
    [0],
  );
  t.deepEqual(
    await weigh(
      one,
      lie(() => evidenceOf(plain)),
    ),
    [0],
  );
  const elsewhere = lie((found) => ({
    ...found,
    confirmation: found.confirmation && { ...found.confirmation, height: 2 },
  }));
  t.deepEqual(await weigh(one, elsewhere), [0]);
  const pruned = chainClientOf({ coin: () => Promise.reject(new PeerFailure('block-pruned', 'gone')) });
  t.deepEqual(await weigh(one, pruned), [0]);
  const second = proofOf({ maker: makerNick(2), outpoint: strangeOutpoint(77) });
  t.deepEqual(
    await weigh([
      [2, second],
      [1, proofOf()],
    ]),
    [0, value],
  );
});

test('A11: one coin counts for one maker, also under another certificate', async (t) => {
  const [value = 0] = await weigh([[1, proofOf()]]);
  const again = proofOf({ maker: makerNick(2), hotKey: fromHex('09'.repeat(32)) });
  t.deepEqual(
    await weigh([
      [1, proofOf()],
      [2, again],
    ]),
    [value, 0],
  );
  // A proof that does not hold takes nothing away from the one that does.
  const copied = proofOf({ maker: makerNick(3) });
  t.deepEqual(
    await weigh([
      [2, copied],
      [1, proofOf()],
    ]),
    [0, value],
  );
});

test('A12: a certificate holds to the last block of its last period', async (t) => {
  const [value = 0] = await weigh([[1, proofOf({ expiry: 3 })]], honest, atHeight(3 * 2016));
  t.true(value > 0);
  t.deepEqual(await weigh([[1, proofOf({ expiry: 3 })]], honest, atHeight(3 * 2016 + 1)), [0]);
  t.deepEqual(await weigh([[1, proofOf({ expiry: 0 })]], honest, atHeight(1)), [0]);
});

test('a lock that was over before the coin came counts for nothing', async (t) => {
  const key = publicKeyOf(BOND_KEY);
  const early = GENESIS.time;
  const coin = transactionOf(
    [strangeOutpoint(3)],
    [{ script: bondScript(key, early), value: 90_000_000 }],
    2,
  );
  const block = blockOf(GENESIS, [coin]);
  const own = new HeaderChain('regtest');
  own.extend(1, [block.raw.subarray(0, 80), ...mineBranch(block.block.header, 3)], GENESIS.time + 1e8);
  const tree = block.block.transactions.map(({ txid }) => fromHex(txid).reverse());
  const client = chainClientOf({
    coin: () =>
      Promise.resolve({
        transaction: Uint8Array.from(coin.toBuffer()),
        confirmation: {
          block: block.block.header.hash,
          height: 1,
          proof: merkleProof(tree, new Set([1]), block.raw.subarray(0, 80)),
        },
      }),
  });
  const bond = proofOf({ outpoint: outputOf(coin, 0), locktime: early });
  t.deepEqual(await weigh([[1, bond]], client, own), [0]);
});

test('a node is asked once for a coin that several makers show', async (t) => {
  const asked: string[] = [];
  const counting = chainClientOf({
    coin: (outpoint) => {
      asked.push(outpointKey(outpoint));
      return honest.coin(outpoint);
    },
  });
  await weigh(
    [1, 2, 3].map((maker) => [maker, proofOf({ maker: makerNick(maker) })] as const),
    counting,
  );
  t.is(asked.length, 1);
});
