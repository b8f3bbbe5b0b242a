import test, { type ExecutionContext } from 'ava';
import { Command } from 'commander';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DirectoryMetrics } from '../../../../vm-net/directory/metrics.ts';
import { serveMetrics } from '../../../../vm-net/directory/metrics-server.ts';
import { statusReport, parseStatusReport } from '../../../../vm-net/directory/status-report.ts';
import { formatDuration, formatStatus } from '../../../../vm-net/directory/status-table.ts';
import { addStatusCommand, askStatus, metricsPort } from '../../../../vm-net/directory/status.ts';
import { GAUGES, metricsSource, ONION_LOCATION, PROCESS } from '../../../fixtures/directory-metrics.ts';

function report(metrics = new DirectoryMetrics()) {
  return statusReport({ location: ONION_LOCATION, network: 'signet' }, metrics, GAUGES, PROCESS, 12.34);
}

async function directory(t: ExecutionContext): Promise<number> {
  const server = await serveMetrics(metricsSource(), 0);
  t.teardown(() => server.close());
  return server.port;
}

async function somethingElse(t: ExecutionContext, listener: RequestListener): Promise<number> {
  const server = createServer(listener);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.teardown(() => {
    server.close();
    server.closeAllConnections();
  });
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

function configFile(t: ExecutionContext, ...lines: readonly string[]): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'directory-status-'));
  t.teardown(() => {
    rmSync(folder, { recursive: true });
  });
  const file = path.join(folder, 'joinmarket.cfg');
  writeFileSync(file, ['[DIRECTORY]', ...lines, ''].join('\n'));
  return file;
}

/** Runs `directory status` as joinmarketd would, below a command with options of the same names. */
async function run(...argv: readonly string[]): Promise<string> {
  const said: string[] = [];
  const program = new Command('joinmarketd').exitOverride().configureOutput({ writeErr: () => undefined });
  const parent = program
    .command('directory')
    .option('--json')
    .option('--config <file>', '', '/none')
    .action(() => {
      said.push('the directory itself');
    });
  addStatusCommand(parent, (text) => said.push(text));
  await program.parseAsync(['directory', ...argv], { from: 'user' });
  return said.join('\n');
}

test('the table says how the directory does', (t) => {
  const metrics = new DirectoryMetrics();
  metrics.refused['nick-taken'] = 3;
  metrics.refused.joins = 4;
  metrics.publicShed = 5;
  metrics.slowReadersDropped = 6;
  t.deepEqual(formatStatus(report(metrics)).split('\n'), [
    `address   ${ONION_LOCATION}`,
    'network   signet',
    'uptime    2 min',
    'peers     5: 3 serving (makers), 2 not serving (takers); 1 shaking hands',
    'messages  12.3 a second over the last minute',
    'refused   7: 4 joins, 3 nick-taken',
    'shed      5 messages over a limit, 6 slow readers',
    'memory    64.0 MiB, 0.0 MiB of it waits for peers',
    'delay     250 ms at worst',
  ]);
});

test('without an onion service and without refusals the table says so', (t) => {
  const table = formatStatus({ ...report(), location: null });
  t.regex(table, /^address {3}none: no onion service$/mu);
  t.regex(table, /^refused {3}0$/mu);
});

test('what answers can not steer the terminal', (t) => {
  const table = formatStatus({
    ...report(),
    location: '\x1b]0;x\x07\n\u202e',
    refused: { '\x1b[2J': 1 },
    network: 'n'.repeat(200),
  });
  t.regex(table, /^[\x20-\x7e\n]*$/u);
  t.is(table.split('\n').length, 9);
  t.regex(table, /^network {3}n{97}\.{3}$/mu);
});

test('durations have their two largest units', (t) => {
  const days = 3 * 86_400 + 4 * 3600 + 5 * 60;
  t.deepEqual([0, 0.9, 59, 60, 3600, 3661, days].map(formatDuration), [
    '0 s',
    '0 s',
    '59 s',
    '1 min',
    '1 h',
    '1 h 1 min',
    '3 d 4 h',
  ]);
});

test('a report is read back as it was written', (t) => {
  const metrics = new DirectoryMetrics();
  metrics.refused.full = 1;
  t.deepEqual(parseStatusReport(JSON.stringify(report(metrics))), report(metrics));
  const local = { ...report(), location: null };
  t.deepEqual(parseStatusReport(JSON.stringify(local)), local);
});

