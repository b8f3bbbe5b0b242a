import test from 'ava';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { packagedRules } from '../../scripts/audit/packaged.ts';
import { parseConfig } from '../../shared/config/joinmarket-cfg.ts';
import { addOnionCommands } from '../../vm-net/tor/add-onion.ts';
import { ALLOWED_METHODS, NODE_METHODS } from '../../vm-net/bitcoind/allowlist.ts';
import { EXPECTED } from './expected-vms.ts';
import { installed, whereSaltIs } from './installed.ts';
import type { Model } from './model.ts';
import { project, type Applied } from './qubes.ts';

/** Where each state is meant to run, in the order of the documented sequence. */
const SEQUENCE = [
  ['dom0', 'jm'],
  ['tpl-jm-wallet', 'jm.template.wallet'],
  ['tpl-jm-net', 'jm.template.net'],
  ['sys-whonix', 'jm.gateway'],
] as const;
const POLICY = 'etc/qubes/policy.d';
/** They name others, and do nothing themselves. */
const INCLUDE_ONLY = ['jm', 'jm.dom0', 'jm.upgrade'];
const LONE_POLICIES = ['31-jm.policy', '32-jm.policy'] as const;

const check = await whereSaltIs(test);

/** The comments of the states that failed. */
const complaints = (applied: Applied): string =>
  applied.failed.map((name) => JSON.stringify(applied.states[name] ?? name)).join('\n');

check('every state renders where it belongs, and does something there', async (t) => {
  await installed({}, async (qubes) => {
    const files = (await readdir(path.join(project, 'salt/jm'), { recursive: true })).filter((file) =>
      file.endsWith('.sls'),
    );
    t.true(files.length >= 15, 'the states were found');
    const targets = new Map<string, string[]>();
    for (const file of files) {
      const state = `jm.${file.slice(0, -4).replaceAll('/', '.')}`.replace(/\.init$/u, '');
      const [id] = SEQUENCE.find(([, root]) => root !== 'jm' && state.startsWith(root)) ?? [
        state === 'jm.template.bitcoind' ? 'tpl-jm-net' : 'dom0',
      ];
      targets.set(id, [...(targets.get(id) ?? []), state]);
    }
    for (const [id, states] of targets) {
      const rendered = await qubes.render(id, states.join(','));
      t.false(Array.isArray(rendered), `${id}: ${JSON.stringify(rendered)}`);
      const files = Object.values(rendered as Record<string, { readonly __sls__: string }>);
      const from = new Set(files.map(({ __sls__: file }) => file.replace(/\.init$/u, '')));
      const empty = states.filter((state) => !from.has(state));
      t.deepEqual(empty.sort(), id === 'dom0' ? INCLUDE_ONLY : [], `these are empty in ${id}`);
    }
  });
});

check('the sequence makes the model that was meant, and a second time changes nothing', async (t) => {
  await installed({}, async (qubes) => {
    const before = await qubes.model();
    for (const [id, state] of SEQUENCE) {
      const first = await qubes.apply(id, state);
      t.deepEqual(first.failed, [], complaints(first));
      t.true(first.changed.length > 0, `${state} changed something the first time`);
    }
    const model = await qubes.model();
    t.deepEqual(madeVms(before, model), EXPECTED);
    t.deepEqual(
      Object.keys(before.vms).map((name) => model.vms[name]),
      Object.values(before.vms),
      'what was there is as it was',
    );
    t.deepEqual(model.systemctl, ['restart onion-grater.service']);
    for (const [id, state] of SEQUENCE) {
      const second = await qubes.apply(id, state);
      t.deepEqual(second.failed, [], complaints(second));
      t.deepEqual(second.changed, [], `${state} changed something the second time`);
    }
    t.deepEqual(await qubes.model(), model);

    for (const file of LONE_POLICIES) {
      t.is(
        await qubes.read('dom0', `${POLICY}/${file}`),
        await readFile(path.join(project, 'qubes-rpc', file), 'utf8'),
      );
      const { mode } = await stat(path.join(qubes.work, 'dom0', POLICY, file));
      t.is(mode & 0o777, 0o664);
    }
    t.deepEqual(await readdir(path.join(qubes.work, 'dom0', POLICY)), [...LONE_POLICIES]);

    const profile = await qubes.read('sys-whonix', 'usr/local/etc/onion-grater-merger.d/40_jm.yml');
    const address = String(model.vms['jm-net']?.prefs['ip']);
    const [, pattern = ''] = /pattern: +'(.*)'/u.exec(profile) ?? [];
    const [, replacement = ''] = /replacement: +'(.*)'/u.exec(profile) ?? [];
    for (const key of [null, `ED25519-V3:${Buffer.alloc(64, 0xfb).toString('base64')}`]) {
      for (const command of addOnionCommands(key, { host: '127.0.0.1', port: 8080 })) {
        // As onion-grater does: the whole of the arguments, and a group for each pair of braces.
        const [, ...groups] = new RegExp(`^ADD_ONION (?:${pattern})$`, 'u').exec(command) ?? [];
        t.is(groups.length, 2, command);
        const passed = groups.reduce((text, group) => text.replace('{}', group), replacement);
        t.is(`ADD_ONION ${passed}`, command.replace('127.0.0.1', address));
      }
    }
    t.notRegex(`NEW:ED25519-V3 Port=22,127.0.0.1:8080`, new RegExp(`^(?:${pattern})$`, 'u'));
    const commands = [...profile.matchAll(/^ {4}([A-Z_]+):$/gmu)].map(([, name]) => name);
    t.deepEqual(commands, ['ADD_ONION', 'DEL_ONION']);

    const taken = await qubes.apply('sys-whonix', 'jm.gateway.absent');
    t.deepEqual(taken.changed, ['jm.gateway.absent profile', 'jm.gateway.absent restart'], complaints(taken));
    t.false(qubes.has('sys-whonix', 'usr/local/etc/onion-grater-merger.d/40_jm.yml'));
    t.deepEqual((await qubes.apply('sys-whonix', 'jm.gateway.absent')).changed, []);
  });
});

