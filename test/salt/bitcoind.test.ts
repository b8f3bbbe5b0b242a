import test, { type ExecutionContext } from 'ava';
import { execa } from 'execa';
import { chmod, copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { missingHere } from '../fixtures/missing-here.ts';
import { installed, whereSaltIs } from './installed.ts';

const check = await whereSaltIs(test);

/** A builder's key, and its signature below SHA256SUMS. */
async function sign(t: ExecutionContext, mirror: string, name: string, signs: boolean): Promise<string> {
  const home = path.join(mirror, `home-${name}`);
  await mkdir(home, { mode: 0o700 });
  const gpg = async (...arguments_: string[]): Promise<string> =>
    (await execa('gpg', ['--homedir', home, '--batch', '--passphrase', '', ...arguments_], { cwd: mirror }))
      .stdout;
  await gpg('--quick-generate-key', name, 'ed25519', 'sign', 'never');
  await writeFile(path.join(mirror, `${name}.gpg`), await gpg('--armor', '--export'));
  if (signs) await gpg('--armor', '--detach-sign', '--output', `${name}.asc`, 'SHA256SUMS');
  await execa('gpgconf', ['--homedir', home, '--kill', 'all'], { reject: false });
  const [, fingerprint] = /^fpr:+([0-9A-F]{40}):/mu.exec(await gpg('--with-colons', '--list-keys')) ?? [];
  t.truthy(fingerprint);
  return `${name} ${fingerprint ?? ''}\n`;
}

check(
  'bitcoind is taken from the disposable when enough known builders signed it, and not before',
  async (t) => {
    const { exitCode: noGpg } = await execa('gpg', ['--version'], { reject: false });
    if (noGpg !== 0) {
      missingHere(t, 'there is no gpg for the signatures of bitcoind');
      return;
    }
    await installed({ bitcoin: { signers: 2 } }, async (qubes) => {
      const name = 'bitcoin-31.1-x86_64-linux-gnu.tar.gz';
      const directory = path.join(qubes.formula, 'files/bitcoin');
      const mirror = path.join(qubes.work, 'mirror');
      await mkdir(mirror);
      await copyFile(path.join(directory, name), path.join(mirror, name));
      await copyFile(path.join(directory, 'SHA256SUMS'), path.join(mirror, 'SHA256SUMS'));
      await rm(path.join(directory, name));
      await rm(path.join(directory, 'SHA256SUMS'));
      const known = [
        await sign(t, mirror, 'alice', true),
        await sign(t, mirror, 'bob', true),
        await sign(t, mirror, 'carol', false),
      ];
      await sign(t, mirror, 'mallory', true);
      await writeFile(path.join(directory, 'builders'), `# known\n${known.join('')}`);
      for (const [program, text] of Object.entries({
        'qvm-run': `#!/bin/sh\nfor last; do :; done\nexec sh -c "$last"\n`,
        curl: `#!/bin/sh\nfor url; do case $url in https://*) from=$url ;; esac; done\nfor to; do :; done\nwhile [ "$1" != --output ]; do shift; done\nexec cp "${mirror}/\${from##*/}" "$2"\n`,
      })) {
        await writeFile(path.join(qubes.work, 'bin', program), text);
        await chmod(path.join(qubes.work, 'bin', program), 0o755);
      }
      const signatures = async (...names: string[]): Promise<void> => {
        const texts = await Promise.all(
          names.map(async (each) => await readFile(path.join(mirror, `${each}.asc`), 'utf8')),
        );
        await writeFile(path.join(mirror, 'SHA256SUMS.asc'), texts.join(''));
      };

      await signatures('alice', 'alice', 'mallory');
      const few = await qubes.jmApply([]);
      t.is(few.code, 1);
      t.regex(
        few.text,
        /1 of the builders signed, and 2 must\n(.*\n)*FAILED: bitcoind 31\.1 was not verified\./u,
      );
      t.false(qubes.has('dom0', `srv/salt/jm/files/bitcoin/${name}`));
      t.false(qubes.has('dom0', `srv/salt/jm/files/bitcoin/${name}.new`));

      await signatures('alice', 'mallory', 'bob');
      const tarball = await readFile(path.join(mirror, name));
      await writeFile(path.join(mirror, name), 'another');
      const other = await qubes.jmApply([]);
      t.is(other.code, 1);
      t.regex(other.text, /is not what was signed/u);
      t.false(qubes.has('dom0', `srv/salt/jm/files/bitcoin/${name}`));

      await writeFile(path.join(mirror, name), tarball);
      const enough = await qubes.jmApply([]);
      t.is(enough.code, 0, enough.text);
      t.deepEqual(await readFile(path.join(directory, name)), tarball);
      t.is(await qubes.read('tpl-jm-net', 'usr/bin/bitcoind'), 'bitcoind');
    });
  },
);
