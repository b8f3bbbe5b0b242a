/** How bad it is: keys or anonymity can leave silently, down to what is only worth knowing. */
export type Severity = 'critical' | 'high' | 'medium' | 'low' | 'info';

/** Something that is not as it should be. */
export interface Finding {
  /** The check's number in the reference, for example `P03`. */
  readonly id: string;
  readonly severity: Severity;
  /** What shows it: the call, the property, the file. */
  readonly shows: string;
  /** The rule that does it. */
  readonly rule: { readonly file: string; readonly line: number | null } | null;
  readonly why: string;
  readonly fix: string;
}

/** Whether findings are a reason to fail: information alone is one only when it is wanted. */
export function isFailure(findings: readonly Finding[], strict: boolean): boolean {
  return findings.some(({ severity }) => strict || severity !== 'info');
}

/** One check: what it is about, and where it fails. */
export interface Check<Subject> {
  readonly id: string;
  readonly severity: Severity;
  readonly why: string;
  readonly fix: string;
  readonly run: (subject: Subject) => readonly Failure[];
}

/** Where a check fails. `severity` and `fix` stand in for the check's own where this case is different. */
export interface Failure {
  readonly shows: string;
  readonly rule?: Finding['rule'];
  readonly severity?: Severity;
  readonly fix?: string;
}

/** Runs checks in their order. */
export function runChecks<Subject>(checks: readonly Check<Subject>[], subject: Subject): readonly Finding[] {
  return checks.flatMap(({ id, severity, why, fix, run }) =>
    run(subject).map((failure) => ({
      id,
      severity: failure.severity ?? severity,
      shows: failure.shows,
      rule: failure.rule ?? null,
      why,
      fix: failure.fix ?? fix,
    })),
  );
}
