import { fromHex, toHex, utf8 } from '../../shared/crypto/bytes.ts';
import type { Network } from '../../shared/bitcoin/network.ts';
import type { Random } from '../../shared/crypto/random.ts';
import { isJmError } from '../../shared/errors.ts';
import { parseState } from '../store/parse-state.ts';
import type { WalletState } from '../store/state.ts';
import type { ReadonlyState } from '../store/wallet-store.ts';
import { BackupError } from './backup-error.ts';
import { openBackup, sealBackup, type BackupHeader } from './backup-format.ts';
import { withBackupKey, type Words } from './backup-keys.ts';

/** A backup that was opened with the words of its wallet. */
export interface OpenBackup {
  readonly header: BackupHeader;
  /** The state as it was when the backup was made. */
  readonly state: WalletState;
}

/** What the words give back, and no backup holds. */
const SECRET: readonly string[] = ['entropy', 'extension'] satisfies (keyof WalletState)[];

/** The words of an open wallet. */
export function wordsIn({ entropy, extension }: Pick<ReadonlyState, 'entropy' | 'extension'>): Words {
  return { entropy: fromHex(entropy), extension };
}

/**
 * Seals all of a wallet's state but its words. The number is the state's.
 * @param time Unix seconds.
 * @throws BackupError `backup-too-large`
 */
export function makeBackup(state: ReadonlyState, time: number, random: Random): Uint8Array {
  const content = Object.fromEntries(Object.entries(state).filter(([name]) => !SECRET.includes(name)));
  const header = { network: state.network, number: state.backups, time };
  return withBackupKey(wordsIn(state), (key) =>
    sealBackup(utf8(JSON.stringify(content)), header, key, random),
  );
}

/** Opens a backup with the words of its wallet, for a network. @throws BackupError */
export function readBackup(file: Uint8Array, words: Words, network: Network): OpenBackup {
  const { header, content } = withBackupKey(words, (key) => openBackup(file, key));
  if (header.network !== network) {
    throw new BackupError(
      'backup-other-network',
      `The backup is of a ${header.network} wallet, joinmarket.cfg says ${network}`,
      { cure: 'Set network in joinmarket.cfg, or take another backup.' },
    );
  }
  return { header, state: stateOf(content, words) };
}

function stateOf(content: Uint8Array, { entropy, extension }: Words): WalletState {
  try {
    const kept: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(content));
    const whole = typeof kept === 'object' && kept !== null ? kept : {};
    const secret = { entropy: toHex(entropy), extension: extension.normalize('NFKD') };
    return parseState(utf8(JSON.stringify({ ...whole, ...secret })));
  } catch (cause) {
    if (!isJmError(cause) && !(cause instanceof SyntaxError) && !(cause instanceof TypeError)) throw cause;
    throw new BackupError(
      'backup-newer-version',
      'The backup opens, but this version does not know its content',
      {
        cure: 'Use the version of jm-wallet that made it, or a newer one.',
        cause,
      },
    );
  }
}
