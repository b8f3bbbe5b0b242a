import { toHex } from '../../shared/crypto/bytes.ts';
import { isJmError } from '../../shared/errors.ts';
import type { Finding } from '../../shared/finding.ts';
import type { KeyPath } from '../coins/coin.ts';
import { parseKeyPath, TIMELOCKED } from '../keys/hd-wallet.ts';
import type { AddressSource } from '../store/address-book.ts';
import type { ReadonlyState } from '../store/wallet-store.ts';
import { judged } from './judged.ts';

/** Every coin lies on the script that our keys make at its path. */
export function checkCoinScripts(state: ReadonlyState, keys: AddressSource): Finding {
  const coins = Object.entries(state.coins);
  const wrong = coins.filter(
    ([, { path, scriptPubKey }]) => derived(path, (at) => toHex(keys.scriptAt(at))) !== scriptPubKey,
  );
  return judged(
    'scripts of coins',
    `${coins.length} coins, each on the script of its path`,
    wrong.map(first),
    {
      says: 'not on the script of their path',
      cure: 'Recover the wallet from its words: these coins may not be yours.',
    },
  );
}

/** Every address that was shown is the one that our keys make at its path. */
export function checkShownAddresses(state: ReadonlyState, keys: AddressSource): Finding {
  const shown = Object.entries(state.shown);
  const wrong = shown.filter(([path, { address }]) => derived(path, (at) => keys.addressAt(at)) !== address);
  return judged('addresses shown', `${shown.length} addresses, each of its path`, wrong.map(first), {
    says: 'not the address of their path',
    cure: 'Pay nothing to these addresses; recover the wallet from its words.',
  });
}

/** What comes next on a branch lies behind all that was shown or paid to. Bonds are told by their month, not by their turn. */
export function checkNextAddresses(state: ReadonlyState): Finding {
  const used = [...Object.keys(state.shown), ...Object.values(state.coins).map(({ path }) => path)];
  const behind = [...new Set(used)].filter((text) =>
    derived(text, ({ mixdepth, branch, index }) => {
      const next = state.nextIndex[`${mixdepth}/${branch}`] ?? 0;
      return branch !== TIMELOCKED && index >= next;
    }),
  );
  return judged('next addresses', 'each branch goes on behind what was shown or paid to', behind, {
    says: 'at or behind the next address of their branch',
    cure: 'Restore a backup: an address could be shown twice.',
  });
}

/** What a path leads to; null when it leads out of the wallet. */
function derived<Value>(text: string, derive: (path: KeyPath) => Value): Value | null {
  try {
    return derive(parseKeyPath(text));
  } catch (error) {
    if (isJmError(error)) return null;
    throw error;
  }
}

function first([key]: readonly [string, unknown]): string {
  return key;
}
