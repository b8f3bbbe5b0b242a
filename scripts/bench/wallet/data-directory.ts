import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { WalletState } from '../../../vm-wallet/store/state.ts';
import { WalletStore } from '../../../vm-wallet/store/wallet-store.ts';

export const PASSWORD = 'correct horse';

/** A data directory of jm-wallet, with a wallet that costs as much to open as a real one. */
export interface DataDirectory {
  readonly directory: string;
  readonly file: string;
}

/** Makes a wallet on disk, lends it to `use`, and removes it. */
export async function withDataDirectory<Value>(
  state: WalletState,
  use: (made: DataDirectory) => Promise<Value>,
): Promise<Value> {
  const directory = mkdtempSync(path.join(tmpdir(), 'jm-bench-'));
  const file = path.join(directory, 'wallets', 'wallet.jmw');
  try {
    mkdirSync(path.dirname(file));
    writeFileSync(path.join(directory, 'joinmarket.cfg'), '[BLOCKCHAIN]\nblockchain_source = regtest\n');
    (await WalletStore.create({ file, password: PASSWORD, state })).close();
    return await use({ directory, file });
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
