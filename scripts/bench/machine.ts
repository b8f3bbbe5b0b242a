import { createHash } from 'node:crypto';
import { availableParallelism, cpus, loadavg, release, totalmem } from 'node:os';
import { perSecond } from './row.ts';

/** Where a benchmark ran. */
export interface MachineDescription {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGib: number;
  readonly kernel: string;
  readonly node: string;
  /** Load average of the last minute, before the run: others on the machine make figures worse. */
  readonly load: number;
}

export function describeMachine(): MachineDescription {
  return {
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: availableParallelism(),
    memoryGib: Number((totalmem() / 2 ** 30).toFixed(1)),
    kernel: release(),
    node: process.version,
    load: Number((loadavg()[0] ?? 0).toFixed(2)),
  };
}

/** The yardstick of every run: how often this machine takes the SHA-256 of 1 KiB in a second, by OpenSSL. */
export function hashesPerSecond(): number {
  const kilobyte = new Uint8Array(1024);
  return perSecond(() => createHash('sha256').update(kilobyte).digest()).value;
}

/**
 * What one item costs, counted in hashes of the yardstick, so that runs on different machines compare; lower is better.
 * @returns null for a unit that is no time.
 */
export function inHashes(value: number, unit: string, hashes: number): number | null {
  if (unit.endsWith('/s')) return hashes / value;
  if (unit === 's') return hashes * value;
  if (unit === 'ms') return (hashes * value) / 1000;
  return null;
}
