import { homedir } from 'node:os';
import type { Argument, Command, Option } from 'commander';
import { buildProgram } from '../../vm-wallet/cli/program.ts';

/** What may be typed for an argument or for the value of an option. */
export interface ValueFacts {
  /** As the help calls it, without brackets: `file`, `txid:vout`. */
  readonly name: string;
  /** All that it can be, or empty when that is no short list. */
  readonly choices: readonly string[];
}

/** One option of a command. */
export interface OptionFacts {
  /** The short flag first, where there is one. */
  readonly flags: readonly string[];
  readonly description: string;
  readonly value: ValueFacts | null;
  /** Whether the command refuses to run without it. */
  readonly required: boolean;
  /** What it is when left out, where the user would want to know. */
  readonly preset: string | null;
}

/** One argument of a command. */
export interface ArgumentFacts extends ValueFacts {
  readonly description: string;
  readonly required: boolean;
  readonly variadic: boolean;
}

/** One command, as its user sees it. */
export interface CommandFacts {
  /** What is typed for it: `psbt sign`; empty for the program itself. */
  readonly path: string;
  readonly description: string;
  readonly arguments: readonly ArgumentFacts[];
  readonly options: readonly OptionFacts[];
  readonly subcommands: readonly CommandFacts[];
}

/** The command line of jm-wallet, read from the definition that parses it. */
export function walletCommands(): CommandFacts {
  return factsOf(
    buildProgram('', () => Promise.resolve()),
    '',
  );
}

/** A command and all below it, each before its own. */
export function withSubcommands(command: CommandFacts): readonly CommandFacts[] {
  return [command, ...command.subcommands.flatMap(withSubcommands)];
}

function factsOf(command: Command, path: string): CommandFacts {
  // What the help lists, with the parts that commander adds: --version, --help and the command help.
  const help = command.createHelp();
  return {
    path,
    description: command.description(),
    arguments: command.registeredArguments.map(argumentFacts),
    options: help.visibleOptions(command).map(optionFacts),
    subcommands: help
      .visibleCommands(command)
      .map((subcommand) => factsOf(subcommand, `${path} ${subcommand.name()}`.trimStart())),
  };
}

function argumentFacts(argument: Argument): ArgumentFacts {
  return {
    name: argument.name(),
    choices: argument.argChoices ?? (/\bINTERNAL\b/u.test(argument.description) ? ['INTERNAL'] : []),
    description: argument.description,
    required: argument.required,
    variadic: argument.variadic,
  };
}

function optionFacts(option: Option): OptionFacts {
  const name = /[<[](.+?)[>\]]/u.exec(option.flags)?.[1];
  return {
    flags: [option.short, option.long].filter((flag) => flag !== undefined),
    description: option.description,
    value: name === undefined ? null : { name, choices: option.argChoices ?? [] },
    required: option.mandatory,
    preset: name === undefined ? null : presetOf(option.defaultValue),
  };
}

function presetOf(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string' || value === '') return null;
  // The home folder of whoever builds the package is nobody else's.
  return value.startsWith(`${homedir()}/`) ? `~${value.slice(homedir().length)}` : value;
}
