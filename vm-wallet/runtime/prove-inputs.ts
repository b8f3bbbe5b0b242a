import { outpointKey, type Outpoint, type OutpointKey } from '../../shared/bitcoin/outpoint.ts';
import { MAX_COINS, type ChainClient, type VerifiedCoin } from '../../shared/bridge/chain.ts';
import { isJmError } from '../../shared/errors.ts';
import { verifyCoin } from '../chain/coin-evidence.ts';
import type { VerifiedChain } from '../chain/header-chain.ts';
import { DEFAULT_MAKER_LIMITS, type ForeignInputs } from '../rules/maker-pre-sign.ts';

/** Inputs that are asked for: all that rule 4 lets a transaction have. */
export const MAX_LOOK_UPS = DEFAULT_MAKER_LIMITS.maxInputs;
/** Coins that are asked for at one time: two questions full of them. */
const AT_ONCE = 2 * MAX_COINS;

/**
 * Asks the net VM for the coins behind inputs of others, and keeps what their transactions prove. What it does not answer, or answers
 * too late, stays unproven; nothing is thrown, so that neither a net VM nor a taker can hold a round up for longer than the signal.
 * @param signal Ends the search.
 */
export async function proveInputs(
  inputs: readonly Outpoint[],
  chain: Pick<ChainClient, 'coin'>,
  headers: VerifiedChain,
  signal: AbortSignal,
): Promise<ForeignInputs> {
  const proven = new Map<OutpointKey, VerifiedCoin>();
  const absent = new Set<OutpointKey>();
  const waiting = inputs.slice(0, MAX_LOOK_UPS);
  const isOver = (): boolean => signal.aborted;
  const ask = async (): Promise<void> => {
    for (let outpoint = waiting.shift(); outpoint !== undefined && !isOver(); outpoint = waiting.shift()) {
      const found = await lookUp(outpoint, chain, headers);
      if (found === 'not-found') absent.add(outpointKey(outpoint));
      else if (found !== null) proven.set(outpointKey(outpoint), found);
    }
  };
  const all = Promise.all(Array.from({ length: AT_ONCE }, ask));
  await Promise.race([all, aborted(signal)]);
  // Late answers must not change what the rules look at.
  return { proven: new Map(proven), absent: new Set(absent) };
}

/** The coin, that there is none, or null when nothing is proven either way. */
async function lookUp(
  outpoint: Outpoint,
  chain: Pick<ChainClient, 'coin'>,
  headers: VerifiedChain,
): Promise<VerifiedCoin | 'not-found' | null> {
  try {
    const found = verifyCoin(outpoint, await chain.coin(outpoint), headers);
    if (found.ok) return found.value;
    return found.error === 'not-found' ? 'not-found' : null;
  } catch (error) {
    // A coin that nobody can be shown, in a transaction that no node relays, would switch the rule off.
    if (isJmError(error)) return error.code === 'evidence-too-large' ? 'not-found' : null;
    throw error;
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else {
      signal.addEventListener('abort', () => {
        resolve();
      });
    }
  });
}
