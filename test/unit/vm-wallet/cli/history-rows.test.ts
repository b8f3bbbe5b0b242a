import test from 'ava';
import { HISTORY_COLUMNS, historyCsv, historyRows } from '../../../../vm-wallet/cli/history-rows.ts';
import type { HistoryEntry, WalletState } from '../../../../vm-wallet/store/state.ts';
import { emptyState } from '../../../fixtures/memory-store.ts';

const ID = 'ab'.repeat(32);
const entry: HistoryEntry = {
  at: 1_700_000_000,
  kind: 'coinjoin-maker',
  txid: ID,
  height: 800_000,
  delta: '-1234',
  amount: '5000000',
  minerFee: '150',
  coinjoinFee: '-99',
  fromMixdepth: 0,
  toMixdepth: 1,
  peers: ['J5'],
};

function stateWith(label: string, changes: Partial<HistoryEntry> = {}): WalletState {
  return emptyState({ history: [{ ...entry, ...changes }], transactionLabels: { [ID]: label } });
}

function labelCell(label: string): string {
  const [, line = ''] = historyCsv(stateWith(label));
  return line.slice(line.indexOf(ID) + ID.length + 2);
}

test('the columns are those that docs/cli.md promises, in that order', (t) => {
  t.deepEqual(HISTORY_COLUMNS, [
    'time',
    'type',
    'change/btc',
    'amount/btc',
    'miner fee',
    'cj fee',
    'from',
    'to',
    'height',
    'txid',
    'label',
  ]);
  const [first, ...more] = historyCsv(emptyState());
  t.is(
    first,
    '"time","type","change/btc","amount/btc","miner fee","cj fee","from","to","height","txid","label"',
  );
  t.deepEqual(more, []);
});

test('an entry is a row, with its label behind it', (t) => {
  const [row] = historyRows(stateWith('rent'));
  t.deepEqual(row, [
    '2023-11-14 22:13',
    'coinjoin-maker',
    '-0.00001234',
    '0.05000000',
    '150',
    '-99',
    '0',
    '1',
    '800000',
    ID,
    'rent',
  ]);
  const open = { height: null, minerFee: null, coinjoinFee: null, fromMixdepth: null, toMixdepth: null };
  const [pending] = historyRows({ ...stateWith('', open), transactionLabels: {} });
  t.deepEqual(pending?.slice(4), ['', '', '', '', 'pending', ID, '']);
  t.is([...historyCsv(stateWith('rent'))][1], `"${row?.join('","')}"`);
});

test('quotes and commas in a label stay in its cell', (t) => {
  t.is(labelCell('say "hi", then go'), '"say ""hi"", then go"');
});

for (const first of ['=', '+', '-', '@']) {
  test(`a label that begins with ${first} is no formula`, (t) => {
    t.is(labelCell(`${first}1+1`), `"'${first}1+1"`);
    t.is(labelCell(`1${first}1`), `"1${first}1"`);
  });
}
