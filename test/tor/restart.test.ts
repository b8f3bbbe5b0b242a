import test from 'ava';
import { freePort } from '../../scripts/regtest/free-port.ts';
import type { Running } from '../../scripts/regtest/processes.ts';
import { ENVELOPE } from '../../shared/jm/onion/envelope.ts';
import { NOT_SERVING } from '../../shared/jm/onion/handshake.ts';
import { parsePeerlist } from '../../shared/jm/onion/peerlist.ts';
import { balanceOf, join, joined, makersOf, notedSince } from '../fixtures/channels.ts';
import { freshNick } from '../fixtures/orderbook-flood.ts';
import { fundedMachine, POLICY, usePit } from '../fixtures/pit.ts';
import { RawPeer } from '../fixtures/raw-peer.ts';
import { nickBehind, startTorDirectory, torSection } from '../fixtures/tor-market.ts';
import { whereTorIs } from '../fixtures/tor.ts';

const pit = usePit(test);
const { check, tor } = whereTorIs(test);

/** Where makers serve, by nick, as the directory tells it. */
async function addresses(port: number): Promise<Record<string, string>> {
  const peer = await RawPeer.join(port, { nick: freshNick(), features: ['peerlist_features'] });
  peer.send(ENVELOPE.getPeerlist, '');
  // Notices of who left come by themselves, for example when a maker's own watch has looked for its offers.
  const { line } = await peer.waitFor(
    (said) => said.type === ENVELOPE.peerlist && parsePeerlist(said.line).every(({ left }) => !left),
  );
  peer.close();
  const serving = parsePeerlist(line).filter(({ location }) => location !== NOT_SERVING);
  return Object.fromEntries(serving.map(({ nick, location }) => [nick, location]));
}

check(
  "the makers' Tor is killed in the middle of a round, and their onion addresses come back",
  async (t) => {
    const [directoryTor, makersTor, takerTor] = await Promise.all([
      tor().network.addClient('directory'),
      tor().network.addClient('makers'),
      tor().network.addClient('taker'),
    ]);
    const directory = await startTorDirectory(tor(), directoryTor);
    const directories = `directory_nodes = ${directory.onion}`;
    const ports = [await freePort(), await freePort()];
    const makers = await makersOf(
      t,
      pit(),
      'maker',
      ports.map((port) => torSection(makersTor, port, directories)),
    );
    const taker = await fundedMachine(pit(), 'taker', [20_000_000n], {
      config: POLICY,
      messaging: torSection(takerTor, await freePort(), directories),
    });
    const before = await addresses(directory.port);
    t.deepEqual(Object.keys(before).toSorted(), makers.map(({ nick }) => nick).toSorted());

    const running = taker.startWallet(join());
    await running.waitForNote((note) => note.includes('our coin was proven to it'), 'a maker answered');
    const notes = makers.map((maker) => maker.running.notes.length);
    makersTor.running.signal('SIGKILL');
    await makersTor.running.exited;
    const failed = (await running.exited) !== 0;
    t.deepEqual(await pit().node.rpc('getrawmempool', []), failed ? [] : [(await joined(running)).txid]);
    if (failed) t.like(await balanceOf(taker), { available: 20_000_000, total: 20_000_000 });
    await pit().node.mine(6);

    await makersTor.restart();
    const isBack = (maker: Running, start: number): Promise<string> =>
      notedSince(maker, start, / channel onion: 1 of 1 directories up$/u);
    await Promise.all(makers.map((maker, index) => isBack(maker.running, notes[index] ?? 0)));
    t.deepEqual(await addresses(directory.port), before);
    for (const [nick, onion] of Object.entries(before)) t.is(await nickBehind(takerTor, onion), nick);
    const again = await joined(taker.startWallet(join()));
    t.deepEqual(again.makers.toSorted(), Object.keys(before).toSorted());
  },
);
