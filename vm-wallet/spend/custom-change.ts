import { scriptOfAddress } from '../../shared/bitcoin/address.ts';
import type { Network } from '../../shared/bitcoin/network.ts';
import { equalBytes, toHex } from '../../shared/crypto/bytes.ts';
import type { ScriptIndex } from '../chain/ledger.ts';
import { TIMELOCKED } from '../keys/hd-wallet.ts';
import type { Destination } from './destinations.ts';
import { SendError } from './spend-error.ts';

/** Where the user wants the change. */
export interface CustomChange {
  readonly address: string;
  readonly script: Uint8Array;
  /** True when it is no address of this wallet. */
  readonly foreign: boolean;
  /** Null for a foreign address. */
  readonly mixdepth: number | null;
}

/**
 * Checks the address that the user gave for the change.
 * @throws AddressError; SendError `send-bad-change`.
 */
export function customChange(
  address: string,
  { network, scripts }: { readonly network: Network; readonly scripts: ScriptIndex },
  destinations: readonly Destination[],
): CustomChange {
  if (destinations.some(({ amount }) => amount === 0n)) {
    throw new SendError('send-bad-change', 'A sweep has no change', { cure: 'Leave --change out.' });
  }
  const script = scriptOfAddress(address, network);
  if (
    destinations.some((destination) => destination.script !== null && equalBytes(destination.script, script))
  ) {
    throw new SendError('send-bad-change', 'The change would go to an address that is paid', {
      cure: 'Give another address, or leave --change out.',
    });
  }
  const path = scripts.get(toHex(script));
  if (path?.branch === TIMELOCKED) {
    throw new SendError('send-bad-change', 'The change would be locked in a bond', {
      cure: 'Give another address, or leave --change out.',
    });
  }
  return { address, script, foreign: path === undefined, mixdepth: path?.mixdepth ?? null };
}
