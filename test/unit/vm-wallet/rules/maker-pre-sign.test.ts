import test from 'ava';
import { Transaction } from 'bitcoinjs-lib';
import { sats } from '../../../../shared/bitcoin/amount.ts';
import { outpointKey, txid } from '../../../../shared/bitcoin/outpoint.ts';
import { equalBytes, fromHex, reversed } from '../../../../shared/crypto/bytes.ts';
import type { DecimalText } from '../../../../shared/jm/command.ts';
import {
  checkMakerRules,
  DEFAULT_MAKER_LIMITS,
  expectedChange,
  MAKER_RULES,
  type MakerFacts,
} from '../../../../vm-wallet/rules/maker-pre-sign.ts';

const AMOUNT = sats(1_000_000);
const OWN = { txid: txid('11'.repeat(32)), vout: 1 };
const FOREIGN = { txid: txid('22'.repeat(32)), vout: 0 };
const OTHER_OWN = { txid: txid('33'.repeat(32)), vout: 0 };
const script = (byte: number): Uint8Array => Uint8Array.from([0, 20, ...new Array<number>(20).fill(byte)]);
const COINJOIN = script(1);
const CHANGE = script(2);
const TAKER = script(3);
const TAKER_CHANGE = script(4);
const ANOTHER_OWN = script(5);
const OFFER = {
  type: 'sw0reloffer',
  oid: 0,
  minsize: sats(100_000),
  maxsize: sats(2_000_000),
  txfee: sats(100),
  cjfee: '0.0003' as DecimalText,
} as const;
const OWN_VALUE = sats(1_500_000);
/** 1,500,000 − 1,000,000 − 100 + 300, as in coinjoin.md §6.4. */
const CHANGE_VALUE = 500_200n;

interface Draft {
  version: number;
  locktime: number;
  inputs: { readonly txid: string; readonly vout: number; sequence: number }[];
  outputs: { script: Uint8Array; value: bigint }[];
}

function draft(): Draft {
  return {
    version: 2,
    locktime: 100,
    inputs: [
      { ...FOREIGN, sequence: 0xfffffffe },
      { ...OWN, sequence: 0xfffffffe },
    ],
    outputs: [
      { script: TAKER, value: AMOUNT },
      { script: COINJOIN, value: AMOUNT },
      { script: CHANGE, value: CHANGE_VALUE },
      { script: TAKER_CHANGE, value: 900_000n },
    ],
  };
}

function serialize({ version, locktime, inputs, outputs }: Draft): Uint8Array {
  const transaction = new Transaction();
  transaction.version = version;
  transaction.locktime = locktime;
  for (const input of inputs) transaction.addInput(reversed(fromHex(input.txid)), input.vout, input.sequence);
  for (const output of outputs) transaction.addOutput(output.script, output.value);
  return transaction.toBuffer();
}

function facts(
  change: (transaction: Draft) => void = () => undefined,
  more: Partial<MakerFacts> = {},
): MakerFacts {
  const transaction = draft();
  change(transaction);
  return {
    raw: serialize(transaction),
    offer: OFFER,
    amount: AMOUNT,
    coins: new Map([[outpointKey(OWN), OWN_VALUE]]),
    unproven: new Set(),
    otherCoins: new Set([outpointKey(OTHER_OWN)]),
    coinjoinScript: COINJOIN,
    changeScript: CHANGE,
    isReserved: (one) => equalBytes(one, COINJOIN) || equalBytes(one, CHANGE),
    isOwnScript: (one) => [COINJOIN, CHANGE, ANOTHER_OWN].some((own) => equalBytes(own, one)),
    tipHeight: 100,
    leaseHeld: true,
    disclosureRecorded: true,
    recordedEarning: 0n,
    sessionAge: 10,
    limits: DEFAULT_MAKER_LIMITS,
    signedLastHour: 0,
    signedLastDay: 0,
    ...more,
  };
}

