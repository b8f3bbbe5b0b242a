import { parse } from 'ini';
import { scriptOfAddress } from '../../../shared/bitcoin/address.ts';
import { readAmount } from '../../../shared/bitcoin/amount-text.ts';
import type { Network } from '../../../shared/bitcoin/network.ts';
import { toHex } from '../../../shared/crypto/bytes.ts';
import { isJmError, JmError } from '../../../shared/errors.ts';
import { rulesFile } from './schema/validators.js';
import {
  MEASURE_KEYS,
  MEASURES,
  type Caps,
  type Measure,
  type Role,
  type Span,
  type SpendingRules,
} from './spending-rules.ts';

/** rules.ini can't be understood. Nothing in it is guessed. */
export class RulesFileError extends JmError<'bad-rules-file'> {}

/** The file as the `ini` package reads it, once the schema has seen it. */
type Section = Readonly<Record<string, string>>;
interface RulesFile {
  readonly transaction?: Section;
  readonly hour?: Section;
  readonly day?: Section;
  readonly destinations?: { readonly allowed?: string | readonly string[] };
  readonly role?: { readonly role?: Role };
  readonly quiet?: { readonly hours?: string };
}

/** A line of the file that is no comment. */
interface Line {
  readonly number: number;
  readonly section: string | null;
  /** Null for the line that begins a section. */
  readonly key: string | null;
  readonly isList: boolean;
}

const SECTION = /^\[(?<name>[^\]]*)\]\s*$/u;
const HOURS = 24;

/**
 * Reads rules.ini. Unlike joinmarket.cfg it is strict: what is unknown, written twice or unreadable is an error, because a rule that
 * is silently ignored is none.
 * @throws RulesFileError that names the line.
 */
export function readRules(text: string, network: Network, file = 'rules.ini'): SpendingRules {
  const content: unknown = parse(text);
  const fail = (line: number, what: string): never => {
    throw new RulesFileError('bad-rules-file', `${file}, line ${line}: ${what}`, {
      cure: 'docs/rules.md has every section and key, and what they take.',
    });
  };
  const lines = linesOf(text);
  for (const line of lines) {
    const fault = faultOf(line, lines, content);
    if (fault !== null) fail(line.number, fault);
  }
  if (!isRulesFile(content)) return fail(1, 'this is not a file of rules');
  const lineOf = (section: string, key: string): number =>
    lines.find((line) => line.section === section && line.key === key)?.number ?? 1;
  const { destinations, role, quiet } = content;
  const allowed = [destinations?.allowed ?? []].flat();
  const scripts = allowed.map(
    (address) =>
      scriptOf(address, network) ??
      fail(lineOf('destinations', 'allowed'), `${address} is no address on ${network}`),
  );
  const caps = (span: Span): Caps =>
    capsOf(content[span], (key) =>
      fail(lineOf(span, key), `[${span}] ${key}: there is no such amount of money`),
    );
  return {
    caps: { transaction: caps('transaction'), hour: caps('hour'), day: caps('day') },
    destinations: scripts.length === 0 ? null : new Set(scripts),
    role: role?.role ?? 'any',
    quietHours: new Set(hoursOf(quiet?.hours ?? '')),
  };
}

/** What is wrong with a line by itself, judged by the schema on a file that holds nothing else. */
function faultOf(line: Line, lines: readonly Line[], content: unknown): string | null {
  const { section, key } = line;
  if (section === null) return 'there is no [section] above this line';
  if (key === null) return isRulesFile({ [section]: {} }) ? null : `there is no section [${section}]`;
  const value = ownValue(ownValue(content, section), key);
  if (value === undefined || !isRulesFile({ [section]: { [key]: value } })) {
    return `[${section}] ${key}: there is no such rule, or its value does not fit`;
  }
  const again = lines.find((one) => one.section === section && one.key === key);
  if (again !== line && !(line.isList && again?.isList === true)) return `[${section}] ${key} is here twice`;
  return null;
}

function linesOf(text: string): Line[] {
  let section: string | null = null;
  return text.split(/\r\n|\r|\n/u).flatMap((content, index): Line[] => {
    if (/^\s*(?:[;#]|$)/u.test(content)) return [];
    const number = index + 1;
    const name = SECTION.exec(content)?.groups?.['name'];
    if (name !== undefined) {
      section = name.trim();
      return [{ number, section, key: null, isList: false }];
    }
    const [before = ''] = content.split('=');
    const isList = before.trim().endsWith('[]');
    return [{ number, section, key: before.trim().replace(/\[\]$/u, ''), isList }];
  });
}

function ownValue(container: unknown, key: string): unknown {
  if (typeof container !== 'object' || container === null || !Object.hasOwn(container, key)) return undefined;
  return Object.entries(container).find(([name]) => name === key)?.[1];
}

function isRulesFile(value: unknown): value is RulesFile {
  return rulesFile(value);
}

function capsOf(section: Section = {}, fail: (key: string) => never): Caps {
  const caps: Partial<Record<Measure, bigint>> = {};
  for (const measure of MEASURES) {
    const key = MEASURE_KEYS[measure];
    const text = section[key];
    if (text !== undefined) caps[measure] = readAmount(text) ?? fail(key);
  }
  return caps;
}

function scriptOf(address: string, network: Network): string | null {
  try {
    return toHex(scriptOfAddress(address, network));
  } catch (error) {
    if (isJmError(error)) return null;
    throw error;
  }
}

/** `22-6, 12-13`: from the first hour on, up to the second; the same hour twice is the whole day. */
function hoursOf(text: string): number[] {
  return text.split(',').flatMap((range) => {
    const [from, to] = range.split('-').map(Number);
    if (from === undefined || to === undefined) return [];
    const length = (to - from + HOURS) % HOURS || HOURS;
    return Array.from({ length }, (_unused, index) => (from + index) % HOURS);
  });
}
