import { mkdirSync } from 'node:fs';
import type { Socket } from 'node:net';
import path from 'node:path';
import { serveChain } from '../../shared/bridge/chain-server.ts';
import { BRIDGE_VERSION } from '../../shared/bridge/hello.ts';
import { serveMessages } from '../../shared/bridge/messages-server.ts';
import { listenUnix } from '../../shared/bridge/transport/unix.ts';
import { loadConfig } from '../../shared/config/joinmarket-cfg.ts';
import { compileForBursts } from '../../shared/engine.ts';
import { ChainService } from '../bitcoind/chain-service.ts';
import { BitcoindRpc } from '../bitcoind/rpc.ts';
import { CopyFolder } from '../copies.ts';
import { MessagesService } from '../messages-service.ts';
import { refuseSecondDaemon } from '../one-daemon.ts';
import { log, say, stopSignal } from './process.ts';

/** Serves jm.Messages and jm.Chain on two sockets until it is asked to end. */
export async function serve(
  options: { readonly config: string; readonly runDir: string; readonly dataDir?: string },
  version: string,
): Promise<void> {
  compileForBursts();
  const config = loadConfig(options.config);
  for (const warning of config.warnings) log(`warning: ${warning}`);
  mkdirSync(options.runDir, { recursive: true, mode: 0o700 });
  const hello = { protocol: BRIDGE_VERSION, network: config.network, software: `joinmarketd ${version}` };
  const rpc = new BitcoindRpc(config.node);
  // systemd names the folder that it made for the service (StateDirectory=).
  const dataDir = options.dataDir ?? process.env['STATE_DIRECTORY'] ?? path.dirname(options.config);
  const copies = new CopyFolder(path.join(dataDir, 'copies'));
  const streams = new Set<Socket>();
  const call = (
    name: string,
    serveCall: (stream: Socket) => Promise<{ readonly closed: Promise<Error> }>,
  ) => {
    return (stream: Socket): void => {
      streams.add(stream);
      stream.on('close', () => streams.delete(stream));
      serveCall(stream)
        .then((connection) => connection.closed)
        .then(
          (reason) => {
            log(`${name}: ${reason.message}`);
          },
          (error: unknown) => {
            log(`${name}: ${error instanceof Error ? error.message : String(error)}`);
          },
        );
    };
  };
  const socketPaths = ['messages.sock', 'chain.sock'].map((name) => path.join(options.runDir, name));
  for (const socketPath of socketPaths) await refuseSecondDaemon(socketPath);
  const messages = await listenUnix(
    path.join(options.runDir, 'messages.sock'),
    call('jm.Messages', (stream) => serveMessages(stream, hello, new MessagesService(config, { rpc, log }))),
  );
  const chain = await listenUnix(
    path.join(options.runDir, 'chain.sock'),
    call('jm.Chain', (stream) => serveChain(stream, hello, new ChainService(rpc), copies)),
  );
  say('ready');
  await stopSignal();
  await Promise.all([messages.close(), chain.close()]);
  for (const stream of streams) stream.destroy();
  rpc.close();
}
