import { BRIDGE_VERSION } from '../../../shared/bridge/hello.ts';
import { serveChain, type ChainHandler } from '../../../shared/bridge/chain-server.ts';
import { listenUnix } from '../../../shared/bridge/transport/unix.ts';

/*
 * The far end of the bridge rows: jm.Chain on a unix socket, as joinmarketd serves it, with answers that cost nothing to find.
 * Usage: peer.ts SOCKET
 */
const FILTER_BYTES = 60_000;

const none = (): Promise<never> => Promise.reject(new Error('not part of the benchmark'));
const filter = new Uint8Array(FILTER_BYTES).fill(0x5a);

const handler: ChainHandler = {
  status: none,
  headers: none,
  filters: (_fromHeight, count) => Promise.resolve(Array.from({ length: count }, () => filter)),
  block: none,
  fetchBlock: none,
  watch: none,
  ownTransactions: none,
  scanUtxoSet: none,
  utxoSetProgress: none,
  abortUtxoSetScan: none,
  coin: none,
  feeEstimate: none,
  inMempool: () => Promise.resolve(true),
  testAccept: none,
  broadcast: none,
  waitForBlock: none,
};

const hello = { protocol: BRIDGE_VERSION, network: 'regtest' as const, software: 'bench' };
const [socket = ''] = process.argv.slice(2);
await listenUnix(socket, (stream) => {
  void serveChain(stream, hello, handler).then((connection) => connection.closed);
});
process.stdout.write('ready\n');
