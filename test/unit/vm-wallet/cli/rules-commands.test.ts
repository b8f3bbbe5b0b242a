import test from 'ava';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { sats } from '../../../../shared/bitcoin/amount.ts';
import { fromHex } from '../../../../shared/crypto/bytes.ts';
import { systemRandom } from '../../../../shared/crypto/random.ts';
import { AuditError } from '../../../../vm-wallet/audit/audit-error.ts';
import { allow } from '../../../../vm-wallet/cli/commands/allow.ts';
import { auditLog, restartAuditLog } from '../../../../vm-wallet/cli/commands/audit-log.ts';
import { acceptRules, checkRules, rules } from '../../../../vm-wallet/cli/commands/rules.ts';
import type { CommandContext } from '../../../../vm-wallet/cli/command-context.ts';
import { DeclinedError, UsageError } from '../../../../vm-wallet/cli/failure.ts';
import type { AllowInvocation, AuditLogInvocation } from '../../../../vm-wallet/cli/invocation/rules.ts';
import { withWallet } from '../../../../vm-wallet/cli/open.ts';
import { RuleError } from '../../../../vm-wallet/rules/refusal.ts';
import { actWithoutMoney, type SigningAct } from '../../../../vm-wallet/rules/signing-act.ts';
import { rulesDigest, rulesId } from '../../../../vm-wallet/rules/spending/rules-in-force.ts';
import { RulesFileError } from '../../../../vm-wallet/rules/spending/read-rules.ts';
import { emptyState } from '../../../fixtures/memory-store.ts';
import { paymentOf } from '../../../fixtures/spending-authority.ts';
import { invocationOf, walletForCommands, type CommandWallet } from '../../../fixtures/wallet-commands.ts';

const RULES = '[day]\namount = 0.01btc\nsignatures = 3\n';
const yes =
  (command: (context: CommandContext) => Promise<void>) =>
  (context: CommandContext): Promise<void> =>
    command({ ...context, options: { ...context.options, yes: true } });
const using =
  (...acts: readonly SigningAct[]) =>
  (context: CommandContext): Promise<void> =>
    withWallet(context, async ({ authority }) => {
      for (const act of acts) await authority.authorise(act);
    });
const allowing =
  (given: Partial<AllowInvocation>) =>
  (context: CommandContext): Promise<void> =>
    allow(context, { command: 'allow', list: false, end: false, ...given });
const logging =
  (given: Partial<AuditLogInvocation> = {}) =>
  (context: CommandContext): Promise<void> =>
    auditLog(context, { command: 'audit-log', verify: false, ...given });

const logOf = ({ datadir }: CommandWallet): string => path.join(datadir, 'audit/wallet.log');
const json = (out: string): unknown => JSON.parse(out);

test('rules are accepted with a look at what changes, shown with what is used, and hold', async (t) => {
  const wallet = await walletForCommands(t, emptyState());
  t.regex((await wallet.run(rules)).out, /No spending rules are in force/u);
  writeFileSync(path.join(wallet.datadir, 'rules.ini'), RULES);
  t.regex((await wallet.run(rules)).err, /nothing is signed/u);
  await t.throwsAsync(wallet.run(using(paymentOf(1))), { code: 'rule-spending-rules-file' });
  await t.throwsAsync(wallet.run(acceptRules), { instanceOf: DeclinedError });
  t.is((await wallet.state()).rules, null);

  const accepted = await wallet.run(yes(acceptRules));
  t.regex(accepted.err, /\+ \[day\] amount = 0\.01btc\n\+ \[day\] signatures = 3/u);
  t.is((await wallet.state()).rules?.text, RULES);
  t.regex((await wallet.run(yes(acceptRules))).out, /Nothing changes/u);

  await wallet.run(using(paymentOf(400_000)));
  await t.throwsAsync(wallet.run(using(paymentOf(600_001))), {
    instanceOf: RuleError,
    code: 'rule-spending-day-amount',
    message: /600001 sat, after 400000 sat in the last day, are more than the 1000000 sat allowed/u,
  });
  const shown = await wallet.run(rules);
  t.regex(shown.out, /day amount +0\.00400000 BTC \(400000 sat\) +0\.01000000 BTC/u);
  t.regex(shown.out, /day signatures +1 +3/u);
  t.like(json((await wallet.run(rules, { json: true })).out), { text: RULES, differs: false });

  rmSync(path.join(wallet.datadir, 'rules.ini'));
  await t.throwsAsync(wallet.run(using(paymentOf(1))), { code: 'rule-spending-rules-file' });
  const lifted = await wallet.run(yes(acceptRules));
  t.regex(lifted.err, /- \[day\] amount[^]*nothing is limited/u);
  t.is((await wallet.state()).rules, null);
  await wallet.run(using(paymentOf(100_000_000)));
});

