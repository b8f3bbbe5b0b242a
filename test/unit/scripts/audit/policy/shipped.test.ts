import test from 'ava';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { System } from '../../../../../scripts/audit/policy/system.ts';
import { brief, MACHINE, verdictOf, vm } from '../../../../fixtures/policy-machine.ts';

const directory = path.resolve(import.meta.dirname, '../../../../../qubes-rpc');
const system = new System(
  new Map([
    ...MACHINE,
    ['jm-wallet', vm({ tags: ['jm-wallet'], defaultDispvm: 'dvm' })],
    ['jm-net', vm()],
    ['second-wallet', vm({ tags: ['jm-wallet'] })],
  ]),
);
const CALLS = [
  'jm.Messages',
  'jm.Chain',
  'qubes.Filecopy',
  'qubes.VMShell',
  'qubes.GetDate',
  'any.Thing',
].flatMap((service) => [service, `${service}+x`]);
const TARGETS = [...system.names, '@default', '@dispvm', '@dispvm:dvm', 'nobody'];

test('the shipped policy lets the wallet call exactly two services, and nothing else to or from it', async (t) => {
  const files: Record<string, string> = {};
  for (const name of ['31-jm.policy', '32-jm.policy']) {
    files[`etc/${name}`] = await readFile(path.join(directory, name), 'utf8');
  }
  // Behind it everything else is allowed.
  files['etc/90-default.policy'] = '* * * * allow\n';
  const reached: string[] = [];
  for (const source of system.names.filter((name) => name !== 'dom0')) {
    for (const call of CALLS) {
      for (const target of TARGETS) {
        const verdict = verdictOf(files, { source, call, target }, system);
        if (verdict.decision === 'deny') continue;
        const ends = verdict.decision === 'allow' ? [verdict.target] : verdict.targets;
        const concerned = [source, ...ends].some((name) => ['jm-wallet', 'second-wallet'].includes(name));
        if (!concerned && !call.startsWith('jm.')) continue;
        reached.push(`${source} ${call} ${target}: ${brief(verdict)}`);
      }
    }
  }
  // An unknown name is @default to qrexec, so it is directed like that. dom0 is no @anyvm, and has no such services.
  const others = reached.filter((line) => !/ jm\.\S+ dom0: allow dom0 by 90-default/u.test(line));
  t.deepEqual(others.sort(), [
    'jm-wallet jm.Chain @default: allow jm-net by 31-jm.policy:4',
    'jm-wallet jm.Chain nobody: allow jm-net by 31-jm.policy:4',
    'jm-wallet jm.Messages @default: allow jm-net by 31-jm.policy:3',
    'jm-wallet jm.Messages nobody: allow jm-net by 31-jm.policy:3',
  ]);
  t.true(reached.every((line) => !line.startsWith('second-wallet')));
});