check("the net VM's template gets its configuration, and the package's unit switched on", async (t) => {
  await installed({}, async (qubes) => {
    t.deepEqual((await qubes.apply('tpl-jm-net', 'jm.template.net')).failed, []);
    const read = async (file: string): Promise<string> => await qubes.read('tpl-jm-net', file);

    t.is(await read('packages'), 'jm-net=0.1.0-0jm1\nnodejs\nsocat\n');
    t.is(await read('usr/bin/bitcoind'), 'bitcoind');
    t.false(qubes.has('tpl-jm-net', 'usr/bin/bitcoin-qt'));
    t.is(
      await read('etc/systemd/system/bitcoind.service'),
      await readFile(path.join(project, 'scripts/package/jm-net/bitcoind.service'), 'utf8'),
    );
    t.true(
      (
        await readdir(path.join(qubes.work, 'tpl-jm-net/etc/systemd/system/multi-user.target.wants'))
      ).includes('bitcoind.service'),
    );

    const conf = new Map(
      (await read('etc/bitcoin/bitcoin.conf')).split('\n').map((line) => splitOnce(line, '=')),
    );
    t.is(conf.get('rpcwhitelist'), `__cookie__:${NODE_METHODS.join(',')}`);
    for (const [key, value] of Object.entries({
      blockfilterindex: '1',
      disablewallet: '1',
      dns: '0',
      dnsseed: '0',
      listen: '0',
      onlynet: 'onion',
      proxy: '10.152.152.10:9111',
      proxyrandomize: '1',
      prune: '10000',
      rpcallowip: '127.0.0.1',
      rpcbind: '127.0.0.1',
      rpcwhitelistdefault: '1',
    })) {
      t.is(conf.get(key), value, key);
    }
    t.deepEqual(
      [...conf.keys()].filter((key) => /^rpc(user|password|auth)$/u.test(key)),
      [],
    );

    const config = parseConfig(await read('etc/jm-net/joinmarket.cfg'));
    t.deepEqual(config.warnings, []);
    t.is(config.node.cookieFile, '/var/lib/bitcoind/.cookie');
    t.like(config.onion, {
      socksHost: '10.152.152.10',
      socksPort: 9180,
      servingHost: '0.0.0.0',
      servingPort: 8080,
    });
    t.true((await read('etc/whonix_firewall.d/45_jm.conf')).endsWith('\nEXTERNAL_OPEN_PORTS+=" 8080 "\n'));
  });
});

check(
  'a node that may keep a watch-only wallet is allowed what that takes, and a full one prunes nothing',
  async (t) => {
    await installed({ net: { node: 'full', node_wallet: true } }, async (qubes) => {
      t.deepEqual((await qubes.apply('tpl-jm-net', 'jm.template.net')).failed, []);
      const conf = (await qubes.read('tpl-jm-net', 'etc/bitcoin/bitcoin.conf')).split('\n');
      t.true(conf.includes(`rpcwhitelist=__cookie__:${ALLOWED_METHODS.join(',')}`));
      t.false(conf.some((line) => /^(disablewallet|prune)=/u.test(line)));
    });
  },
);

check('what outlives a restart of the net VM is what the package binds', async (t) => {
  const bound = await readFile(path.join(project, 'scripts/package/jm-net/bind-dirs.conf'), 'utf8');
  const directories = [...bound.matchAll(/'([^']+)'/gu)].map(([, directory]) => directory).sort();
  const kept = Object.entries(EXPECTED['jm-net'].features)
    .filter(([name]) => name.startsWith('custom-persist.'))
    .map(([, value]) => value.split(':')[4])
    .sort();
  t.deepEqual(kept, directories);
});

