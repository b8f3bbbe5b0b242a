import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { startRegtestNode, type RegtestNode } from './bitcoind.ts';
import { freePort } from './free-port.ts';
import { findIsolation, interfacesOf, type Isolation } from './network-namespace.ts';
import { ProcessGroup, type Finished, type Running } from './processes.ts';

const projectRoot = path.resolve(import.meta.dirname, '../..');
const dist = path.join(projectRoot, 'dist');
const tools = path.join(projectRoot, '.cache/tools/bin');

/** A wallet VM with the net VM that it is paired with. */
export interface Machine {
  readonly name: string;
  readonly dataDir: string;
  readonly password: string;
  readonly runDir: string;
  /** joinmarket.cfg of the net VM. */
  readonly netConfig: string;
  /** The running net VM. @throws Error when the machine was set up without one. */
  readonly netVm: Running;
  /** Runs a jm-wallet command to its end. */
  wallet(...command: readonly string[]): Promise<Finished>;
  /** Starts a jm-wallet command that goes on running. */
  startWallet(command: readonly string[], onNote?: (line: string) => void): Running;
  /** Runs a command whose notes are shown as they come. */
  walletWithNotes(command: readonly string[], onNote: (line: string) => void): Promise<Finished>;
  restartNetVm(): Promise<void>;
}

/** What a machine is set up with beyond the defaults. */
export interface MachineOptions {
  /** More lines for the wallet VM's joinmarket.cfg. */
  readonly config?: string;
  /** Replaces the section [BLOCKCHAIN] of the net VM. */
  readonly blockchain?: string;
  /** Replaces the sections [MESSAGING:...] of the net VM. */
  readonly messaging?: string;
  /** The calling qube's name, where it is not the wallet's. */
  readonly caller?: string;
  /** False leaves the net VM to the test. */
  readonly netVm?: boolean;
  /** Put before each jm-wallet command, inside its network namespace. */
  readonly tracer?: readonly string[];
}

/** A private JoinMarket pit: node, directory, and machines of two VMs each, all on this computer. */
export class Pit {
  readonly directory: string;
  readonly processes = new ProcessGroup();
  readonly node: RegtestNode;
  readonly isolation: Isolation;
  readonly directoryNode: Running;
  readonly directoryAddress: string;

  private constructor(
    directory: string,
    parts: Pick<Pit, 'node' | 'isolation' | 'directoryNode' | 'directoryAddress'>,
    processes: ProcessGroup,
  ) {
    this.directory = directory;
    this.processes = processes;
    this.node = parts.node;
    this.isolation = parts.isolation;
    this.directoryNode = parts.directoryNode;
    this.directoryAddress = parts.directoryAddress;
  }

  /**
   * Starts the node and the directory.
   * @param directoryOptions More words for the directory's command line.
   */
  static async open(directory: string, directoryOptions: readonly string[] = []): Promise<Pit> {
    const processes = new ProcessGroup();
    try {
      const [isolation, node, port] = await Promise.all([
        findIsolation(),
        startRegtestNode(processes, path.join(directory, 'node')),
        freePort(),
      ]);
      const directoryNode = processes.start([
        path.join(dist, 'joinmarketd'),
        'directory',
        '--listen',
        `127.0.0.1:${port}`,
        '--network',
        'testnet',
        ...directoryOptions,
      ]);
      await directoryNode.waitForLine((line) => line.startsWith('ready'), 'it listened');
      return new Pit(
        directory,
        { node, isolation, directoryNode, directoryAddress: `127.0.0.1:${port}` },
        processes,
      );
    } catch (error) {
      await processes.stopAll();
      throw error;
    }
  }

