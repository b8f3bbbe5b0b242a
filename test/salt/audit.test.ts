import test from 'ava';
import { execa } from 'execa';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { AUDIT, bundle } from '../../scripts/build/bundle.ts';
import type { Facts, VmFacts } from '../../scripts/audit/facts.ts';
import { BREAKS } from './breaks.ts';
import { collect, findingsIn, vmsOf, type Collected } from './dom0.ts';
import { FILE_BREAKS } from './file-breaks.ts';
import { installed, whereSaltIs } from './installed.ts';
import type { Model } from './model.ts';
import { Qubes } from './qubes.ts';

const check = await whereSaltIs(test);
let shared: Promise<Machine> | undefined;

/** One applied installation for all cases: they change copies of its model and of dom0's files. */
interface Machine {
  readonly qubes: Qubes;
  readonly model: Model;
  readonly vms: Facts['vms'];
  readonly directory: string;
  readonly collected: Collected;
}

async function machine(): Promise<Machine> {
  shared ??= (async () => {
    const qubes = await Qubes.install();
    const { code, text } = await qubes.jmApply([]);
    if (code !== 0) throw new Error(text);
    const model = await qubes.model();
    const vms = vmsOf(model);
    const directory = await mkdtemp(path.join(tmpdir(), 'jm-dom0-'));
    return {
      qubes,
      model,
      vms,
      directory,
      collected: await collect(qubes, path.join(directory, 'sound'), vms),
    };
  })();
  return await shared;
}

test.after.always('the installation goes', async () => {
  const made = await shared?.catch(() => undefined);
  if (made === undefined) return;
  await made.qubes.remove();
  await rm(made.directory, { recursive: true });
});

check(
  'what the formula makes is clean to jm-audit, also when information counts, and nothing is unknown',
  async (t) => {
    const { vms, directory, collected } = await machine();
    const { file } = await bundle(AUDIT, directory);
    const { exitCode, stdout } = await execa(
      file,
      ['--strict', '--policy-dir', collected.policyDir, '--facts', collected.factsFile],
      { reject: false },
    );
    t.is(exitCode, 0, stdout);
    t.regex(stdout, /^No findings/u);
    t.deepEqual(withoutProfile(collected.facts.vms), vms, 'the collector tells all that the model has');
    const address = vms['jm-net']?.ip;
    t.regex(address ?? '', /^10\.137\./u);
    t.deepEqual(collected.facts.vms['jm-net']?.profile_addresses, [address]);
    // Everything but what only a look into the VMs could tell.
    t.deepEqual(Object.keys(collected.facts).sort(), ['files', 'format', 'host', 'pairs', 'vms']);
    t.deepEqual(Object.keys(collected.facts.host ?? {}).sort(), [
      'clockvm',
      'collected',
      'default_dispvm',
      'default_netvm',
      'policy_daemon_active',
      'qubes_release',
      'qubesctl_running',
      'secret_files',
    ]);
  },
);

check('the collector tells all that the model has, also when every state is undone', async (t) => {
  const { qubes, model, directory } = await machine();
  const broken = structuredClone(model);
  for (const { vm, undo } of BREAKS) {
    const one = broken.vms[vm];
    if (one !== undefined) undo(one);
  }
  const vms = vmsOf(broken);
  const collected = await collect(qubes, path.join(directory, 'undone'), vms);
  t.deepEqual(withoutProfile(collected.facts.vms), vms);
});

for (const { of, vm, undo, found } of BREAKS) {
  check(`${of}, undone: ${found?.id ?? 'not judged'}`, async (t) => {
    const { model, collected } = await machine();
    const broken = structuredClone(model);
    const one = broken.vms[vm];
    t.truthy(one);
    if (one !== undefined) undo(one);
    t.is(found === null || JSON.stringify(broken) !== JSON.stringify(model), true, 'it was set');
    const findings = findingsIn(collected, merged(collected.facts.vms, vmsOf(broken)));
    if (found === null) {
      t.deepEqual(findings, []);
      return;
    }
    const texts = findings.map(({ id, shows }) => `${id} ${shows}`);
    t.true(
      findings.some(
        ({ id, shows, severity }) => id === found.id && found.shows.test(shows) && severity !== 'info',
      ),
      texts.join('\n'),
    );
  });
}

