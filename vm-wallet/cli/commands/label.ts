import { labelAddress, labelCoin, labelTransaction, pathOfAddress } from '../../store/marks.ts';
import type { CommandContext } from '../command-context.ts';
import { withWallet } from '../open.ts';
import type { Invocation } from '../program.ts';

type LabelInvocation = Extract<Invocation, { command: 'label' }>;

/** Names an address, a coin or a transaction; an empty text takes the name away. */
export async function label(command: CommandContext, { what, text }: LabelInvocation): Promise<void> {
  await withWallet(command, async ({ store, now }) => {
    await store.commit((draft) => {
      switch (what.kind) {
        case 'address':
          labelAddress(draft, { path: pathOfAddress(draft, what.ref), address: what.ref }, text, now());
          return;
        case 'coin':
          labelCoin(draft, what.ref, text);
          return;
        case 'tx':
          labelTransaction(draft, what.ref, text);
          return;
      }
    });
    command.terminal.line(text === '' ? 'The label is gone.' : 'Labelled.');
    command.terminal.data({ [what.kind]: what.ref, label: text });
  });
}
