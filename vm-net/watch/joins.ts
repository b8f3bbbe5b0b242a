import { isTxid, type Outpoint, type Txid } from '../../shared/bitcoin/outpoint.ts';
import type { JoinFinding, WatchedJoin, WatchNotice } from '../../shared/bridge/watch.ts';
import { NodeError, RPC_CODE } from '../bitcoind/node-error.ts';
import { list, record } from '../bitcoind/read-answer.ts';
import { resultOf, type BitcoindRpc, type RpcCall } from '../bitcoind/rpc.ts';
import { Settled } from './settled.ts';

/** What the node says about a transaction and the coins that it spends. */
export interface JoinSight {
  readonly inMempool: boolean;
  /** One of its outputs is in the chain, unspent. */
  readonly confirmed: boolean;
  /** Where one of its inputs is spent by whatever transaction. */
  readonly spent: 'mempool' | 'chain' | null;
}

/** The one thing that is needed of a bitcoind here. */
type Caller = Pick<BitcoindRpc, 'batch'>;

interface Watched {
  readonly join: WatchedJoin;
  readonly settled: Settled;
  wasInMempool: boolean;
  wasConfirmed: boolean;
  /** What the mempool had last that spends one of its coins. */
  rival: Txid | null;
}

/** Follows transactions that wait for a block, and those that spend the same coins. */
export class JoinWatch {
  #watched = new Map<Txid, Watched>();

  /** Watches these, and forgets the others; what is known of those that stay is kept. */
  watch(joins: readonly WatchedJoin[]): void {
    this.#watched = new Map(
      joins.map((join) => [
        join.txid,
        this.#watched.get(join.txid) ?? {
          join,
          settled: new Settled('unknown'),
          wasInMempool: false,
          wasConfirmed: false,
          rival: null,
        },
      ]),
    );
  }

  /** Asks the node about each. @returns What is new. @throws NodeError */
  async look(rpc: Caller): Promise<readonly WatchNotice[]> {
    const watched = [...this.#watched.values()];
    if (watched.length === 0) return [];
    const waiting = await areInMempool(rpc, watched);
    const notices: WatchNotice[] = [];
    for (const [index, one] of watched.entries()) {
      const inMempool = waiting[index] === true;
      const sight = inMempool
        ? { inMempool, confirmed: false, spent: null }
        : { inMempool, ...(await lookAtCoins(rpc, one.join)) };
      notices.push(...notice(one, sight, await spenderOf(rpc, one, sight)));
    }
    return notices;
  }
}

function notice(watched: Watched, sight: JoinSight, rival: Txid | null): readonly WatchNotice[] {
  const finding = judgeJoin(sight, watched);
  watched.wasInMempool ||= sight.inMempool;
  watched.wasConfirmed = finding === 'confirmed';
  if (finding === null) return [];
  const isConflict = finding === 'conflict' || finding === 'replaced';
  const inBlock = isConflict && sight.spent === 'chain';
  const spender = isConflict ? rival : null;
  if (!watched.settled.isNews(`${finding} ${inBlock} ${spender}`)) return [];
  return [{ about: 'join', txid: watched.join.txid, finding, inBlock, spender }];
}

/**
 * What became of a transaction; null when nothing is known of it.
 * @param before Whether it was in the mempool at any time, and in a block when it was looked at last: outputs of a confirmed one may
 * all be spent since, and it must not look replaced then.
 */
export function judgeJoin(
  { inMempool, confirmed, spent }: JoinSight,
  before: { readonly wasInMempool: boolean; readonly wasConfirmed: boolean },
): JoinFinding | null {
  if (inMempool) return 'in-mempool';
  if (confirmed || (before.wasConfirmed && spent === 'chain')) return 'confirmed';
  if (spent !== null) return before.wasInMempool ? 'replaced' : 'conflict';
  return before.wasInMempool ? 'dropped' : null;
}

async function areInMempool(rpc: Caller, watched: readonly Watched[]): Promise<readonly boolean[]> {
  const answers = await rpc.batch(
    watched.map(({ join }) => ({ method: 'getmempoolentry', params: [join.txid] })),
  );
  return answers.map((answer) => {
    if (!answer.ok && answer.code === RPC_CODE.notFound) return false;
    resultOf(answer);
    return true;
  });
}

async function lookAtCoins(rpc: Caller, join: WatchedJoin): Promise<Omit<JoinSight, 'inMempool'>> {
  const { txid, inputs, outputs } = join;
  const own = Array.from({ length: outputs }, (_unused, vout) => ({ txid, vout }));
  const isThere = await areUnspent(rpc, [
    ...own.map((coin) => unspent(coin, false)),
    ...inputs.map((coin) => unspent(coin, false)),
    ...inputs.map((coin) => unspent(coin, true)),
  ]);
  const inChain = isThere.slice(outputs, outputs + inputs.length);
  const inBoth = isThere.slice(outputs + inputs.length);
  return {
    confirmed: isThere.slice(0, outputs).includes(true),
    spent: inChain.includes(false) ? 'chain' : inBoth.includes(false) ? 'mempool' : null,
  };
}

/**
 * What spends a coin of a transaction instead of it. Null where the node can't tell: before Core 24, and of a block that came without
 * the mempool having had its transactions.
 */
async function spenderOf(rpc: Caller, watched: Watched, { spent }: JoinSight): Promise<Txid | null> {
  if (spent === null) return null;
  if (spent === 'mempool') {
    const found = await spenderInMempool(rpc, watched.join);
    watched.rival = found ?? watched.rival;
    return watched.rival;
  }
  if (watched.rival === null) return null;
  const [isThere] = await areUnspent(rpc, [unspent({ txid: watched.rival, vout: 0 }, false)]);
  return isThere === true ? watched.rival : null;
}

async function spenderInMempool(rpc: Caller, { txid: own, inputs }: WatchedJoin): Promise<Txid | null> {
  try {
    const [answer] = await rpc.batch([
      { method: 'gettxspendingprevout', params: [inputs.map(({ txid, vout }) => ({ txid, vout }))] },
    ]);
    const spenders = list(resultOf(answer)).map((row) => record(row)['spendingtxid']);
    return spenders.find((id): id is Txid => typeof id === 'string' && isTxid(id) && id !== own) ?? null;
  } catch (error) {
    // An older node, or an rpcwhitelist that does not have it: the conflict is told without a name.
    if (error instanceof NodeError) return null;
    throw error;
  }
}

function unspent({ txid, vout }: Outpoint, withMempool: boolean): RpcCall {
  return { method: 'gettxout', params: [txid, vout, withMempool] };
}

async function areUnspent(rpc: Caller, calls: readonly RpcCall[]): Promise<readonly boolean[]> {
  const results = (await rpc.batch(calls)).map(resultOf);
  return results.map((result) => result !== null && result !== undefined);
}
