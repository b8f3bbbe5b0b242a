import type { Audited } from '../audited.ts';
import type { PairFacts } from '../facts.ts';
import type { Check, Failure, Severity } from '../finding.ts';
import { calls, type Reach } from '../reach.ts';
import { isRemote, shown } from './reached.ts';

const OURS = ['jm.Messages', 'jm.Chain'] as const;
const CLIPBOARD = ['qubes.ClipboardPaste'];
const HANDING_OUT = [
  'qubes.Filecopy',
  'qubes.OpenInVM',
  'qubes.OpenURL',
  'qubes.StartApp',
  'qubes.GetImageRGBA',
  'qubes.PdfConvert',
];
const UPDATES = ['qubes.UpdatesProxy'];
const TCP = ['qubes.ConnectTCP'];
/** Services of Whonix that tie a qube to a gateway. */
const WHONIX = /^(sdwdate|whonix)/u;
/** Services of dom0 that change the machine or its policy. */
const RULING = /^(admin|policy)\./u;

/** What has a check of its own. */
function hasOwnCheck(service: string): boolean {
  return (
    [...CLIPBOARD, ...HANDING_OUT, ...UPDATES, ...TCP].includes(service) ||
    WHONIX.test(service) ||
    RULING.test(service)
  );
}

function isOurs(service: string): boolean {
  return (OURS as readonly string[]).includes(service);
}

/** True for the two calls that the wallet is made for, asked about only where that was declared. */
function isMeant({ service, argument, target, decision }: Reach, { net, ask = false }: PairFacts): boolean {
  return isOurs(service) && argument === '+' && target === net && decision === (ask ? 'ask' : 'allow');
}

/** What the wallet reaches on this machine and was not made for, by services with or without a check of their own. */
function stray(audited: Audited, isWanted: (service: string) => boolean): readonly Reach[] {
  const { pair, reach } = audited;
  return reach(pair.wallet).filter(
    (one) => !isMeant(one, pair) && isWanted(one.service) && !isRemote(audited, one.target),
  );
}

const isVm = (target: string): boolean => target !== 'dom0' && !target.startsWith('@dispvm');

/** True when the chain of network VMs behind a qube has an end that is not empty. */
function isNetworked({ facts }: Audited, name: string): boolean {
  return (facts.vms[name]?.netvm ?? null) !== null;
}

function byServices(services: readonly string[]): (audited: Audited) => readonly Failure[] {
  return (audited) => stray(audited, (service) => services.includes(service)).map(shown);
}

/** What the wallet VM can call. */
export const OUTBOUND_CHECKS: readonly Check<Audited>[] = [
  {
    id: 'P02',
    severity: 'high',
    why: 'Without its two services the wallet can do nothing; with another target they serve somebody else.',
    fix: 'Install 31-jm.policy, and remove the earlier rule that is shown.',
    run: ({ pair, policy, system }) =>
      OURS.flatMap((service) => {
        const request = { source: pair.wallet, service, argument: '+', target: '@default' };
        const found = calls(policy, system, request);
        if (found.some((one) => isMeant(one, pair))) return [];
        const [first] = found;
        return [
          first === undefined ? { shows: `${pair.wallet} → @default, ${service}: deny` } : shown(first),
        ];
      }),
  },
  {
    id: 'P03',
    severity: 'critical',
    why: 'A call that nobody is asked about carries keys out silently.',
    fix: 'Remove the rule, or let 32-jm.policy come before it.',
    run: (audited) =>
      stray(audited, (service) => !hasOwnCheck(service))
        .filter(({ decision, target }) => decision === 'allow' && isVm(target))
        .map(shown),
  },
  {
    id: 'P04',
    severity: 'high',
    why: 'One careless click lets the call through.',
    fix: 'Deny it before the rule that asks.',
    run: (audited) =>
      stray(audited, (service) => !hasOwnCheck(service))
        .filter(({ decision, target }) => decision === 'ask' && isVm(target))
        .map(shown),
  },
  {
    id: 'P05',
    severity: 'critical',
    why: 'A disposable with a network runs what the wallet VM tells it, and sends what it is given.',
    fix: 'Deny it, and empty default_dispvm of the wallet VM.',
    run: (audited) =>
      stray(audited, (service) => !hasOwnCheck(service))
        .filter(({ target }) => target.startsWith('@dispvm'))
        .map((one) => {
          const severity: Severity = isNetworked(audited, one.target.slice('@dispvm:'.length))
            ? 'critical'
            : 'medium';
          return { ...shown(one), severity };
        }),
  },
  {
    id: 'P06',
    severity: 'high',
    why: 'dom0 takes input from the wallet VM.',
    fix: 'Deny it; only qubes.GetDate may be worth an exception.',
    run: (audited) =>
      stray(audited, (service) => !hasOwnCheck(service))
        .filter(({ target }) => target === 'dom0')
        .map((one) => ({ ...shown(one), ...(one.service === 'qubes.GetDate' ? { severity: 'low' } : {}) })),
  },
  {
    id: 'P09',
    severity: 'critical',
    why: 'A TCP tunnel is a network.',
    fix: 'Deny qubes.ConnectTCP; the wallet needs jm.Messages and jm.Chain only.',
    run: byServices(TCP),
  },
  {
    id: 'P23',
    severity: 'high',
    why: 'The clipboard leads out of the wallet VM.',
    fix: 'Let 32-jm.policy come before the rule.',
    run: byServices(CLIPBOARD),
  },
  {
    id: 'P24',
    severity: 'high',
    why: 'Files, links and images lead out of the wallet VM.',
    fix: 'Let 32-jm.policy come before the rule.',
    run: byServices(HANDING_OUT),
  },
  {
    id: 'P25',
    severity: 'critical',
    why: 'The updates proxy is a way to the network.',
    fix: 'Deny qubes.UpdatesProxy to the wallet VM; only its template needs it.',
    run: byServices(UPDATES),
  },
  {
    id: 'P27',
    severity: 'critical',
    why: 'These services tie the wallet VM to a Whonix gateway.',
    fix: 'Put the wallet VM on a template that is not Whonix, and deny them.',
    run: (audited) => stray(audited, (service) => WHONIX.test(service)).map(shown),
  },
  {
    id: 'P28',
    severity: 'critical',
    why: 'A RemoteVM is another machine; its relay speaks for it, over a network.',
    fix: 'Deny it: no RemoteVM in rules about the wallet VM or its two services.',
    run: (audited) => {
      const { pair, system, reach } = audited;
      const remotes = system.names.filter((name) => isRemote(audited, name));
      return [
        ...reach(pair.wallet).filter(({ target }) => isRemote(audited, target)),
        ...remotes.flatMap((name) => reach(name)).filter(({ service }) => isOurs(service)),
      ].map(shown);
    },
  },
];
