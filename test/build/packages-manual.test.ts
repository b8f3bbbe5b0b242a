import test from 'ava';
import { execa } from 'execa';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { bundleAll } from '../../scripts/build/bundle.ts';
import { NET_PACKAGE, WALLET_PACKAGE } from '../../scripts/package/contents.ts';
import { prose } from '../../scripts/package/roff.ts';
import { stage } from '../../scripts/package/stage.ts';
import { NOTES } from '../../scripts/package/wallet-manual.ts';
import { commandOf, flagsIn, sectionOf } from '../fixtures/manual-page.ts';
import { missingHere } from '../fixtures/missing-here.ts';
import { helpsOf, HOME, type Help } from '../fixtures/program-help.ts';

const root = path.resolve(import.meta.dirname, '../..');
const PROGRAMS = [
  {
    name: 'jm-wallet',
    contents: WALLET_PACKAGE,
    manual: 'usr/share/man/man1/jm-wallet.1.gz',
    known: ['psbt sign', '--out'],
  },
  {
    name: 'joinmarketd',
    contents: NET_PACKAGE,
    manual: 'usr/share/man/man8/joinmarketd.8.gz',
    known: ['serve', '--data-dir'],
  },
] as const;

type Name = (typeof PROGRAMS)[number]['name'];

let work = '';
const helps = new Map<Name, readonly Help[]>();
const manuals = new Map<Name, string>();

test.before(async () => {
  work = await mkdtemp(path.join(tmpdir(), 'jm-manual-'));
  const bundles = await bundleAll(path.join(work, 'bundles'));
  const release = { version: '1.2.3', maintainer: 'Somebody <a@b.invalid>', epoch: 1_700_000_000 };
  for (const { name, contents, manual } of PROGRAMS) {
    const bundle = bundles.find((made) => made.name === name);
    if (bundle === undefined) throw new Error(`There is no bundle ${name}`);
    await stage(contents, { root, tree: path.join(work, name), bundle, release });
    manuals.set(name, (await execa('gzip', ['-dc', path.join(work, name, manual)])).stdout);
    helps.set(name, await helpsOf(bundle.file, []));
  }
});

test.after.always(() => rm(work, { recursive: true }));

function helpsFor(name: Name): readonly Help[] {
  return helps.get(name) ?? [];
}

/** The help of each command below a group explains itself: the manual says so once. */
function inManual({ command }: Help): boolean {
  return command !== '' && !command.endsWith(' help');
}

