import { execa } from 'execa';
import { chmod, cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { audit } from '../../scripts/audit/audit.ts';
import { parseFacts, type Facts, type PairFacts, type VmFacts } from '../../scripts/audit/facts.ts';
import type { Finding } from '../../scripts/audit/finding.ts';
import type { PolicyTree } from '../../scripts/audit/policy/tree.ts';
import { readPolicyCopy } from '../../scripts/audit/read-policy.ts';
import { machineFacts, PLAIN_VM, STOCK_POLICY } from '../fixtures/audited-machine.ts';
import { FAKE_COMMANDS, QUBES_RELEASE, writeState } from '../fixtures/dom0/machine.ts';
import type { Model, ModelVm } from './model.ts';
import { project, type Qubes } from './qubes.ts';

/** What else is there on a machine with Qubes; the formula touches none of it. */
const AROUND = [
  'dom0',
  'sys-net',
  'work',
  'vault',
  'default-dvm',
  'whonix-dvm',
  'default-mgmt-dvm',
  'debian-13',
];
const WHONIX_DISPOSABLE = 'whonix-workstation-18-dvm';
const PAIR: PairFacts = { wallet: 'jm-wallet', net: 'jm-net' };

/** The files that the real collector left, and the facts among them. */
export interface Collected {
  readonly factsFile: string;
  readonly policyDir: string;
  readonly facts: Facts;
  readonly tree: PolicyTree;
}

/** What dom0's commands print about the VMs of the model. Whatever no state has set is as Qubes has it by default. */
export function vmsOf(model: Model, pairs: readonly PairFacts[] = [PAIR]): Facts['vms'] {
  const around = machineFacts().vms;
  const disposable = around['whonix-dvm'];
  const others = AROUND.flatMap((name) => {
    const vm = around[name];
    return vm === undefined ? [] : [[name === 'whonix-dvm' ? WHONIX_DISPOSABLE : name, vm] as const];
  });
  if (disposable === undefined) throw new Error('the machine has lost its Whonix disposable');
  const collected = new Set(pairs.flatMap(({ wallet, net }) => [wallet, net]));
  const made = Object.entries(model.vms).map(
    ([name, vm]) => [name, vmOf(vm, name, collected.has(name))] as const,
  );
  return Object.fromEntries([...others, ...made]);
}

/** Runs the real collector over the model and over dom0's files, after `spoil` has changed a copy of those. */
export async function collect(
  qubes: Qubes,
  directory: string,
  vms: Facts['vms'],
  {
    spoil,
    pairs = [PAIR],
    owner = 'root',
  }: {
    readonly spoil?: ((root: string) => Promise<void>) | undefined;
    readonly pairs?: readonly PairFacts[];
    readonly owner?: string | undefined;
  } = {},
): Promise<Collected> {
  const root = path.join(directory, 'root');
  const state = path.join(directory, 'state');
  await rm(directory, { recursive: true, force: true });
  await mkdir(path.join(root, 'run/qubes/policy.d'), { recursive: true });
  for (const part of ['etc', 'srv/salt/jm/files/generated']) {
    await cp(path.join(qubes.work, 'dom0', part), path.join(root, part), { recursive: true });
  }
  for (const place of ['etc/qubes/policy.d', 'run/qubes/policy.d'])
    await chmod(path.join(root, place), 0o755);
  await writeFile(path.join(root, 'etc/qubes-release'), QUBES_RELEASE);
  await writeFile(path.join(root, 'etc/qubes/policy.d/90-default.policy'), STOCK_POLICY, { mode: 0o644 });
  await spoil?.(root);
  writeState(state, vms);
  const names = pairs.flatMap(({ wallet, net }) => [wallet, net]);
  const out = path.join(directory, 'out');
  await execa(path.join(project, 'scripts/audit/collect.sh'), [out, ...names], {
    env: {
      PATH: `${FAKE_COMMANDS}:${process.env['PATH'] ?? ''}`,
      DOM0_STATE: state,
      DOM0_OWNER: owner,
      JM_COLLECT_ROOT: root,
    },
  });
  await execa('tar', ['-C', directory, '-xf', `${out}-policy.tar`]);
  const factsFile = `${out}-facts.json`;
  const policyDir = path.join(directory, 'policy');
  return {
    factsFile,
    policyDir,
    facts: parseFacts(await readFile(factsFile, 'utf8')),
    tree: readPolicyCopy(policyDir),
  };
}

/** What the audit finds in what was collected, with other VMs in place of those that were. */
export function findingsIn({ tree, facts }: Collected, vms: Facts['vms'] = facts.vms): readonly Finding[] {
  return audit(tree, { ...facts, vms });
}

function vmOf(
  { class: type, prefs, tags, features, private: size, running }: ModelVm,
  name: string,
  asked: boolean,
): VmFacts {
  const byDefault = { ...PLAIN_VM, ...(type === 'TemplateVM' ? { template: null, netvm: null } : {}) };
  const text = (key: 'devices_denied' | 'virt_mode'): string => String(prefs[key] ?? byDefault[key]);
  const flag = (
    key: 'autostart' | 'include_in_backups' | 'provides_network' | 'template_for_dispvms',
  ): boolean => (prefs[key] === undefined ? byDefault[key] : prefs[key] === true);
  const other = (key: 'audiovm' | 'default_dispvm' | 'netvm' | 'template'): string | null => {
    const value = prefs[key];
    if (value === undefined) return byDefault[key];
    return value === '' ? null : String(value);
  };
  return {
    ...byDefault,
    type,
    tags,
    features,
    services: Object.entries(features).flatMap(([key, value]) =>
      key.startsWith('service.') && value === '1' ? [key.slice('service.'.length)] : [],
    ),
    power_state: running === true ? 'Running' : 'Halted',
    uuid: `00000000-0000-4000-8000-${Buffer.from(name).toString('hex').padEnd(12, '0').slice(0, 12)}`,
    audiovm: other('audiovm'),
    default_dispvm: other('default_dispvm'),
    netvm: other('netvm'),
    netvm_is_default: prefs['netvm'] === undefined,
    template: other('template'),
    autostart: flag('autostart'),
    include_in_backups: flag('include_in_backups'),
    provides_network: flag('provides_network'),
    template_for_dispvms: flag('template_for_dispvms'),
    devices_denied: text('devices_denied'),
    virt_mode: text('virt_mode'),
    ...(asked
      ? {
          private_size: size,
          private_used_percent: 0,
          firewall: ['action=accept'],
          ip: prefs['ip'] === undefined ? null : String(prefs['ip']),
        }
      : {}),
  };
}
