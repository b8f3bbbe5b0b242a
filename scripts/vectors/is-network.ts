import { NETWORKS, type Network } from '../../shared/bitcoin/network.ts';

/** True when a recorded text names a network. */
export function isNetwork(text: string): text is Network {
  return (NETWORKS as readonly string[]).includes(text);
}
