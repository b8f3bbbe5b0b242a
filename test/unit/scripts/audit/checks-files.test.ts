import test from 'ava';
import { FILE_CHECKS } from '../../../../scripts/audit/checks/files.ts';
import { INSTALLED_CHECKS } from '../../../../scripts/audit/checks/installed.ts';
import type { FileFacts } from '../../../../scripts/audit/facts.ts';
import { machinePolicy } from '../../../fixtures/audited-machine.ts';
import { assertFinds, type BrokenTable, early, findingsOf, late } from '../../../fixtures/broken-set-up.ts';

const own = (name: string): string =>
  Buffer.from(machinePolicy().read(`/etc/qubes/policy.d/${name}`) ?? new Uint8Array()).toString('latin1');
const POLICY_FILE = '/etc/qubes/policy.d/90-default.policy';
const SOUND_FILE: FileFacts = { path: POLICY_FILE, mode: '0664', owner: 'root:qubes' };

const BROKEN: BrokenTable = {
  P13: { policy: early('x.Y * jm-wallet vault deny'), line: 2, names: /x\.Y in 30-user/u },
  P14: { policy: { 'run/32-jm.policy': '* * @anyvm @anyvm deny' }, names: /replaces ours/u, also: ['P06'] },
  P15: {
    policy: late('x.Y * @tag:jm-walet @anyvm deny'),
    line: 1,
    names: /60-late.*jm-walet, but jm-wallet exists/u,
  },
  P16: { policy: late('x.Y * work gone allow'), line: 1, names: /gone does not exist/u },
  P17: { policy: late('x.Y * @type:AppVm @anyvm deny'), line: 1, names: /@type:AppVm never matches/u },
  P18: { policy: { 'etc/60-late.policy': '# a\n# b\u0001d' }, line: 2, names: /0x01/u },
  P19: { policy: { 'run/70-odd.policy': '# nothing' }, names: /70-odd/u },
  P20: {
    policy: { 'etc/35-compat.policy': '!compat-4.0', 'legacy/jm.Chain': 'work jm-net allow' },
    names: /old format/u,
  },
  P30: {
    policy: { 'etc/32-jm.policy': `x.Y * @anyvm vault deny notify=no\n${own('32-jm.policy')}` },
    line: 1,
    names: /line 1/u,
    also: ['P31'],
  },
  P32: { policy: late('x.Y * work @dispvm:gone deny'), line: 1, names: /@dispvm:gone/u },
  P31: {
    policy: { 'etc/31-jm.policy': `${own('31-jm.policy')}x.Y * vault work deny\n` },
    line: 5,
    names: /31-jm\.policy is not as packaged/u,
  },
};

test('each file check has a set-up that breaks it', (t) => {
  t.deepEqual([...FILE_CHECKS, ...INSTALLED_CHECKS].map(({ id }) => id).sort(), Object.keys(BROKEN).sort());
});

for (const [id, broken] of Object.entries(BROKEN)) {
  test(`${id} finds what only it finds, and where`, (t) => {
    assertFinds(t, id, broken);
  });
}

const FILES: Readonly<Record<string, readonly [Partial<FileFacts>, RegExp | null]>> = {
  'a file of root and the group qubes': [{}, null],
  'a file that all may write': [{ mode: '0666' }, /all may write it \(0666\)/u],
  'a file that another group may write': [{ owner: 'root:users' }, /the group users may write it/u],
  'a file that another group may read': [{ owner: 'root:users', mode: '0644' }, null],
  'a file of somebody else': [{ owner: 'user:qubes' }, /it belongs to user/u],
  'a file that differs from its copy': [{ sha256: '0'.repeat(64) }, /the copy is not what lies in dom0/u],
  'a file elsewhere': [{ path: '/etc/passwd', mode: '0666' }, null],
};

for (const [title, [change, names]] of Object.entries(FILES)) {
  test(`P31 judges ${title}`, (t) => {
    const more = { files: [{ ...SOUND_FILE, ...change }] };
    if (names === null) t.deepEqual(findingsOf({ more }), []);
    else assertFinds(t, 'P31', { more, names });
  });
}

test('P31 tells which packaged rule is missing at the end', (t) => {
  const lines = own('32-jm.policy').trimEnd().split('\n').slice(0, -1);
  const [found] = findingsOf({ policy: { 'etc/32-jm.policy': lines.join('\n') } });
  t.is(found?.id, 'P31');
  t.regex(found?.shows ?? '', /ends before "jm\.Chain \* @anyvm @anyvm deny"/u);
});

test("P15 wants the net VM's tag too, less", (t) => {
  const broken = { vms: { 'jm-net': { tags: ['anon-vm'] } } };
  assertFinds(t, 'P15', { ...broken, names: /^jm-net lacks the tag jm-net/u });
  t.is(findingsOf(broken)[0]?.severity, 'low');
});

test('spaces and comments in our files are free', (t) => {
  const text = `# kept by hand\n${own('31-jm.policy').replaceAll('  ', '\t')}`;
  t.deepEqual(findingsOf({ policy: { 'etc/31-jm.policy': text } }), []);
});
