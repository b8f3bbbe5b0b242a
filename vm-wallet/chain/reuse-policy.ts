/** What a coin of ordinary relay policy is worth at least (Bitcoin Core, p2pkh): below, it is only there to be spent along. */
export const DUST_SATS = 546n;

/** `max_sats_freeze_reuse`: -1 freezes whatever comes to a used address, 0 nothing, N what is worth up to N sats. */
export type ReusePolicy = number;

export const FREEZE_ALL: ReusePolicy = -1;

/**
 * Why a new coin is frozen on arrival, or null. Who pays to an address that was used before hopes that the coin is spent together
 * with others, and so links them (protocol/wallet.md §6.2). On an address that still holds coins only dust is suspect.
 * @param use What the address had seen before this coin.
 * @param value In sats.
 */
export function reasonToFreeze(
  use: 'new' | 'funded' | 'emptied',
  value: bigint,
  policy: ReusePolicy,
): string | null {
  if (policy !== FREEZE_ALL && value > BigInt(policy)) return null;
  if (use === 'emptied') return 'frozen: address reuse';
  return use === 'funded' && value <= DUST_SATS ? 'frozen: dust' : null;
}
