import type { Audited } from '../audited.ts';
import type { Check, Failure } from '../finding.ts';
import { DOM0_DIRECTORIES } from '../policy/policy.ts';
import type { Rule } from '../policy/rule.ts';
import type { Token } from '../policy/token.ts';
import { closeTag } from './close-tag.ts';

const OUR_FILES = ['31-jm.policy', '32-jm.policy'] as const;
/** The policy denies by the wallet's tag; the net VM's is for rules of the user's own. */
const OUR_TAGS = [
  { of: 'wallet', tag: 'jm-wallet', severity: 'high' },
  { of: 'net', tag: 'jm-net', severity: 'low' },
] as const;
/** What a qube can be. */
const KINDS = ['AdminVM', 'AppVM', 'TemplateVM', 'StandaloneVM', 'DispVM', 'RemoteVM'];
/** Anything but tab, line feed and printable ASCII; a lone carriage return ends a line for dom0 and for nobody else. */
const ODD_BYTE = (byte: number): boolean => (byte < 0x20 && byte !== 0x09 && byte !== 0x0a) || byte > 0x7e;

function place({ file, line }: Rule): NonNullable<Failure['rule']> {
  return { file, line };
}

function nameIn(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1);
}

function isAbout(token: Token, audited: Audited): boolean {
  const { pair, system, facts } = audited;
  switch (token.kind) {
    case 'vm':
      return system.find(token.vm) === pair.wallet;
    case 'tag':
      return facts.vms[pair.wallet]?.tags.includes(token.tag) === true;
    default:
      return false;
  }
}

/** Names of qubes in a rule that do not exist. */
function strangers(
  { source, target, action }: Rule,
  { system }: Audited,
  kind: 'vm' | 'dispvm-of',
): string[] {
  const redirect = action.kind === 'deny' ? null : action.target;
  return [source, target, ...(redirect === null ? [] : [redirect])].flatMap((token) =>
    token.kind === kind && system.find(token.vm) === null
      ? [token.vm.by === 'name' ? token.vm.name : `uuid:${token.vm.uuid}`]
      : [],
  );
}

/** Tokens of a rule that no call can match. */
function deadTokens({ source, target }: Rule): readonly string[] {
  const sources =
    source.kind === 'dispvm-of' || source.kind === 'dispvm-of-tag' ? ['@dispvm: as source'] : [];
  const either = [source, target].flatMap((token) => {
    if (token.kind === 'type') return KINDS.includes(token.type) ? [] : [`@type:${token.type}`];
    const name = token.kind === 'vm' && token.vm.by === 'name' ? token.vm.name : '';
    return /[$*]/u.test(name) ? [name] : [];
  });
  return [...sources, ...either];
}

function filesIn({ tree }: Audited, directory: string): readonly string[] {
  return (tree.list(directory) ?? []).map((name) => `${directory}/${name}`);
}

