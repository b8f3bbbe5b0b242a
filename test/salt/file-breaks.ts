import { appendFile, chmod, copyFile, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { VmFacts } from '../../scripts/audit/facts.ts';

const POLICY = 'etc/qubes/policy.d';
const PROFILE = 'srv/salt/jm/files/generated/sys-whonix.yml';

/** What is wrong in dom0 beside the VMs' properties, and all that must be found of it. */
interface FileBreak {
  /** Changes dom0's files below this root. */
  readonly spoil?: (root: string) => Promise<void>;
  /** Whose the policy files are, instead of root's. */
  readonly owner?: string;
  readonly vms?: Readonly<Record<string, Partial<VmFacts>>>;
  readonly found: readonly (readonly [id: string, shows: RegExp])[];
}

const edit = async (file: string, change: (text: string) => string): Promise<void> => {
  await writeFile(file, change(await readFile(file, 'utf8')));
};
/** dom0's files as if a state had not run, or as somebody left them. */
export const FILE_BREAKS: Readonly<Record<string, FileBreak>> = {
  'the allowing file is missing': {
    spoil: async (root) => {
      await rm(path.join(root, POLICY, '31-jm.policy'));
    },
    found: [
      ['P14', /^31-jm\.policy is missing/u],
      ['P02', /^jm-wallet → @default, jm\.Chain: deny/u],
    ],
  },
  'the denying file is missing': {
    spoil: async (root) => {
      await rm(path.join(root, POLICY, '32-jm.policy'));
    },
    found: [
      ['P14', /^32-jm\.policy is missing/u],
      ['P24', /^jm-wallet → .*qubes\.Filecopy: ask/u],
    ],
  },
  'the calls go to another VM': {
    spoil: async (root) => {
      await edit(path.join(root, POLICY, '31-jm.policy'), (text) =>
        text.replaceAll('target=jm-net', 'target=work'),
      );
    },
    found: [
      ['P02', /ends in work as jm-bridge/u],
      ['P31', /31-jm\.policy is not as packaged/u],
    ],
  },
  'the services run as another user': {
    spoil: async (root) => {
      await edit(path.join(root, POLICY, '31-jm.policy'), (text) => text.replaceAll(' user=jm-bridge', ''));
    },
    found: [['P31', /31-jm\.policy is not as packaged/u]],
  },
  'the last rule is missing': {
    spoil: async (root) => {
      await edit(path.join(root, POLICY, '32-jm.policy'), (text) => text.replace(/jm\.Chain .*\n$/u, ''));
    },
    found: [['P31', /32-jm\.policy ends before "jm\.Chain \* @anyvm @anyvm deny"/u]],
  },
  'all may write a policy file': {
    spoil: async (root) => {
      await chmod(path.join(root, POLICY, '32-jm.policy'), 0o666);
    },
    found: [['P31', /32-jm\.policy: all may write it \(0666\)/u]],
  },
  'the policy belongs to a user': {
    owner: 'user',
    found: [['P31', /31-jm\.policy: it belongs to user/u]],
  },
  'another file stands in for ours': {
    spoil: async (root) => {
      await copyFile(
        path.join(root, POLICY, '90-default.policy'),
        path.join(root, 'run/qubes/policy.d/32-jm.policy'),
      );
    },
    found: [['P14', /\/run\/qubes\/policy\.d\/32-jm\.policy replaces ours/u]],
  },
  'qubesctl left its rule': {
    spoil: async (root) => {
      await appendFile(path.join(root, POLICY, '30-qubesctl-salt.policy'), '# left\n');
    },
    found: [['G03', /is left over/u]],
  },
  "the gateway's profile is missing in dom0": {
    spoil: async (root) => {
      await rm(path.join(root, PROFILE));
    },
    found: [['J04', /^jm-net: dom0 has no profile for sys-whonix/u]],
  },
  "the gateway's profile leads to another VM": {
    spoil: async (root) => {
      await edit(path.join(root, PROFILE), (text) => text.replaceAll(/10\.137\.0\.\d+/gu, '10.137.0.99'));
    },
    found: [['J04', /the profile for sys-whonix leads to 10\.137\.0\.99, not to 10\.137\.0\.\d+$/u]],
  },
  'a device is assigned, and the firewall has no rules': {
    vms: { 'jm-wallet': { devices: [{ class: 'usb', name: 'sys-usb:1-2' }] }, 'jm-net': { firewall: [] } },
    found: [
      ['Q13', /^jm-wallet: usb sys-usb:1-2 is assigned/u],
      ['Q18', /^jm-net: it has no firewall rules/u],
    ],
  },
};
