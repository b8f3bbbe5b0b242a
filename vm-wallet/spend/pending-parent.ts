import { sats, sumSats, type Sats } from '../../shared/bitcoin/amount.ts';
import { outpointKey, parseOutpoint } from '../../shared/bitcoin/outpoint.ts';
import { parseTransaction, type ParsedTransaction } from '../../shared/bitcoin/transaction.ts';
import { fromHex } from '../../shared/crypto/bytes.ts';
import type { Coin } from '../coins/coin.ts';
import { unspentCoins } from '../coins/wallet-coins.ts';
import type { StoredCoin } from '../store/state.ts';
import type { ReadonlyState } from '../store/wallet-store.ts';
import { BumpError } from './spend-error.ts';

/** A transaction of ours that waits for a block. */
export interface PendingParent {
  readonly transaction: ParsedTransaction;
  /** Our coins that it spends. */
  readonly spends: readonly Coin[];
  /** Our outputs that nothing spends yet. */
  readonly outputs: readonly Coin[];
  /** Another pending transaction of ours that spends an output of it. */
  readonly child: string | null;
  /** What it really weighs, in vbytes. */
  readonly vsize: number;
  /** In sats; null where others' inputs hide it. */
  readonly fee: Sats | null;
}

/** Looks up a transaction that waits for a block. @throws BumpError `bump-unknown`. */
export function pendingParent(state: ReadonlyState, id: string): PendingParent {
  const pending = Object.hasOwn(state.pending, id) ? state.pending[id] : undefined;
  if (pending === undefined) throw unknown(state, id);
  const transaction = parseTransaction(fromHex(pending.raw));
  const spends = coinsWhere(state, (_key, { spentBy }) => spentBy?.txid === id);
  const made = (key: string): boolean => parseOutpoint(key).txid === id;
  const outputs = coinsWhere(state, (key, { spentBy }) => made(key) && spentBy === null);
  const [spent] = Object.entries(state.coins).filter(([key, { spentBy }]) => made(key) && spentBy !== null);
  return {
    transaction,
    spends,
    outputs,
    child: spent?.[1].spentBy?.txid ?? null,
    vsize: Math.ceil(transaction.weight / 4),
    fee: feeOf(state, transaction, spends),
  };
}

function unknown(state: ReadonlyState, id: string): BumpError {
  if (Object.hasOwn(state.refused, id)) {
    return new BumpError('bump-unknown', `The node refuses ${id}, so its coins are free again`, {
      cure: 'Pay again from the same mixdepth, with a higher --fee-rate: only one of the two can confirm.',
    });
  }
  return new BumpError('bump-unknown', `${id} is not a transaction of this wallet that waits for a block`, {
    cure: '"jm-wallet history" lists them; only what this wallet signed can be helped along.',
  });
}

/** The error for a transaction that another one of ours builds on. */
export function hasChild(child: string): BumpError {
  return new BumpError('bump-spent', `Your transaction ${child} spends an output of it`, {
    cure: `Help that one along instead: "jm-wallet bump ${child}" pays for both.`,
  });
}

function feeOf(
  state: ReadonlyState,
  { txid, inputs, outputs }: ParsedTransaction,
  spends: readonly Coin[],
): Sats | null {
  const own = new Set(spends.map(outpointKey));
  if (inputs.every((input) => own.has(outpointKey(input)))) {
    return sats(sumSats(spends.map(({ value }) => value)) - sumSats(outputs.map(({ value }) => value)));
  }
  const noted = state.history.find((entry) => entry.txid === txid)?.minerFee ?? null;
  return noted === null ? null : sats(BigInt(noted));
}

function coinsWhere(
  state: ReadonlyState,
  keep: (key: string, coin: Readonly<StoredCoin>) => boolean,
): Coin[] {
  const kept = Object.entries(state.coins).filter(([key, coin]) => keep(key, coin));
  const coins = Object.fromEntries(kept.map(([key, coin]) => [key, { ...coin, spentBy: null }]));
  return unspentCoins({ ...state, coins });
}
