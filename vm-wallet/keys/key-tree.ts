import { BIP32Factory, type BIP32Interface } from 'bip32';
import { createHmac } from 'node:crypto';
import * as secp from 'tiny-secp256k1';
import { bitcoinjsNetwork } from '../../shared/bitcoin/address.ts';
import { parametersOf, type Network } from '../../shared/bitcoin/network.ts';
import { fromHex } from '../../shared/crypto/bytes.ts';
import type { MakerKeys } from './maker-keys.ts';
import { seedOf } from './mnemonic.ts';

const bip32 = BIP32Factory(secp);
/** BIP84 and BIP49. */
export const PURPOSE = { native: 84, nested: 49 } as const;
/** Sets the audit log's key apart from all that is derived of the seed by BIP32. */
const LOG_KEY = 'jm-split/audit-log/v1';

/** The words of a wallet and what they are used for. */
export interface Seed {
  readonly entropy: Uint8Array;
  readonly extension: string;
  readonly network: Network;
  readonly family?: 'native' | 'nested';
}

/** Where a wallet's branches come from. */
export interface KeyTree {
  readonly masterFingerprint: Uint8Array;
  readonly logKey: Uint8Array;
  /** The account of a mixdepth; null when only branches are known. */
  account(mixdepth: number): BIP32Interface | null;
  /** A branch, with or without private key; null when it is not known. */
  branch(mixdepth: number, branch: number): BIP32Interface | null;
}

/** Everything that the words make. */
export function seedTree({ entropy, extension, network, family = 'native' }: Seed): KeyTree {
  const bytes = seedOf(entropy, extension);
  const master = bip32.fromSeed(bytes, bitcoinjsNetwork(network));
  const logKey = Uint8Array.from(createHmac('sha256', bytes).update(LOG_KEY).digest());
  bytes.fill(0);
  const purpose = master.deriveHardened(PURPOSE[family]).deriveHardened(parametersOf(network).coinType);
  return {
    masterFingerprint: Uint8Array.from(master.fingerprint),
    logKey,
    account: (mixdepth) => purpose.deriveHardened(mixdepth),
    branch: (mixdepth, branch) => purpose.deriveHardened(mixdepth).derive(branch),
  };
}

/** The branches that a maker works with, and nothing above or beside them. */
export function branchTree({ network, fingerprint, logKey, branches }: MakerKeys): KeyTree {
  return {
    masterFingerprint: fromHex(fingerprint),
    logKey: fromHex(logKey),
    account: () => null,
    branch: (mixdepth, branch) => {
      const text = branches[`${mixdepth}/${branch}`];
      return text === undefined ? null : bip32.fromBase58(text, bitcoinjsNetwork(network));
    },
  };
}
