import test from 'ava';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { evaluate, type Machine } from '../../../scripts/qrexec-stand-in/policy/evaluate.ts';
import { parsePolicy, PolicyError, type PolicyRule } from '../../../scripts/qrexec-stand-in/policy/parse.ts';

const directory = path.resolve(import.meta.dirname, '../../../qubes-rpc');
const machine: Machine = {
  vms: new Map([
    ['jm-wallet', { tags: ['jm-wallet'] }],
    ['jm-net', { tags: [] }],
    ['personal', { tags: [] }],
    ['second-wallet', { tags: ['jm-wallet'] }],
  ]),
};

async function shipped(): Promise<PolicyRule[]> {
  const files = ['31-jm.policy', '32-jm.policy'];
  const texts = await Promise.all(files.map((file) => readFile(path.join(directory, file), 'utf8')));
  return texts.flatMap((text, index) => parsePolicy(text, files[index] ?? ''));
}

const SERVICES = ['jm.Messages', 'jm.Chain', 'qubes.Filecopy', 'qubes.VMShell', 'qubes.GetDate'];
const TARGETS = [
  '@default',
  'jm-net',
  'jm-wallet',
  'personal',
  'second-wallet',
  '@adminvm',
  '@dispvm',
  'nobody',
];

test('the shipped policy lets the wallet call exactly two services, and nothing else to or from it', async (t) => {
  const rules = await shipped();
  const allowed: string[] = [];
  for (const source of machine.vms.keys()) {
    for (const service of SERVICES) {
      for (const argument of ['+', '+x']) {
        for (const target of TARGETS) {
          const verdict = evaluate(rules, { source, service, argument, target }, machine);
          if (verdict.verdict === 'allow')
            allowed.push(`${source} ${service}${argument} ${target} -> ${verdict.target}`);
        }
      }
    }
  }
  // An unknown name is @default to qrexec, so it is directed like that.
  t.deepEqual(allowed.sort(), [
    'jm-wallet jm.Chain+ @default -> jm-net',
    'jm-wallet jm.Chain+ nobody -> jm-net',
    'jm-wallet jm.Messages+ @default -> jm-net',
    'jm-wallet jm.Messages+ nobody -> jm-net',
  ]);
});

test('the first matching rule decides, and no match denies', (t) => {
  const rules = parsePolicy('s * a @anyvm deny\ns * a b allow\nt + a b allow\n', 'x');
  const vms = {
    vms: new Map([
      ['a', { tags: [] }],
      ['b', { tags: [] }],
    ]),
  };
  const ask = (service: string, argument = '+'): string =>
    evaluate(rules, { source: 'a', service, argument, target: 'b' }, vms).verdict;
  t.deepEqual([ask('s'), ask('t'), ask('t', '+x'), ask('u')], ['deny', 'allow', 'deny', 'deny']);
});

test('what Qubes would not load is refused', (t) => {
  for (const line of [
    's * a b',
    's * a b maybe',
    's x a b allow',
    '* + a b allow',
    's * @default b allow',
    's * a @default allow',
    's * a b allow colour=red',
    's * a b allow user=x user=y',
    's * a b deny target=c',
    '!include other',
  ]) {
    t.throws(() => parsePolicy(line, 'x'), { instanceOf: PolicyError }, line);
  }
});
