import { readFileSync } from 'node:fs';

/** Resident memory of a process, in bytes. */
export interface Memory {
  readonly now: number;
  readonly peak: number;
}

/** What Linux says about a process, or null when it is gone. */
export function memoryOf(pid: number): Memory | null {
  let status;
  try {
    status = readFileSync(`/proc/${pid}/status`, 'utf8');
  } catch {
    return null;
  }
  const [now, peak] = [/^VmRSS:\s+([0-9]+) kB$/mu, /^VmHWM:\s+([0-9]+) kB$/mu].map(
    (line) => line.exec(status)?.[1],
  );
  // A process that has ended but was not waited for has a status without memory.
  return now === undefined || peak === undefined
    ? null
    : { now: Number(now) * 1024, peak: Number(peak) * 1024 };
}

/** Looks at a process again and again until it ends. */
export class MemoryWatch {
  readonly #timer: NodeJS.Timeout;
  readonly #seen: Memory[] = [];

  constructor(pid: number, everyMs = 20) {
    this.#timer = setInterval(() => {
      const memory = memoryOf(pid);
      if (memory !== null) this.#seen.push(memory);
    }, everyMs);
  }

  /** Stops looking. @returns The last that was seen, which holds the peak as well. @throws Error when nothing was. */
  end(): Memory {
    clearInterval(this.#timer);
    const last = this.#seen.at(-1);
    if (last === undefined) throw new Error('the process ended before its memory could be read');
    return last;
  }
}
