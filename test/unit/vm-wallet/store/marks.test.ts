import test from 'ava';
import { outpointKey, txid } from '../../../../shared/bitcoin/outpoint.ts';
import { parseKeyPath } from '../../../../vm-wallet/keys/hd-wallet.ts';
import { issueAddress } from '../../../../vm-wallet/store/address-book.ts';
import {
  labelAddress,
  labelCoin,
  labelTransaction,
  MarkError,
  markFrozen,
  openAddresses,
  pathOfAddress,
  releaseAddress,
  unspentOutpoints,
} from '../../../../vm-wallet/store/marks.ts';
import type { WalletState } from '../../../../vm-wallet/store/state.ts';
import { emptyState, testKeys } from '../../../fixtures/memory-store.ts';
import { outpointAt, paidTo } from '../../../fixtures/wallet-context.ts';

const keys = testKeys();
const SPENT = { txid: '99'.repeat(32), height: null };
const UNKNOWN = { txid: txid('77'.repeat(32)), vout: 0 };
const deposit = { mixdepth: 0, branch: 0, purpose: 'deposit', now: 7 } as const;

function wallet(): WalletState {
  return emptyState({
    coins: Object.fromEntries([
      paidTo('0/0/0', 1),
      paidTo('0/1/0', 2, { frozen: true, label: 'frozen: dust' }),
      paidTo('1/0/0', 3, { frozen: true, label: 'mine' }),
      paidTo('1/0/1', 4, { spentBy: SPENT }),
    ]),
  });
}

function coinAt(state: WalletState, path: string): WalletState['coins'][string] | undefined {
  return state.coins[outpointKey(outpointAt(path))];
}

test('coins are frozen and unfrozen, and those that change are named', (t) => {
  const state = wallet();
  const [one, two] = [outpointAt('0/0/0'), outpointAt('1/0/0')];
  t.deepEqual(markFrozen(state, [one, two], true), [one]);
  t.true(coinAt(state, '0/0/0')?.frozen);
  t.deepEqual(markFrozen(state, [one, two], false), [one, two]);
  t.like(coinAt(state, '1/0/0'), { frozen: false, label: 'mine' });
});

test('what was frozen on arrival keeps a label, so that it is not taken for new after a reorganisation', (t) => {
  const state = wallet();
  markFrozen(state, [outpointAt('0/1/0')], false);
  t.like(coinAt(state, '0/1/0'), { frozen: false, label: 'accepted: dust' });
});

test('a coin that is not ours, or spent, is refused by name', (t) => {
  const state = wallet();
  t.throws(() => markFrozen(state, [UNKNOWN], true), {
    instanceOf: MarkError,
    code: 'mark-unknown-coin',
    message: /7777:0$/u,
  });
  t.throws(() => markFrozen(state, [outpointAt('1/0/1')], true), { code: 'mark-spent-coin' });
  t.throws(
    () => {
      labelCoin(state, UNKNOWN, 'x');
    },
    { code: 'mark-unknown-coin' },
  );
});

test('all unspent coins are those of the wallet, or of one mixdepth', (t) => {
  const state = wallet();
  t.deepEqual(unspentOutpoints(state), ['0/0/0', '0/1/0', '1/0/0'].map(outpointAt));
  t.deepEqual(unspentOutpoints(state, 1), [outpointAt('1/0/0')]);
});

test('coins and transactions are named, and lose their name', (t) => {
  const state = wallet();
  labelCoin(state, outpointAt('0/0/0'), 'gift');
  t.is(coinAt(state, '0/0/0')?.label, 'gift');
  t.throws(
    () => {
      labelTransaction(state, UNKNOWN.txid, 'x');
    },
    { code: 'mark-unknown-transaction' },
  );
  const rest = { minerFee: null, coinjoinFee: null, fromMixdepth: null, toMixdepth: 0, peers: [] };
  state.history.push({
    at: 1,
    kind: 'deposit',
    txid: UNKNOWN.txid,
    height: 1,
    delta: '1',
    amount: '1',
    ...rest,
  });
  labelTransaction(state, UNKNOWN.txid, 'rent');
  t.deepEqual(state.transactionLabels, { [UNKNOWN.txid]: 'rent' });
  labelTransaction(state, UNKNOWN.txid, '');
  t.deepEqual(state.transactionLabels, {});
});

test('an address is found when it was shown or paid, and named', (t) => {
  const state = wallet();
  const issued = issueAddress(state, keys, deposit);
  t.deepEqual(pathOfAddress(state, issued.address), issued.path);
  labelAddress(state, issued, 'rent', 9);
  t.deepEqual(state.shown['0/0/1'], { address: issued.address, purpose: 'deposit', at: 7, label: 'rent' });
  const paid = { path: parseKeyPath('0/1/0'), address: keys.addressAt(parseKeyPath('0/1/0')) };
  t.deepEqual(pathOfAddress(state, paid.address), paid.path);
  labelAddress(state, paid, 'change', 9);
  t.deepEqual(state.shown['0/1/0'], { address: paid.address, purpose: 'change', at: 9, label: 'change' });
  const unseen = keys.addressAt(parseKeyPath('3/0/0'));
  t.throws(() => pathOfAddress(state, unseen), { code: 'mark-unknown-address' });
  t.throws(() => pathOfAddress(state, 'bc1nonsense'), { code: 'bad-address' });
});

test('a released address is listed no more, and never issued again', (t) => {
  const state = wallet();
  const [first, second] = [issueAddress(state, keys, deposit), issueAddress(state, keys, deposit)];
  t.deepEqual(
    openAddresses(state).map(([path]) => path),
    ['0/0/1', '0/0/2'],
  );
  releaseAddress(state, first.path);
  t.deepEqual(
    openAddresses(state).map(([path]) => path),
    ['0/0/2'],
  );
  t.is(state.shown['0/0/1']?.purpose, 'released');
  state.nextIndex['0/0'] = 0;
  t.is(issueAddress(state, keys, deposit).path.index, second.path.index + 1);
});

test('only a deposit address that was shown and never paid is released', (t) => {
  const state = wallet();
  const release = (path: string) => () => {
    releaseAddress(state, parseKeyPath(path));
  };
  const error = { code: 'mark-not-released' };
  t.throws(release('0/0/5'), error);
  const change = issueAddress(state, keys, { ...deposit, branch: 1, purpose: 'change' });
  t.throws(release(`0/1/${change.path.index}`), error);
  state.shown['1/0/1'] = { address: '', purpose: 'deposit', at: 1, label: '' };
  t.throws(release('1/0/1'), { ...error, message: /paid/u });
  const issued = issueAddress(state, keys, deposit);
  release(`0/0/${issued.path.index}`)();
  t.throws(release(`0/0/${issued.path.index}`), error);
});
