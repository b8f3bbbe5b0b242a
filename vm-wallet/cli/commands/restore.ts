import { existsSync } from 'node:fs';
import type { JoinMarketConfig } from '../../../shared/config/joinmarket-cfg.ts';
import { readBackup, type OpenBackup } from '../../backup/backup.ts';
import { BackupError } from '../../backup/backup-error.ts';
import { readBackupFile } from '../../backup/backup-file.ts';
import { copyNameOf, type Words } from '../../backup/backup-keys.ts';
import { summaryOf, type BackupSummary } from '../../backup/backup-summary.ts';
import { fetchNewest } from '../../backup/net-vm-copies.ts';
import { MAX_SKIP, restoredState } from '../../backup/restored-state.ts';
import { StoreError, WalletStore } from '../../store/wallet-store.ts';
import type { CommandContext } from '../command-context.ts';
import { withCopies } from '../copies.ts';
import { UsageError } from '../failure.ts';
import { readConfig, walletFile } from '../open.ts';
import type { Invocation } from '../program.ts';
import { table } from '../table.ts';
import { amountText, type Terminal } from '../terminal.ts';
import { askWords } from '../words.ts';
import { warn } from '../warn.ts';

export type RestoreInvocation = Extract<Invocation, { command: 'restore' }>;

/** Makes a wallet file from words and a backup. @throws BackupError, StoreError, BridgeError */
export async function restore(command: CommandContext, invocation: RestoreInvocation): Promise<void> {
  const { terminal, options, passwords } = command;
  checkUsage(invocation);
  const config = readConfig(command);
  const file = walletFile(options);
  if (existsSync(file)) {
    throw new StoreError('wallet-exists', `There is a wallet at ${file} already`, {
      cure: 'Give the restored one another name with --wallet, or test the backup with --drill.',
    });
  }
  const words = await askWords(invocation);
  const backup = await openedBackup(command, invocation, config, words);
  const summary = summaryOf(backup);
  showSummary(terminal, summary);
  const state = restoredState(backup, Math.floor(Date.now() / 1000), invocation.skip);
  const password = await passwords.ask('Password for the wallet file', { confirm: true });
  (await WalletStore.create({ file, password, state })).close();
  terminal.line(`Restored ${file}. "jm-wallet display" looks for what happened since the backup.`);
  terminal.line(
    'Make a new backup then: addresses were passed over, and the words alone are not looked for so far.',
  );
  if (invocation.fromNetVm) {
    warn(terminal, `the net VM may hide copies that are newer than this`);
  }
  terminal.data({ file, ...summary });
}

/** Refuses options that do not go together. @throws UsageError */
export function checkUsage({ file, fromNetVm, skip, drill, wordsOnly }: RestoreInvocation): void {
  const sources = [file !== undefined, fromNetVm, wordsOnly].filter(Boolean).length;
  if (sources !== 1) {
    throw new UsageError('usage', 'A backup comes from one place', {
      cure: 'Give a file, --from-net-vm, or --drill --words-only.',
    });
  }
  if (wordsOnly && !drill) {
    throw new UsageError('usage', '--words-only belongs to --drill', {
      cure: 'To make a wallet from its words alone: jm-wallet recover',
    });
  }
  if (skip !== undefined && (drill || skip > MAX_SKIP)) {
    throw new UsageError('usage', `--skip is 0 to ${MAX_SKIP}, and not for a drill`, {
      cure: 'Leave it out for an estimate.',
    });
  }
}

/** Gets the backup that the options name, and opens it. @throws BackupError, BridgeError */
export async function openedBackup(
  { version }: CommandContext,
  { file, fromNetVm }: RestoreInvocation,
  config: JoinMarketConfig,
  words: Words,
): Promise<OpenBackup> {
  const { network } = config;
  if (!fromNetVm) return readBackup(readBackupFile(file ?? ''), words, network);
  const names = (['native', 'nested'] as const).map((family) => copyNameOf(words, { network, family }));
  const { number, bytes } = await withCopies(config, version, (keeper) => fetchNewest(keeper, names));
  const backup = readBackup(bytes, words, network);
  if (backup.header.number === number) return backup;
  throw new BackupError(
    'backup-copy-numbers',
    `The net VM gave backup ${backup.header.number} out as number ${number}`,
    { cure: 'Take a backup file, and do not trust the net VM.' },
  );
}

/** What a backup holds, for people. */
export function showSummary(terminal: Terminal, summary: BackupSummary): void {
  const rows = [
    ['backup', `${summary.number} of ${new Date(summary.time * 1000).toISOString()}`],
    ['balance then', amountText(summary.balance)],
    ['coins', `${summary.coins}, ${summary.frozen} of them frozen, ${summary.bonds} of them bonds`],
    ['mixdepths', String(summary.mixdepths)],
    ['history', `${summary.history} entries`],
    ['labels', String(summary.labels)],
    ['PoDLE uses', String(summary.commitments)],
  ];
  for (const line of table(rows)) terminal.line(line);
}
