import test from 'ava';
import { sats } from '../../../../../shared/bitcoin/amount.ts';
import { fromHex } from '../../../../../shared/crypto/bytes.ts';
import type { ActKind, SigningAct } from '../../../../../vm-wallet/rules/signing-act.ts';
import {
  MAX_BLOCK_AGE,
  SPENDING_RULES,
  type SpendingFacts,
} from '../../../../../vm-wallet/rules/spending/rules.ts';
import {
  MEASURES,
  NO_RULES,
  ROLES_OF,
  type Measure,
  type Role,
  type Span,
} from '../../../../../vm-wallet/rules/spending/spending-rules.ts';
import { usageOf, type Usage } from '../../../../../vm-wallet/rules/spending/usage.ts';
import { brokenRules } from '../../../../fixtures/spend.ts';

const ALLOWED = `0014${'11'.repeat(20)}`;
const OTHER = `0014${'22'.repeat(20)}`;
/** 2025-06-15, 13:06:40 UTC. */
const NOW = 1_749_992_800;
const NOTHING: Usage = {
  amount: 0n,
  minerFee: 0n,
  coinjoinFee: 0n,
  signatures: 0n,
  commitments: 0n,
  disclosures: 0n,
};

function act(changes: Partial<SigningAct> = {}): SigningAct {
  return {
    kind: 'payment',
    subject: 'a payment',
    signatures: 2,
    amount: sats(5000),
    minerFee: 200n,
    coinjoinFee: 30n,
    destinations: [fromHex(ALLOWED)],
    ...changes,
  };
}

function facts(changes: Partial<SpendingFacts> = {}): SpendingFacts {
  return {
    act: act(),
    rules: NO_RULES,
    isAccepted: true,
    used: { hour: NOTHING, day: NOTHING },
    moment: { now: NOW, blockTime: NOW - 3600 },
    fitsAllowance: null,
    ...changes,
  };
}

/** What the act of each measure's case uses. */
const OWN: Record<Measure, { readonly act: SigningAct; readonly uses: bigint }> = {
  amount: { act: act(), uses: 5000n },
  minerFee: { act: act(), uses: 200n },
  coinjoinFee: { act: act(), uses: 30n },
  signatures: { act: act(), uses: 2n },
  // As many as a coin of another wallet gets.
  commitments: { act: act({ kind: 'commitment', signatures: 3 }), uses: 3n },
  disclosures: { act: act({ kind: 'disclosure', signatures: 1 }), uses: 1n },
};
const BEFORE = 7n;

/** An act that takes a measure to `over` above its cap. */
function atCap(span: Span, measure: Measure, over: bigint): SpendingFacts {
  const { act: own, uses } = OWN[measure];
  const used = { hour: NOTHING, day: NOTHING, [span]: { ...NOTHING, [measure]: BEFORE } };
  const cap = uses + (span === 'transaction' ? 0n : BEFORE) - over;
  return facts({
    act: own,
    used,
    rules: { ...NO_RULES, caps: { ...NO_RULES.caps, [span]: { [measure]: cap } } },
  });
}

const CAPS: Record<string, readonly [Span, Measure]> = {
  'spending-transaction-amount': ['transaction', 'amount'],
  'spending-transaction-miner-fee': ['transaction', 'minerFee'],
  'spending-transaction-coinjoin-fee': ['transaction', 'coinjoinFee'],
  'spending-transaction-signatures': ['transaction', 'signatures'],
  'spending-hour-amount': ['hour', 'amount'],
  'spending-hour-miner-fee': ['hour', 'minerFee'],
  'spending-hour-coinjoin-fee': ['hour', 'coinjoinFee'],
  'spending-hour-signatures': ['hour', 'signatures'],
  'spending-hour-commitments': ['hour', 'commitments'],
  'spending-hour-disclosures': ['hour', 'disclosures'],
  'spending-day-amount': ['day', 'amount'],
  'spending-day-miner-fee': ['day', 'minerFee'],
  'spending-day-coinjoin-fee': ['day', 'coinjoinFee'],
  'spending-day-signatures': ['day', 'signatures'],
  'spending-day-commitments': ['day', 'commitments'],
  'spending-day-disclosures': ['day', 'disclosures'],
};

const broken: Record<string, SpendingFacts> = {
  'spending-rules-file': facts({ isAccepted: false }),
  'spending-role': facts({ rules: { ...NO_RULES, role: 'maker-only' } }),
  'spending-destination': facts({ rules: { ...NO_RULES, destinations: new Set([OTHER]) } }),
  'spending-block-time': facts({
    rules: { ...NO_RULES, quietHours: new Set([0]) },
    moment: { now: NOW, blockTime: NOW - MAX_BLOCK_AGE - 1 },
  }),
  'spending-quiet-hours': facts({ rules: { ...NO_RULES, quietHours: new Set([12]) } }),
  ...Object.fromEntries(
    Object.entries(CAPS).map(([name, [span, measure]]) => [name, atCap(span, measure, 1n)]),
  ),
  'spending-allowance': facts({ fitsAllowance: false }),
};

test('each rule has a case, and without rules nothing is refused', (t) => {
  t.deepEqual(
    Object.keys(broken),
    SPENDING_RULES.map(({ name }) => name),
  );
  t.deepEqual(brokenRules(SPENDING_RULES, facts()), []);
  const much: Usage = { ...NOTHING, amount: 10n ** 15n, signatures: 10n ** 9n };
  t.deepEqual(brokenRules(SPENDING_RULES, facts({ used: { hour: much, day: much } })), []);
});

