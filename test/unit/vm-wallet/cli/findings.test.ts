import test from 'ava';
import { fail, pass } from '../../../../shared/finding.ts';
import { reportFindings } from '../../../../vm-wallet/cli/findings.ts';
import { createTerminal } from '../../../../vm-wallet/cli/terminal.ts';
import { DoctorError } from '../../../../vm-wallet/doctor/doctor-error.ts';

function shown(json = false): {
  readonly lines: string[];
  readonly terminal: ReturnType<typeof createTerminal>;
} {
  const lines: string[] = [];
  const stream = { write: (text: string) => lines.push(text) };
  return { lines, terminal: createTerminal({ out: stream, err: stream }, { json, colour: false }) };
}

test('findings stand below each other, and all being well is no error', (t) => {
  const { lines, terminal } = shown();
  reportFindings(terminal, [pass('one', 'fine'), pass('longer', 'fine too')]);
  t.deepEqual(lines, ['ok    one     fine\n', 'ok    longer  fine too\n']);
});

test('a failed one is shown with its cure, and is an error that carries all of them', (t) => {
  const { lines, terminal } = shown();
  const findings = [pass('one', 'fine'), fail('two', 'bad', 'Mend it.')];
  const error = t.throws(
    () => {
      reportFindings(terminal, findings);
    },
    { instanceOf: DoctorError },
  );
  t.deepEqual(error.findings, findings);
  t.deepEqual(lines, ['ok    one  fine\n', 'FAIL  two  bad\n', '      cure: Mend it.\n']);
});

test('what a label holds can not write to the terminal', (t) => {
  const { lines, terminal } = shown();
  reportFindings(terminal, [pass('labels', 'a\u001b[2Jb')]);
  t.is(lines[0], 'ok    labels  a\\x1b[2Jb\n');
});
