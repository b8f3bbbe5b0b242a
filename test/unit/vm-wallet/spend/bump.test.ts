import test from 'ava';
import type { Transaction } from 'bitcoinjs-lib';
import type { VerifiedBlock } from '../../../../shared/bitcoin/block.ts';
import { outpointKey, txid } from '../../../../shared/bitcoin/outpoint.ts';
import { toHex } from '../../../../shared/crypto/bytes.ts';
import { applyBlock, applyOwnTransaction, refuseTransaction } from '../../../../vm-wallet/chain/ledger.ts';
import { assemble } from '../../../../vm-wallet/coinjoin/input-witness.ts';
import { planChild } from '../../../../vm-wallet/spend/child.ts';
import { pendingParent } from '../../../../vm-wallet/spend/pending-parent.ts';
import { bringBack, rememberPending } from '../../../../vm-wallet/spend/replaced.ts';
import { planReplacement, type ReplacementPlan } from '../../../../vm-wallet/spend/replacement.ts';
import { watchedPaths } from '../../../../vm-wallet/store/address-book.ts';
import type { WalletState } from '../../../../vm-wallet/store/state.ts';
import { blockOf, transactionOf } from '../../../fixtures/blocks.ts';
import { emptyState, testKeys } from '../../../fixtures/memory-store.ts';
import { regtestGenesis } from '../../../fixtures/mine-headers.ts';
import { strangeOutpoint, strangeScript } from '../../../fixtures/spend.ts';
import { outpointAt, paidTo } from '../../../fixtures/wallet-context.ts';

const keys = testKeys();
const scripts = new Map(watchedPaths(emptyState(), 5).map((path) => [toHex(keys.scriptAt(path)), path]));
const CHANGE = keys.scriptAt({ mixdepth: 0, branch: 1, index: 0 });
const NEXT = keys.scriptAt({ mixdepth: 1, branch: 1, index: 0 });
const SPENT = outpointKey(outpointAt('0/0/0'));
const BOOKING = {
  kind: 'send',
  amount: '60000',
  minerFee: '141',
  coinjoinFee: null,
  peers: [],
  now: 1000,
  round: null,
  byOwnNode: true,
} as const;

/** A signature's weight, without a signature. */
const WITNESS = { scriptSig: new Uint8Array(0), witness: [new Uint8Array(72), new Uint8Array(33)] };

function sign(transaction: Transaction): Uint8Array {
  return Uint8Array.from(
    assemble(
      transaction.toBuffer(),
      transaction.ins.map(() => WITNESS),
    ),
  );
}

/** A wallet whose one transaction waits. It pays these values. */
function waiting({
  to = [
    [strangeScript(1), 60_000],
    [CHANGE, 39_859],
  ],
  sequence = 0xffff_fffd,
  foreign = false,
}: {
  readonly to?: readonly (readonly [script: Uint8Array, value: number])[];
  readonly sequence?: number;
  readonly foreign?: boolean;
} = {}): { readonly state: WalletState; readonly id: string; readonly transaction: Transaction } {
  const transaction = transactionOf(
    [outpointAt('0/0/0'), ...(foreign ? [strangeOutpoint(9)] : [])],
    to.map(([script, value]) => ({ script, value })),
  );
  for (const input of transaction.ins) input.sequence = sequence;
  const state = emptyState({ coins: Object.fromEntries([paidTo('0/0/0', 100_000)]) });
  applyOwnTransaction(state, sign(transaction), scripts, foreign ? { ...BOOKING, minerFee: null } : BOOKING);
  return { state, id: transaction.getId(), transaction };
}

const exact = (satsPerKvb: number) => ({ satsPerKvb, exact: true });

function planned(one: ReturnType<typeof waiting>, satsPerKvb: number): ReplacementPlan {
  const plan = planReplacement(pendingParent(one.state, one.id), exact(satsPerKvb));
  if (!plan.ok) throw new Error(plan.error);
  return plan.value;
}

test('only what waits for a block can be bumped', (t) => {
  const { state, id } = waiting();
  t.is(Number(pendingParent(state, id).fee), 141);
  t.is(pendingParent(state, id).vsize, 141);
  t.throws(() => pendingParent(state, 'ab'.repeat(32)), { code: 'bump-unknown' });
  t.throws(() => pendingParent(state, 'toString'), { code: 'bump-unknown' });
  refuseTransaction(state, id, { at: 1, reason: 'mempool min fee not met' });
  t.throws(() => pendingParent(state, id), { code: 'bump-unknown', message: /^The node refuses/u });
});

test('a replacement pays from the change, and leaves everything else', (t) => {
  const plan = planned(waiting(), 10_000);
  t.is(BigInt(plan.minerFee), 1410n);
  t.deepEqual(
    plan.outputs.map(({ value }) => Number(value)),
    [60_000, 38_590],
  );
});

test('at least 1 sat/vB more than before is asked for', (t) => {
  t.is(BigInt(planned(waiting(), 2000).minerFee), 282n);
  t.throws(() => planned(waiting(), 1999), { code: 'bump-rate-too-low', message: /2\.0 sat\/vB/u });
  const { state, id } = waiting();
  const estimated = planReplacement(pendingParent(state, id), { satsPerKvb: 500, exact: false });
  t.is(Number(estimated.ok ? estimated.value.minerFee : 0n), 282);
});

test('change that falls below dust goes to the miners', (t) => {
  const small = (change: number) =>
    waiting({
      to: [
        [strangeScript(1), 100_000 - 141 - change],
        [CHANGE, change],
      ],
    });
  // 141 sat more are needed at 2 sat/vB.
  t.is(planned(small(546 + 141), 2000).outputs.length, 2);
  const dropped = planned(small(545 + 141), 2000);
  t.is(dropped.outputs.length, 1);
  t.is(BigInt(dropped.minerFee), BigInt(141 + 545 + 141));
  const poor = small(600);
  const plan = planReplacement(pendingParent(poor.state, poor.id), exact(50_000));
  t.deepEqual(plan, { ok: false, error: 'not-enough' });
});

