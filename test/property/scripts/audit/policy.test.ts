import test from 'ava';
import fc from 'fast-check';
import type { Request } from '../../../../scripts/audit/policy/evaluate.ts';
import { loadPolicy } from '../../../../scripts/audit/policy/policy.ts';
import { PolicyError } from '../../../../scripts/audit/policy/policy-error.ts';
import type { Verdict } from '../../../../scripts/audit/policy/verdict.ts';
import {
  machine,
  MACHINE,
  type PolicyFixture,
  policyTree,
  verdictOf,
  WORK_UUID,
} from '../../../fixtures/policy-machine.ts';

const NAMES = [...MACHINE.keys(), 'nobody'];
const REFERENCES = [...NAMES, `uuid:${WORK_UUID}`];
const DISPOSABLES = ['@dispvm:dvm', '@dispvm:hidden-dvm', '@dispvm:home', '@dispvm:nobody'];
const GROUPS = [
  '*',
  '@anyvm',
  '@adminvm',
  '@tag:blue',
  '@type:AppVM',
  '@dispvm:@tag:dvm-net',
  ...DISPOSABLES,
];
const REDIRECTS = [...REFERENCES, '@adminvm', '@dispvm', ...DISPOSABLES];

const parameter = (key: string, values: readonly string[]): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 2, arbitrary: fc.constant('') },
    fc.constantFrom(...values).map((value) => ` ${key}=${value}`),
  );
const flag = (key: string): fc.Arbitrary<string> => parameter(key, ['yes', 'no']);
const target = parameter('target', REDIRECTS);
const actions = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(
        fc.constantFrom('allow', 'allow', 'ask'),
        target,
        parameter('user', ['', 'root']),
        flag('autostart'),
        flag('notify'),
      )
      .map((parts) => parts.join('')),
  },
  fc.tuple(target, parameter('default_target', REDIRECTS)).map(([first, second]) => `ask${first}${second}`),
  flag('notify').map((notify) => `deny${notify}`),
);
const calls = fc.oneof(
  fc.constant('* *'),
  fc
    .tuple(fc.constantFrom('s', 's', 'other'), fc.constantFrom('*', '+', '+x'))
    .map((parts) => parts.join(' ')),
);
/** One line that Qubes would load. */
const rules = fc
  .tuple(
    calls,
    fc.oneof(fc.constantFrom('*', '@anyvm', 'work'), fc.constantFrom(...REFERENCES, ...GROUPS)),
    fc.oneof(
      fc.constantFrom('*', '@anyvm', '@default', '@dispvm'),
      fc.constantFrom(...REFERENCES, ...GROUPS),
    ),
    actions,
  )
  .map((parts) => parts.join(' '))
  .filter((line) => !/@default allow(?!.* target=)/u.test(line));
const policies = fc.array(rules, { minLength: 1, maxLength: 12, size: 'max' });
const requests: fc.Arbitrary<Request> = fc.record({
  source: fc.oneof(fc.constant('work'), fc.constantFrom(...NAMES)),
  service: fc.constantFrom('s', 's', 's', 'unheard-of'),
  argument: fc.constantFrom('+', '+x'),
  target: fc.oneof(
    fc.constantFrom('', '@dispvm', 'dom0', 'work'),
    fc.constantFrom('@default', '@anyvm', ...REFERENCES, ...DISPOSABLES),
  ),
});
const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        '!include',
        '!include-dir',
        '!compat-4.0',
        '!include-service',
        '#',
        '@',
        '$',
        '\n',
        '\r',
        ' ',
        'a.policy',
        '.',
        '*',
        '+',
        'deny',
        'notify=no',
        '\x85',
        ',',
      ),
    )
    .map((parts) => parts.join(' ')),
  fc.tuple(policies, fc.nat(400), fc.string({ unit: 'grapheme', maxLength: 3 })).map(([lines, at, noise]) => {
    const text = lines.join('\n');
    return text.slice(0, at) + noise + text.slice(at + 1);
  }),
);

const textOf = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');
const decideBy = (policy: string | PolicyFixture, request: Request): Verdict => verdictOf(policy, request);
/** A verdict without the place of its rule. */
const withoutPlace = ({ rule, ...rest }: Verdict): unknown => ({
  ...rest,
  rule: rule && { ...rule, file: '', line: 0 },
});

test('whatever is in the files, loading refuses only with a PolicyError of a file and a line', (t) => {
  const contents = fc.oneof(
    fc.uint8Array({ maxLength: 60 }),
    texts.map((text) => Buffer.from(text)),
  );
  let refused = 0;
  fc.assert(
    fc.property(contents, contents, contents, (first, second, third) => {
      const files = { 'etc/a.policy': first, 'etc/x': second, 'legacy/s+x': third };
      try {
        loadPolicy(policyTree(files));
      } catch (error) {
        if (!(error instanceof PolicyError)) throw error;
        refused += 1;
        t.true(
          error.file in
            { '/etc/qubes/policy.d/a.policy': 1, '/etc/qubes/policy.d/x': 1, '/etc/qubes-rpc/policy/s+x': 1 },
        );
        t.true((error.line ?? 0) >= 1);
        t.regex(error.message, /^[ -~]+$/u);
      }
    }),
    { numRuns: 2000 },
  );
  t.true(refused > 100);
});

test('whatever is in the files and in the request, there is a verdict', (t) => {
  fc.assert(
    fc.property(
      texts,
      fc.record({ source: fc.string(), service: fc.string(), argument: fc.string(), target: fc.string() }),
      (text, request) => {
        t.regex(
          decideBy({ 'etc/a.policy': text, 'legacy/s': text }, request).decision,
          /^(allow|ask|deny)$/u,
        );
      },
    ),
    { numRuns: 1000 },
  );
});

