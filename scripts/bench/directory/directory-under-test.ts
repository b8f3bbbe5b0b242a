import path from 'node:path';
import type { ProcessGroup } from '../../regtest/processes.ts';
import type { Target } from './bench-peer.ts';
import { WatchedProcess } from './watched-process.ts';

/** A directory that is measured. */
export interface DirectoryUnderTest {
  readonly name: string;
  /** Makes it ready for a new row of measurements; what it gives back ends that. */
  open(): Promise<{
    readonly target: Target;
    readonly process: WatchedProcess | null;
    close(): Promise<void>;
  }>;
}

const PROJECT = path.resolve(import.meta.dirname, '../../..');

/** The directory that ships with this project: a new process each time, without limits that would refuse the load. */
export function ownDirectory(processes: ProcessGroup, network: string): DirectoryUnderTest {
  return {
    name: 'jm-split',
    open: async () => {
      const running = processes.start([
        path.join(PROJECT, 'dist/joinmarketd'),
        'directory',
        ...['--listen', '127.0.0.1:0', '--network', network, '--limits', 'off', '--json'],
      ]);
      const line = await running.waitForLine((text) => text.includes('"ready"'), 'it listened');
      const { port } = JSON.parse(line) as { readonly port: number };
      return {
        target: { host: '127.0.0.1', port, network },
        process: new WatchedProcess(running.pid),
        close: () => running.stop(),
      };
    },
  };
}

/** A directory that somebody else started. */
export function givenDirectory(
  address: string,
  name: string,
  pid: number | null,
  network: string,
): DirectoryUnderTest {
  const [host = '', port = ''] = address.split(':');
  return {
    name,
    open: () =>
      Promise.resolve({
        target: { host, port: Number(port), network },
        process: pid === null ? null : new WatchedProcess(pid),
        close: () => Promise.resolve(),
      }),
  };
}
