import {
  blockHash,
  isTxid,
  txid,
  type BlockHash,
  type Outpoint,
  type Txid,
} from '../../shared/bitcoin/outpoint.ts';
import type { BroadcastOutcome, CoinEvidence, FeeEstimate, NodeStatus } from '../../shared/bridge/chain.ts';
import type { ChainHandler } from '../../shared/bridge/chain-server.ts';
import { fromHex, toHex } from '../../shared/crypto/bytes.ts';
import { NodeError } from './node-error.ts';
import type { BitcoindRpc, RpcAnswer } from './rpc.ts';

const POLL_MS = 500;
const INDEX = 'basic block filter index';
const SATS_PER_BITCOIN = 100_000_000;

/** Answers the wallet's questions from a bitcoind. */
export class ChainService implements ChainHandler {
  readonly #rpc: BitcoindRpc;

  constructor(rpc: BitcoindRpc) {
    this.#rpc = rpc;
  }

  async status(): Promise<NodeStatus> {
    const [info, index] = await this.#rpc.batch([
      { method: 'getblockchaininfo', params: [] },
      { method: 'getindexinfo', params: [INDEX] },
    ]);
    const chain = record(resultOf(info));
    const height = wholeNumber(chain['blocks']);
    const basic = index?.ok === true ? record(index.result)[INDEX] : undefined;
    return {
      chain: String(chain['chain']),
      height,
      bestBlock: blockHash(String(chain['bestblockhash'])),
      syncing: chain['initialblockdownload'] === true && height < wholeNumber(chain['headers']),
      progress: Math.min(1, Math.max(0, Number(chain['verificationprogress']))),
      pruneHeight: chain['pruned'] === true ? wholeNumber(chain['pruneheight']) : null,
      filterIndex: filterIndexOf(basic),
    };
  }

  async headers(fromHeight: number, count: number): Promise<readonly Uint8Array[]> {
    const hashes = await this.#hashes(fromHeight, count);
    const answers = await this.#rpc.batch(
      hashes.map((hash) => ({ method: 'getblockheader', params: [hash, false] })),
    );
    return answers.map((answer) => fromHex(String(resultOf(answer))));
  }

  async filters(fromHeight: number, count: number): Promise<readonly Uint8Array[]> {
    const hashes = await this.#hashes(fromHeight, count);
    const answers = await this.#rpc.batch(
      hashes.map((hash) => ({ method: 'getblockfilter', params: [hash, 'basic'] })),
    );
    return answers.map((answer) => fromHex(String(record(resultOf(answer))['filter'])));
  }

  async block(hash: BlockHash): Promise<Uint8Array> {
    const [answer] = await this.#rpc.batch([{ method: 'getblock', params: [hash, 0] }]);
    if (answer?.ok === false && /pruned/u.test(answer.message)) {
      throw new NodeError('block-pruned', `The node has pruned block ${hash}`, {
        cure: 'Use a node that keeps all blocks, or one that prunes later.',
      });
    }
    return fromHex(String(resultOf(answer)));
  }

  async coin({ txid: id, vout }: Outpoint): Promise<CoinEvidence | null> {
    const [answer, status] = await this.#rpc.batch([
      { method: 'gettxout', params: [id, vout, true] },
      { method: 'getblockchaininfo', params: [] },
    ]);
    const output = resultOf(answer);
    if (output === null || output === undefined) return null;
    const confirmations = wholeNumber(record(output)['confirmations']);
    if (confirmations === 0) {
      return {
        transaction: fromHex(String(await this.#rpc.call('getrawtransaction', id, 0))),
        confirmation: null,
      };
    }
    const height = wholeNumber(record(resultOf(status))['blocks']) - confirmations + 1;
    const block = blockHash(String(await this.#rpc.call('getblockhash', height)));
    const [raw, proof] = await this.#rpc.batch([
      { method: 'getrawtransaction', params: [id, 0, block] },
      { method: 'gettxoutproof', params: [[id], block] },
    ]);
    return {
      transaction: fromHex(String(resultOf(raw))),
      confirmation: { block, height, proof: fromHex(String(resultOf(proof))) },
    };
  }

  async feeEstimate(blocks: number): Promise<FeeEstimate> {
    const [estimate, mempool] = await this.#rpc.batch([
      { method: 'estimatesmartfee', params: [blocks] },
      { method: 'getmempoolinfo', params: [] },
    ]);
    const rate = record(resultOf(estimate))['feerate'];
    return {
      satsPerKvb: typeof rate === 'number' ? Math.round(rate * SATS_PER_BITCOIN) : null,
      mempoolMinimumSatsPerKvb: Math.round(
        Number(record(resultOf(mempool))['mempoolminfee']) * SATS_PER_BITCOIN,
      ),
    };
  }

  async inMempool(id: Txid): Promise<boolean> {
    const [answer] = await this.#rpc.batch([{ method: 'getmempoolentry', params: [id] }]);
    return answer?.ok === true;
  }

  async testAccept(transaction: Uint8Array): Promise<BroadcastOutcome> {
    const answer = await this.#rpc.call('testmempoolaccept', [toHex(transaction)]);
    const verdict = record(Array.isArray(answer) ? (answer as readonly unknown[])[0] : undefined);
    return verdict['allowed'] === true
      ? { accepted: true, txid: txid(String(verdict['txid'])) }
      : { accepted: false, reason: reasonText(verdict['reject-reason']) };
  }

  async broadcast(transaction: Uint8Array): Promise<BroadcastOutcome> {
    const [answer] = await this.#rpc.batch([{ method: 'sendrawtransaction', params: [toHex(transaction)] }]);
    if (answer?.ok === true && typeof answer.result === 'string' && isTxid(answer.result)) {
      return { accepted: true, txid: answer.result };
    }
    return { accepted: false, reason: reasonText(answer?.ok === false ? answer.message : undefined) };
  }

  async waitForBlock(known: BlockHash, seconds: number): Promise<NodeStatus> {
    const end = performance.now() + seconds * 1000;
    for (;;) {
      const status = await this.status();
      if (status.bestBlock !== known || performance.now() >= end) return status;
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  }

  /** Hashes of consecutive blocks, as many as there are. */
  async #hashes(fromHeight: number, count: number): Promise<string[]> {
    const answers = await this.#rpc.batch(
      Array.from({ length: count }, (_unused, index) => ({
        method: 'getblockhash',
        params: [fromHeight + index],
      })),
    );
    const missing = answers.findIndex((answer) => !answer.ok);
    return answers.slice(0, missing === -1 ? undefined : missing).map((answer) => String(resultOf(answer)));
  }
}

function filterIndexOf(basic: unknown): boolean | number {
  if (typeof basic !== 'object' || basic === null) return false;
  const index = record(basic);
  return index['synced'] === true ? true : wholeNumber(index['best_block_height']);
}

function resultOf(answer: RpcAnswer | undefined): unknown {
  if (answer?.ok === true) return answer.result;
  throw new NodeError('node-refused', `bitcoind: ${reasonText(answer?.message)}`);
}

function reasonText(reason: unknown): string {
  return typeof reason === 'string' ? reason.replace(/[^\x20-\x7e]/gu, ' ').slice(0, 300) : 'no reason given';
}

function record(value: unknown): Record<string, unknown> {
  if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
  throw new NodeError('node-bad-answer', 'bitcoind answered in an unknown form');
}

function wholeNumber(value: unknown): number {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
  throw new NodeError('node-bad-answer', 'bitcoind answered in an unknown form');
}
