import { JmError } from '../../../shared/errors.ts';
import type { Rule } from './rule.ts';

/** Qubes' own evaluator throws here instead of deciding, and the call is refused. */
export class UpstreamFault extends JmError<'upstream-fault'> {
  readonly rule: Rule;

  constructor(rule: Rule) {
    super('upstream-fault', 'dom0 fails on this rule');
    this.rule = rule;
  }
}
