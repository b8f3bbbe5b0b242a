import test, { type ExecutionContext } from 'ava';
import { execa } from 'execa';
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { audit } from '../../scripts/audit/audit.ts';
import { parseFacts, type Facts } from '../../scripts/audit/facts.ts';
import type { Finding } from '../../scripts/audit/finding.ts';
import { readPolicyCopy } from '../../scripts/audit/read-policy.ts';
import { machineFacts, machinePolicy } from '../fixtures/audited-machine.ts';
import { FAKE_COMMANDS, writeDom0 } from '../fixtures/dom0/machine.ts';
import { temporaryFolder } from '../fixtures/wallet-file.ts';

const COLLECT = path.resolve(import.meta.dirname, '../../scripts/audit/collect.sh');

interface Dom0 {
  readonly directory: string;
  readonly state: string;
  readonly root: string;
}

function dom0In(t: ExecutionContext, facts: Facts = machineFacts()): Dom0 {
  const directory = temporaryFolder(t);
  return { directory, ...writeDom0(directory, facts, machinePolicy()) };
}

async function collect(
  { directory, state, root }: Dom0,
  ...pair: readonly string[]
): Promise<{ readonly exitCode: number | undefined; readonly stderr: string }> {
  const { exitCode, stderr } = await execa(COLLECT, [path.join(directory, 'out'), ...pair], {
    reject: false,
    env: { PATH: `${FAKE_COMMANDS}:${process.env['PATH'] ?? ''}`, DOM0_STATE: state, JM_COLLECT_ROOT: root },
  });
  return { exitCode, stderr };
}

/** What jm-audit makes of the collection. */
async function judged(
  t: ExecutionContext,
  dom0: Dom0,
): Promise<{ readonly facts: Facts; readonly findings: readonly Finding[] }> {
  const done = await collect(dom0, 'jm-wallet', 'jm-net');
  t.is(done.exitCode, 0, done.stderr);
  t.is(done.stderr, '');
  const facts = parseFacts(readFileSync(path.join(dom0.directory, 'out-facts.json'), 'utf8'));
  await execa('tar', ['-C', dom0.directory, '-xf', path.join(dom0.directory, 'out-policy.tar')]);
  return { facts, findings: audit(readPolicyCopy(path.join(dom0.directory, 'policy')), facts) };
}

test('what the collector writes of a sound machine is what the machine is, and has no findings', async (t) => {
  const { facts, findings } = await judged(t, dom0In(t));
  t.deepEqual(findings, []);
  const { vms, pairs } = machineFacts();
  t.deepEqual(facts.vms, vms);
  t.deepEqual(facts.pairs, pairs);
  t.regex(facts.host?.collected ?? '', /^\d{4}-\d{2}-\d{2}$/u);
  t.deepEqual(
    { ...facts.host, collected: '' },
    {
      qubes_release: '4.3',
      collected: '',
      policy_daemon_active: true,
      qubesctl_running: false,
      secret_files: [],
      default_netvm: 'sys-firewall',
      default_dispvm: 'default-dvm',
      clockvm: 'sys-net',
    },
  );
});

test('devices, services and features arrive, and are found', async (t) => {
  const changes = {
    'jm-wallet': {
      devices: [{ class: 'usb', name: 'sys-usb:1-2' }],
      services: ['cups'],
      features: { 'rpc-clipboard': '1', 'menu-items': 'a.desktop b.desktop' },
    },
  };
  const dom0 = dom0In(t, machineFacts(changes));
  const { facts, findings } = await judged(t, dom0);
  t.deepEqual(facts.vms['jm-wallet'], machineFacts(changes).vms['jm-wallet']);
  t.deepEqual(findings.map(({ id }) => id).sort(), ['Q08', 'Q13', 'Q15']);
});

test('the disk, the firewall, the daemon and a run of qubesctl arrive, and are found', async (t) => {
  const changes = {
    'jm-wallet': { private_used_percent: 90 },
    'jm-net': { private_size: 2 ** 31, firewall: [] },
  };
  const dom0 = dom0In(t, machineFacts(changes));
  rmSync(path.join(dom0.state, 'active-qubes-qrexec-policy-daemon.service'));
  writeFileSync(path.join(dom0.root, 'etc/qubes/policy.d/30-qubesctl-salt.policy'), '# salt\n');
  const { facts, findings } = await judged(t, dom0);
  t.deepEqual(facts.vms['jm-net'], machineFacts(changes).vms['jm-net']);
  t.deepEqual(findings.map(({ id }) => id).sort(), ['G02', 'G03', 'Q18', 'Q24', 'Q24']);
  writeFileSync(path.join(dom0.state, 'running-qubesctl'), '');
  t.false((await judged(t, dom0)).findings.some(({ id }) => id === 'G03'));
});

test('rules of a firewall keep their spaces', async (t) => {
  const firewall = ['action=accept proto=tcp dstports=22-22', 'action=drop'];
  const { facts } = await judged(t, dom0In(t, machineFacts({ 'jm-net': { firewall } })));
  t.deepEqual(facts.vms['jm-net']?.firewall, firewall);
});

