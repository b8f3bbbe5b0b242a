import test from 'ava';
import { appendFileSync, existsSync, statSync } from 'node:fs';
import type { sats } from '../../../../shared/bitcoin/amount.ts';
import { AuditError } from '../../../../vm-wallet/audit/audit-error.ts';
import { readLog } from '../../../../vm-wallet/audit/read-log.ts';
import { REFUSALS_PER_HOUR } from '../../../../vm-wallet/rules/refusal-quota.ts';
import { RuleError } from '../../../../vm-wallet/rules/refusal.ts';
import { actWithoutMoney } from '../../../../vm-wallet/rules/signing-act.ts';
import { rulesId } from '../../../../vm-wallet/rules/spending/rules-in-force.ts';
import { courtWith, paymentOf } from '../../../fixtures/spending-authority.ts';

const HOUR = 3600;
const DAY = 24 * HOUR;
const refusedBy = (name: string) => ({ instanceOf: RuleError, code: `rule-spending-${name}` });

test('without rules everything is allowed, and written down before anything is signed', async (t) => {
  const court = courtWith(t, null);
  const authority = court.authority();
  await authority.authorise(paymentOf(5000));
  t.deepEqual(court.store.state.audit, { entries: 1, head: court.store.state.audit.head });
  const [entry] = court.entries();
  t.like(entry, {
    outcome: 'allowed',
    act: 'payment',
    amount: '5000',
    minerFee: '10',
    rules: null,
    reason: 'command',
  });
  t.deepEqual(readLog(court.place, court.store.state.audit), { holding: 1, fault: null, torn: false });
});

test('many acts at once can not each take the same room below a cap', async (t) => {
  const court = courtWith(t, '[day]\namount = 1000\n');
  const authority = court.authority();
  const results = await Promise.allSettled(
    Array.from({ length: 50 }, () => authority.authorise(paymentOf(300))),
  );
  t.is(results.filter(({ status }) => status === 'fulfilled').length, 3);
  t.is(authority.used().day.amount, 900n);
  await authority.authorise(paymentOf(100));
  await t.throwsAsync(authority.authorise(paymentOf(1)), refusedBy('day-amount'));
});

test('a cap of an hour and one of a day hold over a restart, and end with their time', async (t) => {
  const court = courtWith(t, '[hour]\namount = 100\n[day]\namount = 150\n');
  await court.authority().authorise(paymentOf(100));
  await t.throwsAsync(court.authority().authorise(paymentOf(1)), refusedBy('hour-amount'));
  const pass = (seconds: number): void => {
    court.clock.now += seconds;
    court.clock.blockTime += seconds;
  };
  pass(HOUR - 1);
  await t.throwsAsync(court.authority().authorise(paymentOf(1)), refusedBy('hour-amount'));
  pass(1);
  await t.throwsAsync(court.authority().authorise(paymentOf(51)), refusedBy('day-amount'));
  await court.authority().authorise(paymentOf(50));
  pass(DAY - HOUR - 1);
  await t.throwsAsync(court.authority().authorise(paymentOf(1)), refusedBy('day-amount'));
  pass(1);
  await court.authority().authorise(paymentOf(100));
});

test('neither a clock that jumps nor blocks that were held back make room', async (t) => {
  for (const jump of [-10 * DAY, -HOUR, HOUR, 10 * DAY]) {
    const court = courtWith(t, '[day]\namount = 100\n');
    const authority = court.authority();
    await authority.authorise(paymentOf(100));
    const restarted = court.authority;
    court.clock.now += jump;
    await t.throwsAsync(authority.authorise(paymentOf(1)), refusedBy('day-amount'));
    await t.throwsAsync(restarted().authorise(paymentOf(1)), refusedBy('day-amount'));
    court.clock.now -= jump;
    court.clock.blockTime += jump;
    await t.throwsAsync(restarted().authorise(paymentOf(1)), refusedBy('day-amount'));
  }
});

test('while rules.ini is not what was accepted, nothing is signed', async (t) => {
  const rules = '[day]\namount = 100\n';
  const court = courtWith(t, rules);
  const authority = court.authority();
  const act = (): Promise<void> => authority.authorise(paymentOf(1));
  await act();
  court.write(`${rules}\n`);
  const error = await t.throwsAsync(act(), refusedBy('rules-file'));
  t.true(error instanceof RuleError && error.cure?.includes('jm-wallet rules accept'));
  court.write(null);
  await t.throwsAsync(act(), refusedBy('rules-file'));
  court.write(rules);
  await act();
  await court.store.commit((draft) => {
    draft.rules = null;
  });
  await t.throwsAsync(act(), refusedBy('rules-file'));
  const garbled = courtWith(t, null);
  garbled.write('\u0000[');
  await t.throwsAsync(garbled.authority().authorise(paymentOf(1)), refusedBy('rules-file'));
});

