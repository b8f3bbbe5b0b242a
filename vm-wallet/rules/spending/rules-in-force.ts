import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Network } from '../../../shared/bitcoin/network.ts';
import { toHex, utf8 } from '../../../shared/crypto/bytes.ts';
import { sha256 } from '../../../shared/crypto/hash.ts';
import { isJmError } from '../../../shared/errors.ts';
import { readBoundedFile } from '../../import/read-file.ts';
import { readRules, RulesFileError } from './read-rules.ts';
import { NO_RULES, type SpendingRules } from './spending-rules.ts';

const MAX_BYTES = 64 * 1024;
const ID_LENGTH = 16;

/** Where the rules of a data directory are. */
export function rulesFileIn(dataDir: string): string {
  return path.join(dataDir, 'rules.ini');
}

/** The text of a file of rules; null when there is none. @throws RulesFileError, ReadFileError */
export function rulesText(file: string): string | null {
  if (!existsSync(file)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readBoundedFile(file, MAX_BYTES));
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    throw new RulesFileError('bad-rules-file', `${file} is not UTF-8 text`, { cause });
  }
}

/** Whether the file says what was accepted. One that can't be read does not. */
export function isInForce(file: string, accepted: string | null): boolean {
  try {
    return rulesText(file) === accepted;
  } catch (error) {
    if (isJmError(error)) return false;
    throw error;
  }
}

/** What stands for rules in the audit log: the SHA-256 of their text, hex. */
export function rulesDigest(text: string): string {
  return toHex(sha256(utf8(text)));
}

/** A short name for rules: the start of their digest. */
export function rulesId(text: string): string {
  return shortId(rulesDigest(text));
}

/** The short name that belongs to a digest. */
export function shortId(digest: string): string {
  return digest.slice(0, ID_LENGTH);
}

/** The rules of a text that was accepted. @throws RulesFileError */
export function rulesOf(text: string | null, network: Network): SpendingRules {
  return text === null ? NO_RULES : readRules(text, network);
}
