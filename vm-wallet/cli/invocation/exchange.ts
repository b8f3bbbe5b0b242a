import { Option, type Command } from 'commander';
import { wholeNumber, type Perform } from './arguments.ts';

export interface ImportInvocation {
  readonly command: 'import';
  readonly file?: string;
  readonly words: boolean;
  readonly wordsFd?: number;
  readonly extension: boolean;
  readonly extensionFd?: number;
  readonly family?: 'native' | 'nested';
  readonly birthday?: number;
  readonly filePasswordFd?: number;
  readonly dryRun: boolean;
}

export interface ExportInvocation {
  readonly command: 'export';
  readonly descriptors: boolean;
}

export interface LabelsExportInvocation {
  readonly command: 'labels export';
}

export interface LabelsImportInvocation {
  readonly command: 'labels import';
  readonly file: string;
}

export type ExchangeInvocation =
  ImportInvocation | ExportInvocation | LabelsExportInvocation | LabelsImportInvocation;

/** `import`, `export`, `labels export` and `labels import`. */
export function defineExchange(program: Command, perform: Perform<ExchangeInvocation>): void {
  defineImport(program, perform);

  program
    .command('export')
    .description('print what another program needs to watch this wallet; no private key')
    .option('--descriptors', 'public output descriptors (BIP380), one a line', false)
    .action((options: Omit<ExportInvocation, 'command'>) => perform({ command: 'export', ...options }));

  const labels = program
    .command('labels')
    .description('bring labels and freezes in and out (BIP329)')
    .showHelpAfterError('(jm-wallet labels help COMMAND explains it)');
  labels
    .command('export')
    .description('print every label and freeze, one JSON object a line')
    .action(() => perform({ command: 'labels export' }));
  labels
    .command('import')
    .description('take labels and freezes for transactions, addresses and coins of this wallet from a file')
    .argument('<file>', 'a label file as BIP329 has it')
    .action((file: string) => perform({ command: 'labels import', file }));
}

function defineImport(program: Command, perform: Perform<ImportInvocation>): void {
  program
    .command('import')
    .description('make a wallet from one of joinmarket-clientserver, or find out what words hold')
    .argument('[file]', 'a .jmdat file')
    .option('--file-password-fd <n>', "read the file's password from this file descriptor", wholeNumber)
    .option('--words', 'ask for a mnemonic instead, and look for its coins on the chain', false)
    .addOption(
      new Option('--words-fd <n>', 'read the words from this file descriptor')
        .argParser(wholeNumber)
        .implies({ words: true }),
    )
    .option('--extension', 'ask for the mnemonic extension (BIP39 passphrase)', false)
    .option('--extension-fd <n>', 'read the extension from this file descriptor', wholeNumber)
    .addOption(
      new Option('--family <kind>', 'look for addresses of this kind only').choices(['native', 'nested']),
    )
    .option('--birthday <height>', 'no coin of this wallet is in a block below this height', wholeNumber)
    .option('--dry-run', 'show what was found, and write nothing', false)
    .action((file: string | undefined, options: Omit<ImportInvocation, 'command' | 'file'>) =>
      perform({ command: 'import', ...options, ...(file === undefined ? {} : { file }) }),
    );
}
