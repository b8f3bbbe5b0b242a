import test, { type ExecutionContext } from 'ava';
import { PeerFailure } from '../../../../shared/bridge/bridge-error.ts';
import type { MakerNotice } from '../../../../vm-wallet/runtime/maker-notice.ts';
import { PROMISE_SECONDS } from '../../../../vm-wallet/runtime/sign-for-taker.ts';
import { PendingWatch, UNSEEN_SECONDS } from '../../../../vm-wallet/runtime/watch-pending.ts';
import type { WalletState } from '../../../../vm-wallet/store/state.ts';
import { makerRecord } from '../../../fixtures/maker-session.ts';
import { openTestWallet } from '../../../fixtures/wallet-context.ts';

const TXID = 'bb'.repeat(32);
const SIGNED = { rounds: { r: makerRecord('r', { outcome: 'open', txid: TXID, coins: [] }) } };
const UNSEEN = { inMempool: () => Promise.resolve(false) };

async function watched(t: ExecutionContext, state: Partial<WalletState>) {
  const wallet = await openTestWallet(t, [], state);
  const notices: MakerNotice[] = [];
  const watch = new PendingWatch(wallet.context, (notice) => notices.push(notice));
  const texts = (): readonly string[] =>
    notices.map((notice) => ('text' in notice ? notice.text : notice.event));
  return { ...wallet, watch, notices, texts };
}

test('a signed round that is not seen is told of once: under, at and over an hour', async (t) => {
  const { watch, clock, texts } = await watched(t, SIGNED);
  clock.now += UNSEEN_SECONDS - 1;
  await watch.check(UNSEEN);
  t.is(texts().length, 0);
  clock.now += 1;
  await watch.check(UNSEEN);
  t.is(texts().length, 1);
  t.regex(texts()[0] ?? '', /^round r: b+ was signed at 1970-01-12 13:46 UTC/u);
  t.regex(texts()[0] ?? '', /can still broadcast it/u);
  clock.now += 1;
  await watch.check(UNSEEN);
  t.is(texts().length, 1);
});

test('what waits in the mempool is no reason for a warning', async (t) => {
  const { watch, clock, texts } = await watched(t, SIGNED);
  clock.now += UNSEEN_SECONDS;
  await watch.check({ inMempool: (id) => Promise.resolve(id === TXID) });
  t.deepEqual(texts(), []);
});

test('a node in trouble can’t have seen it, and an error of our own is not hidden', async (t) => {
  const { watch, clock, texts } = await watched(t, SIGNED);
  clock.now += UNSEEN_SECONDS;
  await watch.check({ inMempool: () => Promise.reject(new PeerFailure('node-down', 'the node is down')) });
  t.is(texts().length, 1);
  const broken = await watched(t, SIGNED);
  broken.clock.now += UNSEEN_SECONDS;
  await t.throwsAsync(broken.watch.check({ inMempool: () => Promise.reject(new TypeError('a bug')) }), {
    message: 'a bug',
  });
});

test('after the promise the round is over, on disk too', async (t) => {
  const { watch, clock, texts, onDisk } = await watched(t, SIGNED);
  clock.now += PROMISE_SECONDS;
  await watch.check(UNSEEN);
  t.is((await onDisk()).rounds['r']?.outcome, 'failed');
  t.regex(texts().join(), /^round r failed: nobody broadcast it/u);
});

test('a gap is told of once, and again when it grew by ten', async (t) => {
  const { watch, context, texts } = await watched(t, { nextIndex: { '0/1': 23 } });
  const grow = async (issued: number): Promise<number> => {
    await context.store.commit((draft) => {
      draft.nextIndex = { '0/1': issued };
    });
    await watch.check(UNSEEN);
    return texts().length;
  };
  // 80 % of the 30 that our own recovery passes.
  t.is(await grow(23), 0);
  t.is(await grow(24), 1);
  t.is(await grow(33), 1);
  t.is(await grow(34), 2);
});
