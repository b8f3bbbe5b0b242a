import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { memoryOf } from '../market/memory.ts';

const MEBIBYTE = 2 ** 20;

/** What Linux says about the process of a directory. */
export class WatchedProcess {
  readonly #pid: number;
  readonly #ticksPerSecond: number;

  /** @throws Error when there is no such process. */
  constructor(pid: number) {
    this.#pid = pid;
    this.#ticksPerSecond = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));
    this.memory();
  }

  /** Resident memory in MiB. @throws Error when the process is gone. */
  memory(): number {
    const memory = memoryOf(this.#pid);
    if (memory === null) throw new Error(`process ${this.#pid} is gone`);
    return memory.now / MEBIBYTE;
  }

  /** Seconds on a processor since it started. */
  cpuSeconds(): number {
    const stat = readFileSync(`/proc/${this.#pid}/stat`, 'utf8');
    // The name in brackets may hold blanks.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) / this.#ticksPerSecond;
  }

  /** How many descriptors it may have open. */
  descriptors(): number {
    return descriptorLimit(String(this.#pid));
  }
}

/** How many descriptors a process may have open. */
export function descriptorLimit(pid: string): number {
  const limits = readFileSync(`/proc/${pid}/limits`, 'utf8');
  return Number(/^Max open files\s+([0-9]+)/mu.exec(limits)?.[1] ?? Infinity);
}
