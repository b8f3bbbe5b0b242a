import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

const OWN = `Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: jm-split
Comment:
 The program is one file, bundled from our own sources and the npm packages
 below. Their versions and hashes are in package-lock.json.

Files: *
Copyright: 2026 The jm-split developers
License: Expat
`;

/**
 * The copyright file of a package: our licence, and word for word that of every npm package in its bundle.
 * @param sources What the bundle was made of, relative to `root`.
 */
export async function copyrightOf(root: string, sources: readonly string[]): Promise<string> {
  const names = sources.flatMap((source) => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//u.exec(source)?.[1] ?? []);
  const stanzas = [...new Set(names)].sort().map((name) => stanzaOf(root, name));
  const licence = await readFile(path.join(root, 'LICENSE'), 'utf8');
  return (
    [OWN.trimEnd() + `\n${indented(licence)}`, ...(await Promise.all(stanzas)), ''].join('\n\n').trimEnd() +
    '\n'
  );
}

async function stanzaOf(root: string, name: string): Promise<string> {
  const folder = path.join(root, 'node_modules', name);
  const file = (await readdir(folder)).find((entry) => /^(licen[cs]e|copying)(\.(md|txt))?$/iu.test(entry));
  if (file === undefined) throw new Error(`${name} is in a bundle and has no licence file`);
  const text = await readFile(path.join(folder, file), 'utf8');
  const apache = text.includes('Apache License');
  const holders = text.match(/^.*copyright (\(c\)|©|[0-9]).*$/gimu) ?? [];
  return [
    `Files: node_modules/${name}/*`,
    `Copyright: ${holders.length === 0 ? 'none; in the public domain' : holders.map((line) => line.trim()).join('\n ')}`,
    // Debian's policy wants this one by reference; the others are short, and differ in their holders.
    `License: ${apache ? 'Apache-2.0' : name.replace(/^@/u, '').replace('/', '-')}`,
    apache ? ' The full text is in /usr/share/common-licenses/Apache-2.0.' : indented(text),
  ].join('\n');
}

/** As a field's continuation lines. */
function indented(text: string): string {
  return text
    .trim()
    .split('\n')
    .map((line) => (line.trim() === '' ? ' .' : ` ${line.trimEnd()}`))
    .join('\n');
}
