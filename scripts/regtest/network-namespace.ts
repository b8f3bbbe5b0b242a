import { execa } from 'execa';

/** How wallet processes are kept off the network on this machine. */
export interface Isolation {
  /** Put before a command. Empty where the kernel forbids unprivileged namespaces. */
  readonly prefix: readonly string[];
  readonly isolated: boolean;
  /** For people: what was done, or why it could not be. */
  readonly detail: string;
}

const CANDIDATES = [
  ['unshare', '--net'],
  ['unshare', '--map-root-user', '--net'],
  ['unshare', '--map-current-user', '--net'],
] as const;

/** Finds a way to start a process in a network namespace of its own, which has no interface but a dead loopback. */
export async function findIsolation(): Promise<Isolation> {
  for (const prefix of CANDIDATES) {
    const probe = await execa(prefix[0], [...prefix.slice(1), 'cat', '/proc/net/dev'], { reject: false });
    if (probe.exitCode === 0 && interfacesOf(probe.stdout).length === 0) {
      return { prefix: [...prefix], isolated: true, detail: `own network namespace (${prefix.join(' ')})` };
    }
  }
  return {
    prefix: [],
    isolated: false,
    detail:
      'this kernel forbids network namespaces here, so the wallets run with the network of this machine',
  };
}

/** Names of the interfaces in the text of /proc/net/dev, without the loopback. */
export function interfacesOf(procNetDev: string): readonly string[] {
  return procNetDev
    .split('\n')
    .slice(2)
    .map((line) => line.split(':')[0]?.trim() ?? '')
    .filter((name) => name !== '' && name !== 'lo');
}