test('rules that can not be understood are not accepted', async (t) => {
  const wallet = await walletForCommands(t, emptyState());
  const file = path.join(wallet.datadir, 'rules.ini');
  writeFileSync(file, '[day]\namuont = 1\n');
  await t.throwsAsync(wallet.run(yes(acceptRules)), { instanceOf: RulesFileError, message: /line 2/u });
  const checked = (name: string) => (context: CommandContext) =>
    checkRules(context, { command: 'rules check', file: name });
  await t.throwsAsync(wallet.run(checked(file)), { instanceOf: RulesFileError });
  await t.throwsAsync(wallet.run(checked(`${file}.missing`)), { instanceOf: RulesFileError });
  writeFileSync(file, RULES);
  t.regex((await wallet.run(checked(file))).out, /2 limits, any destinations, role any, 0 quiet hours/u);
  t.is((await wallet.state()).rules, null);
});

test('an allowance is given, shown and taken back', async (t) => {
  const wallet = await walletForCommands(t, emptyState());
  await t.throwsAsync(wallet.run(allowing({})), { instanceOf: UsageError });
  await t.throwsAsync(wallet.run(allowing({ for: 60 })), { instanceOf: UsageError });
  await t.throwsAsync(wallet.run(allowing({ for: 60, upTo: '0' })), { code: 'usage' });
  await t.throwsAsync(wallet.run(allowing({ for: 60, upTo: 'much' })), { code: 'usage' });
  const given = await wallet.run(allowing({ for: 7200, upTo: '0.1btc' }));
  t.regex(given.out, /0\.10000000 BTC/u);
  const [allowance] = (await wallet.state()).allowances;
  t.is((allowance?.until ?? 0) - (allowance?.from ?? 0), 7200);
  t.like(allowance, { upTo: '10000000', spent: '0' });
  t.like(json((await wallet.run(allowing({ list: true }), { json: true })).out), {
    allowances: [{ upTo: 10_000_000, spent: 0 }],
  });
  t.regex((await wallet.run(allowing({ end: true }))).out, /Nothing is allowed/u);
  t.deepEqual((await wallet.state()).allowances, []);
});

test('the audit log says what was signed, to whom and why, and what was refused', async (t) => {
  const wallet = await walletForCommands(t, emptyState());
  const destination = `0014${'33'.repeat(20)}`;
  const [act, shows] = [
    paymentOf(5000, { amount: sats(5000), destinations: [fromHex(destination)] }),
    actWithoutMoney('disclosure', 'a coin'),
  ];
  writeFileSync(path.join(wallet.datadir, 'rules.ini'), '[day]\ncommitments = 0\n');
  await wallet.run(yes(acceptRules));
  await t.throwsAsync(wallet.run(using(act, shows, actWithoutMoney('commitment', 'another'))), {
    code: 'rule-spending-day-commitments',
  });
  const { out } = await wallet.run(logging());
  const [, zeroth, first, second, third, ...more] = out.trimEnd().split('\n');
  t.regex(zeroth ?? '', /^1 .* rules accept +[0-9a-f]{16} +in place of none$/u);
  t.regex(first ?? '', /^2 .* payment +0\.00005000 +10 +0 +the command +[0-9a-f]{16} +(cd){32} to bcrt1q/u);
  t.regex(second ?? '', /^3 .* disclosure .* maker rules .* a coin$/u);
  t.regex(third ?? '', /^4 .* commitment +refused by spending-day-commitments +another$/u);
  t.deepEqual(more, []);
  const shown = json((await wallet.run(logging(), { json: true })).out);
  t.like(shown, {
    holding: 4,
    entries: [{ outcome: 'rules' }, { act: 'payment' }, { act: 'disclosure' }, { outcome: 'refused' }],
  });
  const none = await wallet.run(logging({ since: { kind: 'time', seconds: 2 ** 40 } }), { json: true });
  t.like(json(none.out), { holding: 4, entries: [] });
  const recent = await wallet.run(logging({ since: { kind: 'ago', seconds: 600 } }));
  t.is(recent.out.trimEnd().split('\n').length, 5);
});

