import test from 'ava';
import { chmodSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { BridgeError, type BridgeErrorCode } from '../../../../../shared/bridge/bridge-error.ts';
import type { ProcessEnd } from '../../../../../shared/bridge/transport/process.ts';
import { explainQrexec, qrexecTransport } from '../../../../../shared/bridge/transport/qrexec.ts';
import { readToEnd, withPath } from '../../../../fixtures/stream-end.ts';
import { temporaryFolder } from '../../../../fixtures/wallet-file.ts';

const END: ProcessEnd = { exitCode: 1, signal: undefined, stderr: '', missing: false, sawOutput: false };

/** A folder with a program of that name instead of the real one. */
function standIn(directory: string, script: string): string {
  const program = path.join(directory, 'qrexec-client-vm');
  writeFileSync(program, `#!/bin/sh\n${script}\n`);
  chmodSync(program, 0o700);
  return directory;
}

test('the target and the service are passed as they are, and can not be options', async (t) => {
  const directory = standIn(temporaryFolder(t), 'printf "<%s>" "$@"');
  const stream = withPath(directory, () => qrexecTransport('jm-net', 'jm.Chain'));
  t.is((await readToEnd(stream)).bytes.toString(), '<--><jm-net><jm.Chain>');
});

for (const target of ['@default', '@dispvm', 'a', 'Net_VM-2.x', `n${'x'.repeat(30)}`]) {
  test(`${target} is a target`, async (t) => {
    const directory = standIn(temporaryFolder(t), 'exit 0');
    const stream = withPath(directory, () => qrexecTransport(target, 'jm.Messages'));
    t.is((await readToEnd(stream)).error, null);
  });
}

for (const target of [
  '',
  '-a',
  '--help',
  '1net',
  '@adminvm',
  '@default ',
  'a b',
  'a\n',
  `n${'x'.repeat(31)}`,
]) {
  test(`${JSON.stringify(target)} is no target`, (t) => {
    t.throws(() => qrexecTransport(target, 'jm.Chain'), { instanceOf: BridgeError, code: 'call-refused' });
  });
}

const ends: readonly [string, Partial<ProcessEnd>, BridgeErrorCode, RegExp][] = [
  ['no program', { missing: true, exitCode: undefined }, 'service-missing', /^There is no qrexec-client-vm/u],
  ['a denial', { exitCode: 126 }, 'call-refused', /^Qubes refused the call jm\.Chain to jm-net/u],
  [
    'a code 126 of the service itself',
    { exitCode: 126, sawOutput: true },
    'call-died',
    /^The call jm\.Chain ended with code 126$/u,
  ],
  ['no such service', { exitCode: 127 }, 'service-missing', /^The net VM has no service jm\.Chain$/u],
  [
    'another code',
    { exitCode: 1, stderr: 'so\u001b so' },
    'call-died',
    /^The call jm\.Chain ended with code 1: so\\x1b so$/u,
  ],
  ['a signal', { exitCode: undefined, signal: 'SIGKILL' }, 'call-died', /ended with code SIGKILL$/u],
  ['an end without a trace', { exitCode: undefined }, 'call-died', /ended with code unknown$/u],
];

for (const [name, end, code, message] of ends) {
  test(`explains ${name}`, (t) => {
    const error = explainQrexec({ ...END, ...end }, 'jm-net', 'jm.Chain');
    t.is(error.code, code);
    t.regex(error.message, message);
    t.truthy(error.cure);
  });
}

test('a denial reaches the caller as such', async (t) => {
  const directory = standIn(temporaryFolder(t), 'echo "Request refused" >&2; exit 126');
  const stream = withPath(directory, () => qrexecTransport('@default', 'jm.Chain'));
  const { error } = await readToEnd(stream);
  t.is((error as BridgeError).code, 'call-refused');
});

test('outside of Qubes the program is missing', async (t) => {
  const stream = withPath(temporaryFolder(t), () => qrexecTransport('@default', 'jm.Chain'));
  const { error } = await readToEnd(stream);
  t.is((error as BridgeError).code, 'service-missing');
});
