import { readFileSync } from 'node:fs';
import { execa } from 'execa';
import type { Process, Qube } from './qube.ts';

const UNIT = 'joinmarketd.service';

/** The running joinmarketd of a qube, and the unit file that its systemd read. */
export interface Service {
  readonly process: Process;
  /** Where the unit lies, with everything that overrides it. */
  readonly files: readonly string[];
  /** The last value of a setting in the section [Service]. @throws Error when the unit does not have it. */
  setting(name: string): string;
}

/** Asks systemd for the service, and reads its unit file. */
export async function serviceOf(qube: Qube): Promise<Service> {
  const show = (property: string): Promise<string> =>
    qube.output('systemctl', 'show', '--value', `--property=${property}`, UNIT);
  const main = await show('MainPID');
  const found = (await qube.processes()).find(
    ({ status }) => status.get('NSpid')?.split(' ').at(-1) === main,
  );
  if (found === undefined) throw new Error(`${UNIT} has no process ${main}`);
  const fragment = await show('FragmentPath');
  const text = await qube.output('cat', fragment);
  return {
    process: found,
    files: [fragment, ...(await show('DropInPaths')).split(' ')].filter((file) => file !== ''),
    setting: (name) => {
      const value = [...text.matchAll(new RegExp(`^${name}=(.*)$`, 'gmu'))].at(-1)?.[1];
      if (value === undefined) throw new Error(`${UNIT} does not set ${name}`);
      return value;
    },
  };
}

/** Runs a shell script as root in the file system that a process sees; what it printed, with its errors. */
export async function inFileSystemOf({ pid }: Process, script: string): Promise<string> {
  const { all } = await execa('nsenter', ['--target', String(pid), '--mount', '--', 'sh', '-c', script], {
    all: true,
    reject: false,
    env: { LC_ALL: 'C' },
  });
  return all;
}

/** The options of the file system that is mounted on `point`, for a process; empty when none is. */
export function mountOptions({ pid }: Process, point: string): readonly string[] {
  const lines = readFileSync(`/proc/${pid}/mounts`, 'utf8').split('\n');
  const options = lines
    .filter((line) => line.split(' ')[1] === point)
    .at(-1)
    ?.split(' ')[3];
  return options?.split(',') ?? [];
}

/** Sends an empty datagram from a process in `cgroup`; the code of the error, or `sent`. */
export async function sendFrom(cgroup: string, address: string): Promise<string> {
  const send = `require('node:dgram').createSocket('udp4').send('', 9, process.argv[1], function (error) {
    console.log(error === null ? 'sent' : error.code); process.exit();
  })`;
  const { stdout } = await execa('sh', [
    '-c',
    'echo $$ > "$0/cgroup.procs"; exec "$@"',
    cgroup,
    ...[process.execPath, '-e', send, address],
  ]);
  return stdout;
}
