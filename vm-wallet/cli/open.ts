import { existsSync } from 'node:fs';
import path from 'node:path';
import { loadConfig, parseConfig, type JoinMarketConfig } from '../../shared/config/joinmarket-cfg.ts';
import { systemRandom } from '../../shared/crypto/random.ts';
import { createContext, type WalletContext } from '../runtime/context.ts';
import { abandonOpenRounds, isLeftOpen } from '../store/leases.ts';
import { WalletStore } from '../store/wallet-store.ts';
import type { CommandContext } from './command-context.ts';
import { UsageError } from './failure.ts';
import { guardFiles } from './guard-process.ts';
import type { GlobalOptions } from './program.ts';
import { warn } from './warn.ts';

/** The wallet file that the options name. */
export function walletFile(options: GlobalOptions): string {
  if (!/^[A-Za-z0-9_.-]{1,64}$/u.test(options.wallet) || options.wallet.startsWith('.')) {
    throw new UsageError('usage', `"${options.wallet}" can't be a wallet's name`, {
      cure: 'Use letters, digits, "-" and "_".',
    });
  }
  return path.join(options.datadir, 'wallets', `${options.wallet}.jmw`);
}

/** joinmarket.cfg of the data directory, or the defaults where there is none. */
export function readConfig({ options, terminal }: CommandContext): JoinMarketConfig {
  const file = options.config ?? path.join(options.datadir, 'joinmarket.cfg');
  const config = options.config === undefined && !existsSync(file) ? parseConfig('', file) : loadConfig(file);
  for (const warning of config.warnings) warn(terminal, warning);
  return config;
}

/** Opens the wallet, runs `use`, and closes it whatever happens. */
export async function withWallet<Value>(
  command: CommandContext,
  use: (wallet: WalletContext) => Promise<Value>,
): Promise<Value> {
  const { options, passwords, version, opener = 'owner' } = command;
  const config = readConfig(command);
  guardFiles(options.datadir);
  const store = await WalletStore.open({
    file: walletFile(options),
    password: await passwords.ask('Wallet password'),
    opener,
  });
  try {
    if (store.state.network !== config.network) {
      throw new UsageError(
        'usage',
        `The wallet is for ${store.state.network}, joinmarket.cfg says ${config.network}`,
        { cure: 'Choose another --wallet, or set network in joinmarket.cfg.' },
      );
    }
    if (Object.values(store.state.rounds).some(isLeftOpen)) await store.commit(abandonOpenRounds);
    const context = createContext({
      config,
      dataDir: options.datadir,
      store,
      random: systemRandom,
      software: `jm-wallet ${version}`,
    });
    return await use(context);
  } finally {
    store.close();
  }
}
