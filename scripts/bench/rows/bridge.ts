import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { txid } from '../../../shared/bitcoin/outpoint.ts';
import type { ChainClient } from '../../../shared/bridge/chain.ts';
import { connectChain } from '../../../shared/bridge/chain-client.ts';
import { BRIDGE_VERSION } from '../../../shared/bridge/hello.ts';
import { socatTransport } from '../../../shared/bridge/transport/socat.ts';
import { ProcessGroup } from '../../regtest/processes.ts';
import { median } from '../median.ts';
import { milliseconds, type BenchRow } from '../row.ts';

const CALLS = 1000;
const WARM_UP_CALLS = 200;
/** As many filters as one answer may bring: 30 MB. */
const FILTERS = 500;

/** Lends a call to jm.Chain in another process, over socat and a unix socket as between the two VMs. */
async function withBridge<Value>(use: (client: ChainClient) => Promise<Value>): Promise<Value> {
  const processes = new ProcessGroup();
  const directory = await mkdtemp(path.join(tmpdir(), 'jm-bench-'));
  const socket = path.join(directory, 'chain.sock');
  try {
    const peer = processes.start([
      process.execPath,
      '--import=tsx',
      path.join(import.meta.dirname, '../bridge/peer.ts'),
      socket,
    ]);
    await peer.waitForLine((line) => line === 'ready', 'it listened');
    const hello = { protocol: BRIDGE_VERSION, network: 'regtest' as const, software: 'bench' };
    const client = await connectChain(socatTransport(socket), hello);
    try {
      return await use(client);
    } finally {
      await client.close();
    }
  } finally {
    await processes.stopAll();
    await rm(directory, { recursive: true, force: true });
  }
}

async function roundTrip(client: ChainClient): Promise<{ readonly median: number; readonly slow: number }> {
  const id = txid('ab'.repeat(32));
  const times: number[] = [];
  for (let call = 0; call < WARM_UP_CALLS + CALLS; call += 1) {
    const start = performance.now();
    await client.inMempool(id);
    if (call >= WARM_UP_CALLS) times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return { median: median(times), slow: times[Math.floor(CALLS * 0.99)] ?? Infinity };
}

export const rows: readonly BenchRow[] = [
  {
    name: 'bridge, round trip',
    unit: 'ms',
    better: 'lower',
    run: () =>
      withBridge(async (client) => {
        const trip = await roundTrip(client);
        return {
          value: trip.median,
          note: `99 % within ${trip.slow.toFixed(2)} ms; two processes, socat, unix socket`,
        };
      }),
  },
  {
    name: 'bridge, large answers',
    unit: 'MB/s',
    better: 'higher',
    run: () =>
      withBridge(async (client) => {
        let bytes = 0;
        const time = await milliseconds(async () => {
          bytes = (await client.filters(0, FILTERS)).reduce((total, { length }) => total + length, 0);
        });
        return { value: bytes / 1000 / time, note: `answers of ${Math.round(bytes / 1e6)} MB` };
      }),
  },
];
