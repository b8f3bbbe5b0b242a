import type { Sats } from '../../shared/bitcoin/amount.ts';
import { scriptOfKeyLike } from '../../shared/bitcoin/script.ts';
import type { VerifiedCoin } from '../../shared/bridge/chain.ts';
import { equalBytes, fromHex } from '../../shared/crypto/bytes.ts';
import type { MakerTerms } from './session-types.ts';

/**
 * Judges the coin that a taker's proof is about: checks 4 to 7 of protocol/crypto.md §3.4.
 * @param key The key that the proof revealed, as hex.
 * @param amount What the taker wants to mix.
 * @returns null when the coin is good, else why it is not.
 */
export function judgeTakerCoin(
  key: string,
  amount: Sats,
  coin: VerifiedCoin,
  { age, amountPercent }: Pick<MakerTerms, 'age' | 'amountPercent'>,
): string | null {
  if (coin.confirmations < age) return `its coin has ${coin.confirmations} confirmations`;
  if (coin.value < (amount * BigInt(amountPercent)) / 100n) return 'its coin is too small';
  const script = scriptOfKeyLike(fromHex(key), coin.scriptPubKey);
  if (script === null || !equalBytes(script, coin.scriptPubKey)) return 'its key does not own the coin';
  return null;
}
