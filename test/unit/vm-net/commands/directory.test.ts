import test from 'ava';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bundle } from '../../../../scripts/build/bundle.ts';
import { ProcessGroup } from '../../../../scripts/regtest/processes.ts';
import { ENVELOPE } from '../../../../shared/jm/onion/envelope.ts';
import { handshakeLine, RawPeer } from '../../../fixtures/raw-peer.ts';
import { temporaryFolder } from '../../../fixtures/wallet-file.ts';

const NICK = 'J55555555555555O';
const work = mkdtempSync(path.join(tmpdir(), 'jm-directory-'));
let daemon = '';

test.before(async () => {
  daemon = (await bundle({ name: 'joinmarketd', entry: 'vm-net/main.ts' }, work)).file;
});

test.after.always(() => {
  rmSync(work, { recursive: true });
});

/** What a directory answers to a peer of the handshake network `testnet` that serves on the loopback. */
async function answerTo(
  t: Parameters<typeof temporaryFolder>[0],
  blockchain: string | null,
  options: readonly string[],
): Promise<unknown> {
  const processes = new ProcessGroup();
  t.teardown(() => processes.stopAll());
  const command = [daemon, 'directory', '--listen', '127.0.0.1:0', '--json', ...options];
  if (blockchain !== null) {
    const file = path.join(temporaryFolder(t), 'joinmarket.cfg');
    writeFileSync(file, `[BLOCKCHAIN]\n${blockchain}\n[DIRECTORY]\nmetrics_port = 0\n`);
    command.push('--config', file);
  }
  const running = processes.start(command);
  const ready = await running.waitForLine((line) => line.includes('ready'), 'it listened');
  const peer = await RawPeer.connect((JSON.parse(ready) as { readonly port: number }).port);
  t.teardown(() => {
    peer.close();
  });
  peer.send(ENVELOPE.handshake, handshakeLine({ nick: NICK, location: '127.0.0.1:5222' }));
  const { line } = await peer.waitFor(({ type }) => type === ENVELOPE.directoryHandshake);
  return JSON.parse(line);
}

test('on regtest peers may serve on the loopback, whose handshakes say testnet', async (t) => {
  t.like(await answerTo(t, 'blockchain_source = regtest', []), { network: 'testnet', accepted: true });
});

test('without a configuration the name of the network decides', async (t) => {
  t.like(await answerTo(t, null, ['--network', 'testnet']), { network: 'testnet', accepted: true });
});

for (const network of ['testnet', 'signet']) {
  test(`on the real ${network} nobody serves on the loopback, whatever handshakes call it`, async (t) => {
    const answer = await answerTo(t, `network = ${network}`, ['--network', 'testnet']);
    t.like(answer, { network: 'testnet', accepted: false, motd: 'Rejected: bad-location' });
  });
}
