import test from 'ava';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { freePort } from '../../scripts/regtest/free-port.ts';
import { json } from '../../scripts/regtest/pit.ts';
import type { TorClient } from '../../scripts/regtest/tor-network.ts';
import { fundedMachine, POLICY, startMakers, usePit } from '../fixtures/pit.ts';
import { whereTorIs } from '../fixtures/tor.ts';

const pit = usePit(test);
const { check, tor } = whereTorIs(test);
const daemon = path.resolve(import.meta.dirname, '../../dist/joinmarketd');

function onionSection(client: TorClient, port: number, more: readonly string[]): string {
  return [
    '[MESSAGING:onion]',
    'type = onion',
    'regtest_count = 0,0',
    'socks5_host = 127.0.0.1',
    `socks5_port = ${client.socksPort}`,
    'tor_control_host = 127.0.0.1',
    `tor_control_port = ${client.controlPort}`,
    'onion_serving_host = 127.0.0.1',
    `onion_serving_port = ${port}`,
    ...more,
  ].join('\n');
}

check('a CoinJoin over Tor: makers on ephemeral onions, a directory on one that stays', async (t) => {
  const [directoryTor, makersTor, takerTor] = await Promise.all(
    ['directory', 'makers', 'taker'].map((name) => tor().network.addClient(name)),
  );
  if (directoryTor === undefined || makersTor === undefined || takerTor === undefined)
    throw new Error('no Tor');
  const hidden = path.join(tor().directory, 'directory-onion');
  const config = path.join(tor().directory, 'directory.cfg');
  const section = onionSection(directoryTor, await freePort(), [`hidden_service_dir = ${hidden}`]);
  await writeFile(config, `[BLOCKCHAIN]\nblockchain_source = regtest\nnetwork = testnet\n${section}\n`);
  const directory = tor().processes.start([daemon, 'directory', '--config', config, '--json']);
  const ready = await directory.waitForLine((line) => line.includes('"ready"'), 'it was published');
  const { onion } = JSON.parse(ready) as { readonly onion: string };
  t.regex(onion, /^[a-z2-7]{56}\.onion:5222$/u);

  const directories = [`directory_nodes = ${onion}`];
  const ports = [await freePort(), await freePort()];
  const makers = await startMakers(pit(), 2, 'maker', (index) => ({
    messaging: onionSection(makersTor, ports[index] ?? 0, directories),
  }));
  t.is(makers.length, 2);
  const taker = await fundedMachine(pit(), 'taker', [30_000_000n], {
    config: POLICY,
    messaging: onionSection(takerTor, await freePort(), directories),
  });
  const examined = await pit().processes.run([daemon, 'doctor', '--config', taker.netConfig, '--json']);
  t.is(examined.code, 0, examined.stdout);
  t.deepEqual(
    (JSON.parse(examined.stdout) as { readonly subject: string }[]).map(({ subject }) => subject),
    ['bitcoind', 'filter index', 'disk', 'Tor control', 'onion service', 'channel onion'],
  );
  const joined = await json<{ readonly txid: string; readonly makers: readonly string[] }>(
    taker.wallet('--json', '--yes', 'coinjoin', '0.1btc', 'INTERNAL', '--makers', '2'),
  );
  t.is(joined.makers.length, 2);
  t.true(((await pit().node.rpc('getrawmempool')) as readonly string[]).includes(joined.txid));
});
