import test from 'ava';
import path from 'node:path';
import { freePort } from '../../scripts/regtest/free-port.ts';
import { json } from '../../scripts/regtest/pit.ts';
import { fundedMachine, POLICY, startMakers, usePit } from '../fixtures/pit.ts';
import { startTorDirectory, torSection } from '../fixtures/tor-market.ts';
import { whereTorIs } from '../fixtures/tor.ts';

const pit = usePit(test);
const { check, tor } = whereTorIs(test);
const daemon = path.resolve(import.meta.dirname, '../../dist/joinmarketd');

check('a CoinJoin over Tor: makers on ephemeral onions, a directory on one that stays', async (t) => {
  const [directoryTor, makersTor, takerTor] = await Promise.all(
    ['directory', 'makers', 'taker'].map((name) => tor().network.addClient(name)),
  );
  if (directoryTor === undefined || makersTor === undefined || takerTor === undefined)
    throw new Error('no Tor');
  const { onion } = await startTorDirectory(tor(), directoryTor);
  t.regex(onion, /^[a-z2-7]{56}\.onion:5222$/u);

  const directories = `directory_nodes = ${onion}`;
  const ports = [await freePort(), await freePort()];
  const makers = await startMakers(pit(), 2, 'maker', (index) => ({
    messaging: torSection(makersTor, ports[index] ?? 0, directories),
  }));
  t.is(makers.length, 2);
  const taker = await fundedMachine(pit(), 'taker', [30_000_000n], {
    config: POLICY,
    messaging: torSection(takerTor, await freePort(), directories),
  });
  const examined = await pit().processes.run([daemon, 'doctor', '--config', taker.netConfig, '--json']);
  t.is(examined.code, 0, examined.stdout);
  t.deepEqual(
    (JSON.parse(examined.stdout) as { readonly subject: string }[]).map(({ subject }) => subject),
    ['bitcoind', 'filter index', 'tip', 'disk', 'Tor control', 'onion service', 'channel onion'],
  );
  const joined = await json<{ readonly txid: string; readonly makers: readonly string[] }>(
    taker.wallet('--json', '--yes', 'coinjoin', '0.1btc', 'INTERNAL', '--makers', '2'),
  );
  t.is(joined.makers.length, 2);
  t.true(((await pit().node.rpc('getrawmempool')) as readonly string[]).includes(joined.txid));
});
