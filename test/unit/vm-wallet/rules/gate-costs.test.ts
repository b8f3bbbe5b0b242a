import test from 'ava';
import { sats } from '../../../../shared/bitcoin/amount.ts';
import { parseTransaction } from '../../../../shared/bitcoin/transaction.ts';
import { equalBytes } from '../../../../shared/crypto/bytes.ts';
import {
  permitChild,
  permitPayment,
  permitPsbt,
  permitReplacement,
} from '../../../../vm-wallet/rules/gate.ts';
import type { SigningAct } from '../../../../vm-wallet/rules/signing-act.ts';
import { SPENDING_RULES } from '../../../../vm-wallet/rules/spending/rules.ts';
import { NO_RULES, type Caps } from '../../../../vm-wallet/rules/spending/spending-rules.ts';
import { usedWithin } from '../../../../vm-wallet/rules/spending/usage.ts';
import { brokenRules, coinAt, serialized, strangeOutpoint, strangeScript } from '../../../fixtures/spend.ts';

const OURS = [
  coinAt({ mixdepth: 0, branch: 0, index: 0 }, 60_000),
  coinAt({ mixdepth: 0, branch: 1, index: 1 }, 50_000),
];
const [FIRST = coinAt({ mixdepth: 0, branch: 0, index: 0 }, 0)] = OURS;
const THEIRS = { ...strangeOutpoint(0xffff_ffff), value: sats(40_000), script: strangeScript(4) };
const [BACK, AWAY, MORE] = [strangeScript(1), strangeScript(2), strangeScript(3)];
/** On the timelocked branch: ours, and out of reach for years. */
const BOND = Uint8Array.of(0x00, 0x20, ...new Uint8Array(32).fill(9));
const isOwnScript = (script: Uint8Array): boolean => [BACK, BOND].some((own) => equalBytes(own, script));
const LENIENT = { isOwnScript, maxFeeRate: 350_000 };

type Outputs = readonly { readonly script: Uint8Array; readonly value: bigint }[];

function rawOf(
  inputs: readonly { readonly txid: string; readonly vout: number }[],
  outputs: Outputs,
): Uint8Array {
  return serialized({
    version: 2,
    locktime: 0,
    inputs: inputs.map(({ txid, vout }) => ({ txid, vout, sequence: 0xffff_fffd })),
    outputs: [...outputs],
  });
}

/** What signing a PSBT counts as. `foreign` when it spends a coin of others too. */
function psbtAct(outputs: Outputs, { foreign }: { readonly foreign: boolean }): SigningAct {
  const inputs = [
    ...OURS.map((coin) => ({ coin, stated: [], sighash: null })),
    ...(foreign ? [{ coin: null, stated: [THEIRS], sighash: null }] : []),
  ];
  const raw = rawOf([...OURS, ...(foreign ? [THEIRS] : [])], outputs);
  return permitPsbt({ ...LENIENT, raw, inputs, isLeased: () => false }).act;
}

const costOf = ({ amount, minerFee, coinjoinFee, destinations }: SigningAct) => ({
  amount: BigInt(amount),
  minerFee,
  coinjoinFee,
  destinations,
});

/** The spending rules that refuse an act under caps for one transaction. */
function refusedUnder(act: SigningAct, transaction: Caps): string[] {
  const nothing = usedWithin([], { now: 0, blockTime: 0 }, 1);
  return brokenRules(SPENDING_RULES, {
    act,
    rules: { ...NO_RULES, caps: { transaction, hour: {}, day: {} } },
    isAccepted: true,
    used: { hour: nothing, day: nothing },
    moment: { now: 0, blockTime: 0 },
    fitsAllowance: null,
  });
}

const SPLIT = [
  { script: BACK, value: 30_000n },
  { script: AWAY, value: 70_000n },
];

test('a PSBT that spends our coins alone is split into amount and miner fee', (t) => {
  const act = psbtAct(SPLIT, { foreign: false });
  t.deepEqual(costOf(act), { amount: 70_000n, minerFee: 10_000n, coinjoinFee: 0n, destinations: [AWAY] });
  t.deepEqual(refusedUnder(act, { amount: 70_000n, minerFee: 10_000n }), []);
  t.deepEqual(refusedUnder(act, { minerFee: 9_999n }), ['spending-transaction-miner-fee']);
});

test('of one with coins of others, all that we lose is an amount: no word of theirs makes it a fee', (t) => {
  const outputs = [...SPLIT, { script: MORE, value: 49_000n }];
  const act = psbtAct(outputs, { foreign: true });
  t.deepEqual(costOf(act), { amount: 80_000n, minerFee: 0n, coinjoinFee: 0n, destinations: [AWAY, MORE] });
  t.deepEqual(refusedUnder(act, { amount: 80_000n, minerFee: 0n }), []);
  t.deepEqual(refusedUnder(act, { amount: 79_999n }), ['spending-transaction-amount']);
});

test('and where it brings us more than we put in, it costs nothing', (t) => {
  const at = (back: bigint) => costOf(psbtAct([{ script: BACK, value: back }], { foreign: true }));
  t.like(at(109_999n), { amount: 1n, minerFee: 0n });
  t.like(at(110_000n), { amount: 0n, minerFee: 0n });
  t.like(at(110_001n), { amount: 0n, minerFee: 0n, destinations: [] });
});

test('what is locked in a bond of our own has left, whatever signs it', (t) => {
  const locked = { script: BOND, value: sats(40_000) };
  const outputs = [locked, { script: BACK, value: 69_000n }];
  const expected = { amount: 40_000n, minerFee: 1000n, coinjoinFee: 0n, destinations: [BOND] };
  const payment = permitPayment({
    ...LENIENT,
    raw: rawOf(OURS, outputs),
    coins: OURS,
    destinations: [locked],
    change: { script: BACK, value: sats(69_000), foreign: false },
    isPromised: () => false,
    maxMinerFee: sats(1000),
    tipHeight: 0,
  });
  t.deepEqual(costOf(payment.act), expected);
  t.deepEqual(costOf(psbtAct(outputs, { foreign: false })), expected);
  t.deepEqual(costOf(psbtAct(outputs, { foreign: true })), { ...expected, amount: 41_000n, minerFee: 0n });

  const raw = rawOf(OURS, outputs);
  const original = parseTransaction(rawOf(OURS, [locked, { script: BACK, value: 69_500n }]));
  const replacement = permitReplacement({ ...LENIENT, raw, original, coins: OURS, payer: BACK });
  t.deepEqual(costOf(replacement.act), expected);

  const coin = { ...FIRST, height: null };
  const parent = { txid: coin.txid, vsize: 100, fee: sats(100) };
  const child = permitChild({
    ...LENIENT,
    raw: rawOf([coin], [{ script: BOND, value: 59_000n }]),
    coin,
    parent,
  });
  t.deepEqual(costOf(child.act), { ...expected, amount: 59_000n });
  for (const { act } of [payment, replacement]) {
    t.deepEqual(refusedUnder(act, { amount: 40_000n }), []);
    t.deepEqual(refusedUnder(act, { amount: 39_999n }), ['spending-transaction-amount']);
  }
});
