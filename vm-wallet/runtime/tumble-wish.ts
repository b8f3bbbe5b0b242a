import { existsSync, readFileSync, rmSync } from 'node:fs';
import { utf8 } from '../../shared/crypto/bytes.ts';
import { replaceFile } from '../../shared/files/durable-write.ts';

/** What another process asks of a running plan, whose wallet file it can't open meanwhile. */
export type TumbleWish = 'pause' | 'cancel';

function fileOf(walletFile: string): string {
  return `${walletFile}.tumble-wish`;
}

/** Leaves a wish for the process that runs the plan. */
export function leaveWish(walletFile: string, wish: TumbleWish): void {
  replaceFile(fileOf(walletFile), utf8(`${wish}\n`));
}

/** Reads the wish, or null when there is none that makes sense. */
export function readWish(walletFile: string): TumbleWish | null {
  const file = fileOf(walletFile);
  if (!existsSync(file)) return null;
  const text = readFileSync(file, 'utf8').trim();
  return text === 'pause' || text === 'cancel' ? text : null;
}

/** Forgets the wish. */
export function dropWish(walletFile: string): void {
  rmSync(fileOf(walletFile), { force: true });
}
