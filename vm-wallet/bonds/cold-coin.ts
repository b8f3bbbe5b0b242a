import { outpointKey, type Outpoint } from '../../shared/bitcoin/outpoint.ts';
import type { ChainClient } from '../../shared/bridge/chain.ts';
import { equalBytes } from '../../shared/crypto/bytes.ts';
import { verifyCoin } from '../chain/coin-evidence.ts';
import type { VerifiedChain } from '../chain/header-chain.ts';
import type { ColdCoin } from '../store/state.ts';
import { scriptOfBond, type Bond } from './bond-book.ts';
import { BondError } from './bond-error.ts';

/** A coin of a key that is kept elsewhere, with the transaction that made it. */
export interface ProvenColdCoin {
  readonly coin: ColdCoin;
  readonly transaction: Uint8Array;
}

/**
 * Asks the node for a coin and proves it on our own chain: script, amount and block. That it is unspent is the node's word.
 * @throws BondError `bond-bad-coin`; BridgeError
 */
export async function proveColdCoin(
  outpoint: Outpoint,
  bond: Pick<Bond, 'address' | 'publicKey' | 'locktime'>,
  client: Pick<ChainClient, 'coin'>,
  chain: VerifiedChain,
): Promise<ProvenColdCoin> {
  const key = outpointKey(outpoint);
  const bad = (why: string, cure: string): BondError =>
    new BondError('bond-bad-coin', `${key} ${why}`, { cure });
  const evidence = await client.coin(outpoint);
  const found = verifyCoin(outpoint, evidence, chain);
  if (!found.ok) {
    throw found.error === 'not-found'
      ? bad('is not there, or is spent', 'Look for the unspent coin of the address.')
      : bad(`could not be proven: ${found.error}`, 'Try again; else do not trust the node in the net VM.');
  }
  const { value, scriptPubKey, height } = found.value;
  const block = height === null ? undefined : chain.headerAt(height)?.hash;
  if (!equalBytes(scriptPubKey, scriptOfBond(bond))) {
    throw bad(`does not pay to ${bond.address}`, 'Check the key, the month and the coin.');
  }
  if (evidence === null || height === null || block === undefined) {
    throw bad('is in no block yet', 'Wait for a block, and try again.');
  }
  return {
    coin: { outpoint: key, value: value.toString(), height, block },
    transaction: evidence.transaction,
  };
}
