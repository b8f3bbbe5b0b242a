import { build, type Metafile, type Plugin } from 'esbuild';
import { readFileSync } from 'node:fs';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';

/** What is bundled, from which entry to which single file. */
export interface BundleTarget {
  readonly name: string;
  readonly entry: string;
}

export const TARGETS: readonly BundleTarget[] = [
  { name: 'jm-wallet', entry: 'vm-wallet/main.ts' },
  { name: 'joinmarketd', entry: 'vm-net/main.ts' },
];

/** The stand-in for qrexec, for demo and tests only; it is never packaged. */
export const STAND_IN: BundleTarget = {
  name: 'stand-in/qrexec-client-vm',
  entry: 'scripts/qrexec-stand-in/main.ts',
};

/** The auditor of dom0's policy. It runs in a disposable of its own, on copies of dom0's files. */
export const AUDIT: BundleTarget = { name: 'jm-audit', entry: 'scripts/audit/main.ts' };

/** What a bundle turned out to be made of. */
export interface Bundle {
  readonly name: string;
  readonly file: string;
  /** Node modules that the bundle imports at run time, without the `node:` prefix, sorted. */
  readonly builtins: readonly string[];
  /** Source files inside, relative to the project, sorted. */
  readonly sources: readonly string[];
}

const projectRoot = path.resolve(import.meta.dirname, '../..');

/** The package's version, stamped into both bundles. */
export function projectVersion(): string {
  const manifest: unknown = createRequire(import.meta.url)('../../package.json');
  if (typeof manifest !== 'object' || manifest === null || !('version' in manifest)) {
    throw new Error('package.json has no version');
  }
  return String(manifest.version);
}

/**
 * Bundles one deployable into `directory` as an executable file that needs neither node_modules nor anything beside it.
 * CommonJS, because a file without extension can't be an ES module in Node 20.
 */
export async function bundle(target: BundleTarget, directory: string): Promise<Bundle> {
  const file = path.join(directory, target.name);
  const result = await build({
    absWorkingDir: projectRoot,
    entryPoints: [target.entry],
    outfile: file,
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    charset: 'ascii',
    legalComments: 'inline',
    loader: { '.wasm': 'binary' },
    banner: { js: '#!/usr/bin/env node' },
    define: { 'process.env.JM_VERSION': JSON.stringify(projectVersion()) },
    plugins: [inlineWasm],
    logLevel: 'warning',
  });
  const [output] = result.outputFiles;
  if (output === undefined) throw new Error(`esbuild made nothing of ${target.entry}`);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, asciiComments(output.text));
  await chmod(file, 0o755);
  return {
    name: target.name,
    file,
    builtins: builtinsOf(result.metafile),
    sources: Object.keys(result.metafile.inputs).sort(),
  };
}

/**
 * esbuild escapes what is beyond ASCII in code, and leaves licence comments as they are. One such letter makes Node keep four megabytes
 * as UTF-16, which costs each command some 30 ms.
 */
function asciiComments(text: string): string {
  return text.replace(/[^\0-\x7f]/gu, (letter) => `\\u{${letter.codePointAt(0)?.toString(16) ?? ''}}`);
}

/** Bundles both deployables. */
export async function bundleAll(directory: string): Promise<readonly Bundle[]> {
  return Promise.all(TARGETS.map((target) => bundle(target, directory)));
}

function builtinsOf(metafile: Metafile): readonly string[] {
  const names = Object.values(metafile.outputs)
    .flatMap((output) => output.imports)
    .filter((entry) => entry.external === true)
    .map((entry) => entry.path.replace(/^node:/u, ''));
  return [...new Set(names)].sort();
}

/** tiny-secp256k1 reads its wasm from beside its own module; a bundle has nothing beside it. */
const inlineWasm: Plugin = {
  name: 'inline-wasm',
  setup(context) {
    context.onLoad({ filter: /tiny-secp256k1\/lib\/wasm_loader\.js$/ }, ({ path: file }) => {
      const source = readFileSync(file, 'utf8');
      const inlined = source
        .replace(/^import \{ readFileSync \}.*$/mu, '')
        .replace(/^import \{ path \}.*$/mu, "import binary from './secp256k1.wasm';")
        .replace(/^const binary = .*$/mu, '');
      if (/readFileSync|path\(/u.test(inlined)) throw new Error('tiny-secp256k1 loads its wasm in a new way');
      return { contents: inlined, loader: 'js' };
    });
  },
};
