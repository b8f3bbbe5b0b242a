import test, { type ExecutionContext } from 'ava';
import path from 'node:path';
import { freePort } from '../../scripts/regtest/free-port.ts';
import { json, type Machine } from '../../scripts/regtest/pit.ts';
import type { Running } from '../../scripts/regtest/processes.ts';
import { balanceOf, join, joined, makersOf, noted, onionSection, type Joined } from '../fixtures/channels.ts';
import { fundedMachine, POLICY, usePit } from '../fixtures/pit.ts';
import { TrustingDirectory } from '../fixtures/trusting-directory.ts';

const pit = usePit(test);
const daemon = path.resolve(import.meta.dirname, '../../dist/joinmarketd');
const SHORT_WAIT = `${POLICY}\n[TIMEOUT]\nmaker_timeout_sec = 4`;
const COIN = 20_000_000;

/** A directory of this test's own that can be killed. */
async function startDirectory(port: number): Promise<Running> {
  const address = `127.0.0.1:${port}`;
  const running = pit().processes.start([daemon, 'directory', '--listen', address, '--network', 'testnet']);
  await running.waitForLine((line) => line.startsWith('ready'), 'it listened');
  return running;
}

async function kill(running: Running): Promise<void> {
  running.signal('SIGKILL');
  await running.exited;
}

/** A taker with one coin, so that a coin that is not free again shows. */
function takerWith(name: string, messaging: string): Promise<Machine> {
  return fundedMachine(pit(), name, [BigInt(COIN), BigInt(COIN)], { config: SHORT_WAIT, messaging });
}
