import { displayKeyPath, parseKeyPath } from '../../keys/hd-wallet.ts';
import { EXTERNAL, issueAddresses } from '../../store/address-book.ts';
import { openAddresses, pathOfAddress, releaseAddress } from '../../store/marks.ts';
import type { CommandContext } from '../command-context.ts';
import { checkMixdepth } from '../mixdepth.ts';
import { withWallet } from '../open.ts';
import { printLines } from '../print-lines.ts';
import type { Invocation } from '../program.ts';
import { table } from '../table.ts';

/** Shows deposit addresses that were never shown before. They are on disk before they are on the screen. */
export async function address(
  command: CommandContext,
  { mixdepth, label, count }: Extract<Invocation, { command: 'address' }>,
): Promise<void> {
  const { terminal } = command;
  await withWallet(command, async ({ store, keys, now }) => {
    const { state } = store;
    checkMixdepth(state, mixdepth);
    const request = { mixdepth, branch: EXTERNAL, purpose: 'deposit', label, now: now(), count } as const;
    const issued = await store.commit((draft) => issueAddresses(draft, keys, request));
    const shown = issued.map((one) => ({
      address: one.address,
      path: displayKeyPath(one.path, state.network, state.family),
    }));
    printLines(
      terminal,
      shown.map((one) => one.address),
    );
    terminal.data(shown.length === 1 ? shown[0] : shown);
  });
}

/** Lists what was shown and is neither paid nor released, oldest first. */
export async function listAddresses(command: CommandContext): Promise<void> {
  const { terminal } = command;
  await withWallet(command, ({ store }) => {
    const { state } = store;
    const open = openAddresses(state)
      .map(([text, { address: shown, at, label }]) => ({
        path: parseKeyPath(text),
        address: shown,
        at,
        label,
      }))
      .sort((one, other) => one.at - other.at);
    const rows = open.map(({ path, address: shown, at, label }) => [
      `shown ${dateOf(at)}`,
      path.mixdepth.toString(),
      shown,
      label,
    ]);
    printLines(terminal, table([['when', 'mixdepth', 'address', 'label'], ...rows], [1]));
    terminal.data(
      open.map(({ path, ...entry }) => ({
        ...entry,
        mixdepth: path.mixdepth,
        path: displayKeyPath(path, state.network, state.family),
      })),
    );
    return Promise.resolve();
  });
}

/** Gives up an address that was shown and never paid. */
export async function release(
  command: CommandContext,
  { address: given }: Extract<Invocation, { command: 'address release' }>,
): Promise<void> {
  await withWallet(command, async ({ store }) => {
    await store.commit((draft) => {
      releaseAddress(draft, pathOfAddress(draft, given));
    });
    command.terminal.line('Released. It is still watched, and never shown as new again.');
    command.terminal.data({ released: given });
  });
}

function dateOf(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 10);
}
