import test from 'ava';
import { sats } from '../../../../shared/bitcoin/amount.ts';
import { fromHex } from '../../../../shared/crypto/bytes.ts';
import type { Finding } from '../../../../shared/finding.ts';
import { locktimeOf } from '../../../../shared/jm/bond/time-number.ts';
import type { Bond } from '../../../../vm-wallet/bonds/bond-book.ts';
import { doctor } from '../../../../vm-wallet/cli/commands/doctor.ts';
import { checkBonds } from '../../../../vm-wallet/doctor/bonds.ts';
import { DoctorError } from '../../../../vm-wallet/doctor/doctor-error.ts';
import { emptyState, testKeys } from '../../../fixtures/memory-store.ts';
import { outpointAt, paidTo } from '../../../fixtures/wallet-context.ts';
import { walletForCommands } from '../../../fixtures/wallet-commands.ts';

const DAY = 86_400;
const LOCKTIME = locktimeOf(130);
const KEY = `02${'11'.repeat(32)}`;
const CERTIFICATE = { privateKey: '07'.repeat(32), publicKey: KEY, expiry: 3, signature: '30' };

function bondWith(changes: Partial<Bond> = {}): Bond {
  return {
    address: 'bcrt1bond',
    publicKey: fromHex(KEY),
    locktime: LOCKTIME,
    path: { mixdepth: 0, branch: 2, index: 130 },
    certificate: null,
    request: null,
    coins: [{ ...outpointAt('0/2/130'), value: sats(5_000_000n), height: 1, frozen: false }],
    ...changes,
  };
}

function found(bond: Bond, now: number, height = 0): Finding | undefined {
  const findings = checkBonds([bond], { height, now });
  return findings.length === 1 ? findings[0] : undefined;
}

test('the end of a lock: a second over, at and under thirty days before it', (t) => {
  t.like(found(bondWith(), LOCKTIME - 30 * DAY - 1), { ok: true, cure: null });
  const soon = found(bondWith(), LOCKTIME - 30 * DAY);
  t.like(soon, { subject: 'bond bcrt1bond', ok: false });
  t.regex(soon?.says ?? '', /ends in 30 days/u);
  t.regex(soon?.cure ?? '', /jm-wallet bond create --until.*jm-wallet bond redeem bcrt1bond/u);
  t.regex(found(bondWith(), LOCKTIME - 30 * DAY + 1)?.says ?? '', /ends in 30 days/u);
});

test('a lock that is over: from the second from which it can be redeemed', (t) => {
  t.regex(found(bondWith(), LOCKTIME + 1)?.says ?? '', /ends in 0 days/u);
  const over = found(bondWith(), LOCKTIME + 2);
  t.regex(over?.says ?? '', /is over/u);
  t.is(over?.cure, 'Run "jm-wallet bond redeem bcrt1bond".');
  const cold = found(bondWith({ path: null, certificate: { ...CERTIFICATE, expiry: 9 } }), LOCKTIME + 2);
  t.is(cold?.cure, 'Run "jm-wallet bond redeem bcrt1bond ADDRESS --psbt FILE".');
});

test('a certificate: a block before it is due, at it, at its end, and behind it', (t) => {
  const cold = bondWith({ path: null, certificate: CERTIFICATE });
  const now = LOCKTIME - 400 * DAY;
  t.true(found(cold, now, 2015)?.ok);
  const due = found(cold, now, 2016);
  t.false(due?.ok);
  t.regex(due?.says ?? '', /expires in 4032 blocks/u);
  t.is(due?.cure, 'Renew it: "jm-wallet bond certify bcrt1bond --periods 52".');
  t.regex(found(cold, now, 6048)?.says ?? '', /expires in 0 blocks/u);
  t.regex(found(cold, now, 6049)?.says ?? '', /expired with block 6048/u);
  t.regex(found(bondWith({ path: null }), now)?.says ?? '', /has no certificate/u);
});

test('a bond of our own key needs no certificate, and one without coins no care', (t) => {
  t.true(found(bondWith(), LOCKTIME - 400 * DAY, 1_000_000)?.ok);
  t.deepEqual(checkBonds([bondWith({ coins: [], path: null })], { height: 0, now: LOCKTIME * 2 }), [
    { subject: 'bonds', ok: true, says: 'there are none', cure: null },
  ]);
});

test('lock and certificate of one bond are told apart', (t) => {
  const cold = bondWith({ path: null, certificate: CERTIFICATE });
  const findings = checkBonds([cold], { height: 7000, now: LOCKTIME - DAY });
  t.deepEqual(
    findings.map(({ ok, subject }) => [ok, subject]),
    [
      [false, 'bond bcrt1bond'],
      [false, 'bond bcrt1bond'],
    ],
  );
});

test('doctor looks at the bonds of a wallet whose password was handed over, and asks for none', async (t) => {
  const [key, coin] = paidTo('0/2/0', 5_000_000, { locktime: locktimeOf(0), height: 1 });
  const wallet = await walletForCommands(t, emptyState({ coins: { [key]: coin } }));
  const bonds = async (passwordFd?: number): Promise<readonly Finding[]> => {
    const asked = wallet.run(({ options, ...command }) =>
      doctor({ ...command, options: passwordFd === undefined ? options : { ...options, passwordFd } }),
    );
    // No net VM is there, so that it fails either way.
    const { findings } = await t.throwsAsync(asked, { instanceOf: DoctorError });
    return findings.filter(({ subject }) => subject.startsWith('bond'));
  };
  const [silent, ...others] = await bonds();
  t.deepEqual(others, []);
  t.like(silent, { subject: 'bonds', ok: true });
  t.regex(silent?.says ?? '', /not looked at/u);
  const [over] = await bonds(3);
  const address = testKeys().addressAt({ mixdepth: 0, branch: 2, index: 0 });
  t.like(over, { ok: false, cure: `Run "jm-wallet bond redeem ${address}".` });
});