test('a volume without a size ends the collection with an error', async (t) => {
  for (const size of ['', '0\n', 'None\n', '12a\n']) {
    const dom0 = dom0In(t);
    writeFileSync(path.join(dom0.state, 'jm-net/private-size'), size);
    const { exitCode, stderr } = await collect(dom0, 'jm-wallet', 'jm-net');
    t.is(exitCode, 1);
    t.regex(stderr, /jm-net:private has no size/u);
  }
});

test('files with secrets below Salt are named, and what is in them is not told', async (t) => {
  const dom0 = dom0In(t);
  const key = `xprv${'9'.repeat(107)}`;
  for (const [name, text] of Object.entries({
    'srv/pillar/jm/init.sls': `jm:\n  note: ${key}\n`,
    'srv/salt/node.conf': 'server=1\nrpcpassword = hunter2\n',
    'srv/salt/sound.conf': '# no rpcpassword= here\nxprv is no key\n',
  })) {
    mkdirSync(path.dirname(path.join(dom0.root, name)), { recursive: true });
    writeFileSync(path.join(dom0.root, name), text);
  }
  const { facts, findings } = await judged(t, dom0);
  t.deepEqual([...(facts.host?.secret_files ?? [])].sort(), [
    '/srv/pillar/jm/init.sls',
    '/srv/salt/node.conf',
  ]);
  t.deepEqual(
    findings.map(({ id }) => id),
    ['G05', 'G05'],
  );
  t.false(/hunter2|xprv9/u.test(JSON.stringify(facts)));
});

test('where the onion leads by the profile in dom0 arrives where dom0 has the formula', async (t) => {
  const dom0 = dom0In(t);
  const generated = path.join(dom0.root, 'srv/salt/jm/files/generated');
  const of = async (): Promise<unknown> => (await judged(t, dom0)).facts.vms['jm-net']?.profile_addresses;
  t.is(await of(), undefined);
  mkdirSync(generated, { recursive: true });
  t.deepEqual(await of(), []);
  const line = (address: string): string => `      - replacement: '{} Port=5222,${address}:8080{}'\n`;
  writeFileSync(
    path.join(generated, 'sys-whonix.yml'),
    ['10.137.0.21', '10.137.0.21', '{client-address}'].map(line).join(''),
  );
  t.deepEqual(await of(), ['10.137.0.21', '{client-address}']);
});

test('no name and no value breaks the JSON', async (t) => {
  const odd = String.raw`a"b\c $(x) \`x\` %s \n`;
  const dom0 = dom0In(
    t,
    machineFacts({ work: { features: { [`"f\\`]: `${odd} \u0007é` }, tags: ['t"\\'] } }),
  );
  writeFileSync(path.join(dom0.root, 'etc/qubes/policy.d/odd "name\\'), '');
  const { facts } = await judged(t, dom0);
  t.deepEqual(facts.vms['work']?.features, { [`"f\\`]: `${odd} ???` });
  t.deepEqual(facts.vms['work']?.tags, ['t"\\']);
  t.true(facts.files?.some(({ path: file }) => file.includes('odd "name')));
});

test('modes and places of the policy files arrive', async (t) => {
  const dom0 = dom0In(t);
  const place = path.join(dom0.root, 'etc/qubes/policy.d');
  chmodSync(path.join(place, '31-jm.policy'), 0o644);
  chmodSync(path.join(place, '90-default.policy'), 0o666);
  mkdirSync(path.join(dom0.root, 'etc/qubes-rpc/policy'), { recursive: true });
  writeFileSync(path.join(dom0.root, 'etc/qubes-rpc/policy/x.Y'), '');
  const { facts, findings } = await judged(t, dom0);
  const modes = new Map(facts.files?.map(({ path: file, mode }) => [file, mode]));
  t.is(modes.get('/etc/qubes/policy.d/31-jm.policy'), '0644');
  t.true(modes.has('/etc/qubes/policy.d'));
  t.true(modes.has('/run/qubes/policy.d'));
  t.true(modes.has('/etc/qubes-rpc/policy/x.Y'));
  const shows = findings.map(({ id, shows }) => `${id} ${shows}`);
  t.deepEqual(shows, ['P31 /etc/qubes/policy.d/90-default.policy: all may write it (0666)']);
});

test('pinned uuids are handed on', async (t) => {
  const dom0 = dom0In(t);
  t.is((await collect(dom0, 'jm-wallet@one', 'jm-net@two')).exitCode, 0);
  const { pairs } = parseFacts(readFileSync(path.join(dom0.directory, 'out-facts.json'), 'utf8'));
  t.deepEqual(pairs, [{ wallet: 'jm-wallet', wallet_uuid: 'one', net: 'jm-net', net_uuid: 'two' }]);
});

test('a command that fails ends the collection with an error', async (t) => {
  const dom0 = dom0In(t);
  rmSync(path.join(dom0.state, 'vault/tags'));
  t.not((await collect(dom0, 'jm-wallet', 'jm-net')).exitCode, 0);
});

test('half a pair is refused', async (t) => {
  const { exitCode, stderr } = await collect(dom0In(t), 'jm-wallet');
  t.is(exitCode, 2);
  t.regex(stderr, /^usage:/u);
});

test('the collector is short enough to be read', (t) => {
  t.true(readFileSync(COLLECT, 'utf8').trimEnd().split('\n').length <= 170);
});
