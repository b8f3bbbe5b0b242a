import { addressOfScript } from '../../shared/bitcoin/address.ts';
import { parseOutpoint } from '../../shared/bitcoin/outpoint.ts';
import { fromHex } from '../../shared/crypto/bytes.ts';
import { locktimeOf, TIME_NUMBERS } from '../../shared/jm/bond/time-number.ts';
import { displayKeyPath, formatKeyPath, TIMELOCKED } from '../keys/hd-wallet.ts';
import { EXTERNAL, INTERNAL } from '../store/address-book.ts';
import type { ReadonlyState } from '../store/wallet-store.ts';
import type { KeyPath } from './coin.ts';

/** One address. */
export interface AddressRow {
  /** As people write it, with a bond's locktime behind it. */
  readonly path: string;
  readonly address: string;
  readonly balance: bigint;
  /** `deposit`, `new`, `2030-01-01 [LOCKED]` and so on (protocol/wallet.md §8). */
  readonly status: string;
  readonly label: string;
}

/** One branch of a mixdepth. */
export interface BranchView {
  readonly branch: number;
  readonly path: string;
  readonly xpub: string;
  readonly rows: readonly AddressRow[];
  readonly balance: ViewBalance;
}

export interface MixdepthView {
  readonly mixdepth: number;
  /** With `fbonds-mpk-` before it where bonds hang below it. */
  readonly xpub: string;
  readonly branches: readonly BranchView[];
  readonly balance: ViewBalance;
}

export interface WalletView {
  readonly mixdepths: readonly MixdepthView[];
  /** Of the whole wallet, whatever is shown of it. */
  readonly balance: ViewBalance;
}

/** Sums of unspent coins in sats. */
export interface ViewBalance {
  readonly total: bigint;
  /** Neither frozen nor locked. */
  readonly unfrozen: bigint;
  /** Of these, confirmed and no bond: what payments and CoinJoins can use. */
  readonly available: bigint;
  readonly unconfirmed: bigint;
}

/** What the view asks of the keys. */
export interface ViewKeys {
  /** True when the accounts' extended keys are not known. */
  readonly ofBranches?: boolean;
  accountXpub(mixdepth: number): string;
  branchXpub(mixdepth: number, branch: number): string;
  addressAt(path: KeyPath): string;
}

/** What to show. */
export interface ViewOptions {
  /** Unix seconds: bonds are locked until theirs. */
  readonly now: number;
  /** Only this mixdepth. */
  readonly mixdepth?: number;
  /** Every address below the next unused one, and every bond address. */
  readonly all?: boolean;
}

/** Branch of burnt coins; JoinMarket shows it, and we never use it. */
const BURN = 3;

type Coin = ReadonlyState['coins'][string];

/** What is known of one path. */
interface Use {
  readonly unspent: { readonly txid: string; readonly coin: Coin }[];
  readonly scriptPubKey: string;
}

/** The state, looked up in one pass. */
interface Lookup {
  readonly state: ReadonlyState;
  readonly keys: ViewKeys;
  readonly options: ViewOptions;
  readonly uses: ReadonlyMap<string, Use>;
  /** What a CoinJoin's equal outputs were worth, by txid. */
  readonly mixed: ReadonlyMap<string, string>;
}

/**
 * What the wallet holds, by mixdepth, branch and address (protocol/wallet.md §8). Listed are addresses with coins, and deposit
 * addresses that were asked for and not paid yet: new ones are never shown before somebody asks for one. The cost grows with the
 * number of addresses; keys are only derived for addresses that were neither shown nor paid.
 */
export function viewWallet(state: ReadonlyState, keys: ViewKeys, options: ViewOptions): WalletView {
  const lookup = { state, keys, options, uses: usesOf(state), mixed: mixedAmounts(state) };
  const mixdepths = Array.from({ length: state.mixdepths }, (_unused, mixdepth) => mixdepth)
    .filter((mixdepth) => options.mixdepth === undefined || mixdepth === options.mixdepth)
    .map((mixdepth) => viewMixdepth(lookup, mixdepth));
  const unspent = Object.values(state.coins).filter(({ spentBy }) => spentBy === null);
  return { mixdepths, balance: balanceAt(unspent, options.now) };
}

function usesOf(state: ReadonlyState): Map<string, Use> {
  const uses = new Map<string, Use>();
  for (const [outpoint, coin] of Object.entries(state.coins)) {
    let use = uses.get(coin.path);
    if (use === undefined) {
      use = { unspent: [], scriptPubKey: coin.scriptPubKey };
      uses.set(coin.path, use);
    }
    if (coin.spentBy === null) use.unspent.push({ txid: parseOutpoint(outpoint).txid, coin });
  }
  return uses;
}

function mixedAmounts({ history }: ReadonlyState): Map<string, string> {
  const mixed = new Map<string, string>();
  for (const { kind, txid, amount } of history) {
    if (kind !== 'deposit' && kind !== 'send') mixed.set(txid, amount);
  }
  return mixed;
}

