import type { ValidateFunction } from 'ajv';

/**
 * Reads JSON by a schema.
 * @param unreadable Makes the error that is thrown, from what is wrong and where.
 */
export function readJson<Value>(
  text: string,
  validate: ValidateFunction<Value>,
  unreadable: (what: string, cause?: unknown) => Error,
): Value {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw unreadable('it is not JSON', cause);
  }
  if (validate(value)) return value;
  const [first] = validate.errors ?? [];
  throw unreadable(`${first?.instancePath ?? ''} ${first?.message ?? ''}`.trim());
}
