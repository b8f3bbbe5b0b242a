import { NodeError } from './node-error.ts';

/** @throws NodeError `node-bad-answer` unless the value is an object. */
export function record(value: unknown): Record<string, unknown> {
  if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
  throw badForm();
}

/** @throws NodeError `node-bad-answer` unless the value is a list. */
export function list(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw badForm();
}

/** @throws NodeError `node-bad-answer` unless the value is a whole number from 0 up. */
export function wholeNumber(value: unknown): number {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
  throw badForm();
}

function badForm(): NodeError {
  return new NodeError('node-bad-answer', 'bitcoind answered in an unknown form');
}