function viewMixdepth(lookup: Lookup, mixdepth: number): MixdepthView {
  const { state, keys } = lookup;
  const withBonds = mixdepth === 0 && state.family === 'native';
  const numbers = withBonds ? [EXTERNAL, INTERNAL, TIMELOCKED, BURN] : [EXTERNAL, INTERNAL];
  const branches = numbers.map((branch) => viewBranch(lookup, mixdepth, branch));
  return {
    mixdepth,
    xpub: keys.ofBranches === true ? '' : `${withBonds ? 'fbonds-mpk-' : ''}${keys.accountXpub(mixdepth)}`,
    branches,
    balance: sumOf(branches.map(({ balance }) => balance)),
  };
}

function viewBranch(lookup: Lookup, mixdepth: number, branch: number): BranchView {
  const { state, keys, uses, options } = lookup;
  const end = branch === TIMELOCKED ? TIME_NUMBERS : (state.nextIndex[`${mixdepth}/${branch}`] ?? 0);
  const rows: AddressRow[] = [];
  const held: Coin[] = [];
  for (let index = 0; index < end; index += 1) {
    const path = { mixdepth, branch, index };
    const text = formatKeyPath(path);
    if (!isListed(lookup, path, text)) continue;
    const coins = uses.get(text)?.unspent.map(({ coin }) => coin) ?? [];
    held.push(...coins);
    rows.push(viewAddress(lookup, path, text));
  }
  return {
    branch,
    path: displayKeyPath({ mixdepth, branch, index: 0 }, state.network, state.family).replace(
      /\/0(:[0-9]+)?$/u,
      '',
    ),
    xpub: keys.branchXpub(mixdepth, branch),
    rows,
    balance: balanceAt(held, options.now),
  };
}

function isListed({ state, uses, options }: Lookup, { branch }: KeyPath, text: string): boolean {
  if (options.all === true) return true;
  const use = uses.get(text);
  if (use !== undefined) return use.unspent.length > 0;
  const shown = state.shown[text];
  return shown !== undefined && branch !== INTERNAL && shown.purpose === 'deposit';
}

function viewAddress(lookup: Lookup, path: KeyPath, text: string): AddressRow {
  const { state, keys, uses } = lookup;
  const use = uses.get(text);
  const shown = state.shown[text];
  const derived = (): string =>
    use === undefined ? keys.addressAt(path) : addressOfScript(fromHex(use.scriptPubKey), state.network);
  return {
    path: displayKeyPath(path, state.network, state.family),
    address: shown?.address ?? derived(),
    balance: (use?.unspent ?? []).reduce((sum, { coin }) => sum + BigInt(coin.value), 0n),
    status: statusOf(lookup, path, use, shown?.purpose === 'deposit'),
    label: shown?.label ?? '',
  };
}

function statusOf(lookup: Lookup, path: KeyPath, use: Use | undefined, asked: boolean): string {
  const { now } = lookup.options;
  const coins = use?.unspent ?? [];
  const frozen = coins.some(({ coin }) => coin.frozen) ? ' [FROZEN]' : '';
  const pending = coins.some(({ coin }) => coin.height === null) ? ' [PENDING]' : '';
  if (path.branch === TIMELOCKED) {
    const locktime = locktimeOf(path.index);
    const date = new Date(locktime * 1000).toISOString().slice(0, 10);
    return `${date} [${locktime > now ? 'LOCKED' : 'UNLOCKED'}]${frozen}${pending}`;
  }
  const [first] = coins;
  if (first === undefined) return use === undefined && asked ? 'new' : 'used';
  const origin = coins.length > 1 ? 'reused' : originOf(lookup, path, first);
  return `${origin}${frozen}${pending}`;
}

function originOf(
  { mixed }: Lookup,
  { branch }: KeyPath,
  { txid, coin }: { readonly txid: string; readonly coin: Coin },
): string {
  if (branch === EXTERNAL) return 'deposit';
  const amount = mixed.get(txid);
  if (amount === undefined) return 'non-cj-change';
  return coin.value === amount ? 'cj-out' : 'change-out';
}

function balanceAt(coins: readonly Coin[], now: number): ViewBalance {
  const sum = (some: readonly Coin[]): bigint => some.reduce((total, { value }) => total + BigInt(value), 0n);
  const unfrozen = coins.filter(({ frozen, locktime }) => !frozen && (locktime ?? 0) <= now);
  return {
    total: sum(coins),
    unfrozen: sum(unfrozen),
    available: sum(unfrozen.filter(({ height, locktime }) => height !== null && locktime === null)),
    unconfirmed: sum(coins.filter(({ height }) => height === null)),
  };
}

function sumOf(balances: readonly ViewBalance[]): ViewBalance {
  const sum = (of: (balance: ViewBalance) => bigint): bigint =>
    balances.reduce((total, balance) => total + of(balance), 0n);
  return {
    total: sum(({ total }) => total),
    unfrozen: sum(({ unfrozen }) => unfrozen),
    available: sum(({ available }) => available),
    unconfirmed: sum(({ unconfirmed }) => unconfirmed),
  };
}