for (const [about, { spoil, owner, vms = {}, found }] of Object.entries(FILE_BREAKS)) {
  check(`${about}: ${found.map(([id]) => id).join(', ')}`, async (t) => {
    const made = await machine();
    const changed = merged(made.vms, vms);
    const collected = await collect(made.qubes, path.join(made.directory, 'broken'), changed, {
      spoil,
      owner,
    });
    const findings = findingsIn(collected);
    const texts = findings.map(({ id, shows }) => `${id} ${shows}`).join('\n');
    for (const [id, shows] of found) {
      t.true(
        findings.some((one) => one.id === id && shows.test(one.shows)),
        texts,
      );
    }
  });
}

const INSIDE: readonly (readonly [id: string, state: string, files: Readonly<Record<string, string>>])[] = [
  ['tpl-jm-wallet', 'jm.template.wallet', { packages: 'jm.template jm-wallet' }],
  [
    'tpl-jm-net',
    'jm.template.net',
    {
      packages: 'jm.template jm-net',
      'etc/jm-net/joinmarket.cfg': 'jm.template.net joinmarket.cfg',
      'etc/whonix_firewall.d/45_jm.conf': 'jm.template.net whonix_firewall.conf',
      'etc/bitcoin/bitcoin.conf': 'jm.template.bitcoind bitcoin.conf',
      'etc/systemd/system/bitcoind.service': 'jm.template.bitcoind unit',
      'etc/systemd/system/multi-user.target.wants/bitcoind.service': 'jm.template.bitcoind enabled',
      'usr/bin/bitcoind': 'jm.template.bitcoind bitcoind',
    },
  ],
  ['sys-whonix', 'jm.gateway', { 'usr/local/etc/onion-grater-merger.d/40_jm.yml': 'jm.gateway profile' }],
];

for (const [id, state, files] of INSIDE) {
  check(
    `in ${id}, where dom0 does not look, ${state} itself tells what is missing, and puts it back`,
    async (t) => {
      const { qubes } = await machine();
      for (const file of Object.keys(files)) await rm(path.join(qubes.work, id, file));
      const applied = await qubes.apply(id, state);
      t.deepEqual(applied.failed, [], applied.text);
      for (const [file, name] of Object.entries(files)) t.true(applied.changed.includes(name), file);
      t.deepEqual((await qubes.apply(id, state)).changed, []);
    },
  );
}

check('two pairs are clean, and what the states set of a gateway of its own is judged', async (t) => {
  const pairs = [
    { wallet: 'jm-wallet', net: 'jm-net' },
    { wallet: 'savings', net: 'savings-net', ask: true },
  ];
  const second = { gateway: 'sys-jm-2', net_template: 'tpl-savings-net', wallet_template: 'tpl-savings' };
  await installed({ pairs: [pairs[0], { ...pairs[1], ...second }] }, async (qubes) => {
    t.deepEqual((await qubes.apply('dom0', 'jm')).failed, []);
    const model = await qubes.model();
    const directory = path.join(qubes.work, 'audit');
    const collected = await collect(qubes, directory, vmsOf(model, pairs), { pairs });
    const declared = { ...collected, facts: { ...collected.facts, pairs } };
    t.deepEqual(findingsIn(declared), []);
    t.deepEqual(
      [...new Set(findingsIn(collected).map(({ id }) => id))],
      ['P31', 'P02', 'P04'],
      'an ask that nobody declared',
    );
    for (const [key, value, id, shows] of [
      ['netvm', '', 'Q16', /^savings-net: netvm is sys-jm-2, which has no netvm/u],
      ['provides_network', false, 'Q16', /^savings-net: .*does not provide network/u],
      ['template', 'debian-13', 'Q20', /^sys-jm-2: its template is no Whonix gateway/u],
      ['default_dispvm', 'default-dvm', null, null],
      ['include_in_backups', true, null, null],
    ] as const) {
      const broken = structuredClone(model);
      Object.assign(broken.vms['sys-jm-2']?.prefs ?? {}, { [key]: value });
      const findings = findingsIn(declared, merged(collected.facts.vms, vmsOf(broken, pairs)));
      t.deepEqual(
        findings.map((one) => one.id),
        id === null ? [] : [id],
        key,
      );
      if (shows !== null) t.regex(findings[0]?.shows ?? '', shows);
    }
  });
});

function merged(vms: Facts['vms'], changes: Readonly<Record<string, Partial<VmFacts>>>): Facts['vms'] {
  return Object.fromEntries(Object.entries(vms).map(([name, vm]) => [name, { ...vm, ...changes[name] }]));
}

function withoutProfile(vms: Facts['vms']): Facts['vms'] {
  return Object.fromEntries(
    Object.entries(vms).map(([name, vm]) => {
      const other = { ...vm };
      Reflect.deleteProperty(other, 'profile_addresses');
      return [name, other];
    }),
  );
}
