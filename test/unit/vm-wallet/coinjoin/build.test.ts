import test from 'ava';
import { Transaction } from 'bitcoinjs-lib';
import { sats } from '../../../../shared/bitcoin/amount.ts';
import { p2pkhScript, p2shP2wpkhScript, p2wpkhScript } from '../../../../shared/bitcoin/script.ts';
import { reversed, toHex } from '../../../../shared/crypto/bytes.ts';
import type { Random } from '../../../../shared/crypto/random.ts';
import { buildJoin, chooseLocktime, sizeType, type JoinPlan } from '../../../../vm-wallet/coinjoin/build.ts';
import {
  AMOUNT,
  exampleMakers,
  inOrder,
  joinOf,
  joinPlan,
  makerParty,
  partyScript,
  takerSide,
  TIP,
  turnedRound,
  type MakerParty,
} from '../../../fixtures/coinjoin-parties.ts';

const MAKERS = exampleMakers();
/** What the taker of the worked example needs besides change: amount, coinjoin fees, its share of the miner fee. */
const COST = 1_000_000n + 800n + 3900n;

/** The outputs as owner of the script and value. */
function outputs(raw: Uint8Array): readonly (readonly [string, bigint])[] {
  const names = new Map(
    [0, 1, 2, 3].flatMap((party) => [
      [toHex(partyScript(party, 1)), `${party} joined`],
      [toHex(partyScript(party, 2)), `${party} change`],
    ]),
  );
  return Transaction.fromBuffer(raw).outs.map(({ script, value }) => [
    names.get(toHex(script)) ?? 'nobody',
    value,
  ]);
}

/** Miner fee and change of a variation of the worked example, or why there is none. */
function outcome(changes: Partial<JoinPlan>, makers: readonly MakerParty[] = MAKERS): unknown {
  const built = buildJoin(joinPlan(makers, changes));
  return built.ok ? { minerFee: built.value.minerFee, change: built.value.change } : built.error;
}

/** The taker has this much beyond what it has to pay. */
function withRest(rest: bigint): Partial<JoinPlan> {
  return { taker: takerSide(COST + rest) };
}

test('the worked example comes out to the sat', (t) => {
  const join = joinOf(MAKERS);
  t.deepEqual(outputs(join.raw), [
    ['0 joined', 1_000_000n],
    ['1 joined', 1_000_000n],
    ['1 change', 500_200n],
    ['2 joined', 1_000_000n],
    ['2 change', 1_000_500n],
    ['0 change', 995_300n],
  ]);
  t.is(join.coinjoinFees, sats(800n));
  t.is(join.minerFee, sats(4000n));
  t.is(join.change, sats(995_300n));
  t.is(join.amount, AMOUNT);
});

test('inputs, version, sequence and locktime are those of the crowd', (t) => {
  const { raw } = joinOf(MAKERS);
  const transaction = Transaction.fromBuffer(raw);
  t.is(transaction.version, 2);
  t.is(transaction.locktime, TIP);
  t.deepEqual(
    transaction.ins.map(({ hash, index, sequence }) => [toHex(reversed(hash)), index, sequence]),
    ['00', '01', '02'].map((byte) => [byte.repeat(32), 0, 0xffff_fffe]),
  );
  t.false(transaction.hasWitnesses());
});

test('inputs and outputs are each put into a drawn order', (t) => {
  const straight = joinOf(MAKERS);
  const turned = joinOf(MAKERS, { random: turnedRound });
  t.deepEqual(turned.inputs, [...straight.inputs].reverse());
  t.deepEqual(outputs(turned.raw), [...outputs(straight.raw)].reverse());
  t.deepEqual(
    Transaction.fromBuffer(turned.raw).ins.map(({ hash }) => toHex(reversed(hash))),
    turned.inputs.map(({ txid }) => txid),
  );
});

test('change up to dust goes to the miner, a sat more is kept', (t) => {
  t.deepEqual(outcome(withRest(2731n)), { minerFee: 4000n, change: 2731n });
  t.deepEqual(outcome(withRest(2730n)), { minerFee: 6730n, change: 0n });
  t.deepEqual(outcome(withRest(0n)), { minerFee: 4000n, change: 0n });
  t.is(outputs(joinOf(MAKERS, withRest(2730n)).raw).length, 5);
});

test('one sat may be missing, two not', (t) => {
  t.deepEqual(outcome(withRest(-1n)), { minerFee: 3999n, change: 0n });
  t.is(outcome(withRest(-2n)), 'fees-exceed-inputs');
  t.is(outcome({ taker: takerSide(1n) }), 'fees-exceed-inputs');
});

test('without any fee there is no sat that could be missing', (t) => {
  const makers = [makerParty(2)];
  const taker = (value: bigint): Partial<JoinPlan> => ({ taker: takerSide(value), feeRate: 0 });
  t.deepEqual(outcome(taker(1_000_500n), makers), { minerFee: 0n, change: 0n });
  t.is(outcome(taker(1_000_499n), makers), 'fees-exceed-inputs');
});

