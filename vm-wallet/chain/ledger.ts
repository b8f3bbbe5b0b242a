import type { BlockTransaction, VerifiedBlock } from '../../shared/bitcoin/block.ts';
import { outpointKey, parseOutpoint, type Txid } from '../../shared/bitcoin/outpoint.ts';
import { parseTransaction } from '../../shared/bitcoin/transaction.ts';
import { toHex } from '../../shared/crypto/bytes.ts';
import { locktimeOf } from '../../shared/jm/bond/time-number.ts';
import type { KeyPath } from '../coins/coin.ts';
import { formatKeyPath, parseKeyPath, TIMELOCKED } from '../keys/hd-wallet.ts';
import { markUsed } from '../store/address-book.ts';
import type { HistoryEntry, WalletState } from '../store/state.ts';
import { LedgerIndex } from './ledger-index.ts';
import { recordHistory, type Effect } from './record-history.ts';
import { FREEZE_ALL, reasonToFreeze, type ReusePolicy } from './reuse-policy.ts';

/** Our scripts by hex, with the path that each belongs to. */
export type ScriptIndex = ReadonlyMap<string, KeyPath>;

/** What booking works with. */
interface Books {
  readonly draft: WalletState;
  readonly index: LedgerIndex;
  readonly scripts: ScriptIndex;
  readonly policy: ReusePolicy;
}

/**
 * Applies a verified block: coins that it pays to us, coins of ours that it spends, pending transactions that it confirms.
 * Applying a block twice changes nothing.
 * @returns True when the block concerned us.
 */
export function applyBlock(
  draft: WalletState,
  block: VerifiedBlock,
  height: number,
  scripts: ScriptIndex,
): boolean {
  return applyBlocks(draft, [[height, block]], scripts) > 0;
}

/**
 * Applies verified blocks with their heights, in order, as `applyBlock` does.
 * @param policy What is frozen on arrival: `max_sats_freeze_reuse`.
 * @returns How many blocks concerned us.
 */
export function applyBlocks(
  draft: WalletState,
  blocks: readonly (readonly [height: number, block: VerifiedBlock])[],
  scripts: ScriptIndex,
  policy: ReusePolicy = FREEZE_ALL,
): number {
  const books = { draft, index: new LedgerIndex(draft), scripts, policy };
  return blocks.filter(([height, block]) => bookBlock(books, block, height)).length;
}

function bookBlock(books: Books, block: VerifiedBlock, height: number): boolean {
  let concerned = false;
  for (const transaction of block.transactions) {
    const effect = applyTransaction(books, transaction, height);
    if (effect === null) continue;
    concerned = true;
    confirm(books.draft, transaction.txid, height);
    recordHistory(books.index, transaction, effect, { height, time: block.header.time });
    settleRounds(books, transaction, effect);
  }
  return concerned;
}

/** How deep a block must lie until its transactions are taken for final: no reorganisation came near it. */
const FINAL_DEPTH = 100;

/** Remembers an own transaction that is in a block now, until a reorganisation can't bring it back. */
function confirm(draft: WalletState, txid: string, height: number): void {
  const transaction = draft.pending[txid];
  if (transaction === undefined) return;
  Reflect.deleteProperty(draft.pending, txid);
  for (const [old, { height: at }] of Object.entries(draft.confirmed)) {
    if (at <= height - FINAL_DEPTH) Reflect.deleteProperty(draft.confirmed, old);
  }
  draft.confirmed[txid] = { ...transaction, height };
}

/** What the wallet knows of a transaction that it signed. */
export interface Booking extends Pick<
  HistoryEntry,
  'kind' | 'amount' | 'minerFee' | 'coinjoinFee' | 'peers'
> {
  /** Unix seconds. */
  readonly now: number;
  readonly round: string | null;
  readonly byOwnNode: boolean;
  /** The own transaction whose place it takes (BIP125), and which the books forget. It may still confirm. */
  readonly replaces?: Txid;
}

/** Books an own transaction that is signed and not in a block yet. */
export function applyOwnTransaction(
  draft: WalletState,
  raw: Uint8Array,
  scripts: ScriptIndex,
  entry: Booking,
  policy: ReusePolicy = FREEZE_ALL,
): void {
  const transaction = parseTransaction(raw);
  if (entry.replaces !== undefined) forgetTransaction(draft, entry.replaces);
  const index = new LedgerIndex(draft);
  const known = index.entryOf(transaction.txid);
  if (known !== undefined && known.height !== null) return;
  const effect = applyTransaction({ draft, index, scripts, policy }, transaction, null);
  if (effect === null) return;
  draft.pending[transaction.txid] = {
    raw: toHex(raw),
    at: entry.now,
    round: entry.round,
    byOwnNode: entry.byOwnNode,
  };
  if (known !== undefined) return;
  draft.history.push({
    at: entry.now,
    kind: entry.kind,
    txid: transaction.txid,
    height: null,
    delta: effect.delta.toString(),
    amount: entry.amount,
    minerFee: entry.minerFee,
    coinjoinFee: entry.coinjoinFee,
    fromMixdepth: effect.fromMixdepth,
    toMixdepth: effect.toMixdepth,
    peers: [...entry.peers],
  });
}

/**
 * Undoes everything above a height, after the chain changed there. Blocks are applied again by the scan. A coin that the user
 * froze or named, or that is frozen for address reuse, stays as unconfirmed, so that it comes back as it was.
 */
