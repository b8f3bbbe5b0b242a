import test, { type ExecutionContext } from 'ava';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import {
  serveMetrics,
  type MetricsSource,
  type RunningMetricsServer,
} from '../../../../vm-net/directory/metrics-server.ts';
import { parseStatusReport } from '../../../../vm-net/directory/status-report.ts';
import { metricsSource, ONION_LOCATION } from '../../../fixtures/directory-metrics.ts';

async function start(
  t: ExecutionContext,
  source: MetricsSource = metricsSource(),
): Promise<RunningMetricsServer> {
  const server = await serveMetrics(source, 0);
  t.teardown(() => server.close());
  return server;
}

/** Sends bytes as they are and returns all that comes back until the server hangs up. */
async function exchange(port: number, request: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  let answer = '';
  socket.setEncoding('latin1');
  socket.on('data', (text: string) => (answer += text));
  // A server that has answered and closed may reset what still comes.
  socket.on('error', () => undefined);
  socket.write(request);
  await new Promise((resolve) => socket.once('close', resolve));
  return answer;
}

function request(path: string, { method = 'GET', host = '127.0.0.1', more = '' } = {}): string {
  return `${method} ${path} HTTP/1.1\r\nHost: ${host}\r\n${more}\r\n`;
}

function statusOf(answer: string): number {
  return Number(/^HTTP\/1\.1 ([0-9]{3}) /u.exec(answer)?.[1]);
}

test('/metrics shows what was counted, as text for Prometheus', async (t) => {
  const source = metricsSource();
  const { port } = await start(t, source);
  source.metrics.linesIn.public += 7;
  const response = await fetch(`http://127.0.0.1:${port}/metrics`);
  t.is(response.status, 200);
  t.is(response.headers.get('content-type'), 'text/plain; version=0.0.4; charset=utf-8');
  t.is(response.headers.get('cache-control'), 'no-store');
  const text = await response.text();
  t.true(text.includes('\njoinmarket_directory_messages_in_total{type="public"} 7\n'));
  t.true(text.includes('\njoinmarket_directory_peers{kind="serving"} 3\n'));
  t.true(Number(/^joinmarket_directory_resident_memory_bytes (.*)$/mu.exec(text)?.[1]) > 1_000_000);
});

test('/status is a report in JSON', async (t) => {
  const source = metricsSource();
  const { port } = await start(t, source);
  source.metrics.linesIn.private += 5;
  source.metrics.refused['nick-taken'] += 2;
  source.metrics.publicShed += 1;
  source.metrics.privateShed += 2;
  source.metrics.peerlistsShed += 4;
  const response = await fetch(`http://localhost:${port}/status`);
  t.is(response.headers.get('content-type'), 'application/json');
  const report = parseStatusReport(await response.text());
  t.like(report, {
    location: ONION_LOCATION,
    network: 'signet',
    servingPeers: 3,
    otherPeers: 2,
    waiting: 1,
    unsentBytes: 4096,
    refused: { 'nick-taken': 2 },
    shed: 7,
  });
  t.true((report?.messagesPerSecond ?? 0) > 0);
  t.true((report?.uptimeSeconds ?? -1) >= 0);
});

test('only the loopback can reach it', async (t) => {
  const { port } = await start(t);
  // Another address of this machine: all of 127/8 is its own, but only one of them is listened on.
  const socket = connect(port, '127.0.0.2');
  const [error] = (await once(socket, 'error')) as [NodeJS.ErrnoException];
  t.is(error.code, 'ECONNREFUSED');
});

for (const host of ['127.0.0.1', '127.0.0.1:9252', 'localhost', 'LOCALHOST:1', '[::1]', '[::1]:9252']) {
  test(`a request to ${host} is answered`, async (t) => {
    const { port } = await start(t);
    t.is(statusOf(await exchange(port, request('/status', { host }))), 200);
  });
}