test('a sweep to ourselves pays from its only output, one to others from nothing', (t) => {
  const own = planned(waiting({ to: [[NEXT, 99_859]] }), 10_000);
  t.deepEqual(own.payer, NEXT);
  t.is(own.outputs.length, 1);
  const refusal = (one: ReturnType<typeof waiting>) =>
    planReplacement(pendingParent(one.state, one.id), exact(10_000));
  t.deepEqual(refusal(waiting({ to: [[strangeScript(1), 99_859]] })), { ok: false, error: 'no-change' });
  const next = waiting({
    to: [
      [strangeScript(1), 60_000],
      [NEXT, 39_859],
    ],
  });
  t.deepEqual(refusal(next), { ok: false, error: 'no-change' });
  t.deepEqual(refusal(waiting({ sequence: 0xffff_fffe })), { ok: false, error: 'not-signalled' });
  t.deepEqual(refusal(waiting({ foreign: true })), { ok: false, error: 'foreign-inputs' });
});

test('the books forget the replaced transaction as they take the new one', (t) => {
  const one = waiting();
  const raw = planned(one, 10_000).raw;
  applyOwnTransaction(one.state, raw, scripts, { ...BOOKING, replaces: txid(one.id) });
  const [entry, more] = one.state.history;
  t.is(more, undefined);
  t.not(entry?.txid, one.id);
  t.deepEqual(Object.keys(one.state.pending), [entry?.txid ?? '']);
  t.is(one.state.coins[SPENT]?.spentBy?.txid, entry?.txid);
  const unspent = Object.values(one.state.coins).filter(({ spentBy }) => spentBy === null);
  t.deepEqual(
    unspent.map(({ value, frozen }) => [value, frozen]),
    [['38590', false]],
  );
});

test('the replaced transaction may confirm after all', (t) => {
  const one = waiting();
  applyOwnTransaction(one.state, planned(one, 10_000).raw, scripts, { ...BOOKING, replaces: txid(one.id) });
  const block: VerifiedBlock = blockOf(regtestGenesis(), [one.transaction]).block;
  t.true(applyBlock(one.state, block, 5, scripts));
  t.deepEqual(one.state.pending, {});
  t.deepEqual(
    one.state.history.map(({ txid: id, height, delta }) => [id, height, delta]),
    [[one.id, 5, '-60141']],
  );
  t.deepEqual(one.state.coins[SPENT]?.spentBy, { txid: one.id, height: 5 });
  t.deepEqual(
    Object.values(one.state.coins).flatMap(({ value, spentBy }) => (spentBy === null ? value : [])),
    ['39859'],
  );
});

test('when the node does not take the replacement, everything is as it was', (t) => {
  const one = waiting();
  const before = structuredClone(one.state);
  const replaced = rememberPending(one.state, one.id);
  applyOwnTransaction(one.state, planned(one, 10_000).raw, scripts, { ...BOOKING, replaces: txid(one.id) });
  const [id = ''] = Object.keys(one.state.pending);
  refuseTransaction(one.state, id, { at: 1, reason: 'insufficient fee' });
  if (replaced !== null) bringBack(one.state, replaced);
  t.deepEqual({ ...one.state, refused: {} }, before);
  t.deepEqual(one.state.refused[id]?.coins, [SPENT]);
  t.is(rememberPending(one.state, id), null);
});

test('a child brings both to the rate, from the largest output that is free', (t) => {
  const { state, id } = waiting();
  const plan = planChild(state, pendingParent(state, id), { satsPerKvb: 10_000, now: 0 });
  t.is(plan.vsize, 110);
  t.is(BigInt(plan.minerFee), BigInt(2510 - 141));
  t.is(BigInt(plan.value), BigInt(39_859 - 2369));
  t.is(plan.packageRate, 10);
  const [key = ''] = Object.keys(state.coins).filter((name) => name.startsWith(id));
  state.leases[key] = { round: 'r', until: 10 };
  t.throws(() => planChild(state, pendingParent(state, id), { satsPerKvb: 10_000, now: 9 }), {
    code: 'bump-nothing-ours',
  });
  t.notThrows(() => planChild(state, pendingParent(state, id), { satsPerKvb: 10_000, now: 10 }));
});

test('what others pay is not counted, and the child pays for both', (t) => {
  const { state, id } = waiting({ foreign: true });
  const parent = pendingParent(state, id);
  t.is(parent.fee, null);
  const plan = planChild(state, parent, { satsPerKvb: 1000, now: 0 });
  t.is(BigInt(plan.minerFee), BigInt(parent.vsize + 110));
});

test('no child where it is not needed, can’t pay, or is there', (t) => {
  const { state, id } = waiting();
  const child = (satsPerKvb: number) => planChild(state, pendingParent(state, id), { satsPerKvb, now: 0 });
  t.throws(() => child(1000), { code: 'bump-not-needed' });
  t.notThrows(() => child(1010));
  t.throws(() => child(160_000), { code: 'bump-not-enough' });
  const [key = ''] = Object.keys(state.coins).filter((name) => name.startsWith(id));
  const coin = state.coins[key];
  if (coin !== undefined) coin.spentBy = { txid: 'cc'.repeat(32), height: null };
  t.throws(() => child(10_000), { code: 'bump-spent' });
  t.throws(() => planned({ state, id, transaction: waiting().transaction }, 10_000), { code: 'bump-spent' });
});
