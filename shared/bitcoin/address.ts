import { address as bitcoinAddress, initEccLib, type Network as BitcoinjsNetwork } from 'bitcoinjs-lib';
import * as secp from 'tiny-secp256k1';
import { JmError } from '../errors.ts';
import { parametersOf, type Network } from './network.ts';
import { scriptTypeOf } from './script.ts';

// Without it bitcoinjs-lib knows no taproot address.
initEccLib(secp);

/** Text that is no address of the network, or a script that has no address. */
export class AddressError extends JmError<'bad-address' | 'no-address-for-script'> {}

/** bitcoinjs-lib's description of a network. */
export function bitcoinjsNetwork(network: Network): BitcoinjsNetwork {
  const parameters = parametersOf(network);
  return {
    messagePrefix: '\u0018Bitcoin Signed Message:\n',
    bech32: parameters.bech32,
    bip32: parameters.bip32,
    pubKeyHash: parameters.pubKeyHash,
    scriptHash: parameters.scriptHash,
    wif: parameters.wif,
  };
}

/**
 * The scriptPubKey that an address pays to. Checksum, network and witness version are verified; witness versions that nobody can
 * spend safely yet are refused.
 * @throws AddressError `bad-address`.
 */
export function scriptOfAddress(address: string, network: Network): Uint8Array {
  try {
    if (isFutureWitness(address)) throw new AddressError('bad-address', 'A witness version without rules');
    return bitcoinAddress.toOutputScript(address, bitcoinjsNetwork(network));
  } catch (cause) {
    throw new AddressError('bad-address', `${JSON.stringify(address)} is not a ${network} address`, {
      cure: 'Copy the address again, and check that it belongs to this network.',
      cause,
    });
  }
}

/** Scripts of witness version 0. */
const FIRST_VERSION: ReadonlySet<string> = new Set(['p2wpkh', 'p2wsh']);

/** The address of a scriptPubKey. @throws AddressError `no-address-for-script`. */
export function addressOfScript(script: Uint8Array, network: Network): string {
  try {
    // bitcoinjs-lib would try every kind of script before this one, which nearly all are of.
    if (FIRST_VERSION.has(scriptTypeOf(script))) {
      return bitcoinAddress.toBech32(script.subarray(2), 0, parametersOf(network).bech32);
    }
    return bitcoinAddress.fromOutputScript(script, bitcoinjsNetwork(network));
  } catch (cause) {
    throw new AddressError('no-address-for-script', 'This script has no address', { cause });
  }
}

/** Witness programs that consensus gives no meaning yet: anyone may spend what is sent there. */
function isFutureWitness(address: string): boolean {
  let program;
  try {
    program = bitcoinAddress.fromBech32(address);
  } catch {
    return false;
  }
  return program.version > 1 || (program.version === 1 && program.data.length !== 32);
}
