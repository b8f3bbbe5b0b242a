import { visibleAscii } from '../../shared/visible-text.ts';
import { total } from './metrics.ts';
import type { StatusReport } from './status-report.ts';

const MEBIBYTE = 1024 * 1024;
const UNITS: readonly (readonly [string, number])[] = [
  ['d', 86_400],
  ['h', 3600],
  ['min', 60],
  ['s', 1],
];

/** The report as a table of two columns. */
export function formatStatus(report: StatusReport): string {
  const rows: readonly (readonly [string, string])[] = [
    ['address', text(report.location ?? 'none: no onion service')],
    ['network', text(report.network)],
    ['uptime', formatDuration(report.uptimeSeconds)],
    ['peers', formatPeers(report)],
    ['messages', `${report.messagesPerSecond.toFixed(1)} a second over the last minute`],
    ['refused', formatRefused(report.refused)],
    ['shed', `${report.shed} messages over a limit, ${report.slowReadersDropped} slow readers`],
    ['memory', `${mebibytes(report.residentBytes)}, ${mebibytes(report.unsentBytes)} of it waits for peers`],
    ['delay', `${(report.lagSeconds * 1000).toFixed(0)} ms at worst`],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, value]) => `${name.padEnd(width)}  ${value}`).join('\n');
}

/** The two largest units: `3 d 4 h`. */
export function formatDuration(seconds: number): string {
  let rest = Math.floor(seconds);
  const parts: string[] = [];
  for (const [unit, length] of UNITS) {
    const count = Math.floor(rest / length);
    rest %= length;
    if (count > 0 || (unit === 's' && parts.length === 0)) parts.push(`${count} ${unit}`);
  }
  return parts.slice(0, 2).join(' ');
}

function formatPeers({ servingPeers, otherPeers, waiting }: StatusReport): string {
  const all = servingPeers + otherPeers;
  return `${all}: ${servingPeers} serving (makers), ${otherPeers} not serving (takers); ${waiting} shaking hands`;
}

function formatRefused(refused: StatusReport['refused']): string {
  const reasons = Object.entries(refused).map(([reason, count]) => `${count} ${text(reason)}`);
  return reasons.length === 0 ? '0' : `${total(refused)}: ${reasons.join(', ')}`;
}

function mebibytes(bytes: number): string {
  return `${(bytes / MEBIBYTE).toFixed(1)} MiB`;
}

function text(answer: string): string {
  return visibleAscii(answer, 100);
}
