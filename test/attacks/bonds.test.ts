import test from 'ava';
import { parseHeader } from '../../shared/bitcoin/header.ts';
import { sats } from '../../shared/bitcoin/amount.ts';
import { txid, type Outpoint } from '../../shared/bitcoin/outpoint.ts';
import type { CoinEvidence } from '../../shared/bridge/chain.ts';
import { publicKeyOf } from '../../shared/crypto/sign.ts';
import { createBondProof, createCertificate } from '../../shared/jm/bond/create.ts';
import { bondScript } from '../../shared/jm/bond/script.ts';
import { bondValue } from '../../shared/jm/bond/value.ts';
import { verifyBondProof } from '../../shared/jm/bond/verify.ts';
import type { Nick } from '../../shared/jm/command.ts';
import { HeaderChain } from '../../vm-wallet/chain/header-chain.ts';
import { weighBonds } from '../../vm-wallet/runtime/collect-offers.ts';
import type { BookMaker } from '../../vm-wallet/taker/order-book.ts';
import { blockOf, outputOf, transactionOf } from '../fixtures/blocks.ts';
import { partyKey, partyScript } from '../fixtures/coinjoin-parties.ts';
import { merkleProof } from '../fixtures/merkle-proof.ts';
import { mineBranch, regtestGenesis } from '../fixtures/mine-headers.ts';
import { bookOffer, makerNick } from '../fixtures/offers.ts';

const GENESIS = regtestGenesis();
const TAKER = makerNick(99);
const BOND = partyKey(40, 1);
const HOT = partyKey(40, 2);
const LOCKTIME = GENESIS.time + 40_000_000;
const POLICY = { interestRate: 0.015, bondValueExponent: 1.3 };
const ELSEWHERE = { txid: txid('77'.repeat(32)), vout: 0 };

const funding = transactionOf(
  [ELSEWHERE],
  [
    { script: bondScript(publicKeyOf(BOND), LOCKTIME), value: 100_000_000 },
    { script: partyScript(40, 3), value: 900_000_000 },
  ],
);
const mined = blockOf(GENESIS, [funding]);
const header = mined.raw.subarray(0, 80);
const COIN = outputOf(funding, 0);
const RICH = outputOf(funding, 1);
const leaves = mined.block.transactions.map(({ txid: id }) =>
  Uint8Array.from(Buffer.from(id, 'hex')).reverse(),
);

/** The chain with the bond's block and so many on top. */
function chainOf(blocks: number): HeaderChain {
  const chain = new HeaderChain('regtest');
  chain.extend(1, [header, ...mineBranch(parseHeader(header), blocks)], GENESIS.time + 1e9);
  return chain;
}

const short = chainOf(5);
const evidence: CoinEvidence = {
  transaction: Uint8Array.from(funding.toBuffer()),
  confirmation: {
    block: mined.block.header.hash,
    height: 1,
    proof: merkleProof(leaves, new Set([1]), header),
  },
};

interface Claim {
  readonly maker?: Nick;
  readonly taker?: Nick;
  readonly key?: Uint8Array;
  readonly signer?: Uint8Array;
  readonly outpoint?: Outpoint;
  readonly locktime?: number;
  readonly expiry?: number;
  readonly hot?: Uint8Array;
}

/** A maker's bond proof, as an honest maker makes it but for what the attacker changes. */
function proofOf(claim: Claim = {}): string {
  const { maker = makerNick(1), taker = TAKER, key = BOND, signer = key, expiry = 400, hot = HOT } = claim;
  return createBondProof({
    certificate: {
      ...createCertificate(signer, publicKeyOf(HOT), expiry, 'binary'),
      bondKey: publicKeyOf(key),
    },
    certificatePrivateKey: hot,
    outpoint: claim.outpoint ?? COIN,
    locktime: claim.locktime ?? LOCKTIME,
    taker,
    maker,
  });
}

const makerWith = (number: number, bond: string | null): BookMaker => ({
  nick: makerNick(number),
  offers: [bookOffer(number).offer],
  bond,
});

/** What each maker's bond weighs. */
async function weights(makers: readonly BookMaker[], chain = short, told: CoinEvidence | null = evidence) {
  let asked = 0;
  const client = {
    coin: (outpoint: Outpoint) => {
      asked += 1;
      return Promise.resolve(outpoint.txid === COIN.txid ? told : null);
    },
  };
  const book = await weighBonds(makers, TAKER, client, chain, POLICY, new AbortController().signal);
  return { values: book.map(({ bondValue: value }) => value), asked };
}