/** What bash offers after these words. */
async function offered(name: Name, words: readonly string[], cwd = work): Promise<readonly string[]> {
  const script = `source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1))
    _${name.replace('-', '_')}; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const completion = path.join(work, name, 'usr/share/bash-completion/completions', name);
  const { stdout } = await execa('bash', ['-c', script, 'bash', completion, name, ...words], { cwd });
  return stdout.split('\n').filter((word) => word !== '');
}

for (const { name, known } of PROGRAMS) {
  test(`${name}'s manual page has every command of its help in this order, and no other`, (t) => {
    const commands = helpsFor(name).filter(inManual);
    const paths = commands.map(({ command }) => command);
    t.true(commands.find(({ command }) => command === known[0])?.options.includes(known[1]));
    const entries = sectionOf(manuals.get(name) ?? '', 'COMMANDS');
    t.deepEqual(
      entries.map((entry) => commandOf(entry, paths)),
      paths,
    );
    t.deepEqual(
      entries.filter(({ text }) => text === ''),
      [],
    );
    for (const [index, help] of commands.entries()) {
      const words: readonly string[] = entries[index]?.tag.slice(help.command.length).match(/[a-z]+/gu) ?? [];
      for (const argument of help.arguments) t.true(words.includes(argument), `${help.command} ${argument}`);
    }
  });

  test(`${name}'s manual page has every option, choice and default of its help, and no other`, (t) => {
    const commands = helpsFor(name);
    const entries = sectionOf(manuals.get(name) ?? '', 'COMMANDS');
    const paths = commands.filter(inManual).map(({ command }) => command);
    for (const help of commands) {
      if (help.command !== '' && !inManual(help)) continue;
      const entry = entries.find((one) => commandOf(one, paths) === help.command);
      const items =
        help.command === '' ? sectionOf(manuals.get(name) ?? '', 'OPTIONS') : (entry?.items ?? []);
      const expected =
        help.command === '' ? help.options : help.options.filter((flag) => !['-h', '--help'].includes(flag));
      t.deepEqual(items.flatMap(flagsIn).sort(), [...expected].sort(), `of "${help.command}"`);
      for (const [option, choices] of help.choices) {
        const item = items.find((one) => flagsIn(one).includes(option));
        const words: readonly string[] =
          `${item?.tag ?? ''} ${item?.text ?? ''}`.match(/[a-z0-9_-]+/gu) ?? [];
        t.true(choices.length > 1, option);
        for (const choice of choices) t.true(words.includes(choice), `${help.command} ${option} ${choice}`);
      }
      if (name !== 'jm-wallet') continue;
      for (const [option, preset] of help.presets) {
        if (preset === 'false') continue;
        const item = items.find((one) => flagsIn(one).includes(option));
        const said = `; ${preset.replace(HOME, '~')} when left out.`;
        t.true(item?.text.endsWith(said), `${help.command} ${option}${said}`);
      }
    }
  });

  test(`${name}'s completion offers every command and option of its help, and no other`, async (t) => {
    const commands = helpsFor(name);
    for (const { command, options, choices } of commands) {
      const typed = command === '' ? [] : command.split(' ');
      if (typed.at(-1) === 'help') continue;
      const below = commands
        .filter((one) => one.command !== '' && one.command.split(' ').slice(0, -1).join(' ') === command)
        .map((one) => one.command.split(' ').at(-1) ?? '');
      const words = await offered(name, [...typed, '']);
      for (const word of below) t.true(words.includes(word), `${command} ${word}`);
      const flags = await offered(name, [...typed, '-']);
      t.deepEqual([...flags].sort(), [...options].sort(), `of "${command}"`);
      for (const [option, values] of choices) {
        const bare = await offered(name, [...typed, option, '']);
        t.deepEqual([...bare].sort(), [...values].sort(), `${command} ${option}`);
      }
    }
    const first = commands.filter(({ command }) => command !== '' && !command.includes(' '));
    t.deepEqual(
      [...(await offered(name, ['']))].sort(),
      [...first.map(({ command }) => command), ...(commands[0]?.options ?? [])].sort(),
    );
  });

  test(`groff has nothing to say about ${name}'s manual page`, async (t) => {
    const { exitCode, failed, stderr } = await execa('groff', ['-ww', '-man', '-Tutf8', '-z'], {
      input: manuals.get(name) ?? '',
      reject: false,
    });
    if (failed && exitCode === undefined) {
      missingHere(t, 'there is no groff; .ci/run installs it with lintian');
      return;
    }
    t.is(stderr, '');
    t.is(exitCode, 0);
  });
}

test('the choices and defaults of the help are read', (t) => {
  const of = (command: string): Help | undefined =>
    helpsFor('jm-wallet').find((help) => help.command === command);
  t.deepEqual(of('create')?.choices.get('--words'), ['12', '15', '18', '21', '24']);
  t.is(of('create')?.presets.get('--words'), '24');
  t.is(of('scan')?.presets.get('--gap'), '1000');
  t.is(of('')?.presets.get('--datadir'), `${HOME}/.jm-wallet`);
  t.deepEqual(of('label coin')?.arguments, ['outpoint', 'text']);
});

test("what the manual of jm-wallet says beyond the help's lines is said of commands", (t) => {
  const commands = helpsFor('jm-wallet').map(({ command }) => command);
  t.deepEqual(
    Object.keys(NOTES).filter((key) => !commands.includes(key)),
    [],
  );
});

