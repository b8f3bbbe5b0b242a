import { fromHex } from '../../../shared/crypto/bytes.ts';
import { checkWallet } from '../../check/wallet-check.ts';
import { HdWallet } from '../../keys/hd-wallet.ts';
import { WalletStore } from '../../store/wallet-store.ts';
import type { CommandContext } from '../command-context.ts';
import { reportFindings } from '../findings.ts';
import { walletFile } from '../open.ts';

/** Looks whether what the wallet file holds fits together. @throws DoctorError */
export async function check({ options, passwords, terminal }: CommandContext): Promise<void> {
  // Not as other commands open it: they put leftovers in order first.
  const store = await WalletStore.open({
    file: walletFile(options),
    password: await passwords.ask('Wallet password'),
  });
  try {
    const { state } = store;
    const keys = new HdWallet({ ...state, entropy: fromHex(state.entropy) });
    const findings = checkWallet(state, keys, Math.floor(Date.now() / 1000));
    reportFindings(terminal, findings);
    terminal.data({ findings });
  } finally {
    store.close();
  }
}
