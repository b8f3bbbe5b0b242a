import { JmError } from '../errors.ts';

/** Text that Python's ConfigParser would not read. */
export class IniError extends JmError<
  'config-no-section' | 'config-bad-line' | 'config-bad-interpolation' | 'config-not-text'
> {}

/** Sections by name; keys in lower case. */
export type IniFile = ReadonlyMap<string, ReadonlyMap<string, string>>;

const SECTION = /^\[(?<name>.+)\]/u;
const OPTION = /^(?<key>.*?)\s*(?:(?<delimiter>[=:])\s*(?<value>.*))?$/u;
const MAX_DEPTH = 10;

/**
 * Reads the dialect of Python's `ConfigParser(strict=False)`, which joinmarket.cfg is written in: `=` and `:`, comments on lines
 * of their own, indented continuation lines, keys without case, repeated sections merged, `%(name)s` interpolation and
 * `[DEFAULT]`. The `ini` package reads most of this differently.
 * @throws IniError that names the line.
 */
export function parsePythonIni(text: string, file: string): IniFile {
  const sections = new Map<string, Map<string, string[]>>();
  const defaults = new Map<string, string[]>();
  let section: Map<string, string[]> | null = null;
  let option: string[] | null = null;
  let optionIndent = 0;
  for (const [number, line] of text.split(/\r\n|\r|\n/u).entries()) {
    const content = line.trim();
    if (content === '') {
      // An empty line belongs to the value above it, until an unindented line ends that value.
      option?.push('');
      continue;
    }
    if (content.startsWith('#') || content.startsWith(';')) continue;
    const indent = line.length - line.trimStart().length;
    if (option !== null && indent > optionIndent) {
      option.push(content);
      continue;
    }
    optionIndent = indent;
    const header = SECTION.exec(content)?.groups?.['name'];
    if (header !== undefined) {
      section = header === 'DEFAULT' ? defaults : (sections.get(header) ?? new Map<string, string[]>());
      if (header !== 'DEFAULT') sections.set(header, section);
      option = null;
      continue;
    }
    if (section === null) {
      throw new IniError(
        'config-no-section',
        `${file}, line ${number + 1}: there is no [SECTION] above this line`,
      );
    }
    const { key = '', delimiter, value = '' } = OPTION.exec(content)?.groups ?? {};
    if (delimiter === undefined || key === '') {
      throw new IniError('config-bad-line', `${file}, line ${number + 1}: expected "key = value"`);
    }
    option = [value];
    section.set(key.toLowerCase(), option);
  }
  return interpolateAll(sections, defaults, file);
}

function interpolateAll(
  sections: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>,
  defaults: ReadonlyMap<string, readonly string[]>,
  file: string,
): IniFile {
  const result = new Map<string, ReadonlyMap<string, string>>();
  for (const [name, options] of sections) {
    const raw = new Map([...defaults, ...options].map(([key, lines]) => [key, joinLines(lines)]));
    const place = (key: string): string => `${file}, [${name}] ${key}`;
    result.set(name, new Map([...raw].map(([key, value]) => [key, interpolate(value, raw, place(key), 0)])));
  }
  return result;
}

function joinLines(lines: readonly string[]): string {
  let end = lines.length;
  while (end > 1 && lines[end - 1] === '') end -= 1;
  return lines.slice(0, end).join('\n').trimEnd();
}

function interpolate(
  value: string,
  options: ReadonlyMap<string, string>,
  place: string,
  depth: number,
): string {
  if (depth > MAX_DEPTH)
    throw new IniError('config-bad-interpolation', `${place}: "%(...)s" refers to itself`);
  return value.replace(/%(?<rest>%|\((?<name>[^)]*)\)s)?/gu, (...match: unknown[]) => {
    const groups = match[match.length - 1] as { readonly rest?: string; readonly name?: string };
    if (groups.rest === '%') return '%';
    const referred = groups.name === undefined ? undefined : options.get(groups.name.toLowerCase());
    if (referred === undefined) {
      throw new IniError(
        'config-bad-interpolation',
        `${place}: "%" must be written "%%" or name a key, "%(key)s"`,
      );
    }
    return interpolate(referred, options, place, depth + 1);
  });
}
