import path from 'node:path';
import type { RegtestNode } from '../regtest/bitcoind.ts';
import type { ChainClient } from '../../shared/bridge/chain.ts';
import { parseConfig } from '../../shared/config/joinmarket-cfg.ts';
import { toHex } from '../../shared/crypto/bytes.ts';
import type { Random } from '../../shared/crypto/random.ts';
import { createContext, type WalletContext } from '../../vm-wallet/runtime/context.ts';
import { synchronise } from '../../vm-wallet/runtime/synchronise.ts';
import { EXTERNAL, issueAddress } from '../../vm-wallet/store/address-book.ts';
import { newState } from '../../vm-wallet/store/new-state.ts';
import { abandonOpenRounds } from '../../vm-wallet/store/leases.ts';
import { WalletStore } from '../../vm-wallet/store/wallet-store.ts';
import { nodeClient } from '../../test/fixtures/node-client.ts';

/** Short waits, as the pit is in memory; coins are old enough after three blocks, and serve for many attempts. */
const CONFIG = `
[BLOCKCHAIN]
blockchain_source = regtest
[TAKER]
orderbook_min_wait = 0.2
orderbook_quiet_period = 0.2
order_wait_time = 5
[TIMEOUT]
maker_timeout_sec = 2
[POLICY]
minimum_makers = 2
taker_utxo_age = 3
taker_utxo_retries = 10
tx_fees = 3000
tx_fees_factor = 0
tx_broadcast = self
`;
const PASSWORD = 'simulated';
const CHEAP_KDF = { memoryKib: 8, passes: 1, lanes: 1 };

/** A wallet of the simulation with its own line to the node. */
export interface SimulatedWallet {
  readonly context: WalletContext;
  readonly chain: ChainClient;
  close(): Promise<void>;
}

/** Makes a wallet and pays coins to it; they are not mined yet. */
export async function createWallet(
  node: RegtestNode,
  directory: string,
  coins: readonly (readonly [mixdepth: number, value: bigint])[],
  random: Random,
): Promise<SimulatedWallet> {
  const store = await WalletStore.create({
    file: path.join(directory, 'wallets/wallet.jmw'),
    password: PASSWORD,
    kdf: CHEAP_KDF,
    state: newState({
      network: 'regtest',
      entropy: toHex(random.bytes(16)),
      extension: '',
      createdAt: Math.floor(Date.now() / 1000),
      birthday: 1,
      mixdepths: 5,
    }),
  });
  const wallet = walletOn(node, directory, store, random);
  const { context } = wallet;
  for (const [mixdepth, value] of coins) {
    const { address } = await store.commit((draft) =>
      issueAddress(draft, context.keys, {
        mixdepth,
        branch: EXTERNAL,
        purpose: 'deposit',
        now: context.now(),
      }),
    );
    await node.pay(address, value);
  }
  return wallet;
}

/** What a reboot leaves: the wallet file, read again. */
export async function reopen(node: RegtestNode, wallet: SimulatedWallet): Promise<SimulatedWallet> {
  const { dataDir, random, store } = wallet.context;
  await wallet.close();
  const reopened = await WalletStore.open({ file: store.file, password: PASSWORD, random });
  await reopened.commit(abandonOpenRounds);
  const opened = walletOn(node, dataDir, reopened, random);
  await catchUp(opened);
  return opened;
}

function walletOn(node: RegtestNode, directory: string, store: WalletStore, random: Random): SimulatedWallet {
  const config = parseConfig(CONFIG);
  const context = createContext({ config, dataDir: directory, store, random, software: 'simulation' });
  const chain = nodeClient(node);
  return {
    context,
    chain,
    close: async () => {
      await chain.close();
      store.close();
    },
  };
}

/** Brings a wallet up to the node's tip. */
export function catchUp({ context, chain }: SimulatedWallet): Promise<void> {
  return synchronise(context, chain);
}
