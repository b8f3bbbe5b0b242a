import test from 'ava';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { projectVersion } from '../../scripts/build/bundle.ts';
import { interfacesOf } from '../../scripts/regtest/network-namespace.ts';
import { ProcessGroup } from '../../scripts/regtest/processes.ts';
import { install, packagesIn, type Packages } from './installation.ts';
import type { Qube } from './qube.ts';
import { whereDebian13Boots } from './where-debian-13.ts';

const installedTest = await whereDebian13Boots(test);
const directory = path.resolve(import.meta.dirname, '../../.cache/test', String(process.pid));
const processes = new ProcessGroup();
const templates = new Map<string, Qube>();

const PROGRAMS: Readonly<Record<keyof Packages, string>> = {
  'jm-wallet': 'jm-wallet',
  'jm-net': 'joinmarketd',
};
const REMOVE = ['apt-get', 'remove', '--yes'] as const;
const PURGE = ['apt-get', 'purge', '--yes'] as const;

test.after.always(async () => {
  for (const template of templates.values()) await template.stop();
  await processes.stopAll();
  await rm(directory, { recursive: true, force: true });
});

function template(name: keyof Packages): Qube {
  const found = templates.get(name);
  if (found === undefined) throw new Error(`${name} is not installed`);
  return found;
}

/** `MODE USER GROUP` of files, in their order. */
async function ownership(qube: Qube, ...files: readonly string[]): Promise<readonly string[]> {
  return (await qube.output('stat', '--format=%a %U %G', ...files)).split('\n');
}

/** What systemd knows of the unit. */
async function unitState(...properties: readonly string[]): Promise<readonly string[]> {
  const named = properties.map((property) => `--property=${property}`);
  return (await template('jm-net').output('systemctl', 'show', ...named, 'joinmarketd.service'))
    .split('\n')
    .sort();
}

/** Files and links below `folders` that are named after what the package jm-net brings. */
async function tracesBelow(...folders: readonly string[]): Promise<readonly string[]> {
  const named = ['(', '-name', 'jm*', '-o', '-name', '*jm-net*', '-o', '-name', 'joinmarket*', ')'];
  const found = await template('jm-net').output('find', ...folders, '!', '-type', 'd', ...named);
  return found.split('\n').filter((line) => line !== '');
}

installedTest('apt installs each package from what Debian 13 has, without a network', async (t) => {
  const packages = await packagesIn(directory);
  for (const name of ['jm-wallet', 'jm-net'] as const) {
    const qube = await install(processes, directory, packages, name);
    templates.set(name, qube);
    t.deepEqual(interfacesOf(await qube.output('cat', '/proc/net/dev')), []);
    t.is(await qube.output('dpkg-query', '--show', '--showformat=${db:Status-Abbrev}', name), 'ii');
    t.is(await qube.output('dpkg', '--audit'), '');
    t.is(await qube.output('dpkg', '--verify', name), '');
  }
});

for (const [name, program] of Object.entries(PROGRAMS) as [keyof Packages, string][]) {
  installedTest(`${program} runs on Debian's Node, from anywhere, for anyone`, async (t) => {
    t.regex(await template(name).output('/usr/bin/node', '--version'), /^v20\.19\./u);
    const words = template(name).command([program, '--version'], 'daemon');
    const { code, stdout, stderr } = await processes.run(words);
    t.deepEqual({ code, stdout: stdout.trim(), stderr }, { code: 0, stdout: projectVersion(), stderr: '' });
  });
}

installedTest('the accounts are there, without a shell, each in its groups and no other', async (t) => {
  const net = template('jm-net');
  const accounts = (await net.output('getent', 'passwd', 'joinmarketd', 'jm-bridge', 'bitcoin')).split('\n');
  t.deepEqual(
    accounts.map((line) => line.split(':').filter((_field, index) => [0, 5, 6].includes(index))),
    [
      ['joinmarketd', '/var/lib/joinmarketd', '/usr/sbin/nologin'],
      ['jm-bridge', '/nonexistent', '/usr/sbin/nologin'],
      ['bitcoin', '/var/lib/bitcoind', '/usr/sbin/nologin'],
    ],
  );
  t.is(await net.output('id', '--groups', '--name', 'joinmarketd'), 'joinmarketd bitcoin');
  t.is(await net.output('id', '--groups', '--name', 'jm-bridge'), 'jm-bridge');
  t.is(await net.output('id', '--groups', '--name', 'bitcoin'), 'bitcoin');
});

