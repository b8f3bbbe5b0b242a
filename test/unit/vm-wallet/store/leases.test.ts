import test from 'ava';
import { outpointKey, txid, type Outpoint } from '../../../../shared/bitcoin/outpoint.ts';
import { formatKeyPath } from '../../../../vm-wallet/keys/hd-wallet.ts';
import { INTERNAL, issueAddress } from '../../../../vm-wallet/store/address-book.ts';
import {
  abandonOpenRounds,
  endUnsigned,
  isLeased,
  LeaseError,
  leaseCoins,
  releaseLeases,
  UNSEEN,
} from '../../../../vm-wallet/store/leases.ts';
import type { RoundRecord, WalletState } from '../../../../vm-wallet/store/state.ts';
import { emptyState, testKeys } from '../../../fixtures/memory-store.ts';
import { storedCoin } from '../../../fixtures/wallet-file.ts';

const NOW = 1000;
const UNTIL = 1600;
const coin = (byte: string): Outpoint => ({ txid: txid(byte.repeat(32)), vout: 0 });
const [FIRST, SECOND, SPENT, UNKNOWN] = [coin('11'), coin('22'), coin('33'), coin('44')];

function state(): WalletState {
  return emptyState({
    coins: {
      [outpointKey(FIRST)]: storedCoin(),
      [outpointKey(SECOND)]: storedCoin(),
      [outpointKey(SPENT)]: storedCoin({ spentBy: { txid: '55'.repeat(32), height: null } }),
    },
  });
}

test('a leased coin is held until its time: under, at and over', (t) => {
  const draft = state();
  leaseCoins(draft, [FIRST], { round: 'a', until: UNTIL, now: NOW });
  t.true(isLeased(draft, FIRST, UNTIL - 1));
  t.false(isLeased(draft, FIRST, UNTIL));
  t.false(isLeased(draft, FIRST, UNTIL + 1));
  t.false(isLeased(draft, SECOND, NOW));
});

test('to its own round a coin is not taken', (t) => {
  const draft = state();
  leaseCoins(draft, [FIRST], { round: 'a', until: UNTIL, now: NOW });
  t.false(isLeased(draft, FIRST, NOW, 'a'));
  t.true(isLeased(draft, FIRST, NOW, 'b'));
});

test('another round gets the coin when the time has come, and not a second before', (t) => {
  const draft = state();
  leaseCoins(draft, [FIRST], { round: 'a', until: UNTIL, now: NOW });
  const early = { round: 'b', until: UNTIL + 500, now: UNTIL - 1 };
  t.throws(
    () => {
      leaseCoins(draft, [FIRST], early);
    },
    { instanceOf: LeaseError, code: 'lease-coin-taken' },
  );
  t.deepEqual(draft.leases[outpointKey(FIRST)], { round: 'a', until: UNTIL });
  leaseCoins(draft, [FIRST], { ...early, now: UNTIL });
  t.deepEqual(draft.leases[outpointKey(FIRST)], { round: 'b', until: UNTIL + 500 });
});

test('a round may hold its own coins for longer', (t) => {
  const draft = state();
  leaseCoins(draft, [FIRST], { round: 'a', until: UNTIL, now: NOW });
  leaseCoins(draft, [FIRST], { round: 'a', until: UNTIL + 60, now: NOW + 1 });
  t.true(isLeased(draft, FIRST, UNTIL));
  t.false(isLeased(draft, FIRST, UNTIL + 60));
});

test('coins that are spent or unknown are gone', (t) => {
  for (const gone of [SPENT, UNKNOWN]) {
    const error = { instanceOf: LeaseError, code: 'lease-coin-gone' };
    t.throws(() => {
      leaseCoins(state(), [gone], { round: 'a', until: UNTIL, now: NOW });
    }, error);
  }
});

test('all coins of a lease or none', (t) => {
  const draft = state();
  leaseCoins(draft, [SECOND], { round: 'a', until: UNTIL, now: NOW });
  const before = structuredClone(draft.leases);
  for (const [second, code] of [
    [SECOND, 'lease-coin-taken'],
    [SPENT, 'lease-coin-gone'],
  ] as const) {
    t.throws(
      () => {
        leaseCoins(draft, [FIRST, second], { round: 'b', until: UNTIL, now: NOW });
      },
      { code },
    );
    t.deepEqual(draft.leases, before);
  }
});

test('a round gives back its own coins and no others', (t) => {
  const draft = state();
  leaseCoins(draft, [FIRST], { round: 'a', until: UNTIL, now: NOW });
  leaseCoins(draft, [SECOND], { round: 'b', until: UNTIL, now: NOW });
  releaseLeases(draft, 'nobody');
  t.is(Object.keys(draft.leases).length, 2);
  releaseLeases(draft, 'a');
  t.deepEqual(draft.leases, { [outpointKey(SECOND)]: { round: 'b', until: UNTIL } });
  t.false(isLeased(draft, FIRST, NOW));
});

function round(id: string, changes: Partial<RoundRecord>): RoundRecord {
  return {
    id,
    role: 'taker',
    startedAt: NOW,
    stage: 'filled',
    amount: '1000',
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

test('a round that ended before anybody saw its addresses gives them back; later ones stay shown', (t) => {
  for (const [stage, isGivenBack] of [
    [UNSEEN, true],
    ['tx', false],
    ['disclosed', false],
  ] as const) {
    const draft = state();
    const own = [0, 1].map((mixdepth) =>
      issueAddress(draft, testKeys(), { mixdepth, branch: INTERNAL, purpose: 'change', now: NOW }),
    );
    const ended = round('a', { stage, addresses: own.map(({ path }) => formatKeyPath(path)) });
    leaseCoins(draft, [FIRST], { round: 'a', until: UNTIL, now: NOW });
    endUnsigned(draft, ended, { outcome: 'failed', reason: 'nobody answered' });
    t.like(ended, { outcome: 'failed', reason: 'nobody answered' });
    t.deepEqual(draft.leases, {});
    t.is(Object.keys(draft.shown).length, isGivenBack ? 0 : 2, stage);
    t.is(ended.addresses.length, isGivenBack ? 0 : 2, stage);
    const next = issueAddress(draft, testKeys(), {
      mixdepth: 0,
      branch: INTERNAL,
      purpose: 'change',
      now: NOW,
    });
    t.is(next.address === own[0]?.address, isGivenBack, stage);
  }
});

test('after a restart, rounds without a signature end and let go of their coins; the others stay', (t) => {
  const draft = state();
  draft.rounds = {
    left: round('left', {}),
    signed: round('signed', { txid: '66'.repeat(32) }),
    failed: round('failed', { outcome: 'failed', reason: 'nobody answered' }),
  };
  leaseCoins(draft, [FIRST], { round: 'left', until: UNTIL, now: NOW });
  leaseCoins(draft, [SECOND], { round: 'signed', until: UNTIL, now: NOW });
  abandonOpenRounds(draft);
  t.deepEqual(
    Object.values(draft.rounds).map(({ outcome, reason }) => [outcome, reason]),
    [
      ['abandoned', 'the wallet was stopped'],
      ['open', null],
      ['failed', 'nobody answered'],
    ],
  );
  t.deepEqual(Object.values(draft.leases), [{ round: 'signed', until: UNTIL }]);
});
