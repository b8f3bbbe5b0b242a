/**
 * Base of every error that this project throws on purpose: a stable `code` for programs, one sentence of
 * cause in `message`, and, where the user can do something about it, one sentence of cure.
 */
export class JmError<Code extends string = string> extends Error {
  readonly code: Code;
  readonly cure: string | undefined;

  constructor(code: Code, message: string, options: { cure?: string; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = new.target.name;
    this.code = code;
    this.cure = options.cure;
  }
}

/** A refusal returned as a value where saying no is a normal outcome. */
export type Result<Value, Failure> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: Failure };

/** Wraps a success. */
export function accept<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

/** Wraps a refusal. */
export function refuse<Failure>(error: Failure): { readonly ok: false; readonly error: Failure } {
  return { ok: false, error };
}

/** True for every error that this project throws on purpose. */
export function isJmError(error: unknown): error is JmError {
  return error instanceof JmError;
}
