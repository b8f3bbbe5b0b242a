import test from 'ava';
import type { Transaction } from 'bitcoinjs-lib';
import type { VerifiedBlock } from '../../../../shared/bitcoin/block.ts';
import { outpointKey, txid } from '../../../../shared/bitcoin/outpoint.ts';
import { toHex } from '../../../../shared/crypto/bytes.ts';
import {
  applyBlock,
  applyOwnTransaction,
  forgetTransaction,
  refuseTransaction,
  undoAbove,
} from '../../../../vm-wallet/chain/ledger.ts';
import { watchedPaths } from '../../../../vm-wallet/store/address-book.ts';
import type { WalletState } from '../../../../vm-wallet/store/state.ts';
import { blockOf, outputOf, transactionOf } from '../../../fixtures/blocks.ts';
import { emptyState, testKeys } from '../../../fixtures/memory-store.ts';
import { regtestGenesis } from '../../../fixtures/mine-headers.ts';

const keys = testKeys();
const FOREIGN = Uint8Array.of(0x00, 0x14, ...new Uint8Array(20).fill(9));
const ELSEWHERE = { txid: txid('77'.repeat(32)), vout: 0 };
const scripts = new Map(watchedPaths(emptyState(), 10).map((path) => [toHex(keys.scriptAt(path)), path]));

const scriptOf = (mixdepth: number, branch: number, index: number): Uint8Array =>
  keys.scriptAt({ mixdepth, branch, index });

function block(...transactions: Transaction[]): VerifiedBlock {
  return blockOf(regtestGenesis(), transactions).block;
}

function apply(state: WalletState, height: number, ...transactions: Transaction[]): boolean {
  return applyBlock(state, block(...transactions), height, scripts);
}

function coinOf(state: WalletState, transaction: Transaction, vout = 0): WalletState['coins'][string] {
  const coin = state.coins[outpointKey(outputOf(transaction, vout))];
  if (coin === undefined) throw new Error('no such coin');
  return coin;
}

const ROUND = {
  kind: 'coinjoin-taker',
  amount: '30000',
  minerFee: '500',
  coinjoinFee: '12',
  peers: ['J5maker'],
  now: 1000,
  round: 'r1',
  byOwnNode: true,
} as const;

const deposit = transactionOf([ELSEWHERE], [{ script: scriptOf(0, 0, 0), value: 50_000 }]);
const payment = transactionOf(
  [outputOf(deposit, 0)],
  [
    { script: scriptOf(1, 1, 3), value: 30_000 },
    { script: scriptOf(0, 1, 0), value: 19_500 },
  ],
);

test('a block that does not concern us changes nothing', (t) => {
  const state = emptyState();
  t.false(apply(state, 5, transactionOf([ELSEWHERE], [{ script: FOREIGN, value: 1000 }])));
  t.deepEqual(state, emptyState());
});

test('a deposit becomes a coin, a used address and a line of history', (t) => {
  const state = emptyState();
  t.true(apply(state, 5, deposit));
  t.deepEqual(coinOf(state, deposit), {
    value: '50000',
    scriptPubKey: toHex(scriptOf(0, 0, 0)),
    path: '0/0/0',
    height: 5,
    spentBy: null,
    frozen: false,
    label: '',
    locktime: null,
  });
  t.deepEqual(state.nextIndex, { '0/0': 1 });
  t.like(state.history[0], {
    kind: 'deposit',
    txid: deposit.getId(),
    height: 5,
    delta: '50000',
    amount: '50000',
    toMixdepth: 0,
  });
  t.is(state.history.length, 1);
});

test('a spend marks the coin, ends its lease, and tells where the money went', (t) => {
  const state = emptyState();
  apply(state, 5, deposit);
  state.leases[outpointKey(outputOf(deposit, 0))] = { round: 'r1', until: 9e9 };
  apply(state, 6, payment);
  t.deepEqual(coinOf(state, deposit).spentBy, { txid: payment.getId(), height: 6 });
  t.deepEqual(state.leases, {});
  t.is(coinOf(state, payment, 1).path, '0/1/0');
  t.deepEqual(state.nextIndex, { '0/0': 1, '0/1': 1, '1/1': 4 });
  t.like(state.history[1], { kind: 'send', delta: '-500', fromMixdepth: 0, toMixdepth: 1 });
});