for (const [name, broke] of Object.entries(broken)) {
  test(`only this rule refuses: ${name}`, (t) => {
    t.deepEqual(brokenRules(SPENDING_RULES, broke), [name]);
    const rule = SPENDING_RULES.find((one) => one.name === name);
    t.truthy(rule?.cure);
  });
}

for (const [name, [span, measure]] of Object.entries(CAPS)) {
  test(`${name} holds at its limit, and below it`, (t) => {
    t.deepEqual(brokenRules(SPENDING_RULES, atCap(span, measure, 0n)), []);
    t.deepEqual(brokenRules(SPENDING_RULES, atCap(span, measure, -1n)), []);
    const refusal = SPENDING_RULES.find((one) => one.name === name)?.check(atCap(span, measure, 1n)) ?? '';
    const { uses } = OWN[measure];
    t.true(refusal.startsWith(String(uses)), refusal);
    t.is(refusal.includes(`after ${BEFORE}`), span !== 'transaction', refusal);
  });
}

test('what an act does not use is not held against it, even above a cap that was lowered', (t) => {
  const caps = Object.fromEntries(MEASURES.map((measure) => [measure, 0n]));
  const used = { hour: { ...NOTHING, amount: 9n }, day: { ...NOTHING, amount: 9n } };
  const rules = { ...NO_RULES, caps: { ...NO_RULES.caps, hour: { ...caps, disclosures: 1n }, day: {} } };
  const shows = act({ kind: 'disclosure', signatures: 1, amount: sats(0), minerFee: 0n, coinjoinFee: 0n });
  t.deepEqual(brokenRules(SPENDING_RULES, facts({ act: shows, used, rules })), []);
});

test('what others pay makes no room: neither earnings nor miner fees', (t) => {
  const rules = { ...NO_RULES, caps: { ...NO_RULES.caps, hour: { minerFee: 7n, coinjoinFee: 7n } } };
  const used = { hour: { ...NOTHING, minerFee: 7n, coinjoinFee: 7n }, day: NOTHING };
  const { minerFee, coinjoinFee } = usageOf(act({ minerFee: -5n, coinjoinFee: -5n }));
  t.deepEqual([minerFee, coinjoinFee], [0n, 0n]);
  const earns = facts({ act: act({ minerFee: -1_000_000n, coinjoinFee: -1_000_000n }), rules, used });
  t.deepEqual(brokenRules(SPENDING_RULES, earns), []);
  const pays = facts({ act: act({ minerFee: 1n, coinjoinFee: -1_000_000n }), rules, used });
  t.deepEqual(brokenRules(SPENDING_RULES, pays), ['spending-hour-miner-fee']);
});

test('money goes to allowed destinations only, and never to none that can be named', (t) => {
  const rules = { ...NO_RULES, destinations: new Set([ALLOWED]) };
  t.deepEqual(brokenRules(SPENDING_RULES, facts({ rules })), []);
  const more = act({ destinations: [fromHex(ALLOWED), fromHex(OTHER)] });
  t.deepEqual(brokenRules(SPENDING_RULES, facts({ rules, act: more })), ['spending-destination']);
  const unnamed = act({ destinations: [] });
  t.deepEqual(brokenRules(SPENDING_RULES, facts({ rules, act: unnamed })), ['spending-destination']);
  const inside = act({ amount: sats(0), destinations: [] });
  t.deepEqual(brokenRules(SPENDING_RULES, facts({ rules, act: inside })), []);
});

const KINDS_OF: Record<Exclude<Role, 'any'>, readonly ActKind[]> = {
  'maker-only': ['coinjoin-maker', 'disclosure', 'bond-announcement'],
  'taker-only': ['coinjoin-taker', 'commitment'],
  'bond-only': ['bond-certificate', 'bond-announcement'],
};

for (const [role, kinds] of Object.entries(KINDS_OF)) {
  test(`a ${role} wallet uses its keys for ${kinds.join(', ')} only`, (t) => {
    const rules = { ...NO_RULES, role: role as Role };
    const allowed = Object.keys(ROLES_OF).filter(
      (kind) =>
        brokenRules(SPENDING_RULES, facts({ rules, act: act({ kind: kind as ActKind }) })).length === 0,
    );
    t.deepEqual(allowed.sort(), [...kinds].sort());
  });
}

test('quiet hours begin and end with the hour of the newest blocks, whatever this clock says', (t) => {
  const rules = { ...NO_RULES, quietHours: new Set([12]) };
  const noon = Date.UTC(2025, 5, 15, 12) / 1000;
  const refusing = (blockTime: number, now = NOW): string[] =>
    brokenRules(SPENDING_RULES, facts({ rules, moment: { now, blockTime } }));
  t.deepEqual(refusing(noon - 1), []);
  t.deepEqual(refusing(noon), ['spending-quiet-hours']);
  t.deepEqual(refusing(noon + 3599), ['spending-quiet-hours']);
  t.deepEqual(refusing(noon + 3600), []);
  t.deepEqual(refusing(noon + 3600, noon), []);
});

test('with quiet hours, blocks must not be older than the limit, nor the clock set back', (t) => {
  const rules = { ...NO_RULES, quietHours: new Set([0]) };
  for (const [age, refused] of [
    [MAX_BLOCK_AGE - 1, []],
    [MAX_BLOCK_AGE, []],
    [MAX_BLOCK_AGE + 1, ['spending-block-time']],
    [-MAX_BLOCK_AGE, []],
    [-MAX_BLOCK_AGE - 1, ['spending-block-time']],
  ] as const) {
    const moment = { now: NOW, blockTime: NOW - age };
    t.deepEqual(brokenRules(SPENDING_RULES, facts({ rules, moment })), [...refused], String(age));
    t.deepEqual(brokenRules(SPENDING_RULES, facts({ moment })), []);
  }
});
