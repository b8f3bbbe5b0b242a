import type { Psbt } from 'bitcoinjs-lib';
import { p2wpkhScript, scriptTypeOf } from '../../shared/bitcoin/script.ts';
import { equalBytes } from '../../shared/crypto/bytes.ts';
import { signPermitted, type Signer, type SigningPermit } from '../rules/gate.ts';
import type { PsbtInputFacts } from '../rules/psbt.ts';

/**
 * Adds our signatures to a PSBT, and what our inputs still lack for being finalized.
 * @param granted Leave for the transaction of this very PSBT.
 * @returns How many inputs we signed.
 * @throws RuleError, StoreError
 */
export async function signPsbt(
  psbt: Psbt,
  granted: SigningPermit,
  inputs: readonly PsbtInputFacts[],
  signer: Signer,
): Promise<number> {
  const signatures = await signPermitted(granted, signer);
  for (const { index, signature } of signatures) {
    const input = psbt.data.inputs[index];
    const coin = inputs[index]?.coin;
    if (input === undefined || coin === undefined || coin === null) continue;
    const { publicKey, signature: bytes } = signature;
    if (input.finalScriptWitness !== undefined || input.finalScriptSig !== undefined) continue;
    if (input.witnessUtxo === undefined) {
      psbt.updateInput(index, { witnessUtxo: { script: coin.scriptPubKey, value: coin.value } });
    }
    if (scriptTypeOf(coin.scriptPubKey) === 'p2sh' && input.redeemScript === undefined) {
      psbt.updateInput(index, { redeemScript: p2wpkhScript(publicKey) });
    }
    const known = input.partialSig?.some(({ pubkey }) => equalBytes(pubkey, publicKey)) ?? false;
    if (!known) psbt.updateInput(index, { partialSig: [{ pubkey: publicKey, signature: bytes }] });
  }
  return signatures.length;
}