check('names, sizes and a second pair come from the pillar', async (t) => {
  const pillar = {
    wallet: { private: 3_000_000_000, label: 'green' },
    tor: { serving_port: 9000 },
    ask: true,
    pairs: [
      { wallet: 'jm-wallet', net: 'jm-net', ask: false },
      {
        wallet: 'savings-wallet',
        net: 'savings-net',
        gateway: 'sys-jm-2',
        net_template: 'tpl-savings-net',
        wallet_template: 'tpl-savings',
        node: 'full',
      },
    ],
  };
  await installed(pillar, async (qubes) => {
    const applied = await qubes.apply('dom0', 'jm');
    t.deepEqual(applied.failed, [], complaints(applied));
    const { vms } = await qubes.model();
    t.is(vms['jm-wallet']?.private, 3_000_000_000);
    t.is(vms['savings-net']?.private, 1_288_490_188_800);
    t.is(vms['savings-net']?.prefs['netvm'], 'sys-jm-2');
    t.like(vms['savings-wallet']?.prefs, {
      netvm: '',
      default_dispvm: '',
      template: 'tpl-savings',
      label: 'green',
    });
    t.like(vms['sys-jm-2'], {
      prefs: { netvm: 'sys-firewall', template: 'whonix-gateway-18', provides_network: true },
    });
    t.regex(
      await qubes.read('dom0', 'srv/salt/jm/files/generated/sys-jm-2.yml'),
      /Port=5222,10\.137\.0\.\d+:9000\{\}'/u,
    );

    const rules = async (file: string): Promise<string[]> =>
      (await qubes.read('dom0', `${POLICY}/${file}`))
        .split('\n')
        .filter((line) => line !== '' && !line.startsWith('#'))
        .map((line) => line.split(/ +/u).join(' '));
    const [one, two] = [
      { wallet: 'jm-wallet', net: 'jm-net' },
      { wallet: 'savings-wallet', net: 'savings-net', ask: true },
    ];
    for (const [file, packaged] of packagedRules([one, two])) t.deepEqual(await rules(file), packaged, file);
    t.deepEqual(await rules('31-jm.policy'), [
      'jm.Messages + jm-wallet @default allow target=jm-net user=jm-bridge',
      'jm.Chain + jm-wallet @default allow target=jm-net user=jm-bridge',
      'jm.Messages + savings-wallet @default ask target=savings-net default_target=savings-net user=jm-bridge',
      'jm.Chain + savings-wallet @default ask target=savings-net default_target=savings-net user=jm-bridge',
    ]);
    const denied = await rules('32-jm.policy');
    for (const name of ['jm-wallet', 'savings-wallet', '@tag:jm-wallet']) {
      for (const rule of [
        `* * ${name} @anyvm deny`,
        `* * ${name} @adminvm deny`,
        `* * @anyvm ${name} deny`,
      ]) {
        t.true(denied.includes(rule), rule);
      }
    }
    t.is(denied.length, 11);

    const lost = await qubes.apply('dom0', 'jm.remove', { remove: 'jm-wallet' });
    t.deepEqual(lost.failed, [], complaints(lost));
    t.deepEqual(await rules('31-jm.policy'), packagedRules([two]).get('31-jm.policy'));
    t.is((await rules('32-jm.policy')).length, 11);
    t.deepEqual(
      Object.keys((await qubes.model()).vms).filter((name) => /jm|savings/u.test(name)),
      ['savings-net', 'savings-wallet', 'sys-jm-2', 'tpl-savings', 'tpl-savings-net'],
    );
  });
});

for (const [about, pairs, sentence] of [
  [
    'share a gateway',
    [
      { wallet: 'a', net: 'b' },
      { wallet: 'c', net: 'd', wallet_template: 'e', net_template: 'f' },
    ],
    'needs its own',
  ],
  ['have one name for two VMs', [{ wallet: 'jm-net', net: 'jm-net' }], 'needs its own'],
  ['have a name with a space', [{ wallet: 'jm wallet', net: 'jm-net' }], 'not a name that Qubes accepts'],
  ['have a name of 32 letters', [{ wallet: 'w'.repeat(32), net: 'jm-net' }], 'not a name that Qubes accepts'],
] as const) {
  check(`pairs that ${about} are refused before anything changes`, async (t) => {
    await installed({ pairs }, async (qubes) => {
      const before = await qubes.model();
      const applied = await qubes.apply('dom0', 'jm');
      t.true(applied.failed.join('').includes(sentence), applied.text);
      t.deepEqual(await qubes.model(), before);
      t.deepEqual(await readdir(path.join(qubes.work, 'dom0', POLICY)), []);
    });
  });
}

check('a name of 31 letters is accepted', async (t) => {
  await installed({ pairs: [{ wallet: 'w'.repeat(31), net: 'jm-net' }] }, async (qubes) => {
    t.deepEqual((await qubes.apply('dom0', 'jm')).failed, []);
  });
});

function splitOnce(line: string, separator: string): [string, string] {
  const at = line.indexOf(separator);
  return at < 0 ? [line, ''] : [line.slice(0, at), line.slice(at + 1)];
}

function madeVms(before: Model, after: Model): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(after.vms)
      .filter(([name]) => !(name in before.vms))
      .map(([name, vm]) => [
        name,
        { ...vm, prefs: Object.fromEntries(Object.entries(vm.prefs).filter(([key]) => key !== 'ip')) },
      ]),
  );
}
