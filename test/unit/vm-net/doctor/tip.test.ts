import test from 'ava';
import { parseConfig } from '../../../../shared/config/joinmarket-cfg.ts';
import { checkTip } from '../../../../vm-net/doctor/node.ts';
import { WatchedNode } from '../../../fixtures/watched-node.ts';

const NOW = 1_700_000_000;
const config = parseConfig('[WATCH]\nstale_tip_minutes = 30\n');

test('the doctor judges the tip as the watch does, by the configured time', async (t) => {
  const node = new WatchedNode();
  node.peers = [{ synced_headers: 800_000 }];
  t.like(await checkTip(config, node, NOW + 30 * 60 - 1), [{ subject: 'tip', ok: true }]);
  const [stale] = await checkTip(config, node, NOW + 30 * 60);
  t.like(stale, { subject: 'tip', ok: false, says: 'no block for 30 minutes, the last is 800000' });
  t.truthy(stale?.cure);
  node.peers = [];
  t.like(await checkTip(config, node, NOW), [
    { ok: false, says: 'the node has no peers, and is at block 800000' },
  ]);
});

test('what the other findings say already is not said twice', async (t) => {
  const node = new WatchedNode();
  node.info = { ...node.info, initialblockdownload: true };
  t.deepEqual(await checkTip(config, node, NOW), []);
  node.isDown = true;
  t.deepEqual(await checkTip(config, node, NOW), []);
});
