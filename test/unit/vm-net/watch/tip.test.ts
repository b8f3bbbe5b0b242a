import test from 'ava';
import { judgeTip, readTip, type TipFacts } from '../../../../vm-net/watch/tip.ts';
import { WatchedNode } from '../../../fixtures/watched-node.ts';

const NOW = 1_700_000_000;
const healthy: TipFacts = {
  chain: 'main',
  blocks: 800_000,
  headers: 800_000,
  time: NOW - 600,
  medianTime: NOW - 4000,
  initialDownload: false,
  peerHeights: [800_000, 800_000, 800_001, 900_000],
  peers: 4,
};
const judge = (changes: Partial<TipFacts>): unknown => judgeTip({ ...healthy, ...changes }, NOW, 120);
const WELL = { finding: 'well', behind: 0 };

test('a tip with a recent block, the headers and most peers is well', (t) => {
  t.deepEqual(judge({}), WELL);
});

test('no block for as long as configured makes the tip stale', (t) => {
  t.deepEqual(judge({ time: NOW - 120 * 60 + 1 }), WELL);
  t.deepEqual(judge({ time: NOW - 120 * 60 }), { finding: 'no-block', behind: 120 });
});

test('a node behind its own headers, or behind the median of its peers, is told apart', (t) => {
  t.deepEqual(judge({ headers: 800_002 }), WELL);
  t.deepEqual(judge({ headers: 800_003 }), { finding: 'behind-headers', behind: 3 });
  t.deepEqual(judge({ peerHeights: [800_002, 800_002, 900_000] }), WELL);
  t.deepEqual(judge({ peerHeights: [800_003, 800_003, 1] }), { finding: 'behind-peers', behind: 3 });
  // Two peers are no majority, and one liar among four none either.
  t.deepEqual(judge({ peerHeights: [900_000, 900_000] }), WELL);
  t.deepEqual(judge({ peerHeights: [800_000, 800_000, 800_000, 0x7fff_ffff] }), WELL);
});

test('without peers no news can come; a node that may not tell is not blamed', (t) => {
  t.deepEqual(judge({ peers: 0, peerHeights: [] }), { finding: 'no-peers', behind: 0 });
  t.deepEqual(judge({ peers: null, peerHeights: null }), WELL);
});

test('the initial download is one, but on a regtest node that has all there is', (t) => {
  t.deepEqual(judge({ initialDownload: true, blocks: 799_000 }), { finding: 'syncing', behind: 1000 });
  t.deepEqual(judge({ initialDownload: true, chain: 'regtest', peers: 0, time: 0 }), WELL);
});

test('the facts come from two questions, and the second may be forbidden', async (t) => {
  const node = new WatchedNode();
  node.peers = [
    { synced_headers: -1, synced_blocks: -1, startingheight: 5 },
    { synced_headers: 9, synced_blocks: 8 },
    { synced_headers: -1 },
    { synced_headers: 'many' },
  ];
  t.like(await readTip(node), { chain: 'main', blocks: 800_000, peerHeights: [5, 9], peers: 4 });
  node.peers = null;
  t.like(await readTip(node), { peerHeights: null, peers: null });
  node.info = { ...node.info, time: undefined, mediantime: 77 };
  t.is((await readTip(node)).time, 77);
  node.info = { ...node.info, blocks: -1 };
  await t.throwsAsync(readTip(node), { code: 'node-bad-answer' });
});
