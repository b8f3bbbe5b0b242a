import test from 'ava';
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { scheduleCheck, scheduleRun } from '../../../../vm-wallet/cli/commands/schedule.ts';
import { tumblePlan } from '../../../../vm-wallet/cli/commands/tumble-plan.ts';
import { tumbleRun } from '../../../../vm-wallet/cli/commands/tumble-run.ts';
import { tumbleStatus } from '../../../../vm-wallet/cli/commands/tumble-status.ts';
import { tumbleStop } from '../../../../vm-wallet/cli/commands/tumble-control.ts';
import type { TumblePlanInvocation } from '../../../../vm-wallet/cli/invocation/tumble.ts';
import type { ExpectedCost } from '../../../../vm-wallet/tumbler/expected-cost.ts';
import { TumblerError } from '../../../../vm-wallet/tumbler/tumbler-error.ts';
import { lockFile } from '../../../../vm-wallet/store/lock.ts';
import { readWish } from '../../../../vm-wallet/runtime/tumble-wish.ts';
import { emptyState, testKeys } from '../../../fixtures/memory-store.ts';
import { DESTINATIONS, tumbleEntry, tumbleOf } from '../../../fixtures/tumble.ts';
import { invocationOf, walletForCommands } from '../../../fixtures/wallet-commands.ts';
import { paidTo } from '../../../fixtures/wallet-context.ts';

const TXID = 'ab'.repeat(32);
const PLAN = tumbleOf(
  [
    tumbleEntry({ status: 'done', txids: [TXID], cost: '1234' }),
    tumbleEntry({ mixdepth: 1, amount: '0.25', rounding: 2 }),
    tumbleEntry({ mixdepth: 1, destination: DESTINATIONS[0] }),
  ],
  { current: 1 },
);

async function planInvocation(...words: readonly string[]): Promise<TumblePlanInvocation> {
  const invocation = await invocationOf('tumble', 'plan', ...words);
  if (invocation.command !== 'tumble plan') throw new Error(invocation.command);
  return invocation;
}

test('options have the names and defaults of the reference', async (t) => {
  t.deepEqual(await invocationOf('tumble', 'plan', ...DESTINATIONS), {
    command: 'tumble plan',
    destinations: [...DESTINATIONS],
    addrcount: 3,
    makercountrange: [9, 1],
    minmakercount: 4,
    mixdepthcount: 4,
    txcountparams: [2, 1],
    mintxcount: 2,
    timelambda: 60,
    stage1TimelambdaIncrease: 3,
    mincjamount: 100_000,
    liquiditywait: 60,
    roundingChance: 0.25,
    roundingSigfigWeights: [55, 15, 25, 65, 40],
    makerHours: 0,
    allowFewDestinations: false,
  });
});

test('pairs and lists are read, and what is none is refused', async (t) => {
  const read = await planInvocation(
    'a',
    '--makercountrange',
    '6,0.5',
    '--rounding-sigfig-weights',
    '1,2,3,4,5',
  );
  t.deepEqual(read.makercountrange, [6, 0.5]);
  t.deepEqual(read.roundingSigfigWeights, [1, 2, 3, 4, 5]);
  for (const bad of ['6', '6,1,1', '6,x', '-6,1', '']) {
    await t.throwsAsync(invocationOf('tumble', 'plan', 'a', '--makercountrange', bad));
  }
  await t.throwsAsync(invocationOf('tumble', 'plan'));
});

for (const words of ['run', 'resume', 'status', 'pause', 'cancel']) {
  test(`tumble ${words} takes no arguments`, async (t) => {
    t.deepEqual(await invocationOf('tumble', words), { command: `tumble ${words}` });
  });
}

const refusedPlans: readonly (readonly [name: string, code: string, words: readonly string[]])[] = [
  ['two destinations', 'tumble-few-destinations', DESTINATIONS.slice(1)],
  ['a destination twice', 'tumble-bad-destination', [...DESTINATIONS, DESTINATIONS[0]]],
  [
    'an address of another network',
    'tumble-bad-destination',
    ['bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4', ...DESTINATIONS],
  ],
  [
    'an address of its own',
    'tumble-bad-destination',
    [testKeys().addressAt({ mixdepth: 2, branch: 0, index: 3 }), ...DESTINATIONS],
  ],
  ['more destinations than mixdepths', 'tumble-bad-option', [...DESTINATIONS, '--mixdepthcount', '2']],
];

