import { connectChain } from '../../shared/bridge/chain-client.ts';
import type { CopyKeeper } from '../../shared/bridge/copies.ts';
import { BRIDGE_VERSION } from '../../shared/bridge/hello.ts';
import type { JoinMarketConfig } from '../../shared/config/joinmarket-cfg.ts';
import { transport } from '../runtime/net-vm.ts';

/** Calls the net VM for its copies, before there is a wallet; runs `use`, and hangs up whatever happens. @throws BridgeError */
export async function withCopies<Value>(
  config: JoinMarketConfig,
  version: string,
  use: (keeper: CopyKeeper) => Promise<Value>,
): Promise<Value> {
  const client = await connectChain(transport(config.bridge, 'jm.Chain'), {
    protocol: BRIDGE_VERSION,
    network: config.network,
    software: `jm-wallet ${version}`,
  });
  try {
    return await use(client);
  } finally {
    await client.close();
  }
}
