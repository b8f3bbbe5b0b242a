import test from 'ava';
import { sats } from '../../../../shared/bitcoin/amount.ts';
import { outpointKey, txid } from '../../../../shared/bitcoin/outpoint.ts';
import type { DecimalText } from '../../../../shared/jm/command.ts';
import type { Coin } from '../../../../vm-wallet/coins/coin.ts';
import {
  byLargestGap,
  requiredValue,
  selectMakerCoins,
  type Selection,
} from '../../../../vm-wallet/maker/input-selection.ts';
import { bookOffer } from '../../../fixtures/offers.ts';

const MIXDEPTHS = 5;

/** A confirmed coin; its value tells it apart within a mixdepth. */
function coin(mixdepth: number, value: number, changes: Partial<Coin> = {}): Coin {
  return {
    txid: txid(mixdepth.toString().padStart(2, '0').repeat(32)),
    vout: value,
    value: sats(value),
    scriptPubKey: new Uint8Array(22),
    path: { mixdepth, branch: 0, index: value },
    height: 1,
    frozen: false,
    locktime: null,
    ...changes,
  };
}

/** The mixdepth and values that are chosen. */
function chosen(coins: readonly Coin[], required: number, shown: readonly Coin[] = []): unknown {
  return chosenBy(coins, { required: BigInt(required), shown: new Set(shown.map(outpointKey)) });
}

function chosenBy(coins: readonly Coin[], changes: Partial<Selection>): unknown {
  const free: Selection = {
    required: 1n,
    mixdepths: MIXDEPTHS,
    algorithm: 'default',
    isSingle: () => false,
    shown: new Set(),
  };
  const choice = selectMakerCoins(coins, { ...free, ...changes });
  return choice === null ? null : [choice.mixdepth, ...choice.coins.map(({ value }) => Number(value))];
}

test('what is required: amount, contribution, change that is not dust, and one sat, less the fee', (t) => {
  const amount = sats(1_000_000n);
  const relative = { type: 'sw0reloffer', cjfee: '0.0003' as DecimalText, txfee: sats(100n) } as const;
  t.is(requiredValue(bookOffer(1).offer, amount), 1_000_000n + 27_300n + 1n - 500n);
  t.is(requiredValue(bookOffer(1, relative).offer, amount), 1_000_000n + 100n + 27_300n + 1n - 300n);
});

test('a relative fee in it is rounded half-even, exactly', (t) => {
  const offer = bookOffer(1, { type: 'sw0reloffer', cjfee: '0.0002' as DecimalText }).offer;
  t.is(requiredValue(offer, sats(2500n)), 2500n + 27_301n);
  t.is(requiredValue(offer, sats(7500n)), 7500n + 27_301n - 2n);
  t.is(requiredValue(offer, sats(12_500n)), 12_500n + 27_301n - 2n);
});

test('the mixdepth behind the largest gap comes first, round the circle', (t) => {
  t.deepEqual(byLargestGap([], 5), []);
  t.deepEqual(byLargestGap([3], 5), [3]);
  // 5 + 0 − 1 = 4 before 0, and 1 before 1.
  t.deepEqual(byLargestGap([0, 1], 5), [0, 1]);
  // 5 + 0 − 4 = 1 before 0, and 4 before 4.
  t.deepEqual(byLargestGap([0, 4], 5), [4, 0]);
  // 5 + 1 − 4 = 2 before 1, 1 before 2, 2 before 4: the first of equals.
  t.deepEqual(byLargestGap([1, 2, 4], 5), [1, 4, 2]);
  t.deepEqual(byLargestGap([0, 2, 3], 5), [0, 2, 3]);
  t.deepEqual(byLargestGap([0, 1, 2, 3, 4], 5), [0, 1, 2, 3, 4]);
});

test('only mixdepths with enough are candidates: under, at and over what is required', (t) => {
  const coins = [coin(2, 60), coin(2, 40)];
  t.deepEqual(chosen(coins, 99), [2, 60, 40]);
  t.deepEqual(chosen(coins, 100), [2, 60, 40]);
  t.is(chosen(coins, 101), null);
});

test('coins of several mixdepths never go together', (t) => {
  const coins = [0, 1, 2, 3, 4].map((mixdepth) => coin(mixdepth, 60));
  t.is(chosen(coins, 61), null);
  t.deepEqual(chosen([...coins, coin(3, 50)], 61), [3, 60, 50]);
});

