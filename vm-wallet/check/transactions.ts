import { formatBitcoin } from '../../shared/bitcoin/amount.ts';
import { outpointKey, parseOutpoint } from '../../shared/bitcoin/outpoint.ts';
import { parseTransaction } from '../../shared/bitcoin/transaction.ts';
import { fromHex } from '../../shared/crypto/bytes.ts';
import { isJmError } from '../../shared/errors.ts';
import { fail, pass, type Finding } from '../../shared/finding.ts';
import type { StoredCoin } from '../store/state.ts';
import type { ReadonlyState } from '../store/wallet-store.ts';
import { judged } from './judged.ts';

/** Of an outpoint's text. */
const TXID_CHARACTERS = 64;
const SCAN_AGAIN = 'Recover the wallet from its words under another name, and compare the two.';

/** Transactions that wait for a block are what they are filed as, and spend coins that are kept for them. */
export function checkPending(state: ReadonlyState): Finding {
  const pending = Object.entries(state.pending);
  const wrong = pending.filter(([txid, { raw }]) => {
    const transaction = parsed(raw);
    if (transaction?.txid !== txid) return true;
    const own = transaction.inputs.flatMap((input) => state.coins[outpointKey(input)] ?? []);
    return own.length === 0 || own.some(({ spentBy }) => spentBy?.txid !== txid);
  });
  return judged(
    'transactions that wait',
    `${pending.length}, and what they spend is kept for them`,
    wrong.map(([txid]) => txid),
    { says: 'that spend no coin which is kept for them', cure: SCAN_AGAIN },
  );
}

/** A spent coin was spent by a block that was read, or by a transaction that waits; and after it was there. */
export function checkSpends(state: ReadonlyState): Finding {
  const coins = Object.entries(state.coins);
  const wrong = coins.filter(([key, coin]) => !isSpentSoundly(state, key, coin));
  const spent = coins.filter(([, { spentBy }]) => spentBy !== null).length;
  return judged(
    'spent coins',
    `${spent} of ${coins.length} coins, each spent by a block or by a transaction that waits`,
    wrong.map(([key]) => key),
    { says: 'from blocks that were not read, or spent by nothing that is known', cure: SCAN_AGAIN },
  );
}

/** No coin stands there under two names. */
export function checkOutpoints(state: ReadonlyState): Finding {
  const keys = Object.keys(state.coins);
  const wrong = keys.filter((key) => {
    try {
      parseOutpoint(key);
      return false;
    } catch (error) {
      if (isJmError(error)) return true;
      throw error;
    }
  });
  return judged('names of coins', `${keys.length} coins, none of them twice`, wrong, {
    says: 'that could be another coin once more',
    cure: SCAN_AGAIN,
  });
}

/**
 * What came and went makes what is there. Not judged where coins came or went without their history, as when the node searched its
 * set of unspent outputs for them.
 */
export function checkBalance(state: ReadonlyState): Finding {
  const subject = 'balance';
  const unexplained = coinsWithoutHistory(state).length + historyWithoutCoins(state).length;
  if (unexplained > 0) {
    return pass(subject, `not judged: the history of ${unexplained} coins is not whole, as after --utxo-set`);
  }
  const moved = state.history.reduce((sum, { delta }) => sum + BigInt(delta), 0n);
  const unspent = Object.values(state.coins).reduce(
    (sum, { value, spentBy }) => (spentBy === null ? sum + BigInt(value) : sum),
    0n,
  );
  if (moved === unspent) return pass(subject, `${formatBitcoin(unspent)} BTC, as the history adds up to`);
  const says = `${formatBitcoin(unspent)} BTC in coins, and the history adds up to ${formatBitcoin(moved)} BTC`;
  return fail(subject, says, `Run "jm-wallet display", then check again. ${SCAN_AGAIN}`);
}

function coinsWithoutHistory(state: ReadonlyState): string[] {
  const rows = new Set(state.history.map(({ txid }) => txid));
  return Object.keys(state.coins).filter((key) => !rows.has(key.slice(0, TXID_CHARACTERS)));
}

function historyWithoutCoins(state: ReadonlyState): string[] {
  const made = Object.keys(state.coins).map((key) => key.slice(0, TXID_CHARACTERS));
  const spent = Object.values(state.coins).map(({ spentBy }) => spentBy?.txid);
  const moved = new Set([...made, ...spent]);
  return state.history.map(({ txid }) => txid).filter((txid) => !moved.has(txid));
}

function isSpentSoundly(
  state: ReadonlyState,
  key: string,
  { height, spentBy }: Readonly<StoredCoin>,
): boolean {
  const scanned = state.scanned?.height ?? -1;
  if (height !== null && height > scanned) return false;
  if (spentBy === null) return true;
  if (spentBy.height !== null) return spentBy.height <= scanned && spentBy.height >= (height ?? 0);
  const transaction = parsed(state.pending[spentBy.txid]?.raw ?? '');
  return transaction?.inputs.some((input) => outpointKey(input) === key) ?? false;
}

function parsed(raw: string): ReturnType<typeof parseTransaction> | null {
  try {
    return parseTransaction(fromHex(raw));
  } catch (error) {
    if (isJmError(error)) return null;
    throw error;
  }
}
