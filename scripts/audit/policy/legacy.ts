import { posix } from 'node:path';
import { openInclude, type Reading } from './include.ts';
import type { Place } from './policy-error.ts';
import { type Calls, parseRule, type Rule } from './rule.ts';
import { fieldsOf, policyLines } from './text.ts';

const INCLUDE = '@include:';
const NAME = /^(?<service>[A-Za-z0-9_-][A-Za-z0-9._-]*)(?<argument>\+[A-Za-z0-9+._-]*)?$/u;
const LEFTOVER = ['.rpmsave', '.rpmnew', '.swp'];

/** Reads a file of the old format, whose rules name neither service nor argument. @throws PolicyError */
export function readLegacyFile(calls: Calls, bytes: Uint8Array, reading: Reading): Rule[] {
  const file = reading.open.at(-1) ?? '';
  return policyLines(bytes, file).flatMap(({ line, text }) => {
    const place: Place = { file, line };
    const fields = fieldsOf(text.replaceAll('$', '@').replaceAll(',', ' '));
    const [first = ''] = fields;
    if (!first.startsWith(INCLUDE) || fields.length > 1) return [parseRule(calls, fields, place)];
    const included = openInclude(reading, place, first.slice(INCLUDE.length));
    return readLegacyFile(calls, included.bytes, included.reading);
  });
}

/** Reads the directory of the old format, as `!compat-4.0` asks for. No such directory: no rules. @throws PolicyError */
export function readLegacyDirectory(reading: Reading, place: Place): Rule[] {
  const base = reading.legacyDirectory;
  const files = (reading.tree.list(base) ?? [])
    .flatMap((name) => legacyCalls(name) ?? [])
    .sort((one, other) => compareText(one.service, other.service) || compareArguments(one, other));
  return files.flatMap((calls) => {
    const name = calls.argument === '*' ? calls.service : calls.service + calls.argument;
    const { bytes, file, reading: inside } = openInclude({ ...reading, base }, place, posix.join(base, name));
    const rules = readLegacyFile(calls, bytes, inside);
    return calls.argument === '*' ? rules : [...rules, ...impliedDenials(calls, file)];
  });
}

/** What a file of that name is about; null when Qubes passes over it. */
function legacyCalls(name: string): Calls | null {
  const groups = NAME.exec(name)?.groups;
  const service = groups?.['service'];
  if (service === undefined || LEFTOVER.some((end) => name.endsWith(end))) return null;
  return { service, argument: groups?.['argument'] ?? '*' };
}

/** What the old format meant by silence. */
function impliedDenials(calls: Calls, file: string): Rule[] {
  const place: Place = { file, line: null };
  return ['@anyvm', '@adminvm'].map((target) => parseRule(calls, ['@anyvm', target, 'deny'], place));
}

/** The file for all arguments comes behind those for one. */
function compareArguments(one: Calls, other: Calls): number {
  const all = Number(one.argument === '*') - Number(other.argument === '*');
  return all === 0 ? compareText(one.argument, other.argument) : all;
}

function compareText(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}