test('received and spent within one block', (t) => {
  const state = emptyState();
  apply(state, 5, deposit, payment);
  t.deepEqual(coinOf(state, deposit).spentBy, { txid: payment.getId(), height: 5 });
  t.is(state.history.length, 2);
});

test('a block applied twice changes nothing', (t) => {
  const state = emptyState();
  apply(state, 5, deposit);
  apply(state, 6, payment);
  const once = structuredClone(state);
  apply(state, 5, deposit);
  apply(state, 6, payment);
  t.deepEqual(state, once);
});

test('a transaction that turns out to pay more addresses of ours is corrected', (t) => {
  const state = emptyState();
  const twice = transactionOf(
    [ELSEWHERE],
    [
      { script: scriptOf(0, 0, 0), value: 50_000 },
      { script: scriptOf(0, 0, 9), value: 7000 },
    ],
  );
  const few = new Map([...scripts].filter(([, path]) => path.index < 9));
  applyBlock(state, block(twice), 5, few);
  t.like(state.history[0], { delta: '50000', amount: '50000' });
  applyBlock(state, block(twice), 5, scripts);
  t.like(state.history[0], { delta: '57000', amount: '57000' });
  t.is(state.history.length, 1);
});

test('a coin on an address that was used and emptied is frozen; one on an address in use is not', (t) => {
  const state = emptyState();
  const second = transactionOf([ELSEWHERE], [{ script: scriptOf(0, 0, 0), value: 600 }], 1);
  const third = transactionOf([ELSEWHERE], [{ script: scriptOf(0, 0, 0), value: 700 }], 2);
  apply(state, 5, deposit);
  apply(state, 6, second);
  t.false(coinOf(state, second).frozen);
  apply(state, 7, payment);
  apply(state, 8, third);
  t.true(coinOf(state, third).frozen);
  t.regex(coinOf(state, third).label, /reuse/u);
  t.false(coinOf(state, second).frozen);
});

test('an own transaction counts at once, and keeps its record when it confirms', (t) => {
  const state = emptyState();
  apply(state, 5, deposit);
  applyOwnTransaction(state, Uint8Array.from(payment.toBuffer()), scripts, ROUND);
  t.deepEqual(coinOf(state, deposit).spentBy, { txid: payment.getId(), height: null });
  t.is(coinOf(state, payment).height, null);
  t.deepEqual(
    Object.values(state.pending).map(({ raw }) => raw),
    [payment.toHex()],
  );
  const pending = { kind: 'coinjoin-taker', height: null, delta: '-500', amount: '30000', coinjoinFee: '12' };
  t.like(state.history[1], pending);

  apply(state, 6, payment);
  t.deepEqual(coinOf(state, deposit).spentBy, { txid: payment.getId(), height: 6 });
  t.is(coinOf(state, payment).height, 6);
  t.deepEqual(state.pending, {});
  t.like(state.history[1], { ...pending, height: 6 });
  t.is(state.history.length, 2);
});

test('an own transaction recorded twice is recorded once; a foreign one not at all', (t) => {
  const state = emptyState();
  apply(state, 5, deposit);
  applyOwnTransaction(state, Uint8Array.from(payment.toBuffer()), scripts, ROUND);
  const once = structuredClone(state);
  applyOwnTransaction(state, Uint8Array.from(payment.toBuffer()), scripts, ROUND);
  t.deepEqual(state, once);
  const foreign = transactionOf([ELSEWHERE], [{ script: FOREIGN, value: 1000 }]);
  applyOwnTransaction(state, Uint8Array.from(foreign.toBuffer()), scripts, ROUND);
  t.deepEqual(state, once);
});

test('an own transaction that a block already holds is not made pending again', (t) => {
  const state = emptyState();
  apply(state, 5, deposit);
  apply(state, 6, payment);
  const confirmed = structuredClone(state);
  applyOwnTransaction(state, Uint8Array.from(payment.toBuffer()), scripts, ROUND);
  t.deepEqual(state, confirmed);
});

