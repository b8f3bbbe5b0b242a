import test from 'ava';
import { execa } from 'execa';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { missingHere } from '../fixtures/missing-here.ts';
import { whereSaltIs } from './installed.ts';
import { project } from './qubes.ts';

const check = await whereSaltIs(test);

check('salt-lint finds nothing but names that Salt and Qubes want', async (t) => {
  const files = (await readdir(path.join(project, 'salt/jm'), { recursive: true })).filter((file) =>
    /\.(sls|top|jinja)$/u.test(file),
  );
  const lint = async (
    ...options: string[]
  ): Promise<{ readonly code: number | undefined; readonly text: string }> => {
    const { exitCode, stdout } = await execa(
      path.join(project, '.cache/salt/bin/salt-lint'),
      [...options, ...files.map((file) => path.join('salt/jm', file))],
      // It would wait for a file from stdin.
      { cwd: project, stdin: 'ignore', reject: false },
    );
    return { code: exitCode, text: stdout };
  };
  // 205 wants every file to end in .sls; that it is found shows that the files were read.
  const { code, text } = await lint('-x', '205');
  t.is(code, 0, text);
  const named = await lint();
  t.is(named.text.match(/^\[\d+\]/gmu)?.length, files.filter((file) => !file.endsWith('.sls')).length);
});

check('shellcheck finds nothing in the scripts', async (t) => {
  const { exitCode: none } = await execa('shellcheck', ['--version'], { reject: false });
  if (none !== 0) {
    missingHere(t, 'there is no shellcheck; .ci/run installs it');
    return;
  }
  const scripts = [
    'salt/jm-apply',
    'salt/jm/files/bitcoin/verify',
    'scripts/setup/salt.sh',
    'scripts/audit/collect.sh',
  ];
  const { exitCode, stdout } = await execa('shellcheck', scripts, { cwd: project, reject: false });
  t.is(exitCode, 0, stdout);
});
