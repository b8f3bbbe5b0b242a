import { fork, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { crowdChain, Takers } from '../../../test/fixtures/maker-crowd.ts';
import { bundle } from '../../build/bundle.ts';
import { CROWD_SIZE, type FromMaker, type ToMaker } from './crowd-lines.ts';

/** What a maker with a hundred takers costs. */
export interface CrowdResult {
  /** Milliseconds from `auth` to `ioauth`, for each taker in turn while all sessions are open. */
  readonly authMs: readonly number[];
  /** The most that the maker's process held resident, in bytes. */
  readonly memory: number;
}

const measured: { result?: Promise<CrowdResult> } = {};

/** Measures once. */
export function crowd(): Promise<CrowdResult> {
  measured.result ??= inDirectory(run);
  return measured.result;
}

async function inDirectory<Value>(use: (directory: string) => Promise<Value>): Promise<Value> {
  const directory = mkdtempSync(path.join(tmpdir(), 'jm-bench-'));
  try {
    return await use(directory);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

async function run(directory: string): Promise<CrowdResult> {
  // Bundled as jm-wallet is: the TypeScript loader alone would hold some 60 MB.
  const { file } = await bundle({ name: 'maker', entry: 'scripts/bench/maker/maker-process.ts' }, directory);
  const child = fork(file, { stdio: 'inherit', execArgv: [] });
  try {
    const tell = (line: ToMaker): void => {
      child.send(line);
    };
    const { coins } = crowdChain(directory, CROWD_SIZE);
    const takers = new Takers(coins, (event) => {
      tell({ kind: 'event', event });
    });
    const gone = new Promise<never>((_resolve, reject) => {
      child.once('exit', () => {
        reject(new Error('the maker ended'));
      });
    });
    gone.catch(() => undefined);
    child.on('message', (line: FromMaker) => {
      if (line.kind === 'sent') takers.hear(line.to, line.line);
    });
    takers.makerNick = (await Promise.race([told(child, 'ready'), gone])).nick;
    const authMs = await Promise.race([authTimes(takers), gone]);
    const memory = told(child, 'memory');
    tell({ kind: 'memory' });
    return { authMs, memory: (await Promise.race([memory, gone])).peak };
  } finally {
    if (child.connected) child.disconnect();
  }
}

/** The next line of a kind. */
function told<Kind extends FromMaker['kind']>(
  child: ChildProcess,
  kind: Kind,
): Promise<Extract<FromMaker, { kind: Kind }>> {
  return new Promise((resolve) => {
    child.on('message', (line: FromMaker) => {
      if (isOf(line, kind)) resolve(line);
    });
  });
}

function isOf<Kind extends FromMaker['kind']>(
  line: FromMaker,
  kind: Kind,
): line is Extract<FromMaker, { kind: Kind }> {
  return line.kind === kind;
}

async function authTimes({ all }: Takers): Promise<readonly number[]> {
  for (const taker of all) await taker.fill(0);
  const times: number[] = [];
  for (const taker of all) {
    const start = performance.now();
    const answer = await taker.auth();
    if (answer.command !== 'ioauth') throw new Error(`the maker answered ${answer.command}`);
    times.push(performance.now() - start);
  }
  return times;
}
