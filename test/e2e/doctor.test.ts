import test from 'ava';
import type { Finding } from '../../shared/finding.ts';
import { json, type Machine } from '../../scripts/regtest/pit.ts';
import { usePit } from '../fixtures/pit.ts';

const pit = usePit(test);

/** The findings of a machine by subject, whether all is well or not. */
async function findings(machine: Machine): Promise<ReadonlyMap<string, Finding>> {
  const { stdout } = await machine.wallet('--json', 'doctor');
  const said = JSON.parse(stdout) as { readonly findings: readonly Finding[] };
  return new Map(said.findings.map((finding) => [finding.subject, finding]));
}

test.serial('a wallet VM that is apart and answered passes; what dom0 must refuse is refused', async (t) => {
  const machine = await pit().addMachine('healthy');
  await json(machine.wallet('--json', 'create'));
  const found = await findings(machine);
  // The name servers are those of this machine: a network namespace shares its files.
  found.forEach(({ subject, ok, says }) => {
    const expected =
      subject === 'name servers' ? ok : subject === 'interfaces' ? pit().isolation.isolated : true;
    t.is(ok, expected, `${subject}: ${says}`);
  });
  t.deepEqual(
    [...found.keys()].filter((subject) => subject.startsWith('policy')),
    ['policy: qubes.VMShell', 'policy: qubes.Filecopy', 'policy: qubes.OpenURL'],
  );
  t.regex(found.get('jm.Chain')?.says ?? '', /^answers: joinmarketd /u);
  t.regex(found.get('node')?.says ?? '', /^chain regtest, block \d+$/u);
});

test.serial('without joinmarketd, both services fail with the cure', async (t) => {
  const machine = await pit().addMachine('alone', { netVm: false });
  const { code } = await machine.wallet('doctor');
  t.is(code, 1);
  const found = await findings(machine);
  for (const subject of ['jm.Chain', 'jm.Messages']) {
    t.false(found.get(subject)?.ok);
    t.truthy(found.get(subject)?.cure);
  }
});
