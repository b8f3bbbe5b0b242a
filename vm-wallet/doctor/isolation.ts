import { existsSync, readFileSync } from 'node:fs';
import { fail, pass, type Finding } from '../../shared/finding.ts';

const NO_NETVM = 'In dom0, run "qvm-prefs WALLET netvm None", and restart the wallet VM.';

/** What the kernel and the resolver say about the network, as text. Empty where a file is missing. */
export interface NetworkFiles {
  /** /proc/net/dev */
  readonly interfaces: string;
  /** /proc/net/route */
  readonly routes: string;
  /** /proc/net/ipv6_route */
  readonly routes6: string;
  /** /etc/resolv.conf */
  readonly resolver: string;
}

/** Reads what `checkIsolation` judges. */
export function readNetworkFiles(): NetworkFiles {
  const read = (file: string): string => (existsSync(file) ? readFileSync(file, 'utf8') : '');
  return {
    interfaces: read('/proc/net/dev'),
    routes: read('/proc/net/route'),
    routes6: read('/proc/net/ipv6_route'),
    resolver: read('/etc/resolv.conf'),
  };
}

/** Whether this VM has no way out: no interface but loopback, no route, no name server. */
export function checkIsolation({ interfaces, routes, routes6, resolver }: NetworkFiles): readonly Finding[] {
  const devices = interfaces
    .split('\n')
    .slice(2)
    .map((line) => line.split(':')[0]?.trim() ?? '')
    .filter((name) => name !== '' && name !== 'lo');
  const routed = [...routesIn(routes, 1, 0), ...routesIn(routes6, 0, 9)].filter((name) => name !== 'lo');
  const servers = [...resolver.matchAll(/^\s*nameserver\s+(\S+)/gmu)].map(([, server]) => server ?? '');
  return [
    devices.length === 0
      ? pass('interfaces', 'none but loopback')
      : fail('interfaces', `there are ${devices.join(', ')}`, NO_NETVM),
    routed.length === 0 ? pass('routes', 'none') : fail('routes', `over ${routed.join(', ')}`, NO_NETVM),
    servers.length === 0
      ? pass('name servers', 'none')
      : fail('name servers', servers.join(', '), 'Empty /etc/resolv.conf in the template of the wallet VM.'),
  ];
}

/** The devices of a route table: one a line, in the given column. */
function routesIn(table: string, header: number, column: number): string[] {
  return table
    .split('\n')
    .slice(header)
    .map((line) => line.trim().split(/\s+/u)[column] ?? '')
    .filter((name) => name !== '');
}
