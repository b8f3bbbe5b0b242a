import test from 'ava';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { json, type Machine } from '../../scripts/regtest/pit.ts';
import { failure, fundedMachine, POLICY, usePit } from '../fixtures/pit.ts';
import { startScreen } from '../fixtures/screen.ts';

const pit = usePit(test);
const REFUSED = 5;

interface Sent {
  readonly txid: string;
}

async function nodeAddress(): Promise<string> {
  return (await pit().node.rpc('getnewaddress', ['', 'bech32'], 'miner')) as string;
}

async function mempool(): Promise<readonly string[]> {
  return (await pit().node.rpc('getrawmempool')) as string[];
}

async function accept(machine: Machine, ...lines: readonly string[]): Promise<void> {
  writeFileSync(path.join(machine.dataDir, 'rules.ini'), `${lines.join('\n')}\n`);
  await json(machine.wallet('--json', '--yes', 'rules', 'accept'));
}

test.serial('rules of the user refuse real payments, by name, and let the others through', async (t) => {
  const machine = await fundedMachine(pit(), 'careful', [10_000_000n, 10_000_000n, 10_000_000n], {
    config: POLICY,
  });
  const [allowed, other] = [await nodeAddress(), await nodeAddress()];
  const pay = (sats: number, to = allowed): readonly string[] => ['--yes', 'send', `${sats}sat`, to];
  const refusal = async (...words: readonly string[]): Promise<string> => {
    const { code, exitCode } = await failure(machine, ...words);
    t.is(exitCode, REFUSED);
    return code;
  };
  await accept(
    machine,
    '[transaction]\namount = 1000000sat',
    '[day]\namount = 1500000sat',
    `[destinations]\nallowed[] = ${allowed}`,
  );
  t.is(await refusal(...pay(1_000_001)), 'rule-spending-transaction-amount');
  t.is(await refusal(...pay(500_000, other)), 'rule-spending-destination');
  t.deepEqual(await mempool(), []);
  const first = await json<Sent>(machine.wallet('--json', ...pay(1_000_000)));
  t.deepEqual(await mempool(), [first.txid]);
  t.is(await refusal(...pay(500_001)), 'rule-spending-day-amount');
  const second = await json<Sent>(machine.wallet('--json', ...pay(500_000)));
  t.deepEqual([...(await mempool())].sort(), [first.txid, second.txid].sort());
  // Whoever edits the file without the password stops everything, and opens nothing.
  writeFileSync(path.join(machine.dataDir, 'rules.ini'), '[day]\namount = 1btc\n');
  t.is(await refusal(...pay(100_000)), 'rule-spending-rules-file');
  const audit = await machine.wallet('--json', 'audit-log', '--verify');
  t.is(audit.code, 0, audit.stderr);
});

test.serial('a payment goes out when a window was answered with yes, and not before', async (t) => {
  const screen = await startScreen(t);
  if (screen === null) return;
  const machine = await fundedMachine(pit(), 'windowed', [5_000_000n], {
    config: `${POLICY}\n[APPROVAL]\nmethod = dialog`,
    tracer: ['env', `DISPLAY=${screen.display}`],
  });
  const send = ['send', '100000sat', await nodeAddress()];
  const [refused] = await Promise.all([failure(machine, ...send), screen.press('jm-wallet', 'Return')]);
  t.like(refused, { code: 'declined', exitCode: REFUSED });
  t.deepEqual(await mempool(), []);
  const [sent] = await Promise.all([
    json<Sent>(machine.wallet('--json', ...send)),
    screen.press('jm-wallet', 'alt+y'),
  ]);
  t.deepEqual(await mempool(), [sent.txid]);
});
