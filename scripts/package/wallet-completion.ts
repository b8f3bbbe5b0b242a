import { withSubcommands, type CommandFacts, type ValueFacts } from './wallet-commands.ts';

/** What bash does instead of offering words. */
const DIRECTORY = '@directory';
const FILE = '@file';

/** The branches of bash's `case` at @WORDS@, @VALUES@ and @FILES@ in completion.bash. */
export function completionTables(
  program: CommandFacts,
): Readonly<Record<'WORDS' | 'VALUES' | 'FILES', string>> {
  const commands = withSubcommands(program);
  return {
    WORDS: commands.map((command) => branch([command.path], wordsAfter(command, program))).join('\n'),
    VALUES: commands.flatMap(valuesOf).join('\n'),
    FILES: `    ${commands
      .filter((command) => command.arguments.some(isFile))
      .map(({ path }) => quoted(path))
      .join(' | ')}) ;;`,
  };
}

function wordsAfter(command: CommandFacts, program: CommandFacts): readonly string[] {
  const isHelp = /(?:^| )help$/u.test(command.path);
  const parent = isHelp
    ? withSubcommands(program).find(({ subcommands }) => subcommands.includes(command))
    : undefined;
  return [
    ...(parent ?? command).subcommands.map(({ path }) => path.replace(/^.* /u, '')),
    ...command.arguments.flatMap(({ choices }) => choices),
    ...command.options.flatMap(({ flags }) => flags),
  ];
}

function valuesOf(command: CommandFacts): readonly string[] {
  return command.options.flatMap(({ flags, value }) =>
    value === null
      ? []
      : [
          branch(
            flags.map((flag) => `${command.path} ${flag}`),
            offeredFor(value),
          ),
        ],
  );
}

function offeredFor(value: ValueFacts): readonly string[] {
  if (isFile(value)) return [FILE];
  return value.name === 'dir' ? [DIRECTORY] : value.choices;
}

function isFile({ name }: Pick<ValueFacts, 'name'>): boolean {
  return name === 'file' || name === 'files';
}

function branch(patterns: readonly string[], words: readonly string[]): string {
  return `    ${patterns.map(quoted).join(' | ')}) echo ${quoted(words.join(' '))} ;;`;
}

function quoted(text: string): string {
  if (text.includes("'")) throw new Error(`This can not stand in quotes: ${text}`);
  return `'${text}'`;
}
