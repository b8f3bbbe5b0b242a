import test from 'ava';
import { appendFileSync, existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import type { sats } from '../../../../shared/bitcoin/amount.ts';
import { AuditError } from '../../../../vm-wallet/audit/audit-error.ts';
import { readLog } from '../../../../vm-wallet/audit/read-log.ts';
import { REFUSALS_PER_HOUR } from '../../../../vm-wallet/rules/refusal-quota.ts';
import { RuleError } from '../../../../vm-wallet/rules/refusal.ts';
import { actWithoutMoney } from '../../../../vm-wallet/rules/signing-act.ts';
import { rulesId } from '../../../../vm-wallet/rules/spending/rules-in-force.ts';
import type { WalletState } from '../../../../vm-wallet/store/state.ts';
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

test('what must be on disk with an act is there with it, in its turn and not before', async (t) => {
  const court = courtWith(t, null);
  const authority = court.authority();
  const seen: number[] = [];
  const note = (number: number) => (draft: WalletState) => {
    seen.push(court.store.state.audit.entries);
    draft.transactionLabels[`${number}`] = 'also';
  };
  await Promise.all([authority.authorise(paymentOf(1), note(1)), authority.authorise(paymentOf(2), note(2))]);
  t.deepEqual(seen, [0, 1]);
  t.deepEqual(Object.keys(court.store.state.transactionLabels), ['1', '2']);
});

test('what forbids an act in its turn leaves nothing behind but, from a rule, a refusal', async (t) => {
  const court = courtWith(t, '[day]\namount = 100\n');
  const authority = court.authority();
  const forbidden = new RuleError('maker-12-budget', 'too many');
  const thrower = (error: Error) => (draft: WalletState) => {
    draft.transactionLabels['1'] = 'not here';
    throw error;
  };
  await t.throwsAsync(authority.authorise(paymentOf(100), thrower(new TypeError('not a rule'))), {
    instanceOf: TypeError,
  });
  t.deepEqual(court.entries(), []);
  await t.throwsAsync(authority.authorise(paymentOf(100), thrower(forbidden)), { is: forbidden });
  t.like(court.entries(), [{ outcome: 'refused', rule: 'maker-12-budget' }]);
  t.deepEqual(court.store.state.transactionLabels, {});
  // Nor was it counted: the day's cap is all there.
  await authority.authorise(paymentOf(100));
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

test('an act is put together in its turn, out of what those before it left', async (t) => {
  const court = courtWith(t, null);
  const authority = court.authority();
  const labels = (): readonly string[] => Object.keys(court.store.state.transactionLabels);
  const next = () =>
    authority.authoriseInTurn('disclosure', () => {
      const name = `${labels().length}`;
      const also = (draft: WalletState): void => {
        draft.transactionLabels[name] = 'shown';
      };
      return name === '2' ? null : { act: actWithoutMoney('disclosure', `coin ${name}`), also, name };
    });
  const planned = await Promise.all([next(), next(), next()]);
  t.deepEqual(
    planned.map((one) => one?.name),
    ['0', '1', undefined],
  );
  t.deepEqual(labels(), ['0', '1']);
  const [newest, oldest, ...more] = court.entries();
  t.like(newest, { outcome: 'allowed', act: 'disclosure', subject: 'coin 1', reason: 'maker-rules' });
  t.like(oldest, { subject: 'coin 0' });
  t.deepEqual(more, [], 'what comes to nothing is not written down');
});

test('an act that is refused in its turn is on record, and leaves nothing behind', async (t) => {
  const court = courtWith(t, '[hour]\ndisclosures = 0\n');
  const act = actWithoutMoney('disclosure', 'a coin');
  const also = (draft: WalletState): void => {
    draft.transactionLabels['1'] = 'not here';
  };
  await t.throwsAsync(
    court.authority().authoriseInTurn('disclosure', () => ({ act, also })),
    refusedBy('hour-disclosures'),
  );
  t.deepEqual(court.store.state.transactionLabels, {});
  t.like(court.entries(), [{ outcome: 'refused', subject: 'a coin' }]);
});

test('what a peer provokes is logged, but does not fill the disk', async (t) => {
  const court = courtWith(t, '[hour]\ndisclosures = 0\n');
  const authority = court.authority();
  let coins = 0;
  const provoke = async (): Promise<void> => {
    coins += 1;
    await t.throwsAsync(
      authority.authorise(actWithoutMoney('disclosure', `coin ${coins}`)),
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

const JUNK = new RuleError('maker-6-change-output', 'our change is 1 sat too small');
const roundOf = (round: string) => ({ kind: 'coinjoin-maker', subject: round }) as const;

test('what the rules of an act’s own kind refuse is in the log', async (t) => {
  const court = courtWith(t, null);
  await court.authority().refused(roundOf('round 1 of J5'), JUNK);
  t.deepEqual(court.entries(), [
    {
      outcome: 'refused',
      at: court.clock.now,
      blockTime: court.clock.blockTime,
      act: 'coinjoin-maker',
      subject: 'round 1 of J5',
      rule: 'maker-6-change-output',
      unlogged: 0,
    },
  ]);
  t.deepEqual(readLog(court.place, court.store.state.audit), { holding: 1, fault: null, torn: false });
});

test('a taker that sends junk costs a line and a commit a round, and an hour has ten: under, at and over it', async (t) => {
  const court = courtWith(t, null);
  const authority = court.authority();
  const written = async (round: string): Promise<number> => {
    const { commits } = court.store;
    const { entries } = court.store.state.audit;
    await authority.refused(roundOf(round), JUNK);
    t.is(court.store.state.audit.entries - entries, court.store.commits - commits);
    return court.store.commits - commits;
  };
  for (let round = 1; round < REFUSALS_PER_HOUR; round += 1) {
    t.is(await written(`round ${round}`), 1);
    t.is(await written(`round ${round}`), 0);
  }
  t.is(await written('the last one'), 1);
  for (let round = 0; round < 1000; round += 1) t.is(await written(`junk ${round}`), 0);
  court.clock.uptime += HOUR - 1;
  t.is(await written('a second too early'), 0);
  court.clock.uptime += 1;
  t.is(await written('junk 0'), 1);
  t.like(court.entries()[0], { subject: 'junk 0', unlogged: 1001 });
  t.like(court.entries()[1], { subject: 'the last one', unlogged: 1 });
});

test('what peers provoke does not keep out of the log what the owner’s commands are refused', async (t) => {
  const court = courtWith(t, null);
  const authority = court.authority();
  for (let round = 0; round < 2 * REFUSALS_PER_HOUR; round += 1) {
    await authority.refused(roundOf(`junk ${round}`), JUNK);
  }
  for (let count = 0; count < 2 * REFUSALS_PER_HOUR; count += 1) {
    await authority.refused({ kind: 'payment', subject: `tx ${count}` }, JUNK);
  }
  const kinds = court.entries().map((entry) => entry.outcome === 'refused' && entry.act);
  t.is(kinds.filter((kind) => kind === 'coinjoin-maker').length, REFUSALS_PER_HOUR);
  t.is(kinds.filter((kind) => kind === 'payment').length, REFUSALS_PER_HOUR);
});

test('a refusal uses nothing of a cap', async (t) => {
  const court = courtWith(t, '[day]\nsignatures = 1\n');
  await court.authority().refused(roundOf('junk'), JUNK);
  await court.authority().authorise(paymentOf(1));
  await t.throwsAsync(court.authority().authorise(paymentOf(1)), refusedBy('day-signatures'));
});

test('what the owner changes is written down before it counts, and together with it', async (t) => {
  const court = courtWith(t, '[day]\nsignatures = 1\n');
  const authority = court.authority();
  await authority.authorise(paymentOf(1));
  const { commits } = court.store;
  const change = { outcome: 'rules', before: '11'.repeat(32), after: null } as const;
  await authority.change(change, (draft) => {
    draft.rules = null;
  });
  const { now: at, blockTime } = court.clock;
  t.deepEqual(court.entries()[0], { ...change, at, blockTime });
  t.is(court.store.commits, commits + 1);
  t.is(court.store.state.rules, null);
  t.is(court.store.state.audit.entries, 2);
  appendFileSync(court.place.file, 'x\n');
  const allow = court.authority().change({ outcome: 'allowance', upTo: '1', until: 2 }, (draft) => {
    draft.allowances.push({ from: 0, until: 2, upTo: '1', spent: '0' });
  });
  await t.throwsAsync(allow, { code: 'audit-tampered' });
  t.deepEqual(court.store.state.allowances, []);
});

test('rules.ini that can’t be read is not what was accepted', async (t) => {
  const rules = '[day]\namount = 100\n';
  for (const spoil of [
    (file: string) => {
      writeFileSync(file, Uint8Array.of(0xff));
    },
    (file: string) => {
      writeFileSync(file, 'x'.repeat(64 * 1024 + 1));
    },
    (file: string) => {
      rmSync(file);
      mkdirSync(file);
    },
  ]) {
    const court = courtWith(t, rules);
    spoil(court.rulesFile);
    await t.throwsAsync(court.authority().authorise(paymentOf(1)), refusedBy('rules-file'));
  }
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
