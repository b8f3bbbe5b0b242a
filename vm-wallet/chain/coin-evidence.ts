import { parseMerkleProof } from '../../shared/bitcoin/merkle.ts';
import type { Outpoint } from '../../shared/bitcoin/outpoint.ts';
import { parseTransaction } from '../../shared/bitcoin/transaction.ts';
import type { CoinEvidence, VerifiedCoin } from '../../shared/bridge/chain.ts';
import { accept, isJmError, refuse, type Result } from '../../shared/errors.ts';
import type { VerifiedChain } from './header-chain.ts';

/** Why a peer's coin was not believed. */
export type EvidenceRefusal =
  | 'no-evidence'
  | 'not-found'
  | 'wrong-transaction'
  | 'no-such-output'
  | 'block-not-in-chain'
  | 'bad-proof'
  | 'not-in-block';

/**
 * Believes in a coin only as far as proof of work backs it: its transaction must hash to its txid, and for each confirmation a
 * merkle proof must tie it to a block of our own verified chain. That it is unspent remains the node's word.
 */
export function verifyCoin(
  outpoint: Outpoint,
  evidence: CoinEvidence | null,
  chain: VerifiedChain,
): Result<VerifiedCoin, EvidenceRefusal> {
  if (evidence === null) return refuse('not-found');
  let transaction;
  try {
    transaction = parseTransaction(evidence.transaction);
  } catch (error) {
    if (!isJmError(error)) throw error;
    return refuse('wrong-transaction');
  }
  if (transaction.txid !== outpoint.txid) return refuse('wrong-transaction');
  // 64 bytes may just as well be two hashes inside a merkle tree.
  if ((transaction.weight - transaction.raw.length) / 3 === 64) return refuse('wrong-transaction');
  const output = transaction.outputs[outpoint.vout];
  if (output === undefined) return refuse('no-such-output');
  const coin = { ...outpoint, value: output.value, scriptPubKey: output.script };
  const { confirmation } = evidence;
  if (confirmation === null) return accept({ ...coin, confirmations: 0, height: null });

  if (chain.headerAt(confirmation.height)?.hash !== confirmation.block) return refuse('block-not-in-chain');
  try {
    const proof = parseMerkleProof(confirmation.proof);
    if (proof.header.hash !== confirmation.block) return refuse('bad-proof');
    if (!proof.txids.includes(outpoint.txid)) return refuse('not-in-block');
  } catch (error) {
    if (!isJmError(error)) throw error;
    return refuse('bad-proof');
  }
  return accept({
    ...coin,
    confirmations: chain.height - confirmation.height + 1,
    height: confirmation.height,
  });
}