for (const [name, code, words] of refusedPlans) {
  test(`a plan with ${name} is refused before the net VM is called`, async (t) => {
    const wallet = await walletForCommands(t, emptyState());
    const invocation = await planInvocation(...words);
    await t.throwsAsync(
      wallet.run((command) => tumblePlan(command, invocation)),
      { instanceOf: TumblerError, code },
    );
  });
}

test('a plan over one that is not finished is refused', async (t) => {
  const invocation = await planInvocation(...DESTINATIONS);
  for (const status of ['planned', 'running', 'paused'] as const) {
    const wallet = await walletForCommands(t, emptyState({ tumble: { ...PLAN, status } }));
    await t.throwsAsync(
      wallet.run((command) => tumblePlan(command, invocation)),
      { instanceOf: TumblerError, code: 'tumble-unfinished' },
    );
  }
});

test('status tells what was done, what comes, and when', async (t) => {
  const wallet = await walletForCommands(
    t,
    emptyState({ tumble: { ...PLAN, status: 'paused', reason: 'no makers' } }),
  );
  const { out } = await wallet.run(tumbleStatus);
  t.regex(out, /^paused: no makers\n1 of 3 entries done, 1234 of at most 10000000 sat/u);
  t.regex(out, new RegExp(`done ${TXID}`, 'u'));
  t.regex(out, /25\.00 % \(2 fig\.\)/u);
  t.regex(out, new RegExp(`all .*${DESTINATIONS[0]}`, 'u'));
  const data = JSON.parse((await wallet.run(tumbleStatus, { json: true })).out) as Record<string, unknown>;
  t.like(data, { status: 'paused', reason: 'no makers', current: 1, costSoFar: 1234, costLimit: 10_000_000 });
});

test('status tells what is left is expected to cost, beside the limit', async (t) => {
  const [key, coin] = paidTo('1/0/0', 10_000_000, { height: 1 });
  const wallet = await walletForCommands(t, emptyState({ tumble: PLAN, coins: { [key]: coin } }));
  const { out } = await wallet.run(tumbleStatus);
  t.regex(out, /what is left is expected to cost about .* which is no limit:/u);
  t.regex(out, /to makers, at 0\.0020 % each: what makers ask unless told otherwise/u);
  t.regex(out, /to miners, at 5 sat\/vB/u);
  const data = JSON.parse((await wallet.run(tumbleStatus, { json: true })).out) as {
    costLimit: number;
    expectedCost: ExpectedCost;
  };
  t.like(data.expectedCost, { feeRate: 5000, makerFee: { relative: 0.00002, joins: 0 } });
  t.true(Number(data.expectedCost.total) > 0 && Number(data.expectedCost.total) < data.costLimit);
  const over = await walletForCommands(t, emptyState({ tumble: { ...PLAN, status: 'cancelled' } }));
  t.false((await over.run(tumbleStatus)).out.includes('expected'));
});

test('status answers while another process holds the wallet', async (t) => {
  const wallet = await walletForCommands(t, emptyState({ tumble: PLAN }));
  const lock = lockFile(path.join(wallet.datadir, 'wallets/wallet.jmw.lock'));
  t.teardown(() => {
    lock.release();
  });
  t.regex((await wallet.run(tumbleStatus)).out, /^running/u);
});

test('pause and cancel change the plan, and a cancelled one stays', async (t) => {
  const wallet = await walletForCommands(t, emptyState({ tumble: PLAN }));
  t.regex((await wallet.run((command) => tumbleStop(command, { command: 'tumble pause' }))).out, /paused/u);
  t.like((await wallet.state()).tumble, { status: 'paused', reason: null });
  t.regex(
    (await wallet.run((command) => tumbleStop(command, { command: 'tumble cancel' }))).out,
    /cancelled/u,
  );
  t.deepEqual((await wallet.state()).tumble?.entries[0]?.txids, [TXID]);
  await t.throwsAsync(
    wallet.run((command) => tumbleStop(command, { command: 'tumble pause' })),
    { instanceOf: TumblerError, code: 'tumble-over' },
  );
});