test('the first matching rule wins', (t) => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(policies, requests, (lines, request) => {
      const verdict = decideBy(textOf(lines), request);
      const alone = lines.map((line) => decideBy(textOf([line]), request));
      const first = alone.findIndex(({ rule }) => rule !== null);
      seen.add(verdict.decision === 'deny' ? verdict.reason : verdict.decision);
      // To make a list dom0 goes through all rules again, and may fail on any of them.
      if (verdict.decision === 'deny' && verdict.reason === 'upstream_error') {
        t.is(verdict.rule === null, first === -1);
      } else {
        t.is(verdict.rule?.line ?? 0, first + 1);
      }
      const deciding = alone[first];
      if (verdict.decision === 'allow' && deciding !== undefined) {
        t.deepEqual(withoutPlace(verdict), withoutPlace(deciding));
      }
    }),
    { numRuns: 3000 },
  );
  // The rules and requests of this test must reach the outcomes that a loaded policy has.
  for (const outcome of [
    'allow',
    'ask',
    'no_match',
    'rule_deny',
    'allow_without_target',
    'ask_without_guivm',
    'no_default_dispvm',
    'not_a_disposable_template',
    'autostart_forbidden',
    'loopback',
    'relay',
    'syntax_error',
    'upstream_error',
  ]) {
    t.true(seen.has(outcome), outcome);
  }
});

test('a text split over two files in order gives the same verdict, at the moved place', (t) => {
  fc.assert(
    fc.property(policies, fc.nat(12), requests, (lines, cut, request) => {
      const at = Math.min(cut, lines.length);
      const whole = decideBy(textOf(lines), request);
      const split = decideBy(
        { 'etc/a.policy': textOf(lines.slice(0, at)), 'run/b.policy': textOf(lines.slice(at)) },
        request,
      );
      t.deepEqual(withoutPlace(split), withoutPlace(whole));
      const moved = split.rule?.file === '/run/qubes/policy.d/b.policy' ? at : 0;
      t.is(split.rule === null ? null : (split.rule.line ?? 0) + moved, whole.rule?.line ?? null);
    }),
    { numRuns: 1000 },
  );
});

test('a text behind an include gives the same verdict as in place', (t) => {
  fc.assert(
    fc.property(policies, policies, policies, requests, (before, inside, behind, request) => {
      const whole = decideBy(textOf([...before, ...inside, ...behind]), request);
      const included = decideBy(
        { 'etc/a.policy': textOf([...before, '!include x', ...behind]), 'etc/x': textOf(inside) },
        request,
      );
      t.deepEqual(withoutPlace(included), withoutPlace(whole));
    }),
    { numRuns: 1000 },
  );
});

test('a rule behind the one that allows or denies changes nothing', (t) => {
  let decided = 0;
  fc.assert(
    fc.property(policies, policies, requests, (lines, more, request) => {
      const verdict = decideBy(textOf(lines), request);
      if (verdict.rule === null || verdict.rule.action.kind === 'ask') return;
      // The rule that dom0 fails on need not be the one that matched: it may stand behind one that asks, whose list it spoils.
      if (verdict.decision === 'deny' && verdict.reason === 'upstream_error') return;
      decided += 1;
      t.deepEqual(decideBy(textOf([...lines, ...more]), request), verdict);
    }),
    { numRuns: 1000 },
  );
  t.true(decided > 100);
});

test('a deny for everything at the head denies everything that can be asked for', (t) => {
  fc.assert(
    fc.property(policies, requests, (lines, request) => {
      const verdict = decideBy(textOf(['* * * * deny', ...lines]), request);
      t.is(verdict.decision, 'deny');
      t.true((verdict.rule?.line ?? 1) === 1);
    }),
    { numRuns: 1000 },
  );
});

test('what is allowed goes to a target that exists, is not the caller, and runs where it must', (t) => {
  const system = machine();
  let allowed = 0;
  fc.assert(
    fc.property(policies, requests, (lines, request) => {
      const verdict = decideBy(textOf(lines), request);
      if (verdict.decision !== 'allow') return;
      allowed += 1;
      t.not(verdict.target, request.source);
      const disposable = verdict.target.startsWith('@dispvm:');
      const info = system.info(verdict.target.replace(/^@dispvm:/u, ''));
      t.truthy(info);
      t.true(!disposable || info?.templateForDispvms);
      t.true(verdict.autostart || (!disposable && info?.powerState === 'Running'));
      t.is(verdict.relay === null, info?.type !== 'RemoteVM');
    }),
    { numRuns: 2000 },
  );
  t.true(allowed > 50);
});

test('any white space of Python separates the fields of a rule', (t) => {
  const spaces = fc.string({
    unit: fc.constantFrom(
      ' ',
      '\t',
      '\x0b',
      '\x0c',
      '\x1c',
      '\x1f',
      '\x85',
      '\xa0',
      '\u2003',
      '\u2028',
      '\u3000',
    ),
    minLength: 1,
    maxLength: 3,
  });
  fc.assert(
    fc.property(
      rules,
      fc.array(spaces, { minLength: 12, maxLength: 12 }),
      requests,
      (line, gaps, request) => {
        const parts = line.split(' ').map((field, index) => (gaps[index] ?? ' ') + field);
        t.deepEqual(decideBy(`${parts.join('')}\r`, request), decideBy(`${line}\n`, request));
      },
    ),
    { numRuns: 1000 },
  );
});
