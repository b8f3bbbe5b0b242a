import { readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { utf8 } from '../../shared/crypto/bytes.ts';
import { makePrivateFolder, replaceFile } from '../../shared/files/durable-write.ts';
import type { Nick } from '../../shared/jm/command.ts';
import { parseNick } from '../../shared/jm/nick.ts';

const FOLDER = 'state';
const SUFFIX = '.nick';
/** A file of ours holds sixteen characters and a newline. */
const MAX_LENGTH = 64;

/**
 * Writes down which nick a running taker or maker has, so that others with the same data directory do not join with it
 * (protocol/coinjoin.md §10.7). One a wallet: what a killed process left is written over by the next.
 * @param walletFile The wallet's file, whose name tells it from other wallets.
 * @returns Takes it back.
 */
export function claimNick(
  dataDir: string,
  role: 'maker' | 'taker',
  walletFile: string,
  nick: Nick,
): () => void {
  const folder = path.join(dataDir, FOLDER);
  makePrivateFolder(folder);
  const file = path.join(folder, `${role}-${path.basename(walletFile, '.jmw')}${SUFFIX}`);
  replaceFile(file, utf8(`${nick}\n`));
  return () => {
    rmSync(file, { force: true });
  };
}

/** The nicks of all takers and makers of this data directory. What is no nick is passed over. */
export function ownNicks(dataDir: string): ReadonlySet<Nick> {
  const folder = path.join(dataDir, FOLDER);
  const nicks = namesIn(folder).flatMap((name) => nickIn(path.join(folder, name)) ?? []);
  return new Set(nicks);
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith(SUFFIX));
  } catch {
    return [];
  }
}

/** A process that ends takes its file away at any time. */
function nickIn(file: string): Nick | null {
  try {
    return parseNick(readFileSync(file, 'utf8').slice(0, MAX_LENGTH).trim());
  } catch {
    return null;
  }
}
