import test from 'ava';
import { addressOfScript } from '../../../../shared/bitcoin/address.ts';
import { sats } from '../../../../shared/bitcoin/amount.ts';
import { customChange } from '../../../../vm-wallet/spend/custom-change.ts';
import { checkOrders } from '../../../../vm-wallet/spend/destinations.ts';
import { freeOwnScripts } from '../../../../vm-wallet/spend/free-scripts.ts';
import { namedCoins } from '../../../../vm-wallet/spend/named-coins.ts';
import { toHex } from '../../../../shared/crypto/bytes.ts';
import { emptyState, testKeys } from '../../../fixtures/memory-store.ts';
import { strangeOutpoint, strangeScript } from '../../../fixtures/spend.ts';
import { outpointAt, paidTo } from '../../../fixtures/wallet-context.ts';
import { outpointKey } from '../../../../shared/bitcoin/outpoint.ts';

const keys = testKeys();
const order = (byte: number, amount = 1000) => ({
  amount: sats(amount),
  destination: addressOfScript(strangeScript(byte), 'regtest'),
});
const check = (orders: Parameters<typeof checkOrders>[0]) => checkOrders(orders, 'regtest');

test('1 to 100 recipients, each with its script', (t) => {
  t.throws(() => check([]), { code: 'usage' });
  const many = Array.from({ length: 101 }, (_unused, index) => order(index));
  t.throws(() => check(many), { code: 'usage' });
  const checked = check(many.slice(1));
  t.is(checked.length, 100);
  t.deepEqual(checked[4]?.script, strangeScript(5));
  t.is(check([{ amount: sats(0), destination: 'INTERNAL' }])[0]?.script, null);
});

test('an address is paid once, however it is written', (t) => {
  const { destination, amount } = order(1);
  t.throws(() => check([order(1), { amount, destination: destination.toUpperCase() }]), {
    code: 'send-same-address',
  });
  const internal = { amount, destination: 'INTERNAL' };
  t.throws(() => check([internal, internal]), { code: 'send-same-address' });
  t.is(check([order(1), internal]).length, 2);
});

test('every checksum and network is verified', (t) => {
  const { destination, amount } = order(1);
  const wrong = `${destination.slice(0, -1)}${destination.endsWith('q') ? 'p' : 'q'}`;
  t.throws(() => check([order(2), { amount, destination: wrong }]), { code: 'bad-address' });
  const mainnet = addressOfScript(strangeScript(1), 'mainnet');
  t.throws(() => check([{ amount, destination: mainnet }]), { code: 'bad-address' });
});

test('dust is refused below 546 sat, and a sweep beside others', (t) => {
  t.is(check([order(1, 546)]).length, 1);
  t.throws(() => check([order(1, 545)]), { code: 'send-dust' });
  t.throws(() => check([order(1, 0), order(2)]), { code: 'usage' });
});

const COINS = [
  paidTo('0/0/0', 10_000),
  paidTo('0/1/0', 20_000),
  paidTo('1/0/0', 30_000),
  paidTo('0/0/1', 1, { frozen: true }),
  paidTo('0/0/2', 1, { locktime: 1 }),
  paidTo('0/0/3', 1, { height: null }),
  paidTo('0/0/4', 1),
  paidTo('0/0/5', 1, { spentBy: { txid: '11'.repeat(32), height: 2 } }),
];
const state = emptyState({
  coins: Object.fromEntries(COINS),
  leases: { [outpointKey(outpointAt('0/0/4'))]: { round: 'r', until: 100 } },
});
const named = (...paths: readonly string[]) => namedCoins(state, paths.map(outpointAt), 99);

test('named coins are taken as they are, each once', (t) => {
  t.deepEqual(
    named('0/1/0', '0/0/0', '0/1/0').map(({ value }) => value),
    [sats(20_000), sats(10_000)],
  );
  t.is(namedCoins(state, [outpointAt('0/0/4')], 100).length, 1);
});

test('coins that are unknown, bound or apart are refused', (t) => {
  t.throws(() => namedCoins(state, [strangeOutpoint(3)], 99), { code: 'send-coin-unknown' });
  t.throws(() => named('0/0/5'), { code: 'send-coin-unknown' });
  for (const [path, cure] of [
    ['0/0/1', 'Unfreeze it first.'],
    ['0/0/2', 'Bonds are not spent with "send".'],
    ['0/0/3', 'Wait, or help its transaction along with "jm-wallet bump".'],
    ['0/0/4', 'Wait until that round is over.'],
  ] as const) {
    const error = t.throws(() => named(path), { code: 'send-coin-not-free' });
    t.is((error as Error & { cure?: string }).cure, cure);
  }
  t.throws(() => named('0/0/0', '1/0/0'), { code: 'send-coins-apart' });
});

const OWN = { mixdepth: 0, branch: 1, index: 4 };
const BOND = { mixdepth: 0, branch: 2, index: 4 };
const scripts = new Map([OWN, BOND].map((path) => [toHex(keys.scriptAt(path)), path]));
const changeTo = (address: string, orders = [order(1)]) =>
  customChange(address, { network: 'regtest', scripts }, check(orders));

test('change may go to an address of ours or of others, which is told apart', (t) => {
  t.like(changeTo(keys.addressAt(OWN)), { foreign: false, mixdepth: 0 });
  t.like(changeTo(order(2).destination), { foreign: true, mixdepth: null });
  t.throws(() => changeTo(keys.addressAt(BOND)), { code: 'send-bad-change' });
  t.throws(() => changeTo(order(1).destination), { code: 'send-bad-change' });
  t.throws(() => changeTo(order(2).destination, [order(1, 0)]), { code: 'send-bad-change' });
  t.throws(() => changeTo('nonsense'), { code: 'bad-address' });
});

test('what goes to a bond does not come back', (t) => {
  const comesBack = freeOwnScripts(scripts);
  t.true(comesBack(keys.scriptAt(OWN)));
  t.false(comesBack(keys.scriptAt(BOND)));
  t.false(comesBack(strangeScript(1)));
});
