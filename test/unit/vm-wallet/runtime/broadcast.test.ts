import test from 'ava';
import { parseTransaction } from '../../../../shared/bitcoin/transaction.ts';
import type { BroadcastPolicy } from '../../../../shared/config/joinmarket-cfg.ts';
import type { Nick } from '../../../../shared/jm/command.ts';
import { broadcastJoin, NOBODY } from '../../../../vm-wallet/runtime/broadcast.ts';
import { chainClientOf } from '../../../fixtures/chain-client.ts';
import { exampleMakers, joinOf } from '../../../fixtures/coinjoin-parties.ts';
import { drawnRandom } from '../../../fixtures/drawn-random.ts';
import { recordedHub } from '../../../fixtures/messages-client.ts';
import { makerNick } from '../../../fixtures/offers.ts';

const { raw } = joinOf(exampleMakers());
const { txid } = parseTransaction(raw);
const MAKERS = [1, 2, 3, 4].map(makerNick);

interface Outcome {
  readonly by: string;
  readonly pushed: readonly Nick[];
  readonly ourNode: number;
}

/** Who broadcasts under a policy when chance draws this. */
async function broadcast(
  policy: BroadcastPolicy,
  draw: number,
  { seen = true, reachable = true, good = true } = {},
): Promise<Outcome> {
  const recorded = recordedHub();
  if (!reachable) recorded.refusing.add('onion');
  let ourNode = 0;
  const chain = chainClientOf({
    inMempool: () => Promise.resolve(seen),
    // Whom no peer is to see it from, our node need not be asked for.
    ...(policy === 'self'
      ? {}
      : {
          testAccept: () =>
            Promise.resolve(good ? { accepted: true, txid } : { accepted: false, reason: 'bad-txns' }),
        }),
    broadcast: () => {
      ourNode += 1;
      return Promise.resolve({ accepted: true, txid });
    },
  });
  const result = await broadcastJoin(raw, txid, policy, {
    chain,
    hub: recorded.hub,
    makers: MAKERS,
    random: drawnRandom(draw),
    unseenSeconds: 0.15,
    report: () => undefined,
  });
  return { by: result.ok ? result.value : result.error, pushed: recorded.sent.map(({ to }) => to), ourNode };
}

test('random-peer draws among the makers and us', async (t) => {
  const one = makerNick(1);
  t.deepEqual(await broadcast('random-peer', 0), { by: one, pushed: [one], ourNode: 0 });
  // The last of five shares is ours.
  t.deepEqual((await broadcast('random-peer', 0.79)).pushed, [makerNick(4)]);
  t.deepEqual(await broadcast('random-peer', 0.8), { by: 'self', pushed: [], ourNode: 1 });
});

test('not-self draws among the makers only', async (t) => {
  t.deepEqual((await broadcast('not-self', 0)).pushed, [makerNick(1)]);
  t.deepEqual(await broadcast('not-self', 0.99), { by: makerNick(4), pushed: [makerNick(4)], ourNode: 0 });
});

test('multiple-peers asks three at once, self none', async (t) => {
  const { by, pushed, ourNode } = await broadcast('multiple-peers', 0);
  t.deepEqual(pushed, [1, 2, 3].map(makerNick));
  t.is(by, pushed.join(', '));
  t.is(ourNode, 0);
  t.deepEqual(await broadcast('self', 0), { by: 'self', pushed: [], ourNode: 1 });
});

test('no peer sees what our own node would refuse', async (t) => {
  for (const policy of ['random-peer', 'not-self', 'multiple-peers'] as const) {
    t.deepEqual(await broadcast(policy, 0, { good: false }), { by: 'bad-txns', pushed: [], ourNode: 0 });
  }
});

test('what nobody makes visible goes out by our own node, and under not-self by none', async (t) => {
  for (const policy of ['random-peer', 'multiple-peers'] as const) {
    t.like(await broadcast(policy, 0, { seen: false }), { by: 'self', ourNode: 1 });
    t.like(await broadcast(policy, 0, { reachable: false }), { by: 'self', pushed: [], ourNode: 1 });
  }
  t.like(await broadcast('not-self', 0, { seen: false }), { by: makerNick(1), ourNode: 0 });
  t.deepEqual(await broadcast('not-self', 0, { reachable: false }), { by: NOBODY, pushed: [], ourNode: 0 });
});
