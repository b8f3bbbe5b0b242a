import test from 'ava';
import { outpointKey, parseOutpoint } from '../../../../shared/bitcoin/outpoint.ts';
import { toHex } from '../../../../shared/crypto/bytes.ts';
import { createPodle } from '../../../../shared/jm/podle/create.ts';
import { checkWallet } from '../../../../vm-wallet/check/wallet-check.ts';
import { parseKeyPath } from '../../../../vm-wallet/keys/hd-wallet.ts';
import type { RoundRecord, StoredCoin, WalletState } from '../../../../vm-wallet/store/state.ts';
import { emptyState, testKeys } from '../../../fixtures/memory-store.ts';
import { outpointAt, paidTo } from '../../../fixtures/wallet-context.ts';
import { spendingTransaction } from '../../../fixtures/spending-transaction.ts';
import { lendPrivateKey } from '../../../../vm-wallet/keys/lend-key.ts';

const KEYS = testKeys();
const NOW = 1_800_000_000;
/** A deposit that is there, one that a block spent, and one that a transaction of ours spends. */
const [KEPT, GONE, LEAVING] = ['0/0/0', '0/0/1', '1/1/4'] as const;
const PENDING = spendingTransaction([outpointAt(LEAVING)]);
const COMMITMENT = commitmentOf(KEPT, 0);

function commitmentOf(path: string, index: number): string {
  return lendPrivateKey(
    KEYS,
    parseKeyPath(path),
    (privateKey) => createPodle({ privateKey, utxo: outpointAt(path), index }).commitment,
  );
}

function row(txid: string, delta: string): WalletState['history'][number] {
  return {
    at: 1,
    kind: 'deposit',
    txid,
    height: 1,
    delta,
    amount: delta.replace('-', ''),
    minerFee: null,
    coinjoinFee: null,
    fromMixdepth: null,
    toMixdepth: 0,
    peers: [],
  };
}

function soundState(): WalletState {
  const keptKey = outpointKey(outpointAt(KEPT));
  return emptyState({
    scanned: { height: 10, block: '00'.repeat(32) },
    nextIndex: { '0/0': 3, '1/1': 5 },
    shown: {
      [KEPT]: { address: KEYS.addressAt(parseKeyPath(KEPT)), purpose: 'deposit', at: 1, label: '' },
      '0/0/2': { address: KEYS.addressAt(parseKeyPath('0/0/2')), purpose: 'deposit', at: 1, label: '' },
    },
    coins: Object.fromEntries([
      paidTo(KEPT, 500, { height: 3 }),
      paidTo(GONE, 70, { height: 3, spentBy: { txid: 'ee'.repeat(32), height: 4 } }),
      paidTo(LEAVING, 9, { height: 3, spentBy: { txid: PENDING.txid, height: null } }),
    ]),
    pending: { [PENDING.txid]: { raw: toHex(PENDING.raw), at: 1, round: null, byOwnNode: true } },
    history: [
      row(outpointAt(KEPT).txid, '500'),
      row(outpointAt(GONE).txid, '70'),
      row(outpointAt(LEAVING).txid, '9'),
      row('ee'.repeat(32), '-70'),
      row(PENDING.txid, '-9'),
    ],
    rounds: { running: round('running') },
    leases: { [keptKey]: { round: 'running', until: NOW + 1 } },
    commitments: {
      [COMMITMENT]: { outpoint: keptKey, index: 0, at: 1 },
      ['cc'.repeat(32)]: { outpoint: `${'dd'.repeat(32)}:0`, index: 0, at: 1 },
    },
  });
}

function round(id: string, changes: Partial<RoundRecord> = {}): RoundRecord {
  return {
    id,
    role: 'taker',
    startedAt: 1,
    stage: 'fill',
    amount: '1',
    peers: [],
    addresses: [],
    coins: [],
    earning: null,
    txid: null,
    outcome: 'open',
    reason: null,
    ...changes,
  };
}

