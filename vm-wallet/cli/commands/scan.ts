import { syncHeaders } from '../../chain/header-sync.ts';
import { scanUtxoSet, type CoinDoubt, type UtxoSetScan } from '../../chain/utxo-set-scan.ts';
import { balanceOf, unspentCoins } from '../../coins/wallet-coins.ts';
import { callChain } from '../../runtime/net-vm.ts';
import { synchronise } from '../../runtime/synchronise.ts';
import type { CommandContext } from '../command-context.ts';
import { confirmDescriptors } from '../descriptor-cost.ts';
import { DeclinedError, UsageError } from '../failure.ts';
import { interruptSignal } from '../interrupt.ts';
import { withWallet } from '../open.ts';
import type { Invocation } from '../program.ts';
import { amountText, type Terminal } from '../terminal.ts';
import { warn } from '../warn.ts';

const MAX_GAP = 10_000;

const DOUBTS: Record<CoinDoubt, string> = {
  'no-evidence': 'no evidence came with it',
  'not-found': 'the node takes back that it is unspent; a transaction in the mempool may spend it',
  'wrong-transaction': 'the net VM showed another transaction',
  'no-such-output': 'its transaction has no such output',
  'block-not-in-chain': 'its block is not in the verified chain',
  'bad-proof': 'its proof is not valid',
  'not-in-block': 'its transaction is not in the block',
  'block-pruned':
    'neither the node nor its peers have its block any more, and without it nothing proves its amount',
  unconfirmed: 'it is not in a block',
  'not-ours': 'it does not belong to this wallet',
  spent: 'the verified chain shows that it is spent',
};

/** Finds the coins of the wallet without their history. */
export async function scan(
  command: CommandContext,
  { gap }: Extract<Invocation, { command: 'scan' }>,
): Promise<void> {
  if (gap < 1 || gap > MAX_GAP) {
    throw new UsageError('usage', `--gap can't be ${gap}`, { cure: `Give a number from 1 to ${MAX_GAP}.` });
  }
  const { terminal, options } = command;
  const interrupt = interruptSignal();
  await withWallet(command, async (wallet) => {
    const { store, keys, headers, now, config } = wallet;
    // Who chose descriptors was asked then.
    if (store.state.backend === 'filters') await confirmDescriptors(terminal, options);
    const client = await callChain(wallet);
    try {
      const followHeaders = (): Promise<unknown> => syncHeaders(headers, client, now(), undefined, false);
      await followHeaders();
      const result = await scanUtxoSet(store, keys, headers.chain, client, {
        gap,
        followHeaders,
        reusePolicy: config.policy.maxSatsFreezeReuse,
        signal: interrupt,
        onProgress: (percent) => {
          terminal.progress(`searching the set of unspent outputs: ${Math.round(percent)} %`);
        },
      });
      report(terminal, result);
      await synchronise(wallet, client, { signal: interrupt });
      const coins = unspentCoins(store.state);
      const { total } = balanceOf(coins);
      terminal.line(
        `${coins.length} coins, ${amountText(total)}, up to block ${store.state.scanned?.height ?? 0}`,
      );
      terminal.data({ ...result, coins: coins.length, total });
    } catch (error) {
      if (!interrupt.aborted || error !== interrupt.reason) throw error;
      throw new DeclinedError('interrupted', 'Stopped; coins that were found already are kept');
    } finally {
      await client.close();
    }
  });
}

function report(terminal: Terminal, { height, added, gone, doubtful }: UtxoSetScan): void {
  terminal.note(`searched the unspent outputs of block ${height}: ${added.length} coins are new`);
  terminal.note(
    'What happened before that block is unknown: history begins here, and spent coins are not in it.',
  );
  terminal.note("That these coins are unspent, and that there are no others, is the node's word.");
  for (const coin of gone) warn(terminal, `${coin} is not there any more`);
  for (const { coin, doubt } of doubtful) warn(terminal, `${coin} was not taken: ${DOUBTS[doubt]}`);
}