test('an own transaction is pending again after a reorganisation, until it lies a hundred blocks deep', (t) => {
  const raw = Uint8Array.from(payment.toBuffer());
  const begin = (): WalletState => {
    const state = emptyState();
    apply(state, 7, deposit);
    applyOwnTransaction(state, raw, scripts, ROUND);
    return state;
  };
  const id = payment.getId();
  const state = begin();
  const booked = state.pending[id];
  apply(state, 8, payment);
  t.deepEqual(state.pending, {});
  undoAbove(state, 8);
  t.deepEqual(state.pending, {}, 'the fork is above it');
  undoAbove(state, 7);
  t.deepEqual(state.pending, { [id]: booked });
  t.deepEqual(state.confirmed, {});
  t.is(coinOf(state, deposit).spentBy?.txid, id);

  for (const [depth, isKept] of [
    [99, true],
    [100, false],
  ] as const) {
    const later = begin();
    apply(later, 8, payment);
    const next = transactionOf([outputOf(payment, 1)], [{ script: scriptOf(0, 1, 1), value: 19_000 }]);
    applyOwnTransaction(later, Uint8Array.from(next.toBuffer()), scripts, ROUND);
    apply(later, 8 + depth, next);
    t.is(later.confirmed[id] !== undefined, isKept, String(depth));
    t.truthy(later.confirmed[next.getId()]);
  }
});

test('a coin that another wallet had frozen is frozen on sight, once', (t) => {
  const state = emptyState();
  const [key, other] = [outpointKey(outputOf(deposit, 0)), `${'88'.repeat(32)}:0`];
  state.freezeOnSight = { [key]: true, [other]: true };
  apply(state, 5, deposit);
  t.like(coinOf(state, deposit), { frozen: true, label: '', height: 5 });
  t.deepEqual(state.freezeOnSight, { [other]: true });
  coinOf(state, deposit).frozen = false;
  apply(state, 5, deposit);
  t.false(coinOf(state, deposit).frozen);
  coinOf(state, deposit).frozen = true;
  undoAbove(state, 4);
  apply(state, 6, deposit);
  t.like(coinOf(state, deposit), { frozen: true, height: 6 });
});

test('a coin that was frozen before, and is frozen for reuse as well, says the latter', (t) => {
  const state = emptyState();
  const second = transactionOf([ELSEWHERE], [{ script: scriptOf(0, 0, 0), value: 600 }], 1);
  state.freezeOnSight = { [outpointKey(outputOf(second, 0))]: true };
  apply(state, 5, deposit, payment);
  t.false(coinOf(state, deposit).frozen);
  apply(state, 6, second);
  t.like(coinOf(state, second), { frozen: true, label: 'frozen: address reuse' });
  t.deepEqual(state.freezeOnSight, {});
});

test('a coin on a timelocked address knows until when, and is not frozen for reuse', (t) => {
  const state = emptyState();
  const locked = transactionOf([ELSEWHERE], [{ script: scriptOf(0, 2, 60), value: 70_000 }]);
  apply(state, 7, locked);
  t.like(coinOf(state, locked), { path: '0/2/60', locktime: 1_735_689_600, frozen: false });
  const spend = transactionOf([outputOf(locked, 0)], [{ script: FOREIGN, value: 69_000 }]);
  const again = transactionOf([outputOf(spend, 0)], [{ script: scriptOf(0, 2, 60), value: 60_000 }]);
  apply(state, 8, spend, again);
  t.false(coinOf(state, again).frozen);
});

test('when a rival spends the same coin first, the loser leaves no trace', (t) => {
  const state = emptyState();
  const other = transactionOf([{ ...ELSEWHERE, vout: 1 }], [{ script: scriptOf(0, 0, 1), value: 8000 }]);
  apply(state, 5, deposit, other);
  const loser = transactionOf(
    [outputOf(deposit, 0), outputOf(other, 0)],
    [{ script: scriptOf(2, 1, 0), value: 57_000 }],
  );
  applyOwnTransaction(state, Uint8Array.from(loser.toBuffer()), scripts, ROUND);
  apply(state, 6, payment);
  t.deepEqual(coinOf(state, deposit).spentBy, { txid: payment.getId(), height: 6 });
  t.is(coinOf(state, other).spentBy, null);
  t.is(state.coins[outpointKey(outputOf(loser, 0))], undefined);
  t.deepEqual(state.pending, {});
  t.false(state.history.some((entry) => entry.txid === loser.getId()));
});

test('a forgotten transaction gives back what it spent; a confirmed one stays', (t) => {
  const state = emptyState();
  apply(state, 5, deposit);
  const before = structuredClone(state);
  applyOwnTransaction(state, Uint8Array.from(payment.toBuffer()), scripts, ROUND);
  forgetTransaction(state, payment.getId());
  // Addresses that were shown to the network stay used.
  t.deepEqual({ ...state, nextIndex: before.nextIndex }, before);
  t.deepEqual(state.nextIndex, { '0/0': 1, '0/1': 1, '1/1': 4 });
  apply(state, 6, payment);
  const confirmed = structuredClone(state);
  forgetTransaction(state, payment.getId());
  t.deepEqual(state, confirmed);
});

