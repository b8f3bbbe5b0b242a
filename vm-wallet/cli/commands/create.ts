import { toHex } from '../../../shared/crypto/bytes.ts';
import { systemRandom } from '../../../shared/crypto/random.ts';
import { createEntropy, entropyOf, wordsOf } from '../../keys/mnemonic.ts';
import { newState } from '../../store/new-state.ts';
import { WalletStore } from '../../store/wallet-store.ts';
import type { CommandContext } from '../command-context.ts';
import { readConfig, walletFile } from '../open.ts';
import { passwordFromDescriptor } from '../password.ts';
import type { Invocation } from '../program.ts';

const MIXDEPTHS = 5;

/** Makes a wallet and shows its words once. */
export async function create(
  command: CommandContext,
  invocation: Extract<Invocation, { command: 'create' }>,
): Promise<void> {
  const { terminal } = command;
  const entropy = createEntropy(invocation.words, systemRandom);
  const file = await save(command, entropy, invocation.extensionPrompt, null);
  const words = wordsOf(entropy).split(' ');
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
  terminal.line(`The wallet is ${file}`);
  terminal.data({ file, words: words.join(' ') });
}

/** Makes a wallet from words that exist already. */
export async function recover(
  command: CommandContext,
  invocation: Extract<Invocation, { command: 'recover' }>,
): Promise<void> {
  const { terminal, passwords } = command;
  const words =
    invocation.wordsFd === undefined
      ? await passwords.ask('The words, on one line')
      : await passwordFromDescriptor(invocation.wordsFd).ask('');
  const entropy = entropyOf(words);
  const file = await save(command, entropy, invocation.extensionPrompt, invocation.birthday ?? 1);
  terminal.line(`Recovered ${file}. "jm-wallet display" will look for its coins.`);
  terminal.data({ file });
}

async function save(
  command: CommandContext,
  entropy: Uint8Array,
  extensionPrompt: boolean,
  birthday: number | null,
): Promise<string> {
  const { options, passwords } = command;
  const { network } = readConfig(command);
  const file = walletFile(options);
  const extension = extensionPrompt ? await passwords.ask('Mnemonic extension', { confirm: true }) : '';
  const password = await passwords.ask('Password for the wallet file', { confirm: true });
  const state = newState({
    network,
    entropy: toHex(entropy),
    extension: extension.normalize('NFKD'),
    createdAt: Math.floor(Date.now() / 1000),
    birthday,
    mixdepths: MIXDEPTHS,
  });
  const store = await WalletStore.create({ file, password, state });
  store.close();
  return file;
}
