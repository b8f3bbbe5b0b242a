import { parseTransaction } from '../../../shared/bitcoin/transaction.ts';
import type { ChainClient } from '../../../shared/bridge/chain.ts';
import { fromHex } from '../../../shared/crypto/bytes.ts';
import type { WalletContext } from '../../runtime/context.ts';
import { broadcastByOwnNode } from '../../runtime/hand-over.ts';
import { roundViews, spendOne, standingOf, type RoundView } from '../../runtime/round-standing.ts';
import { freeRound, RoundError, roundNamed } from '../../store/free-round.ts';
import type { ReadonlyState } from '../../store/wallet-store.ts';
import type { CommandContext } from '../command-context.ts';
import { confirm } from '../confirm.ts';
import type { RoundsFinishInvocation, RoundsFreeInvocation, RoundsInvocation } from '../invocation/rounds.ts';
import { withWallet } from '../open.ts';
import { withChain } from '../sync.ts';
import { amountText, type Terminal } from '../terminal.ts';

/** How long a round that came to nothing, or is in a block, is listed without --all: seconds. */
const RECENT = 2 * 86_400;

/** Lists rounds with where each stands. */
export async function rounds(command: CommandContext, { all }: RoundsInvocation): Promise<void> {
  const { terminal } = command;
  await withWallet(command, ({ store, now }) => {
    const views = roundViews(store.state, now()).filter(({ open, age }) => all || open || age < RECENT);
    terminal.data(views.map((view) => ({ ...view, amount: Number(view.amount) })));
    if (views.length === 0) terminal.line('There are no rounds to speak of.');
    for (const view of views) show(terminal, view);
    return Promise.resolve();
  });
}

/** Gives back the coins of a round. */
export async function roundsFree(command: CommandContext, { id: text }: RoundsFreeInvocation): Promise<void> {
  const { terminal } = command;
  await withWallet(command, async ({ store }) => {
    const id = roundNamed(store.state, text);
    const safeWay = spendOne(store.state, roundOf(store.state, id));
    const coins = await store.commit((draft) => freeRound(draft, id, safeWay));
    terminal.line(coins.length === 0 ? `The round ${id} holds no coins.` : `Free again: ${coins.join(', ')}`);
    terminal.data({ id, coins });
  });
}

/** Broadcasts again what a round signed. */
export async function roundsFinish(
  command: CommandContext,
  { id: text }: RoundsFinishInvocation,
): Promise<void> {
  await withWallet(command, async (wallet) => {
    const id = roundNamed(wallet.store.state, text);
    checkFinishable(wallet.store.state, id);
    // Bringing the wallet up to date broadcasts again what our own node may.
    await withChain(wallet, command.terminal, (client) => finish(command, wallet, client, id));
  });
}

async function finish(
  { terminal, options }: CommandContext,
  { store }: WalletContext,
  client: ChainClient,
  id: string,
): Promise<void> {
  const { txid } = roundOf(store.state, id);
  const pending = store.state.pending[txid ?? ''];
  const done = (outcome: string, says: string): void => {
    terminal.line(says);
    terminal.data({ id, txid, outcome });
  };
  if (pending === undefined) {
    const confirmed = standingOf(store.state, roundOf(store.state, id)) === 'confirmed';
    if (confirmed) done('confirmed', `${txid ?? id} is in a block.`);
    else throw overError(store.state, id);
    return;
  }
  const raw = fromHex(pending.raw);
  if (await client.inMempool(parseTransaction(raw).txid)) {
    done('waiting', `${txid ?? id} is in the mempool and waits for a block.`);
    return;
  }
  if (!pending.byOwnNode) {
    terminal.note(
      'Only peers were to broadcast it. If our own node does, the network may learn that it is yours.',
    );
    await confirm('Let our own node broadcast it?', { yes: options.yes });
  }
  const outcome = await broadcastByOwnNode(client, raw);
  if (!outcome.ok) {
    throw new RoundError('round-over', `The node would not take it: ${outcome.error}`, {
      cure: `If one of its coins is gone it can not confirm. Else rule it out: ${spendOne(store.state, roundOf(store.state, id))}`,
    });
  }
  done('broadcast', `Broadcast ${txid ?? id} again.`);
}

/** @throws RoundError when there is nothing that we could broadcast. */
function checkFinishable(state: ReadonlyState, id: string): void {
  switch (standingOf(state, roundOf(state, id))) {
    case 'waiting':
    case 'confirmed':
      return;
    case 'unsigned':
      throw new RoundError(
        'round-nothing-signed',
        `The round ${id} signed nothing: there is nothing to finish`,
        {
          cure: `Free its coins with "jm-wallet rounds free ${id}", and start anew.`,
        },
      );
    case 'signed-for-taker':
      throw new RoundError(
        'round-not-ours',
        `The round ${id} is a taker's: it alone has the whole transaction`,
        {
          cure: 'Wait for it, or spend one of the coins yourself.',
        },
      );
    case 'refused':
    case 'overtaken':
      throw overError(state, id);
  }
}

function overError(state: ReadonlyState, id: string): RoundError {
  const round = roundOf(state, id);
  return new RoundError(
    'round-over',
    `The transaction of the round ${id} was refused, or its coins are gone`,
    {
      cure: `Its signatures have left this VM; rule it out: ${spendOne(state, round)}`,
    },
  );
}

function roundOf(state: ReadonlyState, id: string): ReadonlyState['rounds'][string] {
  const round = state.rounds[id];
  if (round === undefined) throw new RoundError('round-unknown', `There is no round ${id}`);
  return round;
}

function show(terminal: Terminal, view: RoundView): void {
  const { id, role, standing, amount, coins, peers, txid, means, cure, age } = view;
  const colour = view.open ? 'yellow' : standing === 'confirmed' ? 'green' : 'dim';
  terminal.line(
    `${id}  ${role}  ${terminal.paint(colour, standing)}  ${ageText(age)} ago  ${amountText(BigInt(amount))}`,
  );
  terminal.line(`  ${means}`);
  if (txid !== null) terminal.line(`  txid  ${txid}`);
  terminal.line(`  coins ${coins.join(' ')}`);
  terminal.line(`  with  ${peers.join(' ')}`);
  if (cure !== '') terminal.line(`  ${terminal.paint('cyan', 'do:')}   ${cure}`);
}

function ageText(seconds: number): string {
  if (seconds < 120) return `${seconds} s`;
  if (seconds < 7200) return `${Math.floor(seconds / 60)} min`;
  return seconds < 2 * 86_400 ? `${Math.floor(seconds / 3600)} h` : `${Math.floor(seconds / 86_400)} d`;
}
