import { JmError } from '../../shared/errors.ts';

/** A rule that forbids a signature. `code` is `rule-` and the rule's name. */
export class RuleError extends JmError {
  constructor(rule: string, detail: string, cure = UNEXPECTED) {
    super(`rule-${rule}`, `Refused by the rule "${rule}": ${detail}`, { cure });
  }
}

const UNEXPECTED =
  'Nothing was signed. If you did not expect this, do not trust the net VM or the peers of this round.';

/** One thing that must hold before a signature: null when it does, else what is wrong. */
export interface Rule<Facts> {
  readonly name: string;
  readonly check: (facts: Facts) => string | null;
  /** What the user can do about it, where that is not to distrust the others. */
  readonly cure?: string;
}

/** Checks rules in order. @throws RuleError that names the first one that fails. */
export function enforce<Facts>(rules: readonly Rule<Facts>[], facts: Facts): void {
  for (const { name, check, cure } of rules) {
    const refusal = check(facts);
    if (refusal !== null) throw new RuleError(name, refusal, cure);
  }
}
