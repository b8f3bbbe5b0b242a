import test from 'ava';
import { splitCall } from '../../../../../scripts/audit/policy/evaluate.ts';
import { brief, machine, verdictOf, WORK_UUID } from '../../../../fixtures/policy-machine.ts';

const ANY = 'x.Y * @anyvm * allow';

test('a call is split at its first plus', (t) => {
  t.deepEqual(splitCall('a'), { service: 'a', argument: '+' });
  t.deepEqual(splitCall('a+'), { service: 'a', argument: '+' });
  t.deepEqual(splitCall('a+b+c'), { service: 'a', argument: '+b+c' });
  t.deepEqual(splitCall('+a'), { service: '', argument: '+a' });
});

test('allow tells the resulting target, the user, the autostart and the rule', (t) => {
  const verdict = verdictOf('\nx.Y * work @default allow target=home user=jm notify=yes\n');
  t.like(verdict, {
    decision: 'allow',
    target: 'home',
    requestTarget: '@default',
    user: 'jm',
    autostart: true,
    notify: true,
    relay: null,
    rule: { file: '/etc/qubes/policy.d/a.policy', line: 2 },
  });
  t.like(verdictOf(`${ANY} autostart=no\n`, { target: 'vault' }), {
    target: 'vault',
    requestTarget: 'vault',
    user: null,
    autostart: false,
    notify: false,
  });
});

test('the target of an allow is named in one way', (t) => {
  const targetOf = (target: string, rule = ANY): string =>
    brief(verdictOf(`${rule}\n`, { target, source: 'home' }));
  t.is(targetOf(`uuid:${WORK_UUID}`), 'allow work by a.policy:1');
  t.is(targetOf('@adminvm'), 'allow dom0 by a.policy:1');
  t.is(targetOf('@dispvm:dvm'), 'allow @dispvm:dvm by a.policy:1');
  t.is(targetOf('vault', `${ANY} target=@adminvm`), 'allow dom0 by a.policy:1');
  t.is(targetOf('vault', `${ANY} target=uuid:${WORK_UUID}`), 'allow work by a.policy:1');
  t.is(targetOf('vault', `${ANY} target=@dispvm:dvm`), 'allow @dispvm:dvm by a.policy:1');
});

test('a redirection is not judged again', (t) => {
  t.is(
    brief(verdictOf('x.Y * work vault deny\nx.Y * work @default allow target=vault\n')),
    'allow vault by a.policy:2',
  );
});

test("@dispvm is the caller's default, not that of the target", (t) => {
  const system = machine({ home: { defaultDispvm: 'hidden-dvm' } });
  t.is(
    brief(verdictOf(`${ANY} target=@dispvm\n`, { target: 'home' }, system)),
    'allow @dispvm:dvm by a.policy:1',
  );
  t.is(
    brief(verdictOf(`${ANY}\n`, { source: 'home', target: '@dispvm' }, system)),
    'allow @dispvm:hidden-dvm by a.policy:1',
  );
});

test('each reason to deny a call', (t) => {
  const reason = (rule: string, call: Parameters<typeof verdictOf>[1], system = machine()): unknown => {
    const verdict = verdictOf(`${rule}\n`, call, system);
    return [brief(verdict), verdict.notify];
  };
  const by = 'by a.policy:1';
  t.deepEqual(reason('# nothing', {}), ['deny no_match', true]);
  t.deepEqual(reason('x.Y * work * deny', {}), [`deny rule_deny ${by}`, true]);
  t.deepEqual(reason('x.Y * work * deny notify=no', {}), [`deny rule_deny ${by}`, false]);
  t.deepEqual(reason(ANY, {}), [`deny allow_without_target ${by}`, true]);
  t.deepEqual(reason(`${ANY} target=nobody`, { target: 'home' }), [`deny allow_without_target ${by}`, true]);
  t.deepEqual(reason(ANY, { target: '@dispvm:home' }), ['deny not_a_disposable_template', true]);
  t.deepEqual(reason(ANY, { target: '@dispvm:nobody' }), ['deny not_a_disposable_template', true]);
  t.deepEqual(reason(`${ANY} target=@dispvm:home`, { target: 'home' }), [
    `deny not_a_disposable_template ${by}`,
    true,
  ]);
  t.deepEqual(reason(ANY, { target: '@dispvm', source: 'home' }), [`deny no_default_dispvm ${by}`, true]);
  t.deepEqual(reason(`${ANY} target=@dispvm`, { source: 'home' }), [`deny no_default_dispvm ${by}`, true]);
  t.deepEqual(reason(`${ANY} autostart=no`, { target: 'home' }), [`deny autostart_forbidden ${by}`, false]);
  t.deepEqual(reason(`${ANY} autostart=no notify=yes`, { target: 'home' }), [
    `deny autostart_forbidden ${by}`,
    true,
  ]);
  t.deepEqual(reason(`${ANY} autostart=no`, { target: '@dispvm:dvm' }), [
    `deny autostart_forbidden ${by}`,
    false,
  ]);
  t.deepEqual(reason(ANY, { target: 'work' }), [`deny loopback ${by}`, true]);
  t.deepEqual(reason(`${ANY} target=work`, {}), [`deny loopback ${by}`, true]);
  t.deepEqual(reason('x.Y * dom0 * allow', { source: 'dom0', target: '@adminvm' }), [
    `deny loopback ${by}`,
    true,
  ]);
  t.deepEqual(reason(ANY, { target: 'far-bare' }), [`deny relay ${by}`, true]);
  t.deepEqual(
    reason('x.Y * work * ask', { source: 'work', target: 'nobody' }, machine({ work: { guivm: null } })),
    [`deny ask_without_guivm ${by}`, true],
  );
  t.deepEqual(reason('x.Y * work @default ask', {}), [`deny ask_without_target ${by}`, true]);
});

