import { posix } from 'node:path';
import { openInclude, type Reading } from './include.ts';
import { readLegacyDirectory, readLegacyFile } from './legacy.ts';
import { policyFileNames } from './listing.ts';
import { type Place, PolicyError } from './policy-error.ts';
import { quoted } from './quoted.ts';
import { parseCalls, parseRule, type Rule } from './rule.ts';
import { fieldsOf, policyLines } from './text.ts';

/** Reads a file of the current format, and whatever it includes. @throws PolicyError */
export function readCurrentFile(bytes: Uint8Array, reading: Reading): Rule[] {
  const file = reading.open.at(-1) ?? '';
  return policyLines(bytes, file).flatMap(({ line, text }) => {
    const place: Place = { file, line };
    const [first = '', second, ...rest] = fieldsOf(text);
    if (first.startsWith('!')) {
      return readDirective(first, second === undefined ? [] : [second, ...rest], place, reading);
    }
    if (second === undefined || rest.length < 3)
      throw new PolicyError('syntax', place, 'the rule has too few fields');
    return [parseRule(parseCalls(first, second, place), rest, place)];
  });
}

function readDirective(
  directive: string,
  operands: readonly string[],
  place: Place,
  reading: Reading,
): Rule[] {
  const [first = '', second = '', third = ''] = operands;
  switch (`${directive} ${operands.length}`) {
    case '!include 1':
      return readInclude(first, place, reading);
    case '!include-dir 1':
      return readDirectory(posix.resolve(reading.base, first), place, reading);
    case '!include-service 3': {
      const calls = parseCalls(first, second, place);
      const included = openInclude(reading, place, third);
      return readLegacyFile(calls, included.bytes, included.reading);
    }
    case '!compat-4.0 0':
      return readLegacyDirectory(reading, place);
    default:
      throw new PolicyError(
        'syntax',
        place,
        `there is no directive ${quoted(directive)} with ${operands.length} operands`,
      );
  }
}

function readInclude(name: string, place: Place, reading: Reading): Rule[] {
  const included = openInclude(reading, place, name);
  return readCurrentFile(included.bytes, included.reading);
}

function readDirectory(directory: string, place: Place, reading: Reading): Rule[] {
  const names = policyFileNames(reading.tree, directory);
  if (names === null) {
    throw new PolicyError('missing-include', place, `there is no directory ${quoted(directory)}`);
  }
  return names.flatMap((name) => readInclude(posix.join(directory, name), place, reading));
}
