import { parseMerkleProof, type MerkleProof } from '../../shared/bitcoin/merkle.ts';
import type { Outpoint } from '../../shared/bitcoin/outpoint.ts';
import { parseTransaction, type ParsedTransaction } from '../../shared/bitcoin/transaction.ts';
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

/** What a piece of evidence says by itself, whatever our chain is. */
interface Read {
  readonly transaction: ParsedTransaction;
  /** Null for a transaction that is only in the mempool. */
  readonly proof: MerkleProof | 'bad-proof' | null;
}

/** Coins of one transaction come with one piece of evidence; it is read once. */
const known = new WeakMap<CoinEvidence, Read | 'wrong-transaction'>();

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
  const read = readEvidence(evidence);
  if (read === 'wrong-transaction' || read.transaction.txid !== outpoint.txid) {
    return refuse('wrong-transaction');
  }
  const output = read.transaction.outputs[outpoint.vout];
  if (output === undefined) return refuse('no-such-output');
  const coin = { ...outpoint, value: output.value, scriptPubKey: output.script };
  const { confirmation } = evidence;
  if (confirmation === null) return accept({ ...coin, confirmations: 0, height: null });

  const { block, height } = confirmation;
  if (chain.headerAt(height)?.hash !== block) return refuse('block-not-in-chain');
  const { proof } = read;
  if (proof === null || proof === 'bad-proof' || proof.header.hash !== block) return refuse('bad-proof');
  if (!proof.txids.includes(outpoint.txid)) return refuse('not-in-block');
  return accept({ ...coin, confirmations: chain.height - height + 1, height });
}

function readEvidence(evidence: CoinEvidence): Read | 'wrong-transaction' {
  const before = known.get(evidence);
  if (before !== undefined) return before;
  const transaction = unlessMalformed(() => parseTransaction(evidence.transaction));
  const { confirmation } = evidence;
  const read =
    transaction === null || isAmbiguous(transaction)
      ? 'wrong-transaction'
      : {
          transaction,
          proof:
            confirmation &&
            (unlessMalformed(() => parseMerkleProof(confirmation.proof)) ?? ('bad-proof' as const)),
        };
  known.set(evidence, read);
  return read;
}

/** 64 bytes may just as well be two hashes inside a merkle tree. */
function isAmbiguous({ weight, raw }: ParsedTransaction): boolean {
  return (weight - raw.length) / 3 === 64;
}

function unlessMalformed<Value>(parse: () => Value): Value | null {
  try {
    return parse();
  } catch (error) {
    if (isJmError(error)) return null;
    throw error;
  }
}
