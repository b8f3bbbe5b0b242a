import { JmError } from '../../shared/errors.ts';
import type { PlanError } from './plan-error.ts';
import type { Preflight } from './preflight.ts';

/** The coins as they are can't start a CoinJoin; says of each of them why. Its code is that of the problem. */
export class PreflightError extends JmError<PlanError['code']> {
  readonly found: Preflight;

  constructor(found: Preflight, problem: PlanError) {
    super(problem.code, problem.message, {
      ...(problem.cure === undefined ? {} : { cure: problem.cure }),
      cause: problem,
    });
    this.found = found;
  }
}