  /** Sets up a wallet VM and a net VM of a name, and starts the net VM. */
  async addMachine(name: string, options: MachineOptions = {}): Promise<Machine> {
    const home = path.join(this.directory, name);
    const runDir = path.join(home, 'run');
    const dataDir = path.join(home, 'wallet');
    const password = `password of ${name}`;
    await mkdir(runDir, { recursive: true });
    await mkdir(dataDir, { recursive: true });
    await writeFile(path.join(home, 'net.cfg'), this.netConfig(options));
    await writeFile(path.join(dataDir, 'joinmarket.cfg'), walletConfig(options.config ?? ''));
    await writeFile(path.join(home, 'qrexec.ini'), standInConfig(runDir, options.caller ?? 'jm-wallet'));
    const serve = [
      path.join(dist, 'joinmarketd'),
      'serve',
      '--config',
      path.join(home, 'net.cfg'),
      '--run-dir',
      runDir,
    ];
    const startNetVm = async (): Promise<Running> => {
      const running = this.processes.start(serve);
      await running.waitForLine((line) => line === 'ready', 'it listened');
      return running;
    };
    let netVm = options.netVm === false ? null : await startNetVm();
    const env = {
      PATH: `${path.join(dist, 'stand-in')}:${process.env['PATH'] ?? '/usr/bin:/bin'}:${tools}`,
      JM_TOOLS: tools,
      QREXEC_STAND_IN: path.join(home, 'qrexec.ini'),
    };
    const command = (words: readonly string[]): string[] => [
      ...this.isolation.prefix,
      ...(options.tracer ?? []),
      path.join(dist, 'jm-wallet'),
      '--datadir',
      dataDir,
      '--password-fd',
      '3',
      ...words,
    ];
    return {
      name,
      dataDir,
      password,
      runDir,
      netConfig: path.join(home, 'net.cfg'),
      get netVm() {
        if (netVm === null) throw new Error('this machine has no net VM of its own');
        return netVm;
      },
      wallet: (...words) => this.processes.run(command(words), { env, secret: password }),
      walletWithNotes: (words, onNote) =>
        this.processes.run(command(words), { env, secret: password, onNote }),
      startWallet: (words, onNote) =>
        this.processes.start(command(words), {
          env,
          secret: password,
          ...(onNote === undefined ? {} : { onNote }),
        }),
      restartNetVm: async () => {
        await netVm?.stop();
        netVm = await startNetVm();
      },
    };
  }

  /** Creates a machine's wallet and pays coins to a mixdepth; not mined yet. */
  async fund(machine: Pick<Machine, 'wallet'>, mixdepth: number, amounts: readonly bigint[]): Promise<void> {
    for (const amount of amounts) {
      const { address } = await json<{ address: string }>(
        machine.wallet('--json', 'address', '--mixdepth', String(mixdepth)),
      );
      await this.node.pay(address, amount);
    }
  }

  /** What network interfaces wallet processes see: none, when they are isolated. */
  async walletInterfaces(): Promise<readonly string[]> {
    const seen = await this.processes.run([...this.isolation.prefix, 'cat', '/proc/net/dev']);
    return interfacesOf(seen.stdout);
  }

  /** Stops everything. */
  close(): Promise<void> {
    return this.processes.stopAll();
  }

  /** joinmarket.cfg of a net VM, where the options do not replace a part of it. */
  netConfig({ blockchain, messaging }: Pick<MachineOptions, 'blockchain' | 'messaging'> = {}): string {
    return [
      '[BLOCKCHAIN]',
      blockchain ??
        [
          'blockchain_source = regtest',
          'network = testnet',
          'rpc_host = 127.0.0.1',
          `rpc_port = ${this.node.rpcPort}`,
          `rpc_cookie_file = ${this.node.cookieFile}`,
        ].join('\n'),
      '',
      messaging ??
        [
          '[MESSAGING:onion]',
          'type = onion',
          'regtest_count = 1,1',
          'onion_serving_host = 127.0.0.1',
          'onion_serving_port = 0',
          `directory_nodes = ${this.directoryAddress}`,
        ].join('\n'),
      '',
    ].join('\n');
  }
}

/** The last line of a command's stdout as JSON. @throws Error with its notes when it failed. */
export async function json<Value>(command: Promise<Finished>): Promise<Value> {
  const { code, stdout, stderr } = await command;
  if (code !== 0) throw new Error(`exit code ${code ?? 'none'}:\n${stderr}\n${stdout}`);
  const [line = ''] = stdout.trim().split('\n').reverse();
  return JSON.parse(line) as Value;
}

/** joinmarket.cfg of a wallet VM. */
export function walletConfig(more: string): string {
  return [
    '[BLOCKCHAIN]',
    'blockchain_source = regtest',
    'network = testnet',
    '',
    '[TAKER]',
    'orderbook_min_wait = 2',
    'orderbook_quiet_period = 1',
    'order_wait_time = 10',
    '',
    '[TIMEOUT]',
    'maker_timeout_sec = 15',
    '',
    '[BRIDGE]',
    'transport = qrexec',
    'target = @default',
    '',
    more,
    '',
  ].join('\n');
}

function standInConfig(runDir: string, caller: string): string {
  return [
    `caller = ${caller}`,
    `policy = ${path.join(projectRoot, 'qubes-rpc')}`,
    `services = ${path.join(projectRoot, 'qubes-rpc')}`,
    '[vms]',
    'jm-wallet = jm-wallet',
    'jm-net =',
    'other-vm =',
    '[run]',
    `jm-net = ${runDir}`,
    '',
  ].join('\n');
}
