import type { BlockTransaction } from '../../shared/bitcoin/block.ts';
import { outpointKey, type OutpointKey } from '../../shared/bitcoin/outpoint.ts';
import { parseTransaction } from '../../shared/bitcoin/transaction.ts';
import type { ChainClient } from '../../shared/bridge/chain.ts';
import type { UtxoSetFindings } from '../../shared/bridge/chain-scan.ts';
import { toHex } from '../../shared/crypto/bytes.ts';
import { isJmError } from '../../shared/errors.ts';
import type { WalletState } from '../store/state.ts';
import type { StateStore } from '../store/wallet-store.ts';
import { ChainError, SUSPECT_NET_VM } from './chain-error.ts';
import { verifyCoin, type EvidenceRefusal } from './coin-evidence.ts';
import { fetchBlock } from './fetch-block.ts';
import type { VerifiedChain } from './header-chain.ts';
import { applyBlocks, type ScriptIndex } from './ledger.ts';
import { publicScripts, type DescriptorSource } from './public-scripts.ts';
import { FREEZE_ALL, type ReusePolicy } from './reuse-policy.ts';
import { rewindToCommonBlock } from './scan-position.ts';
import { searchUtxoSet } from './search-utxo-set.ts';
import { WatchList } from './watch-list.ts';

/** Why a coin that the node named was not taken. */
export type CoinDoubt = EvidenceRefusal | 'block-pruned' | 'unconfirmed' | 'not-ours' | 'spent';

/** What a search of the unspent outputs came to. */
export interface UtxoSetScan {
  /** The block whose unspent outputs were searched. */
  readonly height: number;
  readonly added: readonly OutpointKey[];
  /** Coins that the wallet took before for unspent, from a part of the chain; they are gone. */
  readonly gone: readonly OutpointKey[];
  /** Coins that the node named without proof. They were not taken. */
  readonly doubtful: readonly { readonly coin: OutpointKey; readonly doubt: CoinDoubt }[];
}

type NamedCoin = UtxoSetFindings['coins'][number];

interface ProvenCoin {
  readonly vout: number;
  readonly height: number;
  readonly transaction: BlockTransaction;
}

/**
 * Finds the wallet's coins without its history: the node searches its set of unspent outputs for our scripts, which tells it every
 * address of ours. A coin is taken only with its transaction and a proof that a block of our verified chain holds it; that it is
 * unspent remains the node's word, and so does that there are no more. From the searched block on, scans go on as ever.
 * @param options.gap Addresses to look for behind the last one in use, on each branch.
 * @param options.followHeaders Called when the search has ended: blocks may have come meanwhile.
 * @throws ChainError `chain-moved` when the searched block is not ours, `chain-incomplete` when the node leaves out a coin that
 * the verified chain shows to be there; DescriptorRangeError; BridgeError. Nothing was changed then.
 */
export async function scanUtxoSet(
  store: StateStore,
  keys: DescriptorSource,
  chain: VerifiedChain,
  client: ChainClient,
  options: {
    readonly gap: number;
    readonly followHeaders: () => Promise<unknown>;
    /** What is frozen on arrival. */
    readonly reusePolicy?: ReusePolicy;
    readonly signal?: AbortSignal;
    readonly onProgress?: (percent: number) => void;
  },
): Promise<UtxoSetScan> {
  const { gap, followHeaders, reusePolicy = FREEZE_ALL, signal } = options;
  const { nextIndex } = store.state;
  const shown = publicScripts(keys, store.state, (counter) => (nextIndex[counter] ?? 0) + gap - 1);
  const findings = await searchUtxoSet(client, shown, options);
  await followHeaders();
  await rewindToCommonBlock(store, chain);
  if (chain.headerAt(findings.height)?.hash !== findings.block) {
    throw new ChainError(
      'chain-moved',
      `The node searched a block ${findings.height} that is not of our chain`,
      {
        cure: 'Search again.',
      },
    );
  }
  const watched = new WatchList(keys, gap);
  watched.widen(store.state);
  const proven: ProvenCoin[] = [];
  const doubtful: { coin: OutpointKey; doubt: CoinDoubt }[] = [];
  for (const coin of newCoins(store, findings)) {
    signal?.throwIfAborted();
    const verdict = await prove(coin, store, watched.index, chain, client);
    if (typeof verdict === 'string') doubtful.push({ coin: outpointKey(coin), doubt: verdict });
    else proven.push(verdict);
  }
  const gone = await store.commit((draft) =>
    book(draft, proven, findings, { scripts: watched.index, chain, reusePolicy }),
  );
  const added = proven.map(({ transaction, vout }) => outpointKey({ txid: transaction.txid, vout }));
  return { height: findings.height, added, gone, doubtful };
}

/** The coins that were named and are not unspent coins of the wallet already; each once. */
function newCoins(store: StateStore, { coins }: UtxoSetFindings): readonly NamedCoin[] {
  const unique = new Map(coins.map((coin) => [outpointKey(coin), coin]));
  return [...unique].filter(([key]) => !isStillHere(store.state.coins[key])).map(([, coin]) => coin);
}

