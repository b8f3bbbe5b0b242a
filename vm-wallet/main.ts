import { CommanderError } from 'commander';
import { address } from './cli/commands/address.ts';
import { coinjoin } from './cli/commands/coinjoin.ts';
import { create, recover } from './cli/commands/create.ts';
import { display } from './cli/commands/display.ts';
import { doctor } from './cli/commands/doctor.ts';
import { history } from './cli/commands/history.ts';
import { maker } from './cli/commands/maker.ts';
import { send } from './cli/commands/send.ts';
import { EXIT, exitCodeOf, reportFailure } from './cli/failure.ts';
import { passwordSource, type CommandContext } from './cli/open.ts';
import { buildProgram, type Invocation } from './cli/program.ts';
import { createTerminal, type Terminal } from './cli/terminal.ts';

const version = process.env['JM_VERSION'] ?? 'development';

function perform(invocation: Invocation, command: CommandContext): Promise<void> {
  switch (invocation.command) {
    case 'create':
      return create(command, invocation);
    case 'recover':
      return recover(command, invocation);
    case 'display':
      return display(command, invocation);
    case 'address':
      return address(command, invocation);
    case 'send':
      return send(command, invocation);
    case 'coinjoin':
      return coinjoin(command, invocation);
    case 'maker':
      return maker(command, invocation);
    case 'history':
      return history(command, invocation);
    case 'doctor':
      return doctor(command);
  }
}

function terminalFor(json: boolean, colour: boolean): Terminal {
  const onTerminal = process.stdout.isTTY && process.stderr.isTTY;
  return createTerminal(
    { out: process.stdout, err: process.stderr },
    { json, colour: colour && onTerminal && process.env['NO_COLOR'] === undefined },
  );
}

async function main(argv: readonly string[]): Promise<number> {
  let terminal = terminalFor(argv.includes('--json'), false);
  const program = buildProgram(version, async (invocation, options) => {
    terminal = terminalFor(options.json, options.color);
    await perform(invocation, { options, terminal, passwords: passwordSource(options), version });
  });
  program.exitOverride();
  try {
    await program.parseAsync([...argv]);
    return EXIT.ok;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
    reportFailure(terminal, error);
    return exitCodeOf(error);
  }
}

void main(process.argv).then((code) => {
  process.exitCode = code;
  // Timers and half-closed calls must not keep the command alive once its result is out.
  setImmediate(() => process.exit());
});
