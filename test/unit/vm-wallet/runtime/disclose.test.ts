import test from 'ava';
import { sats } from '../../../../shared/bitcoin/amount.ts';
import { outpointKey } from '../../../../shared/bitcoin/outpoint.ts';
import { p2wpkhScript } from '../../../../shared/bitcoin/script.ts';
import { fromHex } from '../../../../shared/crypto/bytes.ts';
import {
  MAX_DISCLOSURES_PER_DAY,
  MAX_DISCLOSURES_PER_HOUR,
} from '../../../../vm-wallet/maker/disclosure-budget.ts';
import { requiredValue } from '../../../../vm-wallet/maker/input-selection.ts';
import { SESSION_SECONDS } from '../../../../vm-wallet/maker/sessions.ts';
import { disclose, ioauthFor } from '../../../../vm-wallet/runtime/disclose.ts';
import { RuleError } from '../../../../vm-wallet/rules/refusal.ts';
import { verifyBoxKey } from '../../../../vm-wallet/session/key-authentication.ts';
import type { RoundRecord, StoredCoin, WalletState } from '../../../../vm-wallet/store/state.ts';
import { StoreError } from '../../../../vm-wallet/store/wallet-store.ts';
import { AMOUNT } from '../../../fixtures/coinjoin-parties.ts';
import {
  fillOf,
  makerRecord,
  makerRecords,
  NOW,
  OFFER,
  takerParty,
} from '../../../fixtures/maker-session.ts';
import { openTestWallet, outpointAt, paidTo, TIP_HEIGHT } from '../../../fixtures/wallet-context.ts';

const TAKER = takerParty(2);
const FILL = fillOf(TAKER);
const ENOUGH = requiredValue(OFFER, AMOUNT);

/** The coins that are shown to the taker, by path. */
async function shown(
  t: Parameters<typeof openTestWallet>[0],
  coins: readonly [string, StoredCoin][],
  changes: Partial<WalletState> = {},
): Promise<readonly string[] | null> {
  const { context } = await openTestWallet(t, coins, changes);
  const before = context.store.state;
  const disclosure = await disclose(context, FILL);
  if (disclosure === null) t.is(context.store.state, before);
  return disclosure?.coins.map(({ path }) => `${path.mixdepth}/${path.branch}/${path.index}`) ?? null;
}

test('what a taker gets to see is on disk: lease, addresses, and what the round must earn', async (t) => {
  const { context, onDisk } = await openTestWallet(t, [paidTo('2/0/0', 2_000_000)]);
  const disclosure = await disclose(context, FILL);
  if (disclosure === null) return t.fail();
  const disk = await onDisk();
  const key = outpointKey(outpointAt('2/0/0'));
  t.deepEqual(disclosure.coins.map(outpointKey), [key]);
  t.is(disclosure.mixdepth, 2);
  t.deepEqual(disk.leases, { [key]: { round: 'round 1', until: NOW + SESSION_SECONDS + 60 } });
  t.deepEqual(disk.rounds, {
    'round 1': makerRecord('round 1', {
      amount: AMOUNT.toString(),
      peers: [TAKER.nick],
      addresses: ['3/1/0', '2/1/0'],
      coins: [key],
      earning: '500',
      outcome: 'open',
    }),
  });
  t.like(disk.shown['3/1/0'], { address: disclosure.coinjoinAddress.address, purpose: 'coinjoin', at: NOW });
  t.like(disk.shown['2/1/0'], { address: disclosure.changeAddress.address, purpose: 'change', at: NOW });
  t.deepEqual(disk.nextIndex, { '3/1': 1, '2/1': 1 });
});

test('nothing is shown while blocks are still to be booked: at one block, and at more', async (t) => {
  const block = '00'.repeat(32);
  const coins = [paidTo('0/0/0', 2_000_000)];
  t.deepEqual(await shown(t, coins, { scanned: { height: TIP_HEIGHT - 1, block } }), ['0/0/0']);
  t.is(await shown(t, coins, { scanned: { height: TIP_HEIGHT - 2, block } }), null);
  t.is(await shown(t, coins, { scanned: null }), null);
});

