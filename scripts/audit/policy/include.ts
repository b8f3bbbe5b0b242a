import { posix } from 'node:path';
import { type Place, PolicyError } from './policy-error.ts';
import { quoted } from './quoted.ts';
import type { PolicyTree } from './tree.ts';

/** How deep files may include files, and how many a policy may include in all. Qubes has no such numbers; it would crash. */
export const MAX_INCLUDE_DEPTH = 50;
export const MAX_INCLUDES = 10_000;

/** One file being read. */
export interface Reading {
  readonly tree: PolicyTree;
  /** Where relative paths start: the directory of the file that Qubes read on its own account. */
  readonly base: string;
  readonly legacyDirectory: string;
  /** The file itself, and before it the files that lead to it. */
  readonly open: readonly string[];
  /** How many more files may be included. */
  readonly budget: { left: number };
}

/** A file that another one includes. */
export interface Included {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly reading: Reading;
}

/** Opens the file that a directive names. @throws PolicyError `missing-include`, `include-loop`, `too-many-includes` */
export function openInclude(reading: Reading, place: Place, name: string): Included {
  const file = posix.resolve(reading.base, name);
  if (reading.open.includes(file)) {
    throw new PolicyError('include-loop', place, `${quoted(name)} includes itself`);
  }
  const bytes = reading.tree.read(file);
  if (bytes === null) throw new PolicyError('missing-include', place, `there is no file ${quoted(file)}`);
  if (reading.open.length > MAX_INCLUDE_DEPTH || reading.budget.left === 0) {
    throw new PolicyError('too-many-includes', place, 'the policy includes too many files');
  }
  reading.budget.left -= 1;
  return { file, bytes, reading: { ...reading, open: [...reading.open, file] } };
}
