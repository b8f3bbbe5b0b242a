import { posix } from 'node:path';
import { readCurrentFile } from './current.ts';
import { MAX_INCLUDES } from './include.ts';
import { policyFileNames } from './listing.ts';
import { PolicyError } from './policy-error.ts';
import type { Rule } from './rule.ts';
import type { PolicyTree } from './tree.ts';

/** Where the parts of the policy lie. */
export interface PolicyDirectories {
  /** Gone after a reboot; its files replace those of the same name in `etc`. */
  readonly run: string;
  readonly etc: string;
  /** Files of the old format, read where `!compat-4.0` says so. */
  readonly legacy: string;
}

export const DOM0_DIRECTORIES: PolicyDirectories = {
  run: '/run/qubes/policy.d',
  etc: '/etc/qubes/policy.d',
  legacy: '/etc/qubes-rpc/policy',
};

/** All rules of a machine in the order in which dom0 goes through them. */
export class Policy {
  readonly rules: readonly Rule[];
  /** Null until somebody asks for that service. */
  readonly #byService = new Map<string, readonly Rule[] | null>();
  readonly #forEveryService: readonly Rule[];

  constructor(rules: readonly Rule[]) {
    this.rules = rules;
    this.#forEveryService = rules.filter((rule) => rule.service === '*');
    for (const rule of rules) this.#byService.set(rule.service, null);
  }

  /** The rules about a service, in order. */
  about(service: string): readonly Rule[] {
    const known = this.#byService.get(service);
    if (known === undefined) return this.#forEveryService;
    const rules = known ?? this.rules.filter((rule) => rule.service === '*' || rule.service === service);
    this.#byService.set(service, rules);
    return rules;
  }
}

/** Reads the whole policy, as dom0 does before it decides anything. @throws PolicyError when it would refuse every call */
export function loadPolicy(tree: PolicyTree, directories: PolicyDirectories = DOM0_DIRECTORIES): Policy {
  const directoryOf = new Map<string, string>();
  for (const directory of [directories.etc, directories.run]) {
    const names = policyFileNames(tree, directory);
    if (names === null) {
      throw new PolicyError('missing-directory', { file: directory, line: null }, 'the directory is missing');
    }
    for (const name of names) directoryOf.set(name, directory);
  }
  const budget = { left: MAX_INCLUDES };
  const rules = [...directoryOf.keys()].sort().flatMap((name) => {
    const base = directoryOf.get(name) ?? '';
    const file = posix.join(base, name);
    return readCurrentFile(tree.read(file) ?? new Uint8Array(), {
      tree,
      base,
      legacyDirectory: directories.legacy,
      open: [file],
      budget,
    });
  });
  return new Policy(rules);
}
