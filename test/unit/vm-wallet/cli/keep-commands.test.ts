import test, { type ExecutionContext } from 'ava';
import { existsSync, openSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { wordsIn } from '../../../../vm-wallet/backup/backup.ts';
import { BackupError } from '../../../../vm-wallet/backup/backup-error.ts';
import { backup } from '../../../../vm-wallet/cli/commands/backup.ts';
import { check } from '../../../../vm-wallet/cli/commands/check.ts';
import { password } from '../../../../vm-wallet/cli/commands/password.ts';
import { restore } from '../../../../vm-wallet/cli/commands/restore.ts';
import type { CommandContext } from '../../../../vm-wallet/cli/command-context.ts';
import { UsageError } from '../../../../vm-wallet/cli/failure.ts';
import { createTerminal } from '../../../../vm-wallet/cli/terminal.ts';
import { DoctorError } from '../../../../vm-wallet/doctor/doctor-error.ts';
import { wordsOf } from '../../../../vm-wallet/keys/mnemonic.ts';
import { WalletFileError } from '../../../../vm-wallet/store/file-format.ts';
import type { RoundRecord, WalletState } from '../../../../vm-wallet/store/state.ts';
import { StoreError } from '../../../../vm-wallet/store/wallet-store.ts';
import { emptyState } from '../../../fixtures/memory-store.ts';
import { paidTo } from '../../../fixtures/wallet-context.ts';
import { createTestStore, onDisk, PASSWORD, temporaryFolder } from '../../../fixtures/wallet-file.ts';

interface Desk {
  readonly command: CommandContext;
  readonly folder: string;
  /** What was printed for programs. */
  readonly printed: () => object;
  readonly onDisk: (wallet?: string, password?: string) => Promise<WalletState>;
  /** A descriptor from which a text can be read. */
  readonly descriptor: (text: string) => number;
}

/** A data directory with a wallet, and a command line in front of it. */
async function deskWith(t: ExecutionContext, state: WalletState, wallet = 'wallet'): Promise<Desk> {
  const folder = temporaryFolder(t);
  writeFileSync(
    path.join(folder, 'joinmarket.cfg'),
    '[BLOCKCHAIN]\nblockchain_source = regtest\nnetwork = testnet\n',
  );
  const fileOf = (name: string): string => path.join(folder, 'wallets', `${name}.jmw`);
  (await createTestStore(fileOf('wallet'), state)).close();
  const lines: string[] = [];
  return {
    folder,
    command: {
      options: { datadir: folder, wallet, json: true, yes: false, color: false },
      terminal: createTerminal(
        { out: { write: (text: string) => lines.push(text) }, err: { write: () => true } },
        { json: true, colour: false },
      ),
      passwords: { ask: () => Promise.resolve(PASSWORD) },
      version: 'test',
    },
    printed: () => JSON.parse(lines.at(-1) ?? 'null') as object,
    onDisk: (name = 'wallet', opening = PASSWORD) => onDisk(fileOf(name), opening),
    descriptor: (text) => {
      const file = path.join(folder, 'secret');
      writeFileSync(file, `${text}\n`);
      return openSync(file, 'r');
    },
  };
}

const BACKUP = { command: 'backup', force: false, toNetVm: false } as const;
const RESTORE = {
  command: 'restore',
  fromNetVm: false,
  extension: false,
  drill: false,
  wordsOnly: false,
} as const;

function holding(changes: Partial<WalletState> = {}): WalletState {
  const [key, coin] = paidTo('0/0/0', 500, { height: 1 });
  return emptyState({ coins: { [key]: coin }, nextIndex: { '0/0': 1 }, ...changes });
}

test('a backup is counted on the disk before it exists, so that a number is never used twice', async (t) => {
  const { command, folder, onDisk, printed } = await deskWith(t, holding());
  const nowhere = path.join(folder, 'none/one.backup');
  await t.throwsAsync(backup(command, { ...BACKUP, file: nowhere }), { code: 'backup-not-written' });
  t.is((await onDisk()).backups, 1);
  const file = path.join(folder, 'one.backup');
  await backup(command, { ...BACKUP, file });
  t.is((await onDisk()).backups, 2);
  t.like(printed(), { number: 2, bytes: 65_536, file, inNetVm: false });
});

test('a backup needs a place, and takes none that is taken', async (t) => {
  const { command, folder, onDisk } = await deskWith(t, holding());
  await t.throwsAsync(backup(command, BACKUP), { instanceOf: UsageError });
  const file = path.join(folder, 'joinmarket.cfg');
  await t.throwsAsync(backup(command, { ...BACKUP, file }), { instanceOf: BackupError });
  await t.throwsAsync(backup(command, { ...BACKUP, file, force: true }), { code: 'backup-file-exists' });
  t.is((await onDisk()).backups, 0);
});

test('words and file make the wallet again, with its addresses passed over', async (t) => {
  const state = holding({ extension: 'more', transactionLabels: { ['11'.repeat(32)]: 'rent' } });
  const desk = await deskWith(t, state);
  const file = path.join(desk.folder, 'one.backup');
  await backup(desk.command, { ...BACKUP, file });
  const elsewhere = { ...desk.command, options: { ...desk.command.options, wallet: 'second' } };
  const words = wordsOf(wordsIn(state).entropy);
  const asked = { ...RESTORE, file, skip: 7 };
  await t.throwsAsync(restore(elsewhere, { ...asked, wordsFd: desk.descriptor(words) }), {
    code: 'backup-other-words',
  });
  t.deepEqual(
    readdirSync(path.join(desk.folder, 'wallets')).filter((name) => name.startsWith('second')),
    [],
  );
  const withExtension = path.join(desk.folder, 'extension');
  writeFileSync(withExtension, 'more\n');
  await restore(elsewhere, {
    ...asked,
    wordsFd: desk.descriptor(words),
    extensionFd: openSync(withExtension, 'r'),
  });
  const restored = await desk.onDisk('second');
  t.deepEqual({ ...restored, nextIndex: {} }, { ...state, backups: 1, nextIndex: {} });
  t.is(restored.nextIndex['0/0'], 8);
  t.like(desk.printed(), { number: 1, balance: 500, coins: 1, labels: 1 });
});

test('a wallet that is there is not restored over, and no words are asked', async (t) => {
  const { command, folder, onDisk } = await deskWith(t, holding());
  const file = path.join(folder, 'one.backup');
  await t.throwsAsync(restore(command, { ...RESTORE, file, wordsFd: 999 }), {
    instanceOf: StoreError,
    code: 'wallet-exists',
  });
  t.is((await onDisk()).backups, 0);
});

test('a check passes a wallet in order, and fails one that is not', async (t) => {
  const good = await deskWith(t, emptyState());
  await check(good.command);
  t.true((good.printed() as { findings: { ok: boolean }[] }).findings.every(({ ok }) => ok));
  const bad = await deskWith(t, holding({ nextIndex: {} }));
  const error = await t.throwsAsync(check(bad.command), { instanceOf: DoctorError });
  t.true(error.findings.some(({ subject, ok }) => subject === 'next addresses' && !ok));
});

test('a check changes nothing, not even what a stopped maker left behind', async (t) => {
  const left: RoundRecord = {
    id: 'r',
    role: 'maker',
    startedAt: 1,
    stage: 'ioauth',
    amount: '1',
    peers: [],
    addresses: [],
    coins: [],
    earning: '0',
    txid: null,
    outcome: 'open',
    reason: null,
  };
  const { command, folder, onDisk } = await deskWith(t, emptyState({ rounds: { r: left } }));
  const file = path.join(folder, 'wallets/wallet.jmw');
  const before = readFileSync(file);
  await check(command);
  t.deepEqual(readFileSync(file), before);
  t.is((await onDisk()).rounds['r']?.outcome, 'open');
});

test('the new password opens the wallet, the old one does not', async (t) => {
  const { command, descriptor, onDisk } = await deskWith(t, holding());
  await password(command, { command: 'password', newPasswordFd: descriptor('battery staple') });
  await t.throwsAsync(onDisk(), { instanceOf: WalletFileError, code: 'password-wrong' });
  t.deepEqual(await onDisk('wallet', 'battery staple'), holding());
});

test('a wrong old password changes nothing', async (t) => {
  const { command, descriptor, onDisk, folder } = await deskWith(t, holding());
  const wrong = { ...command, passwords: { ask: () => Promise.resolve('wrong') } };
  const changing = password(wrong, { command: 'password', newPasswordFd: descriptor('battery staple') });
  await t.throwsAsync(changing, { code: 'password-wrong' });
  t.deepEqual(await onDisk(), holding());
  t.false(existsSync(path.join(folder, 'wallets/wallet.jmw.new')));
});