/** True for a coin in a block that no other block spends. */
function isStillHere(coin: DeepCoin | undefined): boolean {
  return coin !== undefined && coin.height !== null && (coin.spentBy?.height ?? null) === null;
}

type DeepCoin = StateStore['state']['coins'][string];

/** The coin as its transaction and a block of ours show it; or what is wrong with that. */
async function prove(
  coin: NamedCoin,
  store: StateStore,
  scripts: ScriptIndex,
  chain: VerifiedChain,
  client: ChainClient,
): Promise<ProvenCoin | CoinDoubt> {
  if ((store.state.coins[outpointKey(coin)]?.spentBy?.height ?? null) !== null) return 'spent';
  const found = await proveByEvidence(coin, chain, client).catch((error: unknown) => {
    if (!isJmError(error) || error.code !== 'block-pruned') throw error;
    return proveByBlock(coin, chain, client);
  });
  if (typeof found === 'string') return found;
  const output = found.transaction.outputs[coin.vout];
  return output !== undefined && scripts.has(toHex(output.script)) ? found : 'not-ours';
}

async function proveByEvidence(
  coin: NamedCoin,
  chain: VerifiedChain,
  client: ChainClient,
): Promise<ProvenCoin | CoinDoubt> {
  const evidence = await client.coin(coin);
  const verdict = verifyCoin(coin, evidence, chain);
  if (!verdict.ok) return verdict.error;
  if (evidence === null || verdict.value.height === null) return 'unconfirmed';
  const transaction = parseTransaction(evidence.transaction);
  return { vout: coin.vout, height: verdict.value.height, transaction };
}

/** Of a block that the node has pruned its peers may have a copy, which proves the coin as well. */
async function proveByBlock(
  { txid, vout, height }: NamedCoin,
  chain: VerifiedChain,
  client: ChainClient,
): Promise<ProvenCoin | CoinDoubt> {
  if (height < 1 || chain.headerAt(height) === null) return 'block-not-in-chain';
  try {
    const { transactions } = await fetchBlock(client, chain, height);
    const transaction = transactions.find((candidate) => candidate.txid === txid);
    if (transaction === undefined) return 'not-in-block';
    return transaction.outputs[vout] === undefined ? 'no-such-output' : { vout, height, transaction };
  } catch (error) {
    if (isJmError(error) && error.code === 'block-pruned') return error.code;
    throw error;
  }
}

/** Books what was proven; returns the coins that are there no more. */
function book(
  draft: WalletState,
  proven: readonly ProvenCoin[],
  findings: UtxoSetFindings,
  world: {
    readonly scripts: ScriptIndex;
    readonly chain: VerifiedChain;
    readonly reusePolicy: ReusePolicy;
  },
): OutpointKey[] {
  const gone = removeMissing(draft, findings);
  const blocks = byHeight(draft, proven).flatMap(([height, transactions]) => {
    const header = world.chain.headerAt(height);
    return header === null ? [] : [[height, { header, transactions }] as const];
  });
  applyBlocks(draft, blocks, world.scripts, world.reusePolicy);
  const { height, block } = findings;
  if (draft.scanned === null || draft.scanned.height < height) draft.scanned = { height, block };
  return gone;
}

/** Takes out coins that are no longer in the set. A wallet that has seen all blocks up to it knows better. */
function removeMissing(draft: WalletState, findings: UtxoSetFindings): OutpointKey[] {
  const listed = new Set<string>(findings.coins.map(outpointKey));
  const missing = Object.entries(draft.coins)
    .filter(([key, coin]) => isStillHere(coin) && !listed.has(key) && (coin.height ?? 0) <= findings.height)
    .map(([key]) => key as OutpointKey);
  if (missing.length > 0 && draft.scanned !== null && draft.scanned.height >= findings.height) {
    throw new ChainError(
      'chain-incomplete',
      `The net VM leaves out ${missing.length} coins that the verified chain shows to be unspent`,
      { cure: SUSPECT_NET_VM },
    );
  }
  for (const key of missing) Reflect.deleteProperty(draft.coins, key);
  return missing;
}

/** Transactions by height, lowest first, with none but their unspent outputs: the others may be spent long ago. */
function byHeight(
  draft: WalletState,
  proven: readonly ProvenCoin[],
): readonly (readonly [height: number, transactions: readonly BlockTransaction[]])[] {
  const blocks = new Map<number, Map<string, BlockTransaction>>();
  for (const { height, transaction } of proven) {
    const { txid } = transaction;
    const isUnspent = (vout: number): boolean =>
      proven.some((coin) => coin.vout === vout && coin.transaction.txid === txid) ||
      draft.coins[outpointKey({ txid, vout })] !== undefined;
    const outputs = transaction.outputs.map((output, vout) =>
      isUnspent(vout) ? output : { ...output, script: NO_SCRIPT },
    );
    const block = blocks.get(height) ?? new Map<string, BlockTransaction>();
    blocks.set(height, block.set(txid, { ...transaction, outputs }));
  }
  return [...blocks]
    .sort(([one], [other]) => one - other)
    .map(([height, block]) => [height, [...block.values()]] as const);
}

const NO_SCRIPT = new Uint8Array(0);
