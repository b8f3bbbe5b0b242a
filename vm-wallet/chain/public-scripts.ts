import { withChecksum } from '../../shared/bitcoin/descriptor.ts';
import type { PublicScripts } from '../../shared/bridge/chain-scan.ts';
import { MAX_DESCRIPTOR_INDEX } from '../../shared/bridge/scan-limits.ts';
import { toHex, utf8 } from '../../shared/crypto/bytes.ts';
import { sha256 } from '../../shared/crypto/hash.ts';
import { JmError } from '../../shared/errors.ts';
import { TIME_NUMBERS } from '../../shared/jm/bond/time-number.ts';
import { TIMELOCKED } from '../keys/hd-wallet.ts';
import { EXTERNAL, INTERNAL, type AddressSource } from '../store/address-book.ts';
import type { ReadonlyState } from '../store/wallet-store.ts';

/** What descriptors are made of: public keys only. */
export interface DescriptorSource extends AddressSource {
  readonly family: 'native' | 'nested';
  /** The account's extended public key. */
  accountXpub(mixdepth: number): string;
}

/** A branch has more addresses than the net VM may be asked about. */
export class DescriptorRangeError extends JmError<'chain-too-many-addresses'> {}

/** The name of this wallet's watch-only twin in the node: it says nothing to who does not know the xpub already. */
export function nodeWalletName(keys: DescriptorSource): string {
  return `jm-split-${toHex(sha256(utf8(keys.accountXpub(0)))).slice(0, 16)}`;
}

/**
 * All scripts of the wallet as the node can look for them: a ranged descriptor (BIP380) for each branch, and every bond.
 * Whoever sees them knows every address, past and future.
 * @param lastOf The last index to look at on a branch, by its counter `mixdepth/branch`.
 * @throws DescriptorRangeError
 */
export function publicScripts(
  keys: DescriptorSource,
  state: Pick<ReadonlyState, 'mixdepths' | 'family'>,
  lastOf: (counter: string) => number,
): PublicScripts {
  const descriptors = [];
  for (let mixdepth = 0; mixdepth < state.mixdepths; mixdepth += 1) {
    for (const branch of [EXTERNAL, INTERNAL]) {
      const last = lastOf(`${mixdepth}/${branch}`);
      if (last > MAX_DESCRIPTOR_INDEX) throw tooMany(mixdepth, branch);
      const key = `wpkh(${keys.accountXpub(mixdepth)}/${branch}/*)`;
      descriptors.push({ descriptor: withChecksum(keys.family === 'nested' ? `sh(${key})` : key), last });
    }
  }
  const bonds = state.family === 'nested' ? 0 : TIME_NUMBERS;
  const scripts = Array.from({ length: bonds }, (_unused, index) =>
    toHex(keys.scriptAt({ mixdepth: 0, branch: TIMELOCKED, index })),
  );
  return { descriptors, scripts };
}

function tooMany(mixdepth: number, branch: number): DescriptorRangeError {
  return new DescriptorRangeError(
    'chain-too-many-addresses',
    `Branch ${branch} of mixdepth ${mixdepth} has more than ${MAX_DESCRIPTOR_INDEX} addresses`,
    { cure: 'Look for coins by filters: jm-wallet rescan --backend filters.' },
  );
}
