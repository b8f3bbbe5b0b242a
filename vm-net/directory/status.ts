import { InvalidArgumentError, type Command } from 'commander';
import { existsSync } from 'node:fs';
import { get } from 'node:http';
import { homedir } from 'node:os';
import path from 'node:path';
import { DEFAULT_METRICS_PORT } from '../../shared/config/directory.ts';
import { loadConfig } from '../../shared/config/joinmarket-cfg.ts';
import { JmError } from '../../shared/errors.ts';
import { visibleJson } from '../../shared/visible-text.ts';
import { METRICS_HOST } from './metrics-server.ts';
import { parseStatusReport, type StatusReport } from './status-report.ts';
import { formatStatus } from './status-table.ts';

/** The directory's status can't be had. */
export class StatusError extends JmError<
  'directory-not-running' | 'directory-status-off' | 'not-a-directory'
> {}

const TIMEOUT_MS = 5000;
const MAX_ANSWER = 65_536;
const DEFAULT_CONFIG = path.join(homedir(), '.joinmarket', 'joinmarket.cfg');

/** Adds the command `status` to `directory`, whose own options end where `status` begins. `say` prints a line. */
export function addStatusCommand(directory: Command, say: (text: string) => void): void {
  // Otherwise each command above takes what follows and has a name that it knows, such as --json.
  for (let above: Command | null = directory; above !== null; above = above.parent) {
    above.enablePositionalOptions();
  }
  directory
    .command('status')
    .description('say how the directory node on this machine is doing')
    .option('--port <port>', 'its metrics_port', portNumber)
    .option('--config <file>', 'joinmarket.cfg, for the metrics_port in it')
    .option('--json', 'print the report as JSON')
    .action(async (options: { port?: number; config?: string; json?: true }) => {
      const report = await askStatus(options.port ?? metricsPort(options.config));
      say(options.json === true ? visibleJson(JSON.stringify(report)) : formatStatus(report));
    });
}

/**
 * The port in joinmarket.cfg; the default one when there is no such file where none was named.
 * @throws StatusError where it is 0, ConfigError, IniError
 */
export function metricsPort(config: string | undefined, usual = DEFAULT_CONFIG): number {
  if (config === undefined && !existsSync(usual)) return DEFAULT_METRICS_PORT;
  const file = config ?? usual;
  const { metricsPort: port } = loadConfig(file).directory;
  if (port !== 0) return port;
  throw new StatusError('directory-status-off', `${file} switches the status off`, {
    cure: 'Give metrics_port in [DIRECTORY] a port, and start the directory again.',
  });
}

/** Asks the directory on this machine. @throws StatusError */
export async function askStatus(port: number): Promise<StatusReport> {
  const { status, text } = await fetchText(port);
  const report = status === 200 ? parseStatusReport(text) : null;
  if (report !== null) return report;
  throw new StatusError('not-a-directory', `What answers on ${METRICS_HOST}:${port} is no directory node`, {
    cure: 'Give --port the metrics_port of the directory.',
  });
}

function fetchText(port: number): Promise<{ readonly status: number | undefined; readonly text: string }> {
  return new Promise((resolve, reject) => {
    const fail = (cause: Error): void => {
      const message = `No directory node answers on ${METRICS_HOST}:${port}: ${cause.message}`;
      const cure = 'Start it with "joinmarketd directory", or give --port or --config of the one that runs.';
      reject(new StatusError('directory-not-running', message, { cure, cause }));
    };
    const request = get({
      host: METRICS_HOST,
      port,
      path: '/status',
      agent: false,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    request.on('error', fail);
    request.on('response', (response) => {
      const chunks: Buffer[] = [];
      let length = 0;
      response.on('data', (chunk: Buffer) => {
        length += chunk.length;
        if (length > MAX_ANSWER) response.destroy(new Error('the answer is too long'));
        else chunks.push(chunk);
      });
      response.on('error', fail);
      response.on('end', () => {
        resolve({ status: response.statusCode, text: Buffer.concat(chunks).toString() });
      });
    });
  });
}

function portNumber(text: string): number {
  const port = /^[0-9]{1,5}$/u.test(text) ? Number(text) : 0;
  if (port < 1 || port > 65_535) throw new InvalidArgumentError('Give a port from 1 to 65535.');
  return port;
}