for (const host of [
  'evil.example',
  'evil.example:9252',
  'localhost.evil.example',
  '127.0.0.1.evil.example',
  'evil.example/127.0.0.1',
  '127.0.0.1@evil.example',
  '0.0.0.0',
  '',
]) {
  test(`a request to "${host}" is refused, as a page would send it whose name leads here`, async (t) => {
    const { port } = await start(t);
    const answer = await exchange(port, request('/status', { host }));
    t.is(statusOf(answer), 403);
    t.false(answer.includes('servingPeers'));
  });
}

const REFUSED: readonly (readonly [string, string, number])[] = [
  ['without Host', 'GET /status HTTP/1.1\r\n\r\n', 400],
  ['of the old kind without Host', 'GET /status HTTP/1.0\r\n\r\n', 403],
  ['that is no HTTP', 'hello\r\n\r\n', 400],
  ['with POST', request('/status', { method: 'POST' }), 405],
  ['with HEAD', request('/status', { method: 'HEAD' }), 405],
  ['with OPTIONS', request('/status', { method: 'OPTIONS' }), 405],
  ['with a body', request('/status', { more: 'Content-Length: 2\r\n' }) + 'hi', 413],
  ['with a body in chunks', request('/status', { more: 'Transfer-Encoding: chunked\r\n' }), 413],
  ['for another page', request('/'), 404],
  ['for a page with something behind it', request('/status/'), 404],
  ['for a page that is no path', request('constructor'), 400],
  ['for a page with a query', request('/status?x'), 404],
  ['for a whole URL', request('http://evil.example/status'), 404],
];

for (const [what, text, status] of REFUSED) {
  test(`a request ${what} is refused with ${status}`, async (t) => {
    const { port } = await start(t);
    t.is(statusOf(await exchange(port, text)), status);
  });
}

test('headers may be small, and not large', async (t) => {
  const { port } = await start(t);
  const padded = (bytes: number): string =>
    request('/status', { more: `X-Padding: ${'x'.repeat(bytes)}\r\n` });
  t.is(statusOf(await exchange(port, padded(3900))), 200);
  t.is(statusOf(await exchange(port, padded(4200))), 431);
});

test('who does not end its request in time is hung up on, and nobody waits for it', async (t) => {
  const { port } = await start(t);
  const slow = exchange(port, 'GET /status HTTP/1.1\r\nHost: 127.0.0.1\r\n');
  t.is(statusOf(await exchange(port, request('/status'))), 200);
  t.is(statusOf(await slow), 408);
});

test('a connection more than it takes is hung up on', async (t) => {
  const { port } = await start(t);
  const open = Array.from({ length: 32 }, () => connect(port, '127.0.0.1'));
  t.teardown(() => {
    for (const socket of open) socket.destroy();
  });
  await Promise.all(open.map((socket) => once(socket, 'connect')));
  t.is(await exchange(port, request('/status')), '');
  const [first] = open;
  first?.write(request('/status'));
  const [chunk] = first === undefined ? [] : ((await once(first, 'data')) as [Buffer]);
  t.is(statusOf(String(chunk)), 200);
});

test('a port that is taken is an error with a cure', async (t) => {
  const other = createServer();
  other.listen(0, '127.0.0.1');
  await once(other, 'listening');
  t.teardown(() => {
    other.close();
  });
  const address = other.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const error = await t.throwsAsync(serveMetrics(metricsSource(), port), { code: 'metrics-port' });
  t.regex(error.message, new RegExp(`port ${port}: .*EADDRINUSE`, 'u'));
});

test('after it is closed nothing answers, and no request keeps it open', async (t) => {
  const server = await serveMetrics(metricsSource(), 0);
  const idle = connect(server.port, '127.0.0.1');
  await once(idle, 'connect');
  await server.close();
  const [error] = (await once(connect(server.port, '127.0.0.1'), 'error')) as [NodeJS.ErrnoException];
  t.is(error.code, 'ECONNREFUSED');
  idle.destroy();
});
