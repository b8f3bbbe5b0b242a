import { Command, InvalidArgumentError } from 'commander';
import { mkdirSync } from 'node:fs';
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
import type { Nick } from '../shared/jm/command.ts';
import { nickOf } from '../shared/jm/nick.ts';
import { BitcoindRpc } from './bitcoind/rpc.ts';
import { ChainService } from './bitcoind/chain-service.ts';
import { checkDirectories, checkNode } from './check.ts';
import { DirectoryNode } from './directory/directory-node.ts';
import { isLoopback } from './channels/onion/location.ts';
import { MessagesService } from './messages-service.ts';
import { refuseSecondDaemon } from './one-daemon.ts';

/** The joinmarketd command line. Resolves with the exit code. */
export async function main(argv: readonly string[], version: string): Promise<number> {
  const outcome = { exitCode: 0 };
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
    .description('say whether bitcoind and the directories can be used, and if not, why')
    .option('--json', 'print one JSON array')
    .option('--config <file>', 'joinmarket.cfg', path.join(homedir(), '.joinmarket', 'joinmarket.cfg'))
    .action(async (options: { config: string; json?: true }) => {
      outcome.exitCode = (await check(options)) ? 0 : 1;
    });
  program
    .command('directory')
    .description('run a directory node')
    .option('--listen <host:port>', 'local address; port 0 takes a free one', listenAddress, '127.0.0.1:5222')
    .option('--network <name>', "the network's name in handshakes", 'mainnet')
    .option('--motd <text>', 'message of the day', 'jm-split directory node')
    .option('--json', 'say in JSON when it is ready')
    .action((options: { listen: string; network: string; motd: string; json?: true }) =>
      runDirectory(options),
    );
  try {
    await program.parseAsync([...argv]);
    return outcome.exitCode;
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
  const socketPaths = ['messages.sock', 'chain.sock'].map((name) => path.join(options.runDir, name));
  for (const socketPath of socketPaths) await refuseSecondDaemon(socketPath);
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

/** Says what is wrong, subject by subject; true when nothing is. */
async function check(options: { readonly config: string; readonly json?: true }): Promise<boolean> {
  const config: JoinMarketConfig = loadConfig(options.config);
  for (const warning of config.warnings) log(`warning: ${warning}`);
  const rpc = new BitcoindRpc(config.node);
  const findings = [
    ...(await checkNode(config, new ChainService(rpc))),
    await checkDirectories(config, new MessagesService(config), keylessNick()),
  ];
  rpc.close();
  if (options.json) say(JSON.stringify(findings));
  else {
    for (const { subject, ok, says, cure } of findings) {
      say(`${ok ? 'ok   ' : 'error'} ${subject}: ${says}${cure === null ? '' : `. ${cure}`}`);
    }
  }
  return findings.every(({ ok }) => ok);
}

async function runDirectory(options: {
  readonly listen: string;
  readonly network: string;
  readonly motd: string;
  readonly json?: true;
}): Promise<void> {
  const [host = '', port = ''] = options.listen.split(':');
  const nick = keylessNick();
  const loopback = options.network === 'testnet' || options.network === 'regtest';
  const node = new DirectoryNode({ network: options.network, nick, motd: options.motd, loopback, log });
  const directory = await node.listen(host, Number(port));
  say(
    options.json
      ? JSON.stringify({ ready: true, host, port: directory.port })
      : `ready ${host}:${directory.port}`,
  );
  await stopSignal();
  await directory.close();
}

/** A nick for who signs nothing, and so needs no key behind it. */
function keylessNick(): Nick {
  return nickOf(Uint8Array.from([2, ...systemRandom.bytes(32)]));
}

function listenAddress(text: string): string {
  const [host = '', port = '', ...rest] = text.split(':');
  const validPort = /^[0-9]{1,5}$/u.test(port) && Number(port) <= 65_535;
  if (!isLoopback(host) || !validPort || rest.length > 0) {
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
