import type { CopyKeeper } from '../../../shared/bridge/copies.ts';
import { makeBackup, wordsIn } from '../../backup/backup.ts';
import { checkPlace, writeBackup } from '../../backup/backup-file.ts';
import { copyNameOf } from '../../backup/backup-keys.ts';
import { keepCopy, nextNumber } from '../../backup/net-vm-copies.ts';
import type { WalletContext } from '../../runtime/context.ts';
import type { CommandContext } from '../command-context.ts';
import { withCopies } from '../copies.ts';
import { UsageError } from '../failure.ts';
import { withWallet } from '../open.ts';
import type { Invocation } from '../program.ts';

type BackupInvocation = Extract<Invocation, { command: 'backup' }>;

/** Makes a backup: a file, a copy in the net VM, or both. @throws BackupError, BridgeError */
export async function backup(command: CommandContext, invocation: BackupInvocation): Promise<void> {
  const { file, force, toNetVm } = invocation;
  if (file === undefined && !toNetVm) {
    throw new UsageError('usage', 'The backup has no place to go to', {
      cure: 'Give a file, or --to-net-vm, or both.',
    });
  }
  if (file !== undefined) checkPlace(file, force);
  await withWallet(command, (wallet) =>
    toNetVm
      ? withCopies(wallet.config, command.version, (keeper) => make(command, invocation, wallet, keeper))
      : make(command, invocation, wallet, null),
  );
}

async function make(
  { terminal }: CommandContext,
  { file }: BackupInvocation,
  { store, now, random }: WalletContext,
  keeper: CopyKeeper | null,
): Promise<void> {
  const name = copyNameOf(wordsIn(store.state), store.state);
  const number = nextNumber(store.state.backups, keeper === null ? [] : await keeper.copies(name));
  // Before it exists, so that no two backups ever share a number.
  await store.commit((draft) => {
    draft.backups = number;
  });
  const time = now();
  const bytes = makeBackup(store.state, time, random);
  if (file !== undefined) {
    writeBackup(file, bytes);
    terminal.line(`Backup ${number} is ${file} (${bytes.length / 1024} KiB).`);
  }
  if (keeper !== null) {
    await keepCopy(keeper, name, number, bytes);
    terminal.line(`The net VM keeps a copy of backup ${number}.`);
  }
  terminal.line('The words of this wallet open it. Test it: jm-wallet restore ... --drill');
  terminal.data({ number, time, bytes: bytes.length, file: file ?? null, inNetVm: keeper !== null });
}
