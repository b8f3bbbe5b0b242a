import test from 'ava';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { installed, whereSaltIs } from './installed.ts';
import type { Qubes } from './qubes.ts';

const check = await whereSaltIs(test);

interface Refusal {
  readonly about: string;
  readonly pillar?: Record<string, unknown>;
  readonly prepare?: (qubes: Qubes) => Promise<void>;
  readonly at: readonly [id: string, state: string];
  readonly failed: string;
  readonly sentence: RegExp;
  /** What must not have been made. */
  readonly without: readonly [id: string, file: string];
}

const POLICY = ['dom0', 'etc/qubes/policy.d/31-jm.policy'] as const;
const tamper = async (qubes: Qubes): Promise<void> => {
  await writeFile(path.join(qubes.formula, 'files/packages/jm-net_0.1.0-0jm1_all.deb'), 'another');
};
const refusals: readonly Refusal[] = [
  {
    about: 'an older Qubes',
    prepare: async (qubes) => {
      await qubes.runRelease('4.2');
    },
    at: ['dom0', 'jm'],
    failed: 'jm.dom0.release',
    sentence: /This is Qubes 4\.2; the formula is for 4\.3/u,
    without: POLICY,
  },
  {
    about: 'a manifest that nobody compared',
    pillar: { packages: { version: '0.1.0-0jm1', manifest: '' } },
    at: ['dom0', 'jm'],
    failed: 'jm.dom0.packages',
    sentence: /jm:packages:manifest is not set/u,
    without: POLICY,
  },
  {
    about: 'a manifest of another build',
    pillar: { packages: { version: '0.1.0-0jm1', manifest: 'ab'.repeat(32) } },
    at: ['dom0', 'jm'],
    failed: 'jm.dom0.packages',
    sentence: /not those of pillar jm:packages/u,
    without: POLICY,
  },
  {
    about: 'a package that is not of the manifest, in dom0',
    prepare: tamper,
    at: ['dom0', 'jm'],
    failed: 'jm.dom0.packages',
    sentence: /not those of pillar jm:packages/u,
    without: POLICY,
  },
  {
    about: 'a package that is not of the manifest, in the template',
    prepare: tamper,
    at: ['tpl-jm-net', 'jm.template.net'],
    failed: 'jm.template jm-net checksum',
    sentence: /jm-net_0\.1\.0-0jm1_all\.deb is not the file of SHA256SUMS/u,
    without: ['tpl-jm-net', 'usr/share/doc/jm-net'],
  },
  {
    about: 'a bitcoind that is not the verified one',
    prepare: async (qubes) => {
      await writeFile(
        path.join(qubes.formula, 'files/bitcoin/bitcoin-31.1-x86_64-linux-gnu.tar.gz'),
        'another',
      );
    },
    at: ['tpl-jm-net', 'jm.template.net'],
    failed: 'jm.template.bitcoind checksum',
    sentence: /is not the file whose signatures were verified/u,
    without: ['tpl-jm-net', 'usr/bin/bitcoind'],
  },
  {
    about: 'an older Debian',
    prepare: async (qubes) => {
      await qubes.write('tpl-jm-wallet', 'etc/debian_version', '12.11\n');
    },
    at: ['tpl-jm-wallet', 'jm.template.wallet'],
    failed: 'jm.template jm-wallet release',
    sentence: /not Debian 13/u,
    without: ['tpl-jm-wallet', 'packages'],
  },
  {
    about: "a Whonix template for the wallet, from the template's side",
    prepare: async (qubes) => {
      await qubes.write('tpl-jm-wallet', 'etc/whonix_version', '18.0\n');
    },
    at: ['tpl-jm-wallet', 'jm.template.wallet'],
    failed: 'jm.template jm-wallet release',
    sentence: /not Debian 13/u,
    without: ['tpl-jm-wallet', 'packages'],
  },
  {
    about: "a Whonix template for the wallet, from dom0's side",
    pillar: { wallet: { base: 'whonix-workstation-18' } },
    at: ['dom0', 'jm'],
    failed: 'jm.dom0.verify jm-wallet 3',
    sentence: /jm-wallet is tied to Whonix/u,
    without: ['dom0', 'nothing'],
  },
  {
    about: 'a net VM without Whonix',
    pillar: { net: { base: 'debian-13-minimal' } },
    at: ['dom0', 'jm'],
    failed: 'jm.dom0.verify jm-net',
    sentence: /its template is not a Whonix workstation/u,
    without: ['dom0', 'nothing'],
  },
  {
    about: 'a base template that is not installed',
    pillar: { wallet: { base: 'debian-14-minimal' } },
    at: ['dom0', 'jm'],
    failed: 'jm.dom0.templates debian-14-minimal is there',
    sentence: /qvm-template install debian-14-minimal/u,
    without: ['dom0', 'var/lib/jm/targets'],
  },
  {
    about: 'dom0 as the target of a state for templates',
    at: ['dom0', 'jm.template.net'],
    failed: 'jm.template.net is not for dom0',
    sentence: /This state is for tpl-jm-net/u,
    without: ['dom0', 'packages'],
  },
  {
    about: 'a VM as the target of the state for dom0',
    at: ['sys-net', 'jm'],
    failed: 'jm.dom0 is for dom0',
    sentence: /sudo qubesctl state\.apply jm/u,
    without: ['sys-net', 'etc'],
  },
  {
    about: "the wallet's template as the target of the net VM's state",
    at: ['tpl-jm-wallet', 'jm.template.net'],
    failed: 'jm.template.net is not for tpl-jm-wallet',
    sentence: /This state is for tpl-jm-net/u,
    without: ['tpl-jm-wallet', 'packages'],
  },
];

for (const { about, pillar, prepare, at, failed, sentence, without } of refusals) {
  check(`refused: ${about}`, async (t) => {
    await installed(pillar ?? {}, async (qubes) => {
      await prepare?.(qubes);
      const applied = await qubes.apply(...at);
      t.true(applied.failed.includes(failed), applied.text);
      t.regex(JSON.stringify(applied.states[failed]), sentence);
      t.false(qubes.has(...without));
    });
  });
}
