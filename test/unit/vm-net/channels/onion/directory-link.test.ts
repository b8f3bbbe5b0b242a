import test, { type ExecutionContext } from 'ava';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { decodeEnvelope, encodeEnvelope, ENVELOPE } from '../../../../../shared/jm/onion/envelope.ts';
import { formatDirectoryHandshake } from '../../../../../shared/jm/onion/handshake.ts';
import type { DirectoryHealth } from '../../../../../vm-net/channels/channel.ts';
import { dialDirectly } from '../../../../../vm-net/channels/dial.ts';
import { DirectoryLink } from '../../../../../vm-net/channels/onion/directory-link.ts';
import { PULSE, type PulseTimes } from '../../../../../vm-net/channels/onion/pulse.ts';

/** A directory that shakes hands, and then answers what `answer` says. */
async function directory(
  t: ExecutionContext,
  features: readonly string[],
  answer: (type: number) => readonly number[],
): Promise<{
  readonly port: number;
  readonly heard: number[];
  readonly calls: () => number;
}> {
  const heard: number[] = [];
  let calls = 0;
  const server = createServer((socket) => {
    calls += 1;
    socket.on('error', () => undefined).setEncoding('utf8');
    const say = (type: number): boolean => socket.write(`${encodeEnvelope(type, '')}\r\n`);
    socket.on('data', (text: string) => {
      for (const line of text.split('\r\n').filter((one) => one !== '')) {
        const type = decodeEnvelope(line)?.type ?? 0;
        heard.push(type);
        if (type === ENVELOPE.handshake) {
          const taken = { accepted: true, features, nick: 'J5dn', network: 'testnet', motd: '' };
          socket.write(`${encodeEnvelope(ENVELOPE.directoryHandshake, formatDirectoryHandshake(taken))}\r\n`);
        }
        for (const back of answer(type)) say(back);
      }
    });
    t.teardown(() => socket.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.teardown(() => server.close());
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    port: address.port,
    heard,
    calls: () => calls,
  };
}

/** A link to it, and what its states were, each as soon as it is there. */
function link(
  t: ExecutionContext,
  port: number,
  pulse: PulseTimes,
): {
  readonly until: (match: (seen: readonly string[]) => boolean) => Promise<void>;
  readonly send: (type: number) => boolean;
  readonly health: () => DirectoryHealth;
} {
  let wake: () => void = () => undefined;
  const seen: string[] = [];
  const made = new DirectoryLink({
    location: { host: '127.0.0.1', port },
    handshake: '{}',
    network: 'testnet',
    dial: dialDirectly,
    onEnvelope: ({ detail }, { type }) => {
      seen.push(`${detail} ${type}`);
      wake();
    },
    onChange: ({ detail }) => {
      seen.push(detail);
      wake();
    },
    jitter: () => 0,
    pulse,
  });
  made.connect();
  t.teardown(() => {
    made.stop();
  });
  return {
    send: (type) => made.send(type, ''),
    health: () => made.health,
    until: async (match) => {
      while (!match(seen))
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
    },
  };
}

test('a directory that does not answer a ping is left, and called again', async (t) => {
  const silent = await directory(t, ['ping'], () => []);
  const { until } = link(t, silent.port, { idleMs: 20, answerMs: 20 });
  await until((seen) => seen.filter((detail) => detail === 'up').length === 2);
  t.deepEqual(silent.heard.slice(0, 3), [ENVELOPE.handshake, ENVELOPE.ping, ENVELOPE.handshake]);
});

test('one that answers is kept', async (t) => {
  let pings = 0;
  const alive = await directory(t, ['ping'], (type) => {
    if (type !== ENVELOPE.ping) return [];
    pings += 1;
    return pings < 4 ? [ENVELOPE.pong] : [ENVELOPE.pong, 9999];
  });
  const { until } = link(t, alive.port, { idleMs: 15, answerMs: 5000 });
  await until((seen) => seen.includes('up 9999'));
  t.is(alive.calls(), 1);
});

test('a ping is answered to a directory that advertises it, and to no other', async (t) => {
  for (const [features, answers] of [
    [['ping'], [ENVELOPE.handshake, ENVELOPE.pong, ENVELOPE.getPeerlist]],
    [[], [ENVELOPE.handshake, ENVELOPE.getPeerlist]],
  ] as const) {
    const asking = await directory(t, features, (type) =>
      type === ENVELOPE.handshake ? [ENVELOPE.ping, 9999] : type === ENVELOPE.getPeerlist ? [9998] : [],
    );
    const { until, send } = link(t, asking.port, PULSE);
    await until((seen) => seen.includes('up 9999'));
    send(ENVELOPE.getPeerlist);
    await until((seen) => seen.includes('up 9998'));
    t.deepEqual(asking.heard, answers);
  }
});

test('a link tells since when it is up, when it heard something, and how long an answer took', async (t) => {
  const alive = await directory(t, ['ping'], (type) => (type === ENVELOPE.ping ? [ENVELOPE.pong] : []));
  const started = performance.now();
  const { until, health } = link(t, alive.port, PULSE);
  t.like(health(), { isUp: false, heardAt: null, latencyMs: null, detail: 'connecting' });
  await until((seen) => seen.includes('up'));
  const { directory: name, isUp, changedAt, heardAt, latencyMs } = health();
  t.is(name, `127.0.0.1:${alive.port}`);
  t.true(isUp && changedAt >= started && (heardAt ?? 0) >= started);
  t.true(latencyMs !== null && latencyMs >= 0 && latencyMs < 5000);
});

test('a link that is lost tells when, and keeps why', async (t) => {
  const silent = await directory(t, ['ping'], () => []);
  const { until, health } = link(t, silent.port, { idleMs: 20, answerMs: 20 });
  await until((seen) => seen.includes('it does not answer a ping'));
  const { isUp, detail, latencyMs } = health();
  t.false(isUp);
  t.is(detail, 'it does not answer a ping');
  t.true(latencyMs !== null);
});
