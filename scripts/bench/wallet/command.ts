import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { MemoryWatch } from '../market/memory.ts';
import { PASSWORD } from './data-directory.ts';

const PROGRAM = path.resolve(import.meta.dirname, '../../../dist/jm-wallet');
const PASSWORD_FD = 3;

/** One run of the program that ships. */
export interface CommandRun {
  readonly seconds: number;
  /** Bytes. */
  readonly peak: number;
  readonly lines: readonly string[];
}

/** Runs `jm-wallet` as a user does, from its start to its end. @throws Error when it fails. */
export async function runCommand(argv: readonly string[], directory?: string): Promise<CommandRun> {
  const needsPassword = directory !== undefined;
  const on = needsPassword ? ['--datadir', directory, '--password-fd', String(PASSWORD_FD)] : [];
  const start = performance.now();
  const child = spawn(process.execPath, [PROGRAM, ...on, ...argv], {
    stdio: ['ignore', 'pipe', 'inherit', ...(needsPassword ? (['pipe'] as const) : [])],
  });
  const memory = new MemoryWatch(child.pid ?? 0, 5);
  const password = child.stdio[PASSWORD_FD];
  if (password !== undefined && password !== null && 'end' in password) password.end(`${PASSWORD}\n`);
  const chunks: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk));
  const [code] = (await once(child, 'close')) as [number | null];
  const seconds = (performance.now() - start) / 1000;
  const { peak } = memory.end();
  if (code !== 0) throw new Error(`jm-wallet ${argv.join(' ')} ended with ${code}`);
  return { seconds, peak, lines: Buffer.concat(chunks).toString().trimEnd().split('\n') };
}