test('the audit log has each change of the rules and of the allowances, with the digests of both texts', async (t) => {
  const wallet = await walletForCommands(t, emptyState());
  const file = path.join(wallet.datadir, 'rules.ini');
  for (const text of [RULES, '', null]) {
    if (text === null) rmSync(file);
    else writeFileSync(file, text);
    await wallet.run(yes(acceptRules));
    await wallet.run(yes(acceptRules));
  }
  await wallet.run(allowing({ for: 7200, upTo: '0.1btc' }));
  const { until = 0 } = (await wallet.state()).allowances[0] ?? {};
  await wallet.run(allowing({ list: true }));
  for (let time = 0; time < 2; time += 1) await wallet.run(allowing({ end: true }));
  const { entries } = json((await wallet.run(logging(), { json: true })).out) as { entries: object[] };
  const changes = [
    { outcome: 'rules', before: null, after: rulesDigest(RULES) },
    { outcome: 'rules', before: rulesDigest(RULES), after: rulesDigest('') },
    { outcome: 'rules', before: rulesDigest(''), after: null },
    { outcome: 'allowance', upTo: '10000000', until },
    { outcome: 'allowances-ended', count: 1 },
  ];
  t.is(entries.length, changes.length);
  for (const [index, change] of changes.entries()) t.like(entries[index], { index: index + 1, ...change });
  const { out } = await wallet.run(logging());
  const lines = out.trimEnd().split('\n').slice(2);
  t.regex(lines[0] ?? '', new RegExp(`rules accept +${rulesId('')} +in place of ${rulesId(RULES)}$`, 'u'));
  t.regex(lines[1] ?? '', new RegExp(`rules accept +none +in place of ${rulesId('')}$`, 'u'));
  t.regex(lines[2] ?? '', /allow +0\.10000000 +without asking until 20\d\d-/u);
  t.regex(lines[3] ?? '', /allow --end +1 taken back$/u);
  t.regex((await wallet.run(logging({ verify: true }))).out, /All 5 entries hold/u);
});

test('what changes nothing, or is declined, is no line', async (t) => {
  const wallet = await walletForCommands(t, emptyState());
  writeFileSync(path.join(wallet.datadir, 'rules.ini'), RULES);
  await t.throwsAsync(wallet.run(acceptRules), { instanceOf: DeclinedError });
  await wallet.run(allowing({ end: true }));
  t.regex((await wallet.run(logging({ verify: true }))).out, /All 0 entries hold/u);
});

test('while the log does not hold, neither rules nor allowances change', async (t) => {
  const wallet = await walletForCommands(t, emptyState());
  await wallet.run(allowing({ for: 60, upTo: '1' }));
  writeFileSync(logOf(wallet), '');
  writeFileSync(path.join(wallet.datadir, 'rules.ini'), RULES);
  await t.throwsAsync(wallet.run(yes(acceptRules)), { code: 'audit-tampered' });
  await t.throwsAsync(wallet.run(allowing({ for: 60, upTo: '1' })), { code: 'audit-tampered' });
  const state = await wallet.state();
  t.is(state.rules, null);
  t.is(state.allowances.length, 1);
});

