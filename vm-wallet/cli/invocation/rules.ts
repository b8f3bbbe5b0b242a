import { InvalidArgumentError, Option, type Command } from 'commander';
import type { Perform } from './arguments.ts';

export interface RulesInvocation {
  readonly command: 'rules';
}

export interface RulesAcceptInvocation {
  readonly command: 'rules accept';
}

export interface RulesCheckInvocation {
  readonly command: 'rules check';
  readonly file: string;
}

export interface AuditLogInvocation {
  readonly command: 'audit-log';
  /** Unix seconds, or how many seconds before now. */
  readonly since?: Since;
  readonly verify: boolean;
}

export interface AuditLogRestartInvocation {
  readonly command: 'audit-log restart';
}

/** From when on: a moment, or so long ago. Seconds. */
export type Since = { readonly kind: 'time' | 'ago'; readonly seconds: number };

export interface AllowInvocation {
  readonly command: 'allow';
  /** Seconds. */
  readonly for?: number;
  readonly upTo?: string;
  readonly list: boolean;
  readonly end: boolean;
}

export type RulesGroupInvocation =
  | RulesInvocation
  | RulesAcceptInvocation
  | RulesCheckInvocation
  | AuditLogInvocation
  | AuditLogRestartInvocation
  | AllowInvocation;

interface AuditLogOptions extends Omit<AuditLogInvocation, 'command'> {
  readonly restart: boolean;
}

/** Longer than that, nobody remembers what was allowed. */
const MAX_ALLOWANCE_SECONDS = 7 * 24 * 3600;
const UNITS: Readonly<Record<string, number>> = { m: 60, h: 3600, d: 24 * 3600 };

/** `rules`, `allow` and `audit-log`. */
export function defineRules(program: Command, perform: Perform<RulesGroupInvocation>): void {
  const rules = program
    .command('rules')
    .description('show the spending rules that are in force, and how much of each limit is used')
    .action(() => perform({ command: 'rules' }));
  rules
    .command('accept')
    .description('put rules.ini of the data directory into force, after showing what changes')
    .action(() => perform({ command: 'rules accept' }));
  rules
    .command('check')
    .description('look whether a file of rules can be understood; needs no wallet')
    .argument('<file>', 'the file')
    .action((file: string) => perform({ command: 'rules check', file }));

  program
    .command('allow')
    .description('let send, coinjoin, tumble and bump spend without asking, for a time and up to a sum')
    .option('--for <time>', 'how long: 30m, 2h, 1d; at most 7d', allowanceTime)
    .option('--up-to <amount>', 'how much may leave the wallet, fees and all')
    .addOption(new Option('--list', 'show what is allowed').default(false).conflicts(['for', 'upTo', 'end']))
    .addOption(new Option('--end', 'take all of it back').default(false).conflicts(['for', 'upTo']))
    .action((options: Omit<AllowInvocation, 'command'>) => perform({ command: 'allow', ...options }));

  program
    .command('audit-log')
    .description('show what keys were used for, what rules refused, and how these changed')
    .option('--since <when>', 'a date (2026-01-31, 2026-01-31T12:00), or how long ago (12h)', since)
    .addOption(new Option('--verify', 'check that no entry was changed, removed or added').default(false))
    .addOption(
      new Option('--restart', 'put a log that is damaged or lost aside, and begin a new one')
        .default(false)
        .conflicts(['since', 'verify']),
    )
    .action(({ restart, ...options }: AuditLogOptions) =>
      perform(restart ? { command: 'audit-log restart' } : { command: 'audit-log', ...options }),
    );
}

/** Seconds of `30m`, `2h` or `1d`; null when it is none. */
function durationOf(text: string): number | null {
  const { count, unit } = /^(?<count>[1-9][0-9]{0,5})(?<unit>[mhd])$/u.exec(text)?.groups ?? {};
  return count === undefined ? null : Number(count) * (UNITS[unit ?? ''] ?? 0);
}

/** @throws InvalidArgumentError */
function allowanceTime(text: string): number {
  const seconds = durationOf(text);
  if (seconds === null || seconds > MAX_ALLOWANCE_SECONDS) {
    throw new InvalidArgumentError('Give a time like 30m, 2h or 1d, up to 7d.');
  }
  return seconds;
}

/** @throws InvalidArgumentError */
function since(text: string): Since {
  const ago = durationOf(text);
  if (ago !== null) return { kind: 'ago', seconds: ago };
  const dated = /^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2})?)?$/u.test(text);
  const time = dated ? Date.parse(text.includes('T') ? `${text}Z` : text) : NaN;
  if (Number.isNaN(time)) throw new InvalidArgumentError('Give a date like 2026-01-31, or a time like 12h.');
  return { kind: 'time', seconds: Math.floor(time / 1000) };
}
