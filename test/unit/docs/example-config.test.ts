import test from 'ava';
import path from 'node:path';
import { loadConfig } from '../../../shared/config/joinmarket-cfg.ts';

test('the example joinmarket.cfg reads without a warning', (t) => {
  const config = loadConfig(path.resolve(import.meta.dirname, '../../../docs/joinmarket.cfg'));
  t.deepEqual(config.warnings, []);
  t.is(config.network, 'mainnet');
  t.is(config.onion?.directoryNodes.length, 7);
  t.is(config.node.port, 8332);
});
