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

/** Coins, and the evidence that they rest on: several of one transaction share it. */
interface CoinsAnswer {
  readonly evidence: readonly EvidenceSizes[];
  readonly coins: readonly CoinAnswer[];
}

/** The bytes of one piece of evidence follow those of the pieces before it. */
interface EvidenceSizes {
  readonly transactionBytes: number;
  readonly confirmation: {
    readonly block: BlockHash;
    readonly height: number;
    readonly proofBytes: number;
  } | null;
}

type CoinAnswer =
  | { readonly outcome: 'found'; readonly evidence: number }
  | { readonly outcome: 'absent' }
  | { readonly outcome: 'failed'; readonly failure: FailureText };

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
  const found = await Promise.all(
    request.coins.map((outpoint) => coin(outpoint).then(sizeChecked).catch(failed)),
  );
  const all: CoinEvidence[] = [];
  const coins = found.map((one): CoinAnswer => {
    if (one === null) return { outcome: 'absent' };
    if ('failure' in one) return { outcome: 'failed', failure: one.failure };
    const known = all.indexOf(one);
    return { outcome: 'found', evidence: known === -1 ? all.push(one) - 1 : known };
  });
  const answer: CoinsAnswer = { evidence: all.map(sizesOf), coins };
  return { json: answer, bytes: concat(...all.flatMap(bytesOf)) };
}

function sizesOf({ transaction, confirmation }: CoinEvidence): EvidenceSizes {
  if (confirmation === null) return { transactionBytes: transaction.length, confirmation };
  const { block, height, proof } = confirmation;
  return {
    transactionBytes: transaction.length,
    confirmation: { block, height, proofBytes: proof.length },
  };
}

function bytesOf({ transaction, confirmation }: CoinEvidence): readonly Uint8Array[] {
  return confirmation === null ? [transaction] : [transaction, confirmation.proof];
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
  const all = json.evidence.map(({ transactionBytes, confirmation }): CoinEvidence => {
    const transaction = take(transactionBytes);
    if (confirmation === null) return { transaction, confirmation };
    const { block, height, proofBytes } = confirmation;
    return { transaction, confirmation: { block, height, proof: take(proofBytes) } };
  });
  if (at !== bytes.length) throw violation('an answer to "coins"');
  return json.coins.map((coin) => {
    switch (coin.outcome) {
      case 'absent':
        return null;
      case 'failed':
        return failureOf(coin.failure);
      case 'found': {
        const evidence = all[coin.evidence];
        if (evidence === undefined) throw violation('an answer to "coins"');
        return evidence;
      }
    }
  });
}

function isCoinsRequest(value: unknown): value is { readonly coins: readonly Outpoint[] } {
  return schema.coinsRequest(value);
}
function isCoinsAnswer(value: unknown): value is CoinsAnswer {
  return schema.coinsAnswer(value);
}
