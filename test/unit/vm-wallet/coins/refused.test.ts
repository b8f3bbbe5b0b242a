import test from 'ava';
import { sats, sumSats } from '../../../../shared/bitcoin/amount.ts';
import { outpointKey, txid } from '../../../../shared/bitcoin/outpoint.ts';
import type { Coin } from '../../../../vm-wallet/coins/coin.ts';
import { notRuledOut, selectAgainstRefused } from '../../../../vm-wallet/coins/refused.ts';
import { selectCoins } from '../../../../vm-wallet/coins/select.ts';
import { emptyState } from '../../../fixtures/memory-store.ts';

function coin(number: number, value: bigint): Coin {
  return {
    txid: txid(number.toString(16).padStart(64, '0')),
    vout: 0,
    value: sats(value),
    scriptPubKey: new Uint8Array(22),
    path: { mixdepth: 0, branch: 0, index: number },
    height: 1,
    frozen: false,
    locktime: null,
  };
}

const SMALL = coin(1, 1_000n);
const MIDDLE = coin(2, 5_000n);
const LARGE = coin(3, 50_000n);
const ALL = [SMALL, MIDDLE, LARGE];
const FIRST = 'aa'.repeat(32);
const SECOND = 'bb'.repeat(32);

function refusing(refused: Readonly<Record<string, readonly Coin[]>>): ReturnType<typeof emptyState> {
  return emptyState({
    refused: Object.fromEntries(
      Object.entries(refused).map(([id, coins]) => [
        id,
        { coins: coins.map(outpointKey), at: 0, reason: 'because' },
      ]),
    ),
  });
}

test('without refused transactions it is the plain choice', (t) => {
  for (const target of [1n, 5_000n, 5_001n, 56_000n, 56_001n]) {
    t.deepEqual(
      selectAgainstRefused(emptyState(), 'default', ALL, target),
      selectCoins('default', ALL, target),
    );
  }
});

test('a coin of the refused transaction is always spent along', (t) => {
  const state = refusing({ [FIRST]: [SMALL, MIDDLE] });
  for (const target of [1n, 1_000n, 1_001n, 40_000n, 56_000n]) {
    const chosen = selectAgainstRefused(state, 'default', ALL, target) ?? [];
    t.true(chosen.includes(SMALL) || chosen.includes(MIDDLE), String(target));
    t.true(sumSats(chosen.map(({ value }) => value)) >= target);
    t.is(new Set(chosen).size, chosen.length);
    t.deepEqual(notRuledOut(state, chosen), []);
  }
  t.deepEqual(selectAgainstRefused(state, 'default', ALL, 1_000n), [SMALL]);
  t.is(selectAgainstRefused(state, 'default', ALL, 56_001n), null);
});

test('each of several refused transactions is ruled out, by one coin where they share it', (t) => {
  const apart = refusing({ [FIRST]: [SMALL], [SECOND]: [MIDDLE] });
  t.deepEqual(selectAgainstRefused(apart, 'default', ALL, 1n), [SMALL, MIDDLE]);
  const shared = refusing({ [FIRST]: [SMALL, MIDDLE], [SECOND]: [SMALL] });
  t.deepEqual(selectAgainstRefused(shared, 'default', ALL, 1n), [SMALL]);
});

test('what can not be ruled out from these coins is named', (t) => {
  const state = refusing({ [FIRST]: [SMALL], [SECOND]: [coin(9, 1n)] });
  const chosen = selectAgainstRefused(state, 'default', ALL, 1n) ?? [];
  t.deepEqual(chosen, [SMALL]);
  t.deepEqual(notRuledOut(state, chosen), [SECOND]);
  t.deepEqual(notRuledOut(state, [LARGE]), [FIRST, SECOND]);
});
