import { execa } from 'execa';
import { createHash } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bundleAll } from '../build/bundle.ts';
import { NET_PACKAGE, WALLET_PACKAGE } from './contents.ts';
import { releaseOf } from './release.ts';
import { stage } from './stage.ts';

/** A package that was built. */
export interface BuiltPackage {
  readonly name: string;
  readonly file: string;
  readonly sha256: string;
}

const root = path.resolve(import.meta.dirname, '../..');

/** Builds both packages, and SHA256SUMS, into `directory`. Needs neither root nor a network. */
export async function buildPackages(
  directory: string,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<readonly BuiltPackage[]> {
  const release = await releaseOf(root, environment);
  const work = await mkdtemp(path.join(tmpdir(), 'jm-package-'));
  try {
    const bundles = await bundleAll(path.join(work, 'bundles'));
    const built: BuiltPackage[] = [];
    await mkdir(directory, { recursive: true });
    await removeOlder(directory);
    for (const contents of [WALLET_PACKAGE, NET_PACKAGE]) {
      const bundle = bundles.find(({ name }) => name === contents.bundle);
      if (bundle === undefined) throw new Error(`There is no bundle ${contents.bundle}`);
      const tree = path.join(work, contents.name);
      await stage(contents, { root, tree, bundle, release });
      const file = path.join(directory, `${contents.name}_${release.version}_all.deb`);
      await archive(tree, file, release.epoch);
      const sha256 = createHash('sha256')
        .update(await readFile(file))
        .digest('hex');
      built.push({ name: contents.name, file, sha256 });
    }
    const sums = built.map(({ file, sha256 }) => `${sha256}  ${path.basename(file)}\n`);
    await writeFile(path.join(directory, 'SHA256SUMS'), sums.join(''));
    return built;
  } finally {
    await rm(work, { recursive: true });
  }
}

/** Whoever installs `*.deb` must not meet those of an older build. */
async function removeOlder(directory: string): Promise<void> {
  const older = (await readdir(directory)).filter((name) => /^jm-(wallet|net)_.*\.deb(\.new)?$/u.test(name));
  for (const name of older) await rm(path.join(directory, name));
}

/** dpkg-deb sorts the entries; one thread, because the number of threads can show in what xz makes. */
async function archive(tree: string, file: string, epoch: number): Promise<void> {
  await execa(
    'dpkg-deb',
    [
      '--root-owner-group',
      '--uniform-compression',
      '--threads-max=1',
      '-Zxz',
      '-z6',
      '--build',
      tree,
      `${file}.new`,
    ],
    { env: { SOURCE_DATE_EPOCH: String(epoch), LC_ALL: 'C', TZ: 'UTC' } },
  );
  await chmod(`${file}.new`, 0o644);
  await rename(`${file}.new`, file);
}
