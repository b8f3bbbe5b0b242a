import { Command, InvalidArgumentError, Option } from 'commander';
import { homedir } from 'node:os';
import path from 'node:path';
import { isJmError } from '../shared/errors.ts';
import { isLoopback } from './channels/onion/location.ts';
import { runDirectory, type DirectoryCommand } from './commands/directory.ts';
import { doctor } from './commands/doctor.ts';
import { log, say } from './commands/process.ts';
import { serve } from './commands/serve.ts';
import { addStatusCommand } from './directory/status.ts';

const CONFIG = path.join(homedir(), '.joinmarket', 'joinmarket.cfg');

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
    .option('--config <file>', 'joinmarket.cfg', CONFIG)
    .option('--run-dir <dir>', 'where the two sockets are made', '/run/jm')
    .option(
      '--data-dir <dir>',
      "where copies of the wallet's backups are kept; beside joinmarket.cfg when left out",
    )
    .action((options: { config: string; runDir: string; dataDir?: string }) => serve(options, version));
  program
    .command('doctor')
    .description(
      'look at bitcoind, its index and its disk, Tor, and the message channels; say what is wrong and what cures it',
    )
    .option('--json', 'print one JSON array')
    .option('--config <file>', 'joinmarket.cfg', CONFIG)
    .action(async (options: { config: string; json?: true }) => {
      outcome.exitCode = (await doctor(options)) ? 0 : 1;
    });
  const directory = program
    .command('directory')
    .description('run a directory node, as an onion service where joinmarket.cfg has a hidden_service_dir')
    .option('--config <file>', 'joinmarket.cfg; without it the node only listens')
    .option('--listen <host:port>', 'local address; port 0 takes a free one', listenAddress)
    .option('--network <name>', "the network's name in handshakes")
    .option('--motd <text>', 'message of the day')
    .addOption(
      new Option('--limits <on|off>', 'off lifts the limits on peers and their messages, for benchmarks')
        .choices(['on', 'off'])
        .default('on'),
    )
    .option('--json', 'say in JSON when it is ready')
    .action((options: DirectoryCommand) => runDirectory(options));
  addStatusCommand(directory, say);
  try {
    await program.parseAsync([...argv]);
    return outcome.exitCode;
  } catch (error) {
    log(`error: ${error instanceof Error ? error.message : String(error)}`);
    if (isJmError(error) && error.cure !== undefined) log(`cure:  ${error.cure}`);
    return 1;
  }
}

function listenAddress(text: string): string {
  const [host = '', port = '', ...rest] = text.split(':');
  const validPort = /^[0-9]{1,5}$/u.test(port) && Number(port) <= 65_535;
  if (!isLoopback(host) || !validPort || rest.length > 0) {
    throw new InvalidArgumentError('Give 127.0.0.1:PORT; peers come in through an onion service.');
  }
  return text;
}
