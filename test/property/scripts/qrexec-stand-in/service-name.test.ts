import test from 'ava';
import { execa } from 'execa';
import fc from 'fast-check';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { isServiceName, MOST_NAME_BYTES } from '../../../../scripts/qrexec-stand-in/service-name.ts';
import { temporaryFolder } from '../../../fixtures/wallet-file.ts';

const PROJECT = path.resolve(import.meta.dirname, '../../../..');
const FIRST = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-');
const GOOD = [...FIRST, '+'];

test('whatever is made of the allowed characters is a name, up to its length', (t) => {
  const names = fc
    .tuple(
      fc.constantFrom(...FIRST),
      fc.string({ unit: fc.constantFrom(...GOOD), maxLength: MOST_NAME_BYTES + 5 }),
    )
    .map((parts) => parts.join(''));
  t.notThrows(() => {
    fc.assert(fc.property(names, (name) => isServiceName(name) === name.length <= MOST_NAME_BYTES));
  });
});

test('a single other character anywhere makes it none', (t) => {
  const others = fc
    .oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
      fc.constantFrom('\0', '\n', '/', ' ', '@', '$', 'é'),
    )
    .filter((text) => !GOOD.includes(text));
  const good = fc.string({ unit: fc.constantFrom(...FIRST), maxLength: 20 });
  t.notThrows(() => {
    fc.assert(
      fc.property(good, others, good, (before, other, behind) => !isServiceName(before + other + behind)),
    );
  });
});

for (const [length, isName] of [
  [0, false],
  [1, true],
  [MOST_NAME_BYTES - 1, true],
  [MOST_NAME_BYTES, true],
  [MOST_NAME_BYTES + 1, false],
] as const) {
  test(`a name of ${length} bytes is ${isName ? 'a' : 'no'} name`, (t) => {
    t.is(isServiceName('a'.repeat(length)), isName);
  });
}

test('a call without a service before the argument is refused', (t) => {
  t.deepEqual(['+', '+x', '+jm.Chain', 'jm.Chain+', 'jm.Chain+a+b'].map(isServiceName), [
    false,
    false,
    false,
    true,
    true,
  ]);
});

test('the stand-in refuses such a name whatever policy says, and runs nothing', async (t) => {
  const directory = temporaryFolder(t);
  writeFileSync(path.join(directory, '31-all.policy'), '* * @anyvm @anyvm allow\n');
  writeFileSync(path.join(directory, 'jm.Echo'), '#!/bin/sh\necho "$QREXEC_SERVICE_FULL_NAME"\n', {
    mode: 0o755,
  });
  const machine = path.join(directory, 'machine.ini');
  writeFileSync(machine, `caller = a\npolicy = ${directory}\nservices = ${directory}\n[vms]\na =\nb =\n`);
  const call = async (name: string): Promise<readonly unknown[]> => {
    const { exitCode, stdout, stderr } = await execa(
      process.execPath,
      ['--import=tsx', 'scripts/qrexec-stand-in/main.ts', '--', 'b', name],
      { cwd: PROJECT, reject: false, env: { QREXEC_STAND_IN: machine } },
    );
    return [exitCode, stdout, stderr];
  };
  t.deepEqual(await call('jm.Echo+x'), [0, 'jm.Echo+x', '']);
  for (const name of [
    '../jm.Echo',
    './jm.Echo',
    'jm.Echo+a/b',
    'jm.Echo+a b',
    '+jm.Echo',
    '',
    `jm.Echo+${'a'.repeat(248)}`,
  ]) {
    t.deepEqual(await call(name), [126, '', 'Request refused'], name);
  }
});
