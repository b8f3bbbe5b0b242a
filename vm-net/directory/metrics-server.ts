import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { JmError } from '../../shared/errors.ts';
import { LastMinute } from './last-minute.ts';
import { LoopLag } from './loop-lag.ts';
import { metricFamilies, type DirectoryGauges, type ProcessState } from './metric-families.ts';
import { total, type DirectoryMetrics } from './metrics.ts';
import { formatPrometheus, PROMETHEUS_CONTENT_TYPE } from './prometheus.ts';
import { statusReport, type DirectoryIdentity } from './status-report.ts';

/** The port for /metrics can't be had. */
export class MetricsServerError extends JmError<'metrics-port'> {}

/** What is shown to those who ask. */
export interface MetricsSource extends DirectoryIdentity {
  readonly metrics: DirectoryMetrics;
  gauges(): DirectoryGauges;
}

/** A server that answers. */
export interface RunningMetricsServer {
  readonly port: number;
  close(): Promise<void>;
}

/** Always the loopback: who wants it elsewhere puts something with a password in front. */
export const METRICS_HOST = '127.0.0.1';

const MAX_CONNECTIONS = 32;
const MAX_HEADER_BYTES = 4096;
const TIMEOUT_MS = 5000;
const READ_EVERY_MS = 5000;
const TURN_EVERY_MS = 60_000;
const LOOPBACK_HOST = /^(127\.0\.0\.1|localhost|\[::1\])(:[0-9]{1,5})?$/iu;

/** Serves /metrics and /status; port 0 takes a free one. @throws MetricsServerError when the port is taken */
export async function serveMetrics(source: MetricsSource, port: number): Promise<RunningMetricsServer> {
  const started = performance.now();
  const linesIn = (): number => total(source.metrics.linesIn);
  const lastMinute = new LastMinute(linesIn(), started);
  const lag = new LoopLag();
  const state = (): ProcessState => ({
    uptimeSeconds: (performance.now() - started) / 1000,
    residentBytes: process.memoryUsage.rss(),
    lag: lag.sample(),
  });
  const server = createServer(
    {
      maxHeaderSize: MAX_HEADER_BYTES,
      headersTimeout: TIMEOUT_MS,
      requestTimeout: TIMEOUT_MS,
      connectionsCheckingInterval: TIMEOUT_MS / 5,
    },
    (request, response) => {
      answer(request, response, {
        '/metrics': () => ({
          type: PROMETHEUS_CONTENT_TYPE,
          text: formatPrometheus(metricFamilies(source.metrics, source.gauges(), state())),
        }),
        '/status': () => {
          const perSecond = lastMinute.perSecond(linesIn(), performance.now());
          const report = statusReport(source, source.metrics, source.gauges(), state(), perSecond);
          return { type: 'application/json', text: `${JSON.stringify(report)}\n` };
        },
      });
    },
  );
  server.maxConnections = MAX_CONNECTIONS;
  const taken = await listen(server, port).catch((error: unknown) => {
    lag.stop();
    throw error;
  });
  const timers = [
    setInterval(() => {
      lastMinute.read(linesIn(), performance.now());
    }, READ_EVERY_MS),
    setInterval(() => {
      lag.turn();
    }, TURN_EVERY_MS),
  ];
  for (const timer of timers) timer.unref();
  return {
    port: taken,
    close: () => {
      for (const timer of timers) clearInterval(timer);
      lag.stop();
      return closeServer(server);
    },
  };
}

type Pages = Readonly<Record<string, () => { readonly type: string; readonly text: string }>>;

function answer(request: IncomingMessage, response: ServerResponse, pages: Pages): void {
  const refuse = (status: number, text: string): void => {
    send(response, status, 'text/plain; charset=utf-8', `${text}\n`);
  };
  // A page in a browser on this machine may give its own name this address; the name in the request still is the page's.
  if (!LOOPBACK_HOST.test(request.headers.host ?? '')) {
    refuse(403, 'Ask 127.0.0.1 or localhost.');
    return;
  }
  if (request.method !== 'GET') {
    response.setHeader('Allow', 'GET');
    refuse(405, 'Only GET.');
    return;
  }
  if (hasBody(request)) {
    refuse(413, 'No body, please.');
    return;
  }
  const page = new Map(Object.entries(pages)).get(request.url ?? '');
  if (page === undefined) {
    refuse(404, 'There are /metrics and /status.');
    return;
  }
  const { type, text } = page();
  send(response, 200, type, text);
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0';
}

function send(response: ServerResponse, status: number, type: string, text: string): void {
  response.writeHead(status, {
    'Content-Type': type,
    'Content-Length': Buffer.byteLength(text),
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    Connection: 'close',
  });
  response.end(text);
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    // Once it listens, running out of descriptors comes here too, and passes.
    server.on('error', (cause) => {
      const cure = 'Give another metrics_port in [DIRECTORY], or 0 for none.';
      reject(
        new MetricsServerError('metrics-port', `Can't serve metrics on port ${port}: ${cause.message}`, {
          cause,
          cure,
        }),
      );
    });
    server.listen(port, METRICS_HOST, () => {
      const address = server.address();
      resolve(address === null || typeof address === 'string' ? port : address.port);
    });
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeAllConnections();
  });
}
