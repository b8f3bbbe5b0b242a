import test from 'ava';
import { CommanderError } from 'commander';
import { buildProgram } from '../../../../vm-wallet/cli/program.ts';

for (const words of [
  ['nonsense'],
  ['send'],
  ['display', '--nonsense'],
  ['create', '--words', '13'],
  ['create', '--mixdepths', '0'],
  ['create', '--mixdepths', '11'],
  ['psbt', 'sign'],
  ['label', 'coin'],
]) {
  test(`"${words.join(' ')}" is thrown as a wrong use, and ends no process`, async (t) => {
    const program = buildProgram('test', () => Promise.resolve());
    const commands = program.commands.flatMap((command) => [command, ...command.commands]);
    for (const command of [program, ...commands]) command.configureOutput({ writeErr: () => undefined });
    const error = await t.throwsAsync(program.parseAsync(['node', 'jm-wallet', ...words]), {
      instanceOf: CommanderError,
    });
    t.is(error.exitCode, 1);
  });
}
