import anyTest, { type TestFn } from 'ava';
import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { NOT_SERVING } from '../../../../shared/jm/onion/handshake.ts';
import { LineSocket } from '../../../../vm-net/channels/onion/line-socket.ts';
import { sweepSilent } from '../../../../vm-net/directory/heartbeat.ts';
import { Peer } from '../../../../vm-net/directory/peer.ts';
import { RawPeer } from '../../../fixtures/raw-peer.ts';

interface Context {
  readonly server: Server;
  readonly other: RawPeer;
  /** A peer of the directory that was heard last at 0. */
  readonly peer: (options: { readonly features: readonly string[]; readonly location: string }) => Peer;
  readonly closed: string[];
}

const test = anyTest as TestFn<Context>;
const ONION = '2gzyxa5ihm7nsggfxnu52rck2vv4rvmdlkiu3zzui5du4xyclen53wid.onion:5222';
const options = { nick: 'J5directory', idleMs: 600, evictMs: 1500, pongMs: 30 };

test.beforeEach(async (t) => {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const accepted = once(server, 'connection');
  const other = new RawPeer(connect(address.port, '127.0.0.1'));
  const [socket] = (await accepted) as [Socket];
  const closed: string[] = [];
  t.context = {
    server,
    other,
    closed,
    peer: (handshake) =>
      new Peer(
        new LineSocket(
          socket,
          { maxLine: 1000, maxUnsent: 1000 },
          { onLine: () => undefined, onClose: (reason) => closed.push(reason) },
        ),
        { ...handshake, nick: 'J5peer', network: 'testnet' },
        0,
      ),
  };
});

test.afterEach.always((t) => {
  t.context.other.close();
  t.context.server.close();
});

/** What the peer gets before the connection is ended. */
async function received({ other }: Context, peer: Peer): Promise<readonly string[]> {
  peer.socket.close('end of test');
  await other.closed;
  return other.lines;
}

test('a peer that knows ping is asked once it was silent for long enough, and once only', async (t) => {
  const peer = t.context.peer({ features: ['ping'], location: NOT_SERVING });
  sweepSilent([peer], options, 599);
  t.is(peer.askedAt, null);
  sweepSilent([peer], options, 600);
  t.is(peer.askedAt, 600);
  sweepSilent([peer], options, 620);
  t.deepEqual(await received(t.context, peer), ['{"type": 798, "line": ""}']);
});

test('a peer that does not answer the ping in time is dropped', (t) => {
  const peer = t.context.peer({ features: ['ping'], location: ONION });
  sweepSilent([peer], options, 600);
  sweepSilent([peer], options, 629);
  t.deepEqual(t.context.closed, []);
  sweepSilent([peer], options, 630);
  t.deepEqual(t.context.closed, ['no pong']);
});

test('a maker that does not know ping is asked for its offers', async (t) => {
  const peer = t.context.peer({ features: [], location: ONION });
  sweepSilent([peer], options, 600);
  t.deepEqual(await received(t.context, peer), ['{"type": 687, "line": "J5directory!PUBLIC!orderbook"}']);
});

test('a taker that does not know ping is left alone until it is dropped', async (t) => {
  const peer = t.context.peer({ features: [], location: NOT_SERVING });
  sweepSilent([peer], options, 1499);
  t.deepEqual(t.context.closed, []);
  sweepSilent([peer], options, 1500);
  t.deepEqual(t.context.closed, ['silent for too long']);
  t.deepEqual(await received(t.context, peer), []);
});
