import test from 'ava';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { loadConfig, parseConfig } from '../../../shared/config/joinmarket-cfg.ts';

test('the example joinmarket.cfg reads without a warning', (t) => {
  const config = loadConfig(path.resolve(import.meta.dirname, '../../../docs/joinmarket.cfg'));
  t.deepEqual(config.warnings, []);
  t.is(config.network, 'mainnet');
  t.is(config.onion?.directoryNodes.length, 7);
  t.is(config.node.port, 8332);
});

test('the example directory.cfg reads without a warning, and says nothing but defaults', (t) => {
  const { warnings, directory, onion } = loadConfig(
    path.resolve(import.meta.dirname, '../../../docs/directory.cfg'),
  );
  t.deepEqual(warnings, []);
  t.deepEqual(directory, parseConfig('').directory);
  t.is(onion?.hiddenServiceDir, '/var/lib/joinmarketd-directory/onion');
});

test('the limits that directory-node.md names have these defaults', (t) => {
  const page = readFileSync(path.resolve(import.meta.dirname, '../../../docs/directory-node.md'), 'utf8');
  const rows = [...page.matchAll(/^\| (`[a-z_`, ]+`) \| ([0-9, ]+) \|/gmu)];
  t.true(rows.length >= 8);
  for (const [, keys = '', values = ''] of rows) {
    const defaults = values.split(', ');
    for (const [index, key] of keys.replaceAll('`', '').split(', ').entries()) {
      const changed = parseConfig(`[DIRECTORY]\n${key} = ${defaults[index] ?? ''}\n`);
      t.deepEqual(changed.warnings, [], key);
      t.deepEqual(changed.directory, parseConfig('').directory, key);
    }
  }
});
