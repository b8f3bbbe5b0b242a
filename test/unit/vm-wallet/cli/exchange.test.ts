import test from 'ava';
import { CommanderError, type Command } from 'commander';
import { buildProgram, type Invocation } from '../../../../vm-wallet/cli/program.ts';

function quiet(command: Command): void {
  command.exitOverride().configureOutput({ writeErr: () => undefined, writeOut: () => undefined });
  for (const below of command.commands) quiet(below);
}

/** What the command line asks for. */
async function invocationOf(...words: readonly string[]): Promise<Invocation> {
  const seen: Invocation[] = [];
  const program = buildProgram('test', (invocation) => {
    seen.push(invocation);
    return Promise.resolve();
  });
  quiet(program);
  await program.parseAsync(['node', 'jm-wallet', ...words]);
  const [invocation] = seen;
  if (invocation === undefined) throw new Error('no command was run');
  return invocation;
}

const IMPORT = { command: 'import', words: false, extension: false, dryRun: false } as const;

test('import of a file', async (t) => {
  t.deepEqual(await invocationOf('import', 'a.jmdat'), { ...IMPORT, file: 'a.jmdat' });
  t.deepEqual(await invocationOf('import', 'a', '--file-password-fd', '4', '--birthday', '7', '--dry-run'), {
    ...IMPORT,
    file: 'a',
    filePasswordFd: 4,
    birthday: 7,
    dryRun: true,
  });
});

test('import of words', async (t) => {
  t.deepEqual(await invocationOf('import', '--words', '--extension', '--family', 'nested'), {
    ...IMPORT,
    words: true,
    extension: true,
    family: 'nested',
  });
  t.deepEqual(await invocationOf('import', '--words-fd', '4', '--extension-fd', '5'), {
    ...IMPORT,
    words: true,
    wordsFd: 4,
    extensionFd: 5,
  });
});

test('export and labels', async (t) => {
  t.deepEqual(await invocationOf('export'), { command: 'export', descriptors: false });
  t.deepEqual(await invocationOf('export', '--descriptors'), { command: 'export', descriptors: true });
  t.deepEqual(await invocationOf('labels', 'export'), { command: 'labels export' });
  t.deepEqual(await invocationOf('labels', 'import', 'file'), { command: 'labels import', file: 'file' });
});

for (const words of [
  ['import', 'a', 'b'],
  ['import', '--family', 'legacy'],
  ['import', '--birthday', '-1'],
  ['import', '--words-fd', 'x'],
  ['labels', 'import'],
  ['labels', 'lose'],
]) {
  test(`refuses ${words.join(' ')}`, async (t) => {
    await t.throwsAsync(invocationOf(...words), { instanceOf: CommanderError });
  });
}