test('a refused transaction is taken back and remembered, until a block spends one of its coins', (t) => {
  const state = emptyState();
  apply(state, 5, deposit);
  const before = structuredClone(state);
  applyOwnTransaction(state, Uint8Array.from(payment.toBuffer()), scripts, ROUND);
  refuseTransaction(state, payment.getId(), { at: 7, reason: 'because' });
  const coin = `${deposit.getId()}:0`;
  t.deepEqual(state.refused, { [payment.getId()]: { coins: [coin], at: 7, reason: 'because' } });
  t.deepEqual({ ...state, refused: {}, nextIndex: before.nextIndex }, before);
  const other = transactionOf([outputOf(deposit, 0)], [{ script: scriptOf(1, 1, 0), value: 50_300 }]);
  apply(state, 6, other);
  t.deepEqual(state.refused, {});
});

test('a round that a block completes is remembered as a round, with what it earned', (t) => {
  const state = emptyState();
  apply(state, 5, deposit);
  const earning = transactionOf([outputOf(deposit, 0)], [{ script: scriptOf(1, 1, 0), value: 50_300 }]);
  state.rounds['m1'] = {
    id: 'm1',
    role: 'maker',
    startedAt: 0,
    stage: 'signed',
    amount: '20000',
    peers: ['J5taker'],
    addresses: [],
    coins: [],
    earning: '300',
    txid: earning.getId(),
    outcome: 'open',
    reason: null,
  };
  apply(state, 6, earning);
  t.is(state.rounds['m1'].outcome, 'done');
  t.like(state.history[1], {
    kind: 'coinjoin-maker',
    amount: '20000',
    delta: '300',
    coinjoinFee: '-300',
    peers: ['J5taker'],
  });
});

test('a reorganisation undoes coins, spends and deposits above the fork, and nothing below', (t) => {
  const state = emptyState();
  apply(state, 5, deposit);
  const before = structuredClone(state);
  const late = transactionOf([ELSEWHERE], [{ script: scriptOf(3, 0, 0), value: 900 }], 3);
  apply(state, 6, payment, late);
  undoAbove(state, 5);
  t.deepEqual(state.coins, before.coins);
  t.deepEqual(
    state.history.map(({ txid: id, height }) => [id, height]),
    [
      [deposit.getId(), 5],
      [payment.getId(), null],
    ],
  );
  t.is(state.nextIndex['3/0'], 1);
  undoAbove(state, 4);
  t.deepEqual(state.coins, {});
});

test('blocks applied again after a reorganisation give the same wallet', (t) => {
  const state = emptyState();
  apply(state, 5, deposit);
  apply(state, 6, payment);
  const before = structuredClone(state);
  undoAbove(state, 4);
  apply(state, 5, deposit);
  apply(state, 6, payment);
  t.deepEqual(state.coins, before.coins);
  const sorted = (entries: WalletState['history']): string[] =>
    entries.map((entry) => JSON.stringify(entry)).sort();
  t.deepEqual(sorted(state.history), sorted(before.history));
});

test('coins of own pending transactions survive a reorganisation as unconfirmed', (t) => {
  const state = emptyState();
  apply(state, 5, deposit);
  apply(state, 6, payment);
  state.pending[payment.getId()] = { raw: payment.toHex(), at: 0, round: null, byOwnNode: true };
  undoAbove(state, 5);
  t.deepEqual(coinOf(state, deposit).spentBy, { txid: payment.getId(), height: null });
  t.is(coinOf(state, payment).height, null);
});

test('what the user froze or named is still so when its block comes back', (t) => {
  const state = emptyState();
  const named = transactionOf([ELSEWHERE], [{ script: scriptOf(0, 0, 1), value: 900 }], 4);
  apply(state, 5, deposit, named);
  coinOf(state, deposit).frozen = true;
  coinOf(state, named).label = 'rent';
  undoAbove(state, 4);
  t.like(coinOf(state, deposit), { frozen: true, height: null });
  apply(state, 6, deposit, named);
  t.like(coinOf(state, deposit), { frozen: true, height: 6 });
  t.like(coinOf(state, named), { label: 'rent', height: 6 });
});
