import type { BIP32Interface } from 'bip32';
import { addressOfScript } from '../../shared/bitcoin/address.ts';
import { parametersOf, type Network } from '../../shared/bitcoin/network.ts';
import { p2shP2wpkhScript, p2wpkhScript } from '../../shared/bitcoin/script.ts';
import { JmError } from '../../shared/errors.ts';
import { bondScript } from '../../shared/jm/bond/script.ts';
import { locktimeOf } from '../../shared/jm/bond/time-number.ts';
import type { KeyPath } from '../coins/coin.ts';
import { branchTree, PURPOSE, seedTree, type KeyTree, type Seed } from './key-tree.ts';
import type { MakerKeys } from './maker-keys.ts';
import { keepBranches } from './private-branches.ts';

/** A path outside the wallet, or outside of what its password opens. */
export class KeyPathError extends JmError<'bad-key-path' | 'wallet-key-locked'> {}

const MAX_INDEX = 0x7fff_ffff;
/** Branch of timelocked addresses, of which only the first mixdepth has any (protocol/wallet.md §1). */
export const TIMELOCKED = 2;

/**
 * Segwit keys of one seed: `m/84'/coin'/mixdepth'/branch/index` (BIP84), or `m/49'/…` of an old wallet (BIP49;
 * protocol/wallet.md §1). What it says is public; private keys are lent by `lend-key.ts`, to the rules alone.
 */
export class HdWallet {
  readonly network: Network;
  readonly family: 'native' | 'nested';
  /** First four bytes of the hash of the master's public key (BIP32), by which other signers know this seed. */
  readonly masterFingerprint: Uint8Array;
  /** 32 bytes that seal the audit log: the same for the same words, whichever password opened the wallet. */
  readonly logKey: Uint8Array;
  /** True when only the branches that a maker works with are known. */
  readonly ofBranches: boolean;
  readonly #tree: KeyTree;
  readonly #branches = new Map<string, BIP32Interface>();
  readonly #publicKeys = new Map<string, Uint8Array>();
  readonly #scripts = new Map<string, Uint8Array>();

  constructor(source: Seed | MakerKeys) {
    this.ofBranches = 'branches' in source;
    this.#tree = 'branches' in source ? branchTree(source) : seedTree(source);
    this.network = source.network;
    this.family = 'branches' in source ? 'native' : (source.family ?? 'native');
    this.masterFingerprint = this.#tree.masterFingerprint;
    this.logKey = this.#tree.logKey;
    keepBranches(this, (path) => this.#branch(path));
  }

  /** The account's extended public key, always in xpub or tpub form. @throws KeyPathError when only branches are known. */
  accountXpub(mixdepth: number): string {
    const account = this.#tree.account(mixdepth);
    if (account === null) throw lockedKey();
    return account.neutered().toBase58();
  }

  /** The branch's extended public key. */
  branchXpub(mixdepth: number, branch: number): string {
    return this.#branch({ mixdepth, branch, index: 0 }).neutered().toBase58();
  }

  /** The compressed public key at a path. */
  publicKeyAt(path: KeyPath): Uint8Array {
    const text = formatKeyPath(path);
    const known = this.#publicKeys.get(text);
    if (known !== undefined) return known;
    const key = this.#publicBranch(path).derive(path.index).publicKey;
    this.#publicKeys.set(text, key);
    return key;
  }

  /** The script at a path; on the timelocked branch that of the bond that is locked to the index's month. */
  scriptAt(path: KeyPath): Uint8Array {
    const text = formatKeyPath(path);
    const known = this.#scripts.get(text);
    if (known !== undefined) return known;
    const script = this.#deriveScript(path);
    this.#scripts.set(text, script);
    return script;
  }

  /** The address at a path. */
  addressAt(path: KeyPath): string {
    return addressOfScript(this.scriptAt(path), this.network);
  }

  #deriveScript(path: KeyPath): Uint8Array {
    const publicKey = this.publicKeyAt(path);
    if (path.branch === TIMELOCKED) return bondScript(publicKey, locktimeOf(path.index));
    return this.family === 'nested' ? p2shP2wpkhScript(publicKey) : p2wpkhScript(publicKey);
  }

  #branch(path: KeyPath): BIP32Interface {
    checkPath(path);
    const text = `${path.mixdepth}/${path.branch}`;
    const known = this.#branches.get(text);
    if (known !== undefined) return known;
    const branch = this.#tree.branch(path.mixdepth, path.branch);
    if (branch === null) throw lockedKey();
    this.#branches.set(text, branch);
    return branch;
  }

  #publicBranch(path: KeyPath): BIP32Interface {
    const text = `${path.mixdepth}/${path.branch}/public`;
    const known = this.#branches.get(text);
    if (known !== undefined) return known;
    const branch = this.#branch(path).neutered();
    this.#branches.set(text, branch);
    return branch;
  }
}

/** `mixdepth/branch/index`. */
export function formatKeyPath(path: KeyPath): string {
  return `${path.mixdepth}/${path.branch}/${path.index}`;
}

/** Reads `mixdepth/branch/index`. @throws KeyPathError */
export function parseKeyPath(text: string): KeyPath {
  const match = /^([0-9]{1,2})\/([0-3])\/([0-9]{1,10})$/u.exec(text);
  const [, mixdepth, branch, index] = match ?? [];
  if (mixdepth === undefined || branch === undefined || index === undefined) {
    throw new KeyPathError('bad-key-path', 'A key path reads mixdepth/branch/index');
  }
  const path = { mixdepth: Number(mixdepth), branch: Number(branch), index: Number(index) };
  checkPath(path);
  return path;
}

/** `m/84'/coin'/mixdepth'/branch/index`, for people; a bond's with its locktime behind it (protocol/wallet.md §1.2). */
export function displayKeyPath(
  { mixdepth, branch, index }: KeyPath,
  network: Network,
  family: 'native' | 'nested' = 'native',
): string {
  const path = `m/${PURPOSE[family]}'/${parametersOf(network).coinType}'/${mixdepth}'/${branch}/${index}`;
  return branch === TIMELOCKED ? `${path}:${locktimeOf(index)}` : path;
}

function checkPath({ mixdepth, branch, index }: KeyPath): void {
  const whole = [mixdepth, branch, index].every((part) => Number.isSafeInteger(part) && part >= 0);
  if (!whole || mixdepth > 99 || branch > 3 || index > MAX_INDEX) {
    throw new KeyPathError('bad-key-path', 'This path is outside the wallet');
  }
}

/** A key that the maker password does not open. */
export function lockedKey(): KeyPathError {
  return new KeyPathError('wallet-key-locked', 'The maker password does not open this key', {
    cure: "Open the wallet with the owner's password.",
  });
}
