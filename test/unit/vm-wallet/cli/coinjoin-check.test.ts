import test, { type ExecutionContext } from 'ava';
import { coinjoin } from '../../../../vm-wallet/cli/commands/coinjoin.ts';
import { preflightData } from '../../../../vm-wallet/cli/show-preflight.ts';
import { toJson } from '../../../../vm-wallet/cli/terminal.ts';
import { PreflightError } from '../../../../vm-wallet/runtime/preflight-error.ts';
import type { StoredCoin, WalletState } from '../../../../vm-wallet/store/state.ts';
import { emptyState } from '../../../fixtures/memory-store.ts';
import { invocationOf, walletForCommands } from '../../../fixtures/wallet-commands.ts';
import { paidTo } from '../../../fixtures/wallet-context.ts';

/** A wallet of commands has no headers: a coin of block 0 has one confirmation, another has none. */
const SCANNED = { height: 0, block: '00'.repeat(32) };

type Coins = readonly (readonly [string, StoredCoin])[];

async function check(t: ExecutionContext, coins: Coins, changes: Partial<WalletState> = {}): Promise<string> {
  const wallet = await walletForCommands(
    t,
    emptyState({ coins: Object.fromEntries(coins), scanned: SCANNED, ...changes }),
  );
  const invocation = await invocationOf('coinjoin', '0.01btc', 'INTERNAL', '--check');
  if (invocation.command !== 'coinjoin') throw new Error(invocation.command);
  return (await wallet.run((command) => coinjoin(command, invocation), { json: true })).out;
}

test('a wallet that can not start says so with a row for each coin, for programs as well', async (t) => {
  const until = Math.floor(Date.now() / 1000) + 600;
  const [promised, coin] = paidTo('0/0/2', 50_000, { height: 0 });
  const error = await t.throwsAsync(
    check(
      t,
      [
        paidTo('0/0/0', 2_000_000, { height: null }),
        paidTo('0/0/1', 10_000, { height: 0, frozen: true }),
        [promised, coin],
      ],
      { leases: { [promised]: { round: 'r', until } } },
    ),
    { instanceOf: PreflightError, code: 'coinjoin-not-enough-coins' },
  );
  t.regex(error.cure ?? '', /^Deposit more/u);
  const data = JSON.parse(toJson(preflightData(error.found))) as { coins: object[] };
  t.like(data, { ready: false, problem: 'coinjoin-not-enough-coins', spendable: 0, blocksToWait: 5 });
  t.deepEqual(data.coins, [
    {
      outpoint: paidTo('0/0/0', 0)[0],
      value: 2_000_000,
      confirmations: 0,
      held: 'unconfirmed',
      heldUntil: null,
      triesLeft: 3,
      blocksMissing: 5,
      valueMissing: 0,
    },
    {
      outpoint: paidTo('0/0/1', 0)[0],
      value: 10_000,
      confirmations: 1,
      held: 'frozen',
      heldUntil: null,
      triesLeft: 3,
      blocksMissing: 4,
      valueMissing: 190_000,
    },
    {
      outpoint: promised,
      value: 50_000,
      confirmations: 1,
      held: 'promised',
      heldUntil: until,
      triesLeft: 3,
      blocksMissing: 4,
      valueMissing: 150_000,
    },
  ]);
});

test('coins that can be mixed and can not be proven yet name the blocks that they wait for', async (t) => {
  const error = await t.throwsAsync(check(t, [paidTo('0/0/0', 2_000_000, { height: 0 })]), {
    instanceOf: PreflightError,
    code: 'coinjoin-no-commitment',
  });
  t.like(error.found.coins[0], { held: null, blocksMissing: 4, confirmations: 1 });
  t.is(error.found.blocksToWait, 4);
});
