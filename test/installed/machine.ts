import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { walletConfig, type Pit } from '../../scripts/regtest/pit.ts';
import type { Finished, ProcessOptions, Running } from '../../scripts/regtest/processes.ts';
import type { Templates } from './installation.ts';
import { serveCalls } from './qrexec-agent.ts';
import { Qube } from './qube.ts';

const project = path.resolve(import.meta.dirname, '../..');

const NET_PREPARE = `
cp /run/qubes/joinmarket.cfg /etc/jm-net/joinmarket.cfg
# As bitcoind writes it with rpccookieperms=group.
install --owner=bitcoin --group=bitcoin --mode=0640 /run/qubes/cookie /var/lib/bitcoind/.cookie
rm /run/qubes/cookie
mkdir /run/qubes-service
: > /run/qubes-service/jm-daemon
`;

const WALLET_PREPARE = `
install --directory --owner=user --group=user --mode=0700 /home/user/.jm-wallet
install --owner=user --group=user --mode=0600 /run/qubes/joinmarket.cfg /home/user/.jm-wallet/joinmarket.cfg
# Whoever made the root left this machine's.
: > /etc/resolv.conf
`;

/** A wallet VM and a net VM that run from the installed packages, with qrexec's stand-in between them. */
export class InstalledMachine {
  readonly walletQube: Qube;
  readonly netQube: Qube;
  readonly #pit: Pit;
  readonly #password: string;
  readonly #hangUp: () => void;

  private constructor(
    pit: Pit,
    password: string,
    parts: Pick<InstalledMachine, 'walletQube' | 'netQube'>,
    hangUp: () => void,
  ) {
    this.#pit = pit;
    this.#password = password;
    this.walletQube = parts.walletQube;
    this.netQube = parts.netQube;
    this.#hangUp = hangUp;
  }

  /** Boots both; resolves when joinmarketd is ready. `config` is what joinmarket.cfg of the wallet VM has beyond the tests' own. */
  static async start(
    pit: Pit,
    templates: Templates,
    name: string,
    config: string,
  ): Promise<InstalledMachine> {
    const directory = path.join(pit.directory, name);
    const blockchain = [
      'blockchain_source = regtest',
      'network = testnet',
      'rpc_host = 127.0.0.1',
      `rpc_port = ${pit.node.rpcPort}`,
      'rpc_cookie_file = /var/lib/bitcoind/.cookie',
    ];
    const [netQube, walletQube] = await Promise.all([
      // Its interfaces are this machine's, because the node and the directory are on this machine's loopback.
      Qube.start(pit.processes, {
        name: `${name}-net`,
        directory: path.join(directory, 'net'),
        layers: templates.net,
        network: 'host',
        prepare: NET_PREPARE,
        files: {
          'joinmarket.cfg': pit.netConfig({ blockchain: blockchain.join('\n') }),
          cookie: await readFile(pit.node.cookieFile, 'utf8'),
        },
      }),
      Qube.start(pit.processes, {
        name: `${name}-wallet`,
        directory: path.join(directory, 'wallet'),
        layers: templates.wallet,
        network: 'none',
        prepare: WALLET_PREPARE,
        files: { 'joinmarket.cfg': walletConfig(config) },
      }),
    ]);
    const dom0 = await describe(path.join(directory, 'dom0'), netQube);
    const hangUp = await serveCalls(
      path.join(walletQube.directory, 'qubes/qrexec-agent'),
      templates.standIn,
      dom0,
    );
    await netQube.waitForUnit('joinmarketd.service', 'ready');
    return new InstalledMachine(pit, `password of ${name}`, { walletQube, netQube }, hangUp);
  }

  /** Runs a jm-wallet command as `user` to its end. */
  wallet(...words: readonly string[]): Promise<Finished> {
    return this.#pit.processes.run(this.#command(words), this.#options);
  }

  /** Starts a jm-wallet command, as `user`, that goes on running. */
  startWallet(...words: readonly string[]): Running {
    return this.#pit.processes.start(this.#command(words), this.#options);
  }

  /** Ends both. */
  async stop(): Promise<void> {
    this.#hangUp();
    await Promise.all([this.walletQube.stop(), this.netQube.stop()]);
  }

  get #options(): ProcessOptions {
    return { secret: this.#password };
  }

  #command(words: readonly string[]): readonly string[] {
    return this.walletQube.command(['/usr/bin/jm-wallet', '--password-fd', '3', ...words], 'user');
  }
}

/** Writes what the stand-in has to know: the policy that ships, and how a call's service is started in the net VM. */
async function describe(directory: string, netQube: Qube): Promise<string> {
  await mkdir(directory, { recursive: true });
  const enter = path.join(directory, 'enter');
  // As Qubes' agent: a login shell of the user whom the policy names.
  const login = `setpriv --reuid="$user" --regid="$user" --init-groups -- sh -l -c 'exec "$@"' sh "$@"`;
  await writeFile(
    enter,
    `#!/bin/sh\nuser=$1\nshift\nexec nsenter --target ${netQube.pid} --all -- ${login}\n`,
  );
  await chmod(enter, 0o755);
  const machine = path.join(directory, 'machine.ini');
  const lines = [
    'caller = jm-wallet',
    `policy = ${path.join(project, 'qubes-rpc')}`,
    'services = /etc/qubes-rpc',
    ...['[vms]', 'jm-wallet = jm-wallet', 'jm-net ='],
    ...['[enter]', `jm-net = ${enter}`],
  ];
  await writeFile(machine, `${lines.join('\n')}\n`);
  return machine;
}