test('the process that runs the plan is asked to pause it', async (t) => {
  const wallet = await walletForCommands(t, emptyState({ tumble: PLAN }));
  const file = path.join(wallet.datadir, 'wallets/wallet.jmw');
  const lock = lockFile(`${file}.lock`);
  t.teardown(() => {
    lock.release();
  });
  await wallet.run((command) => tumbleStop(command, { command: 'tumble pause' }));
  t.is(readWish(file), 'pause');
});

test('nothing is run without a plan, when it is paused or over, or without a yes', async (t) => {
  const run = async (tumble: typeof PLAN | null, command: 'tumble run' | 'tumble resume'): Promise<void> => {
    const wallet = await walletForCommands(t, emptyState({ tumble }));
    await wallet.run((context) => tumbleRun(context, { command }));
  };
  await t.throwsAsync(run(null, 'tumble run'), { code: 'tumble-no-plan' });
  await t.throwsAsync(run({ ...PLAN, status: 'paused' }, 'tumble run'), { code: 'tumble-paused' });
  await t.throwsAsync(run({ ...PLAN, status: 'done' }, 'tumble run'), { code: 'tumble-over' });
  await t.throwsAsync(run({ ...PLAN, status: 'cancelled' }, 'tumble resume'), { code: 'tumble-over' });
  await t.throwsAsync(run(PLAN, 'tumble run'), { code: 'declined' });
});

const schedules: readonly (readonly [name: string, line: string, code: string])[] = [
  ['a bad line', '0,0,4,INTERNAL,0,16', 'bad-schedule'],
  ['a mixdepth that is not there', '5,0,4,INTERNAL,0,16,0', 'schedule-bad-entry'],
  ['too few makers', '0,0,3,INTERNAL,0,16,0', 'schedule-bad-entry'],
  ['an address to ask for', '0,0,4,addrask,0,16,0', 'schedule-bad-entry'],
  ['a transaction of another wallet', `0,0,4,INTERNAL,0,16,${TXID}`, 'schedule-bad-entry'],
];

for (const [name, line, code] of schedules) {
  test(`a schedule with ${name} is not run`, async (t) => {
    const wallet = await walletForCommands(t, emptyState());
    const file = path.join(wallet.datadir, 'schedule');
    writeFileSync(file, `0,0,4,INTERNAL,0,16,1\n${line}\n`);
    await t.throwsAsync(
      wallet.run((command) => scheduleRun(command, { command: 'schedule run', file })),
      { code, message: /(Line|Entry) 2 /u },
    );
    t.is((await wallet.state()).tumble, null);
  });
}

test('a schedule that was changed since it was begun, or another one, is not run', async (t) => {
  const datadir = (await walletForCommands(t, emptyState())).datadir;
  const file = path.join(datadir, 'schedule');
  writeFileSync(file, `0,0,5,INTERNAL,10,16,0\n`);
  const tumble = tumbleOf([tumbleEntry({ makers: 6 })], { file });
  const wallet = await walletForCommands(t, emptyState({ tumble }));
  const run = (name: string): Promise<unknown> =>
    wallet.run((command) => scheduleRun(command, { command: 'schedule run', file: name }));
  await t.throwsAsync(run(file), { instanceOf: TumblerError, code: 'schedule-changed' });
  writeFileSync(`${file}2`, `0,0,5,INTERNAL,10,16,0\n`);
  await t.throwsAsync(run(`${file}2`), { instanceOf: TumblerError, code: 'tumble-unfinished' });
});

test('schedule check shows the entries and what is to do', async (t) => {
  const wallet = await walletForCommands(t, emptyState());
  const file = path.join(wallet.datadir, 'schedule');
  writeFileSync(file, `# mine\n0,0.5,4,INTERNAL,30,16,1\n0,0,4,${DESTINATIONS[0]},0,16,0\n`);
  const { out } = await wallet.run((command) => scheduleCheck(command, { command: 'schedule check', file }));
  t.regex(out, /50\.00 %/u);
  t.regex(out, /2 entries, 1 to do\n$/u);
  t.true(existsSync(file));
});
