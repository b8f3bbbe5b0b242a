import { checkWallet } from '../../check/wallet-check.ts';
import { keysOf } from '../../runtime/context.ts';
import { WalletStore } from '../../store/wallet-store.ts';
import type { CommandContext } from '../command-context.ts';
import { reportFindings } from '../findings.ts';
import { walletFile } from '../open.ts';

/** Looks whether what the wallet file holds fits together. @throws DoctorError */
export async function check({
  options,
  passwords,
  terminal,
  opener = 'owner',
}: CommandContext): Promise<void> {
  // Not as other commands open it: they put leftovers in order first.
  const store = await WalletStore.open({
    file: walletFile(options),
    password: await passwords.ask('Wallet password'),
    opener,
  });
  try {
    const findings = checkWallet(store.state, keysOf(store), Math.floor(Date.now() / 1000));
    reportFindings(terminal, findings);
    terminal.data({ findings });
  } finally {
    store.close();
  }
}
