import { isJmError } from './errors.ts';

/** One line of a self-test: what was looked at, what was found, and what to do about it. */
export interface Finding {
  readonly subject: string;
  readonly ok: boolean;
  readonly says: string;
  readonly cure: string | null;
}

/** The finding of a check that found nothing wrong. */
export function pass(subject: string, says: string): Finding {
  return { subject, ok: true, says, cure: null };
}

/** The finding of a check that found something wrong, and what cures it. */
export function fail(subject: string, says: string, cure: string): Finding {
  return { subject, ok: false, says, cure };
}

/** The finding of a check that threw. Anything but an error of our own is thrown on. */
export function failed(subject: string, error: unknown): Finding {
  if (!isJmError(error)) throw error;
  return { subject, ok: false, says: error.message, cure: error.cure ?? null };
}