test('the record demands the fee less the contribution', async (t) => {
  const { context, onDisk } = await openTestWallet(t, [paidTo('0/0/0', 2_000_000)]);
  const txfee = sats(100);
  await disclose(context, fillOf(TAKER, { offer: { ...OFFER, txfee } }));
  t.is((await onDisk()).rounds['round 1']?.earning, '400');
});

test('from the last mixdepth the joined coin goes round to the first', async (t) => {
  const { context } = await openTestWallet(t, [paidTo('4/1/7', 2_000_000)]);
  const disclosure = await disclose(context, FILL);
  if (disclosure === null) return t.fail();
  t.deepEqual(disclosure.coinjoinAddress.path, { mixdepth: 0, branch: 1, index: 0 });
  t.deepEqual(disclosure.changeAddress.path, { mixdepth: 4, branch: 1, index: 0 });
});

test('two takers at once get neither the same coins nor the same addresses', async (t) => {
  const coins = [paidTo('0/0/0', 2_000_000), paidTo('0/0/1', 1_900_000)];
  const { context } = await openTestWallet(t, coins);
  const seen = new Set<string>();
  for (const round of ['round 1', 'round 2']) {
    const disclosure = await disclose(context, fillOf(TAKER, { round }));
    for (const coin of disclosure?.coins ?? []) seen.add(outpointKey(coin));
    seen.add(disclosure?.coinjoinAddress.address ?? '');
    seen.add(disclosure?.changeAddress.address ?? '');
  }
  t.is(seen.size, 6);
  t.is(await disclose(context, fillOf(TAKER, { round: 'round 3' })), null);
});

test('a lease that ran out holds nobody up', async (t) => {
  const { context, clock } = await openTestWallet(t, [paidTo('0/0/0', 2_000_000)]);
  await disclose(context, FILL);
  clock.now += SESSION_SECONDS + 59;
  t.is(await disclose(context, fillOf(TAKER, { round: 'round 2' })), null);
  clock.now += 1;
  t.not(await disclose(context, fillOf(TAKER, { round: 'round 2' })), null);
});

test('coins that can’t be spent now are not shown', async (t) => {
  t.is(await shown(t, []), null);
  const spentBy = { txid: '00'.repeat(32), height: null };
  for (const change of [
    { frozen: true },
    { locktime: 1 },
    { height: null },
    { height: TIP_HEIGHT + 1 },
    { spentBy },
  ]) {
    t.is(await shown(t, [paidTo('0/0/0', 2_000_000, change)]), null, JSON.stringify(change));
  }
  t.deepEqual(await shown(t, [paidTo('0/0/0', 2_000_000, { height: TIP_HEIGHT })]), ['0/0/0']);
});

test('the coins must be worth what is required: under, at and over it', async (t) => {
  t.is(await shown(t, [paidTo('0/0/0', ENOUGH - 1n)]), null);
  t.deepEqual(await shown(t, [paidTo('0/0/0', ENOUGH)]), ['0/0/0']);
  t.deepEqual(await shown(t, [paidTo('0/0/0', ENOUGH + 1n)]), ['0/0/0']);
});

