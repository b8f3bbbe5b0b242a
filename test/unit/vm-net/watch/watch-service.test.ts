import test from 'ava';
import { txid } from '../../../../shared/bitcoin/outpoint.ts';
import type { MessagesEvent } from '../../../../shared/bridge/messages.ts';
import { messagesEvent } from '../../../../shared/bridge/schema/validators.js';
import type { DirectoryHealth } from '../../../../vm-net/channels/channel.ts';
import { WatchService, type WatchWorld } from '../../../../vm-net/watch/watch-service.ts';
import { WatchedNode } from '../../../fixtures/watched-node.ts';

const JOIN = txid('aa'.repeat(32));
const COIN = { txid: txid('01'.repeat(32)), vout: 0 };
const OFFER = '!sw0reloffer 0 100000 200000 0 0.0001';
const UP: DirectoryHealth = {
  directory: '127.0.0.1:5222',
  isUp: true,
  changedAt: performance.now(),
  heardAt: null,
  latencyMs: 3,
  detail: 'up',
};

/** A watch without a net VM around it, and what it told. */
function scene(changes: Partial<WatchWorld> = {}) {
  const node = new WatchedNode();
  node.info = { ...node.info, chain: 'regtest' };
  const told: MessagesEvent[] = [];
  const logged: string[] = [];
  let wake: () => void = () => undefined;
  const watch = new WatchService({
    rpc: node,
    config: { ownOffersMinutes: 60, staleTipMinutes: 120 },
    directories: () => [UP],
    observe: () => Promise.resolve({ finding: 'seen', offers: 1 }),
    emit: (event) => {
      told.push(event);
      wake();
    },
    log: (text) => logged.push(text),
    jitter: () => 0.5,
    times: { lookMs: 1, firstOffersMs: 1 },
    ...changes,
  });
  const until = async (about: string): Promise<MessagesEvent> => {
    for (;;) {
      const found = told.find((event) => event.event === 'watch' && event.notice.about === about);
      if (found !== undefined) return found;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  };
  return { node, watch, told, logged, until };
}

test('a conflict is told, logged, and fits the schema of the bridge', async (t) => {
  const { watch, until, logged } = scene();
  t.teardown(() => {
    watch.stop();
  });
  watch.watch([{ txid: JOIN, inputs: [COIN], outputs: 1 }]);
  watch.start();
  const event = await until('join');
  t.deepEqual(event, {
    event: 'watch',
    notice: { about: 'join', txid: JOIN, finding: 'conflict', inBlock: true, spender: null },
  });
  t.true(messagesEvent(event));
  t.deepEqual(logged, [`watch: another transaction in a block spends a coin of ${JOIN}`]);
});

test('a node that does not answer is told, and nothing is concluded about coins', async (t) => {
  const { node, watch, until, told } = scene();
  t.teardown(() => {
    watch.stop();
  });
  node.isDown = true;
  watch.watch([{ txid: JOIN, inputs: [COIN], outputs: 1 }]);
  watch.start();
  t.like(await until('tip'), { notice: { finding: 'unreachable', height: 0, behind: 0 } });
  t.is(told.length, 1);
  node.isDown = false;
  await until('join');
  t.like(told[1], { notice: { about: 'tip', finding: 'well' } });
});

test('a syncing node knows nothing about coins either', async (t) => {
  const { node, watch, until, told } = scene();
  t.teardown(() => {
    watch.stop();
  });
  node.info = { ...node.info, chain: 'main', initialblockdownload: true, blocks: 10 };
  watch.watch([{ txid: JOIN, inputs: [COIN], outputs: 1 }]);
  watch.start();
  t.like(await until('tip'), { notice: { finding: 'syncing', height: 10, behind: 799_990 } });
  const before = node.calls;
  while (node.calls < before + 5) await new Promise((resolve) => setImmediate(resolve));
  t.is(told.length, 1);
  t.deepEqual([...node.asked], ['getblockchaininfo', 'getpeerinfo']);
});

test('directories are asked for our offers once there are some, and a change is told', async (t) => {
  const asked: string[] = [];
  const { watch, until, told } = scene({
    config: { ownOffersMinutes: 0.0001, staleTipMinutes: 120 },
    observe: (directory) => {
      asked.push(directory);
      return Promise.resolve(
        asked.length < 5 ? { finding: 'seen', offers: 1 } : { finding: 'unanswered', offers: 0 },
      );
    },
  });
  t.teardown(() => {
    watch.stop();
  });
  watch.start();
  watch.published('!orderbook');
  await new Promise((resolve) => setImmediate(resolve));
  t.deepEqual(asked, []);
  watch.published(OFFER);
  t.like(await until('own-offers'), { notice: { directory: UP.directory, finding: 'seen', offers: 1 } });
  while (told.length < 2) await new Promise((resolve) => setImmediate(resolve));
  t.like(told[1], { notice: { finding: 'unanswered' } });
  t.is(asked.length, 5);
});

test('withdrawn offers are not looked for, and 0 minutes mean never', (t) => {
  const asked: string[] = [];
  const observe = (directory: string): Promise<never> => {
    asked.push(directory);
    return Promise.reject(new Error('must not be asked'));
  };
  const off = scene({ config: { ownOffersMinutes: 0, staleTipMinutes: 120 }, observe });
  off.watch.published(OFFER);
  const withdrawn = scene({ observe });
  withdrawn.watch.published(`${OFFER}!cancel 0`);
  off.watch.stop();
  withdrawn.watch.stop();
  t.deepEqual(asked, []);
});

test('a watch that is stopped says nothing more', async (t) => {
  const { watch, told, node } = scene();
  watch.watch([{ txid: JOIN, inputs: [COIN], outputs: 1 }]);
  watch.stop();
  watch.start();
  await new Promise((resolve) => setImmediate(resolve));
  t.deepEqual(told, []);
  t.is(node.calls, 0);
});

test('not more than sixty notices leave at once', async (t) => {
  const { watch, told } = scene();
  t.teardown(() => {
    watch.stop();
  });
  watch.watch(
    Array.from({ length: 70 }, (_unused, index) => ({
      txid: txid(index.toString(16).padStart(64, '0')),
      inputs: [COIN],
      outputs: 1,
    })),
  );
  watch.start();
  while (told.length < 60) await new Promise((resolve) => setImmediate(resolve));
  await new Promise((resolve) => setImmediate(resolve));
  t.is(told.length, 60);
});