export function undoAbove(draft: WalletState, height: number): void {
  for (const [txid, { height: at, ...transaction }] of Object.entries(draft.confirmed)) {
    if (at <= height) continue;
    Reflect.deleteProperty(draft.confirmed, txid);
    draft.pending[txid] = transaction;
  }
  for (const [key, coin] of Object.entries(draft.coins)) {
    if (coin.spentBy !== null && coin.spentBy.height !== null && coin.spentBy.height > height) {
      coin.spentBy =
        draft.pending[coin.spentBy.txid] === undefined ? null : { ...coin.spentBy, height: null };
    }
    if (coin.height !== null && coin.height > height) {
      const own = draft.pending[parseOutpoint(key).txid] !== undefined;
      if (own || coin.frozen || coin.label !== '') coin.height = null;
      else Reflect.deleteProperty(draft.coins, key);
    }
  }
  draft.history = draft.history
    .filter((entry) => entry.kind !== 'deposit' || entry.height === null || entry.height <= height)
    .map((entry) => (entry.height !== null && entry.height > height ? { ...entry, height: null } : entry));
}

/**
 * Takes back an own transaction that the network refused, or that lost its coins to another one: what it spent is ours again,
 * what it paid to us never was. A confirmed transaction stays.
 */
export function forgetTransaction(draft: WalletState, id: string): void {
  Reflect.deleteProperty(draft.pending, id);
  for (const [key, coin] of Object.entries(draft.coins)) {
    if (coin.spentBy?.txid === id && coin.spentBy.height === null) coin.spentBy = null;
    if (coin.height === null && parseOutpoint(key).txid === id) Reflect.deleteProperty(draft.coins, key);
  }
  draft.history = draft.history.filter((entry) => entry.txid !== id || entry.height !== null);
}

/** Takes back a transaction that the node would not take, and remembers that its signatures have left. */
export function refuseTransaction(
  draft: WalletState,
  id: string,
  refusal: { readonly at: number; readonly reason: string },
): void {
  const coins = Object.entries(draft.coins)
    .filter(([, coin]) => coin.spentBy?.txid === id)
    .map(([key]) => key);
  forgetTransaction(draft, id);
  draft.refused[id] = { coins, at: refusal.at, reason: refusal.reason.slice(0, 200) };
}

function applyTransaction(
  books: Books,
  transaction: Pick<BlockTransaction, 'txid' | 'inputs' | 'outputs'>,
  height: number | null,
): Effect | null {
  const { draft, index, scripts } = books;
  let spent = 0n;
  let received = 0n;
  let fromMixdepth: number | null = null;
  let toMixdepth: number | null = null;
  const paid: string[] = [];
  for (const input of transaction.inputs) {
    const key = outpointKey(input);
    const coin = draft.coins[key];
    if (coin === undefined) continue;
    spent += BigInt(coin.value);
    fromMixdepth ??= parseKeyPath(coin.path).mixdepth;
    // Another transaction of ours wanted this coin, and lost.
    const rival = coin.spentBy;
    if (height !== null && rival !== null && rival.height === null && rival.txid !== transaction.txid) {
      forgetTransaction(draft, rival.txid);
      index.renew();
    }
    coin.spentBy = { txid: transaction.txid, height };
    index.markSpent(coin.scriptPubKey);
    if (height !== null) settleRefused(draft, key);
    Reflect.deleteProperty(draft.leases, key);
  }
  for (const [vout, output] of transaction.outputs.entries()) {
    const script = toHex(output.script);
    const path = scripts.get(script);
    if (path === undefined) continue;
    received += output.value;
    paid.push(formatKeyPath(path));
    if (path.mixdepth !== fromMixdepth) toMixdepth ??= path.mixdepth;
    addCoin(books, outpointKey({ txid: transaction.txid, vout }), script, path, output.value, height);
  }
  if (spent === 0n && received === 0n) return null;
  return { delta: received - spent, received, fromMixdepth, toMixdepth, paid };
}

/** A coin that a block spends can't be spent again by what was refused. */
function settleRefused(draft: WalletState, coin: string): void {
  for (const [txid, { coins }] of Object.entries(draft.refused)) {
    if (coins.includes(coin)) Reflect.deleteProperty(draft.refused, txid);
  }
}

function addCoin(
  { draft, index, policy }: Books,
  key: string,
  script: string,
  path: KeyPath,
  value: bigint,
  height: number | null,
): void {
  markUsed(draft, path);
  const known = draft.coins[key];
  if (known !== undefined) {
    known.height = height ?? known.height;
    return;
  }
  const locktime = path.branch === TIMELOCKED ? locktimeOf(path.index) : null;
  const reason = locktime === null ? reasonToFreeze(index.useOf(script), value, policy) : null;
  index.markPaid(script);
  const frozenBefore = draft.freezeOnSight[key] !== undefined;
  Reflect.deleteProperty(draft.freezeOnSight, key);
  draft.coins[key] = {
    value: value.toString(),
    scriptPubKey: script,
    path: formatKeyPath(path),
    height,
    spentBy: null,
    frozen: reason !== null || frozenBefore,
    label: reason ?? '',
    locktime,
  };
}

/** A round whose transaction is in a block is done, whatever the process that began it lived to see. */
function settleRounds({ index }: Books, transaction: BlockTransaction, { paid }: Effect): void {
  for (const round of index.roundsOf(transaction, paid)) {
    if (round.outcome === 'open') round.outcome = 'done';
    round.txid = transaction.txid;
  }
}
