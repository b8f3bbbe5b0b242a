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
import { actWithoutMoney, type AlsoOnDisk, type Authority } from './signing-act.ts';

declare const leaveBrand: unique symbol;

/** Leave to show coins to a taker. Only `leaveToShow` makes one, and it is on disk then. */
export interface LeaveToShow {
  readonly [leaveBrand]: true;
  /** What the taker gets to see. */
  readonly coins: readonly [Coin, ...Coin[]];
}

/** Coins for a taker, and what must be on disk before it sees them. */
interface ChosenCoins {
  readonly coins: readonly [Coin, ...Coin[]];
  readonly also: AlsoOnDisk;
}

/**
 * Commits to a coin of ours as a taker (PoDLE, protocol/crypto.md §3).
 * @param index 0 for the coin's first commitment.
 * @throws RuleError, StoreError
 */
export async function commitToCoin({ keys, authority }: Signer, coin: Coin, index: number): Promise<Podle> {
  const act = actWithoutMoney('commitment', outpointKey(coin));
  await onRecord(authority, act, () => {
    enforce(BONDS_STAY_RULES, [coin]);
  });
  await authority.authorise(act);
  const utxo = { txid: coin.txid, vout: coin.vout };
  return lendPrivateKey(keys, coin.path, (privateKey) => createPodle({ privateKey, utxo, index }));
}

/**
 * Asks for leave to show coins to a taker, and writes it down together with what goes with them.
 * @param choose Asked when nobody else chooses, so that two takers never get the same; null when there is nothing to show.
 * @throws RuleError, StoreError, and what `also` throws
 */
export async function leaveToShow(
  authority: Authority,
  choose: () => ChosenCoins | null,
): Promise<LeaveToShow | null> {
  const planned = await authority.authoriseInTurn('disclosure', () => {
    const chosen = choose();
    if (chosen === null) return null;
    const { coins } = chosen;
    const also: AlsoOnDisk = (draft) => {
      enforce(BONDS_STAY_RULES, coins);
      chosen.also(draft);
    };
    return { act: actWithoutMoney('disclosure', coins.map(outpointKey).join(', ')), coins, also };
  });
  return planned === null ? null : ({ coins: planned.coins } as LeaveToShow);
}

/** Shows a taker that we own the first of these coins: its key signs our box key (protocol/crypto.md §2). */
export function proveCoin(keys: HdWallet, { coins: [first] }: LeaveToShow, boxKey: BoxPublicKey): string {
  return lendPrivateKey(keys, first.path, (privateKey) => signBoxKey(boxKey, privateKey));
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