/** The checks that fail once the state was changed like this. */
function failing(change: (state: WalletState) => void): string[] {
  const state = soundState();
  change(state);
  const findings = checkWallet(state, KEYS, NOW);
  return findings
    .filter(({ ok, cure }) => {
      if (!ok && cure === null) throw new Error('a finding without a cure');
      return !ok;
    })
    .map(({ subject }) => subject);
}

function coinAt(state: WalletState, path: string): StoredCoin {
  const coin = state.coins[outpointKey(outpointAt(path))];
  if (coin === undefined) throw new Error(`no coin at ${path}`);
  return coin;
}

function replaceCoin(state: WalletState, path: string, changes: Partial<StoredCoin>): void {
  state.coins[outpointKey(outpointAt(path))] = { ...coinAt(state, path), ...changes };
}

test('a wallet in order passes every check', (t) => {
  t.deepEqual(
    failing(() => undefined),
    [],
  );
  t.is(checkWallet(soundState(), KEYS, NOW).length, 9);
  t.true(checkWallet(emptyState(), KEYS, NOW).every(({ ok }) => ok));
});

test('a coin that lies on another script than that of its path', (t) => {
  const other = toHex(KEYS.scriptAt(parseKeyPath('0/0/2')));
  t.deepEqual(
    failing((state) => {
      replaceCoin(state, KEPT, { scriptPubKey: other });
    }),
    ['scripts of coins'],
  );
});

test('a coin on a path where no address can be', (t) => {
  const path = '0/2/4294967295';
  t.true(
    failing((state) => {
      replaceCoin(state, GONE, { path });
    }).includes('scripts of coins'),
  );
});

test('an address that is not the one of its path', (t) => {
  const change = (state: WalletState): void => {
    const address = KEYS.addressAt(parseKeyPath('0/0/9'));
    state.shown[KEPT] = { address, purpose: 'deposit', at: 1, label: '' };
  };
  t.deepEqual(failing(change), ['addresses shown']);
});

test('a branch that would show an address twice, or one that was paid to', (t) => {
  t.deepEqual(
    failing((state) => (state.nextIndex['0/0'] = 2)),
    ['next addresses'],
  );
  t.deepEqual(
    failing((state) => (state.nextIndex['1/1'] = 4)),
    ['next addresses'],
  );
  t.deepEqual(
    failing((state) => Reflect.deleteProperty(state.nextIndex, '1/1')),
    ['next addresses'],
  );
});

test('bonds are not counted, so that they have no next one', (t) => {
  const [key, coin] = paidTo('0/2/40', 0, { height: 3 });
  const change = (state: WalletState): void => {
    state.coins[key] = coin;
    state.history.push(row(outpointAt('0/2/40').txid, '0'));
  };
  t.deepEqual(failing(change), []);
});

test('a transaction that waits and spends nothing of ours, or is another one', (t) => {
  const foreign = spendingTransaction([parseOutpoint(`${'77'.repeat(32)}:0`)]);
  const entry = { raw: toHex(foreign.raw), at: 1, round: null, byOwnNode: true };
  t.deepEqual(
    failing((state) => (state.pending[foreign.txid] = entry)),
    ['transactions that wait'],
  );
  t.deepEqual(
    failing((state) => (state.pending['88'.repeat(32)] = entry)),
    ['transactions that wait'],
  );
  const broken = { ...entry, raw: '00' };
  t.deepEqual(
    failing((state) => (state.pending['88'.repeat(32)] = broken)),
    ['transactions that wait'],
  );
});

test('a transaction that waits for a coin which is kept for nobody', (t) => {
  const rival = spendingTransaction([outpointAt(KEPT)]);
  const change = (state: WalletState): void => {
    state.pending[rival.txid] = { raw: toHex(rival.raw), at: 1, round: null, byOwnNode: true };
  };
  t.deepEqual(failing(change), ['transactions that wait']);
});

