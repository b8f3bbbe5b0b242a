import test, { type ExecutionContext } from 'ava';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { parseConfig } from '../../../../shared/config/joinmarket-cfg.ts';
import { confirm, spendingOf, type Spending } from '../../../../vm-wallet/cli/confirm.ts';
import { hasDisplay, notifyOfQuestion } from '../../../../vm-wallet/cli/approval/dialog.ts';
import { DeclinedError } from '../../../../vm-wallet/cli/failure.ts';
import { paymentOf } from '../../../fixtures/spending-authority.ts';
import { openTestWallet } from '../../../fixtures/wallet-context.ts';

// These tests change the environment and stdin, which are everybody's: one after the other.
interface Desk {
  readonly spending: Spending;
  /** What the wallet noted. */
  readonly approvedBy: () => string | null;
  /** The words that a program was called with. */
  readonly said: (program: string) => readonly string[];
}

/** A wallet in front of a screen with these programs, each ending with its status. */
async function deskWith(
  t: ExecutionContext,
  {
    programs,
    method,
    display = ':1',
    typed,
    amount = 5000,
  }: {
    readonly programs: Readonly<Record<string, number>>;
    readonly method: string;
    readonly display?: string;
    /** What is typed on a terminal; there is none when left out. */
    readonly typed?: string;
    readonly amount?: number;
  },
): Promise<Desk> {
  const { context } = await openTestWallet(t, [], {
    allowances: [{ from: 0, until: 2 ** 40, upTo: '2000', spent: '0' }],
  });
  const folder = path.join(context.dataDir, 'programs');
  mkdirSync(folder);
  for (const [program, status] of Object.entries(programs)) {
    const file = path.join(folder, program);
    writeFileSync(file, `#!/bin/sh\nprintf '%s\\0' "$@" > '${file}.said'\nexit ${status}\n`);
    chmodSync(file, 0o755);
  }
  const before = { ...process.env };
  process.env['PATH'] = `${folder}:/nowhere`;
  process.env['DISPLAY'] = display;
  delete process.env['WAYLAND_DISPLAY'];
  const stdin = Object.getOwnPropertyDescriptor(process, 'stdin') ?? {};
  const keyboard = Object.assign(new PassThrough(), { isTTY: typed !== undefined });
  Object.defineProperty(process, 'stdin', { ...stdin, get: () => keyboard });
  keyboard.end(`${typed ?? ''}\n`);
  t.teardown(() => {
    process.env = before;
    Object.defineProperty(process, 'stdin', stdin);
  });
  const config = parseConfig(`[APPROVAL]\nmethod = ${method}\n`);
  const wallet = { ...context, config };
  return {
    spending: spendingOf(wallet, paymentOf(amount, { coinjoinFee: 20n }), [
      '0.00005 BTC to bcrt1q...',
      '<b>&\\n\u202e',
    ]),
    approvedBy: () => context.approvals.by,
    said: (program) => {
      const file = path.join(folder, `${program}.said`);
      return existsSync(file) ? readFileSync(file, 'utf8').split('\0').slice(0, -1) : [];
    },
  };
}

const ask = (spending: Spending, yes = false): Promise<void> => confirm('Send it?', { yes, spending });

test.serial(
  'a window asks, with the whole of the question and nothing that could be taken for markup',
  async (t) => {
    const { spending, approvedBy, said } = await deskWith(t, {
      programs: { zenity: 0, kdialog: 1 },
      method: 'dialog',
    });
    t.is(spending.outflow, 5030n);
    await ask(spending);
    t.is(approvedBy(), 'user');
    const words = said('zenity');
    t.true(
      words.includes('--question') && words.includes('--no-markup') && words.includes('--default-cancel'),
    );
    t.is(words.at(-1), '--text=0.00005 BTC to bcrt1q...\n?b???n?u202e\nSend it?');
    t.deepEqual(said('kdialog'), []);
  },
);

test.serial('kdialog asks where there is no zenity', async (t) => {
  const { spending, approvedBy, said } = await deskWith(t, { programs: { kdialog: 0 }, method: 'both' });
  await ask(spending);
  t.is(approvedBy(), 'user');
  t.deepEqual(said('kdialog').slice(0, 3), ['--title', 'jm-wallet', '--yesno']);
});

