import test from 'ava';
import { roundViews, standingOf } from '../../../../vm-wallet/runtime/round-standing.ts';
import { freeRound, RoundError, roundNamed } from '../../../../vm-wallet/store/free-round.ts';
import type { RoundRecord, WalletState } from '../../../../vm-wallet/store/state.ts';
import { makerRecord } from '../../../fixtures/maker-session.ts';
import { emptyState } from '../../../fixtures/memory-store.ts';
import { storedCoin } from '../../../fixtures/wallet-file.ts';

const COIN = `${'aa'.repeat(32)}:0`;
const TXID = 'bb'.repeat(32);
const NOW = 2_000_000;

function taker(changes: Partial<RoundRecord> = {}): RoundRecord {
  return makerRecord('abc1', {
    role: 'taker',
    stage: 'broadcast',
    outcome: 'open',
    coins: [COIN],
    txid: TXID,
    earning: null,
    ...changes,
  });
}

function world(round: RoundRecord, changes: Partial<WalletState> = {}): WalletState {
  return emptyState({
    rounds: { [round.id]: round },
    coins: { [COIN]: storedCoin({ spentBy: { txid: TXID, height: null } }) },
    ...changes,
  });
}

const entry = { raw: '00', at: 1, round: 'abc1', byOwnNode: true };
const row = {
  at: 1,
  kind: 'coinjoin-taker' as const,
  txid: TXID,
  height: 7,
  delta: '-1',
  amount: '1',
  minerFee: '1',
  coinjoinFee: '1',
  fromMixdepth: 0,
  toMixdepth: 1,
  peers: [],
};

/** A round at each place that a crash can leave it at. */
const PLACES: readonly (readonly [string, WalletState, open: boolean, cure: RegExp])[] = [
  ['unsigned', world(taker({ stage: 'fill', txid: null })), true, /^$/u],
  ['unsigned', world(taker({ stage: 'tx', txid: null, outcome: 'abandoned' })), false, /^$/u],
  ['waiting', world(taker(), { pending: { [TXID]: entry } }), true, /rounds finish abc1/u],
  [
    'waiting',
    world(taker(), { pending: { [TXID]: { ...entry, byOwnNode: false } } }),
    true,
    /rounds finish abc1/u,
  ],
  ['confirmed', world(taker(), { history: [row] }), false, /^$/u],
  [
    'refused',
    world(taker({ outcome: 'failed' }), { coins: { [COIN]: storedCoin() } }),
    true,
    new RegExp(`send 0 INTERNAL --coin ${COIN}`, 'u'),
  ],
  [
    'overtaken',
    world(taker(), { coins: { [COIN]: storedCoin({ spentBy: { txid: 'cc'.repeat(32), height: 9 } }) } }),
    false,
    /^$/u,
  ],
  [
    'signed-for-taker',
    world(taker({ role: 'maker', stage: 'signed' }), { coins: { [COIN]: storedCoin() } }),
    true,
    /send 0 INTERNAL --coin/u,
  ],
];

for (const [place, [standing, state, open, cure]] of PLACES.entries()) {
  test(`place ${place}: a round that is ${standing} is shown as that`, (t) => {
    const [view] = roundViews(state, NOW);
    t.like(view, { id: 'abc1', standing, open });
    t.regex(view?.cure ?? '', cure);
    t.not(view?.means, '');
  });
}

test('while a payment waits that rules a round out, no second one is advised', (t) => {
  const payment = 'cc'.repeat(32);
  const spent = { coins: { [COIN]: storedCoin({ spentBy: { txid: payment, height: null } }) } };
  for (const round of [taker({ role: 'maker', stage: 'signed' }), taker({ outcome: 'failed' })]) {
    const [waiting] = roundViews(world(round, { ...spent, pending: { [payment]: entry } }), NOW);
    t.regex(waiting?.means ?? '', new RegExp(`until ${payment} is in a block and rules it out$`, 'u'));
    t.is(waiting?.cure, `wait, or hurry the payment: jm-wallet bump ${payment}`);
    t.true(waiting?.open);
    const [alone] = roundViews(world(round, spent), NOW);
    t.regex(alone?.cure ?? '', /rule it out: jm-wallet send 0 INTERNAL --coin/u);
  }
});

test('what a crash left promised can be freed, and the hint says so', (t) => {
  const state = world(taker({ txid: null, stage: 'tx', outcome: 'failed', reason: 'x' }), {
    leases: { [COIN]: { round: 'abc1', until: NOW + 9 } },
  });
  t.is(roundViews(state, NOW)[0]?.cure, 'jm-wallet rounds free abc1');
  t.deepEqual(freeRound(state, 'abc1', ''), [COIN]);
  t.deepEqual(state.leases, {});
  t.deepEqual(freeRound(state, 'abc1', ''), []);
});

test('freeing an open round ends it, and takes back addresses that nobody saw', (t) => {
  const round = taker({ txid: null, stage: 'fill', addresses: ['1/1/0'] });
  const shown = { address: 'bcrt1', purpose: 'coinjoin' as const, at: 1, label: '' };
  const state = world(round, {
    leases: { [COIN]: { round: 'abc1', until: NOW } },
    shown: { '1/1/0': shown },
  });
  freeRound(state, 'abc1', '');
  t.like(state.rounds['abc1'], { outcome: 'abandoned', reason: 'freed by the user' });
  t.deepEqual(state.leases, {});
});

test('a round that is signed is not freed, and the refusal names the safe way', (t) => {
  for (const role of ['taker', 'maker'] as const) {
    const state = world(taker({ role }), { leases: { [COIN]: { round: 'abc1', until: NOW } } });
    const error = t.throws(() => freeRound(state, 'abc1', 'spend X'), { instanceOf: RoundError });
    t.is(error.code, 'round-signed');
    t.true(error.cure?.includes('spend X'));
    t.is(Object.keys(state.leases).length, 1);
  }
});

test('a round is named by its id or the letters that only it begins with', (t) => {
  const rounds = { abc1: taker(), abd2: taker({ id: 'abd2' }), ab: taker({ id: 'ab' }) };
  const state = emptyState({ rounds });
  t.is(roundNamed(state, 'abc'), 'abc1');
  t.is(roundNamed(state, 'abd2'), 'abd2');
  t.is(roundNamed(state, 'ab'), 'ab', 'an id counts before those that begin with it');
  for (const wrong of ['a', 'x', 'abc12']) {
    t.throws(() => roundNamed(state, wrong), { code: 'round-unknown' });
  }
});

test('the newest round comes first', (t) => {
  const rounds = { a: taker({ id: 'a', startedAt: 1 }), b: taker({ id: 'b', startedAt: 3 }) };
  t.deepEqual(
    roundViews(emptyState({ rounds }), 10).map(({ id, age }) => [id, age]),
    [
      ['b', 7],
      ['a', 9],
    ],
  );
  t.is(standingOf(emptyState(), taker({ txid: null })), 'unsigned');
});
