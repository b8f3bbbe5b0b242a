import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { DOM0_DIRECTORIES } from './policy/policy.ts';
import { PolicyTree } from './policy/tree.ts';

/**
 * Reads a copy of dom0's policy: a folder with `etc/`, `run/` and `legacy/` in it, which stand for dom0's own directories. Links are
 * followed; those that lead nowhere, and folders below, are left out, as in dom0.
 */
export function readPolicyCopy(folder: string): PolicyTree {
  const files = new Map<string, Uint8Array>();
  const directories: string[] = [];
  for (const name of ['etc', 'run', 'legacy'] as const) {
    const place = DOM0_DIRECTORIES[name];
    const source = path.join(folder, name);
    if (!existsSync(source)) continue;
    readInto(files, directories, source, place);
  }
  return new PolicyTree(files, directories);
}

function readInto(
  files: Map<string, Uint8Array>,
  directories: string[],
  source: string,
  place: string,
): void {
  directories.push(place);
  for (const name of readdirSync(source)) {
    const from = path.join(source, name);
    const to = path.posix.join(place, name);
    if (!existsSync(from)) continue;
    // Folders below hold what `!include` reads.
    if (statSync(from).isDirectory()) readInto(files, directories, from, to);
    else files.set(to, readFileSync(from));
  }
}
