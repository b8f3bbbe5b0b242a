import type { Sats } from '../../shared/bitcoin/amount.ts';
import type { TransactionOutput } from '../../shared/bitcoin/transaction.ts';
import { toHex } from '../../shared/crypto/bytes.ts';

/**
 * The amount that a transaction mixes, or null when it does not look like a CoinJoin: the most frequent output value must occur
 * more than once, and as often as there are other outputs, or once more (protocol/wallet.md §8). Outputs to one script count once.
 */
export function coinjoinAmount(outputs: readonly TransactionOutput[]): Sats | null {
  const byScript = new Map(outputs.map((output) => [toHex(output.script), output.value]));
  const counts = new Map<Sats, number>();
  for (const value of byScript.values()) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [amount, often] = [...counts].reduce<readonly [Sats | null, number]>(
    (best, one) => (one[1] > best[1] ? one : best),
    [null, 1],
  );
  const others = byScript.size - often;
  return often === others || often === others + 1 ? amount : null;
}
