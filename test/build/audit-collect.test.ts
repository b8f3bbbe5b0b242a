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

/** What jm-audit makes of the collection. Whoever runs the test owns the files, where in dom0 it is root. */
async function judged(
  t: ExecutionContext,
  dom0: Dom0,
): Promise<{ readonly facts: Facts; readonly findings: readonly Finding[] }> {
  const done = await collect(dom0, 'jm-wallet', 'jm-net');
  t.is(done.exitCode, 0, done.stderr);
  t.is(done.stderr, '');
  const facts = parseFacts(readFileSync(path.join(dom0.directory, 'out-facts.json'), 'utf8'));
  await execa('tar', ['-C', dom0.directory, '-xf', path.join(dom0.directory, 'out-policy.tar')]);
  const findings = audit(readPolicyCopy(path.join(dom0.directory, 'policy')), facts);
  return { facts, findings: findings.filter(({ shows }) => !shows.includes(': it belongs to ')) };
}

test('what the collector writes of a sound machine is what the machine is, and has no findings', async (t) => {
  const { facts, findings } = await judged(t, dom0In(t));
  t.deepEqual(findings, []);
  const { vms, pairs } = machineFacts();
  t.deepEqual(facts.vms, vms);
  t.deepEqual(facts.pairs, pairs);
  t.deepEqual(facts.host, {
    qubes_release: '4.3',
    default_netvm: 'sys-firewall',
    default_dispvm: 'default-dvm',
    clockvm: 'sys-net',
  });
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
  t.true(readFileSync(COLLECT, 'utf8').trimEnd().split('\n').length <= 150);
});