test('--verify counts what holds, and a new log begins only when the user says so', async (t) => {
  const wallet = await walletForCommands(t, emptyState());
  t.regex((await wallet.run(logging({ verify: true }))).out, /All 0 entries hold/u);
  await wallet.run(using(paymentOf(1), paymentOf(2), paymentOf(3)));
  t.regex((await wallet.run(logging({ verify: true }))).out, /All 3 entries hold/u);
  const content = readFileSync(logOf(wallet), 'latin1').split('\n');
  writeFileSync(logOf(wallet), [content[0], content[2], ''].join('\n'));
  await t.throwsAsync(wallet.run(logging({ verify: true })), {
    instanceOf: AuditError,
    message: /entry 2 is not what this wallet wrote there/u,
  });
  await t.throwsAsync(wallet.run(using(paymentOf(4))), { code: 'audit-tampered' });
  await t.throwsAsync(wallet.run(restartAuditLog), { instanceOf: DeclinedError });
  await wallet.run(yes(restartAuditLog));
  t.is(readdirSync(path.dirname(logOf(wallet))).length, 2);
  await wallet.run(using(paymentOf(4)));
  t.regex((await wallet.run(logging({ verify: true }))).out, /All 2 entries hold/u);
  const { out } = await wallet.run(logging());
  t.regex(out.split('\n')[1] ?? '', /^1 .* audit-log --restart +3 entries were put aside$/u);
  const { entries } = json((await wallet.run(logging(), { json: true })).out) as { entries: object[] };
  t.like(entries[0], { outcome: 'restarted', entries: 3, head: content[2]?.split(' ')[1] });
});

test('the log of one seed is no log of another', async (t) => {
  const wallet = await walletForCommands(t, emptyState());
  await wallet.run(using(paymentOf(1)));
  const log = readFileSync(logOf(wallet));
  const entropy = Buffer.from(systemRandom.bytes(16)).toString('hex');
  const other = await walletForCommands(t, emptyState({ entropy }));
  await other.run(using(paymentOf(1)));
  writeFileSync(logOf(other), log);
  await t.throwsAsync(other.run(logging({ verify: true })), { code: 'audit-tampered' });
});

test('the command line reads times, dates and sums, and refuses what contradicts', async (t) => {
  t.deepEqual(await invocationOf('rules'), { command: 'rules' });
  t.deepEqual(await invocationOf('rules', 'accept'), { command: 'rules accept' });
  t.deepEqual(await invocationOf('rules', 'check', 'x'), { command: 'rules check', file: 'x' });
  t.like(await invocationOf('allow', '--for', '2h', '--up-to', '0.1btc'), { for: 7200, upTo: '0.1btc' });
  t.like(await invocationOf('allow', '--for', '7d', '--up-to', '1'), { for: 604_800 });
  t.like(await invocationOf('audit-log', '--since', '2026-01-31'), {
    since: { kind: 'time', seconds: 1_769_817_600 },
  });
  t.like(await invocationOf('audit-log', '--since', '2026-01-31T12:00'), {
    since: { kind: 'time', seconds: 1_769_860_800 },
  });
  t.like(await invocationOf('audit-log', '--since', '90m', '--verify'), {
    since: { kind: 'ago', seconds: 5400 },
    verify: true,
  });
  t.deepEqual(await invocationOf('audit-log', '--restart'), { command: 'audit-log restart' });
  for (const wrong of [
    ['allow', '--for', '8d'],
    ['allow', '--for', '169h'],
    ['allow', '--for', '2'],
    ['allow', '--for', '0h'],
    ['allow', '--list', '--end'],
    ['audit-log', '--since', '2026-13-01'],
    ['audit-log', '--since', 'yesterday'],
    ['audit-log', '--restart', '--verify'],
  ]) {
    await t.throwsAsync(invocationOf(...wrong), undefined, wrong.join(' '));
  }
});
