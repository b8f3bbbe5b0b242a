import { execa } from 'execa';
import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { freePort } from './free-port.ts';
import type { ProcessGroup } from './processes.ts';

/** A private regtest node with a "miner" wallet that hands out money. */
export interface RegtestNode {
  readonly rpcPort: number;
  readonly cookieFile: string;
  readonly version: string;
  /** Calls an RPC method; `wallet` names the node's own wallet where the method needs one. */
  rpc(method: string, parameters?: readonly unknown[], wallet?: string): Promise<unknown>;
  /** Mines blocks to the miner and returns the new height. */
  mine(blocks: number): Promise<number>;
  /** Pays sats to an address from the miner; not mined yet. */
  pay(address: string, amount: bigint): Promise<string>;
}

/** bitcoind by $BITCOIND, PATH, or what `scripts/setup/fetch-tools.sh` fetched. */
export async function findBitcoind(): Promise<string> {
  const configured = process.env['BITCOIND'];
  if (configured !== undefined) return configured;
  const onPath = await execa('sh', ['-c', 'command -v bitcoind'], { reject: false });
  if (onPath.exitCode === 0) return onPath.stdout.trim();
  const fetched = path.resolve(import.meta.dirname, '../../.cache/tools/bin/bitcoind');
  if (existsSync(fetched)) return fetched;
  throw new Error('No bitcoind: run scripts/setup/fetch-tools.sh, or set BITCOIND');
}

/**
 * Starts bitcoind on regtest, on the loopback only, with 110 blocks mined.
 * @param extra More command line options, for example `-blockfilterindex=0`.
 */
export async function startRegtestNode(
  processes: ProcessGroup,
  directory: string,
  extra: readonly string[] = [],
): Promise<RegtestNode> {
  await mkdir(directory, { recursive: true });
  const rpcPort = await freePort();
  const cookieFile = path.join(directory, 'regtest/.cookie');
  const program = await findBitcoind();
  // With its own folder: Knots writes settings even for this question, and two that ask at once fail over one file in the home.
  const { stdout: about } = await execa(program, [`-datadir=${directory}`, '-version']);
  const running = processes.start([
    program,
    '-regtest',
    `-datadir=${directory}`,
    '-server=1',
    '-rpcbind=127.0.0.1',
    '-rpcallowip=127.0.0.1',
    `-rpcport=${rpcPort}`,
    '-listen=0',
    '-listenonion=0',
    '-discover=0',
    '-dnsseed=0',
    '-fixedseeds=0',
    '-natpmp=0',
    '-connect=0',
    '-blockfilterindex=1',
    '-fallbackfee=0.00002',
    '-dbcache=16',
    '-maxmempool=20',
    '-printtoconsole=1',
    // Knots' own relay policy is stricter than Core's, and Core does not know the option.
    ...(about.includes('Knots') ? ['-corepolicy=1'] : []),
    ...extra,
  ]);
  await running.waitForLine((line) => line.includes('Done loading'), 'it was ready');
  const rpc = async (
    method: string,
    parameters: readonly unknown[] = [],
    wallet?: string,
  ): Promise<unknown> => {
    const cookie = (await readFile(cookieFile, 'utf8')).trim();
    const response = await fetch(
      `http://127.0.0.1:${rpcPort}/${wallet === undefined ? '' : `wallet/${wallet}`}`,
      {
        method: 'POST',
        headers: { authorization: `Basic ${Buffer.from(cookie).toString('base64')}` },
        body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params: parameters }),
      },
    );
    const answer = (await response.json()) as { result?: unknown; error?: { message: string } | null };
    if (answer.error !== undefined && answer.error !== null) {
      throw new Error(`${method}: ${answer.error.message}`);
    }
    return answer.result;
  };
  await rpc('createwallet', ['miner']);
  const minerAddress = (await rpc('getnewaddress', [], 'miner')) as string;
  const info = (await rpc('getnetworkinfo')) as { subversion: string };
  const node: RegtestNode = {
    rpcPort,
    cookieFile,
    version: info.subversion,
    rpc,
    mine: async (blocks) => {
      await rpc('generatetoaddress', [blocks, minerAddress]);
      return (await rpc('getblockcount')) as number;
    },
    pay: async (address, amount) =>
      (await rpc('sendtoaddress', [address, Number(amount) / 1e8], 'miner')) as string,
  };
  await node.mine(110);
  return node;
}
