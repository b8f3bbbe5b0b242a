import test from 'ava';
import { execa } from 'execa';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bundleAll, type Bundle } from '../../scripts/build/bundle.ts';

const templates = path.resolve(import.meta.dirname, '../../scripts/package');

/** What a program's help says that it takes. */
interface Help {
  readonly commands: readonly string[];
  /** Of the program itself under the empty name, and of each command; long options, short ones where there are. */
  readonly options: ReadonlyMap<string, readonly string[]>;
  /** The values that an option can take, where its help lists them. */
  readonly choices: ReadonlyMap<string, readonly string[]>;
}

const PROGRAMS = [
  {
    name: 'jm-wallet',
    manual: 'jm-wallet/jm-wallet.1',
    completion: 'jm-wallet/completion.bash',
    known: ['coinjoin', '--max-fee-abs'],
  },
  {
    name: 'joinmarketd',
    manual: 'jm-net/joinmarketd.8',
    completion: 'jm-net/completion.bash',
    known: ['serve', '--run-dir'],
  },
] as const;

let work = '';
let bundles: readonly Bundle[] = [];

test.before(async () => {
  work = await mkdtemp(path.join(tmpdir(), 'jm-manual-'));
  bundles = await bundleAll(work);
});

test.after.always(() => rm(work, { recursive: true }));

async function helpOf(program: string): Promise<Help> {
  const bundle = bundles.find(({ name }) => name === program);
  const ask = async (command: readonly string[]): Promise<string> =>
    (await execa(bundle?.file ?? '', ['help', ...command])).stdout;
  const main = await ask([]);
  const commands = (main.split('\nCommands:\n')[1] ?? '').match(/^ {2}[a-z]+/gmu)?.map((word) => word.trim());
  const options = new Map([['', optionsIn(main)]]);
  const choices = new Map<string, readonly string[]>();
  for (const command of commands ?? []) {
    if (command === 'help') continue;
    const text = await ask([command]);
    options.set(command, optionsIn(text));
    for (const [, option = '', values = ''] of text.matchAll(
      /(--[a-z-]+) <[a-z]+>(?:(?!--)[^(])*\(choices:([^)]*)/gu,
    )) {
      choices.set(option, values.replace(/, default:.*/su, '').match(/[a-z0-9][\w-]*/gu) ?? []);
    }
  }
  return { commands: commands ?? [], options, choices };
}

function optionsIn(help: string): readonly string[] {
  return (help.match(/^ {2}-.*$/gmu) ?? []).flatMap(
    (line) => /^ {2}((?:-[A-Za-z], )?--[a-z-]+)/u.exec(line)?.[1]?.split(', ') ?? [],
  );
}

/** The page as its reader types: without roff's escapes and font changes. */
async function manualOf(file: string): Promise<string> {
  const text = await readFile(path.join(templates, file), 'utf8');
  return text.replaceAll('\\-', '-').replaceAll(/\\f[A-Z]/gu, '');
}

/** The part of the page on one command, or on the options that stand before all of them. */
function sectionOf(manual: string, command: string): string {
  if (command === '') return /\n\.SH OPTIONS\n([\s\S]*?)\n\.SH /u.exec(manual)?.[1] ?? '';
  const commands = /\n\.SH COMMANDS\n([\s\S]*?)\n\.SH /u.exec(manual)?.[1] ?? '';
  const start = new RegExp(`^\\.BR? ${command}\\b`, 'mu').exec(commands)?.index ?? commands.length;
  return (
    /^.*\n(?:(?!\.RS|\.TP)[\s\S])*?(?:\.RS\n[\s\S]*?\n\.RE|(?=\.TP))/u.exec(commands.slice(start))?.[0] ?? ''
  );
}

function documented(section: string): readonly string[] {
  return (section.match(/^\.TP\n\.BR? .*$/gmu) ?? []).flatMap(
    (item) => item.match(/(?<![a-z-])--?[a-zA-Z][a-z-]*/gu) ?? [],
  );
}

/** What bash offers after these words. */
async function offered(
  program: string,
  completion: string,
  words: readonly string[],
): Promise<readonly string[]> {
  const script = `source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1))
    _${program.replace('-', '_')}; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout } = await execa('bash', [
    '-c',
    script,
    'bash',
    path.join(templates, completion),
    program,
    ...words,
  ]);
  return stdout.split('\n').filter((word) => word !== '');
}

for (const { name, manual, completion, known } of PROGRAMS) {
  test(`${name}'s manual page has every command and option of its help, and no other`, async (t) => {
    const help = await helpOf(name);
    const page = await manualOf(manual);
    t.true(help.commands.includes(known[0]));
    t.true(help.options.get(known[0])?.includes(known[1]));
    for (const [command, options] of help.options) {
      const expected =
        command === '' ? options : options.filter((option) => !['-h', '--help'].includes(option));
      t.deepEqual([...documented(sectionOf(page, command))].sort(), [...expected].sort(), `of "${command}"`);
    }
    const commands = /\n\.SH COMMANDS\n([\s\S]*?)\n\.SH /u.exec(page)?.[1] ?? '';
    const described = [...commands.matchAll(/^\.TP\n\.BR? ([a-z]+)\b/gmu)].map(([, command]) => command);
    t.deepEqual(described, [...help.commands]);
  });

  test(`${name}'s completion offers every command and option of its help, and no other`, async (t) => {
    const help = await helpOf(name);
    const first = await offered(name, completion, ['']);
    t.deepEqual([...first].sort(), [...help.commands, ...(help.options.get('') ?? [])].sort());
    for (const [command, options] of help.options) {
      if (command === '') continue;
      const words = await offered(name, completion, [command, '-']);
      t.deepEqual([...words].sort(), [...options].sort(), `of "${command}"`);
    }
    for (const [option, choices] of help.choices) {
      t.true(choices.length > 1, option);
      t.deepEqual(
        [...(await offered(name, completion, ['any', option, '']))].sort(),
        [...choices].sort(),
        option,
      );
    }
  });
}

test('the completion of jm-wallet sees the command behind options and their values', async (t) => {
  const completion = 'jm-wallet/completion.bash';
  t.deepEqual(await offered('jm-wallet', completion, ['--wallet', 'send', 'history', '--c']), ['--csv']);
  t.deepEqual(await offered('jm-wallet', completion, ['--json', 'coinj']), ['coinjoin']);
  t.deepEqual(await offered('jm-wallet', completion, ['--password-fd', '']), []);
});