/** The commands in a text of docs/: what stands in code and begins like one. */
async function commandsIn(file: string): Promise<readonly (readonly string[])[]> {
  const text = await readFile(path.join(root, 'docs', file), 'utf8');
  const fenced = [...text.matchAll(/^jm-wallet .*/gmu)].map(([line]) => line.replace(/ #.*/u, ''));
  const inline = [...text.replaceAll(/^```[^`]*```$/gmu, '').matchAll(/`([^`\n]+)`/gu)].map(
    ([, code = '']) => code,
  );
  const first = helpsFor('jm-wallet').map(({ command }) => command.split(' ')[0]);
  return [...fenced, ...inline]
    .map((line) =>
      line
        .replace(/^jm-wallet /u, '')
        .replaceAll(/"[^"]*"/gu, 'text')
        .split(/\s+/u),
    )
    .map((words) => (words[0] === '--wallet' ? words.slice(2) : words))
    .filter((words) => first.includes(words[0]));
}

for (const file of ['cli.md', 'wallet.md']) {
  test(`each command in docs/${file} is one, with options that it has`, async (t) => {
    const [program, ...commands] = helpsFor('jm-wallet');
    const found = await commandsIn(file);
    t.true(found.length > 20);
    for (const words of found) {
      const text = words.join(' ');
      const [command] = commands
        .filter((one) => `${text} `.startsWith(`${one.command} `))
        .sort((one, other) => other.command.length - one.command.length);
      const known = [...(program?.options ?? []), ...(command?.options ?? [])];
      const flags = words.filter((word) => word.startsWith('--'));
      t.deepEqual(
        flags.filter((flag) => !known.includes(flag)),
        [],
        text,
      );
    }
  });
}

test('docs/cli.md has one table of all commands', async (t) => {
  const text = await readFile(path.join(root, 'docs/cli.md'), 'utf8');
  const table = /\n## Commands\n([\s\S]*?)\n## /u.exec(text)?.[1] ?? '';
  const listed = [...table.matchAll(/^\| (`.*?) \|/gmu)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`([a-z -]+?)(?: \[?[A-Z].*?| --.*?)?`/gu)].map(([, command]) => command),
  );
  const commands = helpsFor('jm-wallet')
    .map(({ command }) => command)
    .filter(
      (command) =>
        !['', 'labels', 'label', 'psbt', 'bond', 'tumble', 'schedule', 'podle'].includes(command) &&
        !command.endsWith('help'),
    );
  t.deepEqual([...listed].sort(), [...commands].sort());
});

test('nothing of the builder, and no placeholder, is left in the manual and the completion', async (t) => {
  const completion = path.join(work, 'jm-wallet/usr/share/bash-completion/completions/jm-wallet');
  for (const text of [manuals.get('jm-wallet') ?? '', await readFile(completion, 'utf8')]) {
    t.false(text.includes(`${homedir()}/`));
    t.notRegex(text, /@[A-Z]+@/u);
  }
  t.regex(manuals.get('jm-wallet') ?? '', /"2023-11-14" "jm\\-split 1\.2\.3"/u);
});

test('a sentence begins a line, an option is bold, and nothing is taken for a request', (t) => {
  t.deepEqual(prose("Don't. --a-b does it."), ['Don\\(aqt.', '\\fB\\-\\-a\\-b\\fR does it.']);
  t.deepEqual(prose('.jmdat'), ['\\&.jmdat']);
  t.deepEqual(prose("'x"), ['\\(aqx']);
  t.deepEqual(prose('a\\b ~ ^ ` " -c d--e'), ['a\\eb \\(ti \\(ha \\(ga \\(dq \\-c d\\-\\-e']);
  t.deepEqual(prose(''), []);
});

test('the completion of jm-wallet sees the command behind options and their values', async (t) => {
  t.deepEqual(await offered('jm-wallet', ['--wallet', 'send', 'history', '--c']), ['--csv']);
  t.deepEqual(await offered('jm-wallet', ['--json', 'coinj']), ['coinjoin']);
  t.deepEqual(await offered('jm-wallet', ['--password-fd', '']), []);
  t.deepEqual(await offered('jm-wallet', ['label', '--wallet', 'coin', 'addr']), ['address']);
  t.deepEqual(await offered('jm-wallet', ['address', 'rel']), ['release']);
  t.deepEqual(await offered('jm-wallet', ['psbt', '']), [
    ...['sign', 'combine', 'finalize', 'broadcast', 'help'],
    ...['-h', '--help'],
  ]);
  t.deepEqual(await offered('jm-wallet', ['help', 'psb']), ['psbt']);
  t.deepEqual(await offered('jm-wallet', ['psbt', 'help', 's']), ['sign']);
});

test('an option takes a value in the one command and none in the other', async (t) => {
  t.deepEqual(await offered('jm-wallet', ['create', '--words', '1']), ['12', '15', '18']);
  t.deepEqual(await offered('jm-wallet', ['import', '--words', '--f']), ['--file-password-fd', '--family']);
  t.deepEqual(await offered('jm-wallet', ['send', '0', 'INT']), ['INTERNAL']);
});

test('the completion of jm-wallet offers files where files are taken, and nowhere else', async (t) => {
  const cwd = path.join(work, 'files');
  await mkdir(path.join(cwd, 'zz folder'), { recursive: true });
  await writeFile(path.join(cwd, 'zz.psbt'), '');
  const files = async (...words: string[]): Promise<readonly string[]> =>
    [...(await offered('jm-wallet', words, cwd))].sort();
  for (const command of ['import', 'labels import', 'backup', 'restore', 'psbt sign', 'psbt combine']) {
    t.deepEqual(await files(...command.split(' '), 'z'), ['zz folder', 'zz.psbt'], command);
  }
  t.deepEqual(await files('psbt', 'combine', 'zz.psbt', 'zz.'), ['zz.psbt']);
  t.deepEqual(await files('send', '--psbt', 'zz.'), ['zz.psbt']);
  t.deepEqual(await files('history', '--config', 'zz.'), ['zz.psbt']);
  t.deepEqual(await files('--datadir', 'z'), ['zz folder']);
  t.deepEqual(await files('send', 'z'), []);
  t.deepEqual(await files('restore', '--words-fd', 'z'), []);
});
