import { toHex } from '../../../shared/crypto/bytes.ts';
import type { Rule } from '../refusal.ts';
import type { SigningAct } from '../signing-act.ts';
import {
  MEASURE_KEYS,
  MEASURES,
  ROLES_OF,
  SPANS,
  type Measure,
  type Span,
  type SpendingRules,
} from './spending-rules.ts';
import { HOUR_SECONDS, usageOf, type Moment, type Usage } from './usage.ts';

/** What the spending rules look at. */
export interface SpendingFacts {
  readonly act: SigningAct;
  readonly rules: SpendingRules;
  /** Whether rules.ini says what was accepted. */
  readonly isAccepted: boolean;
  /** What was used before this act. */
  readonly used: Readonly<Record<'hour' | 'day', Usage>>;
  readonly moment: Moment;
  /** Whether the sum fits into an open allowance; null when the act does not call on one. */
  readonly fitsAllowance: boolean | null;
}

/** How far the newest blocks may be behind this VM's clock before nobody can say what hour it is. */
export const MAX_BLOCK_AGE = 6 * HOUR_SECONDS;

const CHANGE_RULES =
  'Nothing was signed. Wait, or change rules.ini and run "jm-wallet rules accept"; "jm-wallet rules" shows what is used.';

/** The user's own limits, in the order in which they are checked. */
export const SPENDING_RULES: readonly Rule<SpendingFacts>[] = [
  {
    name: 'spending-rules-file',
    cure: 'Nothing was signed. Look at rules.ini, and run "jm-wallet rules accept".',
    check: ({ isAccepted }) => (isAccepted ? null : 'rules.ini is not what was accepted'),
  },
  {
    name: 'spending-role',
    cure: CHANGE_RULES,
    check: ({ act, rules: { role } }) =>
      role === 'any' || ROLES_OF[act.kind].includes(role)
        ? null
        : `this wallet is ${role}, and this is ${act.kind}`,
  },
  {
    name: 'spending-destination',
    cure: CHANGE_RULES,
    check: ({ act, rules: { destinations } }) => {
      if (destinations === null) return null;
      if (act.amount > 0n && act.destinations.length === 0) return 'nobody can say where the money goes';
      const strange = act.destinations.filter((script) => !destinations.has(toHex(script))).length;
      return strange === 0
        ? null
        : `${strange} of ${act.destinations.length} destinations are not among the ${destinations.size} allowed`;
    },
  },
  {
    name: 'spending-block-time',
    cure: 'Nothing was signed. Run "jm-wallet doctor": the net VM shows old blocks, or a clock is wrong.',
    check: ({ rules: { quietHours }, moment: { now, blockTime } }) =>
      quietHours.size === 0 || Math.abs(now - blockTime) <= MAX_BLOCK_AGE
        ? null
        : `blocks and clock are ${Math.abs(now - blockTime)} s apart, at most ${MAX_BLOCK_AGE} s let quiet hours be kept`,
  },
  {
    name: 'spending-quiet-hours',
    cure: CHANGE_RULES,
    check: ({ rules: { quietHours }, moment: { blockTime } }) => {
      const hour = Math.floor(blockTime / HOUR_SECONDS) % 24;
      return quietHours.has(hour) ? `the hour from ${hour}:00 UTC on is quiet` : null;
    },
  },
  ...SPANS.flatMap((span) =>
    MEASURES.filter((measure) => isCapped(span, measure)).map((measure) => capRule(span, measure)),
  ),
  {
    name: 'spending-allowance',
    cure: 'Nothing was signed. Run the command again, and it will ask.',
    check: ({ fitsAllowance }) => (fitsAllowance === false ? 'no open allowance has room for this' : null),
  },
];

/** No transaction makes commitments or disclosures. */
function isCapped(span: Span, measure: Measure): boolean {
  return span !== 'transaction' || (measure !== 'commitments' && measure !== 'disclosures');
}

/** What an act does not use can't break a cap, not even one that is exceeded already since it was lowered. */
function capRule(span: Span, measure: Measure): Rule<SpendingFacts> {
  const unit = ['amount', 'minerFee', 'coinjoinFee'].includes(measure) ? ' sat' : '';
  return {
    name: `spending-${span}-${MEASURE_KEYS[measure].replace('_', '-')}`,
    cure: CHANGE_RULES,
    check: ({ act, rules, used }) => {
      const cap = rules.caps[span][measure];
      const own = usageOf(act)[measure];
      const before = span === 'transaction' ? 0n : used[span][measure];
      if (cap === undefined || own === 0n || before + own <= cap) return null;
      const so = span === 'transaction' ? '' : `, after ${before}${unit} in the last ${span}`;
      return `${own}${unit}${so}, are more than the ${cap}${unit} allowed`;
    },
  };
}
