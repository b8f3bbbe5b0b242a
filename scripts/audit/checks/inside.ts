import type { Audited } from '../audited.ts';
import type { Check, Failure } from '../finding.ts';
import type { InsideFacts } from '../more-facts.ts';

/** What templates bring with them. */
const USUAL_SERVICES = /^(qubes\.|whonix|sdwdate|anon-)/u;
const OWN_SERVICES = ['jm.Messages', 'jm.Chain'];
const LOOPBACK = /^(127\.\d+\.\d+\.\d+|\[::1\]):\d+$/u;

type Judge = (inside: InsideFacts, name: string, audited: Audited) => readonly string[];

function told(names: (audited: Audited) => readonly string[], judge: Judge): Check<Audited>['run'] {
  return (audited) =>
    names(audited).flatMap((name): readonly Failure[] => {
      const inside = audited.facts.inside?.[name];
      if (inside === undefined) return [];
      return judge(inside, name, audited).map((what) => ({ shows: `${name}: ${what}` }));
    });
}

const inWallet = (judge: Judge): Check<Audited>['run'] => told(({ pair }) => [pair.wallet], judge);
const inNet = (judge: Judge): Check<Audited>['run'] => told(({ pair }) => [pair.net], judge);
const inBoth = (judge: Judge): Check<Audited>['run'] => told(({ pair }) => [pair.wallet, pair.net], judge);

/** What the VMs tell of themselves: it can prove failure, never health. */
export const INSIDE_CHECKS: readonly Check<Audited>[] = [
  {
    id: 'R01',
    severity: 'critical',
    why: 'The wallet VM must have no network.',
    fix: "In dom0: qvm-prefs WALLET netvm '', and start it again.",
    run: inWallet(({ interfaces = [], qubes_ip: ip = null }) => [
      ...interfaces.filter((name) => name !== 'lo').map((name) => `it has the interface ${name}`),
      ...(ip === null ? [] : [`it has the address ${ip}`]),
    ]),
  },
  {
    id: 'R02',
    severity: 'high',
    why: 'These files stand in for services of the template, and outlive a restart.',
    fix: 'Treat the VM as taken over: make it again.',
    run: inBoth(({ overrides = [] }) => overrides.map((file) => `${file} replaces a service`)),
  },
  {
    id: 'R03',
    severity: 'medium',
    why: 'Each service is a way in for whoever policy lets call it.',
    fix: 'Remove the package that brings it from the template.',
    run: inBoth(({ rpc_services: services = [] }, name, { pair }) =>
      services
        .filter(
          (service) =>
            !USUAL_SERVICES.test(service) && !(name === pair.net && OWN_SERVICES.includes(service)),
        )
        .map((service) => `it has the service ${service}`),
    ),
  },
  {
    id: 'R04',
    severity: 'medium',
    why: 'Whoever was in the VM once comes back through such a file.',
    fix: 'Compare it with the package; when in doubt, make the VM again.',
    run: inBoth(({ changed = [] }) => changed.map((file) => `${file} is not as expected`)),
  },
  {
    id: 'R05',
    severity: 'medium',
    why: 'A flaw in one program is then a flaw of the whole VM.',
    fix: 'Remove qubes-core-agent-passwordless-root from the template.',
    run: inBoth(({ passwordless_root: root = false }) =>
      root ? ['everybody is root without password'] : [],
    ),
  },
  {
    id: 'R06',
    severity: 'high',
    why: 'Bitcoin Core and the daemon are for the VM itself; only the onion service is for others.',
    fix: 'Bind it to 127.0.0.1.',
    run: inNet(({ listening = [], onion_port: onion }) =>
      listening
        .filter((place) => !LOOPBACK.test(place) && place.slice(place.lastIndexOf(':') + 1) !== String(onion))
        .map((place) => `something listens on ${place}`),
    ),
  },
  {
    id: 'R07',
    severity: 'medium',
    why: 'The user that talks to the wallet VM could replace the program that does.',
    fix: 'Install the package again; the files belong to root.',
    run: inNet(({ bridge_owned: files = [] }) => files.map((file) => `jm-bridge owns ${file}`)),
  },
];
