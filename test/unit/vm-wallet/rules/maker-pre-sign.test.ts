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
  NOT_LOOKED_UP,
  type ForeignInputs,
  type MakerFacts,
} from '../../../../vm-wallet/rules/maker-pre-sign.ts';

const AMOUNT = sats(1_000_000);
const OWN = { txid: txid('11'.repeat(32)), vout: 1 };
const FOREIGN = { txid: txid('22'.repeat(32)), vout: 0 };
const SECOND_OWN = { txid: txid('44'.repeat(32)), vout: 0 };
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
    single: new Set(),
    foreign: NOT_LOOKED_UP,
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

/** The other input's coin, worth so much that the miner gets this fee. */
function foreignOf(fee: bigint, scriptPubKey = TAKER): ForeignInputs {
  const outputs = 2n * AMOUNT + CHANGE_VALUE + 900_000n;
  const value = sats(outputs + fee - OWN_VALUE);
  return { ...NOT_LOOKED_UP, proven: new Map([[outpointKey(FOREIGN), { value, scriptPubKey }]]) };
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
  'maker-14-inputs': facts(undefined, {
    foreign: { ...NOT_LOOKED_UP, absent: new Set([outpointKey(FOREIGN)]) },
  }),
  'maker-14-miner-fee': facts(undefined, { foreign: foreignOf(271n - 1n) }),
  'maker-15-merge': facts(
    (transaction) => {
      transaction.inputs.push({ ...SECOND_OWN, sequence: 0xfffffffe });
      (transaction.outputs[2] ?? { value: 0n }).value += 7000n;
    },
    {
      coins: new Map([
        [outpointKey(OWN), OWN_VALUE],
        [outpointKey(SECOND_OWN), sats(7000)],
      ]),
      single: new Set([outpointKey(SECOND_OWN)]),
    },
  ),
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

/** `pass`, or the rule that refuses. */
function verdictOf(more: Partial<MakerFacts>): string {
  try {
    checkMakerRules(facts(undefined, more));
    return 'pass';
  } catch (error) {
    return /"(?<rule>[^"]+)"/u.exec(String(error))?.groups?.['rule'] ?? String(error);
  }
}

test('the miner fee lies between floor and ceiling: under, at and over them', (t) => {
  // Two inputs and four outputs: 10.5 + 2 × 68 + 4 × 31 = 270.5, so 271 vB.
  const at = (fee: bigint): string => verdictOf({ foreign: foreignOf(fee) });
  const refused = 'maker-14-miner-fee';
  t.deepEqual([270n, 271n, 272n].map(at), [refused, 'pass', 'pass']);
  const ceiling = 350n * 271n;
  t.deepEqual([ceiling - 1n, ceiling, ceiling + 1n].map(at), ['pass', 'pass', refused]);
  t.deepEqual([-1n, 0n].map(at), [refused, refused]);
});

test('the size counts with the other inputs’ scripts', (t) => {
  // A p2pkh input has 148 bytes instead of 68.
  const script = Uint8Array.from([0x76, 0xa9, 0x14, ...new Array<number>(20).fill(7), 0x88, 0xac]);
  const at = (fee: bigint): string => verdictOf({ foreign: foreignOf(fee, script) });
  t.deepEqual([350n, 351n].map(at), ['maker-14-miner-fee', 'pass']);
});

test('an amount that nobody proves stops no signature', (t) => {
  t.is(verdictOf({ foreign: NOT_LOOKED_UP }), 'pass');
  const other = { value: sats(1), scriptPubKey: TAKER };
  t.is(
    verdictOf({ foreign: { ...NOT_LOOKED_UP, proven: new Map([[outpointKey(OTHER_OWN), other]]) } }),
    'pass',
  );
  t.is(verdictOf({ foreign: { ...NOT_LOOKED_UP, absent: new Set([outpointKey(OTHER_OWN)]) } }), 'pass');
});

test('a single coin may be spent alone, and other coins together', (t) => {
  t.is(verdictOf({ single: new Set([outpointKey(OWN)]) }), 'pass');
});
