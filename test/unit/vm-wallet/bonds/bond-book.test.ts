import test from 'ava';
import { addressOfScript } from '../../../../shared/bitcoin/address.ts';
import { outpointKey } from '../../../../shared/bitcoin/outpoint.ts';
import { fromHex, toHex } from '../../../../shared/crypto/bytes.ts';
import { publicKeyOf } from '../../../../shared/crypto/sign.ts';
import { bondScript } from '../../../../shared/jm/bond/script.ts';
import { locktimeOf } from '../../../../shared/jm/bond/time-number.ts';
import { bondValue } from '../../../../shared/jm/bond/value.ts';
import { sats } from '../../../../shared/bitcoin/amount.ts';
import { listBonds, rankBonds } from '../../../../vm-wallet/bonds/bond-book.ts';
import { certificateLife } from '../../../../vm-wallet/bonds/certificate-life.ts';
import {
  coldRecord,
  locktimeOfMonth,
  namedBond,
  recordColdBond,
  recordFound,
  recordOwnBond,
} from '../../../../vm-wallet/bonds/record-bond.ts';
import { daysUntil, remindersOf } from '../../../../vm-wallet/bonds/reminders.ts';
import { namedCoins } from '../../../../vm-wallet/spend/named-coins.ts';
import { spendableCoins } from '../../../../vm-wallet/coins/wallet-coins.ts';
import type { BondRecord } from '../../../../vm-wallet/store/state.ts';
import { emptyState, testKeys } from '../../../fixtures/memory-store.ts';
import { outpointAt, paidTo } from '../../../fixtures/wallet-context.ts';

const KEYS = testKeys();
const NOW = Date.UTC(2030, 4, 15) / 1000;
const BLOCK = 'ab'.repeat(32);
const COLD_KEY = toHex(publicKeyOf(fromHex('0c'.repeat(32))));

/** A chain that has nothing but times: block 1 on the first of January 2030. */
const header = { time: Date.UTC(2030, 0, 1) / 1000, hash: BLOCK };
const chain = {
  height: 100,
  tip: header as never,
  medianTime: () => NOW,
  headerAt: (height: number) => (height === 1 ? (header as never) : null),
};
const world = { chain, policy: { interestRate: 0.015, bondValueExponent: 1.3 } };
const timeNumber = 130;
const own = paidTo(`0/2/${timeNumber}`, 5_000_000, { locktime: locktimeOf(timeNumber) });

test('a month that has begun is refused, with a reason', (t) => {
  t.is(locktimeOfMonth('2030-06', NOW), Date.UTC(2030, 5, 1) / 1000);
  for (const month of ['2030-05', '2020-01']) {
    t.throws(() => locktimeOfMonth(month, NOW), { code: 'bond-month-over', message: new RegExp(month, 'u') });
  }
  const first = Date.UTC(2030, 5, 1) / 1000;
  t.throws(() => locktimeOfMonth('2030-06', first), { code: 'bond-month-over' });
  t.notThrows(() => locktimeOfMonth('2030-06', first - 1));
  t.notThrows(() => locktimeOfMonth('2099-12', NOW));
  for (const month of ['2100-01', '2019-12', '2030-13', '2030-00', '2030-6', '30-06', '2030-06-01', '']) {
    t.throws(() => locktimeOfMonth(month, 0), { code: 'bad-month' });
  }
});

test('an own bond is written down once, at the path of its month', (t) => {
  const draft = emptyState();
  const locktime = locktimeOf(timeNumber);
  const address = recordOwnBond(draft, KEYS, { locktime, now: 7 });
  t.is(address, KEYS.addressAt({ mixdepth: 0, branch: 2, index: timeNumber }));
  t.like(draft.bonds[address], {
    locktime,
    path: `0/2/${timeNumber}`,
    createdAt: 7,
    certificate: null,
    coin: null,
  });
  recordOwnBond(draft, KEYS, { locktime, now: 8 });
  t.is(draft.bonds[address]?.createdAt, 7);
  const nested = emptyState({ family: 'nested' });
  t.throws(() => recordOwnBond(nested, KEYS, { locktime, now: 7 }), { code: 'bond-nested' });
  t.throws(() => coldRecord(draft, address), { code: 'bond-own-key' });
  t.throws(() => coldRecord(draft, 'nowhere'), { code: 'bond-unknown' });
});

test('a key that is kept elsewhere must be a key, and not one of ours', (t) => {
  const draft = emptyState();
  const locktime = locktimeOf(200);
  const add = (publicKey: string): string => recordColdBond(draft, KEYS, { publicKey, locktime, now: 7 });
  t.is(add(COLD_KEY), addressOfScript(bondScript(fromHex(COLD_KEY), locktime), 'regtest'));
  t.is(coldRecord(draft, add(COLD_KEY)).path, null);
  const ours = toHex(KEYS.publicKeyAt({ mixdepth: 0, branch: 2, index: 200 }));
  t.throws(() => add(ours), { code: 'bond-own-key' });
  for (const bad of [COLD_KEY.slice(2), `04${COLD_KEY.slice(2)}`, `02${'ff'.repeat(32)}`, '']) {
    t.throws(() => add(bad), { code: 'bond-bad-key' });
  }
});

const state = emptyState({ coins: Object.fromEntries([own, paidTo('0/0/0', 900)]) });

