import { outpointKey } from '../../../shared/bitcoin/outpoint.ts';
import { decodeWif } from '../../keys/wif.ts';
import { proveForeignCoin } from '../../rules/foreign-coin.ts';
import { lookUpCoin } from '../../runtime/look-up-coin.ts';
import { externalTries } from '../../taker/external-proof.ts';
import { addProofs, checkAddable, removeProofs, StoredProofError } from '../../taker/stored-proofs.ts';
import type { CommandContext } from '../command-context.ts';
import type { PodleAddInvocation, PodleRemoveInvocation } from '../invocation/podle.ts';
import { withWallet } from '../open.ts';
import { passwordFromDescriptor, passwordFromTerminal } from '../password.ts';
import { printTable } from '../table.ts';
import { withChain } from '../sync.ts';
import { amountText } from '../terminal.ts';

const COLUMNS = ['coin', 'value/sat', 'tries left', 'added'];

/** Makes the proofs of a coin outside this wallet, and keeps them without its key. */
export async function podleAdd(
  command: CommandContext,
  { outpoint, keyFd }: PodleAddInvocation,
): Promise<void> {
  const { terminal } = command;
  await withWallet(command, async (wallet) => {
    const { store, headers, config, now } = wallet;
    const name = outpointKey(outpoint);
    checkAddable(store.state, name);
    const source = keyFd === undefined ? passwordFromTerminal() : passwordFromDescriptor(keyFd);
    const privateKey = decodeWif(await source.ask('Private key of that coin (WIF)'), store.state.network);
    try {
      await withChain(wallet, terminal, async (client) => {
        const coin = await lookUpCoin(outpoint, client, headers.chain, (text) => {
          terminal.note(text);
        });
        if (coin === null) {
          throw new StoredProofError('podle-no-coin', `There is no unspent coin ${name} on the chain`, {
            cure: 'Check txid and number; a spent coin proves nothing.',
          });
        }
        const { takerUtxoAge, takerUtxoRetries } = config.policy;
        const proofs = await proveForeignCoin(wallet, coin, privateKey, takerUtxoRetries);
        await store.commit((draft) => {
          addProofs(draft, coin, proofs, now());
        });
        terminal.line(
          `${proofs.length} proofs of ${name} are kept, ${amountText(coin.value)}; its key is not.`,
        );
        if (coin.confirmations < takerUtxoAge) {
          terminal.line(`Makers take it in ${takerUtxoAge - coin.confirmations} block(s).`);
        }
        const { value, confirmations } = coin;
        terminal.data({ coin: name, value, confirmations, triesLeft: proofs.length });
      });
    } finally {
      privateKey.fill(0);
    }
  });
}

/** Lists coins that proofs are kept of. */
export async function podleList(command: CommandContext): Promise<void> {
  const { terminal } = command;
  await withWallet(command, ({ store, config }) => {
    const { externalProofs } = store.state;
    const tries = externalTries(store.state, config.policy.takerUtxoRetries);
    const rows = Object.entries(externalProofs).map(([coin, { value, addedAt }]) => ({
      coin,
      value: Number(value),
      triesLeft: tries.get(coin) ?? 0,
      addedAt,
    }));
    terminal.data(rows);
    if (rows.length === 0) terminal.line('No proofs are kept; "jm-wallet podle add" makes some.');
    else {
      printTable(
        terminal,
        COLUMNS,
        () =>
          rows.map(({ coin, value, triesLeft, addedAt }) => [
            coin,
            value.toString(),
            triesLeft.toString(),
            new Date(addedAt * 1000).toISOString().slice(0, 10),
          ]),
        [1, 2],
      );
    }
    return Promise.resolve();
  });
}

/** Forgets the proofs of a coin. */
export async function podleRemove(
  command: CommandContext,
  { outpoint }: PodleRemoveInvocation,
): Promise<void> {
  const name = outpointKey(outpoint);
  await withWallet(command, async ({ store }) => {
    await store.commit((draft) => {
      removeProofs(draft, name);
    });
    command.terminal.line(`The proofs of ${name} are gone.`);
    command.terminal.data({ coin: name, removed: true });
  });
}