test('a target that no request can name is denied, and nobody is told', (t) => {
  for (const target of [
    '*',
    '@anyvm',
    '@tag:blue',
    '@type:AppVM',
    '@dispvm:@tag:dvm-net',
    '@nothing',
    'uuid:1',
  ]) {
    const verdict = verdictOf('x.Y * * * allow target=home\n', { target });
    t.is(brief(verdict), 'deny syntax_error', target);
    t.false(verdict.notify);
  }
});

test('dom0 always runs, and a qube that is paused does not', (t) => {
  const rule = `${ANY} autostart=no\n`;
  const dom0 = machine({ dom0: { powerState: 'Unknown' }, home: { powerState: 'Paused' } });
  t.is(brief(verdictOf(rule, { target: 'dom0' }, dom0)), 'allow dom0 by a.policy:1');
  t.is(brief(verdictOf(rule, { target: 'home' }, dom0)), 'deny autostart_forbidden by a.policy:1');
  t.is(brief(verdictOf(rule, { target: 'vault' }, dom0)), 'allow vault by a.policy:1');
});

test('the loop is looked for behind everything else', (t) => {
  t.is(
    brief(verdictOf(`${ANY} autostart=no\n`, { source: 'home', target: 'home' })),
    'deny autostart_forbidden by a.policy:1',
  );
});

test('a call to a RemoteVM goes through its relay, and user= means nothing', (t) => {
  t.like(verdictOf(`${ANY} user=root\n`, { target: 'far' }), {
    target: 'far',
    relay: { vm: 'relay', service: 'x.Proxy' },
    user: null,
  });
  const lonely = machine({ far: { relayvm: null } });
  t.is(brief(verdictOf(`${ANY}\n`, { target: 'far' }, lonely)), 'deny relay by a.policy:1');
});

test('only the relay of a RemoteVM speaks for it, and the rules are those of the RemoteVM', (t) => {
  const rules = 'x.Y * far home allow\nx.Y * relay home deny\n';
  const speak = (source: string, requestedSource: string): string =>
    brief(verdictOf(rules, { source, requestedSource, target: 'home' }));
  t.is(speak('relay', 'far'), 'allow home by a.policy:1');
  t.is(speak('work', 'far'), 'deny relay');
  t.is(speak('relay', 'work'), 'deny relay');
  t.is(speak('relay', 'nobody'), 'deny relay');
  t.is(speak('relay', 'relay'), 'deny rule_deny by a.policy:2');
});

test('dom0 fails when it would tell of a denied caller that is gone, and not when it keeps silent', (t) => {
  const gone = machine({ work: null });
  t.is(brief(verdictOf('x.Y * work * deny\n', {}, gone)), 'deny upstream_error by a.policy:1');
  t.is(brief(verdictOf('# nothing\n', {}, gone)), 'deny upstream_error');
  t.is(brief(verdictOf('x.Y * work * deny notify=no\n', {}, gone)), 'deny rule_deny by a.policy:1');
  t.is(brief(verdictOf('x.Y * work home allow\n', { target: 'home' }, gone)), 'allow home by a.policy:1');
});
