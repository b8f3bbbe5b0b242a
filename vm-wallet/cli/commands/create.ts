import { toHex } from '../../../shared/crypto/bytes.ts';
import { systemRandom } from '../../../shared/crypto/random.ts';
import type { Words } from '../../backup/backup-keys.ts';
import { createEntropy, wordsOf } from '../../keys/mnemonic.ts';
import { newState } from '../../store/new-state.ts';
import { WalletStore } from '../../store/wallet-store.ts';
import type { CommandContext } from '../command-context.ts';
import { confirmDescriptors } from '../descriptor-cost.ts';
import { askedBack } from '../asked-back.ts';
import { readConfig, walletFile } from '../open.ts';
import type { Invocation } from '../program.ts';
import { askExtension, askWords } from '../words.ts';

type Create = Extract<Invocation, { command: 'create' }>;
type Recover = Extract<Invocation, { command: 'recover' }>;

/** Makes a wallet and shows its words once. On a terminal some of them are asked back: words that nobody wrote down are lost. */
export async function create(command: CommandContext, invocation: Create): Promise<void> {
  const { terminal, options } = command;
  const entropy = createEntropy(invocation.words, systemRandom);
  const words = wordsOf(entropy).split(' ');
  const extension = await askExtension(invocation, { confirm: true });
  const file = await save(command, { entropy, extension }, invocation, null);
  terminal.line(
    terminal.paint('bold', 'Write these words down, in this order. Whoever has them has the money.'),
  );
  terminal.line();
  for (let row = 0; row < words.length; row += 6) {
    terminal.line(
      words
        .slice(row, row + 6)
        .map((word, column) => `${String(row + column + 1).padStart(2)} ${word.padEnd(9)}`)
        .join(' '),
    );
  }
  terminal.line();
  // First the file: who stops at the questions has a wallet all the same.
  terminal.line(`The wallet is ${file}`);
  if (!options.yes && !options.json) await askedBack(terminal, words, systemRandom);
  terminal.data({ file, words: words.join(' ') });
}

/** Makes a wallet from words that exist already. */
export async function recover(command: CommandContext, invocation: Recover): Promise<void> {
  const { terminal } = command;
  const file = await save(command, await askWords(invocation), invocation, invocation.birthday ?? 1);
  terminal.line(`Recovered ${file}. "jm-wallet display" will look for its coins.`);
  terminal.data({ file });
}

async function save(
  command: CommandContext,
  { entropy, extension }: Words,
  { backend, mixdepths }: Pick<Create, 'backend' | 'mixdepths'>,
  birthday: number | null,
): Promise<string> {
  const { options, passwords, terminal } = command;
  if (backend === 'descriptors') await confirmDescriptors(terminal, options);
  const { network } = readConfig(command);
  const file = walletFile(options);
  const password = await passwords.ask('Password for the wallet file', { confirm: true });
  const state = newState({
    network,
    entropy: toHex(entropy),
    extension,
    createdAt: Math.floor(Date.now() / 1000),
    birthday,
    mixdepths,
    backend,
  });
  entropy.fill(0);
  const store = await WalletStore.create({ file, password, state });
  store.close();
  return file;
}