test('what makers give to the miner fee lowers our part, but not below nothing', (t) => {
  const giving = (txfee: bigint): MakerParty[] => [
    makerParty(1, { offer: { txfee: sats(txfee) } }),
    makerParty(2),
  ];
  t.deepEqual(outcome({}, giving(3999n)), { minerFee: 4000n, change: 998_999n });
  t.deepEqual(outcome({}, giving(4000n)), { minerFee: 4000n, change: 999_000n });
  t.deepEqual(outcome({}, giving(4001n)), { minerFee: 4001n, change: 999_000n });
});

test('a sweep has no change output, whatever is left', (t) => {
  const sweep = (rest: bigint): Partial<JoinPlan> => ({ ...withRest(rest), sweepMinerFee: 4000n });
  t.deepEqual(outcome(sweep(0n)), { minerFee: 4000n, change: 0n });
  t.deepEqual(outcome(sweep(-1n)), { minerFee: 3999n, change: 0n });
  t.deepEqual(outcome(sweep(50_000n)), { minerFee: 54_000n, change: 0n });
  t.is(outcome(sweep(-2n)), 'fees-exceed-inputs');
  t.is(outputs(joinOf(MAKERS, sweep(50_000n)).raw).length, 5);
});

test('without a change script the rest goes to the miner', (t) => {
  const taker = { ...takerSide(COST + 3000n), changeScript: null };
  t.deepEqual(outcome({ taker }), { minerFee: 7000n, change: 0n });
});

test('the fee that a sweep was computed with must be near to the one for the real size', (t) => {
  // 370 vB at this rate are 3000 sat.
  const sweep = (sweepMinerFee: bigint): unknown =>
    outcome({
      taker: takerSide(1_000_700n + sweepMinerFee),
      feeRate: 8109,
      sweepMinerFee,
      maxSweepFeeChange: 0.5,
    });
  t.deepEqual(sweep(2000n), { minerFee: 2000n, change: 0n });
  t.is(sweep(1999n), 'sweep-fee-off');
  t.deepEqual(sweep(6000n), { minerFee: 6000n, change: 0n });
  t.is(sweep(6001n), 'sweep-fee-off');
});

test('also a payment that loses its change is compared with the real size', (t) => {
  // 3691 sat for the size without change is 0.92275 of the 4000 sat with it.
  t.deepEqual(outcome({ ...withRest(0n), maxSweepFeeChange: 0.0773 }), { minerFee: 4000n, change: 0n });
  t.is(outcome({ ...withRest(0n), maxSweepFeeChange: 0.0772 }), 'sweep-fee-off');
  t.deepEqual(outcome({ ...withRest(2731n), maxSweepFeeChange: 0 }), { minerFee: 4000n, change: 2731n });
});

test('the estimate knows what kind of coin a maker brings', (t) => {
  const fee = (scriptOf: (publicKey: Uint8Array) => Uint8Array): bigint =>
    joinOf([makerParty(1, { scriptOf }), makerParty(2)]).minerFee;
  // 401, 424 and 481 vB.
  t.is(fee(p2wpkhScript), 4000n);
  t.is(fee(p2shP2wpkhScript), 4229n);
  t.is(fee(p2pkhScript), 4798n);
});

test('a script has the name that the estimate knows', (t) => {
  const hash = new Array<number>(32).fill(1);
  t.is(sizeType(p2shP2wpkhScript(partyScript(1, 1))), 'p2sh-p2wpkh');
  t.is(sizeType(Uint8Array.from([0x00, 0x20, ...hash])), 'p2wsh');
  t.is(sizeType(Uint8Array.from([0x51, 0x20, ...hash])), 'p2tr');
  t.is(sizeType(Uint8Array.of(0x6a)), 'p2wpkh');
});

test('the locktime is the tip, or with one chance in ten up to 99 blocks before it', (t) => {
  const draws = (first: number, second: number): Random => {
    const rest = [first, second];
    return { ...inOrder, below: (below) => Math.min(below - 1, rest.shift() ?? 0) };
  };
  t.is(chooseLocktime(TIP, draws(1, 99)), TIP);
  t.is(chooseLocktime(TIP, draws(9, 99)), TIP);
  t.is(chooseLocktime(TIP, draws(0, 0)), TIP);
  t.is(chooseLocktime(TIP, draws(0, 99)), TIP - 99);
  t.is(chooseLocktime(TIP, draws(0, 1000)), TIP - 99);
  t.is(chooseLocktime(101, draws(0, 99)), 2);
  t.is(chooseLocktime(100, draws(0, 99)), 1);
  t.is(chooseLocktime(99, draws(0, 99)), 1);
});
