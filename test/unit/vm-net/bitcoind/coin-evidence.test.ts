import test from 'ava';
import { blockHash, outpointKey, txid, type Outpoint } from '../../../../shared/bitcoin/outpoint.ts';
import { MAX_COINS } from '../../../../shared/bridge/chain.ts';
import { CoinEvidences } from '../../../../vm-net/bitcoind/coin-evidence.ts';
import { NodeError, RPC_CODE } from '../../../../vm-net/bitcoind/node-error.ts';
import type { RpcAnswer, RpcCall } from '../../../../vm-net/bitcoind/rpc.ts';

const TIP = 200;

function number(value: number): string {
  return value.toString(16).padStart(64, '0');
}

function coinOf(transaction: number, vout = 0): Outpoint {
  return { txid: txid(number(transaction)), vout };
}

function blockAt(height: number): string {
  return number(1000 + height);
}

/** A node that has outputs at heights; null is the mempool. */
class Node {
  readonly batches: (readonly string[])[] = [];
  /** The hash of the tip. */
  best = blockAt(TIP);
  readonly #heights: Map<string, number | null>;
  /** Run before each batch is answered. */
  readonly #before: (batch: number) => void;

  constructor(
    coins: readonly (readonly [Outpoint, number | null])[],
    before: (batch: number) => void = () => undefined,
  ) {
    this.#heights = new Map(coins.map(([outpoint, height]) => [outpointKey(outpoint), height]));
    this.#before = before;
  }

  move(outpoint: Outpoint, height: number | null): void {
    this.#heights.set(outpointKey(outpoint), height);
  }

