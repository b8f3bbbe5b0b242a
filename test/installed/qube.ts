import { readFileSync, readlinkSync } from 'node:fs';
import { chmod, mkdir, readdir, readFile, rmdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Finished, ProcessGroup, ProcessOptions, Running } from '../../scripts/regtest/processes.ts';

const BOOT = path.join(import.meta.dirname, 'boot.sh');
const TOOLS = path.resolve(import.meta.dirname, '../../.cache/tools/bin');

/** What a qube is started with. */
export interface QubeOptions {
  readonly name: string;
  /** For what it writes. */
  readonly directory: string;
  /** The file systems below its own, uppermost first; nothing writes to them. */
  readonly layers: readonly string[];
  /** `host` shares this machine's interfaces; `none` has a loopback of its own and nothing else. */
  readonly network: 'host' | 'none';
  /** A shell script that root runs inside before systemd starts: what dom0 and the user set up. */
  readonly prepare?: string;
  /** What lies in /run/qubes inside. */
  readonly files?: Readonly<Record<string, string>>;
}

/** A process as this machine sees it. */
export interface Process {
  readonly pid: number;
  /** Of the program that runs, without its folder. */
  readonly program: string;
  /** /proc/PID/status, by field. */
  readonly status: ReadonlyMap<string, string>;
}

/** A Debian 13 that runs as in a VM but for the kernel, which it shares: own file system, processes, users and systemd. */
export class Qube {
  readonly directory: string;
  /** Its own layer of the file system. */
  readonly upper: string;
  /** Of its systemd, on this machine. */
  readonly pid: number;
  readonly #processes: ProcessGroup;
  readonly #running: Running;
  readonly #cgroup: string;

  private constructor(
    directory: string,
    parts: { readonly pid: number; readonly running: Running; readonly cgroup: string },
    processes: ProcessGroup,
  ) {
    this.directory = directory;
    this.upper = path.join(directory, 'upper');
    this.pid = parts.pid;
    this.#running = parts.running;
    this.#cgroup = parts.cgroup;
    this.#processes = processes;
  }

  /** Boots a qube; resolves when systemd has started everything. @throws Error when it does not come up. */
  static async start(processes: ProcessGroup, options: QubeOptions): Promise<Qube> {
    const { name, directory, layers, network, prepare = '', files = {} } = options;
    for (const folder of ['upper', 'work', 'root', 'qubes']) {
      await mkdir(path.join(directory, folder), { recursive: true });
    }
    await chmod(path.join(directory, 'upper'), 0o755);
    for (const [file, text] of Object.entries({ ...files, prepare })) {
      await writeFile(path.join(directory, 'qubes', file), text);
    }
    const cgroup = await ownCgroup(`jm-test-${process.pid}-${name}`);
    const socket = path.join(directory, 'qubes/notify');
    const notes = processes.start(['socat', '-d', '-d', '-u', `UNIX-RECV:${socket}`, 'STDOUT'], {
      env: { PATH: `${process.env['PATH'] ?? '/usr/bin:/bin'}:${TOOLS}` },
    });
    await notes.waitForNote((line) => line.includes('starting data transfer loop'), 'it listened');
    const separate = [
      '--mount',
      '--pid',
      '--ipc',
      '--uts',
      '--cgroup',
      ...(network === 'none' ? ['--net'] : []),
    ];
    const running = processes.start([
      // A test that is killed must leave no qube behind.
      ...['setpriv', '--pdeathsig', 'KILL'],
      ...['sh', '-c', 'echo $$ > "$0/cgroup.procs"; exec "$@"', cgroup],
      ...['unshare', ...separate, '--fork', '--kill-child'],
      ...['sh', BOOT, name, layers.join(':'), directory],
    ]);
    const ended = running.exited.then((code) => {
      throw new Error(
        `${name} ended with ${code ?? 'a signal'} before it was up:\n${running.notes.join('\n')}`,
      );
    });
    await Promise.race([notes.waitForLine((line) => line.endsWith('READY=1'), 'systemd was ready'), ended]);
    ended.catch(() => undefined);
    await notes.stop();
    const [first] = await processesWhere((status) => status.get('PPid') === String(running.pid));
    if (first === undefined) throw new Error(`${name} has no first process`);
    return new Qube(directory, { pid: first.pid, running, cgroup }, processes);
  }

