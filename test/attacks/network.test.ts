import test from 'ava';
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { setUpIrcChannel } from '../../vm-net/channels/irc/set-up.ts';
import { isOnionAddress } from '../../vm-net/channels/onion/location.ts';
import { StreamIsolation } from '../../vm-net/tor/isolation.ts';
import { dialThroughTor } from '../../vm-net/tor/socks-dial.ts';
import { parseConfig } from '../../shared/config/joinmarket-cfg.ts';

test('2.8/0.16: a name goes to Tor as a name, and is never resolved here', async (t) => {
  const asked: Buffer[] = [];
  const server = createServer((socket: Socket) => {
    let step = 0;
    socket.on('data', (bytes) => {
      step += 1;
      if (step === 1) socket.write(Uint8Array.of(5, 2));
      if (step === 2) socket.write(Uint8Array.of(1, 0));
      if (step !== 3) return;
      asked.push(bytes);
      socket.write(Uint8Array.of(5, 4, 0, 1, 0, 0, 0, 0, 0, 0));
      socket.end();
    });
    socket.on('error', () => undefined);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.teardown(() => server.close());
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const dial = dialThroughTor({ host: '127.0.0.1', port: address.port }, new StreamIsolation(), 'jm-irc');
  await t.throwsAsync(dial({ host: 'irc.example.org', port: 6697 }, new AbortController().signal), {
    code: 'peer-unreachable',
  });
  const [request] = asked;
  // Version 5, connect, reserved, and then the kind of address: 3 is a name.
  t.deepEqual([...(request?.subarray(0, 4) ?? [])], [5, 1, 0, 3]);
  t.true(request?.includes('irc.example.org') === true);
});

test('2.8/0.16: a server that is not this machine is not reached without Tor', (t) => {
  const config = parseConfig('[MESSAGING:pit]\nhost = irc.example.org\nport = 6697\nsocks5 = false\n');
  const [irc] = config.irc;
  if (irc === undefined) return t.fail();
  const request = { nick: 'J5abcdefghjkmnpq' as never, network: 'mainnet', serving: false } as const;
  t.throws(() => setUpIrcChannel(config, irc, request, () => undefined, new StreamIsolation()), {
    code: 'channel-clearnet',
  });
});

test('A21, 2.8/0.36: a peer can’t send us to this machine, to the clear net, or to a name', (t) => {
  for (const host of [
    '127.0.0.1',
    'localhost',
    '::1',
    '10.0.0.1',
    'example.org',
    'onion',
    'example.onion.org',
    `${'a'.repeat(55)}.onion`,
    `${'a'.repeat(16)}.onion`,
    `127.0.0.1#${'a'.repeat(56)}.onion`,
  ]) {
    t.false(isOnionAddress(host), host);
  }
});
