import test from 'ava';
import { earnings } from '../../../../vm-wallet/cli/commands/earnings.ts';
import type { HistoryEntry } from '../../../../vm-wallet/store/state.ts';
import { emptyState } from '../../../fixtures/memory-store.ts';
import { invocationOf, walletForCommands } from '../../../fixtures/wallet-commands.ts';

function entry(byte: string, at: number): HistoryEntry {
  return {
    at,
    kind: 'coinjoin-maker',
    txid: byte.repeat(32),
    height: 7,
    delta: '150',
    amount: '1000000',
    minerFee: null,
    coinjoinFee: '-150',
    fromMixdepth: 0,
    toMixdepth: 1,
    peers: [],
  };
}

const STATE = emptyState({ history: [entry('aa', 86_400), entry('bb', 2 * 86_400)] });
const ASKED = { command: 'earnings', csv: false } as const;

test('joins, days and sums for people', async (t) => {
  const wallet = await walletForCommands(t, STATE);
  const { out } = await wallet.run((command) => earnings(command, ASKED));
  const lines = out.split('\n');
  t.true(lines[0]?.startsWith('confirmed'));
  t.true(lines.some((line) => line.startsWith('1970-01-02 00:00') && line.endsWith('aa'.repeat(32))));
  t.true(lines.some((line) => /^1970-01-03 +1 +1000000 +150$/u.test(line)));
  t.true(lines.includes('2 CoinJoins earned 300 sat: 150 sat each, 0.01500 %'));
  t.true(lines.includes('Between two: 1.0 d in the mean, 1.0 d at most'));
});

test('JSON has all of it, and CSV the reference’s columns', async (t) => {
  const wallet = await walletForCommands(t, STATE);
  const json = await wallet.run((command) => earnings(command, ASKED), { json: true });
  t.like(JSON.parse(json.out), { earned: 300, mean: { earned: 150 } });
  const csv = await wallet.run((command) => earnings(command, { ...ASKED, csv: true, since: '1970-01-03' }));
  const lines = csv.out.trim().split('\n');
  t.is(lines.length, 2);
  t.is(lines[1], `1970/01/03 00:00:00,1000000,0,0,150,150,,${'bb'.repeat(32)}`);
});

test('without any join it says so', async (t) => {
  const wallet = await walletForCommands(t, emptyState());
  const { out } = await wallet.run((command) => earnings(command, { ...ASKED, since: '0d' }));
  t.is(out, 'No CoinJoin as a maker was confirmed in this time.\n');
});

test('the command line says what is asked for', async (t) => {
  t.deepEqual(await invocationOf('earnings'), ASKED);
  t.deepEqual(await invocationOf('earnings', '--csv', '--since', '30d'), {
    command: 'earnings',
    csv: true,
    since: '30d',
  });
  t.deepEqual(await invocationOf('maker'), { command: 'maker' });
  t.deepEqual(await invocationOf('maker', '--no-bond', '--ordertype', 'both'), {
    command: 'maker',
    bond: false,
    ordertype: 'both',
  });
  t.deepEqual(await invocationOf('maker', '--bond', 'aa:0'), { command: 'maker', bond: 'aa:0' });
  await t.throwsAsync(invocationOf('maker', '--ordertype', 'swreloffer'));
});
