import DataLoader from 'dataloader';
import { blockHash, type BlockHash, type Outpoint } from '../../shared/bitcoin/outpoint.ts';
import { MAX_COINS, type CoinEvidence } from '../../shared/bridge/chain.ts';
import { fromHex } from '../../shared/crypto/bytes.ts';
import { NodeError } from './node-error.ts';
import { record, wholeNumber } from './read-answer.ts';
import { resultOf, type BitcoindRpc, type RpcAnswer, type RpcCall } from './rpc.ts';

/** How often evidence for a coin is collected anew when the chain moves meanwhile. */
const ATTEMPTS = 3;
/** Blocks whose hashes are kept. */
const MAX_KNOWN_BLOCKS = 1000;

/** Where the node says that an unspent output is. */
interface Place extends Outpoint {
  /** Null in the mempool. */
  readonly height: number | null;
}

/** The part of a node's RPC that is used here. */
type Batches = Pick<BitcoindRpc, 'batch'>;

type Found = CoinEvidence | null | Error;

/**
 * Collects evidence for unspent outputs: the transaction that made it, and the proof that this is in a block. Coins that are asked for
 * at the same time take three requests to the node together, not three each.
 */
export class CoinEvidences {
  readonly #rpc: Batches;
  readonly #loader: DataLoader<Outpoint, CoinEvidence | null>;
  /** The tip below which these blocks are. */
  #best = '';
  #known = new Map<number, RpcAnswer>();

  constructor(rpc: Batches) {
    this.#rpc = rpc;
    this.#loader = new DataLoader((outpoints) => this.#collect(outpoints), {
      cache: false,
      maxBatchSize: MAX_COINS,
    });
  }

  /** Null when the node knows no such unspent output. @throws NodeError */
  of(outpoint: Outpoint): Promise<CoinEvidence | null> {
    return this.#loader.load(outpoint);
  }

  async #collect(outpoints: readonly Outpoint[]): Promise<Found[]> {
    const found = await this.#collectOnce(outpoints);
    for (let attempt = 2; attempt <= ATTEMPTS; attempt += 1) {
      // A block between two questions moves a coin from the mempool, or its height.
      const moved = found.flatMap((one, index) => (hasMoved(one) ? [index] : []));
      if (moved.length === 0) break;
      const again = await this.#collectOnce(outpoints.filter((_outpoint, index) => moved.includes(index)));
      for (const [at, index] of moved.entries()) found[index] = again[at] ?? null;
    }
    return found;
  }

  async #collectOnce(outpoints: readonly Outpoint[]): Promise<Found[]> {
    const { best, places } = await this.#places(outpoints);
    return this.#evidence(places, await this.#blocks(best, places));
  }

  async #places(
    outpoints: readonly Outpoint[],
  ): Promise<{ readonly best: string; readonly places: readonly (Place | null | Error)[] }> {
    const [status, ...outputs] = await this.#rpc.batch([
      { method: 'getblockchaininfo', params: [] },
      ...outpoints.map(({ txid, vout }) => ({ method: 'gettxout', params: [txid, vout, true] }) as const),
    ]);
    const chain = record(resultOf(status));
    const tip = wholeNumber(chain['blocks']);
    const places = outpoints.map((outpoint, index) =>
      orError(() => {
        const output = resultOf(outputs[index]);
        if (output === null || output === undefined) return null;
        const confirmations = wholeNumber(record(output)['confirmations']);
        return { ...outpoint, height: confirmations === 0 ? null : tip - confirmations + 1 };
      }),
    );
    return { best: String(chain['bestblockhash']), places };
  }

  /** Blocks that hold coins, by height. While the tip stays, each is asked for once: coins of a round often share a block. */
  async #blocks(
    best: string,
    places: readonly (Place | null | Error)[],
  ): Promise<ReadonlyMap<number, RpcAnswer | undefined>> {
    if (best !== this.#best || this.#known.size >= MAX_KNOWN_BLOCKS) {
      this.#best = best;
      this.#known = new Map();
    }
    const known = this.#known;
    const heights = [...new Set(places.flatMap((place) => heightOf(place) ?? []))];
    const unknown = heights.filter((height) => !known.has(height));
    if (unknown.length === 0) return known;
    const answers = await this.#rpc.batch(
      unknown.map((height) => ({ method: 'getblockhash', params: [height] })),
    );
    const blocks = new Map<number, RpcAnswer | undefined>(known);
    for (const [index, height] of unknown.entries()) {
      const answer = answers[index];
      blocks.set(height, answer);
      if (answer?.ok === true) known.set(height, answer);
    }
    return blocks;
  }

  async #evidence(
    places: readonly (Place | null | Error)[],
    blocks: ReadonlyMap<number, RpcAnswer | undefined>,
  ): Promise<Found[]> {
    const wanted = new Map<string, Wanted>();
    const located = places.map((place) =>
      place === null || place instanceof Error
        ? place
        : orError((): Wanted => {
            const { txid, height } = place;
            const block = height === null ? null : blockHash(String(resultOf(blocks.get(height))));
            const one = { txid, confirmation: height === null || block === null ? null : { block, height } };
            wanted.set(txid, one);
            return one;
          }),
    );
    const told = await this.#tell([...wanted.values()]);
    return located.map((one) => (one === null || one instanceof Error ? one : (told.get(one.txid) ?? null)));
  }

  /** Transactions, each with the proof for its block; several coins may be of one. */
  async #tell(wanted: readonly Wanted[]): Promise<ReadonlyMap<string, Found>> {
    if (wanted.length === 0) return new Map();
    const answers = await this.#rpc.batch(wanted.flatMap(callsFor));
    return new Map(
      wanted.map((one): [string, Found] => {
        const [transaction, proof] = answers.splice(0, callsFor(one).length);
        return [one.txid, orError(() => evidenceOf(one, transaction, proof))];
      }),
    );
  }
}

/** A transaction to ask for. */
interface Wanted extends Pick<Outpoint, 'txid'> {
  readonly confirmation: { readonly block: BlockHash; readonly height: number } | null;
}

function callsFor({ txid, confirmation }: Wanted): RpcCall[] {
  if (confirmation === null) return [{ method: 'getrawtransaction', params: [txid, 0] }];
  return [
    { method: 'getrawtransaction', params: [txid, 0, confirmation.block] },
    { method: 'gettxoutproof', params: [[txid], confirmation.block] },
  ];
}

/** @throws NodeError */
function evidenceOf(
  { confirmation }: Wanted,
  transaction: RpcAnswer | undefined,
  proof: RpcAnswer | undefined,
): CoinEvidence {
  const bytes = (answer: RpcAnswer | undefined): Uint8Array => fromHex(String(resultOf(answer)));
  return {
    transaction: bytes(transaction),
    confirmation: confirmation === null ? null : { ...confirmation, proof: bytes(proof) },
  };
}

function heightOf(place: Place | null | Error): number | null {
  return place === null || place instanceof Error ? null : place.height;
}

function hasMoved(found: Found): boolean {
  return found instanceof NodeError && found.code === 'node-refused';
}

/** What fails for one coin fails for that coin. */
function orError<Value>(read: () => Value): Value | NodeError {
  try {
    return read();
  } catch (error) {
    if (error instanceof NodeError) return error;
    throw error;
  }
}
