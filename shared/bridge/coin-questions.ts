import DataLoader from 'dataloader';
import type { BlockHash, Outpoint } from '../bitcoin/outpoint.ts';
import { concat } from '../crypto/bytes.ts';
import { JmError } from '../errors.ts';
import { MAX_COINS, MAX_PROOF_BYTES, MAX_TRANSACTION_BYTES, type CoinEvidence } from './chain.ts';
import { violation } from './hello.ts';
import { failureText, failureOf, type FailureText, type Message } from './message.ts';
import * as schema from './schema/validators.js';

/*
 * The part of `jm.Chain` that brings evidence for coins. Coins that are asked for at the same time go in one question: a CoinJoin
 * has dozens of them, and somebody waits.
 */

/** A coin whose transaction or proof is larger than any that a CoinJoin needs. */
class OversizedEvidence extends JmError<'evidence-too-large'> {}

/** Sends one request of `jm.Chain` whose answer may bring so many raw bytes. */
type Ask = (method: string, json: unknown, options: { readonly answerLimit: number }) => Promise<Message>;

/** What the answer says of one coin. Its bytes follow those of the coins before it. */
type CoinAnswer =
  | {
      readonly outcome: 'found';
      readonly transactionBytes: number;
      readonly confirmation: Confirmation | null;
    }
  | { readonly outcome: 'absent' }
  | { readonly outcome: 'failed'; readonly failure: FailureText };

interface Confirmation {
  readonly block: BlockHash;
  readonly height: number;
  readonly proofBytes: number;
}

/** The wallet's side: asks for one coin. Coins that are asked for at once go in as few questions as they fit in. */
export function coinQuestion(ask: Ask): (outpoint: Outpoint) => Promise<CoinEvidence | null> {
  const loader = new DataLoader<Outpoint, CoinEvidence | null>(
    async (outpoints) => {
      const coins = outpoints.map(({ txid, vout }) => ({ txid, vout }));
      const answerLimit = coins.length * (MAX_TRANSACTION_BYTES + MAX_PROOF_BYTES);
      return evidenceIn(await ask('coins', { coins }, { answerLimit }), coins.length);
    },
    // What was true a moment ago is not asked for again to hear the same.
    { cache: false, maxBatchSize: MAX_COINS },
  );
  return (outpoint) => loader.load(outpoint);
}

/** The net VM's side. What fails for one coin fails for that coin. @throws BridgeError when the request does not fit. */
export async function answerCoins(
  coin: (outpoint: Outpoint) => Promise<CoinEvidence | null>,
  request: unknown,
): Promise<Message> {
  if (!isCoinsRequest(request)) throw violation('a request "coins"');
  const parts: Uint8Array[] = [];
  const coins = await Promise.all(
    request.coins.map((outpoint) => coin(outpoint).then(sizeChecked).catch(failed)),
  );
  const json = coins.map((found): CoinAnswer => {
    if (found === null) return { outcome: 'absent' };
    if ('failure' in found) return { outcome: 'failed', failure: found.failure };
    const { transaction, confirmation } = found;
    parts.push(transaction);
    if (confirmation !== null) parts.push(confirmation.proof);
    return {
      outcome: 'found',
      transactionBytes: transaction.length,
      confirmation:
        confirmation === null
          ? null
          : { block: confirmation.block, height: confirmation.height, proofBytes: confirmation.proof.length },
    };
  });
  return { json: { coins: json }, bytes: concat(...parts) };
}

/** Anybody may name a coin with large evidence; it must cost nobody the call. */
function sizeChecked(evidence: CoinEvidence | null): CoinEvidence | null {
  if (evidence === null) return null;
  const { transaction, confirmation } = evidence;
  if (transaction.length <= MAX_TRANSACTION_BYTES && (confirmation?.proof.length ?? 0) <= MAX_PROOF_BYTES) {
    return evidence;
  }
  throw new OversizedEvidence(
    'evidence-too-large',
    'The evidence for this coin is larger than the bridge carries',
  );
}

function failed(error: unknown): { readonly failure: FailureText } {
  return { failure: failureText(error) };
}

/** @throws BridgeError when the answer does not fit. */
function evidenceIn({ json, bytes }: Message, count: number): (CoinEvidence | null | Error)[] {
  if (!isCoinsAnswer(json) || json.coins.length !== count) throw violation('an answer to "coins"');
  let at = 0;
  const take = (length: number): Uint8Array => {
    at += length;
    return bytes.slice(at - length, at);
  };
  const found = json.coins.map((coin): CoinEvidence | null | Error => {
    switch (coin.outcome) {
      case 'absent':
        return null;
      case 'failed':
        return failureOf(coin.failure);
      case 'found': {
        const { confirmation } = coin;
        const transaction = take(coin.transactionBytes);
        if (confirmation === null) return { transaction, confirmation };
        const { block, height, proofBytes } = confirmation;
        return { transaction, confirmation: { block, height, proof: take(proofBytes) } };
      }
    }
  });
  if (at !== bytes.length) throw violation('an answer to "coins"');
  return found;
}

function isCoinsRequest(value: unknown): value is { readonly coins: readonly Outpoint[] } {
  return schema.coinsRequest(value);
}
function isCoinsAnswer(value: unknown): value is { readonly coins: readonly CoinAnswer[] } {
  return schema.coinsAnswer(value);
}
