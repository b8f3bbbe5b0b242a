import type { Audited } from '../audited.ts';
import type { Check } from '../finding.ts';
import { DOM0_DIRECTORIES } from '../policy/policy.ts';
import { oursAndTemplates } from './reached.ts';

const OLDEST_QUBES = [4, 3] as const;
const OLDEST_WHONIX = 18;
const WHONIX_TEMPLATE = /whonix-(?:workstation|gateway|ws|gw)-(?<release>\d+)/u;
const SALT_FILE = '30-qubesctl-salt.policy';

function isOldQubes(release: string): boolean {
  const [major = 0, minor = 0] = release.split('.').map((part) => parseInt(part, 10));
  return major < OLDEST_QUBES[0] || (major === OLDEST_QUBES[0] && minor < OLDEST_QUBES[1]);
}

/** Templates of the two VMs and of the gateway. */
function templates(audited: Audited): readonly string[] {
  const { facts, pair } = audited;
  const gateway = facts.vms[pair.net]?.netvm ?? null;
  const behind = gateway === null ? null : (facts.vms[gateway]?.template ?? null);
  return [...oursAndTemplates(audited), ...(behind === null ? [] : [behind])];
}

/** dom0 itself. What the collector did not look at is not judged. */
export const HOST_CHECKS: readonly Check<Audited>[] = [
  {
    id: 'G01',
    severity: 'high',
    why: 'Nobody repairs what is past its end of life.',
    fix: 'Upgrade it.',
    run: (audited) => {
      const { host = {}, vms } = audited.facts;
      const { qubes_release: release, collected } = host;
      return [
        ...(release !== undefined && isOldQubes(release) ? [{ shows: `Qubes ${release}` }] : []),
        ...templates(audited).flatMap((name) => {
          const whonix = WHONIX_TEMPLATE.exec(name)?.groups?.['release'];
          const end = vms[name]?.features['os-eol'];
          return [
            ...(whonix !== undefined && Number(whonix) < OLDEST_WHONIX ? [{ shows: `${name} is old` }] : []),
            ...(end !== undefined && collected !== undefined && end < collected
              ? [{ shows: `${name}: end of life was ${end}` }]
              : []),
          ];
        }),
      ];
    },
  },
  {
    id: 'G02',
    severity: 'medium',
    why: 'Without its daemon dom0 judges each call by a new process, slowly, and errors go unseen.',
    fix: 'In dom0: systemctl restart qubes-qrexec-policy-daemon; journalctl -u qubes-qrexec-policy-daemon -e',
    run: ({ facts: { host = {} } }) => [
      ...(host.policy_daemon_active === false ? [{ shows: 'qubes-qrexec-policy-daemon does not run' }] : []),
      ...((host.policy_daemon_errors ?? 0) > 0
        ? [{ shows: `its journal has ${host.policy_daemon_errors ?? 0} errors` }]
        : []),
    ],
  },
  {
    id: 'G03',
    severity: 'high',
    why: 'The file lets the management disposable run commands in a qube; it must go with the run of qubesctl.',
    fix: 'Delete it, unless qubesctl runs right now.',
    run: ({ tree, facts: { host = {} } }) =>
      [DOM0_DIRECTORIES.etc, DOM0_DIRECTORIES.run]
        .map((directory) => `${directory}/${SALT_FILE}`)
        .filter((file) => tree.read(file) !== null && host.qubesctl_running !== true)
        .map((file) => ({ shows: `${SALT_FILE} is left over`, rule: { file, line: null } })),
  },
  {
    id: 'G04',
    severity: 'info',
    why: 'A default of the whole machine applies to every qube that has no setting of its own.',
    fix: 'In dom0: qubes-prefs PROPERTY OTHER-QUBE',
    run: ({ pair, facts: { host = {} } }) =>
      (['default_netvm', 'default_dispvm', 'clockvm'] as const)
        .filter((property) => [pair.wallet, pair.net].some((name) => name === host[property]))
        .map((property) => ({ shows: `${property} is ${host[property] ?? ''}` })),
  },
  {
    id: 'G05',
    severity: 'high',
    why: 'All of /srv/salt is copied into each management disposable.',
    fix: 'Move the secret out of dom0; keys are made inside the wallet VM.',
    run: ({ facts: { host = {} } }) => (host.secret_files ?? []).map((file) => ({ shows: file })),
  },
];
