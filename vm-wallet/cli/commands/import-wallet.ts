import { visibleAscii } from '../../../shared/visible-text.ts';
import { existsSync } from 'node:fs';
import { LOOKAHEAD } from '../../chain/watch-list.ts';
import { carryOver, type CarriedOver } from '../../import/carry-over.ts';
import { ImportError } from '../../import/import-error.ts';
import type { ImportedWallet } from '../../import/imported-wallet.ts';
import { plainLabel } from '../../import/label.ts';
import { openOldWallet } from '../../import/open-old-wallet.ts';
import { readBoundedFile } from '../../import/read-file.ts';
import type { WalletState } from '../../store/state.ts';
import { StoreError, WalletStore } from '../../store/wallet-store.ts';
import type { CommandContext } from '../command-context.ts';
import { confirm } from '../confirm.ts';
import { UsageError } from '../failure.ts';
import type { ImportInvocation } from '../invocation/exchange.ts';
import { readConfig, walletFile } from '../open.ts';
import { passwordFromDescriptor, passwordFromTerminal } from '../password.ts';
import { table } from '../table.ts';
import type { Terminal } from '../terminal.ts';
import { importWords } from './import-words.ts';
import { warn } from '../warn.ts';

const KIND_NAMES: Record<ImportedWallet['kind'], string> = {
  legacy: 'a wallet of the oldest kind (p2pkh)',
  nested: 'a nested segwit wallet (p2sh-p2wpkh)',
  native: 'a native segwit wallet',
  'native-bonds': 'a native segwit wallet with fidelity bonds',
  'watch-only': 'a watch-only wallet',
};

/** Makes a wallet from an old file or from words, once the user has seen what was found. */
export async function importWallet(command: CommandContext, invocation: ImportInvocation): Promise<void> {
  const { file, words } = invocation;
  if ((file !== undefined) === words) {
    throw new UsageError('usage', 'Give either a .jmdat file or --words', {
      cure: 'jm-wallet help import explains both.',
    });
  }
  const target = walletFile(command.options);
  if (!invocation.dryRun && existsSync(target)) {
    throw new StoreError('wallet-exists', `There is a wallet at ${target} already`, {
      cure: 'Give the new one another name with --wallet.',
    });
  }
  if (file === undefined) await importWords(command, invocation, save);
  else await importFile(command, invocation, file);
}

async function importFile(
  command: CommandContext,
  invocation: ImportInvocation,
  file: string,
): Promise<void> {
  const { options, terminal } = command;
  const { network, policy } = readConfig(command);
  const { filePasswordFd, birthday = 1, dryRun } = invocation;
  const passwords =
    filePasswordFd === undefined ? passwordFromTerminal() : passwordFromDescriptor(filePasswordFd);
  const wallet = await openOldWallet(readBoundedFile(file), () => passwords.ask('Password of the old file'));
  for (const line of describe(wallet)) terminal.line(line);
  if (wallet.network !== network) {
    terminal.line(`The file says ${wallet.network}, joinmarket.cfg says ${network}.`);
  }
  const lookahead = Math.max(LOOKAHEAD, policy.gapLimit);
  const now = Math.floor(Date.now() / 1000);
  const carried = orRefusal(() => carryOver(wallet, { network, birthday, lookahead, now }));
  if (!(carried instanceof ImportError)) warnOfLosses(terminal, wallet, carried);
  if (dryRun) {
    if (carried instanceof ImportError) {
      terminal.line(`It can't be taken over: ${carried.message}. ${carried.cure ?? ''}`.trim());
    }
    terminal.data({ file: null, ...summary(wallet, carried) });
    return;
  }
  if (carried instanceof ImportError) throw carried;
  await confirm(`Make the wallet "${options.wallet}" from this?`, options);
  const target = await save(command, carried.state);
  terminal.line(`Imported into ${target}. "jm-wallet display" will look for its coins.`);
  terminal.line(
    'Use the old wallet no more: two programs would show the same addresses to different people.',
  );
  terminal.data({ file: target, ...summary(wallet, carried) });
}

/** Writes the new wallet under a password of its own, and returns its path. */
async function save(command: CommandContext, state: WalletState): Promise<string> {
  const file = walletFile(command.options);
  const password = await command.passwords.ask('Password for the new wallet file', { confirm: true });
  const store = await WalletStore.create({ file, password, state });
  store.close();
  return file;
}

function orRefusal(carry: () => CarriedOver): CarriedOver | ImportError {
  try {
    return carry();
  } catch (error) {
    if (error instanceof ImportError) return error;
    throw error;
  }
}

/** What a file holds, for people; nothing secret. */
function describe(wallet: ImportedWallet): string[] {
  const { kind, created, extension, mixdepths, labels, frozen, importedKeys, burnerOutputs } = wallet;
  const next = (mixdepth: number, branch: number): string =>
    String(wallet.nextIndex[`${mixdepth}/${branch}`] ?? 0);
  const indices = Array.from({ length: mixdepths }, (_unused, mixdepth) => [
    String(mixdepth),
    next(mixdepth, 0),
    next(mixdepth, 1),
  ]);
  return [
    `This is ${KIND_NAMES[kind]}${created === null ? '' : `, created ${created}`}.`,
    ...table([
      ['network', wallet.network],
      ['mnemonic extension', extension === '' ? 'no' : 'yes'],
      ['mixdepths', String(mixdepths)],
      ['labels', String(labels.size)],
      ['frozen coins', String(frozen.length)],
      ['imported keys', String(importedKeys)],
      ['burner outputs', String(burnerOutputs)],
    ]),
    ...table([['mixdepth', 'next external', 'next internal'], ...indices], [0, 1, 2]),
    ...frozen.map(({ outpoint, value, mixdepth }) =>
      value === null
        ? `frozen: ${outpoint}`
        : `frozen: ${outpoint}, ${value} sat in mixdepth ${mixdepth ?? 'unknown'}`,
    ),
    ...[...labels].map(([address, label]) => `label: ${visibleAscii(address)} ${plainLabel(label)}`),
  ];
}

/** What does not come along. */
function warnOfLosses(
  terminal: Terminal,
  wallet: ImportedWallet,
  { strangeLabels, strandedCoins }: CarriedOver,
): void {
  if (wallet.importedKeys > 0) {
    warn(
      terminal,
      `${wallet.importedKeys} imported keys do not come along: words do not bring them back. ` +
        'Before you give up the old wallet, send their coins with it to an address of this one.',
    );
  }
  for (const { outpoint } of strandedCoins)
    warn(terminal, `the frozen coin ${outpoint} is on an imported key`);
  for (const address of strangeLabels) {
    warn(
      terminal,
      `the label of ${visibleAscii(address)} does not come along: not an address of this wallet`,
    );
  }
  if (wallet.burnerOutputs > 0) warn(terminal, `${wallet.burnerOutputs} burner outputs do not come along`);
}

function summary(wallet: ImportedWallet, carried: CarriedOver | ImportError): Record<string, unknown> {
  const refused = carried instanceof ImportError;
  return {
    kind: wallet.kind,
    network: wallet.network,
    created: wallet.created,
    extension: wallet.extension !== '',
    mixdepths: wallet.mixdepths,
    nextIndex: wallet.nextIndex,
    labels: [...wallet.labels].map(([address, label]) => ({ address, label: plainLabel(label) })),
    frozen: wallet.frozen,
    importedKeys: wallet.importedKeys,
    burnerOutputs: wallet.burnerOutputs,
    strangeLabels: refused ? [] : carried.strangeLabels,
    refused: refused ? { code: carried.code, message: carried.message, cure: carried.cure ?? null } : null,
  };
}
