import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import type { Commitment } from '../../shared/jm/command.ts';
import { canonicalCommitment, CommitmentBlacklist } from '../../shared/jm/commitment-blacklist.ts';
import { makePrivateFolder } from '../store/durable-write.ts';

const MAX_ENTRIES = 500_000;

/**
 * The maker's list of used commitments, one a line, in the reference's place and form (`cmtdata/commitmentlist`). An entry is on
 * disk when `add` returns.
 */
export class BlacklistFile {
  readonly #file: string;
  readonly #list: CommitmentBlacklist;

  constructor(dataDir: string) {
    const folder = path.join(dataDir, 'cmtdata');
    makePrivateFolder(folder);
    this.#file = path.join(folder, 'commitmentlist');
    const lines = existsSync(this.#file) ? readFileSync(this.#file, 'utf8').split('\n') : [];
    const known = lines.map(canonicalCommitment).filter((entry) => entry !== null);
    this.#list = new CommitmentBlacklist(known);
  }

  has(commitment: Commitment): boolean {
    return this.#list.has(commitment);
  }

  /** Adds a commitment; false when it is known, or when the list is so long that only a flood explains it. */
  add(commitment: Commitment): boolean {
    if (this.#list.size >= MAX_ENTRIES || !this.#list.add(commitment)) return false;
    const descriptor = openSync(this.#file, 'a', 0o600);
    try {
      writeSync(descriptor, `${commitment}\n`);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    return true;
  }
}
