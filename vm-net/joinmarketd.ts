import { Command, InvalidArgumentError } from 'commander';
import { chmodSync, mkdirSync } from 'node:fs';
import type { Socket } from 'node:net';
import { homedir } from 'node:os';
import path from 'node:path';
import { BRIDGE_VERSION } from '../shared/bridge/hello.ts';
import { serveChain } from '../shared/bridge/chain-server.ts';
import { serveMessages } from '../shared/bridge/messages-server.ts';
import { listenUnix } from '../shared/bridge/transport/unix.ts';
import { loadConfig, type JoinMarketConfig } from '../shared/config/joinmarket-cfg.ts';
import { systemRandom } from '../shared/crypto/random.ts';
import { isJmError } from '../shared/errors.ts';
import { nickOf } from '../shared/jm/nick.ts';
import { BitcoindRpc } from './bitcoind/rpc.ts';
import { ChainService } from './bitcoind/chain-service.ts';
import { DirectoryNode } from './directory/directory-node.ts';
import { isLoopback } from './channels/onion/location.ts';
import { MessagesService } from './messages-service.ts';

/** The joinmarketd command line. Resolves with the exit code. */
export async function main(argv: readonly string[], version: string): Promise<number> {
  const program = new Command('joinmarketd')
    .description(
      'The networked half of jm-split: message channels, a directory node, a filtering proxy to bitcoind',
    )
    .version(version)
    .showHelpAfterError();
  program
    .command('serve')
    .description('serve jm.Messages and jm.Chain to the wallet VM')
    .option('--config <file>', 'joinmarket.cfg', path.join(homedir(), '.joinmarket', 'joinmarket.cfg'))
    .option('--run-dir <dir>', 'where the two sockets are made', '/run/jm')
    .action((options: { config: string; runDir: string }) => serve(options, version));
  program
    .command('check')
    .description('say whether bitcoind can be used, and if not, why')
    .option('--config <file>', 'joinmarket.cfg', path.join(homedir(), '.joinmarket', 'joinmarket.cfg'))
    .action((options: { config: string }) => check(options));
  program
    .command('directory')
    .description('run a directory node')
    .option('--listen <host:port>', 'local address; port 0 takes a free one', listenAddress, '127.0.0.1:5222')
    .option('--network <name>', "the network's name in handshakes", 'mainnet')
    .option('--motd <text>', 'message of the day', 'jm-split directory node')
    .action((options: { listen: string; network: string; motd: string }) => runDirectory(options));
  try {
    await program.parseAsync([...argv]);
    return 0;
  } catch (error) {
    log(`error: ${error instanceof Error ? error.message : String(error)}`);
    if (isJmError(error) && error.cure !== undefined) log(`cure:  ${error.cure}`);
    return 1;
  }
}

async function serve(
  options: { readonly config: string; readonly runDir: string },
  version: string,
): Promise<void> {
  const config = loadConfig(options.config);
  for (const warning of config.warnings) log(`warning: ${warning}`);
  mkdirSync(options.runDir, { recursive: true, mode: 0o700 });
  chmodSync(options.runDir, 0o700);
  const hello = { protocol: BRIDGE_VERSION, network: config.network, software: `joinmarketd ${version}` };
  const rpc = new BitcoindRpc(config.node);
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
  const messages = await listenUnix(
    path.join(options.runDir, 'messages.sock'),
    call('jm.Messages', (stream) => serveMessages(stream, hello, new MessagesService(config))),
  );
  const chain = await listenUnix(
    path.join(options.runDir, 'chain.sock'),
    call('jm.Chain', (stream) => serveChain(stream, hello, new ChainService(rpc))),
  );
  say('ready');
  await stopSignal();
  await Promise.all([messages.close(), chain.close()]);
  for (const stream of streams) stream.destroy();
  rpc.close();
}

async function check(options: { readonly config: string }): Promise<void> {
  const config: JoinMarketConfig = loadConfig(options.config);
  for (const warning of config.warnings) log(`warning: ${warning}`);
  const rpc = new BitcoindRpc(config.node);
  try {
    const status = await new ChainService(rpc).status();
    say(`bitcoind: chain ${status.chain}, block ${status.height}${status.syncing ? ', still syncing' : ''}`);
    say(
      `filter index: ${status.filterIndex === true ? 'complete' : status.filterIndex === false ? 'missing' : `at ${status.filterIndex}`}`,
    );
  } finally {
    rpc.close();
  }
}

async function runDirectory(options: {
  readonly listen: string;
  readonly network: string;
  readonly motd: string;
}): Promise<void> {
  const [host = '', port = ''] = options.listen.split(':');
  // A directory signs nothing, so its nick needs no key behind it.
  const nick = nickOf(Uint8Array.from([2, ...systemRandom.bytes(32)]));
  const loopback = options.network === 'testnet' || options.network === 'regtest';
  const node = new DirectoryNode({ network: options.network, nick, motd: options.motd, loopback, log });
  const directory = await node.listen(host, Number(port));
  say(`ready ${host}:${directory.port}`);
  await stopSignal();
  await directory.close();
}

function listenAddress(text: string): string {
  const [host = '', port = '', ...rest] = text.split(':');
  if (!isLoopback(host) || !/^[0-9]{1,5}$/u.test(port) || rest.length > 0) {
    throw new InvalidArgumentError('Give 127.0.0.1:PORT; peers come in through an onion service.');
  }
  return text;
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        resolve();
      });
    }
  });
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function log(text: string): void {
  process.stderr.write(`${text.replace(/[^\x20-\x7e]/gu, '?')}\n`);
}