test('what a taker saw in vain is shown first, and nothing else is', async (t) => {
  const coins = [paidTo('0/0/0', 2_000_000), paidTo('3/0/0', 3_000_000)];
  const seen = (changes: Partial<RoundRecord>): Partial<WalletState> => ({
    rounds: { old: makerRecord('old', { coins: [outpointKey(outpointAt('3/0/0'))], ...changes }) },
  });
  // Of 0 and 3 the gap before 3 is larger, so the coin in 0 needs a reason.
  const first = { rounds: { old: makerRecord('old', { coins: [outpointKey(outpointAt('0/0/0'))] }) } };
  t.deepEqual(await shown(t, coins), ['3/0/0']);
  t.deepEqual(await shown(t, coins, first), ['0/0/0']);
  const near = [paidTo('0/0/0', 2_000_000), paidTo('1/0/0', 3_000_000)];
  const late = { coins: [outpointKey(outpointAt('1/0/0'))] };
  t.deepEqual(await shown(t, near), ['0/0/0']);
  t.deepEqual(await shown(t, near, seen(late)), ['1/0/0']);
  for (const change of [{ txid: '00'.repeat(32) }, { outcome: 'done' }, { role: 'taker' }] as const) {
    t.deepEqual(await shown(t, near, seen({ ...late, ...change })), ['0/0/0'], JSON.stringify(change));
  }
});

test('the budgets for an hour and a day: one below them, and at them', async (t) => {
  const coins = [paidTo('0/0/0', 2_000_000)];
  const rounds = (count: number, age: number): Partial<WalletState> => ({
    rounds: makerRecords(count, { startedAt: NOW - age }),
  });
  t.not(await shown(t, coins, rounds(MAX_DISCLOSURES_PER_HOUR - 1, 3599)), null);
  t.is(await shown(t, coins, rounds(MAX_DISCLOSURES_PER_HOUR, 3599)), null);
  t.not(await shown(t, coins, rounds(MAX_DISCLOSURES_PER_DAY - 1, 86_399)), null);
  t.is(await shown(t, coins, rounds(MAX_DISCLOSURES_PER_DAY, 86_399)), null);
});

test('each disclosure counts for the budget', async (t) => {
  const { context } = await openTestWallet(t, [paidTo('0/0/0', 2_000_000), paidTo('1/0/0', 2_000_000)], {
    rounds: makerRecords(MAX_DISCLOSURES_PER_HOUR - 1),
  });
  t.not(await disclose(context, FILL), null);
  t.is(await disclose(context, fillOf(TAKER, { round: 'round 2' })), null);
});

test('what the spending rules forbid leaves nothing on disk', async (t) => {
  const { context, onDisk } = await openTestWallet(t, [paidTo('0/0/0', 2_000_000)]);
  const before = await onDisk();
  const refused = new RuleError('spending-day-disclosures', 'enough');
  const authority = { ...context.authority, authoriseInTurn: () => Promise.reject(refused) };
  t.is(await t.throwsAsync(disclose({ ...context, authority }, FILL)), refused);
  t.deepEqual(await onDisk(), before);
});

test('what can’t be written is not shown', async (t) => {
  const { context } = await openTestWallet(t, [paidTo('0/0/0', 2_000_000)]);
  context.store.close();
  await t.throwsAsync(disclose(context, FILL), { instanceOf: StoreError, code: 'store-closed' });
});

test('the ioauth names all coins, and the key of the first one vouches for our box key', async (t) => {
  const half = ENOUGH / 2n + 1n;
  const { context } = await openTestWallet(t, [paidTo('1/0/0', half), paidTo('1/1/5', half)]);
  const disclosure = await disclose(context, FILL);
  if (disclosure === null) return t.fail();
  const ioauth = ioauthFor(context.keys, FILL, disclosure);
  t.deepEqual(ioauth.utxos.map(outpointKey), disclosure.coins.map(outpointKey));
  t.is(ioauth.utxos.length, 2);
  const [first] = disclosure.coins;
  t.deepEqual(p2wpkhScript(fromHex(ioauth.authKey)), first?.scriptPubKey);
  t.true(verifyBoxKey(FILL.own.publicKey, ioauth.authKey, ioauth.signature));
  t.false(verifyBoxKey(FILL.takerKey, ioauth.authKey, ioauth.signature));
  t.is(ioauth.coinjoinAddress, disclosure.coinjoinAddress.address);
  t.is(ioauth.changeAddress, disclosure.changeAddress.address);
});
