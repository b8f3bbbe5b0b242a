import { outpointKey, parseOutpoint, type Outpoint } from '../../shared/bitcoin/outpoint.ts';
import { PeerFailure } from '../../shared/bridge/bridge-error.ts';
import type { ChainClient, VerifiedCoin } from '../../shared/bridge/chain.ts';
import { verifyCoin } from '../chain/coin-evidence.ts';
import type { VerifiedChain } from '../chain/header-chain.ts';
import type { CoinjoinRequest } from './coinjoin-plan.ts';
import type { WalletContext } from './context.ts';

/** Stored coins that the node is asked about for one CoinJoin. */
const MAX_EXTERNAL_COINS = 50;

/** A coin that our node can't tell about is a coin that we don't believe in; the others may still hold. */
export async function lookUpCoin(
  outpoint: Outpoint,
  client: Pick<ChainClient, 'coin'>,
  chain: VerifiedChain,
  report: (text: string) => void = () => undefined,
): Promise<VerifiedCoin | null> {
  try {
    const coin = verifyCoin(outpoint, await client.coin(outpoint), chain);
    return coin.ok ? coin.value : null;
  } catch (error) {
    if (!(error instanceof PeerFailure)) throw error;
    report(`the node could not look a coin up: ${error.message}`);
    return null;
  }
}

/** The coins outside this wallet that a commitment could be about: what the chain says of them now. */
export async function externalCoins(
  { store, headers }: WalletContext,
  client: Pick<ChainClient, 'coin'>,
  { podle }: Pick<CoinjoinRequest, 'podle'>,
  report: (text: string) => void,
): Promise<readonly VerifiedCoin[]> {
  if (podle === 'own') return [];
  const stored = Object.keys(store.state.externalProofs).slice(0, MAX_EXTERNAL_COINS);
  const coins = await Promise.all(
    stored.map((key) => lookUpCoin(parseOutpoint(key), client, headers.chain, report)),
  );
  const found = coins.filter((coin) => coin !== null);
  const known = new Set<string>(found.map(outpointKey));
  for (const key of stored.filter((one) => !known.has(one)))
    report(`the coin ${key} of another wallet is spent`);
  return found;
}