/** What to change so that only one rule is broken. */
const broken: Record<string, MakerFacts> = {
  'maker-1-version': facts((transaction) => (transaction.version = 3)),
  'maker-2-locktime': facts((transaction) => (transaction.locktime = 102)),
  'maker-3-inputs': facts((transaction) => transaction.inputs.push({ ...OTHER_OWN, sequence: 0xfffffffe })),
  'maker-4-size': facts(undefined, { limits: { ...DEFAULT_MAKER_LIMITS, maxInputs: 1 } }),
  'maker-5-amounts': facts(undefined, { unproven: new Set([outpointKey(OWN)]) }),
  'maker-6-coinjoin-output': facts((transaction) => {
    (transaction.outputs[1] ?? { value: 0n }).value = AMOUNT + 1n;
    transaction.outputs.push({ script: script(6), value: AMOUNT });
  }),
  'maker-6-change-output': facts(
    (transaction) => ((transaction.outputs[2] ?? { value: 0n }).value = CHANGE_VALUE - 1n),
  ),
  'maker-7-offer-range': facts(undefined, { offer: { ...OFFER, maxsize: sats(AMOUNT - 1n) } }),
  'maker-8-equal-outputs': facts(undefined, { limits: { ...DEFAULT_MAKER_LIMITS, minEqualOutputs: 3 } }),
  'maker-9-own-addresses': facts((transaction) =>
    transaction.outputs.push({ script: ANOTHER_OWN, value: 1000n }),
  ),
  'maker-11-lease': facts(undefined, { leaseHeld: false }),
  'maker-11-record': facts(undefined, { disclosureRecorded: false }),
  'maker-11-earning': facts(undefined, { recordedEarning: 201n }),
  'maker-12-session-age': facts(undefined, { sessionAge: DEFAULT_MAKER_LIMITS.maxSessionSeconds + 1 }),
  'maker-12-budget': facts(undefined, { signedLastHour: DEFAULT_MAKER_LIMITS.maxPerHour }),
  'maker-13-earning': facts(undefined, { limits: { ...DEFAULT_MAKER_LIMITS, minEarning: 201n } }),
};

test('the base case passes, with the change of the worked example', (t) => {
  t.is(expectedChange(facts()), CHANGE_VALUE);
  t.is(checkMakerRules(facts()).outputs.length, 4);
});

test('each rule has a case that breaks just it', (t) => {
  t.deepEqual(
    Object.keys(broken),
    MAKER_RULES.map(({ name }) => name),
  );
});

for (const [name, broke] of Object.entries(broken)) {
  test(`refuses: ${name}`, (t) => {
    t.is(t.throws(() => checkMakerRules(broke)).message.includes(`"${name}"`), true);
  });
}

test('at the limits everything passes', (t) => {
  const at = facts((transaction) => (transaction.locktime = 101), {
    sessionAge: DEFAULT_MAKER_LIMITS.maxSessionSeconds,
    signedLastHour: DEFAULT_MAKER_LIMITS.maxPerHour - 1,
    signedLastDay: DEFAULT_MAKER_LIMITS.maxPerDay - 1,
    limits: { ...DEFAULT_MAKER_LIMITS, minEarning: 200n, maxInputs: 2, maxOutputs: 4, minEqualOutputs: 2 },
    offer: { ...OFFER, minsize: AMOUNT, maxsize: AMOUNT },
  });
  t.notThrows(() => checkMakerRules(at));
  t.notThrows(() =>
    checkMakerRules(facts((transaction) => ((transaction.outputs[2] ?? { value: 0n }).value += 5n))),
  );
});

test('also refused: our coin left out, an output of ours twice, a relative lock, a time as locktime', (t) => {
  const cases: readonly [string, (transaction: Draft) => void][] = [
    ['maker-3-inputs', (transaction) => transaction.inputs.pop()],
    [
      'maker-6-coinjoin-output',
      (transaction) => transaction.outputs.push({ script: COINJOIN, value: AMOUNT }),
    ],
    [
      'maker-6-change-output',
      (transaction) => transaction.outputs.push({ script: CHANGE, value: CHANGE_VALUE }),
    ],
    ['maker-2-locktime', (transaction) => ((transaction.inputs[1] ?? { sequence: 0 }).sequence = 5)],
    ['maker-2-locktime', (transaction) => (transaction.locktime = 1_700_000_000)],
  ];
  for (const [name, change] of cases) {
    t.true(t.throws(() => checkMakerRules(facts(change))).message.includes(`"${name}"`), name);
  }
});
