import test from 'ava';
import {
  brief,
  DVM_UUID,
  machine,
  MACHINE,
  verdictOf,
  WORK_UUID,
} from '../../../../fixtures/policy-machine.ts';

const TARGETS = [...MACHINE.keys(), '@default', '@dispvm', '@dispvm:dvm', '@dispvm:hidden-dvm'];
const ALL_BUT_DOM0 = TARGETS.filter((target) => target !== 'dom0');

/** The targets that a token matches, of a call from `work`. */
function matched(token: string, targets: readonly string[] = TARGETS): readonly string[] {
  return targets.filter((target) => verdictOf(`x.Y * * ${token} deny\n`, { target }).rule !== null);
}

test('each kind of target token matches its targets and no other', (t) => {
  t.deepEqual(matched('*'), TARGETS);
  t.deepEqual(matched('@anyvm'), ALL_BUT_DOM0);
  t.deepEqual(matched('@adminvm'), ['dom0']);
  t.deepEqual(matched('dom0'), ['dom0']);
  t.deepEqual(matched('uuid:00000000-0000-0000-0000-000000000000'), ['dom0']);
  t.deepEqual(matched('@default'), ['@default']);
  t.deepEqual(matched('@dispvm'), ['@dispvm']);
  t.deepEqual(matched('@tag:blue'), ['work', 'home']);
  t.deepEqual(matched('@tag:Blue'), []);
  t.deepEqual(matched('@tag:dvm-net'), ['dvm']);
  t.deepEqual(matched('@type:TemplateVM'), ['debian']);
  t.deepEqual(matched('@type:templatevm'), []);
  t.deepEqual(matched('@type:AppVM'), ['work', 'home', 'vault', 'dvm', 'hidden-dvm', 'relay']);
  t.deepEqual(matched('home'), ['home']);
  t.deepEqual(matched(`uuid:${WORK_UUID}`), ['work']);
  t.deepEqual(matched('@dispvm:dvm'), ['@dispvm', '@dispvm:dvm']);
  t.deepEqual(matched(`@dispvm:uuid:${DVM_UUID}`), ['@dispvm', '@dispvm:dvm']);
  t.deepEqual(matched('@dispvm:hidden-dvm'), ['@dispvm:hidden-dvm']);
  t.deepEqual(matched('@dispvm:@tag:dvm-net'), ['@dispvm', '@dispvm:dvm']);
  t.deepEqual(matched('@dispvm:@tag:blue'), []);
  t.deepEqual(matched('$anyvm'), []);
});

test('tags and types never match dom0', (t) => {
  t.deepEqual(matched('@tag:dom0-tag'), []);
  t.deepEqual(matched('@type:AdminVM'), []);
});

test('a request by another spelling is the same request', (t) => {
  t.deepEqual(matched('work', [`uuid:${WORK_UUID}`, 'work', 'WORK']), [`uuid:${WORK_UUID}`, 'work']);
  t.deepEqual(matched('@dispvm:dvm', [`@dispvm:uuid:${DVM_UUID}`]), [`@dispvm:uuid:${DVM_UUID}`]);
  t.deepEqual(matched('dom0', ['@adminvm', 'uuid:00000000-0000-0000-0000-000000000000']).length, 2);
  t.deepEqual(
    matched('@default', ['', '@default', 'nobody', `uuid:${WORK_UUID.replace('7', '8')}`]).length,
    4,
  );
  t.deepEqual(matched('nobody', ['nobody']), []);
});

test('each kind of source token matches its callers and no other', (t) => {
  const callers = (token: string): readonly string[] =>
    [...MACHINE.keys()].filter((source) => verdictOf(`x.Y * ${token} * deny\n`, { source }).rule !== null);
  const names = [...MACHINE.keys()];
  t.deepEqual(callers('*'), names);
  t.deepEqual(callers('@anyvm'), names.slice(1));
  t.deepEqual(callers('@adminvm'), ['dom0']);
  t.deepEqual(callers('dom0'), ['dom0']);
  t.deepEqual(callers('@tag:blue'), ['work', 'home']);
  t.deepEqual(callers('@tag:dom0-tag'), []);
  t.deepEqual(callers('@type:AdminVM'), []);
  t.deepEqual(callers('@type:RemoteVM'), ['far', 'far-bare']);
  t.deepEqual(callers('home'), ['home']);
  t.deepEqual(callers(`uuid:${WORK_UUID}`), ['work']);
  t.deepEqual(callers('@dispvm:work'), []);
  t.deepEqual(callers('@dispvm:@tag:blue'), []);
});

test('arguments match with their plus, and * matches all', (t) => {
  const rules = 'x.Y + work home allow\nx.Y +a+b work home allow\nx.Y * work home deny\n';
  const lineOf = (call: string): unknown => verdictOf(rules, { call, target: 'home' }).rule?.line;
  t.deepEqual(['x.Y', 'x.Y+', 'x.Y+a+b', 'x.Y+a', 'x.Y+A+B', 'x.y'].map(lineOf), [1, 1, 2, 3, 3, undefined]);
});

test('a misspelled target reaches what @default is directed to', (t) => {
  t.is(
    brief(verdictOf('x.Y * work @default allow target=home\n', { target: 'typo' })),
    'allow home by a.policy:1',
  );
});

test('dom0 fails on @dispvm:NAME when the caller of @dispvm has no default, but only if it comes to that rule', (t) => {
  const call = { source: 'vault', target: '@dispvm' };
  const rules = 'x.Y * @anyvm @dispvm:dvm allow\nx.Y * @anyvm * allow\n';
  t.is(brief(verdictOf(rules, call)), 'deny upstream_error by a.policy:1');
  t.is(brief(verdictOf(`x.Y * vault @dispvm deny\n${rules}`, call)), 'deny rule_deny by a.policy:1');
  t.is(brief(verdictOf('x.Y * work @dispvm:dvm allow\n', call)), 'deny no_match');
  t.is(brief(verdictOf('x.Y * @anyvm @dispvm:@tag:dvm-net allow\n', call)), 'deny no_match');
  t.is(
    brief(verdictOf(rules, call, machine({ vault: { defaultDispvm: 'dvm' } }))),
    'allow @dispvm:dvm by a.policy:1',
  );
});