/** What lies in dom0's policy directories, whatever it leads to. */
export const FILE_CHECKS: readonly Check<Audited>[] = [
  {
    id: 'P13',
    severity: 'high',
    why: 'It decides before our own files do, now or after the next edit.',
    fix: 'Move it behind 32-jm.policy, or delete it.',
    run: (audited) =>
      audited.policy.rules
        .filter(({ file }) => nameIn(file) < OUR_FILES[0] && file.endsWith('.policy'))
        .filter(({ source, target }) => isAbout(source, audited) || isAbout(target, audited))
        .map((rule) => ({ shows: `${rule.service} in ${nameIn(rule.file)}`, rule: place(rule) })),
  },
  {
    id: 'P14',
    severity: 'critical',
    why: 'Our files are not there, or another of the same name stands in for them.',
    fix: 'Install 31-jm.policy and 32-jm.policy in /etc/qubes/policy.d, and delete those in /run.',
    run: (audited) =>
      OUR_FILES.flatMap((name) => {
        const installed = audited.tree.read(`${DOM0_DIRECTORIES.etc}/${name}`) !== null;
        const shadow = `${DOM0_DIRECTORIES.run}/${name}`;
        if (audited.tree.read(shadow) !== null) {
          return [{ shows: `${shadow} replaces ours`, rule: { file: shadow, line: null } }];
        }
        return installed ? [] : [{ shows: `${name} is missing` }];
      }),
  },
  {
    id: 'P15',
    severity: 'low',
    why: 'A rule by a tag that no qube has does nothing, though it looks as if it did.',
    fix: 'Correct the tag, or delete the rule.',
    run: (audited) => {
      const { facts, policy, pair } = audited;
      const tags = new Set(Object.values(facts.vms).flatMap((vm) => vm.tags));
      const dead = policy.rules.flatMap((rule) =>
        [rule.source, rule.target].flatMap((token) => {
          if ((token.kind !== 'tag' && token.kind !== 'dispvm-of-tag') || tags.has(token.tag)) return [];
          const close = closeTag(token.tag, tags);
          const meant = close === null ? '' : `, but ${close} exists`;
          const at = `${nameIn(rule.file)}:${rule.line ?? '-'}`;
          return [{ shows: `${at}: no qube has the tag ${token.tag}${meant}`, rule: place(rule) }];
        }),
      );
      const untagged = OUR_TAGS.filter(({ of, tag }) => facts.vms[pair[of]]?.tags.includes(tag) !== true);
      return [
        ...untagged.map(({ of, tag, severity }) => ({
          shows: `${pair[of]} lacks the tag ${tag}`,
          severity,
          fix: `Run "qvm-tags ${pair[of]} add ${tag}" in dom0.`,
        })),
        ...dead,
      ];
    },
  },
  {
    id: 'P16',
    severity: 'medium',
    why: 'Whoever makes a qube of that name later inherits the right.',
    fix: 'Delete the rule.',
    run: (audited) =>
      audited.policy.rules
        .filter(({ action }) => action.kind !== 'deny')
        .flatMap((rule) =>
          strangers(rule, audited, 'vm').map((name) => ({
            shows: `${name} does not exist`,
            rule: place(rule),
          })),
        ),
  },
  {
    id: 'P17',
    severity: 'low',
    why: 'Such a rule never applies, though it looks as if it did.',
    fix: 'Correct the rule, or delete it.',
    run: ({ policy }) =>
      policy.rules.flatMap((rule) =>
        deadTokens(rule).map((token) => ({ shows: `${token} never matches`, rule: place(rule) })),
      ),
  },
  {
    id: 'P18',
    severity: 'high',
    why: 'dom0 and your editor may read such a file differently.',
    fix: 'Write the file again, in plain ASCII.',
    run: (audited) =>
      [DOM0_DIRECTORIES.etc, DOM0_DIRECTORIES.run, DOM0_DIRECTORIES.legacy]
        .flatMap((directory) => filesIn(audited, directory))
        .flatMap((file) => {
          const bytes = audited.tree.read(file) ?? new Uint8Array();
          const at = bytes.findIndex(ODD_BYTE);
          if (at === -1) return [];
          const line = bytes.subarray(0, at).filter((byte) => byte === 0x0a).length + 1;
          const hex = (bytes[at] ?? 0).toString(16).padStart(2, '0');
          return [{ shows: `byte 0x${hex} in ${nameIn(file)}`, rule: { file, line } }];
        }),
  },
  {
    id: 'P19',
    severity: 'high',
    why: 'Files here come and go unseen, and replace those of the same name in /etc.',
    fix: 'Delete it, and find out who wrote it.',
    run: (audited) =>
      filesIn(audited, DOM0_DIRECTORIES.run)
        .filter((file) => !(OUR_FILES as readonly string[]).includes(nameIn(file)))
        .map((file) => ({ shows: nameIn(file), rule: { file, line: null } })),
  },
  {
    id: 'P20',
    severity: 'high',
    why: 'Old guides for JoinMarket on Qubes left such files; they still count.',
    fix: 'Delete it: 31-jm.policy replaces it.',
    run: (audited) =>
      audited.policy.rules
        .filter(({ file }) => file.startsWith(`${DOM0_DIRECTORIES.legacy}/`))
        .filter(
          ({ service, source, target }) =>
            service.startsWith('jm.') || isAbout(source, audited) || isAbout(target, audited),
        )
        .map((rule) => ({ shows: `${rule.service} in the old format`, rule: place(rule) })),
  },
  {
    id: 'P30',
    severity: 'low',
    why: 'A denied call of the wallet VM is an alarm; without notice nobody hears it.',
    fix: 'Drop notify=no.',
    run: (audited) =>
      audited.policy.rules
        .filter(({ file }) => nameIn(file) === OUR_FILES[1])
        .filter(({ action }) => action.kind === 'deny' && !action.notify)
        .map((rule) => ({ shows: `line ${rule.line ?? '-'}`, rule: place(rule) })),
  },
  {
    id: 'P32',
    severity: 'medium',
    why: 'dom0 fails on such a rule instead of deciding.',
    fix: 'Delete it.',
    run: (audited) =>
      audited.policy.rules.flatMap((rule) =>
        strangers(rule, audited, 'dispvm-of').map((name) => ({
          shows: `@dispvm:${name}, which does not exist`,
          rule: place(rule),
        })),
      ),
  },
];
