import type { SerialFn, SkipFn, TestFn } from 'ava';
import { execa } from 'execa';
import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { missingHere } from '../fixtures/missing-here.ts';

const project = path.resolve(import.meta.dirname, '../..');

/** Debian 13 as `scripts/setup/debian-13.sh` makes it: what the packages depend on, and nothing of ours. */
export const DEBIAN_13 = path.join(project, '.cache/debian-13/root');

/** What registers a test that boots Debian 13: one after another; skipped, with the reason, where that can't be done. */
export async function whereDebian13Boots(test: TestFn): Promise<SerialFn | SkipFn> {
  const missing = await debian13Missing();
  if (missing === undefined) return test.serial;
  test('Debian 13 does not boot here', (t) => {
    missingHere(t, `the tests of the installed packages: ${missing}`);
  });
  return test.serial.skip;
}

async function debian13Missing(): Promise<string | undefined> {
  if (process.getuid?.() !== 0) return 'only root may mount file systems and change users';
  const { exitCode, stderr } = await execa('sh', [path.join(project, 'scripts/setup/debian-13.sh')], {
    reject: false,
  });
  if (exitCode !== 0) return stderr;
  return whyNoQube();
}

/** Tries what every qube needs of the kernel. */
async function whyNoQube(): Promise<string | undefined> {
  if (!existsSync('/proc/sys/kernel/seccomp')) return 'this kernel has no seccomp filters';
  const directory = path.join(project, '.cache/test', `overlay-${process.pid}`);
  for (const folder of ['upper', 'work', 'root'])
    await mkdir(path.join(directory, folder), { recursive: true });
  try {
    const { exitCode, stderr } = await execa(
      'unshare',
      [
        ...['--mount', '--pid', '--ipc', '--uts', '--cgroup', '--net', '--fork', '--kill-child', 'sh', '-c'],
        'cd "$0" && mount -t overlay -o "lowerdir=$1,upperdir=upper,workdir=work" overlay root && mount -t cgroup2 cgroup2 root/mnt',
        directory,
        DEBIAN_13,
      ],
      { reject: false },
    );
    return exitCode === 0 ? undefined : `namespaces, overlay or cgroup2 are not to be had: ${stderr}`;
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