test('a log that does not hold stops every act, and says so', async (t) => {
  const court = courtWith(t, null);
  await court.authority().authorise(paymentOf(1));
  appendFileSync(court.place.file, 'x\n');
  await t.throwsAsync(court.authority().authorise(paymentOf(1)), {
    instanceOf: AuditError,
    code: 'audit-tampered',
  });
  t.is(court.store.state.audit.entries, 1);
});

test('numbers that no transaction has are an error before anything is written', async (t) => {
  const court = courtWith(t, null);
  const beyond = 2_100_000_000_000_001n;
  for (const odd of [
    { signatures: 0 },
    { signatures: 1.5 },
    { signatures: NaN },
    { minerFee: beyond },
    { minerFee: -beyond },
    { coinjoinFee: -beyond },
    { amount: -1n as unknown as ReturnType<typeof sats> },
    { amount: beyond as unknown as ReturnType<typeof sats> },
  ]) {
    await t.throwsAsync(court.authority().authorise(paymentOf(1, odd)), { instanceOf: RangeError });
  }
  t.false(existsSync(court.place.file));
});

test('what a peer provokes is logged, but does not fill the disk', async (t) => {
  const court = courtWith(t, '[hour]\ndisclosures = 0\n');
  const authority = court.authority();
  const provoke = async (): Promise<void> => {
    await t.throwsAsync(
      authority.authorise(actWithoutMoney('disclosure', 'a coin')),
      refusedBy('hour-disclosures'),
    );
  };
  for (let count = 0; count < REFUSALS_PER_HOUR + 5; count += 1) await provoke();
  t.is(court.entries().length, REFUSALS_PER_HOUR);
  const { size } = statSync(court.place.file);
  // The clock of this VM can be set; this one can not.
  court.clock.now += DAY;
  await provoke();
  t.is(statSync(court.place.file).size, size);
  court.clock.uptime += HOUR;
  await provoke();
  const [newest] = court.entries();
  t.like(newest, { outcome: 'refused', act: 'disclosure', rule: 'spending-hour-disclosures', unlogged: 6 });
  t.deepEqual(court.store.state.audit.entries, REFUSALS_PER_HOUR + 1);
});

test('an entry names the rules, and why nobody had to be asked', async (t) => {
  const rules = '[role]\nrole = any\n';
  const court = courtWith(t, rules);
  const authority = court.authority();
  court.approvals.note('user');
  await authority.authorise(actWithoutMoney('commitment', 'a coin'));
  await authority.authorise(actWithoutMoney('disclosure', 'a coin'));
  await authority.authorise(paymentOf(1));
  await authority.authorise(paymentOf(2));
  court.approvals.note('yes');
  await authority.authorise(paymentOf(3));
  t.deepEqual(
    court.entries().map((entry) => entry.outcome === 'allowed' && [entry.act, entry.reason, entry.rules]),
    [
      ['payment', 'yes', rulesId(rules)],
      ['payment', 'command', rulesId(rules)],
      ['payment', 'user', rulesId(rules)],
      ['disclosure', 'maker-rules', rulesId(rules)],
      ['commitment', 'user', rulesId(rules)],
    ],
  );
});

test('an allowance pays for what it was asked to, fees and all, and no more', async (t) => {
  const allowances = [{ from: 0, until: 2 ** 40, upTo: '1000', spent: '0' }];
  const court = courtWith(t, null, { allowances });
  const authority = court.authority();
  const under = (amount: number): Promise<void> => {
    court.approvals.note('allowance');
    return authority.authorise(paymentOf(amount, { coinjoinFee: 5n }));
  };
  await under(485);
  t.is(court.store.state.allowances[0]?.spent, '500');
  await t.throwsAsync(under(486), refusedBy('allowance'));
  const both = await Promise.allSettled([under(485), under(485)]);
  t.deepEqual(both.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
  t.is(court.store.state.allowances[0]?.spent, '1000');
  // What the user approves is not charged to it.
  court.approvals.note('user');
  await authority.authorise(paymentOf(7000));
  t.is(court.store.state.allowances[0]?.spent, '1000');
});

test('an allowance is over when either clock says so, and not yet begun before its time', async (t) => {
  const court = courtWith(t, null);
  const { now, blockTime } = court.clock;
  const authority = court.authority();
  const tries = async (from: number, until: number): Promise<boolean> => {
    await court.store.commit((draft) => {
      draft.allowances = [{ from, until, upTo: '100000', spent: '0' }];
    });
    court.approvals.note('allowance');
    const [result] = await Promise.allSettled([authority.authorise(paymentOf(1))]);
    return result.status === 'fulfilled';
  };
  t.true(await tries(now, now + 1));
  t.false(await tries(now + 1, now + 2));
  t.false(await tries(now - 1, now));
  court.clock.now = blockTime - 100;
  t.false(await tries(0, blockTime));
  t.true(await tries(0, blockTime + 1));
});
