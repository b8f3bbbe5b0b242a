import test from 'ava';
import { outpointKey, parseOutpoint, type Outpoint } from '../../../../shared/bitcoin/outpoint.ts';
import { namedCoins } from '../../../../vm-wallet/spend/named-coins.ts';
import { isPromised, roundsRuledOut } from '../../../../vm-wallet/spend/signed-rounds.ts';
import { SendError } from '../../../../vm-wallet/spend/spend-error.ts';
import type { RoundRecord, StoredCoin, WalletState } from '../../../../vm-wallet/store/state.ts';
import { makerRecord } from '../../../fixtures/maker-session.ts';
import { emptyState } from '../../../fixtures/memory-store.ts';
import { outpointAt, paidTo } from '../../../fixtures/wallet-context.ts';

const NOW = 2_000_000;
const [COIN, OTHER] = [outpointAt('1/0/0'), outpointAt('1/0/1')];
const TXID = 'bb'.repeat(32);
const NOT_FREE = { instanceOf: SendError, code: 'send-coin-not-free' };

const signedFor = (changes: Partial<RoundRecord> = {}): RoundRecord =>
  makerRecord('r', {
    stage: 'signed',
    outcome: 'open',
    txid: TXID,
    coins: [COIN, OTHER].map(outpointKey),
    ...changes,
  });

/** A wallet with two coins in mixdepth 1, both leased to a round until then. */
function wallet(
  round: RoundRecord | null,
  { until = NOW + 1, coin = {} }: { readonly until?: number; readonly coin?: Partial<StoredCoin> } = {},
): WalletState {
  const lease = { round: 'r', until };
  return emptyState({
    coins: Object.fromEntries([paidTo('1/0/0', 1000, coin), paidTo('1/0/1', 2000), paidTo('2/0/0', 3000)]),
    leases: Object.fromEntries([COIN, OTHER].map((one) => [outpointKey(one), lease])),
    rounds: round === null ? {} : { r: round },
  });
}

const named = (state: WalletState, ...coins: readonly Outpoint[]): string[] =>
  namedCoins(state, coins, NOW).map(outpointKey);

test('a coin that is signed for a taker may be named, since that is how the round is ruled out', (t) => {
  t.deepEqual(named(wallet(signedFor()), COIN), [outpointKey(COIN)]);
  t.deepEqual(named(wallet(signedFor({ outcome: 'failed' })), COIN), [outpointKey(COIN)]);
  t.deepEqual(named(wallet(signedFor()), COIN, OTHER, COIN), [COIN, OTHER].map(outpointKey));
});

test('a coin that is promised to anything else may not', (t) => {
  for (const round of [
    signedFor({ txid: null }),
    signedFor({ role: 'taker' }),
    signedFor({ role: 'taker', txid: null }),
    null,
  ]) {
    t.throws(() => named(wallet(round), COIN), { ...NOT_FREE, message: /is promised to a CoinJoin/u });
  }
});

test('a promise ends with its time: before, at and after it', (t) => {
  const promised = (until: number) => isPromised(wallet(signedFor({ txid: null }), { until }), COIN, NOW);
  t.deepEqual([NOW + 1, NOW, NOW - 1].map(promised), [true, false, false]);
});

test('the other reasons against a coin hold for one that is signed for a taker as well', (t) => {
  for (const [coin, message] of [
    [{ frozen: true }, /is frozen/u],
    [{ locktime: 1 }, /is timelocked/u],
    [{ height: null }, /is in no block yet/u],
  ] as const) {
    t.throws(() => named(wallet(signedFor(), { coin }), COIN), { ...NOT_FREE, message });
  }
  const spent = wallet(signedFor(), { coin: { spentBy: { txid: TXID, height: 7 } } });
  t.throws(() => named(spent, COIN), { code: 'send-coin-unknown' });
  t.throws(() => named(wallet(signedFor()), parseOutpoint(`${TXID}:0`)), { code: 'send-coin-unknown' });
  t.throws(() => named(wallet(signedFor()), COIN, outpointAt('2/0/0')), { code: 'send-coins-apart' });
});

test('what a payment rules out: each signed round with one of its coins, while that can still be completed', (t) => {
  const ruledOut = (state: WalletState, ...coins: readonly Outpoint[]): string[] =>
    roundsRuledOut(state, coins).map(({ id }) => id);
  t.deepEqual(ruledOut(wallet(signedFor()), COIN), ['r']);
  t.deepEqual(ruledOut(wallet(signedFor()), COIN, OTHER), ['r']);
  t.deepEqual(ruledOut(wallet(signedFor(), { until: NOW - 1 }), COIN), ['r'], 'its signatures have no end');
  t.deepEqual(ruledOut(wallet(signedFor()), outpointAt('2/0/0')), []);
  t.deepEqual(ruledOut(wallet(signedFor({ txid: null })), COIN), []);
  t.deepEqual(ruledOut(wallet(signedFor({ role: 'taker' })), COIN), []);
  const overtaken = { coin: { spentBy: { txid: 'cc'.repeat(32), height: 7 } } };
  t.deepEqual(ruledOut(wallet(signedFor(), overtaken), OTHER), []);
  const waiting = { coin: { spentBy: { txid: 'cc'.repeat(32), height: null } } };
  t.deepEqual(ruledOut(wallet(signedFor(), waiting), OTHER), ['r'], 'a rival in no block decides nothing');
});
