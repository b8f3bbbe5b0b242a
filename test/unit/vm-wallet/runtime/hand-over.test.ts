import test, { type ExecutionContext } from 'ava';
import { outpointKey, txid } from '../../../../shared/bitcoin/outpoint.ts';
import { PeerFailure } from '../../../../shared/bridge/bridge-error.ts';
import type { BroadcastOutcome } from '../../../../shared/bridge/chain.ts';
import { toHex } from '../../../../shared/crypto/bytes.ts';
import { accept, refuse, type Result } from '../../../../shared/errors.ts';
import {
  broadcastAgain,
  broadcastByOwnNode,
  handOver,
  HandOverError,
  testByOwnNode,
} from '../../../../vm-wallet/runtime/hand-over.ts';
import { PROMISE_SECONDS } from '../../../../vm-wallet/runtime/sign-for-taker.ts';
import type { PendingTransaction, WalletState } from '../../../../vm-wallet/store/state.ts';
import { StoreError } from '../../../../vm-wallet/store/wallet-store.ts';
import { transactionOf } from '../../../fixtures/blocks.ts';
import { chainClientOf } from '../../../fixtures/chain-client.ts';
import { partyScript } from '../../../fixtures/coinjoin-parties.ts';
import { makerRecord, NOW } from '../../../fixtures/maker-session.ts';
import { testKeys } from '../../../fixtures/memory-store.ts';
import { openTestWallet, outpointAt, paidTo, type TestWallet } from '../../../fixtures/wallet-context.ts';

const CHANGE = testKeys().scriptAt({ mixdepth: 0, branch: 1, index: 0 });
const SPENDING = transactionOf(
  [outpointAt('0/0/0')],
  [
    { script: partyScript(1, 1), value: 60_000 },
    { script: CHANGE, value: 39_000 },
  ],
);
const SIGNED: Uint8Array = SPENDING.toBuffer();
const TXID = txid(SPENDING.getId());
const SPENT = outpointKey(outpointAt('0/0/0'));
const RETURNED = outpointKey({ txid: TXID, vout: 1 });
const ACCEPTED: BroadcastOutcome = { accepted: true, txid: TXID };
const BOOKING = {
  kind: 'send',
  amount: '60000',
  minerFee: '1000',
  coinjoinFee: null,
  peers: [],
  round: null,
  byOwnNode: true,
} as const;

function refused(reason: string): BroadcastOutcome {
  return { accepted: false, reason };
}

function opened(t: ExecutionContext): Promise<TestWallet> {
  return openTestWallet(t, [paidTo('0/0/0', 100_000)]);
}

/** Hands the transaction over to somebody who broadcasts it, or refuses. */
function hand(
  { context }: TestWallet,
  broadcast: () => Promise<Result<string, string>>,
  also?: (draft: WalletState) => void,
): Promise<Result<string, string>> {
  return handOver(context, SIGNED, BOOKING, broadcast, also);
}

const unexpected = (): Promise<never> => Promise.reject(new Error('unexpected broadcast'));

test('the booking is on disk before anybody sees the transaction, and stays when it is out', async (t) => {
  const wallet = await opened(t);
  const steps: string[] = [];
  const look = async (step: string): Promise<void> => {
    const disk = await wallet.onDisk();
    steps.push(step);
    t.deepEqual(disk.pending[TXID], { raw: toHex(SIGNED), at: NOW, round: null, byOwnNode: true });
    t.is(disk.coins[SPENT]?.spentBy?.txid, TXID);
    t.is(disk.coins[RETURNED]?.value, '39000');
    t.is(disk.birthday, 77);
    t.like(disk.history[0], { txid: TXID, kind: 'send', delta: '-61000', height: null });
  };
  const outcome = await hand(
    wallet,
    async () => {
      await look('broadcast');
      return accept('self');
    },
    (draft) => {
      draft.birthday = 77;
    },
  );
  t.deepEqual(outcome, accept('self'));
  await look('after');
  t.deepEqual(steps, ['broadcast', 'after']);
});

test('a refusal is booked back', async (t) => {
  const wallet = await opened(t);
  const outcome = await hand(wallet, () => Promise.resolve(refuse('min relay fee not met')));
  t.deepEqual(outcome, refuse('min relay fee not met'));
  const disk = await wallet.onDisk();
  t.deepEqual(disk.pending, {});
  t.deepEqual(disk.history, []);
  t.is(disk.coins[SPENT]?.spentBy, null);
  t.is(disk.coins[RETURNED], undefined);
});

test('a refused payment leaves the coin promised to the taker that it was signed for', async (t) => {
  const round = makerRecord('r', { outcome: 'open', txid: 'bb'.repeat(32), coins: [SPENT] });
  const lease = { round: 'r', until: NOW + PROMISE_SECONDS };
  const wallet = await openTestWallet(t, [paidTo('0/0/0', 100_000)], {
    rounds: { r: round },
    leases: { [SPENT]: lease },
  });
  await hand(wallet, () => Promise.resolve(accept('self')));
  t.deepEqual((await wallet.onDisk()).leases, {}, 'the payment has taken it over');
  const chain = chainClientOf({
    inMempool: () => Promise.resolve(false),
    broadcast: () => Promise.resolve(refused('txn-mempool-conflict')),
  });
  await broadcastAgain(wallet.context, chain, () => undefined);
  t.deepEqual((await wallet.onDisk()).leases, { [SPENT]: lease });

  t.false((await hand(wallet, () => Promise.resolve(refuse('txn-mempool-conflict')))).ok);
  t.deepEqual((await wallet.onDisk()).leases, { [SPENT]: lease });
});

