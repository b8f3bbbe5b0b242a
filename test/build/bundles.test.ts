import test from 'ava';
import { execa } from 'execa';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bundleAll, projectVersion } from '../../scripts/build/bundle.ts';

const NETWORK = [
  'net',
  'http',
  'https',
  'http2',
  'tls',
  'dgram',
  'dns',
  'dns/promises',
  'inspector',
  'cluster',
];

/** Everything that the wallet bundle may import at run time. A new name here is a decision, not an accident. */
const WALLET_BUILTINS = [
  'assert',
  'buffer',
  'child_process',
  'crypto',
  'events',
  'fs',
  'fs/promises',
  'os',
  'path',
  'perf_hooks',
  'process',
  'readline',
  'readline/promises',
  'stream',
  'stream/promises',
  'string_decoder',
  'timers/promises',
  'tty',
  'url',
  'util',
  'v8',
  // store/collect-garbage.ts: one constant expression, to give Argon2's memory back.
  'vm',
  'zlib',
];

test('bundles are single files, reproducible, and the wallet cannot reach the network', async (t) => {
  const directory = await mkdtemp(path.join(tmpdir(), 'jm-bundles-'));
  try {
    const first = await bundleAll(path.join(directory, 'first'));
    const second = await bundleAll(path.join(directory, 'second'));
    for (const [index, made] of first.entries()) {
      const again = second[index];
      t.deepEqual(await readFile(made.file), await readFile(again?.file ?? ''), `${made.name} differs`);
      const { stdout } = await execa(made.file, ['--version'], {
        cwd: directory,
        env: { PATH: process.env['PATH'] ?? '' },
        extendEnv: false,
      });
      t.regex(stdout, new RegExp(projectVersion().replaceAll('.', '\\.'), 'u'));
    }
    const wallet = first.find((made) => made.name === 'jm-wallet');
    t.deepEqual(
      wallet?.builtins.filter((name) => NETWORK.includes(name)),
      [],
    );
    t.deepEqual(
      wallet?.builtins.filter((name) => !WALLET_BUILTINS.includes(name)),
      [],
    );
    const net = first.find((made) => made.name === 'joinmarketd');
    t.deepEqual(
      net?.sources.filter((source) =>
        /^vm-wallet\/|\/(bip32|bip39|@noble\/secp256k1|tweetnacl)\//u.test(source),
      ),
      [],
    );
    t.true((net?.sources.length ?? 0) > 30);
  } finally {
    await rm(directory, { recursive: true });
  }
});
