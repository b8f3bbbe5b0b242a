import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { MessagesEvent } from '../../../shared/bridge/messages.ts';
import { parseConfig } from '../../../shared/config/joinmarket-cfg.ts';
import { systemRandom } from '../../../shared/crypto/random.ts';
import { compileForBursts } from '../../../shared/engine.ts';
import { CrowdChannels, crowdChain, crowdCoins, CROWD_HEIGHT } from '../../../test/fixtures/maker-crowd.ts';
import { emptyState } from '../../../test/fixtures/memory-store.ts';
import { DEFAULT_SETTINGS } from '../../../test/fixtures/offer-settings.ts';
import { createTestStore } from '../../../test/fixtures/wallet-file.ts';
import { createContext } from '../../../vm-wallet/runtime/context.ts';
import { MakerRunner } from '../../../vm-wallet/runtime/maker-runner.ts';
import { keepHeapSmall } from '../../../vm-wallet/runtime/small-heap.ts';
import { memoryOf } from '../market/memory.ts';
import { CROWD_SIZE, type FromMaker, type ToMaker } from './crowd-lines.ts';

/*
 * A maker in a process of its own; its takers are in the parent process, and their lines come over the IPC channel.
 */
const CONFIG = '[BLOCKCHAIN]\nblockchain_source = regtest\n[YIELDGENERATOR]\nmax_takers_shown = 128\n';

function tellParent(line: FromMaker): void {
  process.send?.(line);
}

async function serve(dataDir: string): Promise<void> {
  const store = await createTestStore(
    path.join(dataDir, 'wallets/wallet.jmw'),
    emptyState({ coins: crowdCoins(CROWD_SIZE), scanned: { height: CROWD_HEIGHT, block: '00'.repeat(32) } }),
  );
  const { chain } = crowdChain(dataDir, CROWD_SIZE);
  const config = parseConfig(CONFIG);
  const context = createContext({ config, dataDir, store, random: systemRandom, software: 'bench' });
  const messages = new CrowdChannels({
    opened: () => undefined,
    published: () => undefined,
    sent: (to, line) => {
      tellParent({ kind: 'sent', to, line });
    },
  });
  process.on('message', (line: ToMaker) => {
    if (line.kind === 'memory') tellParent({ kind: 'memory', peak: memoryOf(process.pid)?.peak ?? NaN });
    else messages.tell(line.event satisfies MessagesEvent);
  });
  const runner = new MakerRunner(context, {
    settings: { ...DEFAULT_SETTINGS, orderType: 'absoffer', feeFactor: 0, sizeFactor: 0 },
    tell: (notice) => {
      if (notice.event === 'ready') tellParent({ kind: 'ready', nick: notice.nick });
    },
    signal: new AbortController().signal,
  });
  await runner.serve({ chain, messages });
}

const directory = mkdtempSync(path.join(tmpdir(), 'jm-bench-'));
process.on('disconnect', () => {
  rmSync(directory, { recursive: true, force: true });
  process.exit();
});
compileForBursts();
keepHeapSmall();
void serve(directory);
