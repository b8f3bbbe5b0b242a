import { withChecksum } from '../../shared/bitcoin/descriptor.ts';
import { blockHash, txid } from '../../shared/bitcoin/outpoint.ts';
import type {
  ChainScans,
  OwnTransaction,
  OwnTransactionsPage,
  PublicScripts,
  UtxoSetFindings,
} from '../../shared/bridge/chain-scan.ts';
import { MAX_OWN_TRANSACTIONS, MAX_UTXO_SET_COINS } from '../../shared/bridge/scan-limits.ts';
import { NodeError, RPC_CODE } from './node-error.ts';
import { list, record, wholeNumber } from './read-answer.ts';
import { resultOf, type BitcoindRpc } from './rpc.ts';

const MINUTE_MS = 60_000;
const IMPORT_TIMEOUT_MS = 10 * MINUTE_MS;
const SCAN_TIMEOUT_MS = 60 * MINUTE_MS;

/** Lets bitcoind look for coins itself, with blank wallets that hold no private key, or in its set of unspent outputs. */
export class NodeScans implements ChainScans {
  readonly #rpc: BitcoindRpc;

  constructor(rpc: BitcoindRpc) {
    this.#rpc = rpc;
  }

  async watch(wallet: string, { descriptors, scripts }: PublicScripts): Promise<void> {
    await this.#loadWallet(wallet);
    const known = await this.#known(wallet);
    const branches = descriptors
      .filter(({ descriptor, last }) => (known.get(descriptor) ?? -1) < last)
      // A range that became smaller would be refused.
      .map(({ descriptor, last }) => ({ desc: descriptor, timestamp: 'now', range: [0, last] }));
    const singles = scripts
      .map(rawDescriptor)
      .filter((desc) => !known.has(desc))
      .map((desc) => ({ desc, timestamp: 'now' }));
    const requests = [...branches, ...singles];
    if (requests.length === 0) return;
    const [answer] = await this.#rpc.batch([{ method: 'importdescriptors', params: [requests] }], {
      wallet,
      timeoutMs: IMPORT_TIMEOUT_MS,
    });
    const imported = list(resultOf(answer)).filter((result) => record(result)['success'] === true);
    if (imported.length !== requests.length) {
      throw new NodeError('node-refused', 'bitcoind would not watch all scripts of the wallet');
    }
  }

  async ownTransactions(wallet: string, fromHeight: number, count: number): Promise<OwnTransactionsPage> {
    const end = fromHeight + count - 1;
    const [rescanned] = await this.#rpc.batch([{ method: 'rescanblockchain', params: [fromHeight, end] }], {
      wallet,
      timeoutMs: SCAN_TIMEOUT_MS,
    });
    resultOf(rescanned);
    const before = await this.#rpc.call('getblockhash', fromHeight - 1);
    // With change: what moves from one of our branches to another is nothing but change for the node.
    const [answer] = await this.#rpc.batch(
      [{ method: 'listsinceblock', params: [before, 1, true, false, true] }],
      { wallet },
    );
    return pageOf(list(record(resultOf(answer))['transactions']), fromHeight, end);
  }

  async scanUtxoSet({ descriptors, scripts }: PublicScripts): Promise<UtxoSetFindings> {
    const objects = [
      ...descriptors.map(({ descriptor, last }) => ({ desc: descriptor, range: [0, last] })),
      ...scripts.map(rawDescriptor),
    ];
    const [answer] = await this.#rpc.batch([{ method: 'scantxoutset', params: ['start', objects] }], {
      timeoutMs: SCAN_TIMEOUT_MS,
    });
    const found = record(resultOf(answer));
    if (found['success'] !== true) {
      throw new NodeError('node-refused', 'The search in the set of unspent outputs was ended early');
    }
    const coins = list(found['unspents']).map((item) => {
      const coin = record(item);
      const { vout, height } = coin;
      return { txid: txid(String(coin['txid'])), vout: wholeNumber(vout), height: wholeNumber(height) };
    });
    if (coins.length > MAX_UTXO_SET_COINS) {
      throw new NodeError('node-refused', `The wallet has more than ${MAX_UTXO_SET_COINS} coins`, {
        cure: 'Scan the chain instead: jm-wallet rescan.',
      });
    }
    return {
      height: wholeNumber(found['height']),
      block: blockHash(String(found['bestblock'])),
      coins,
    };
  }

  async utxoSetProgress(): Promise<number | null> {
    const status = await this.#rpc.call('scantxoutset', 'status');
    if (status === null || status === undefined) return null;
    return Math.min(100, wholeNumber(record(status)['progress']));
  }

  async abortUtxoSetScan(): Promise<void> {
    await this.#rpc.call('scantxoutset', 'abort');
  }

  /** Loads the wallet, now and whenever the node starts; makes it when there is none. */
  async #loadWallet(wallet: string): Promise<void> {
    const [loaded] = await this.#rpc.batch([{ method: 'loadwallet', params: [wallet, true] }], {
      timeoutMs: IMPORT_TIMEOUT_MS,
    });
    if (loaded?.ok === false && loaded.code === RPC_CODE.walletAlreadyLoaded) return;
    if (loaded?.ok === false && loaded.code === RPC_CODE.walletNotFound) {
      await this.#rpc.call('createwallet', wallet, true, true, null, false, true, true);
      return;
    }
    resultOf(loaded);
  }

  /** What the wallet watches already: descriptors with the end of their range. */
  async #known(wallet: string): Promise<ReadonlyMap<string, number>> {
    const [answer] = await this.#rpc.batch([{ method: 'listdescriptors', params: [] }], { wallet });
    return new Map(
      list(record(resultOf(answer))['descriptors']).map((item) => {
        const { desc, range } = record(item);
        return [String(desc), range === undefined ? 0 : wholeNumber(list(range)[1])];
      }),
    );
  }
}

/** The node's list of wallet transactions, reduced to blocks of one stretch of the chain. */
function pageOf(items: readonly unknown[], from: number, end: number): OwnTransactionsPage {
  const found = new Map<string, OwnTransaction>();
  for (const item of items) {
    const transaction = record(item);
    const height = transaction['blockheight'];
    if (typeof height !== 'number' || height < from || height > end) continue;
    const id = txid(String(transaction['txid']));
    found.set(id, { txid: id, block: blockHash(String(transaction['blockhash'])), height });
  }
  const all = [...found.values()].sort((one, other) => one.height - other.height);
  const beyond = all[MAX_OWN_TRANSACTIONS];
  if (beyond === undefined) return { transactions: all, through: end };
  const page = all.slice(0, MAX_OWN_TRANSACTIONS);
  const whole = page.filter(({ height }) => height < beyond.height);
  // Blocks are fetched whole, so a part of the transactions of one is enough to find all of them.
  return whole.length === 0
    ? { transactions: page, through: beyond.height }
    : { transactions: whole, through: beyond.height - 1 };
}

function rawDescriptor(script: string): string {
  return withChecksum(`raw(${script})`);
}