test('what our node would refuse is told before others see it; what it has already is good', async (t) => {
  const by = (outcome: BroadcastOutcome): Promise<Result<null, string>> =>
    testByOwnNode(chainClientOf({ testAccept: () => Promise.resolve(outcome) }), SIGNED);
  t.deepEqual(await by(ACCEPTED), accept(null));
  t.deepEqual(await by(refused('bad-txns')), refuse('bad-txns'));
  for (const reason of [
    'txn-already-in-mempool',
    'txn-already-known',
    'Transaction already in block chain',
  ]) {
    t.deepEqual(await by(refused(reason)), accept(null), reason);
  }
});

test('when the net VM fails in between, the booking is kept', async (t) => {
  const failure = new PeerFailure('node-down', 'gone');
  const wallet = await opened(t);
  const error = await t.throwsAsync(
    hand(wallet, () => Promise.reject(failure)),
    { instanceOf: HandOverError, code: 'broadcast-unknown' },
  );
  t.is(error.cause, failure);
  t.true(error.message.includes(TXID));
  t.not((await wallet.onDisk()).pending[TXID], undefined);
});

test('what can’t be written is not shown to anybody', async (t) => {
  const wallet = await opened(t);
  wallet.context.store.close();
  const handing = hand(wallet, unexpected);
  await t.throwsAsync(handing, { instanceOf: StoreError, code: 'store-closed' });
});

test('our own node broadcasts, or says why not', async (t) => {
  const by = (outcome: BroadcastOutcome): Promise<Result<string, string>> =>
    broadcastByOwnNode(chainClientOf({ broadcast: () => Promise.resolve(outcome) }), SIGNED);
  t.deepEqual(await by(ACCEPTED), accept('self'));
  t.deepEqual(await by(refused('txn-already-known')), accept('self'));
  t.deepEqual(await by(refused('bad-txns')), refuse('bad-txns'));
});

/** Transactions of ours that are in no block, told apart by their locktime. */
const PENDING = [1, 2, 3].map((salt) => {
  const transaction = transactionOf([outpointAt('0/0/0')], [{ script: CHANGE, value: 1000 }], salt);
  return { id: txid(transaction.getId()), raw: toHex(transaction.toBuffer()) };
});

/** What is broadcast again, and what is reported, with transactions of these kinds. */
async function again(
  t: ExecutionContext,
  kinds: readonly ('own' | 'peers' | 'seen')[],
  answer: BroadcastOutcome = ACCEPTED,
) {
  const pending: Record<string, PendingTransaction> = {};
  for (const [position, { id, raw }] of PENDING.slice(0, kinds.length).entries()) {
    pending[id] = { raw, at: NOW, round: null, byOwnNode: kinds[position] !== 'peers' };
  }
  const wallet = await openTestWallet(t, [], { pending });
  const sent: string[] = [];
  const reports: string[] = [];
  const chain = chainClientOf({
    inMempool: (id) => Promise.resolve(kinds[PENDING.findIndex((one) => one.id === id)] === 'seen'),
    broadcast: (raw) => {
      sent.push(toHex(raw));
      return Promise.resolve(answer);
    },
  });
  await broadcastAgain(wallet.context, chain, (text) => reports.push(text));
  const { refused: booked } = await wallet.onDisk();
  return {
    refused: Object.keys(booked),
    sent: sent.map((raw) => PENDING.findIndex((one) => one.raw === raw)),
    reports,
  };
}

test('only what our own node may broadcast and does not have goes out again', async (t) => {
  const [first, second, third] = PENDING.map(({ id }) => id);
  t.deepEqual(await again(t, ['own', 'peers', 'seen']), {
    refused: [],
    sent: [0],
    reports: [
      `broadcast ${first ?? ''} again`,
      `${second ?? ''} is in no block, and only peers may broadcast it`,
      `${third ?? ''} waits for a block`,
    ],
  });
  t.deepEqual(await again(t, ['peers', 'seen', 'own']).then(({ sent }) => sent), [2]);
  t.deepEqual(await again(t, []), { refused: [], sent: [], reports: [] });
});

test('what the node refuses now is booked as refused, and the others go out all the same', async (t) => {
  const { refused: booked, sent, reports } = await again(t, ['own', 'own'], refused('missing-inputs'));
  t.deepEqual(sent, [0, 1]);
  t.deepEqual(
    reports,
    PENDING.slice(0, 2).map(
      ({ id }) => `the node refuses ${id} now: missing-inputs; its coins are free again`,
    ),
  );
  t.deepEqual(
    booked,
    PENDING.slice(0, 2)
      .map(({ id }) => id)
      .sort(),
  );
});
