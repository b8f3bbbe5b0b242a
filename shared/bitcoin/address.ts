import { address as bitcoinAddress, initEccLib, type Network as BitcoinjsNetwork } from 'bitcoinjs-lib';
import * as secp from 'tiny-secp256k1';
import { concat } from '../crypto/bytes.ts';
import { JmError } from '../errors.ts';
import { parametersOf, type Network } from './network.ts';
import { scriptTypeOf } from './script.ts';

// Without it bitcoinjs-lib knows no taproot address.
initEccLib(secp);

/** Text that is no address of the network, or a script that has no address. */
export class AddressError extends JmError<'bad-address' | 'no-address-for-script'> {}

type WitnessProgram = ReturnType<typeof bitcoinAddress.fromBech32>;

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
    const program = witnessProgram(address);
    if (program === null) return bitcoinAddress.toOutputScript(address, bitcoinjsNetwork(network));
    const { version, data, prefix } = program;
    if (isFutureWitness(program)) throw new AddressError('bad-address', 'A witness version without rules');
    // bitcoinjs-lib would read it as base58 first, which takes ten times as long; and nearly all addresses are of this version.
    if (version === 0 && prefix === parametersOf(network).bech32) return firstVersionScript(data);
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

/** What a bech32 address says (BIP173, BIP350), or null for any other text. */
function witnessProgram(address: string): WitnessProgram | null {
  try {
    return bitcoinAddress.fromBech32(address);
  } catch {
    return null;
  }
}

/** Witness programs that consensus gives no meaning yet: anyone may spend what is sent there. */
function isFutureWitness({ version, data }: WitnessProgram): boolean {
  return version > 1 || (version === 1 && data.length !== 32);
}

/** p2wpkh or p2wsh, by the length of the program (BIP141). */
function firstVersionScript(program: Uint8Array): Uint8Array {
  if (program.length !== 20 && program.length !== 32) {
    throw new AddressError('bad-address', `A witness program of ${program.length} bytes`);
  }
  return concat(Uint8Array.of(0x00, program.length), program);
}
