import type { ChainClient } from '../../shared/bridge/chain.ts';
import type { PublicScripts, UtxoSetFindings } from '../../shared/bridge/chain-scan.ts';

const POLL_MS = 2000;

/**
 * Lets the node search its set of unspent outputs, which takes minutes on mainnet. An abort ends the search in the node too.
 * @param options.pollMs How often the node is asked how far it is.
 * @throws the signal's reason; BridgeError.
 */
export async function searchUtxoSet(
  client: ChainClient,
  shown: PublicScripts,
  options: {
    readonly signal?: AbortSignal;
    readonly onProgress?: (percent: number) => void;
    readonly pollMs?: number;
  },
): Promise<UtxoSetFindings> {
  const { signal, onProgress = () => undefined, pollMs = POLL_MS } = options;
  signal?.throwIfAborted();
  const timer = setInterval(() => {
    // How far it is only matters to whoever waits; the search itself tells what went wrong.
    client.utxoSetProgress().then(
      (percent) => {
        if (percent !== null) onProgress(percent);
      },
      () => undefined,
    );
  }, pollMs);
  const running = client.scanUtxoSet(shown);
  try {
    return await (signal === undefined
      ? running
      : Promise.race([running, untilAborted(client, signal, running)]));
  } finally {
    clearInterval(timer);
  }
}

async function untilAborted(
  client: ChainClient,
  signal: AbortSignal,
  running: Promise<UtxoSetFindings>,
): Promise<UtxoSetFindings> {
  await new Promise((resolve) => {
    signal.addEventListener('abort', resolve, { once: true });
  });
  await client.abortUtxoSetScan().catch(() => undefined);
  signal.throwIfAborted();
  return running;
}
