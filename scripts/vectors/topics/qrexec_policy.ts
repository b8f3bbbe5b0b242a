import { posix } from 'node:path';
import { decide } from '../../audit/policy/decide.ts';
import { type Request, splitCall } from '../../audit/policy/evaluate.ts';
import { System, type VmInfo } from '../../audit/policy/system.ts';
import { uncheckedText } from '../../audit/policy/target.ts';
import { parseRequestToken } from '../../audit/policy/token.ts';
import { PolicyTree } from '../../audit/policy/tree.ts';
import type { Verdict } from '../../audit/policy/verdict.ts';
import { caseList, compare, type Recorded, textOf } from '../compare.ts';
import type { CaseResult } from '../topic.ts';

const ROOT = '/case';
const DIRECTORIES = { run: `${ROOT}/run`, etc: `${ROOT}/etc`, legacy: `${ROOT}/legacy` };
/** Where dom0's evaluator throws, only the refusal compares. */
const UPSTREAM_ERROR = { decision: 'deny', reason: 'upstream_error' };

export function* check(file: unknown): Iterable<CaseResult> {
  const { fixture } = file as { fixture: Recorded };
  for (const recorded of caseList(file)) {
    const system = systemOf(recorded, fixture);
    const verdict = decide(treeOf(recorded), requestOf(recorded), system, DIRECTORIES);
    const name = `${textOf(recorded, 'id')} ${textOf(recorded, 'title')}`;
    yield compare(name, observed(verdict, recorded), expectedOutcome(recorded, system));
  }
}

function requestOf(recorded: Recorded): Request {
  const { source, target, service, requested_source } = recorded['request'] as Record<string, string>;
  return {
    source: source ?? '',
    target: target ?? '',
    ...splitCall(service ?? ''),
    ...(requested_source === undefined ? {} : { requestedSource: requested_source }),
  };
}

/** What a case expects, in the shape that `observed` gives a verdict. */
function expectedOutcome(recorded: Recorded, system: System): unknown {
  const expected = recorded['expected'] as Recorded;
  const wire = part(expected, 'wire');
  const ask = part(expected, 'ask');
  if (expected['decision'] === 'exception') return UPSTREAM_ERROR;
  return {
    decision: expected['decision'],
    matched: expected['matched'] ?? null,
    reason: expected['deny_class'] ?? null,
    notify: (expected['notify'] as readonly string[]).length > 0,
    requestTarget:
      expected['decision'] === 'deny' ? null : canonical(expected['effective_request_target'], system),
    wire: wire && { ...termsOf(wire), target: canonical(wire['target'], system) },
    ask: ask && {
      targets: (ask['targets'] as readonly unknown[]).map((target) => canonical(target, system)).sort(),
      defaultTarget: ask['default_target'] === null ? null : canonical(ask['default_target'], system),
      guivm: ask['guivm'],
    },
    agreed: isAgreed(recorded) ? termsOf(part(expected, 'after_reply')) : null,
  };
}

function observed(verdict: Verdict, recorded: Recorded): unknown {
  if (verdict.decision === 'deny' && verdict.reason === UPSTREAM_ERROR.reason) return UPSTREAM_ERROR;
  const granted = verdict.decision === 'deny' ? null : verdict;
  const terms = granted && {
    user: granted.user ?? 'DEFAULT',
    autostart: granted.autostart ? 'True' : 'False',
  };
  const asked = verdict.decision === 'ask' ? verdict : null;
  return {
    decision: verdict.decision,
    matched: verdict.rule && {
      file: posix.relative(ROOT, verdict.rule.file),
      line: verdict.rule.line,
    },
    reason: verdict.decision === 'deny' ? verdict.reason : null,
    notify: verdict.notify,
    requestTarget: granted?.requestTarget ?? null,
    wire: verdict.decision === 'allow' ? { ...terms, target: verdict.target } : null,
    ask: asked && { targets: asked.targets, defaultTarget: asked.defaultTarget, guivm: asked.guivm },
    agreed: asked !== null && isAgreed(recorded) ? terms : null,
  };
}

/** The case's person agrees; the call then goes on by the same terms as one that is allowed. */
function isAgreed(recorded: Recorded): boolean {
  return part(recorded['expected'] as Recorded, 'after_reply')?.['result'] === 'allow';
}

function termsOf(reply: Recorded | null): Recorded | null {
  return reply && { user: reply['user'], autostart: reply['autostart'] };
}

function part(expected: Recorded, name: string): Recorded | null {
  return (expected[name] ?? null) as Recorded | null;
}

/** dom0 keeps the spelling of the request, we name each target in one way. */
function canonical(target: unknown, system: System): string {
  const token = parseRequestToken(String(target));
  return token === null ? String(target) : uncheckedText(token, system);
}

/** The case's files. Links are followed; one that leads nowhere is left out. */
function treeOf(recorded: Recorded): PolicyTree {
  const entries = new Map(Object.entries(recorded['files'] as Record<string, FileEntry>));
  const files = new Map<string, Uint8Array>();
  const absent = new Set((recorded['absent_dirs'] ?? []) as readonly string[]);
  const directories = Object.entries(DIRECTORIES).flatMap(([name, path]) => (absent.has(name) ? [] : [path]));
  for (const [name, entry] of entries) {
    const bytes = bytesOf(follow(entry, name, entries));
    if (bytes !== null) files.set(posix.join(ROOT, name), bytes);
    if (typeof entry === 'object' && 'dir' in entry) directories.push(posix.join(ROOT, name));
  }
  return new PolicyTree(files, directories);
}

type FileEntry = string | { readonly hex: string } | { readonly symlink: string } | { readonly dir: unknown };

function follow(
  entry: FileEntry | undefined,
  name: string,
  entries: ReadonlyMap<string, FileEntry>,
): FileEntry | undefined {
  if (entry === undefined || typeof entry === 'string' || !('symlink' in entry)) return entry;
  const target = entry.symlink.replaceAll('{ROOT}', ROOT);
  const next = posix.relative(ROOT, posix.resolve(ROOT, posix.dirname(name), target));
  return next === name ? undefined : follow(entries.get(next), next, entries);
}

function bytesOf(entry: FileEntry | undefined): Uint8Array | null {
  if (typeof entry === 'string') return Buffer.from(entry.replaceAll('{ROOT}', ROOT));
  return entry !== undefined && 'hex' in entry ? Buffer.from(entry.hex, 'hex') : null;
}

function systemOf(recorded: Recorded, fixture: Recorded): System {
  const patch = (recorded['system_info_patch'] ?? {}) as Record<string, Recorded | null>;
  const vms = new Map<string, VmInfo>();
  for (const name of new Set([...Object.keys(fixture), ...Object.keys(patch)])) {
    if (patch[name] !== null) vms.set(name, vmInfo({ ...(fixture[name] as Recorded), ...patch[name] }));
  }
  return new System(vms);
}

function vmInfo(entry: Recorded): VmInfo {
  const name = (field: string): string | null => (entry[field] ?? null) as string | null;
  return {
    type: textOf(entry, 'type'),
    tags: entry['tags'] as readonly string[],
    templateForDispvms: entry['template_for_dispvms'] === true,
    defaultDispvm: name('default_dispvm'),
    guivm: name('guivm'),
    powerState: textOf(entry, 'power_state'),
    uuid: textOf(entry, 'uuid'),
    internal: entry['internal'] === true,
    relayvm: name('relayvm'),
    transportRpc: name('transport_rpc'),
  };
}
