import { createHash } from 'node:crypto';
import type { Audited } from '../audited.ts';
import type { FileFacts } from '../facts.ts';
import type { Check, Failure } from '../finding.ts';
import { packagedRules } from '../packaged.ts';
import { DOM0_DIRECTORIES } from '../policy/policy.ts';
import { fieldsOf, policyLines } from '../policy/text.ts';

const PLACES = [DOM0_DIRECTORIES.etc, DOM0_DIRECTORIES.run, DOM0_DIRECTORIES.legacy];
const OTHERS_WRITE = 0o002;
const GROUP_WRITES = 0o020;
/** Groups that may write policy as Qubes installs it. */
const GROUPS = ['root', 'qubes'];

function faultsOf({ path, mode, owner, sha256 }: FileFacts, { tree }: Audited): readonly string[] {
  const [user = '', group = 'root'] = owner.split(':');
  const bits = parseInt(mode, 8);
  const bytes = tree.read(path);
  const copied = bytes === null ? null : createHash('sha256').update(bytes).digest('hex');
  return [
    ...(user === 'root' ? [] : [`it belongs to ${user}`]),
    ...((bits & OTHERS_WRITE) === 0 ? [] : [`all may write it (${mode})`]),
    ...((bits & GROUP_WRITES) === 0 || GROUPS.includes(group) ? [] : [`the group ${group} may write it`]),
    ...(sha256 === undefined || copied === null || sha256 === copied
      ? []
      : ['the copy is not what lies in dom0']),
  ];
}

/** The first rule that is not as packaged; null when the file is. */
function firstDifference(file: string, packaged: readonly string[], audited: Audited): Failure | null {
  const bytes = audited.tree.read(file);
  if (bytes === null) return null;
  const lines = policyLines(bytes, file).map(({ line, text }) => ({ line, rule: fieldsOf(text).join(' ') }));
  const other = lines.find(({ rule }, index) => rule !== packaged[index]);
  if (other !== undefined) return { shows: `${file} is not as packaged`, rule: { file, line: other.line } };
  const missing = packaged[lines.length];
  return missing === undefined
    ? null
    : { shows: `${file} ends before "${missing}"`, rule: { file, line: null } };
}

/** Whether the policy lies in dom0 as the package put it there. */
export const INSTALLED_CHECKS: readonly Check<Audited>[] = [
  {
    id: 'P31',
    severity: 'high',
    why: 'Who may write the policy may call everything; a changed file of ours was changed by somebody.',
    fix: 'Find out who changed it; install the package again, and in dom0: chown root, chmod o-w.',
    run: (audited) => [
      ...(audited.facts.files ?? [])
        .filter(({ path }) => PLACES.some((place) => path === place || path.startsWith(`${place}/`)))
        .flatMap((file) =>
          faultsOf(file, audited).map((fault) => ({
            shows: `${file.path}: ${fault}`,
            rule: { file: file.path, line: null },
          })),
        ),
      ...[...packagedRules(audited.facts.pairs)].flatMap(
        ([name, rules]) => firstDifference(`${DOM0_DIRECTORIES.etc}/${name}`, rules, audited) ?? [],
      ),
    ],
  },
];
