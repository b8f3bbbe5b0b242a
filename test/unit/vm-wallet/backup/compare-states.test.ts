import test from 'ava';
import { compareBalances, compareStates } from '../../../../vm-wallet/backup/compare-states.ts';
import type { WalletState } from '../../../../vm-wallet/store/state.ts';
import { emptyState } from '../../../fixtures/memory-store.ts';
import { storedCoin } from '../../../fixtures/wallet-file.ts';

const [ONE, TWO] = [`${'11'.repeat(32)}:0`, `${'22'.repeat(32)}:1`];

function wallet(): WalletState {
  const deposit = { at: 1, kind: 'deposit', height: 1, minerFee: null, coinjoinFee: null } as const;
  return emptyState({
    nextIndex: { '0/0': 1, '2/1': 4 },
    shown: { '0/0/0': { address: 'bcrt1q', purpose: 'deposit', at: 1, label: '' } },
    coins: { [ONE]: storedCoin({ value: '700' }), [TWO]: storedCoin({ value: '50', path: '2/1/3' }) },
    commitments: { ['44'.repeat(32)]: { outpoint: ONE, index: 0, at: 1 } },
    history: [
      {
        ...deposit,
        txid: '11'.repeat(32),
        delta: '700',
        amount: '700',
        fromMixdepth: null,
        toMixdepth: 0,
        peers: [],
      },
    ],
  });
}

/** The subjects that differ once the wallet has gone on like this. */
function differing(change: (state: WalletState) => void): string[] {
  const after = wallet();
  change(after);
  return compareStates(wallet(), after)
    .filter(({ ok, cure }) => {
      if (!ok && cure === null) throw new Error('a difference without a cure');
      return !ok;
    })
    .map(({ subject }) => subject);
}

test('a wallet equals itself, and is looked at from all sides', (t) => {
  const findings = compareStates(wallet(), wallet());
  t.true(findings.every(({ ok }) => ok));
  t.is(findings.length, 1 + 5 + 10 + 5);
});

test('each difference is named, and nothing else', (t) => {
  const coin = (state: WalletState, key: string, changes: Parameters<typeof storedCoin>[0]): void => {
    state.coins[key] = storedCoin({ value: '700', ...changes });
  };
  const cases: [string, (state: WalletState) => void][] = [
    ['words', (state) => (state.entropy = '00'.repeat(16))],
    ['words', (state) => (state.extension = 'x')],
    [
      'balance of mixdepth 0',
      (state) => {
        coin(state, ONE, { value: '701' });
      },
    ],
    [
      'balance of mixdepth 0',
      (state) => {
        coin(state, ONE, { spentBy: { txid: '33'.repeat(32), height: 2 } });
      },
    ],
    [
      'balance of mixdepth 2',
      (state) => {
        Reflect.deleteProperty(state.coins, TWO);
      },
    ],
    ['next address of 0/0', (state) => (state.nextIndex['0/0'] = 2)],
    ['next address of 4/1', (state) => (state.nextIndex['4/1'] = 1)],
    [
      'addresses shown',
      (state) => (state.shown['0/0/1'] = { address: 'b', purpose: 'deposit', at: 1, label: '' }),
    ],
    ['history', (state) => (state.history = [])],
    ['history', (state) => (state.history = state.history.map((entry) => ({ ...entry, delta: '1' })))],
    [
      'frozen coins',
      (state) => {
        coin(state, ONE, { frozen: true });
      },
    ],
    [
      'labels',
      (state) => {
        coin(state, ONE, { label: 'rent' });
      },
    ],
    ['labels', (state) => (state.transactionLabels['11'.repeat(32)] = 'rent')],
    ['PoDLE uses', (state) => (state.commitments = {})],
  ];
  for (const [subject, change] of cases) t.deepEqual(differing(change), [subject]);
});

test('what the backup has and the wallet has not is a difference too', (t) => {
  const findings = compareStates(
    { ...wallet(), commitments: { ['55'.repeat(32)]: { outpoint: ONE, index: 0, at: 1 } } },
    wallet(),
  );
  const [finding] = findings.filter(({ ok }) => !ok);
  t.is(finding?.subject, 'PoDLE uses');
  t.regex(finding?.says ?? '', /1 only in the wallet: 44.*; 1 only rebuilt: 55/u);
});

test('with words alone only the money is compared', (t) => {
  const bare = emptyState({ coins: wallet().coins });
  t.true(compareBalances(bare, wallet()).every(({ ok }) => ok));
  t.is(compareBalances(bare, wallet()).length, 6);
  t.false(compareBalances(emptyState(), wallet()).every(({ ok }) => ok));
});