test('A10: an honest bond is worth something here, so that the forged ones below fail for their flaw', async (t) => {
  const { values } = await weights([makerWith(1, proofOf())]);
  t.true((values[0] ?? 0) > 0);
});

test('A10, 2.8/0.30, 2.8/0.19: a proof that names a coin which its key and time do not lock weighs nothing', async (t) => {
  const forged: Record<string, Claim> = {
    'somebody’s rich coin': { outpoint: RICH },
    'the bond of another, by a key of ours': { key: partyKey(41, 1) },
    'a later time': { locktime: LOCKTIME + 2_592_000 },
    'a coin that is nowhere': { outpoint: ELSEWHERE },
    'an output that is not there': { outpoint: { ...COIN, vout: 9 } },
    'a certificate by another key': { signer: partyKey(41, 1) },
    'a hot key that nobody certified': { hot: partyKey(41, 2) },
  };
  for (const [name, claim] of Object.entries(forged)) {
    t.deepEqual((await weights([makerWith(1, proofOf(claim))])).values, [0], name);
  }
  t.deepEqual((await weights([makerWith(1, 'AAAA')])).values, [0]);
});

test('A10: a bond that the net VM invents, or shows unconfirmed, weighs nothing', async (t) => {
  const makers = [makerWith(1, proofOf())];
  t.deepEqual((await weights(makers, short, { ...evidence, confirmation: null })).values, [0]);
  t.deepEqual((await weights(makers, short, null)).values, [0]);
  const elsewhere = new HeaderChain('regtest');
  elsewhere.extend(1, mineBranch(GENESIS, 6, 5), GENESIS.time + 1e9);
  t.deepEqual((await weights(makers, elsewhere)).values, [0]);
});

test('A11: one bond under many nicks counts once', async (t) => {
  const makers = [1, 2, 3].map((number) => makerWith(number, proofOf({ maker: makerNick(number) })));
  const { values } = await weights(makers);
  t.is(values.filter((value) => value > 0).length, 1);
});

test('A11: naming somebody else’s bond first does not take it from its owner', async (t) => {
  const thief = makerWith(2, proofOf({ maker: makerNick(2), key: partyKey(41, 1) }));
  const { values } = await weights([thief, makerWith(1, proofOf())]);
  t.is(values[0], 0);
  t.true((values[1] ?? 0) > 0);
});

test('A11: a proof that was made for another maker, or for another taker, is nobody’s', async (t) => {
  t.false(verifyBondProof(proofOf(), makerNick(2), TAKER).ok);
  t.false(verifyBondProof(proofOf(), makerNick(1), makerNick(98)).ok);
  t.deepEqual((await weights([makerWith(2, proofOf())])).values, [0]);
  t.deepEqual((await weights([makerWith(1, proofOf({ taker: makerNick(98) }))])).values, [0]);
});

test('A12, 2.8/0.36: a certificate ends at its block, by our own chain and not by anybody’s word', async (t) => {
  const expiring = [makerWith(1, proofOf({ expiry: 1 }))];
  const last = chainOf(2015);
  t.is(last.height, 2016);
  t.true(((await weights(expiring, last)).values[0] ?? 0) > 0);
  last.extend(2017, mineBranch(last.tip, 1), GENESIS.time + 1e9);
  t.deepEqual((await weights(expiring, last)).values, [0]);
  t.deepEqual((await weights([makerWith(1, proofOf({ expiry: 0 }))])).values, [0]);
});

test('A9: a bond that is split among many nicks weighs less than whole', (t) => {
  const weigh = (value: bigint): number =>
    bondValue({
      value: sats(value),
      confirmedAt: 0,
      locktime: 31_556_952,
      now: 1000,
      interestRate: 0.015,
      exponent: 1.3,
    });
  const whole = weigh(100_000_000n);
  for (const parts of [2n, 10n, 100n]) t.true(Number(parts) * weigh(100_000_000n / parts) < whole);
});

test('A9: thousands of nicks with proofs that are none do not push the real bonds out', async (t) => {
  const sybils = Array.from({ length: 2000 }, (_unused, number) => ({
    ...makerWith(5, 'AAAA'),
    nick: `J5sybil${number.toString().padStart(9, 'z')}` as Nick,
  }));
  const { values } = await weights([...sybils, makerWith(1, proofOf())]);
  t.true((values.at(-1) ?? 0) > 0);
});
