import test from 'ava';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { systemRandom } from '../../../../../shared/crypto/random.ts';
import { createNickKey } from '../../../../../shared/jm/nick-key.ts';
import { DirectPeers } from '../../../../../vm-net/channels/onion/direct-peers.ts';

test('a connection that comes in the moment of the stop is closed', async (t) => {
  t.timeout(10_000);
  const server = createServer((socket) => socket.on('error', () => undefined).resume());
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.teardown(() => server.close());
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const location = { host: '127.0.0.1', port: address.port };
  const socket = connect(location.port, location.host);
  await once(socket, 'connect');
  t.teardown(() => socket.destroy());

  const peers = new DirectPeers({
    network: 'testnet',
    dial: () => Promise.resolve(socket),
    jitter: () => 0,
    receive: () => null,
    onLost: () => undefined,
  });
  peers.reach(createNickKey(systemRandom).nick, location);
  t.false(socket.destroyed);
  peers.stop();
  await once(socket, 'close');
  t.is(socket.bytesWritten, 0, 'and nothing was said on it');
  t.deepEqual(peers.nicks, []);
});