  /** The words that run a command inside, as root or as another user, with nothing but what a login gives. */
  command(words: readonly string[], user?: string): readonly string[] {
    const as = user === undefined ? [] : [`--reuid=${user}`, `--regid=${user}`, '--init-groups'];
    return [
      ...['nsenter', '--target', String(this.pid), '--all', '--'],
      // A signal ends nsenter alone, and what it started would go on.
      ...['setpriv', '--pdeathsig', 'KILL', '--reset-env', ...as, '--'],
      ...words,
    ];
  }

  /** Runs a command inside to its end, as root. */
  run(words: readonly string[], options: ProcessOptions = {}): Promise<Finished> {
    return this.#processes.run(this.command(words), options);
  }

  /** What a command inside prints. @throws Error with all that it said when it fails. */
  async output(...words: readonly string[]): Promise<string> {
    const { code, stdout, stderr } = await this.run(words);
    if (code === 0) return stdout.trim();
    throw new Error(`${words.join(' ')}: exit code ${code ?? 'none'}\n${stdout}\n${stderr}`);
  }

  /** Resolves when a unit has written a line to the journal that is `line`. */
  async waitForUnit(unit: string, line: string): Promise<void> {
    const journal = this.#processes.start(
      this.command(['journalctl', '--follow', '--boot', '--lines=all', `--unit=${unit}`, '--output=cat']),
    );
    await journal.waitForLine((said) => said === line, `${unit} said ${line}`);
    await journal.stop();
  }

  /** What runs inside at this moment. */
  processes(): Promise<readonly Process[]> {
    const own = readlinkSync(`/proc/${this.pid}/ns/pid`);
    return processesWhere((_status, pid) => readlinkSync(`/proc/${pid}/ns/pid`) === own);
  }

  /** The cgroup of a unit inside, as a folder of this machine. */
  cgroupOf(unit: string): string {
    return path.join(this.#cgroup, 'system.slice', unit);
  }

  /** Ends it as a power cut does. */
  async stop(): Promise<void> {
    process.kill(this.pid, 'SIGKILL');
    await this.#running.exited;
    await removeCgroup(this.#cgroup);
  }
}

async function processesWhere(
  match: (status: ReadonlyMap<string, string>, pid: number) => boolean,
): Promise<readonly Process[]> {
  const pids = (await readdir('/proc')).filter((name) => /^[0-9]+$/u.test(name)).map(Number);
  return pids.flatMap((pid) => {
    try {
      const status = statusOf(pid);
      if (!match(status, pid)) return [];
      return [{ pid, program: path.basename(readlinkSync(`/proc/${pid}/exe`)), status }];
    } catch {
      // It ended meanwhile, or is the kernel's.
      return [];
    }
  });
}

function statusOf(pid: number): ReadonlyMap<string, string> {
  const lines = readFileSync(`/proc/${pid}/status`, 'utf8').trimEnd().split('\n');
  return new Map(
    lines.map((line) => {
      const [field = '', ...values] = line.split(/\s+/u);
      return [field.slice(0, -1), values.join(' ')];
    }),
  );
}

/** Below this process' own, so that two qubes' systemds do not meet. */
async function ownCgroup(name: string): Promise<string> {
  const mounts = (await readFile('/proc/self/mounts', 'utf8')).split('\n').map((line) => line.split(' '));
  const mount = mounts.find(([, , type]) => type === 'cgroup2')?.[1];
  const own = /^0::(.*)$/mu.exec(await readFile('/proc/self/cgroup', 'utf8'))?.[1];
  if (mount === undefined || own === undefined) throw new Error('there is no cgroup2 on this machine');
  const directory = path.join(mount, own, name);
  await mkdir(directory, { recursive: true });
  return directory;
}

async function removeCgroup(directory: string): Promise<void> {
  const entries = await readdir(directory, { withFileTypes: true });
  for (const entry of entries) {
    if (entry.isDirectory()) await removeCgroup(path.join(directory, entry.name));
  }
  await rmdir(directory);
}
