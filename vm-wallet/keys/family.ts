import { BIP32Factory, type BIP32Interface } from 'bip32';
import * as secp from 'tiny-secp256k1';
import { addressOfScript, bitcoinjsNetwork } from '../../shared/bitcoin/address.ts';
import { parametersOf, type Network } from '../../shared/bitcoin/network.ts';
import { p2pkhScript, p2shP2wpkhScript, p2wpkhScript } from '../../shared/bitcoin/script.ts';
import { toHex, utf8 } from '../../shared/crypto/bytes.ts';
import { hash256 } from '../../shared/crypto/hash.ts';
import type { KeyPath } from '../coins/coin.ts';
import { seedOf } from './mnemonic.ts';

/** The reference's wallet types, by what their addresses look like (protocol/wallet.md §1). */
export type WalletFamily = 'legacy' | 'nested' | 'native' | 'native-bonds';

const bip32 = BIP32Factory(secp);

/** Derivation of one of the reference's wallet types, to recognise and read old wallets. */
export class FamilyKeys {
  readonly family: WalletFamily;
  readonly network: Network;
  readonly #master: BIP32Interface;

  constructor(
    family: WalletFamily,
    seed: { readonly entropy: Uint8Array; readonly extension: string; readonly network: Network },
  ) {
    this.family = family;
    this.network = seed.network;
    this.#master = bip32.fromSeed(
      // The oldest wallets feed the text of the hex, not the bytes.
      family === 'legacy' ? utf8(toHex(seed.entropy)) : seedOf(seed.entropy, seed.extension),
      bitcoinjsNetwork(seed.network),
    );
  }

  /** `m/84'/0'/0'` and the like. */
  accountPath(mixdepth: number): string {
    const coin = parametersOf(this.network).coinType;
    switch (this.family) {
      case 'legacy':
        return `m/0/${mixdepth}`;
      case 'nested':
        return `m/49'/${coin}'/${mixdepth}'`;
      case 'native':
      case 'native-bonds':
        return `m/84'/${coin}'/${mixdepth}'`;
    }
  }

  /** The account's extended public key; that of a bond wallet's first mixdepth has the reference's prefix. */
  accountXpub(mixdepth: number): string {
    const xpub = this.#node(this.accountPath(mixdepth)).neutered().toBase58();
    return this.family === 'native-bonds' && mixdepth === 0 ? `fbonds-mpk-${xpub}` : xpub;
  }

  branchXpub(mixdepth: number, branch: number): string {
    return this.#node(`${this.accountPath(mixdepth)}/${branch}`)
      .neutered()
      .toBase58();
  }

  publicKeyAt(path: KeyPath): Uint8Array {
    return this.#node(`${this.accountPath(path.mixdepth)}/${path.branch}/${path.index}`).publicKey;
  }

  scriptAt(path: KeyPath): Uint8Array {
    const publicKey = this.publicKeyAt(path);
    switch (this.family) {
      case 'legacy':
        return p2pkhScript(publicKey);
      case 'nested':
        return p2shP2wpkhScript(publicKey);
      case 'native':
      case 'native-bonds':
        return p2wpkhScript(publicKey);
    }
  }

  addressAt(path: KeyPath): string {
    return addressOfScript(this.scriptAt(path), this.network);
  }

  /** The reference's six hex characters for the wallet (protocol/wallet.md §2). */
  walletId(): string {
    const branch = this.#node(`${this.accountPath(0)}/0`);
    const identity = this.family === 'native-bonds' ? branch.publicKey : utf8(branch.toBase58());
    return toHex(hash256(identity)).slice(0, 6);
  }

  #node(path: string): BIP32Interface {
    return this.#master.derivePath(path);
  }
}
