import { visibleAscii, visibleJson } from '../../../shared/visible-text.ts';
import { LOOKAHEAD } from '../../chain/watch-list.ts';
import type { KeyPath } from '../../coins/coin.ts';
import { formatLabel, parseLabelFile, type LabelRecord } from '../../import/label-file.ts';
import { pathsOfAddresses } from '../../import/own-addresses.ts';
import { readBoundedFile } from '../../import/read-file.ts';
import { applyLabels, labelsOf, wouldUnfreeze, type LabelImport } from '../../import/wallet-labels.ts';
import type { WalletContext } from '../../runtime/context.ts';
import type { CommandContext } from '../command-context.ts';
import { confirm } from '../confirm.ts';
import type { LabelsImportInvocation } from '../invocation/exchange.ts';
import { withWallet } from '../open.ts';
import type { Terminal } from '../terminal.ts';

/** Prints labels and freezes as BIP329 has them. */
export async function exportLabels(command: CommandContext): Promise<void> {
  const { terminal } = command;
  await withWallet(command, ({ store }) => {
    const records = labelsOf(store.state);
    for (const record of records) terminal.line(visibleJson(formatLabel(record)));
    terminal.data(records);
    return Promise.resolve();
  });
}

/** Takes labels and freezes from a file, all or none. */
export async function importLabels(
  command: CommandContext,
  { file }: Pick<LabelsImportInvocation, 'file'>,
): Promise<void> {
  const { terminal, options } = command;
  const records = parseLabelFile(readBoundedFile(file));
  await withWallet(command, async (wallet) => {
    const { store, now } = wallet;
    const unfrozen = wouldUnfreeze(store.state, records);
    if (unfrozen > 0) await confirm(`${unfrozen} frozen coins will be spendable again. Go on?`, options);
    const paths = ownAddresses(wallet, records);
    report(terminal, await store.commit((draft) => applyLabels(draft, records, paths, now())));
  });
}

function ownAddresses(
  { store, keys, config }: WalletContext,
  records: readonly LabelRecord[],
): ReadonlyMap<string, KeyPath> {
  const addresses = new Set(records.filter(({ type }) => type === 'addr').map(({ ref }) => ref));
  return pathsOfAddresses(store.state, keys, addresses, Math.max(LOOKAHEAD, config.policy.gapLimit));
}

function report(terminal: Terminal, result: LabelImport): void {
  const { transactions, addresses, outputs, frozen, unfrozen, unknown, ignored } = result;
  terminal.line(
    `Labels of ${transactions} transactions, ${addresses} addresses and ${outputs} coins were read.`,
  );
  if (frozen > 0 || unfrozen > 0) terminal.line(`${frozen} coins were frozen, ${unfrozen} unfrozen.`);
  if (ignored > 0) terminal.line(`${ignored} lines are of a type that this wallet keeps no labels for.`);
  if (unknown.length > 0) {
    terminal.line(`${unknown.length} lines are about nothing in this wallet:`);
    for (const ref of unknown) terminal.line(`  ${visibleAscii(ref)}`);
    terminal.line('If coins are missing that it should have, run "jm-wallet display", and import again.');
  }
  terminal.data(result);
}
