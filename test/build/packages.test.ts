import test from 'ava';
import { execa } from 'execa';
import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bundleAll, projectVersion } from '../../scripts/build/bundle.ts';
import { buildPackages, type BuiltPackage } from '../../scripts/package/packages.ts';
import { missingHere } from '../fixtures/missing-here.ts';

const EPOCH = 1_700_000_000;
const NETWORK_IMPORT =
  /\b(?:require|import)\(\s*["'`](?:node:)?(?:net|http|https|http2|tls|dgram|dns|dns\/promises|inspector|cluster)["'`]/u;
/** What would let code reach a network module without naming it in an import. */
const NETWORK_DETOUR = /getBuiltinModule|process\.binding|\bnew WebSocket\b|\bfetch\(/u;
/** Traces of BIP32, BIP39 and of whoever signs: module paths, fixed strings and function names that esbuild keeps. */
const KEYS = {
  'a module of keys':
    /^\/\/ (?:vm-wallet|shared\/crypto\/(?:sign|x25519)|shared\/jm\/nick-key|node_modules\/(?:bip32|bip39|@scure\/bip\d+|@noble\/secp256k1|tweetnacl))\b/mu,
  'BIP32 master keys': /Bitcoin seed/u,
  'BIP39 words': /\babandon\nability\b|\babandon ability\b|"abandon\\nability/u,
  signing: /\bfunction (?:sign|signSchnorr|signAsync|privateAdd)\(|extraEntropy/u,
};

const ROOT_FOLDERS = /^drwxr-xr-x root\/root /u;

interface Build {
  readonly directory: string;
  readonly packages: readonly BuiltPackage[];
}

let work = '';
let first: Build;
let second: Build;

async function build(name: string, umask: number): Promise<Build> {
  const directory = path.join(work, name);
  const before = process.umask(umask);
  try {
    return { directory, packages: await buildPackages(directory, { SOURCE_DATE_EPOCH: String(EPOCH) }) };
  } finally {
    process.umask(before);
  }
}

test.before(async () => {
  work = await mkdtemp(path.join(tmpdir(), 'jm-packages-'));
  first = await build('first', 0o022);
  second = await build('second', 0o077);
  for (const { name, file } of first.packages)
    await execa('dpkg-deb', ['--raw-extract', file, unpacked(name)]);
});

test.after.always(() => rm(work, { recursive: true }));

function packageFile(name: string): string {
  const found = first.packages.find((made) => made.name === name);
  if (found === undefined) throw new Error(`${name} was not built`);
  return found.file;
}

/** The package's files, with what dpkg reads in DEBIAN/. */
function unpacked(name: string): string {
  return path.join(work, `unpacked-${name}`);
}

function program(name: 'jm-wallet' | 'joinmarketd'): Promise<string> {
  const tree = unpacked(name === 'jm-wallet' ? 'jm-wallet' : 'jm-net');
  return readFile(path.join(tree, 'usr/bin', name), 'utf8');
}

test('two builds of one tree are the same to the byte, whatever the umask', (t) => {
  t.deepEqual(
    first.packages.map(({ name, sha256 }) => [name, sha256]),
    second.packages.map(({ name, sha256 }) => [name, sha256]),
  );
  t.deepEqual(
    first.packages.map(({ file }) => path.basename(file)),
    [`jm-wallet_${projectVersion()}-0jm1_all.deb`, `jm-net_${projectVersion()}-0jm1_all.deb`],
  );
});

test('sha256sum -c accepts SHA256SUMS, and refuses a package that was changed', async (t) => {
  await execa('sha256sum', ['--check', '--strict', 'SHA256SUMS'], { cwd: first.directory });
  const copy = path.join(work, 'changed');
  await execa('cp', ['-r', first.directory, copy]);
  await appendFile(path.join(copy, path.basename(packageFile('jm-net'))), 'x');
  const { exitCode, stdout } = await execa('sha256sum', ['--check', 'SHA256SUMS'], {
    cwd: copy,
    reject: false,
    env: { LC_ALL: 'C' },
  });
  t.is(exitCode, 1);
  t.regex(stdout, /^jm-wallet_.*: OK$/mu);
  t.regex(stdout, /^jm-net_.*: FAILED$/mu);
});

const FILES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'jm-wallet': {
    './etc/apparmor.d/jm-wallet': '-rw-r--r--',
    './usr/bin/jm-wallet': '-rwxr-xr-x',
    './usr/share/bash-completion/completions/jm-wallet': '-rw-r--r--',
    './usr/share/doc/jm-wallet/changelog.Debian.gz': '-rw-r--r--',
    './usr/share/doc/jm-wallet/changelog.gz': '-rw-r--r--',
    './usr/share/doc/jm-wallet/copyright': '-rw-r--r--',
    './usr/share/doc/jm-wallet/examples/joinmarket.cfg': '-rw-r--r--',
    './usr/share/doc/jm-wallet/examples/rules.ini': '-rw-r--r--',
    './usr/share/man/man1/jm-wallet.1.gz': '-rw-r--r--',
  },
  'jm-net': {
    './etc/apparmor.d/joinmarketd': '-rw-r--r--',
    './etc/jm-net/directory.cfg': '-rw-r--r--',
    './etc/jm-net/joinmarket.cfg': '-rw-r--r--',
    './etc/qubes-rpc/jm.Chain': '-rwxr-xr-x',
    './etc/qubes-rpc/jm.Messages': '-rwxr-xr-x',
    './etc/qubes/rpc-config/jm.Chain': '-rw-r--r--',
    './etc/qubes/rpc-config/jm.Messages': '-rw-r--r--',
    './usr/bin/joinmarketd': '-rwxr-xr-x',
    './usr/lib/qubes-bind-dirs.d/40_jm-net.conf': '-rw-r--r--',
    './usr/lib/systemd/system/joinmarketd-directory.service': '-rw-r--r--',
    './usr/lib/systemd/system/joinmarketd.service': '-rw-r--r--',
    './usr/lib/sysusers.d/jm-net.conf': '-rw-r--r--',
    './usr/lib/tmpfiles.d/jm-net.conf': '-rw-r--r--',
    './usr/share/bash-completion/completions/joinmarketd': '-rw-r--r--',
    './usr/share/doc/jm-net/changelog.Debian.gz': '-rw-r--r--',
    './usr/share/doc/jm-net/changelog.gz': '-rw-r--r--',
    './usr/share/doc/jm-net/copyright': '-rw-r--r--',
    './usr/share/doc/jm-net/examples/bitcoin.conf': '-rw-r--r--',
    './usr/share/doc/jm-net/examples/bitcoind.service': '-rw-r--r--',
    './usr/share/doc/jm-net/examples/joinmarket.cfg': '-rw-r--r--',
    './usr/share/lintian/overrides/jm-net': '-rw-r--r--',
    './usr/share/man/man8/joinmarketd.8.gz': '-rw-r--r--',
  },
};

for (const [name, expected] of Object.entries(FILES)) {
  test(`${name} holds these files, all of root's, with these modes and one date`, async (t) => {
    const { stdout } = await execa('dpkg-deb', ['--contents', packageFile(name)], { env: { TZ: 'UTC' } });
    const lines = stdout.split('\n');
    const folders = lines.filter((line) => line.endsWith('/'));
    t.deepEqual(
      folders.filter((line) => !ROOT_FOLDERS.test(line)),
      [],
    );
    const files = lines.filter((line) => !line.endsWith('/')).map((line) => line.split(/\s+/u));
    t.deepEqual(Object.fromEntries(files.map(([mode, , , , , file]) => [file, mode])), expected);
    t.deepEqual([...new Set(files.map(([, owner]) => owner))], ['root/root']);
    t.deepEqual(
      [...new Set(files.map(([, , , day, time]) => `${day ?? ''} ${time ?? ''}`))],
      ['2023-11-14 22:13'],
    );
    t.deepEqual(
      lines.map((line) => line.split(/\s+/u)[5]),
      lines.map((line) => line.split(/\s+/u)[5]).sort(byTreeOrder),
    );
  });
}

/** Name by name: a folder's entries follow it at once. */
function byTreeOrder(left = '', right = ''): number {
  return left.replaceAll('/', '\0') < right.replaceAll('/', '\0') ? -1 : 1;
}

const CONTROL: Readonly<Record<string, { readonly depends: string; readonly members: readonly string[] }>> = {
  'jm-wallet': {
    depends: 'nodejs (>= 20.19), socat',
    members: ['conffiles', 'control', 'md5sums', 'postinst'],
  },
  'jm-net': {
    depends: 'nodejs (>= 20.19), socat, systemd',
    members: ['conffiles', 'control', 'md5sums', 'postinst', 'postrm', 'prerm'],
  },
};

for (const [name, { depends, members }] of Object.entries(CONTROL)) {
  test(`${name} says what it needs, and its scripts stop at the first error`, async (t) => {
    const field = async (key: string): Promise<string> =>
      (await execa('dpkg-deb', ['--field', packageFile(name), key])).stdout;
    t.is(await field('Package'), name);
    t.is(await field('Source'), 'jm-split');
    t.is(await field('Version'), `${projectVersion()}-0jm1`);
    t.is(await field('Architecture'), 'all');
    t.is(await field('Depends'), depends);
    t.is(await field('Pre-Depends'), '');
    t.is(await field('Recommends'), '');

    const tree = unpacked(name);
    const { stdout } = await execa('ls', [path.join(tree, 'DEBIAN')]);
    t.deepEqual(stdout.split('\n'), members);
    for (const script of members.filter((member) => /^(?:pre|post)/u.test(member))) {
      const text = await readFile(path.join(tree, 'DEBIAN', script), 'utf8');
      t.true(text.startsWith('#!/bin/sh\nset -e\n'), script);
      t.notRegex(text, /adduser|useradd|chown/u);
    }
    const configuration = Object.keys(FILES[name] ?? {})
      .filter((file) => file.startsWith('./etc/'))
      .map((file) => file.slice(1));
    const conffiles = await readFile(path.join(tree, 'DEBIAN/conffiles'), 'utf8');
    t.deepEqual(conffiles.trim().split('\n'), configuration);
    await t.notThrowsAsync(execa('md5sum', ['--check', '--strict', 'DEBIAN/md5sums'], { cwd: tree }));
  });
}

test("the packaged programs are the bundles, run by the system's Node", async (t) => {
  const bundles = await bundleAll(path.join(work, 'bundles'));
  for (const name of ['jm-wallet', 'joinmarketd'] as const) {
    const packaged = await program(name);
    const bundle = bundles.find((made) => made.name === name);
    const [interpreter, ...rest] = packaged.split('\n');
    t.is(interpreter, '#!/usr/bin/node');
    t.deepEqual(rest, (await readFile(bundle?.file ?? '', 'utf8')).split('\n').slice(1));
  }
});

test('the wallet package has no network code, and the net package has', async (t) => {
  const wallet = await program('jm-wallet');
  const net = await program('joinmarketd');
  t.false(NETWORK_IMPORT.test(wallet));
  t.false(NETWORK_DETOUR.test(wallet));
  t.true(NETWORK_IMPORT.test(net));
});

for (const [what, trace] of Object.entries(KEYS)) {
  test(`the net package has no trace of ${what}, and the wallet package has`, async (t) => {
    const wallet = await program('jm-wallet');
    const net = await program('joinmarketd');
    t.false(trace.test(net));
    t.true(trace.test(wallet));
  });
}

test('lintian has nothing to say', async (t) => {
  const { exitCode, failed, stdout } = await execa(
    'lintian',
    [
      '--allow-root',
      '--display-experimental',
      '--display-info',
      '--pedantic',
      '--fail-on',
      'error,warning,info,pedantic',
      ...first.packages.map(({ file }) => file),
    ],
    { reject: false, env: { LC_ALL: 'C.UTF-8' } },
  );
  if (failed && exitCode === undefined) {
    missingHere(t, 'there is no lintian; .ci/run installs it');
    return;
  }
  t.is(stdout, '');
  t.is(exitCode, 0);
});

test('a date that is none builds nothing', async (t) => {
  const directory = path.join(work, 'undated');
  await t.throwsAsync(buildPackages(directory, { SOURCE_DATE_EPOCH: 'yesterday' }), {
    message: 'SOURCE_DATE_EPOCH is not a date: yesterday',
  });
  await t.throwsAsync(readFile(path.join(directory, 'SHA256SUMS')), { code: 'ENOENT' });
});
