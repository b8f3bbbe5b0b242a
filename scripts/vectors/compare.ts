import { inspect, isDeepStrictEqual } from 'node:util';
import type { CaseResult } from './topic.ts';

/** A parsed vector file's cases: lists by name, or one list. The recordings are ours, so their form is trusted. */
export type Recorded = Record<string, unknown>;

/** The cases of a vector file that has one list. */
export function caseList(file: unknown): readonly Recorded[] {
  return (file as { cases: readonly Recorded[] }).cases;
}

/** The named list of a vector file that has several. */
export function listOf(file: unknown, name: string): readonly Recorded[] {
  return (file as { cases: Record<string, readonly Recorded[]> }).cases[name] ?? [];
}

/** Compares what we made with what was recorded. */
export function compare(name: string, actual: unknown, expected: unknown): CaseResult {
  if (isDeepStrictEqual(actual, expected)) return { name, ok: true };
  return { name, ok: false, detail: `expected ${show(expected)}, got ${show(actual)}` };
}

/** Compares floats with a relative tolerance of 1e-9. */
export function compareFloat(name: string, actual: number, expected: number): CaseResult {
  const close = actual === expected || Math.abs(actual - expected) <= 1e-9 * Math.abs(expected);
  return close ? { name, ok: true } : { name, ok: false, detail: `expected ${expected}, got ${actual}` };
}

/** The value, or the thrown error's name. */
export function outcome(act: () => unknown): unknown {
  try {
    return act();
  } catch {
    return 'refused';
  }
}

/** A recorded field as text. */
export function textOf(recorded: Recorded, field: string): string {
  return String(recorded[field]);
}

function show(value: unknown): string {
  return inspect(value, { depth: 6, breakLength: Infinity }).slice(0, 300);
}
