import type { Command } from 'commander';
import type { Perform } from './arguments.ts';

export interface PsbtSignInvocation {
  readonly command: 'psbt sign';
  readonly file: string;
  readonly out?: string;
}

export interface PsbtCombineInvocation {
  readonly command: 'psbt combine';
  readonly files: readonly string[];
  readonly out?: string;
}

export interface PsbtFinalizeInvocation {
  readonly command: 'psbt finalize';
  readonly file: string;
  readonly out?: string;
}

export interface PsbtBroadcastInvocation {
  readonly command: 'psbt broadcast';
  readonly file: string;
}

export type PsbtInvocation =
  PsbtSignInvocation | PsbtCombineInvocation | PsbtFinalizeInvocation | PsbtBroadcastInvocation;

interface OutOption {
  readonly out?: string;
}

const FILE = 'a PSBT of version 0, base64 or binary; - for stdin';
const OUT = 'write to this new file instead of stdout';

/** `psbt sign`, `psbt combine`, `psbt finalize` and `psbt broadcast`. */
export function definePsbt(program: Command, perform: Perform<PsbtInvocation>): void {
  const psbt = program
    .command('psbt')
    .description('transactions that several sign (BIP174); out comes base64')
    .showHelpAfterError('(jm-wallet psbt help COMMAND explains it)');
  psbt
    .command('sign')
    .description('sign the inputs that are free coins of this wallet; asks nothing of the net VM')
    .argument('<file>', FILE)
    .option('--out <file>', OUT)
    .action((file: string, options: OutOption) => perform({ command: 'psbt sign', file, ...options }));
  psbt
    .command('combine')
    .description('bring together what several signers added to one transaction; needs no wallet')
    .argument('<files...>', FILE)
    .option('--out <file>', OUT)
    .action((files: string[], options: OutOption) => perform({ command: 'psbt combine', files, ...options }));
  psbt
    .command('finalize')
    .description('check every signature and put it in its place; needs no wallet')
    .argument('<file>', FILE)
    .option('--out <file>', OUT)
    .action((file: string, options: OutOption) => perform({ command: 'psbt finalize', file, ...options }));
  psbt
    .command('broadcast')
    .description('give a completely signed transaction to our own node')
    .argument('<file>', FILE)
    .action((file: string) => perform({ command: 'psbt broadcast', file }));
}
