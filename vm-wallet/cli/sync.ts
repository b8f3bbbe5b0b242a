import type { ChainClient } from '../../shared/bridge/chain.ts';
import { staleTipWarning } from '../chain/header-sync.ts';
import type { WalletContext } from '../runtime/context.ts';
import { broadcastAgain } from '../runtime/hand-over.ts';
import { callChain } from '../runtime/net-vm.ts';
import { settleOvertaken } from '../runtime/settle-overtaken.ts';
import { synchronise, type SyncProgress } from '../runtime/synchronise.ts';
import type { Terminal } from './terminal.ts';
import { warn } from './warn.ts';

/** Calls the net VM, brings the wallet up to date, runs `use`, and hangs up whatever happens. */
export async function withChain<Value>(
  wallet: WalletContext,
  terminal: Terminal,
  use: (client: ChainClient) => Promise<Value>,
  signal?: AbortSignal,
): Promise<Value> {
  const client = await callChain(wallet);
  try {
    await synchronise(wallet, client, {
      ...(signal === undefined ? {} : { signal }),
      onProgress: (progress) => {
        terminal.progress(progressText(progress));
      },
    });
    terminal.note(
      `verified ${wallet.headers.chain.height + 1} headers; coins are up to block ${wallet.headers.chain.height}`,
    );
    const stale = staleTipWarning(wallet.headers.chain, wallet.now());
    if (stale !== null) warn(terminal, stale);
    const report = (text: string): void => {
      terminal.note(text);
    };
    await settleOvertaken(wallet.store, report);
    await broadcastAgain(wallet, client, report);
    return await use(client);
  } finally {
    await client.close();
  }
}

function progressText(progress: SyncProgress): string {
  const { height, target } = progress;
  if (progress.stage === 'headers') return `verifying headers: ${height} of ${target}`;
  const left = Math.round((target - height) / Math.max(1, progress.blocksPerSecond));
  const what = progress.stage === 'filters' ? 'matching filters' : 'asking the node';
  return `${what}: block ${height} of ${target}, ${Math.round(progress.blocksPerSecond)}/s, ${left} s left`;
}
