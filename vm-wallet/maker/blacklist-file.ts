import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import type { Commitment } from '../../shared/jm/command.ts';
import { canonicalCommitment, CommitmentBlacklist } from '../../shared/jm/commitment-blacklist.ts';
import { makePrivateFolder, syncFolder } from '../../shared/files/durable-write.ts';

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
    const text = existsSync(this.#file) ? readFileSync(this.#file, 'utf8') : null;
    if (text === null) syncNewFile(this.#file);
    // The reference ends its file without a newline; so does a write that was cut.
    else if (text !== '' && !text.endsWith('\n')) appendDurably(this.#file, '\n');
    const known = (text ?? '').split('\n').map(canonicalCommitment);
    this.#list = new CommitmentBlacklist(known.filter((entry) => entry !== null));
  }

  has(commitment: Commitment): boolean {
    return this.#list.has(commitment);
  }

  /** Adds what others say; false when it is known, or when the list is so long that only a flood explains it. */
  addHeard(commitment: Commitment): boolean {
    return this.#list.size < MAX_ENTRIES && this.add(commitment);
  }

  /** Adds a commitment that a taker used with us: always, however full hearsay made the list. False when it is known. */
  add(commitment: Commitment): boolean {
    if (this.#list.has(commitment)) return false;
    appendDurably(this.#file, `${commitment}\n`);
    return this.#list.add(commitment);
  }
}

function appendDurably(file: string, text: string): void {
  const descriptor = openSync(file, 'a', 0o600);
  try {
    writeSync(descriptor, text);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Makes the empty file, and its name in the folder durable. */
function syncNewFile(file: string): void {
  appendDurably(file, '');
  syncFolder(path.dirname(file));
}
