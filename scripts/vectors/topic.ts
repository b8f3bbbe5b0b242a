/** One compared case of a vector file. */
export interface CaseResult {
  readonly name: string;
  readonly ok: boolean;
  /** Expected and actual value of a mismatch. */
  readonly detail?: string;
}

/** What each file in `topics/` exports as `check`; the file's name is the topic that it understands. */
export type TopicCheck = (
  file: unknown,
  directory: string,
) => Iterable<CaseResult> | AsyncIterable<CaseResult>;
