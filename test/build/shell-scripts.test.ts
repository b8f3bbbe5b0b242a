import test from 'ava';
import { execa } from 'execa';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { missingHere } from '../fixtures/missing-here.ts';

const root = path.resolve(import.meta.dirname, '../..');
const FOLDERS = ['.ci', 'qubes-rpc', 'salt', 'scripts', 'test'];

/** Every file that a shell reads: by its name, or by its first line. */
async function scripts(): Promise<readonly string[]> {
  const found: string[] = [];
  for (const folder of FOLDERS) {
    const entries = await readdir(path.join(root, folder), { recursive: true, withFileTypes: true });
    for (const entry of entries) {
      const file = path.join(entry.parentPath, entry.name);
      if (!entry.isFile() || /\.(ts|py|json|md)$/u.test(entry.name)) continue;
      const [line = ''] = (await readFile(file, 'utf8')).split('\n', 1);
      if (entry.name.endsWith('.sh') || /^#!.*\b(sh|bash)$/u.test(line))
        found.push(path.relative(root, file));
    }
  }
  return found.sort();
}

test('shellcheck has nothing to say on any script', async (t) => {
  const files = await scripts();
  for (const known of ['.ci/run', 'qubes-rpc/jm.Chain', 'salt/jm-apply', 'scripts/package/jm-net/postinst']) {
    t.true(files.includes(known), known);
  }
  t.true(files.length >= 20, String(files.length));
  const { exitCode, all } = await execa('shellcheck', ['-f', 'gcc', ...files], {
    cwd: root,
    all: true,
    reject: false,
    env: { LC_ALL: 'C.UTF-8' },
  });
  if (exitCode === undefined) missingHere(t, 'there is no shellcheck; .ci/run installs it');
  else t.is(all, '');
});
