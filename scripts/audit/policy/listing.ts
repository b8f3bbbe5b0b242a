import { posix } from 'node:path';
import { PolicyError } from './policy-error.ts';
import type { PolicyTree } from './tree.ts';

const GOOD_NAME = /^[0-9a-z_.-]+$/u;

/**
 * The names of a directory's policy files, sorted; null when there is no such directory. One bad name spoils the whole policy.
 * @throws PolicyError `bad-file-name`
 */
export function policyFileNames(tree: PolicyTree, directory: string): readonly string[] | null {
  const names = tree.list(directory)?.filter((name) => name.endsWith('.policy') && !name.startsWith('.'));
  const bad = names?.find((name) => !GOOD_NAME.test(name));
  if (bad !== undefined) {
    throw new PolicyError(
      'bad-file-name',
      { file: posix.join(directory, bad), line: null },
      'a policy file is named with 0-9, a-z, "_", "." and "-" only',
    );
  }
  return names ?? null;
}
