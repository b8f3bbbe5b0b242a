import test from 'ava';
import { sats } from '../../../../shared/bitcoin/amount.ts';
import { txid } from '../../../../shared/bitcoin/outpoint.ts';
import { parseTransaction } from '../../../../shared/bitcoin/transaction.ts';
import { equalBytes } from '../../../../shared/crypto/bytes.ts';
import {
  CHILD_RULES,
  REPLACEMENT_RULES,
  type ChildFacts,
  type ReplacementFacts,
} from '../../../../vm-wallet/rules/bump.ts';
import { permitChild, permitReplacement } from '../../../../vm-wallet/rules/gate.ts';
import {
  brokenRules,
  coinAt,
  serialized,
  strangeOutpoint,
  strangeScript,
  type Draft,
} from '../../../fixtures/spend.ts';

const COINS = [
  coinAt({ mixdepth: 0, branch: 0, index: 0 }, 60_000),
  coinAt({ mixdepth: 0, branch: 1, index: 1 }, 50_000),
];
const PAYER = strangeScript(3);
/** Two inputs and two outputs of p2wpkh. */
const VSIZE = 209;
const OLD_FEE = 1000n;
const NEW_FEE = OLD_FEE + BigInt(VSIZE);

function draftPaying(fee: bigint, sequence = 0xffff_fffd): Draft {
  return {
    version: 2,
    locktime: 100,
    inputs: COINS.map((coin) => ({ ...coin, sequence })),
    outputs: [
      { script: strangeScript(1), value: 70_000n },
      { script: PAYER, value: 40_000n - fee },
    ],
  };
}

function replacement(
  alter: (draft: Draft) => unknown = () => null,
  more: Partial<ReplacementFacts> = {},
  sequence?: number,
): ReplacementFacts {
  const draft = draftPaying(NEW_FEE, sequence);
  alter(draft);
  // As heavy as it is once it is signed.
  const original = { ...parseTransaction(serialized(draftPaying(OLD_FEE, sequence))), weight: 4 * VSIZE };
  return {
    raw: serialized(draft),
    original,
    coins: COINS,
    payer: PAYER,
    isOwnScript: (script) => equalBytes(script, PAYER),
    maxFeeRate: Math.ceil((Number(NEW_FEE) * 1000) / VSIZE),
    ...more,
  };
}

const payerGives =
  (sum: bigint, alsoTo = -1) =>
  ({ outputs }: Draft) => {
    const [recipient, payer] = outputs;
    if (payer !== undefined) payer.value -= sum;
    if (recipient !== undefined && alsoTo === 0) recipient.value += sum;
  };

const brokenReplacements: Record<string, ReplacementFacts> = {
  'replacement-signalled': replacement(undefined, {}, 0xffff_fffe),
  'replacement-own-coins': replacement(undefined, {
    coins: COINS.map((coin, index) => ({ ...coin, path: { ...coin.path, mixdepth: index } })),
  }),
  'replacement-inputs': replacement((draft) => (draft.locktime = 99)),
  'replacement-recipients': replacement(payerGives(10n, 0)),
  'replacement-payer': replacement(undefined, { isOwnScript: () => false }),
  'replacement-fee': replacement(payerGives(-1n)),
  'replacement-fee-rate': replacement(undefined, {
    maxFeeRate: Math.floor((Number(NEW_FEE) * 1000) / VSIZE),
  }),
};

const replacementBreaks = (facts: ReplacementFacts): string[] =>
  brokenRules(REPLACEMENT_RULES, { ...facts, transaction: parseTransaction(facts.raw) });

test('a replacement that just reaches every limit is permitted', (t) => {
  t.deepEqual(permitReplacement(replacement()).coins, COINS);
});

test('every rule for replacements has a case', (t) => {
  t.deepEqual(
    Object.keys(brokenReplacements),
    REPLACEMENT_RULES.map(({ name }) => name),
  );
});

for (const [name, broke] of Object.entries(brokenReplacements)) {
  test(`only this rule refuses: ${name}`, (t) => {
    t.deepEqual(replacementBreaks(broke), [name]);
    t.throws(() => permitReplacement(broke), { code: `rule-${name}` });
  });
}

test('a replacement may drop the output that pays, and nothing else', (t) => {
  const dropped = replacement(({ outputs }) => outputs.pop(), { maxFeeRate: 1_000_000 });
  t.deepEqual(replacementBreaks(dropped), []);
  const robbed = replacement(({ outputs }) => outputs.shift(), { maxFeeRate: 1_000_000 });
  t.deepEqual(replacementBreaks(robbed), ['replacement-recipients']);
  const more = replacement(({ outputs }) => outputs.push({ script: strangeScript(7), value: 1n }));
  t.true(replacementBreaks(more).includes('replacement-recipients'));
});

test('a rate that is not higher does not replace, however much the whole is', (t) => {
  const base = replacement();
  const light = { ...base, original: { ...base.original, weight: 500 } };
  t.deepEqual(replacementBreaks(light), ['replacement-fee']);
});

const PARENT = { txid: txid('aa'.repeat(32)), vsize: 200, fee: sats(200) };
const COIN = coinAt({ mixdepth: 0, branch: 1, index: 0 }, 50_000, { txid: PARENT.txid, height: null });
const CHILD_VSIZE = 110;
const CHILD_FEE = 1350;

function child(alter: (draft: Draft) => unknown = () => null, more: Partial<ChildFacts> = {}): ChildFacts {
  const draft: Draft = {
    version: 2,
    locktime: 100,
    inputs: [{ ...COIN, sequence: 0xffff_fffd }],
    outputs: [{ script: PAYER, value: COIN.value - BigInt(CHILD_FEE) }],
  };
  alter(draft);
  return {
    raw: serialized(draft),
    coin: COIN,
    parent: PARENT,
    isOwnScript: (script) => equalBytes(script, PAYER),
    maxFeeRate: ((CHILD_FEE + 200) * 1000) / (CHILD_VSIZE + 200),
    ...more,
  };
}

const brokenChildren: Record<string, ChildFacts> = {
  'child-input': child(({ inputs }) => inputs.splice(0, 1, { ...strangeOutpoint(5), sequence: 0 })),
  'child-parent': child(undefined, { parent: { ...PARENT, txid: txid('bb'.repeat(32)) } }),
  'child-free-coin': child(undefined, { coin: { ...COIN, frozen: true } }),
  'child-output': child(undefined, { isOwnScript: () => false }),
  'child-fee': child(({ outputs: [output] }) => output !== undefined && (output.value = COIN.value)),
  'child-fee-rate': child(undefined, { maxFeeRate: ((CHILD_FEE + 199) * 1000) / (CHILD_VSIZE + 200) }),
};

test('a child that just reaches every limit is permitted', (t) => {
  t.deepEqual(permitChild(child()).coins, [COIN]);
});

test('every rule for children has a case', (t) => {
  t.deepEqual(
    Object.keys(brokenChildren),
    CHILD_RULES.map(({ name }) => name),
  );
});

for (const [name, broke] of Object.entries(brokenChildren)) {
  test(`only this rule refuses: ${name}`, (t) => {
    t.deepEqual(brokenRules(CHILD_RULES, { ...broke, transaction: parseTransaction(broke.raw) }), [name]);
    t.throws(() => permitChild(broke), { code: `rule-${name}` });
  });
}
