import type { Command } from 'commander';
import { wholeNumber, type Perform } from './arguments.ts';

export interface BackupInvocation {
  readonly command: 'backup';
  readonly file?: string;
  readonly force: boolean;
  readonly toNetVm: boolean;
}

export interface RestoreInvocation {
  readonly command: 'restore';
  readonly file?: string;
  readonly fromNetVm: boolean;
  readonly wordsFd?: number;
  readonly extension: boolean;
  readonly extensionFd?: number;
  readonly skip?: number;
  readonly drill: boolean;
  readonly wordsOnly: boolean;
}

export interface PasswordInvocation {
  readonly command: 'password';
  readonly newPasswordFd?: number;
}

export interface CheckInvocation {
  readonly command: 'check';
}

/** Commands that keep a wallet from being lost: `backup`, `restore`, `password` and `check`. */
export function defineKeep(
  program: Command,
  perform: Perform<BackupInvocation | RestoreInvocation | PasswordInvocation | CheckInvocation>,
): void {
  program
    .command('backup')
    .description('write all that the words alone would not bring back to one sealed file')
    .argument('[file]', 'where to write it')
    .option('--force', 'replace an older backup', false)
    .option('--to-net-vm', 'hand a copy to the net VM, which can not read it', false)
    .addHelpText(
      'after',
      '\nThe words of the wallet open it, and nothing else does; the words are not in it.\n' +
        'Test it with "jm-wallet restore FILE --drill".',
    )
    .action((file: string | undefined, options: Omit<BackupInvocation, 'command' | 'file'>) =>
      perform({ command: 'backup', ...(file === undefined ? {} : { file }), ...options }),
    );

  program
    .command('restore')
    .description('make a wallet from its words and a backup')
    .argument('[file]', 'the backup')
    .option('--from-net-vm', 'take the newest copy that the net VM gives', false)
    .option('--words-fd <n>', 'read the words from this file descriptor', wholeNumber)
    .option('--extension', 'ask for the mnemonic extension (BIP39 passphrase)', false)
    .option('--extension-fd <n>', 'read the mnemonic extension from this file descriptor', wholeNumber)
    .option('--skip <n>', 'addresses of each branch to pass over, instead of an estimate', wholeNumber)
    .option('--drill', 'make no wallet: show whether words and backup give the one that is here', false)
    .option('--words-only', 'with --drill: whether the words alone give its balance', false)
    .addHelpText(
      'after',
      '\nAddresses that were shown after the backup are unknown to it, so each branch goes on 20 addresses later,\n' +
        'and more for each day since. PoDLE commitments that were used since are unknown too: makers refuse those.',
    )
    .action((file: string | undefined, options: Omit<RestoreInvocation, 'command' | 'file'>) =>
      perform({ command: 'restore', ...(file === undefined ? {} : { file }), ...options }),
    );

  program
    .command('password')
    .description('change the password of the wallet file')
    .option('--new-password-fd <n>', 'read the new password from this file descriptor', wholeNumber)
    .addHelpText('after', '\nCopies of the wallet file that lie elsewhere keep the old password.')
    .action((options: Omit<PasswordInvocation, 'command'>) => perform({ command: 'password', ...options }));

  program
    .command('check')
    .description('test that what the wallet file holds fits together; asks nobody, changes nothing')
    .action(() => perform({ command: 'check' }));
}
