import { execa } from 'execa';
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';

/** How a child process is started. */
export interface ProcessOptions {
  readonly env?: Record<string, string>;
  readonly cwd?: string;
  /** Written to file descriptor 3 of the child, which is how passwords travel. */
  readonly secret?: string;
  /** Told of each line on stderr. */
  readonly onNote?: (line: string) => void;
}

/** A child process that runs until it is stopped. */
export interface Running {
  readonly pid: number;
  /** Resolves with the first stdout line for which `match` is true; rejects when the process ends before. */
  waitForLine(match: (line: string) => boolean, what: string): Promise<string>;
  /** The same for a line on stderr. */
  waitForNote(match: (line: string) => boolean, what: string): Promise<string>;
  /** What came on stdout so far, by line. */
  readonly lines: readonly string[];
  readonly notes: readonly string[];
  /** Resolves with the exit code, or null after a signal. */
  readonly exited: Promise<number | null>;
  signal(name: NodeJS.Signals): void;
  /** Ends it: TERM, and KILL when it has not gone after five seconds. */
  stop(): Promise<void>;
}

/** What a finished command left behind. */
export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const PATIENCE_MS = 5000;

/** Told of a line, or of the end by null. */
type Wake = (line: string | null) => void;

/** Children that this process started, so that none outlives it. */
export class ProcessGroup {
  readonly #running = new Set<Running>();

  /** Starts a long-lived child. */
  start(command: readonly string[], options: ProcessOptions = {}): Running {
    const child = spawn(command, options);
    const lines: string[] = [];
    const notes: string[] = [];
    const waiting = { lines: new Set<Wake>(), notes: new Set<Wake>() };
    createInterface({ input: child.stdout }).on('line', (line) => {
      lines.push(line);
      for (const wake of [...waiting.lines]) wake(line);
    });
    createInterface({ input: child.stderr }).on('line', (line) => {
      notes.push(line);
      options.onNote?.(line);
      for (const wake of [...waiting.notes]) wake(line);
    });
    const waitIn = (
      said: readonly string[],
      wakes: Set<Wake>,
      match: (line: string) => boolean,
      what: string,
    ): Promise<string> =>
      new Promise((resolve, reject) => {
        const wake: Wake = (line) => {
          if (line !== null && !match(line)) return;
          wakes.delete(wake);
          if (line !== null) resolve(line);
          else
            reject(new Error(`${command.join(' ')} ended before ${what}:\n${notes.slice(-20).join('\n')}`));
        };
        const seen = said.find(match);
        if (seen !== undefined) resolve(seen);
        else if (child.exitCode !== null) wake(null);
        else wakes.add(wake);
      });
    const exited = child.then((result) => {
      for (const wake of [...waiting.lines, ...waiting.notes]) wake(null);
      this.#running.delete(running);
      return result.exitCode ?? null;
    });
    const running: Running = {
      pid: child.pid ?? 0,
      lines,
      notes,
      exited,
      signal: (name) => {
        child.kill(name);
      },
      waitForLine: (match, what) => waitIn(lines, waiting.lines, match, what),
      waitForNote: (match, what) => waitIn(notes, waiting.notes, match, what),
      stop: async () => {
        child.kill('SIGTERM');
        const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
        await exited;
        clearTimeout(timer);
      },
    };
    this.#running.add(running);
    return running;
  }

  /** Runs a command to its end; never throws on its exit code. */
  async run(command: readonly string[], options: ProcessOptions = {}): Promise<Finished> {
    const child = spawn(command, options);
    if (options.onNote !== undefined) createInterface({ input: child.stderr }).on('line', options.onNote);
    const result = await child;
    return { code: result.exitCode ?? null, stdout: result.stdout, stderr: result.stderr };
  }

  /** Stops every child that is still there. */
  async stopAll(): Promise<void> {
    await Promise.all([...this.#running].map((running) => running.stop()));
  }
}

/** Starts a child; the secret goes through a pipe of its own, which is closed behind it. */
function spawn([program = '', ...rest]: readonly string[], { secret, env, cwd }: ProcessOptions) {
  const child = execa(program, rest, {
    reject: false,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    ...(env === undefined ? {} : { env }),
    ...(cwd === undefined ? {} : { cwd }),
  });
  const pipe: unknown = child.stdio[3];
  if (!(pipe instanceof Writable)) throw new Error('the child has no pipe for its secret');
  pipe.on('error', () => undefined);
  pipe.end(secret === undefined ? '' : `${secret}\n`);
  return child;
}