for (const key of Object.keys(report())) {
  test(`a report with a wrong ${key}, or without it, is none`, (t) => {
    for (const wrong of [undefined, true, [], -1, '1e999']) {
      const text = JSON.stringify({ ...report(), [key]: wrong });
      const isFine = typeof wrong === 'string' && (key === 'location' || key === 'network');
      t.is(parseStatusReport(text) !== null, isFine, text);
    }
  });
}

test('reasons are numbers, and other texts are no report', (t) => {
  t.is(parseStatusReport(JSON.stringify({ ...report(), refused: { full: 'many' } })), null);
  for (const text of ['', '{', 'null', '[]', '1', '"x"', '{}']) t.is(parseStatusReport(text), null, text);
});

test('a running directory is asked', async (t) => {
  const port = await directory(t);
  t.is((await askStatus(port)).location, ONION_LOCATION);
});

test('the command prints the table, or JSON, for a port', async (t) => {
  const port = String(await directory(t));
  t.regex(await run('status', '--port', port), /^peers {5}5: 3 serving/mu);
  t.like(JSON.parse(await run('status', '--port', port, '--json')), { servingPeers: 3 });
});

test('the command finds the port in a file', async (t) => {
  const file = configFile(t, `metrics_port = ${await directory(t)}`);
  t.regex(await run('status', '--config', file), /^network {3}signet$/mu);
});

test('without the word status the directory itself runs, with its own options', async (t) => {
  t.is(await run('--json'), 'the directory itself');
});

for (const port of ['0', '65536', '-1', 'x', '1e3', '']) {
  test(`the command refuses port "${port}"`, async (t) => {
    await t.throwsAsync(run('status', '--port', port), { code: 'commander.invalidArgument' });
  });
}

test('the usual port is asked where nothing is said, and no other where a file is named', (t) => {
  t.is(metricsPort(undefined, '/nowhere/joinmarket.cfg'), 9252);
  t.is(metricsPort(undefined, configFile(t, 'metrics_port = 1234')), 1234);
  t.is(metricsPort(configFile(t), '/nowhere/joinmarket.cfg'), 9252);
  t.throws(() => metricsPort('/nowhere/joinmarket.cfg'), { code: 'config-missing' });
});

test('a file that switches the status off is an error with a cure', (t) => {
  const file = configFile(t, 'metrics_port = 0');
  const error = t.throws(() => metricsPort(file), { code: 'directory-status-off' });
  t.regex(String(Object.entries(error)), /cure,Give metrics_port/u);
});

test('where nothing answers the error says what to do', async (t) => {
  const server = await serveMetrics(metricsSource(), 0);
  await server.close();
  const error = await t.throwsAsync(askStatus(server.port), { code: 'directory-not-running' });
  t.regex(
    error.message,
    new RegExp(`^No directory node answers on 127\\.0\\.0\\.1:${server.port}: .*ECONNREFUSED`, 'u'),
  );
  t.regex(String(Object.entries(error)), /cure,Start it with "joinmarketd directory"/u);
});

const STRANGERS: readonly (readonly [string, string, RequestListener])[] = [
  ['another page', 'not-a-directory', (_, response) => response.end('<html>')],
  [
    'a report in an error',
    'not-a-directory',
    (_, response) => response.writeHead(500).end(JSON.stringify(report())),
  ],
  ['a redirection', 'not-a-directory', (_, response) => response.writeHead(302, { Location: '/x' }).end()],
  [
    'an answer that breaks off',
    'directory-not-running',
    (_, response) => {
      response.writeHead(200, { 'Content-Length': 1000 }).write('{', () => response.destroy());
    },
  ],
  ['an answer over the limit', 'directory-not-running', (_, response) => response.end(' '.repeat(65_537))],
];

for (const [what, code, listener] of STRANGERS) {
  test(`${what} from something else is an error`, async (t) => {
    await t.throwsAsync(askStatus(await somethingElse(t, listener)), { code });
  });
}

test('an answer at the limit is read', async (t) => {
  const text = JSON.stringify(report()).padEnd(65_536, ' ');
  t.deepEqual(await askStatus(await somethingElse(t, (_, response) => response.end(text))), report());
});
