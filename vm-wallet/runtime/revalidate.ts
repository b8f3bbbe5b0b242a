import { outpointKey } from '../../shared/bitcoin/outpoint.ts';
import type { ChainClient } from '../../shared/bridge/chain.ts';
import { equalBytes } from '../../shared/crypto/bytes.ts';
import { verifyCoin } from '../chain/coin-evidence.ts';
import type { VerifiedChain } from '../chain/header-chain.ts';
import type { UnsignedJoin } from '../coinjoin/join.ts';
import { CoinGoneError } from '../taker/outcome.ts';

/**
 * Asks once more for every coin of the transaction, ours and the makers': minutes may have passed since they were shown. Each must
 * still be unspent, in a block, and worth what was agreed.
 * @throws CoinGoneError that names the coin and whose it is; BridgeError when the net VM can't tell.
 */
export async function revalidate(
  join: UnsignedJoin,
  client: Pick<ChainClient, 'coin'>,
  chain: VerifiedChain,
): Promise<void> {
  const found = await Promise.all(
    join.inputs.map(async (input) => {
      const outpoint = { txid: input.txid, vout: input.vout };
      return { input, coin: verifyCoin(outpoint, await client.coin(outpoint), chain) };
    }),
  );
  for (const { input, coin } of found) {
    const holds =
      coin.ok &&
      coin.value.confirmations > 0 &&
      coin.value.value === input.value &&
      equalBytes(coin.value.scriptPubKey, input.scriptPubKey);
    if (!holds) throw new CoinGoneError(outpointKey(input), input.owner);
  }
}
