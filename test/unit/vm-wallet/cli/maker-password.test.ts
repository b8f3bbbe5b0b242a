import test, { type ExecutionContext } from 'ava';
import { existsSync, openSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { CommandContext } from '../../../../vm-wallet/cli/command-context.ts';
import { check } from '../../../../vm-wallet/cli/commands/check.ts';
import { display } from '../../../../vm-wallet/cli/commands/display.ts';
import { makerPassword } from '../../../../vm-wallet/cli/commands/maker-password.ts';
import { password } from '../../../../vm-wallet/cli/commands/password.ts';
import { UsageError } from '../../../../vm-wallet/cli/failure.ts';
import { withWallet } from '../../../../vm-wallet/cli/open.ts';
import { NestedWalletError } from '../../../../vm-wallet/cli/require-native.ts';
import { RuleError } from '../../../../vm-wallet/rules/refusal.ts';
import { actWithoutMoney } from '../../../../vm-wallet/rules/signing-act.ts';
import { WalletFileError } from '../../../../vm-wallet/store/file-format.ts';
import { emptyState, testKeys } from '../../../fixtures/memory-store.ts';
import { invocationOf, walletForCommands, type CommandWallet } from '../../../fixtures/wallet-commands.ts';
import { paidTo } from '../../../fixtures/wallet-context.ts';

const MAKER = 'for the maker';
const [OUTPOINT, COIN] = paidTo('1/0/0', 70_000);
const STATE = emptyState({
  coins: { [OUTPOINT]: COIN },
  nextIndex: { '1/0': 1 },
  birthday: 1,
  scanned: { height: 3, block: '00'.repeat(32) },
});

/** A descriptor that gives this password once. */
function descriptor({ datadir }: CommandWallet, text: string): number {
  const file = path.join(datadir, 'secret');
  writeFileSync(file, `${text}\n`);
  return openSync(file, 'r');
}

function make(wallet: CommandWallet, text = MAKER): ReturnType<CommandWallet['run']> {
  return wallet.run((context) =>
    makerPassword(context, {
      command: 'maker-password',
      makerPasswordFd: descriptor(wallet, text),
      remove: false,
    }),
  );
}

/** The context of a command that is given the maker password. */
function byMaker(context: CommandContext): CommandContext {
  const passwords = { ask: () => Promise.resolve(MAKER) };
  return { ...context, passwords, opener: 'owner-or-maker' };
}

async function madeFor(t: ExecutionContext): Promise<CommandWallet> {
  const wallet = await walletForCommands(t, STATE);
  await make(wallet);
  return wallet;
}

test('the command line asks for a maker password, or for none', async (t) => {
  t.deepEqual(await invocationOf('maker-password'), { command: 'maker-password', remove: false });
  t.deepEqual(await invocationOf('maker-password', '--maker-password-fd', '5', '--remove'), {
    command: 'maker-password',
    makerPasswordFd: 5,
    remove: true,
  });
  await t.throwsAsync(invocationOf('maker-password', '--maker-password-fd', 'x'));
});

test('a maker password is made, shows the wallet, and is taken away', async (t) => {
  const wallet = await walletForCommands(t, STATE);
  const made = await make(wallet);
  t.regex(made.out, /The maker password opens .*wallet\.jmw for "maker"/u);
  const file = path.join(wallet.datadir, 'wallets/wallet.jmw.maker');
  t.true(existsSync(file));
  const looking = { command: 'display', all: false, summary: false, offline: true } as const;
  const shown = await wallet.run((context) => display(byMaker(context), looking));
  const owners = await wallet.run((context) => display(context, looking));
  // All but the accounts' keys is as the owner sees it.
  t.is(shown.out, owners.out.replaceAll(/^(mixdepth\t\d\t).*$/gmu, '$1'));
  t.false(shown.out.includes(testKeys().accountXpub(1)));
  t.true(shown.out.includes('0.00070000'));

  const remove = { command: 'maker-password', remove: true } as const;
  const removed = await wallet.run((context) => makerPassword(context, remove), { json: true });
  t.true((JSON.parse(removed.out) as { removed: boolean }).removed);
  t.false(existsSync(file));
  const again = await wallet.run((context) => makerPassword(context, remove));
  t.is(again.out, 'There was no maker password.\n');
  t.deepEqual(await wallet.state(), STATE);
});

test('the maker password is enough to check the wallet', async (t) => {
  const wallet = await madeFor(t);
  const seen = await wallet.run((context) => check(byMaker(context)));
  t.is(seen.out, (await wallet.run(check)).out);
  t.regex(seen.out, /scripts of coins/u);
});

test('without leave of the command, the maker password opens nothing', async (t) => {
  const wallet = await madeFor(t);
  const only = { instanceOf: WalletFileError, code: 'wallet-maker-only' };
  const refused = (context: CommandContext): CommandContext => ({ ...byMaker(context), opener: 'owner' });
  await t.throwsAsync(
    wallet.run((context) => withWallet(refused(context), () => Promise.reject(new Error('was opened')))),
    only,
  );
  const passwords = { ask: () => Promise.resolve(MAKER) };
  await t.throwsAsync(
    wallet.run((context) =>
      withWallet({ ...context, passwords }, () => Promise.reject(new Error('was opened'))),
    ),
    only,
  );
  // Neither does it make or change passwords.
  await t.throwsAsync(
    wallet.run((context) => password(byMaker(context), { command: 'password', newPasswordFd: 0 })),
    only,
  );
  await t.throwsAsync(
    wallet.run((context) => makerPassword(byMaker(context), { command: 'maker-password', remove: true })),
    only,
  );
});

test('under the maker password the last word is that of the maker-only rule, too', async (t) => {
  const wallet = await madeFor(t);
  await wallet.run((context) =>
    withWallet(byMaker(context), async ({ authority, keys, logKey, store }) => {
      t.true(keys.ofBranches);
      t.deepEqual(logKey, testKeys().logKey);
      t.is(store.state.entropy, '');
      for (const kind of ['payment', 'psbt', 'message', 'coinjoin-taker', 'bond-certificate'] as const) {
        const error = { instanceOf: RuleError, code: 'rule-maker-only' };
        await t.throwsAsync(authority.authorise(actWithoutMoney(kind, 'x')), error, kind);
      }
    }),
  );
  await wallet.run((context) =>
    withWallet(context, ({ keys, logKey }) => {
      t.false(keys.ofBranches);
      t.deepEqual(logKey, testKeys().logKey);
      return Promise.resolve();
    }),
  );
});

test("another password of the owner's ends it, and the command says so", async (t) => {
  const wallet = await madeFor(t);
  const change = (text: string): ReturnType<CommandWallet['run']> =>
    wallet.run((context) =>
      password(context, { command: 'password', newPasswordFd: descriptor(wallet, text) }),
    );
  // The same password again is another key all the same.
  const said = await change('correct horse');
  t.regex(said.out, /The maker password ended with the old one/u);
  t.false(existsSync(path.join(wallet.datadir, 'wallets/wallet.jmw.maker')));
  t.notRegex((await change('correct horse')).out, /maker password/u);
});

test('a nested wallet has no maker password', async (t) => {
  const wallet = await walletForCommands(t, emptyState({ family: 'nested' }));
  await t.throwsAsync(make(wallet), { instanceOf: NestedWalletError });
  t.false(existsSync(path.join(wallet.datadir, 'wallets/wallet.jmw.maker')));
});

test('the removal of a maker password takes none', async (t) => {
  const wallet = await madeFor(t);
  const both = { command: 'maker-password', remove: true, makerPasswordFd: 5 } as const;
  await t.throwsAsync(
    wallet.run((context) => makerPassword(context, both)),
    { instanceOf: UsageError },
  );
});
