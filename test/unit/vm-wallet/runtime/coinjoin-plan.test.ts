import test, { type ExecutionContext } from 'ava';
import { sats } from '../../../../shared/bitcoin/amount.ts';
import type { OutpointKey } from '../../../../shared/bitcoin/outpoint.ts';
import type { DecimalText, Nick } from '../../../../shared/jm/command.ts';
import { parseConfig } from '../../../../shared/config/joinmarket-cfg.ts';
import {
  listCandidates,
  planCoinjoin,
  type CoinjoinPlan,
  type CoinjoinRequest,
  type MarketView,
} from '../../../../vm-wallet/runtime/coinjoin-plan.ts';
import type { WalletContext } from '../../../../vm-wallet/runtime/context.ts';
import type { BookOffer } from '../../../../vm-wallet/taker/choose/candidate.ts';
import { NOW } from '../../../fixtures/maker-session.ts';
import { bookOffer, makerNick } from '../../../fixtures/offers.ts';
import { openTestWallet, paidTo } from '../../../fixtures/wallet-context.ts';

const BOND = `${'ab'.repeat(32)}:1` as OutpointKey;
const REQUEST: CoinjoinRequest = {
  amount: sats(1_000_000n),
  mixdepth: 0,
  destination: 'INTERNAL',
  makers: 2,
  minimumMakers: 2,
  algorithm: 'cheapest_order_choose',
  limits: { absolute: 10_000, relative: 0.01 },
  broadcast: 'self',
  feeRate: 1000,
};

async function walletOf(t: ExecutionContext): Promise<WalletContext> {
  const { context } = await openTestWallet(t, [paidTo('0/0/0', 2_000_000, { height: 1 })]);
  const config = parseConfig('[BLOCKCHAIN]\nblockchain_source = regtest\n[POLICY]\ntaker_utxo_age = 3\n');
  return { ...context, config };
}

function asking(...fees: readonly number[]): BookOffer[] {
  return fees.map((fee, index) => bookOffer(index + 1, { cjfee: String(fee) as DecimalText }));
}

function viewOf(book: readonly BookOffer[], changes: Partial<MarketView> = {}): MarketView {
  return { book, ignored: new Set(), only: null, externalCoins: [], ...changes };
}

function nicks(plan: readonly { readonly maker: Nick }[]): readonly Nick[] {
  return plan.map(({ maker }) => maker);
}

test('spares are the next ones of the same choice, and what they could cost is known', async (t) => {
  const plan = planCoinjoin(await walletOf(t), REQUEST, viewOf(asking(10, 20, 30, 40)));
  t.deepEqual(nicks(plan.makers), [makerNick(1), makerNick(2)]);
  t.deepEqual(nicks(plan.spares), [makerNick(3), makerNick(4)]);
  t.is(plan.coinjoinFees, sats(30n));
  t.is(plan.maxCoinjoinFees, sats(70n));
  t.is(plan.feeBudget, 2_000_000n - 1_000_000n - plan.estimatedMinerFee);
});

test('spares keep the limits of the user: at the limit, and above it', async (t) => {
  const plan = planCoinjoin(await walletOf(t), REQUEST, viewOf(asking(1, 1, 10_000, 10_001)));
  t.deepEqual(nicks(plan.spares), [makerNick(3)]);
});

test('a sweep’s replacements may not cost more than its makers', async (t) => {
  const plan = planCoinjoin(await walletOf(t), { ...REQUEST, amount: sats(0n) }, viewOf(asking(10, 20, 30)));
  t.is(plan.feeBudget, 30n);
  t.true(plan.amount < 2_000_000n);
  t.deepEqual(nicks(plan.spares), [makerNick(3)]);
});

test('makers that the user named, or that signed before, have no spares', async (t) => {
  const wallet = await walletOf(t);
  const book = asking(10, 20, 30);
  const two = [makerNick(2), makerNick(3)];
  const named = planCoinjoin(wallet, { ...REQUEST, named: two }, viewOf(book));
  t.deepEqual([nicks(named.makers), named.spares], [two, []]);
  const only = planCoinjoin(wallet, REQUEST, viewOf(book, { only: new Set(two) }));
  t.deepEqual([nicks(only.makers), only.spares], [two, []]);
  t.throws(() => planCoinjoin(wallet, { ...REQUEST, named: two, makers: 3 }, viewOf(book)), {
    code: 'coinjoin-too-few-makers',
  });
});

test('a maker with a bad memory comes last, also among the spares', async (t) => {
  const wallet = await walletOf(t);
  const record = { declined: 0, failed: 1, joined: 0, at: NOW, nick: 'J5x', reason: 'silent' };
  await wallet.store.commit((draft) => {
    draft.makers[BOND] = record;
  });
  const [first, ...others] = asking(10, 20, 30, 40);
  if (first === undefined) return t.fail();
  const plan = planCoinjoin(wallet, REQUEST, viewOf([{ ...first, bond: BOND }, ...others]));
  t.deepEqual(nicks([...plan.makers, ...plan.spares]), [2, 3, 4, 1].map(makerNick));
});

test('the table to pick from has what fits, the cheapest first, without those that failed', async (t) => {
  const wallet = await walletOf(t);
  const book = [...asking(30, 20, 10), bookOffer(9, { maxsize: sats(999_999n) })];
  const listed = (changes: Partial<MarketView>, amount = REQUEST.amount): readonly Nick[] =>
    nicks(listCandidates(wallet, { ...REQUEST, amount }, viewOf(book, changes)));
  t.deepEqual(listed({}), [3, 2, 1].map(makerNick));
  t.deepEqual(listed({ ignored: new Set([makerNick(3)]) }), [2, 1].map(makerNick));
  t.deepEqual(listed({}, sats(0n)), [3, 2, 1].map(makerNick));
});

test('the plan names the use of our coin', async (t) => {
  const plan: CoinjoinPlan = planCoinjoin(await walletOf(t), REQUEST, viewOf(asking(1, 2)));
  t.like(plan.podle, { outcome: 'found', index: 0 });
});
