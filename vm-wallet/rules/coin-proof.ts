import { outpointKey, parseOutpoint } from '../../shared/bitcoin/outpoint.ts';
import { isJmError } from '../../shared/errors.ts';
import type { BoxPublicKey } from '../../shared/jm/command.ts';
import { createPodle, type Podle } from '../../shared/jm/podle/create.ts';
import type { Coin, KeyPath } from '../coins/coin.ts';
import type { HdWallet } from '../keys/hd-wallet.ts';
import { lendPrivateKey } from '../keys/lend-key.ts';
import { signBoxKey } from '../session/key-authentication.ts';
import type { Signer } from './gate.ts';
import { onRecord } from './on-record.ts';
import { BONDS_STAY_RULES } from './redemption.ts';
import { enforce } from './refusal.ts';
import { actWithoutMoney, type Authority } from './signing-act.ts';

/**
 * Commits to a coin of ours as a taker (PoDLE, protocol/crypto.md §3).
 * @param index 0 for the coin's first commitment.
 * @throws RuleError, StoreError
 */
export async function commitToCoin({ keys, authority }: Signer, coin: Coin, index: number): Promise<Podle> {
  await authoriseProof(authority, 'commitment', [coin]);
  const utxo = { txid: coin.txid, vout: coin.vout };
  return lendPrivateKey(keys, coin.path, (privateKey) => createPodle({ privateKey, utxo, index }));
}

/**
 * Shows a taker that we own a coin: its key signs our box key (protocol/crypto.md §2).
 * @param coins What the taker gets to see; the first one's key signs.
 * @throws RuleError, StoreError
 */
export async function proveCoin(
  { keys, authority }: Signer,
  coins: readonly [Coin, ...Coin[]],
  boxKey: BoxPublicKey,
): Promise<string> {
  await authoriseProof(authority, 'disclosure', coins);
  return lendPrivateKey(keys, coins[0].path, (privateKey) => signBoxKey(boxKey, privateKey));
}

async function authoriseProof(
  authority: Authority,
  kind: 'commitment' | 'disclosure',
  coins: readonly Coin[],
): Promise<void> {
  const act = actWithoutMoney(kind, coins.map(outpointKey).join(', '));
  await onRecord(authority, act, () => {
    enforce(BONDS_STAY_RULES, coins);
  });
  await authority.authorise(act);
}

/** The commitment that a coin's key makes, to compare with one on record; null when path or coin can't be right. */
export function recomputeCommitment(
  keys: HdWallet,
  { path, outpoint, index }: { readonly path: KeyPath; readonly outpoint: string; readonly index: number },
): string | null {
  try {
    const utxo = parseOutpoint(outpoint);
    return lendPrivateKey(keys, path, (privateKey) => createPodle({ privateKey, utxo, index }).commitment);
  } catch (error) {
    if (isJmError(error)) return null;
    throw error;
  }
}