test('the gap counts between the mixdepths that have enough, not between all', (t) => {
  // With 1 and 3 as candidates the gaps are 3 and 2; with 0 as well, 3 would follow the largest.
  t.deepEqual(chosen([coin(0, 10), coin(1, 100), coin(3, 100)], 50), [1, 100]);
  t.deepEqual(chosen([coin(0, 100), coin(1, 100), coin(3, 100)], 50), [0, 100]);
  t.deepEqual(chosen([coin(0, 100), coin(3, 100)], 50), [3, 100]);
});

test('each merge algorithm chooses within the mixdepth, as the reference describes it', (t) => {
  const coins = [100, 60, 30, 20, 10].map((value) => coin(3, value));
  const by = (algorithm: Selection['algorithm'], required: bigint): unknown =>
    chosenBy(coins, { algorithm, required });
  t.deepEqual(by('default', 45n), [3, 60]);
  t.deepEqual(by('default', 150n), [3, 100, 60]);
  // 10 + 20 + 30 reach 45, and without 10 as well.
  t.deepEqual(by('gradual', 45n), [3, 20, 30]);
  t.deepEqual(by('greediest', 45n), [3, 10, 20, 30]);
  // 30 overshoots with 15 to spare: 20 is kept, and 10 is not missed.
  t.deepEqual(by('greedy', 45n), [3, 30, 20]);
  for (const algorithm of ['default', 'gradual', 'greedy', 'greediest'] as const) {
    t.is(by(algorithm, 221n), null);
    t.is((by(algorithm, 220n) as readonly unknown[]).length, 6);
  }
});

test('a single coin is never merged, by no algorithm', (t) => {
  const coins = [coin(0, 60), coin(0, 50), coin(0, 41), coin(0, 20)];
  const single = new Set([60, 50]);
  const isSingle = ({ value }: Coin): boolean => single.has(Number(value));
  for (const algorithm of ['default', 'gradual', 'greedy', 'greediest'] as const) {
    const by = (required: bigint): unknown => chosenBy(coins, { algorithm, required, isSingle });
    t.deepEqual(by(60n), [0, 60]);
    t.is(by(62n), null);
    // The single coin moves no more than the others together.
    t.deepEqual(by(45n), [0, 50], algorithm);
  }
});

test('a mixdepth where only merging helps gives way to another', (t) => {
  const coins = [coin(0, 60), coin(0, 50), coin(1, 40), coin(1, 40)];
  const isSingle = ({ path }: Coin): boolean => path.mixdepth === 0;
  t.deepEqual(chosenBy(coins, { required: 70n, isSingle }), [1, 40, 40]);
  t.deepEqual(chosenBy(coins, { required: 60n, isSingle }), [0, 60]);
});

test('coins that were shown in vain go first, also from another mixdepth', (t) => {
  const known = coin(3, 200);
  const coins = [coin(0, 100), known, coin(3, 120)];
  t.deepEqual(chosen(coins, 90, [known]), [3, 200]);
  t.deepEqual(chosen([coin(1, 90), coin(1, 80)], 50, [coin(1, 90)]), [1, 90]);
});

test('known coins that do not suffice alone get company from all', (t) => {
  const known = coin(3, 50);
  t.deepEqual(chosen([coin(0, 100), known], 51, [known]), [0, 100]);
  t.deepEqual(chosen([coin(3, 40), known], 51, [known]), [3, 50, 40]);
});

test('a coin that was shown and is spent meanwhile comes back by no means', (t) => {
  t.is(chosen([], 10, [coin(0, 100)]), null);
  t.deepEqual(chosen([coin(1, 20)], 10, [coin(0, 100)]), [1, 20]);
});

test('the first coin is one with a plain key, and there is one', (t) => {
  const bond = coin(0, 60, { locktime: 1 });
  t.deepEqual(chosen([bond, coin(0, 50)], 100), [0, 50, 60]);
  t.is(chosen([bond, coin(0, 70, { locktime: 1 })], 100), null);
  // A mixdepth without a plain coin gives way to the next.
  t.deepEqual(chosen([bond, coin(1, 50)], 45), [1, 50]);
});
