import test, { type ExecutionContext } from 'ava';
import { isLeased } from '../../../../vm-wallet/store/leases.ts';
import { PROMISE_SECONDS } from '../../../../vm-wallet/runtime/sign-for-taker.ts';
import { PendingWatch, UNSEEN_SECONDS } from '../../../../vm-wallet/runtime/watch-pending.ts';
import type { WalletState } from '../../../../vm-wallet/store/state.ts';
import { makerRecord, NOW } from '../../../fixtures/maker-session.ts';
import { openTestWallet, outpointAt, paidTo, type TestWallet } from '../../../fixtures/wallet-context.ts';

const TXID = 'bb'.repeat(32);
const COIN = outpointAt('0/0/0');
const [KEY, STORED] = paidTo('0/0/0', 1_500_000);
const SEEN = { inMempool: (id: string) => Promise.resolve(id === TXID) };
const UNSEEN = { inMempool: () => Promise.resolve(false) };
const HOUR = 3600;

interface Promised extends TestWallet {
  readonly watch: PendingWatch;
  readonly warnings: string[];
  /** When the promise of the coin ends, by what lies on disk; null when it is free. */
  readonly end: () => Promise<number | null>;
}

/** A maker that signed its only coin away at `NOW`, to a taker that broadcast it. */
async function promised(t: ExecutionContext, changes: Partial<WalletState> = {}): Promise<Promised> {
  const wallet = await openTestWallet(t, [[KEY, STORED]], {
    rounds: { r: makerRecord('r', { outcome: 'open', txid: TXID, startedAt: NOW, coins: [KEY] }) },
    leases: { [KEY]: { round: 'r', until: NOW + PROMISE_SECONDS } },
    ...changes,
  });
  const warnings: string[] = [];
  const watch = new PendingWatch(wallet.context, (notice) => {
    if ('text' in notice) warnings.push(notice.text);
  });
  const end = async (): Promise<number | null> => (await wallet.onDisk()).leases[KEY]?.until ?? null;
  return { ...wallet, watch, warnings, end };
}

test('a coin stays promised as long as its transaction waits in the mempool', async (t) => {
  const { watch, clock, context, warnings } = await promised(t);
  // As long as three promises.
  for (let hours = 0; hours < 18; hours += 1) {
    clock.now += HOUR;
    await watch.check(SEEN);
    t.true(isLeased(context.store.state, COIN, clock.now), `after ${hours + 1} hours`);
  }
  t.is(context.store.state.rounds['r']?.outcome, 'open');
  t.deepEqual(warnings, []);
});

test('it is renewed once it is an hour shorter: under, at and over', async (t) => {
  for (const [passed, until] of [
    [HOUR - 1, NOW + PROMISE_SECONDS],
    // Seen for the first time at an hour, when there is nothing to renew yet.
    [HOUR, NOW + PROMISE_SECONDS],
    [HOUR + 1, NOW + HOUR + 1 + PROMISE_SECONDS],
  ] as const) {
    const { watch, clock, end } = await promised(t);
    clock.now += passed;
    await watch.check(SEEN);
    t.is(await end(), until, `${passed} s`);
  }
  t.is(UNSEEN_SECONDS, HOUR);
});

test('a promise that ended while nobody looked is renewed: under, at and over its end', async (t) => {
  for (const passed of [PROMISE_SECONDS - 1, PROMISE_SECONDS, PROMISE_SECONDS + 1]) {
    const { watch, clock, end, warnings, context } = await promised(t);
    clock.now += passed;
    t.is(isLeased(context.store.state, COIN, clock.now), passed < PROMISE_SECONDS);
    await watch.check(SEEN);
    t.is(await end(), clock.now + PROMISE_SECONDS, `${passed} s`);
    t.is(context.store.state.rounds['r']?.outcome, 'open');
    t.deepEqual(warnings, []);
  }
});

test('what nobody broadcast is free at the end of the promise: under, at and over it', async (t) => {
  for (const [passed, until] of [
    [PROMISE_SECONDS - 1, NOW + PROMISE_SECONDS],
    [PROMISE_SECONDS, null],
    [PROMISE_SECONDS + 1, null],
  ] as const) {
    const { watch, clock, end, context } = await promised(t);
    clock.now += passed;
    await watch.check(UNSEEN);
    t.is(await end(), until, `${passed} s`);
    t.is(context.store.state.rounds['r']?.outcome, until === null ? 'failed' : 'open');
  }
});

test('the promise of another round is left as it is', async (t) => {
  const [otherKey, other] = paidTo('0/0/1', 900_000);
  const wallet = await promised(t, {
    coins: { [KEY]: STORED, [otherKey]: other },
    leases: {
      [KEY]: { round: 'r', until: NOW + PROMISE_SECONDS },
      [otherKey]: { round: 'taker', until: NOW + 60 },
    },
  });
  wallet.clock.now += PROMISE_SECONDS;
  await wallet.watch.check(SEEN);
  t.deepEqual((await wallet.onDisk()).leases, {
    [KEY]: { round: 'r', until: wallet.clock.now + PROMISE_SECONDS },
    [otherKey]: { round: 'taker', until: NOW + 60 },
  });
});
