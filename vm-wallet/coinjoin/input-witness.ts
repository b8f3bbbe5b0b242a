import { Transaction } from 'bitcoinjs-lib';
import { compactForAll, SIGHASH_ALL } from '../../shared/bitcoin/input-signature.ts';
import { p2pkhScript, p2shP2wpkhScript, p2wpkhScript, scriptTypeOf } from '../../shared/bitcoin/script.ts';
import { witnessDigest } from '../../shared/bitcoin/witness-digest.ts';
import { concat, equalBytes } from '../../shared/crypto/bytes.ts';
import { verifyDigest } from '../../shared/crypto/verify.ts';
import type { JoinInput } from './join.ts';

/** What unlocks an input. */
export interface InputWitness {
  readonly scriptSig: Uint8Array;
  readonly witness: readonly Uint8Array[];
}

/** A signature as `sig` carries it. */
export interface OfferedSignature {
  /** DER and the sighash byte. */
  readonly signature: Uint8Array;
  readonly publicKey: Uint8Array;
}

/** Reads the two or three pushes of a `sig` (protocol/messages.md §4.7). Null when they are anything else. */
export function parseSignature(blob: Uint8Array): OfferedSignature | null {
  const pushes: Uint8Array[] = [];
  for (let at = 0; at < blob.length;) {
    const length = blob[at] ?? 0;
    const data = blob.subarray(at + 1, at + 1 + length);
    if (length === 0 || length >= 0x4c || data.length !== length) return null;
    pushes.push(data);
    at += 1 + length;
  }
  const [signature, publicKey] = pushes;
  if (signature === undefined || publicKey?.length !== 33 || pushes.length > 3) return null;
  return { signature, publicKey };
}

/**
 * The witness of an input if the signature is good for it: SIGHASH_ALL, over the proven value and script, by the key that the
 * script names. Null if it is not.
 */
export function witnessFor(
  unsigned: Uint8Array,
  index: number,
  coin: JoinInput,
  { signature, publicKey }: OfferedSignature,
): InputWitness | null {
  const compact = compactForAll(signature);
  if (compact === null) return null;
  const keyScript = p2pkhScript(publicKey);
  switch (scriptTypeOf(coin.scriptPubKey)) {
    case 'p2wpkh': {
      if (!equalBytes(coin.scriptPubKey, p2wpkhScript(publicKey))) return null;
      const digest = witnessDigest(unsigned, index, keyScript, coin.value);
      if (!verifyDigest(digest, publicKey, compact)) return null;
      return { scriptSig: new Uint8Array(0), witness: [signature, publicKey] };
    }
    case 'p2sh': {
      if (!equalBytes(coin.scriptPubKey, p2shP2wpkhScript(publicKey))) return null;
      const digest = witnessDigest(unsigned, index, keyScript, coin.value);
      if (!verifyDigest(digest, publicKey, compact)) return null;
      const redeem = p2wpkhScript(publicKey);
      return { scriptSig: push(redeem), witness: [signature, publicKey] };
    }
    case 'p2pkh': {
      if (!equalBytes(coin.scriptPubKey, keyScript)) return null;
      const digest = Transaction.fromBuffer(unsigned).hashForSignature(index, keyScript, SIGHASH_ALL);
      if (!verifyDigest(digest, publicKey, compact)) return null;
      return { scriptSig: concat(push(signature), push(publicKey)), witness: [] };
    }
    case 'p2wsh':
    case 'p2tr':
    case 'other':
      return null;
  }
}

/** Puts all witnesses in; they must be there for every input, in order. */
export function assemble(unsigned: Uint8Array, witnesses: readonly InputWitness[]): Uint8Array {
  const transaction = Transaction.fromBuffer(unsigned);
  for (const [index, { scriptSig, witness }] of witnesses.entries()) {
    transaction.setInputScript(index, scriptSig);
    transaction.setWitness(index, [...witness]);
  }
  return transaction.toBuffer();
}

function push(data: Uint8Array): Uint8Array {
  return concat(Uint8Array.of(data.length), data);
}
