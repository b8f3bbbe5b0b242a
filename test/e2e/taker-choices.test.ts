import test from 'ava';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { json, type Machine } from '../../scripts/regtest/pit.ts';
import { failure, POLICY, startMakers, usePit } from '../fixtures/pit.ts';

const pit = usePit(test);
const ON_A_TERMINAL = path.resolve(import.meta.dirname, '../fixtures/on-a-terminal.py');
const REFUSED = 5;
const COINS = [30_000_000n, 30_000_000n];
const JOIN = ['coinjoin', '0.05btc', 'INTERNAL'];

interface Checked {
  readonly ready: boolean;
  readonly coins: readonly { readonly confirmations: number; readonly blocksMissing: number }[];
}

interface Joined {
  readonly txid: string;
  readonly makers: readonly string[];
}

/** Three makers and a taker without coins, for all tests of this file. */
let opening: Promise<Machine> | null = null;

function market(): Promise<Machine> {
  opening ??= open();
  return opening;
}

async function open(): Promise<Machine> {
  const taker = await pit().addMachine('taker', {
    config: POLICY,
    // What asks is answered; a command that does not ask runs as it would anywhere.
    tracer: ['python3', ON_A_TERMINAL, 'Numbers of the makers', '2-3'],
  });
  await json(lastValue(taker, 'create', '--words', '12'));
  await startMakers(pit(), 3);
  return taker;
}

/** A command's outcome without what its terminal shows besides. */
async function lastValue(machine: Machine, ...words: readonly string[]) {
  const { code, stdout } = await machine.wallet('--json', ...words);
  const values = stdout.split('\n').filter((line) => line.startsWith('{'));
  return { code, stdout: values.at(-1) ?? '', stderr: stdout };
}

async function mempool(): Promise<readonly string[]> {
  return (await pit().node.rpc('getrawmempool')) as string[];
}

async function accept(taker: Machine, ...lines: readonly string[]): Promise<void> {
  writeFileSync(path.join(taker.dataDir, 'rules.ini'), `${lines.join('\n')}\n`);
  await json(lastValue(taker, '--yes', 'rules', 'accept'));
}

test.serial('a check explains coins that are too young, and asks nobody', async (t) => {
  const taker = await market();
  await pit().fund(taker, 0, COINS);
  await pit().node.mine(1);
  await json(lastValue(taker, 'display'));
  const young = await lastValue(taker, ...JOIN, '--check');
  t.is(young.code, 1);
  t.like(JSON.parse(young.stdout), {
    ready: false,
    problem: 'coinjoin-no-commitment',
    spendable: 60_000_000,
    blocksToWait: 4,
    error: { code: 'coinjoin-no-commitment' },
  });
  await pit().node.mine(4);
  await json(lastValue(taker, 'display'));
  const { ready, coins } = await json<Checked>(lastValue(taker, ...JOIN, '--check'));
  t.true(ready);
  t.deepEqual(
    coins.map(({ confirmations, blocksMissing }) => [confirmations, blocksMissing]),
    COINS.map(() => [5, 0]),
  );
});

test.serial('rules of the user refuse a CoinJoin, each at its step, and nothing of it is left', async (t) => {
  const taker = await market();
  const hour = new Date().getUTCHours();
  for (const [lines, code] of [
    [['[role]', 'role = maker-only'], 'rule-spending-role'],
    [['[day]', 'commitments = 0'], 'rule-spending-day-commitments'],
    // Whatever hour the blocks say it is, it is among these.
    [['[quiet]', `hours = ${(hour + 22) % 24}-${(hour + 2) % 24}`], 'rule-spending-quiet-hours'],
    [['[transaction]', 'miner_fee = 1sat'], 'rule-spending-transaction-miner-fee'],
  ] as const) {
    await accept(taker, ...lines);
    t.like(await failure(taker, '--yes', ...JOIN, '--makers', '2'), { code, exitCode: REFUSED });
    t.deepEqual(await mempool(), []);
  }
  await accept(taker);
  t.like(await json(lastValue(taker, ...JOIN, '--check')), { ready: true, spendable: 60_000_000 });
});

test.serial('the makers whose numbers are typed are those of the CoinJoin', async (t) => {
  const taker = await market();
  const { code, stdout, stderr } = await lastValue(taker, '--yes', ...JOIN, '--pick');
  t.is(code, 0, stderr);
  const listed = [...stderr.matchAll(/^ *([1-3]) +(J5\S+) /gmu)].map(([, , nick]) => nick);
  t.is(listed.length, 3);
  const { txid, makers } = JSON.parse(stdout) as Joined;
  t.deepEqual(makers.toSorted(), listed.slice(1).toSorted());
  t.deepEqual(await mempool(), [txid]);
});
