import test from 'ava';
import { type Action, parseAction } from '../../../../../scripts/audit/policy/action.ts';
import { PolicyError } from '../../../../../scripts/audit/policy/policy-error.ts';

const parse = (text: string): Action => {
  const [word = '', ...items] = text.split(' ');
  return parseAction(word, items, { file: 'f', line: 7 });
};
const OPEN = { target: null, user: null, autostart: true, notify: false };

test('each action has its own defaults, and only a denial notifies unasked', (t) => {
  t.deepEqual(parse('allow'), { kind: 'allow', ...OPEN });
  t.deepEqual(parse('ask'), { kind: 'ask', ...OPEN, defaultTarget: null });
  t.deepEqual(parse('deny'), { kind: 'deny', notify: true });
});

test('each parameter is read where it may stand', (t) => {
  const target = { kind: 'vm', vm: { by: 'name', name: 'a' } } as const;
  t.deepEqual(parse('allow target=a'), { kind: 'allow', ...OPEN, target });
  t.deepEqual(parse('ask target=@dispvm'), {
    kind: 'ask',
    ...OPEN,
    target: { kind: 'dispvm' },
    defaultTarget: null,
  });
  t.deepEqual(parse('ask default_target=a'), { kind: 'ask', ...OPEN, defaultTarget: target });
  t.deepEqual(parse('allow user=root'), { kind: 'allow', ...OPEN, user: 'root' });
  t.deepEqual(parse('allow user='), { kind: 'allow', ...OPEN });
  t.deepEqual(parse('allow autostart=no'), { kind: 'allow', ...OPEN, autostart: false });
  t.deepEqual(parse('allow autostart=yes'), { kind: 'allow', ...OPEN });
  t.deepEqual(parse('ask notify=yes'), { kind: 'ask', ...OPEN, notify: true, defaultTarget: null });
  t.deepEqual(parse('deny notify=no'), { kind: 'deny', notify: false });
});

test('a value goes on to the end of the field, with commas and more equal signs', (t) => {
  t.like(parse('allow target=x,user=y'), { target: { vm: { name: 'x,user=y' } }, user: null });
  t.like(parse('allow user=a=b'), { user: 'a=b' });
});

test('every other action and parameter is refused', (t) => {
  for (const [text, reason] of [
    ['permit', /unknown action "permit"/u],
    ['ALLOW', /unknown action/u],
    ['allow,target=a', /unknown action/u],
    ['allow user', /"user" has no "="/u],
    ['allow #', /"#" has no "="/u],
    ['allow =a', /no parameter ""/u],
    ['allow colour=red', /no parameter "colour"/u],
    ['allow default_target=a', /no parameter "default_target"/u],
    ['deny target=a', /no parameter "target"/u],
    ['deny user=a', /no parameter "user"/u],
    ['deny autostart=no', /no parameter "autostart"/u],
    ['ask user=a user=a', /user is given twice/u],
    ['allow notify=true', /neither yes nor no but "true"/u],
    ['allow autostart=No', /neither yes nor no but "No"/u],
    ['deny notify=', /neither yes nor no but ""/u],
    ['allow target=', /"" is nothing for target=/u],
    ['allow target=@anyvm', /nothing for target=/u],
    ['allow target=*', /nothing for target=/u],
    ['allow target=@default', /nothing for target=/u],
    ['ask target=@tag:a', /nothing for target=/u],
    ['ask default_target=@dispvm:@tag:a', /nothing for default_target=/u],
  ] as const) {
    const error = t.throws(() => parse(text), { instanceOf: PolicyError, message: reason }, text);
    t.is(error.code, 'syntax');
    t.deepEqual([error.file, error.line], ['f', 7]);
  }
});
