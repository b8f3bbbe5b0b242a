import { toHex } from '../../../shared/crypto/bytes.ts';
import type { Finding } from '../../../shared/finding.ts';
import { compareBalances, compareStates } from '../../backup/compare-states.ts';
import type { Words } from '../../backup/backup-keys.ts';
import { summaryOf } from '../../backup/backup-summary.ts';
import { scanByDescriptors } from '../../chain/descriptor-scan.ts';
import { scan } from '../../chain/filter-scan.ts';
import { LOOKAHEAD } from '../../chain/watch-list.ts';
import { HdWallet } from '../../keys/hd-wallet.ts';
import type { WalletContext } from '../../runtime/context.ts';
import { newState } from '../../store/new-state.ts';
import type { WalletState } from '../../store/state.ts';
import { UnsavedStore } from '../../store/unsaved-store.ts';
import type { CommandContext } from '../command-context.ts';
import { EXIT, exitCodeOf } from '../failure.ts';
import { reportFindings } from '../findings.ts';
import { withWallet } from '../open.ts';
import { withChain } from '../sync.ts';
import { askWords } from '../words.ts';
import { checkUsage, openedBackup, showSummary, type RestoreInvocation } from './restore.ts';
import { warn } from '../warn.ts';

/**
 * Rehearses a restore in memory: the words as typed, the backup as it lies there and the chain make a second wallet, which must
 * equal the one in use. @throws DoctorError when it does not; BackupError
 */
export async function drill(command: CommandContext, invocation: RestoreInvocation): Promise<void> {
  const { terminal } = command;
  checkUsage(invocation);
  await withWallet(command, async (wallet) => {
    const words = await askWords(invocation);
    const findings = invocation.wordsOnly
      ? await rehearseWords(command, wallet, words)
      : await rehearseBackup(command, invocation, wallet, words);
    reportFindings(terminal, findings);
    const enough = invocation.wordsOnly
      ? 'The words alone are enough for the coins'
      : 'Words + file are enough';
    terminal.line(`${enough}: they give the wallet that is here.`);
    terminal.data({ findings });
  });
}

async function rehearseBackup(
  command: CommandContext,
  invocation: RestoreInvocation,
  wallet: WalletContext,
  words: Words,
): Promise<Finding[]> {
  const { terminal } = command;
  const backup = await openedBackup(command, invocation, wallet.config, words);
  showSummary(terminal, summaryOf(backup));
  const { backups } = wallet.store.state;
  if (backup.header.number < backups) {
    warn(terminal, `this is backup ${backup.header.number}; the newest that was made is ${backups}`);
  }
  const rebuilt = new UnsavedStore(backup.state);
  try {
    await catchUp(command, wallet, words, () => rebuilt);
  } catch (error) {
    if (exitCodeOf(error) !== EXIT.netVm) throw error;
    const why = error instanceof Error ? error.message : '';
    warn(terminal, `compared without the chain: ${why}`);
  }
  return compareStates(rebuilt.state, wallet.store.state);
}

async function rehearseWords(
  command: CommandContext,
  wallet: WalletContext,
  words: Words,
): Promise<Finding[]> {
  const rebuilt = await catchUp(
    command,
    wallet,
    words,
    () => new UnsavedStore(fromWords(wallet.store.state, words)),
  );
  return compareBalances(rebuilt.state, wallet.store.state);
}

/** Brings the wallet and then the second one up to the same tip. */
function catchUp(
  { terminal }: CommandContext,
  wallet: WalletContext,
  words: Words,
  start: () => UnsavedStore,
): Promise<UnsavedStore> {
  return withChain(wallet, terminal, async (client) => {
    const rebuilt = start();
    const { network, family, backend } = rebuilt.state;
    // As the wallet itself looks: a node without filters has no others.
    const look = backend === 'filters' ? scan : scanByDescriptors;
    await look(rebuilt, new HdWallet({ ...words, network, family }), wallet.headers.chain, client, {
      lookahead: Math.max(LOOKAHEAD, wallet.config.policy.gapLimit),
      reusePolicy: wallet.config.policy.maxSatsFreezeReuse,
      onProgress: ({ height, target }) => {
        terminal.progress(`rebuilding: block ${height} of ${target}`);
      },
    });
    return rebuilt;
  });
}

/** What `recover` would begin with. */
function fromWords(
  wallet: Pick<WalletState, 'network' | 'family' | 'backend' | 'createdAt' | 'birthday' | 'mixdepths'>,
  { entropy, extension }: Words,
): WalletState {
  const { network, family, backend, createdAt, birthday, mixdepths } = wallet;
  const secret = { entropy: toHex(entropy), extension };
  return newState({ network, family, backend, createdAt, birthday, mixdepths, ...secret });
}