for (const status of [1, 5, 255]) {
  test.serial(`a window that ends with ${status} is a no`, async (t) => {
    const { spending, approvedBy } = await deskWith(t, { programs: { zenity: status }, method: 'dialog' });
    await t.throwsAsync(ask(spending), { instanceOf: DeclinedError, message: /You said no/u });
    t.is(approvedBy(), null);
  });
}

for (const [method, display] of [
  ['dialog', ':1'],
  ['dialog', ''],
  ['both', ''],
  ['terminal', ':1'],
] as const) {
  test.serial(`with nobody to ask, nothing is agreed: ${method}, display "${display}"`, async (t) => {
    const { spending, approvedBy } = await deskWith(t, { programs: {}, method, display });
    await t.throwsAsync(ask(spending), {
      instanceOf: DeclinedError,
      code: 'declined',
      message: /There is n/u,
    });
    t.is(approvedBy(), null);
  });
}

for (const [typed, by] of [
  ['y', 'user'],
  ['YES', 'user'],
  ['n', null],
  ['', null],
  ['yes please', null],
] as const) {
  test.serial(
    `on a terminal "${typed}" is ${by === null ? 'no' : 'yes'}, and the desktop is told that it asks`,
    async (t) => {
      const { spending, approvedBy, said } = await deskWith(t, {
        programs: { 'notify-send': 1, zenity: 1 },
        method: 'both',
        typed,
      });
      const [result] = await Promise.allSettled([ask(spending)]);
      t.is(result.status, by === null ? 'rejected' : 'fulfilled');
      t.is(approvedBy(), by);
      t.deepEqual(said('zenity'), []);
      await notifyOfQuestion();
      t.is(
        said('notify-send').join(' '),
        '--app-name=jm-wallet jm-wallet Something waits for your approval.',
      );
    },
  );
}

test.serial('the terminal needs no window, even with one there', async (t) => {
  const { spending, said } = await deskWith(t, { programs: { zenity: 0 }, method: 'terminal' });
  await t.throwsAsync(ask(spending), { message: /no terminal/u });
  t.deepEqual(said('zenity'), []);
});

test.serial('--yes asks nobody, and the log will say so', async (t) => {
  const { spending, approvedBy, said } = await deskWith(t, { programs: { zenity: 1 }, method: 'dialog' });
  await ask(spending, true);
  t.is(approvedBy(), 'yes');
  t.deepEqual(said('zenity'), []);
});

for (const [amount, asked] of [
  [1969, false],
  [1970, false],
  [1971, true],
] as const) {
  test.serial(
    `an allowance of 2000 sat ${asked ? 'does not stand' : 'stands'} for ${amount} sat and 30 of fees`,
    async (t) => {
      const { spending, approvedBy, said } = await deskWith(t, {
        programs: { zenity: 0 },
        method: 'dialog',
        amount,
      });
      await ask(spending);
      t.is(approvedBy(), asked ? 'user' : 'allowance');
      t.is(said('zenity').length > 0, asked);
    },
  );
}

test.serial('no allowance stands for what is not to be spent under one', async (t) => {
  const { spending, approvedBy } = await deskWith(t, {
    programs: { zenity: 0 },
    method: 'dialog',
    amount: 1,
  });
  await ask({ ...spending, outflow: null });
  t.is(approvedBy(), 'user');
});

test.serial('a display is X or Wayland, and not an empty word', (t) => {
  t.true(hasDisplay({ DISPLAY: ':0' }));
  t.true(hasDisplay({ WAYLAND_DISPLAY: 'wayland-0' }));
  t.false(hasDisplay({ DISPLAY: '', WAYLAND_DISPLAY: '' }));
  t.false(hasDisplay({}));
});

test('a word that [APPROVAL] does not know is an error', (t) => {
  t.is(parseConfig('').approval.method, 'terminal');
  t.throws(() => parseConfig('[APPROVAL]\nmethod = none\n'), { code: 'config-bad-value' });
  t.is(parseConfig('[APPROVAL]\nmethods = both\n').warnings.length, 1);
});
