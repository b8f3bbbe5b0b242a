import {
  blockHash,
  isTxid,
  txid,
  type BlockHash,
  type Outpoint,
  type Txid,
} from '../../shared/bitcoin/outpoint.ts';
import type { BroadcastOutcome, CoinEvidence, FeeEstimate, NodeStatus } from '../../shared/bridge/chain.ts';
import type { OwnTransactionsPage, PublicScripts, UtxoSetFindings } from '../../shared/bridge/chain-scan.ts';
import type { ChainHandler } from '../../shared/bridge/chain-server.ts';
import { fromHex, toHex } from '../../shared/crypto/bytes.ts';
import { CoinEvidences } from './coin-evidence.ts';
import { nodeErrorFrom, reasonText, RPC_CODE } from './node-error.ts';
import { NodeScans } from './node-scans.ts';
import { fetchPrunedBlock } from './pruned-block.ts';
import { record, wholeNumber } from './read-answer.ts';
import { resultOf, type BitcoindRpc } from './rpc.ts';

const POLL_MS = 500;
const INDEX = 'basic block filter index';
const SATS_PER_BITCOIN = 100_000_000;
/** What bitcoind says when it judged a transaction, as opposed to failing. */
const VERDICTS: readonly number[] = [
  RPC_CODE.deserialization,
  RPC_CODE.verify,
  RPC_CODE.verifyRejected,
  RPC_CODE.verifyAlreadyInChain,
];

/** Answers the wallet's questions from a bitcoind. */
export class ChainService implements ChainHandler {
  readonly #rpc: BitcoindRpc;
  readonly #scans: NodeScans;
  readonly #coins: CoinEvidences;

  constructor(rpc: BitcoindRpc) {
    this.#rpc = rpc;
    this.#scans = new NodeScans(rpc);
    this.#coins = new CoinEvidences(rpc);
  }

  async status(): Promise<NodeStatus> {
    const [info, index] = await this.#rpc.batch([
      { method: 'getblockchaininfo', params: [] },
      { method: 'getindexinfo', params: [INDEX] },
    ]);
    const chain = record(resultOf(info));
    const height = wholeNumber(chain['blocks']);
    const behind = height < wholeNumber(chain['headers']);
    const basic = index?.ok === true ? record(index.result)[INDEX] : undefined;
    return {
      chain: String(chain['chain']),
      height,
      bestBlock: blockHash(String(chain['bestblockhash'])),
      // A regtest node whose last block is a day old calls that an initial download for ever.
      syncing: chain['initialblockdownload'] === true && (behind || chain['chain'] !== 'regtest'),
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
    return fromHex(String(await this.#rpc.call('getblock', hash, 0)));
  }

  fetchBlock(hash: BlockHash): Promise<Uint8Array> {
    return fetchPrunedBlock(this.#rpc, hash);
  }

  coin(outpoint: Outpoint): Promise<CoinEvidence | null> {
    return this.#coins.of(outpoint);
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
    if (answer?.ok === false && answer.code === RPC_CODE.notFound) return false;
    resultOf(answer);
    return true;
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
    if (answer?.ok === false && VERDICTS.includes(answer.code)) {
      return { accepted: false, reason: reasonText(answer.message) };
    }
    throw nodeErrorFrom(answer?.ok === false ? answer : { code: 0, message: 'no txid' });
  }

  async waitForBlock(known: BlockHash, seconds: number): Promise<NodeStatus> {
    const end = performance.now() + seconds * 1000;
    for (;;) {
      const status = await this.status();
      if (status.bestBlock !== known || performance.now() >= end) return status;
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  }

  watch(wallet: string, shown: PublicScripts): Promise<void> {
    return this.#scans.watch(wallet, shown);
  }

  ownTransactions(wallet: string, fromHeight: number, count: number): Promise<OwnTransactionsPage> {
    return this.#scans.ownTransactions(wallet, fromHeight, count);
  }

  scanUtxoSet(shown: PublicScripts): Promise<UtxoSetFindings> {
    return this.#scans.scanUtxoSet(shown);
  }

  utxoSetProgress(): Promise<number | null> {
    return this.#scans.utxoSetProgress();
  }

  abortUtxoSetScan(): Promise<void> {
    return this.#scans.abortUtxoSetScan();
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
