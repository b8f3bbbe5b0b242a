import type { Duplex } from 'node:stream';
import type { ChainClient } from '../../shared/bridge/chain.ts';
import { connectChain } from '../../shared/bridge/chain-client.ts';
import type { ServiceName } from '../../shared/bridge/hello.ts';
import type { MessagesClient } from '../../shared/bridge/messages.ts';
import { connectMessages } from '../../shared/bridge/messages-client.ts';
import { commandTransport } from '../../shared/bridge/transport/command.ts';
import { qrexecTransport } from '../../shared/bridge/transport/qrexec.ts';
import { socatTransport } from '../../shared/bridge/transport/socat.ts';
import type { BridgeConfig } from '../../shared/config/joinmarket-cfg.ts';
import { helloOf, type WalletContext } from './context.ts';
import { namePending } from './name-pending.ts';

/** Calls jm.Chain in the net VM. @throws BridgeError */
export function callChain(context: WalletContext): Promise<ChainClient> {
  return connectChain(
    transport(context.config.bridge, 'jm.Chain'),
    helloOf(context, context.store.state.network),
  );
}

/**
 * Calls jm.Messages in the net VM. Once the channels are open, it is told which of our transactions to watch.
 * @throws BridgeError
 */
export async function callMessages(context: WalletContext): Promise<MessagesClient> {
  const call = await connectMessages(
    transport(context.config.bridge, 'jm.Messages'),
    helloOf(context, context.store.state.network),
  );
  return {
    ...call,
    open: async (request) => {
      const channels = await call.open(request);
      namePending(context.store, call);
      return channels;
    },
  };
}

/** The way to a service in the net VM, as joinmarket.cfg has it. */
export function transport(bridge: BridgeConfig, service: ServiceName): Duplex {
  const messages = service === 'jm.Messages';
  switch (bridge.transport) {
    case 'qrexec':
      return qrexecTransport(bridge.target, service);
    case 'unix':
      return socatTransport(messages ? bridge.messagesSocket : bridge.chainSocket);
    case 'command':
      return commandTransport('sh', ['-c', messages ? bridge.messagesCommand : bridge.chainCommand]);
  }
}
