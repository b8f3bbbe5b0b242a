import test from 'ava';
import { blockHash } from '../../../../shared/bitcoin/outpoint.ts';
import { fetchPrunedBlock } from '../../../../vm-net/bitcoind/pruned-block.ts';
import { NodeError } from '../../../../vm-net/bitcoind/node-error.ts';

const HASH = blockHash('ab'.repeat(32));
const BLOCK = Uint8Array.of(1, 2, 3);
const FULL = ['NETWORK', 'WITNESS', 'NETWORK_LIMITED'];
const PRUNED = new NodeError('block-pruned', 'gone');
const REFUSED = new NodeError('node-refused', 'bitcoind: no');

interface Peer {
  readonly id: number;
  readonly inbound?: boolean;
  readonly servicesnames?: readonly string[];
}

/** A node that has the block once a giving peer was asked for it, after some looks. */
class Node {
  readonly asked: number[] = [];
  looks = 0;
  readonly #peers: readonly Peer[] | NodeError;
  readonly #ask: (peer: number) => NodeError | number | null;
  #looksLeft: number | null = null;

  /** @param ask For each peer: a refusal, the looks until the block is there, or null when it never comes. */
  constructor(peers: readonly Peer[] | NodeError, ask: (peer: number) => NodeError | number | null) {
    this.#peers = peers;
    this.#ask = ask;
  }

  call(method: string, ...params: readonly unknown[]): Promise<unknown> {
    if (method === 'getpeerinfo') {
      if (this.#peers instanceof NodeError) return Promise.reject(this.#peers);
      return Promise.resolve(this.#peers.map((peer) => ({ inbound: false, servicesnames: FULL, ...peer })));
    }
    if (method === 'getblockfrompeer') {
      const peer = Number(params[1]);
      this.asked.push(peer);
      const answer = this.#ask(peer);
      if (answer instanceof NodeError) return Promise.reject(answer);
      this.#looksLeft = answer;
      return Promise.resolve({});
    }
    this.looks += 1;
    if (this.#looksLeft === null || this.#looksLeft > 0) {
      if (this.#looksLeft !== null) this.#looksLeft -= 1;
      return Promise.reject(PRUNED);
    }
    return Promise.resolve('010203');
  }
}

const quick = { peerMs: 5, pollMs: 1 };
const patient = { peerMs: 60_000, pollMs: 1 };

test('a block comes from the first peer that keeps all blocks', async (t) => {
  const node = new Node(
    [
      { id: 1, servicesnames: ['WITNESS', 'NETWORK_LIMITED'] },
      { id: 2, servicesnames: ['NETWORK'] },
      { id: 3 },
    ],
    () => 2,
  );
  t.deepEqual(await fetchPrunedBlock(node, HASH, patient), BLOCK);
  t.deepEqual(node.asked, [3]);
  t.is(node.looks, 3);
});

test('our own connections are asked before those of strangers', async (t) => {
  const node = new Node([{ id: 1, inbound: true }, { id: 2 }], () => REFUSED);
  await t.throwsAsync(fetchPrunedBlock(node, HASH, quick), { code: 'block-pruned' });
  t.deepEqual(node.asked, [2, 1]);
});

test('after a peer that refuses, or never gives, comes the next', async (t) => {
  const refusing = new Node([{ id: 1 }, { id: 2 }], (peer) => (peer === 1 ? REFUSED : 0));
  t.deepEqual(await fetchPrunedBlock(refusing, HASH, patient), BLOCK);
  t.deepEqual(refusing.asked, [1, 2]);
  const silent = new Node([{ id: 1 }, { id: 2 }], (peer) => (peer === 1 ? null : 0));
  t.deepEqual(await fetchPrunedBlock(silent, HASH, quick), BLOCK);
  t.deepEqual(silent.asked, [1, 2]);
});

test('four peers are asked, and then the block counts as pruned', async (t) => {
  for (const count of [0, 3, 4, 5]) {
    const peers = Array.from({ length: count }, (_unused, id) => ({ id }));
    const node = new Node(peers, () => REFUSED);
    const error = await t.throwsAsync(fetchPrunedBlock(node, HASH, patient), { code: 'block-pruned' });
    t.regex(error.message, new RegExp(`none of its ${count} full peers`, 'u'));
    t.is(node.asked.length, Math.min(count, 4));
  }
});

test('a node that may not tell its peers has none to ask', async (t) => {
  for (const code of ['node-without-wallet', 'node-credentials', 'node-refused'] as const) {
    const node = new Node(new NodeError(code, 'no'), () => 0);
    await t.throwsAsync(fetchPrunedBlock(node, HASH, quick), { code: 'block-pruned' });
    t.deepEqual(node.asked, []);
  }
});

test('a node that is gone is said to be gone', async (t) => {
  const gone = new NodeError('node-unreachable', 'gone');
  await t.throwsAsync(fetchPrunedBlock(new Node(gone, () => 0), HASH, quick), { code: 'node-unreachable' });
  await t.throwsAsync(fetchPrunedBlock(new Node([{ id: 1 }], () => gone), HASH, quick), {
    code: 'node-unreachable',
  });
});