  batch(calls: readonly RpcCall[]): Promise<RpcAnswer[]> {
    this.#before(this.batches.length);
    this.batches.push(calls.map(({ method }) => method));
    return Promise.resolve(calls.map((call) => this.#answer(call)));
  }

  #answer({ method, params }: RpcCall): RpcAnswer {
    const ok = (result: unknown): RpcAnswer => ({ ok: true, result });
    switch (method) {
      case 'getblockchaininfo':
        return ok({ blocks: TIP, bestblockhash: this.best });
      case 'gettxout': {
        const height = this.#heights.get(`${String(params[0])}:${String(params[1])}`);
        return ok(height === undefined ? null : { confirmations: height === null ? 0 : TIP - height + 1 });
      }
      case 'getblockhash':
        return ok(blockAt(Number(params[0])));
      case 'getrawtransaction':
        return this.#isIn(String(params[0]), params[2]) ? ok(`aa${String(params[0])}`) : { ...NOT_FOUND };
      case 'gettxoutproof':
        return ok(`bb${String(params[0])}`);
      default:
        return { ok: false, code: RPC_CODE.methodNotFound, message: method };
    }
  }

  #isIn(id: string, block: unknown): boolean {
    const heights = [...this.#heights].filter(([key]) => key.startsWith(id)).map(([, height]) => height);
    return heights.some((height) => (height === null ? undefined : blockAt(height)) === block);
  }
}

const NOT_FOUND = { ok: false, code: RPC_CODE.notFound, message: 'No such transaction' } as const;

function bytes(hex: string): Uint8Array {
  return Uint8Array.from(Buffer.from(hex, 'hex'));
}

function confirmed(transaction: number, height: number) {
  return {
    transaction: bytes(`aa${number(transaction)}`),
    confirmation: { block: blockHash(blockAt(height)), height, proof: bytes(`bb${number(transaction)}`) },
  };
}

test('coins that are asked for at once take three requests, whatever became of each', async (t) => {
  const node = new Node([
    [coinOf(1), 50],
    [coinOf(2), 50],
    [coinOf(3), null],
    [coinOf(4), TIP],
  ]);
  const evidences = new CoinEvidences(node);
  const found = await Promise.all([1, 2, 3, 4, 5].map((transaction) => evidences.of(coinOf(transaction))));
  t.deepEqual(found, [
    confirmed(1, 50),
    confirmed(2, 50),
    { transaction: bytes(`aa${number(3)}`), confirmation: null },
    confirmed(4, TIP),
    null,
  ]);
  t.deepEqual(
    node.batches.map((methods) => methods.length),
    [6, 2, 7],
  );
});

test('the hash of a block is asked for once while the tip stays', async (t) => {
  const node = new Node([
    [coinOf(1), 50],
    [coinOf(2), 50],
    [coinOf(3), 60],
  ]);
  const evidences = new CoinEvidences(node);
  const asked = (): number => node.batches.flat().filter((method) => method === 'getblockhash').length;
  await evidences.of(coinOf(1));
  t.is(asked(), 1);
  t.deepEqual(await evidences.of(coinOf(2)), confirmed(2, 50));
  t.is(asked(), 1);
  t.deepEqual(await Promise.all([evidences.of(coinOf(1)), evidences.of(coinOf(3))]), [
    confirmed(1, 50),
    confirmed(3, 60),
  ]);
  t.is(asked(), 2);
  node.best = number(77);
  await evidences.of(coinOf(1));
  t.is(asked(), 3);
});

test('two coins of one transaction need it once', async (t) => {
  const node = new Node([
    [coinOf(1, 0), 50],
    [coinOf(1, 1), 50],
  ]);
  const evidences = new CoinEvidences(node);
  t.deepEqual(await Promise.all([evidences.of(coinOf(1, 0)), evidences.of(coinOf(1, 1))]), [
    confirmed(1, 50),
    confirmed(1, 50),
  ]);
  t.deepEqual(node.batches.at(-1), ['getrawtransaction', 'gettxoutproof']);
});

test('where no coin is in a block, no block is asked for', async (t) => {
  const node = new Node([[coinOf(1), null]]);
  const evidences = new CoinEvidences(node);
  await Promise.all([evidences.of(coinOf(1)), evidences.of(coinOf(2))]);
  t.deepEqual(
    node.batches.map(([method]) => method),
    ['getblockchaininfo', 'getrawtransaction'],
  );
});

test('a coin that moved into a block meanwhile is asked for again, the others are not', async (t) => {
  const node: Node = new Node(
    [
      [coinOf(1), null],
      [coinOf(2), 50],
    ],
    (batch) => {
      // Between the look at the outputs and the one at their transactions.
      if (batch === 2) node.move(coinOf(1), TIP);
    },
  );
  const evidences = new CoinEvidences(node);
  t.deepEqual(await Promise.all([evidences.of(coinOf(1)), evidences.of(coinOf(2))]), [
    confirmed(1, TIP),
    confirmed(2, 50),
  ]);
  t.is(node.batches[3]?.length, 2);
});

test('a coin that moves without end fails after three attempts, and only that one', async (t) => {
  let height = 100;
  const node: Node = new Node(
    [
      [coinOf(1), height],
      [coinOf(2), 50],
    ],
    (batch) => {
      if (batch % 3 === 2) node.move(coinOf(1), (height += 1));
    },
  );
  const evidences = new CoinEvidences(node);
  const [moving, still] = await Promise.allSettled([evidences.of(coinOf(1)), evidences.of(coinOf(2))]);
  t.like(moving, { status: 'rejected', reason: { code: 'node-refused' } });
  t.deepEqual(still, { status: 'fulfilled', value: confirmed(2, 50) });
  t.is(node.batches.length, 9);
});

test('so many coins go into one question: under, at and over the limit', async (t) => {
  for (const [count, questions] of [
    [MAX_COINS - 1, 1],
    [MAX_COINS, 1],
    [MAX_COINS + 1, 2],
  ] as const) {
    const node = new Node([]);
    const evidences = new CoinEvidences(node);
    await Promise.all(Array.from({ length: count }, (_unused, index) => evidences.of(coinOf(index))));
    t.is(node.batches.length, questions);
  }
});

test('a node in trouble is an error for each coin, and a later question is asked anew', async (t) => {
  const down = new NodeError('node-unreachable', 'gone');
  let isDown = true;
  const node = new Node([[coinOf(1), 50]]);
  const evidences = new CoinEvidences({
    batch: (calls) => (isDown ? Promise.reject(down) : node.batch(calls)),
  });
  await t.throwsAsync(evidences.of(coinOf(1)), { is: down });
  isDown = false;
  t.deepEqual(await evidences.of(coinOf(1)), confirmed(1, 50));
});