test('what the scan found is a bond, also where nobody made it here, and is then written down', (t) => {
  const bonds = listBonds(state, KEYS, chain);
  t.deepEqual(
    bonds.map(({ address, coins }) => [address, coins.map(outpointKey)]),
    [
      [
        KEYS.addressAt({ mixdepth: 0, branch: 2, index: timeNumber }),
        [outpointKey(outpointAt(`0/2/${timeNumber}`))],
      ],
    ],
  );
  const draft = structuredClone(state);
  t.is(recordFound(draft, bonds, 9), 1);
  t.is(recordFound(draft, bonds, 9), 0);
  t.deepEqual(
    listBonds(draft, KEYS, chain).map(({ coins, path }) => [coins.length, path?.index]),
    [[1, timeNumber]],
  );
});

test('bonds are named by address or by coin', (t) => {
  const bonds = listBonds(state, KEYS, chain);
  const [bond] = bonds;
  t.is(namedBond(bonds, bond?.address ?? '').coins.length, 1);
  t.is(namedBond(bonds, outpointKey(outpointAt(`0/2/${timeNumber}`)).toUpperCase()).coins.length, 1);
  t.throws(() => namedBond(bonds, outpointKey(outpointAt('0/0/0'))), { code: 'bond-unknown' });
});

const coldRecordOf = (changes: Partial<BondRecord>): BondRecord => ({
  locktime: locktimeOf(200),
  publicKey: COLD_KEY,
  path: null,
  createdAt: 0,
  certificate: null,
  request: null,
  coin: { outpoint: `${'cc'.repeat(32)}:0`, value: '1000', height: 1, block: BLOCK },
  ...changes,
});

test('the one that weighs most comes first, and unproven coins weigh nothing', (t) => {
  const worthy = emptyState({ coins: Object.fromEntries([own]), bonds: { cold: coldRecordOf({}) } });
  const ranked = rankBonds(listBonds(worthy, KEYS, chain), world);
  t.deepEqual(
    ranked.map(({ bond }) => bond.path === null),
    [false, true],
  );
  const expected = bondValue({
    value: sats(5_000_000),
    confirmedAt: header.time,
    locktime: locktimeOf(timeNumber),
    now: NOW,
    interestRate: 0.015,
    exponent: 1.3,
  });
  t.is(ranked[0]?.worth, expected);
  t.true(expected > 0);
  const moved = coldRecordOf({
    coin: { outpoint: `${'cc'.repeat(32)}:0`, value: '1000', height: 1, block: '00'.repeat(32) },
  });
  const [only] = rankBonds(listBonds(emptyState({ bonds: { cold: moved } }), KEYS, chain), world);
  t.deepEqual([only?.worth, only?.coin.height], [0, null]);
});

test('a certificate is due for renewal two periods before its end, and trouble behind it', (t) => {
  const certificate = { privateKey: '07'.repeat(32), publicKey: COLD_KEY, expiry: 3, signature: '30' };
  const remind = (height: number): readonly string[] => {
    const [bond] = listBonds(emptyState({ bonds: { cold: coldRecordOf({ certificate }) } }), KEYS, chain);
    return bond === undefined ? [] : remindersOf(bond, { ...chain, height });
  };
  t.deepEqual(remind(2015), []);
  t.regex(remind(2016)[0] ?? '', /expires in 4032 blocks/u);
  t.regex(remind(6048)[0] ?? '', /expires in 0 blocks/u);
  t.regex(remind(6049)[0] ?? '', /expired with block 6048/u);
  const life = certificateLife(3, { height: 6000, tip: { time: 1000 } });
  t.deepEqual(life, { lastHeight: 6048, blocksLeft: 48, endsAbout: 1000 + 48 * 600, isDue: true });
});

test('the end of a lock is told sixty days before, and its redemption from the second it is possible', (t) => {
  const locktime = locktimeOf(timeNumber);
  const remind = (now: number): readonly string[] => {
    const [bond] = listBonds(state, KEYS, chain);
    return bond === undefined ? [] : remindersOf(bond, { ...chain, medianTime: () => now });
  };
  const day = 86_400;
  t.deepEqual(remind(locktime - 60 * day - 1), []);
  t.regex(remind(locktime - 60 * day)[0] ?? '', /ends in 60 days/u);
  t.regex(remind(locktime + 1)[0] ?? '', /ends in/u);
  t.regex(remind(locktime + 2)[0] ?? '', /bond redeem/u);
  t.is(daysUntil(10 * day, 1), 10);
});

test('two coins on one address, a missing certificate and a missing signature are named', (t) => {
  const [key, coin] = own;
  const twice = emptyState({ coins: { [key]: coin, [`${'dd'.repeat(32)}:0`]: coin } });
  const [bond] = listBonds(twice, KEYS, chain);
  if (bond === undefined) return t.fail();
  t.true(remindersOf(bond, chain).some((text) => text.includes('2 coins')));
  const request = { privateKey: '07'.repeat(32), publicKey: COLD_KEY, expiry: 3 };
  const [cold] = listBonds(emptyState({ bonds: { cold: coldRecordOf({ request }) } }), KEYS, chain);
  if (cold === undefined) return t.fail();
  const text = remindersOf(cold, chain).join('\n');
  t.regex(text, /waits for a signature/u);
  t.regex(text, /has no certificate/u);
});

test('payments and CoinJoins find no coin of a bond to spend, also when it is unfrozen and its lock is over', (t) => {
  const wanted = { tipHeight: 100, now: locktimeOf(timeNumber) * 2 };
  t.deepEqual(spendableCoins(state, wanted).map(outpointKey), [outpointKey(outpointAt('0/0/0'))]);
  const bond = outpointAt(`0/2/${timeNumber}`);
  t.throws(() => namedCoins(state, [bond], wanted.now), {
    code: 'send-coin-not-free',
    message: /timelocked/u,
  });
});