installedTest('folders and files belong to whom they should', async (t) => {
  const net = template('jm-net');
  t.deepEqual(await ownership(net, '/var/lib/joinmarketd', '/var/lib/bitcoind'), [
    '700 joinmarketd jm-bridge',
    '750 bitcoin bitcoin',
  ]);
  const services = ['/etc/qubes-rpc/jm.Messages', '/etc/qubes-rpc/jm.Chain', '/usr/bin/joinmarketd'];
  t.deepEqual(
    await ownership(net, ...services),
    services.map(() => '755 root root'),
  );
  const settings = ['/etc/qubes/rpc-config/jm.Messages', '/etc/jm-net/joinmarket.cfg'];
  t.deepEqual(
    await ownership(net, ...settings),
    settings.map(() => '644 root root'),
  );
  t.deepEqual(await ownership(template('jm-wallet'), '/usr/bin/jm-wallet'), ['755 root root']);
});

installedTest('the unit is enabled, and does not start where dom0 has not said so', async (t) => {
  t.is(await template('jm-net').output('systemctl', 'is-enabled', 'joinmarketd.service'), 'enabled');
  t.deepEqual(await unitState('ActiveState', 'ConditionResult', 'Result'), [
    'ActiveState=inactive',
    'ConditionResult=no',
    'Result=success',
  ]);
});

installedTest(
  'an administrator who disabled the unit finds it disabled after the next installation',
  async (t) => {
    const net = template('jm-net');
    await net.output('systemctl', 'disable', 'joinmarketd.service');
    await net.output('apt-get', 'install', '--yes', '--reinstall', '/run/qubes/jm-net.deb');
    const { stdout } = await net.run(['systemctl', 'is-enabled', 'joinmarketd.service']);
    t.is(stdout, 'disabled');
    await net.output('systemctl', 'enable', 'joinmarketd.service');
  },
);

installedTest(
  'removing jm-net stops the daemon and takes the unit; chain and keys of the onion stay',
  async (t) => {
    const net = template('jm-net');
    await net.output('install', '-D', '/dev/null', '/run/qubes-service/jm-daemon');
    await net.output('systemctl', 'start', 'joinmarketd.service');
    // With the configuration that ships.
    await net.waitForUnit('joinmarketd.service', 'ready');
    t.deepEqual(await unitState('ActiveState'), ['ActiveState=active']);
    const kept = ['/var/lib/joinmarketd/kept', '/var/lib/bitcoind/kept'];
    await net.output('touch', ...kept);

    await net.output(...REMOVE, 'jm-net');
    t.deepEqual(await unitState('ActiveState', 'LoadState'), ['ActiveState=inactive', 'LoadState=not-found']);
    t.false((await net.processes()).some(({ program }) => program === 'node'));
    t.deepEqual(await tracesBelow('/usr'), []);
    t.true((await tracesBelow('/etc')).includes('/etc/jm-net/joinmarket.cfg'));
    await net.output('ls', ...kept);

    await net.output(...PURGE, 'jm-net');
    t.deepEqual(await tracesBelow('/etc', '/usr'), []);
    await net.output('ls', ...kept);
    t.is(await net.output('id', '--user', '--name', 'joinmarketd'), 'joinmarketd');
  },
);

installedTest('removing jm-wallet leaves the wallets', async (t) => {
  const wallet = template('jm-wallet');
  await wallet.output('useradd', '--create-home', 'user');
  const create = wallet.command(['jm-wallet', '--json', '--password-fd', '3', 'create'], 'user');
  t.is((await processes.run(create, { secret: 'a password' })).code, 0);
  const file = '/home/user/.jm-wallet/wallets/wallet.jmw';
  const before = await wallet.output('sha256sum', file);
  await wallet.output(...REMOVE, 'jm-wallet');
  await wallet.output(...PURGE, 'jm-wallet');
  t.is((await wallet.run(['ls', '/usr/bin/jm-wallet', '/etc/apparmor.d/jm-wallet'])).stdout, '');
  t.is(await wallet.output('sha256sum', file), before);
  t.deepEqual(await ownership(wallet, file), ['600 user user']);
});
