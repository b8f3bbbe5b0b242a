import test from 'ava';
import type { System } from '../../../../../scripts/audit/policy/system.ts';
import { brief, machine, verdictOf, WORK_UUID } from '../../../../fixtures/policy-machine.ts';

/** What is offered to the person when `work` asks for `@default`, or why nothing is. */
function offered(rules: readonly string[], target = '@default', system: System = machine()): string {
  const verdict = verdictOf(rules.map((rule) => `x.Y * work ${rule}\n`).join(''), { target }, system);
  return verdict.decision === 'ask' ? verdict.targets.join(' ') : brief(verdict);
}

test('each kind of token is offered as the targets that it means', (t) => {
  const ask = (token: string): string => offered(['@default ask', `${token} ask`]);
  t.is(ask('*'), '@dispvm:dvm debian dom0 dvm far far-bare home relay vault');
  t.is(ask('@anyvm'), '@dispvm:dvm debian dvm far far-bare home relay vault');
  t.is(ask('@adminvm'), 'dom0');
  t.is(ask('@dispvm'), '@dispvm:dvm');
  t.is(ask('@dispvm:dvm'), '@dispvm:dvm');
  t.is(ask('@dispvm:@tag:dvm-net'), '@dispvm:dvm');
  t.is(ask('@tag:blue'), 'home');
  t.is(ask('@type:TemplateVM'), 'debian');
  t.is(ask('vault'), 'vault');
  t.is(ask('nobody'), 'deny ask_without_target by a.policy:1');
  t.is(ask('@dispvm:home'), 'deny ask_without_target by a.policy:1');
  t.is(ask('@default'), 'deny ask_without_target by a.policy:1');
});

test('the list comes from every rule of the caller, and the earlier one has the last word', (t) => {
  t.is(offered(['@default ask', 'home allow', 'vault ask']), 'home vault');
  t.is(offered(['@default ask', 'home deny', '@tag:blue ask', 'vault allow']), 'vault');
  t.is(offered(['@default ask', 'home ask', '@anyvm deny', 'vault ask']), 'home');
  t.is(offered(['@default ask', '@dispvm deny', '@anyvm ask']).split(' ')[0], '@dispvm:dvm');
  t.is(offered(['@default ask', '@anyvm deny', '@dispvm ask', 'dom0 ask']), 'dom0');
  t.is(offered(['@default ask', '* deny', '* ask']), 'deny ask_without_target by a.policy:1');
  t.is(
    brief(
      verdictOf('x.Y * work @default ask\nx.Y * home vault ask\nx.Y +a work home ask\nz * work home ask\n'),
    ),
    'deny ask_without_target by a.policy:1',
  );
});

test('target= of another rule is offered instead of its token', (t) => {
  t.is(offered(['@default ask', '@anyvm allow target=vault']), 'vault');
  t.is(offered(['@default ask', 'home ask target=@dispvm']), '@dispvm:dvm');
  t.is(offered(['@default ask', `@anyvm ask target=work`, `vault ask target=@adminvm`]), 'dom0');
});

test('target= of the asking rule is the only offer, unchecked', (t) => {
  t.is(offered(['@default ask target=home', 'vault ask']), 'home');
  t.is(offered(['@default ask target=nobody']), 'nobody');
  t.is(offered(['@default ask target=@dispvm']), '@dispvm');
  t.is(offered(['@default ask target=@dispvm:nobody']), '@dispvm:nobody');
  t.is(offered(['@default ask target=dom0']), 'dom0');
  t.is(offered([`@default ask target=uuid:${WORK_UUID}`]), 'work');
  t.is(
    offered([`@default ask target=uuid:${WORK_UUID.replace('7', '8')}`]),
    `uuid:${WORK_UUID.replace('7', '8')}`,
  );
});

test('the caller itself and internal qubes are not offered, but an internal one can be asked for by name', (t) => {
  const shown = machine({ 'hidden-dvm': { internal: false } });
  t.regex(
    offered(['@default ask', '@anyvm ask'], '@default', shown),
    /^@dispvm:dvm @dispvm:hidden-dvm .* hidden-dvm /u,
  );
  t.is(offered(['hidden-dvm ask'], 'hidden-dvm'), 'deny ask_without_target by a.policy:1');
  t.is(offered(['hidden-dvm allow'], 'hidden-dvm'), 'allow hidden-dvm by a.policy:1');
  t.is(offered(['work ask'], 'work'), 'deny ask_without_target by a.policy:1');
});

test('a caller without a default disposable is offered none', (t) => {
  const system = machine({ work: { defaultDispvm: null } });
  t.is(offered(['@default ask', '@dispvm ask', 'home ask'], '@default', system), 'home');
  t.is(offered(['@default ask', '@anyvm ask'], '@default', system).split(' ')[0], '@dispvm:dvm');
});

test('autostart=no offers what runs', (t) => {
  t.is(offered(['@default ask autostart=no', '* ask']), 'dom0 far far-bare relay vault');
});

test('default_target= is preset when it is in the list', (t) => {
  const preset = (value: string): unknown => {
    const verdict = verdictOf(`x.Y * work @default ask default_target=${value}\nx.Y * work @anyvm ask\n`);
    return verdict.decision === 'ask' ? verdict.defaultTarget : 'not asked';
  };
  t.deepEqual(['vault', '@dispvm', '@dispvm:dvm'].map(preset), ['vault', '@dispvm:dvm', '@dispvm:dvm']);
  t.deepEqual(['dom0', 'work', 'nobody', '@dispvm:hidden-dvm'].map(preset), [null, null, null, null]);
});

test('ask tells who is asked, and the terms', (t) => {
  t.like(verdictOf('x.Y * work home ask user=u autostart=yes notify=yes\n', { target: 'home' }), {
    guivm: 'dom0',
    user: 'u',
    autostart: true,
    notify: true,
    defaultTarget: null,
    requestTarget: 'home',
    rule: { line: 1 },
  });
});

test('dom0 fails when a rule that is gathered names a disposable template that does not exist', (t) => {
  t.is(offered(['@default ask', 'home ask', '@dispvm:nobody deny']), 'deny upstream_error by a.policy:3');
  t.is(offered(['@default ask', 'home ask', '@dispvm:nobody allow']), 'deny upstream_error by a.policy:3');
  t.is(offered(['@default ask', '@dispvm:nobody allow target=home']), 'home');
  t.is(offered(['@default ask target=home', '@dispvm:nobody deny']), 'home');
});
