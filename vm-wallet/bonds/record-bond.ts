import { addressOfScript } from '../../shared/bitcoin/address.ts';
import { outpointKey } from '../../shared/bitcoin/outpoint.ts';
import { fromHex, toHex } from '../../shared/crypto/bytes.ts';
import { isCompressedPublicKey } from '../../shared/crypto/verify.ts';
import { bondScript } from '../../shared/jm/bond/script.ts';
import { locktimeOf, timeNumberOf, timeNumberOfMonth } from '../../shared/jm/bond/time-number.ts';
import { formatKeyPath, TIMELOCKED, type HdWallet } from '../keys/hd-wallet.ts';
import type { BondRecord, WalletState } from '../store/state.ts';
import type { Bond, BondCoin } from './bond-book.ts';
import { BondError } from './bond-error.ts';

const NEW = { certificate: null, request: null, coin: null } as const;

/**
 * The first second of the month that `YYYY-MM` names.
 * @param now Unix seconds.
 * @throws TimeNumberError; BondError `bond-month-over` for a month that has begun.
 */
export function locktimeOfMonth(text: string, now: number): number {
  const locktime = locktimeOf(timeNumberOfMonth(text));
  if (locktime > now) return locktime;
  throw new BondError(
    'bond-month-over',
    `A bond until ${text} would not lock anything: that month has begun`,
    {
      cure: 'Give a later month. Most makers lock for six months to some years.',
    },
  );
}

/** Writes down a bond of our own key, in a `commit`, before its address is shown. @throws BondError `bond-nested`. */
export function recordOwnBond(
  draft: WalletState,
  keys: HdWallet,
  { locktime, now }: { readonly locktime: number; readonly now: number },
): string {
  if (draft.family === 'nested') {
    throw new BondError('bond-nested', 'A wallet with nested addresses has no bonds', {
      cure: 'Make a native wallet: "jm-wallet --wallet NAME create".',
    });
  }
  const path = { mixdepth: 0, branch: TIMELOCKED, index: timeNumberOf(locktime) };
  const address = keys.addressAt(path);
  const publicKey = toHex(keys.publicKeyAt(path));
  draft.bonds[address] ??= { locktime, publicKey, path: formatKeyPath(path), createdAt: now, ...NEW };
  return address;
}

/**
 * Writes down a bond whose key is kept elsewhere.
 * @param publicKey 66 hex characters.
 * @throws BondError `bond-bad-key`, `bond-own-key`.
 */
export function recordColdBond(
  draft: WalletState,
  keys: HdWallet,
  {
    publicKey,
    locktime,
    now,
  }: { readonly publicKey: string; readonly locktime: number; readonly now: number },
): string {
  if (!/^0[23][0-9a-f]{64}$/u.test(publicKey) || !isCompressedPublicKey(fromHex(publicKey))) {
    throw new BondError('bond-bad-key', 'This is not a compressed public key', {
      cure: 'Give the 66 hex characters that begin with 02 or 03.',
    });
  }
  const address = addressOfScript(bondScript(fromHex(publicKey), locktime), draft.network);
  const own = { mixdepth: 0, branch: TIMELOCKED, index: timeNumberOf(locktime) };
  if (toHex(keys.publicKeyAt(own)) === publicKey) {
    throw new BondError('bond-own-key', 'This is a key of this very wallet', {
      cure: 'It needs no watching: "jm-wallet bond create".',
    });
  }
  draft.bonds[address] ??= { locktime, publicKey, path: null, createdAt: now, ...NEW };
  return address;
}

/** Writes down own bonds that the scan found. @returns How many were not known before. */
export function recordFound(draft: WalletState, bonds: readonly Bond[], now: number): number {
  const fresh = bonds.filter(({ address, path }) => path !== null && draft.bonds[address] === undefined);
  for (const { address, path, publicKey, locktime } of fresh) {
    if (path === null) continue;
    const record = { locktime, publicKey: toHex(publicKey), path: formatKeyPath(path), createdAt: now };
    draft.bonds[address] = { ...record, ...NEW };
  }
  return fresh.length;
}

/** The record of a bond whose key is kept elsewhere. @throws BondError `bond-unknown`, `bond-own-key`. */
export function coldRecord(draft: Pick<WalletState, 'bonds'>, address: string): BondRecord {
  const record = draft.bonds[address];
  if (record === undefined) throw unknownBond(address);
  if (record.path !== null) {
    throw new BondError('bond-own-key', 'The key of this bond is in this wallet, which certifies by itself');
  }
  return record;
}

/**
 * The bond that the user names by its address, with all its coins, or by one coin as `TXID:VOUT`, with only that.
 * @throws BondError `bond-unknown`.
 */
export function namedBond(
  bonds: readonly Bond[],
  name: string,
): { readonly bond: Bond; readonly coins: readonly BondCoin[] } {
  for (const bond of bonds) {
    if (bond.address === name) return { bond, coins: bond.coins };
    const coins = bond.coins.filter((coin) => outpointKey(coin) === name.toLowerCase());
    if (coins.length > 0) return { bond, coins };
  }
  throw unknownBond(name);
}

function unknownBond(name: string): BondError {
  return new BondError('bond-unknown', `${JSON.stringify(name)} is no bond of this wallet`, {
    cure: '"jm-wallet bond list" names them.',
  });
}
