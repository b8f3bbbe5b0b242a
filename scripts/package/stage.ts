import { execa } from 'execa';
import { createHash } from 'node:crypto';
import { chmod, lstat, mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Bundle } from '../build/bundle.ts';
import type { PackageContents, PackagedFile } from './contents.ts';
import { copyrightOf } from './copyright.ts';
import { debianChangelog, fill, type Release } from './release.ts';
import { walletCommands } from './wallet-commands.ts';
import { completionTables } from './wallet-completion.ts';
import { manualSections } from './wallet-manual.ts';

/** Lays out a package's files in `tree` exactly as they will be installed, and DEBIAN/ beside them. */
export async function stage(
  contents: PackageContents,
  made: { readonly root: string; readonly tree: string; readonly bundle: Bundle; readonly release: Release },
): Promise<void> {
  const { root, tree, bundle, release } = made;
  for (const file of contents.files) {
    await put(tree, file.to, await prepared(root, file, bundle, release), file.executable === true);
  }
  const doc = `/usr/share/doc/${contents.name}`;
  await put(tree, `${doc}/copyright`, await copyrightOf(root, bundle.sources), false);
  await put(tree, `${doc}/changelog.Debian.gz`, await compressed(debianChangelog(release)), false);

  const installed = await filesBelow(tree);
  const sizes = await Promise.all(installed.map(async (file) => (await lstat(path.join(tree, file))).size));
  const size = sizes.reduce((sum, bytes) => sum + Math.ceil(bytes / 1024), 0);
  for (const name of contents.control) {
    const template = await readFile(path.join(root, 'scripts/package', contents.name, name), 'utf8');
    const isScript = template.startsWith('#!');
    const text = isScript ? template : fill(template, release, { SIZE: String(size) });
    await put(tree, `/DEBIAN/${name}`, text, isScript);
  }
  await put(tree, '/DEBIAN/md5sums', await md5sums(tree, installed), false);
  await settle(tree, release.epoch);
}

async function prepared(
  root: string,
  file: PackagedFile,
  bundle: Bundle,
  release: Release,
): Promise<string | Uint8Array> {
  switch (file.as) {
    case 'bundle':
      return withAbsoluteInterpreter(await readFile(bundle.file, 'utf8'));
    case 'copy':
      return readFile(path.join(root, file.from));
    case 'fill':
      return fill(await readFile(path.join(root, file.from), 'utf8'), release, fromProgram());
    case 'gzip':
      return compressed(await readFile(path.join(root, file.from), 'utf8'));
    case 'fill+gzip':
      return compressed(fill(await readFile(path.join(root, file.from), 'utf8'), release, fromProgram()));
  }
}

/** What the definition of jm-wallet's commands puts into its manual and its completion. */
function fromProgram(): Readonly<Record<string, string>> {
  const program = walletCommands();
  return { ...manualSections(program), ...completionTables(program) };
}

function withAbsoluteInterpreter(bundle: string): string {
  const line = '#!/usr/bin/env node\n';
  if (!bundle.startsWith(line)) throw new Error('The bundle begins in a new way');
  return `#!/usr/bin/node\n${bundle.slice(line.length)}`;
}

/** With the program gzip: what Node's own zlib makes depends on the processor. */
async function compressed(text: string): Promise<Uint8Array> {
  return (await execa('gzip', ['-n9'], { input: text, encoding: 'buffer' })).stdout;
}

async function put(
  tree: string,
  to: string,
  content: string | Uint8Array,
  executable: boolean,
): Promise<void> {
  const file = path.join(tree, to);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, content);
  await chmod(file, executable ? 0o755 : 0o644);
}

/** Every file but those of DEBIAN/, relative to `tree`, sorted. */
async function filesBelow(tree: string): Promise<readonly string[]> {
  const entries = await readdir(tree, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(tree, path.join(entry.parentPath, entry.name)))
    .filter((file) => !file.startsWith('DEBIAN/'))
    .sort();
}

async function md5sums(tree: string, files: readonly string[]): Promise<string> {
  const lines = await Promise.all(
    files.map(async (file) => {
      const content = await readFile(path.join(tree, file));
      return `${createHash('md5').update(content).digest('hex')}  ${file}\n`;
    }),
  );
  return lines.join('');
}

/** Nothing of the builder's umask and clock may be left. */
async function settle(tree: string, epoch: number): Promise<void> {
  const entries = await readdir(tree, { recursive: true, withFileTypes: true });
  const names = entries.map((entry) => path.join(entry.parentPath, entry.name));
  // Deepest first: to change a folder's entries is to change its date.
  for (const name of [...names.sort().reverse(), tree]) {
    if ((await lstat(name)).isDirectory()) await chmod(name, 0o755);
    await utimes(name, epoch, epoch);
  }
}
