import test from 'ava';
import { existsSync, readFileSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import path from 'node:path';
import { interfacesOf } from '../../scripts/regtest/network-namespace.ts';
import { json } from '../../scripts/regtest/pit.ts';
import { parseTransaction } from '../../shared/bitcoin/transaction.ts';
import { fromHex } from '../../shared/crypto/bytes.ts';
import { POLICY, usePit, type Entry } from '../fixtures/pit.ts';
import { makeTemplates } from './installation.ts';
import { InstalledMachine } from './machine.ts';
import { inFileSystemOf, mountOptions, sendFrom, serviceOf } from './service.ts';
import { whereDebian13Boots } from './where-debian-13.ts';

/*
 * A market whose every wallet and net VM runs from the installed packages, on Debian 13, under its own systemd and the unit as it is
 * installed. Not Qubes: the kernel is shared, the calls go through the stand-in with the policy that ships, and the net VMs have this
 * machine's interfaces, for its loopback. Not in force here: the AppArmor profiles, where the kernel has no AppArmor, and the limits on memory
 * and tasks, where cgroup2 has no such controllers; the tests say so when that is the case.
 */
const NAMES = ['taker', 'maker0', 'maker1'] as const;
const NO_CAPABILITY = '0000000000000000';
const UNIT = 'joinmarketd.service';

const installedTest = await whereDebian13Boots(test);
const machines = new Map<string, InstalledMachine>();

// Before the pit removes their folders.
test.serial.after.always(async () => {
  await Promise.all([...machines.values()].map((running) => running.stop()));
});
const pit = usePit(test);

function machine(name: (typeof NAMES)[number]): InstalledMachine {
  const found = machines.get(name);
  if (found === undefined) throw new Error(`${name} is not up`);
  return found;
}

/** Who runs jm-wallet and its calls at this moment, and what interfaces they see. */
async function walletProcesses({ walletQube }: InstalledMachine): Promise<
  readonly {
    readonly user: string | undefined;
    readonly capabilities: string | undefined;
    readonly interfaces: readonly string[];
  }[]
> {
  const running = (await walletQube.processes()).filter(({ program }) => program === 'node');
  return running.map(({ pid, status }) => ({
    user: status.get('Uid'),
    capabilities: status.get('CapEff'),
    interfaces: interfacesOf(readFileSync(`/proc/${pid}/net/dev`, 'utf8')),
  }));
}

/** The wallet's program and a client for each of its two calls. */
function threeOf<Value>(value: Value): readonly Value[] {
  return [value, value, value];
}

installedTest('the installed VMs boot, joinmarketd starts, and the doctor finds nothing wrong', async (t) => {
  const templates = await makeTemplates(pit().processes, pit().directory);
  await Promise.all(
    NAMES.map(async (name) => {
      machines.set(name, await InstalledMachine.start(pit(), templates, name, POLICY));
    }),
  );
  await Promise.all(NAMES.map((name) => json(machine(name).wallet('--json', 'create', '--words', '12'))));
  const { findings } = await json<{ findings: readonly { subject: string; ok: boolean }[] }>(
    machine('taker').wallet('--json', 'doctor'),
  );
  t.deepEqual(
    findings.filter(({ ok }) => !ok),
    [],
  );
  const subjects = findings.map(({ subject }) => subject);
  for (const subject of ['interfaces', 'jm.Chain', 'jm.Messages', 'node', 'policy: qubes.VMShell']) {
    t.true(subjects.includes(subject), subject);
  }
});

installedTest(
  'joinmarketd runs as its unit says: users, capabilities, privileges, file systems',
  async (t) => {
    const { netQube } = machine('taker');
    const service = await serviceOf(netQube);
    const status = (field: string): string | undefined => service.process.status.get(field);
    t.deepEqual(service.files, [`/usr/lib/systemd/system/${UNIT}`]);

    const user = await netQube.output('id', '--user', service.setting('User'));
    const group = await netQube.output('id', '--group', service.setting('Group'));
    const cookies = await netQube.output('id', '--group', service.setting('SupplementaryGroups'));
    t.is(status('Uid'), Array(4).fill(user).join(' '));
    t.is(status('Gid'), Array(4).fill(group).join(' '));
    t.deepEqual(status('Groups')?.trim().split(' ').sort(), [group, cookies].sort());
    t.is(service.setting('CapabilityBoundingSet'), '');
    for (const set of ['CapInh', 'CapPrm', 'CapEff', 'CapBnd', 'CapAmb'])
      t.is(status(set), NO_CAPABILITY, set);
    t.is(service.setting('NoNewPrivileges'), 'yes');
    t.is(status('NoNewPrivs'), '1');
    // SystemCallFilter=, RestrictAddressFamilies=, RestrictNamespaces= and others are filters.
    t.is(status('Seccomp'), '2');
    t.is(status('Umask'), service.setting('UMask'));
    const limits = readFileSync(`/proc/${service.process.pid}/limits`, 'utf8');
    t.regex(limits, new RegExp(`^Max core file size +0 +${service.setting('LimitCORE')} `, 'mu'));

    t.is(service.setting('ProtectSystem'), 'strict');
    t.true(mountOptions(service.process, '/').includes('ro'));
    t.is(service.setting('ProtectProc'), 'invisible');
    t.true(mountOptions(service.process, '/proc').includes('hidepid=invisible'));
    t.is(service.setting('ProcSubset'), 'pid');
    t.true(mountOptions(service.process, '/proc').includes('subset=pid'));
  },
);

installedTest("what the unit forbids fails in the daemon's place, and what it needs works", async (t) => {
  const { netQube } = machine('taker');
  const service = await serviceOf(netQube);
  await netQube.output('install', '--directory', '/home/user');
  await netQube.output('touch', '/tmp/of-another');
  const inside = (script: string): Promise<string> => inFileSystemOf(service.process, script);
  for (const folder of ['/usr', '/etc', '/var/lib/bitcoind', '/var/log']) {
    t.regex(await inside(`touch ${folder}/new`), /Read-only file system/u, folder);
  }
  for (const folder of ['/var/lib/joinmarketd', '/run/jm', '/tmp']) {
    t.is(await inside(`touch ${folder}/new && rm ${folder}/new`), '', folder);
  }
  t.is(await inside('ls /home /root'), '/home:\n\n/root:');
  t.is(await inside('ls /tmp'), '');
  t.is(await inside('ls -d /dev/mem /dev/kmsg /dev/tty0 2>&- || echo none'), 'none');
  t.is(
    await inside('stat --format="%a %U %G" /run/jm /var/lib/joinmarketd'),
    ['750 joinmarketd jm-bridge', '700 joinmarketd jm-bridge'].join('\n'),
  );
});

installedTest('joinmarketd reaches no address but those that its unit allows', async (t) => {
  const cgroup = machine('taker').netQube.cgroupOf(UNIT);
  const other = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .find(({ internal, family }) => !internal && family === 'IPv4')?.address;
  t.is(await sendFrom(cgroup, '127.0.0.1'), 'sent');
  // A route there is what tells a refusal from an address that can't be reached anyway.
  if (other === undefined) t.log('not in force here: this machine has no address but its loopback');
  else {
    t.is(await sendFrom(path.dirname(cgroup), other), 'sent');
    t.is(await sendFrom(cgroup, other), 'EPERM');
  }
});

installedTest(
  'the limits on memory and tasks are those of the unit, where this kernel has them',
  async (t) => {
    const { netQube } = machine('taker');
    const service = await serviceOf(netQube);
    t.deepEqual([service.setting('MemoryMax'), service.setting('TasksMax')], ['1G', '64']);
    for (const [file, limit] of [
      ['memory.max', String(2 ** 30)],
      ['pids.max', '64'],
    ] as const) {
      const name = path.join(netQube.cgroupOf(UNIT), file);
      if (existsSync(name)) t.is(readFileSync(name, 'utf8').trim(), limit);
      else t.log(`not in force here: ${file}, because cgroup2 of this machine has no such controller`);
    }
    if (!existsSync('/sys/kernel/security/apparmor')) t.log('not in force here: the AppArmor profiles');
  },
);

installedTest('a CoinJoin from the installed files confirms', async (t) => {
  const taker = machine('taker');
  await pit().fund(taker, 0, [30_000_000n]);
  for (const name of ['maker0', 'maker1'] as const) await pit().fund(machine(name), 0, [20_000_000n]);
  await pit().node.mine(6);
  await Promise.all(
    (['maker0', 'maker1'] as const).map((name) =>
      machine(name)
        .startWallet('--json', 'maker')
        .waitForLine((line) => line.includes('"ready"'), 'its offers stood'),
    ),
  );

  const user = await taker.walletQube.output('id', '--user', 'user');
  const apart = { user: Array(4).fill(user).join(' '), capabilities: NO_CAPABILITY, interfaces: [] };
  t.deepEqual(await walletProcesses(machine('maker0')), threeOf(apart));
  const joining = taker.startWallet(
    ...['--json', '--yes', 'coinjoin', '0.1btc', 'INTERNAL', '--makers', '2'],
  );
  await joining.waitForNote((note) => note.includes('asked for offers'), 'it asked for offers');
  t.deepEqual(await walletProcesses(taker), threeOf(apart));
  const bridge = await taker.netQube.output('id', '--user', 'jm-bridge');
  const calls = (await taker.netQube.processes()).filter(({ program }) => program.startsWith('socat'));
  t.deepEqual(
    calls.map(({ status }) => status.get('Uid')),
    [bridge, bridge].map((id) => Array(4).fill(id).join(' ')),
  );
  const code = await joining.exited;
  const joined = await json<{
    readonly txid: string;
    readonly makers: readonly string[];
    readonly equalOutputs: number;
    readonly minerFee: number;
    readonly coinjoinFees: number;
  }>(Promise.resolve({ code, stdout: joining.lines.join('\n'), stderr: joining.notes.join('\n') }));
  t.is(joined.makers.length, 2);
  t.is(joined.equalOutputs, 3);

  const raw = (await pit().node.rpc('getrawtransaction', [joined.txid])) as string;
  const { outputs } = parseTransaction(fromHex(raw));
  t.is(outputs.filter(({ value }) => value === 10_000_000n).length, 3);
  await pit().node.mine(6);
  const { total } = await json<{ total: number }>(taker.wallet('--json', 'display'));
  t.is(total, 30_000_000 - joined.minerFee - joined.coinjoinFees);
  const history = await json<Entry[]>(taker.wallet('--json', 'history'));
  t.deepEqual(
    history.filter(({ txid }) => txid === joined.txid).map(({ kind, height }) => [kind, height !== null]),
    [['coinjoin-taker', true]],
  );
});
