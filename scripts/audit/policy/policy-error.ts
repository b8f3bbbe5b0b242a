import { JmError } from '../../../shared/errors.ts';
import { quoted } from './quoted.ts';

/** Where in the policy something stands. */
export interface Place {
  readonly file: string;
  /** Counted from 1; null when it is about the whole file or directory. */
  readonly line: number | null;
}

export type PolicyErrorCode =
  | 'syntax'
  | 'bad-file-name'
  | 'missing-directory'
  | 'missing-include'
  | 'include-loop'
  | 'too-many-includes'
  | 'bad-utf8';

/** A policy that Qubes would not load. It makes Qubes refuse every call on the machine, whatever the other lines say. */
export class PolicyError extends JmError<PolicyErrorCode> implements Place {
  readonly file: string;
  readonly line: number | null;

  constructor(code: PolicyErrorCode, place: Place, reason: string) {
    super(code, `${placeText(place)}: ${reason}`);
    this.file = place.file;
    this.line = place.line;
  }
}

/** `FILE:LINE`, safe to print. */
export function placeText({ file, line }: Place): string {
  const name = quoted(file).slice(1, -1);
  return line === null ? name : `${name}:${line}`;
}