test('a coin that is spent by nothing, too early, or in a block that was not read', (t) => {
  const spentBy = (txid: string, height: number | null) => (state: WalletState) => {
    replaceCoin(state, GONE, { spentBy: { txid, height } });
  };
  t.deepEqual(failing(spentBy('ee'.repeat(32), null)), ['spent coins']);
  t.deepEqual(failing(spentBy(PENDING.txid, null)), ['spent coins']);
  t.deepEqual(failing(spentBy('ee'.repeat(32), 2)), ['spent coins']);
  t.deepEqual(failing(spentBy('ee'.repeat(32), 3)), []);
  t.deepEqual(failing(spentBy('ee'.repeat(32), 10)), []);
  t.deepEqual(failing(spentBy('ee'.repeat(32), 11)), ['spent coins']);
  t.deepEqual(
    failing((state) => {
      replaceCoin(state, KEPT, { height: 11 });
    }),
    ['spent coins'],
  );
});

test('a coin under two names', (t) => {
  const change = (state: WalletState): void => {
    state.coins[`${outpointAt(GONE).txid}:00`] = coinAt(state, GONE);
  };
  t.deepEqual(failing(change), ['names of coins']);
});

test('a history that does not add up to what is there', (t) => {
  const change = (state: WalletState): void => {
    state.history[0] = row(outpointAt(KEPT).txid, '501');
  };
  t.deepEqual(failing(change), ['balance']);
});

test('coins that went without their history are not held against it', (t) => {
  t.deepEqual(
    failing((state) => state.history.push(row('ab'.repeat(32), '12'))),
    [],
  );
});

test('coins that were found without their history are not held against it', (t) => {
  const [key, coin] = paidTo('0/0/2', 1000, { height: 3 });
  t.deepEqual(
    failing((state) => (state.coins[key] = coin)),
    [],
  );
  const state = soundState();
  state.coins[key] = coin;
  const balance = checkWallet(state, KEYS, NOW).find(({ subject }) => subject === 'balance');
  t.regex(balance?.says ?? '', /not judged/u);
});

test('a coin promised to a round that has ended or never was, or promised though it is spent', (t) => {
  t.deepEqual(
    failing((state) => (state.rounds = {})),
    ['promised coins'],
  );
  for (const outcome of ['done', 'failed', 'abandoned'] as const) {
    const change = (state: WalletState): unknown =>
      (state.rounds = { running: round('running', { outcome }) });
    t.deepEqual(failing(change), ['promised coins']);
  }
  const lease = { round: 'running', until: NOW + 1 };
  t.deepEqual(
    failing((state) => (state.leases[outpointKey(outpointAt(GONE))] = lease)),
    ['promised coins'],
  );
  t.deepEqual(
    failing((state) => (state.leases[`${'99'.repeat(32)}:0`] = lease)),
    ['promised coins'],
  );
});

test('a promise that has run out binds nobody', (t) => {
  const lease = (until: number) => (state: WalletState) => {
    state.leases = { [outpointKey(outpointAt(GONE))]: { round: 'gone', until } };
  };
  t.deepEqual(failing(lease(NOW)), []);
  t.deepEqual(failing(lease(NOW + 1)), ['promised coins']);
});

test('a PoDLE use that its coin did not make', (t) => {
  const use = (outpoint: string, index: number) => (state: WalletState) => {
    state.commitments = { [COMMITMENT]: { outpoint, index, at: 1 } };
  };
  t.deepEqual(failing(use(outpointKey(outpointAt(KEPT)), 1)), ['PoDLE uses']);
  t.deepEqual(failing(use(outpointKey(outpointAt(GONE)), 0)), ['PoDLE uses']);
  t.deepEqual(failing(use(outpointKey(outpointAt(KEPT)), 100_000)), ['PoDLE uses']);
  t.deepEqual(failing(use(`${'99'.repeat(32)}:0`, 5)), []);
});
