import { Transaction, type Psbt } from 'bitcoinjs-lib';
import { outpointKey } from '../../shared/bitcoin/outpoint.ts';
import { parseTransaction, type ParsedTransaction } from '../../shared/bitcoin/transaction.ts';
import { scriptTypeOf } from '../../shared/bitcoin/script.ts';
import { concat, equalBytes } from '../../shared/crypto/bytes.ts';
import { compactSize } from '../../shared/crypto/hash.ts';
import { isLowS, verifyDigest } from '../../shared/crypto/verify.ts';
import { parseBondScript } from '../../shared/jm/bond/script.ts';
import { bondWitness } from '../bonds/bond-witness.ts';
import { parseSignature, witnessFor } from '../coinjoin/input-witness.ts';
import type { StatedOutput } from '../rules/psbt.ts';
import { statedOutputs } from './psbt-facts.ts';
import { unsignedOf } from './read-psbt.ts';
import { PsbtError } from './spend-error.ts';

/** Brings what several signers added together. @throws PsbtError `psbt-not-same`. */
export function combinePsbts(first: Psbt, others: readonly Psbt[]): Psbt {
  try {
    return first.combine(...others);
  } catch (cause) {
    throw new PsbtError('psbt-not-same', 'These are not of one transaction', {
      cure: 'Combine only files that came from the same unsigned PSBT.',
      cause,
    });
  }
}

/** Checks every signature and puts it in its place. @throws PsbtError `psbt-incomplete`, `psbt-bad-signature`. */
export function finalizePsbt(psbt: Psbt): Psbt {
  const missing: number[] = [];
  for (const [index, input] of psbt.data.inputs.entries()) {
    if (input.finalScriptSig !== undefined || input.finalScriptWitness !== undefined) continue;
    if (input.partialSig === undefined || input.partialSig.length === 0) missing.push(index);
    else finalizeInput(psbt, index);
  }
  if (missing.length > 0) {
    throw new PsbtError('psbt-incomplete', `No signature for input ${missing.join(', ')}`, {
      cure: 'Let every owner sign it, and combine the files.',
    });
  }
  return psbt;
}

function finalizeInput(psbt: Psbt, index: number): void {
  let good: boolean;
  try {
    good = psbt.validateSignaturesOfInput(
      index,
      (publicKey, digest, signature) => isLowS(signature) && verifyDigest(digest, publicKey, signature),
    );
    if (good) psbt.finalizeInput(index, bondFinalizer(psbt, index));
  } catch (cause) {
    throw new PsbtError('psbt-incomplete', `Input ${index} can't be finalized`, {
      cure: 'It may lack signatures, its script, or what it spends.',
      cause,
    });
  }
  if (!good) throw badSignature(index);
}

interface FinalScripts {
  readonly finalScriptSig: Uint8Array | undefined;
  readonly finalScriptWitness: Uint8Array;
}

/** bitcoinjs-lib does not know a bond's script; undefined for inputs that it knows by itself. */
function bondFinalizer(psbt: Psbt, index: number): (() => FinalScripts) | undefined {
  const { witnessScript, partialSig } = psbt.data.inputs[index] ?? {};
  const bond = witnessScript === undefined ? null : parseBondScript(witnessScript);
  const signature = partialSig?.find(
    ({ pubkey }) => bond !== null && equalBytes(pubkey, bond.publicKey),
  )?.signature;
  if (witnessScript === undefined || signature === undefined) return undefined;
  const pushes = [signature, witnessScript].flatMap((push) => [compactSize(push.length), push]);
  return () => ({ finalScriptSig: undefined, finalScriptWitness: concat(Uint8Array.of(2), ...pushes) });
}

/** A transaction that was taken out of a finalized PSBT, with what it spends. */
export interface ExtractedTransaction {
  readonly raw: Uint8Array;
  readonly transaction: ParsedTransaction;
}

/**
 * Takes the signed transaction out of a finalized PSBT, and checks the signature of every input on a single key, and of every fidelity
 * bond, once more. Scripts of other kinds are left to the node.
 * @throws PsbtError
 */
export function extractTransaction(psbt: Psbt): ExtractedTransaction {
  let raw: Uint8Array;
  try {
    raw = Uint8Array.from(psbt.extractTransaction(true).toBuffer());
  } catch (cause) {
    throw new PsbtError('psbt-incomplete', 'This PSBT is not finalized', { cause });
  }
  const transaction = parseTransaction(raw);
  const unsigned = unsignedOf(psbt);
  for (const [index, { witness, script }] of Transaction.fromBuffer(raw).ins.entries()) {
    const [stated] = statedOutputs(psbt, index);
    const input = transaction.inputs[index];
    if (stated === undefined || input === undefined) {
      throw new PsbtError('psbt-no-amounts', `Input ${index} does not say what it spends`, {
        cure: 'Export it with the outputs that it spends (witness_utxo or non_witness_utxo).',
      });
    }
    const coin = { ...input, value: stated.value, scriptPubKey: stated.script };
    const bond = bondSignature(stated, witness);
    if (bond !== null && bondWitness(unsigned, index, coin, bond) === null) {
      throw badSignature(index, outpointKey(input));
    }
    const offered = singleKeySignature(stated, witness, script);
    if (offered === null) continue;
    if (witnessFor(unsigned, index, coin, offered) === null) throw badSignature(index, outpointKey(input));
  }
  return { raw, transaction };
}

/** Null for what does not spend a fidelity bond. */
function bondSignature(
  { script }: StatedOutput,
  [signature, witnessScript, more]: readonly Uint8Array[],
): { readonly signature: Uint8Array; readonly witnessScript: Uint8Array } | null {
  if (signature === undefined || witnessScript === undefined || more !== undefined) return null;
  return scriptTypeOf(script) === 'p2wsh' && parseBondScript(witnessScript) !== null
    ? { signature, witnessScript }
    : null;
}

/** Null for scripts that are not those of a single key. */
function singleKeySignature(
  { script }: StatedOutput,
  witness: readonly Uint8Array[],
  scriptSig: Uint8Array,
): { readonly signature: Uint8Array; readonly publicKey: Uint8Array } | null {
  const [signature = new Uint8Array(0), publicKey = new Uint8Array(0), more] = witness;
  const type = scriptTypeOf(script);
  if (type === 'p2pkh') return parseSignature(scriptSig);
  const plain = type === 'p2wpkh' || (type === 'p2sh' && publicKey.length === 33 && more === undefined);
  return plain ? { signature, publicKey } : null;
}

function badSignature(index: number, name = `input ${index}`): PsbtError {
  return new PsbtError('psbt-bad-signature', `A signature for ${name} is wrong`, {
    cure: 'Ask its owner to sign again; do not broadcast this.',
  });
}
