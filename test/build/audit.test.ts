import test, { type ExecutionContext } from 'ava';
import { execa } from 'execa';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { AUDIT, bundle } from '../../scripts/build/bundle.ts';
import type { Facts } from '../../scripts/audit/facts.ts';
import { machineFacts } from '../fixtures/audited-machine.ts';
import { temporaryFolder } from '../fixtures/wallet-file.ts';

const ours = path.resolve(import.meta.dirname, '../../qubes-rpc');

interface Machine {
  readonly policyDir: string;
  readonly factsFile: string;
}

/** A folder as the collector leaves it, with our policy files. */
function machineIn(t: ExecutionContext, facts: Facts = machineFacts()): Machine {
  const directory = temporaryFolder(t);
  const policyDir = path.join(directory, 'policy');
  for (const name of ['etc', 'run', 'legacy']) mkdirSync(path.join(policyDir, name), { recursive: true });
  for (const name of ['31-jm.policy', '32-jm.policy'])
    cpSync(path.join(ours, name), path.join(policyDir, 'etc', name));
  const factsFile = path.join(directory, 'facts.json');
  writeFileSync(factsFile, JSON.stringify(facts));
  return { policyDir, factsFile };
}

async function runAudit(
  t: ExecutionContext,
  { policyDir, factsFile }: Machine,
  ...more: readonly string[]
): Promise<{ readonly exitCode: number | undefined; readonly stdout: string; readonly stderr: string }> {
  const { file } = await bundle(AUDIT, temporaryFolder(t));
  const done = await execa(file, [...more, '--policy-dir', policyDir, '--facts', factsFile], {
    reject: false,
  });
  return { exitCode: done.exitCode, stdout: done.stdout, stderr: done.stderr };
}

test('a sound machine ends with 0, and says so', async (t) => {
  const { exitCode, stdout } = await runAudit(t, machineIn(t));
  t.is(exitCode, 0, stdout);
  t.regex(stdout, /^No findings/u);
});

test('findings end with 1, and name the rule, the reason and the cure', async (t) => {
  const machine = machineIn(t);
  writeFileSync(path.join(machine.policyDir, 'etc/30-user.policy'), 'x.Y * @anyvm work allow\n');
  const { exitCode, stdout } = await runAudit(t, machine);
  t.is(exitCode, 1);
  t.regex(stdout, /critical {2}P03 {2}jm-wallet → .*x\.Y: allow, ends in work/u);
  t.regex(stdout, /30-user\.policy:1\n/u);
  t.regex(stdout, /why: .+\n\s+fix: .+/u);
  const json = await runAudit(t, machine, '--json');
  const { findings } = JSON.parse(json.stdout) as { readonly findings: readonly { readonly id: string }[] };
  t.deepEqual([...new Set(findings.map(({ id }) => id))], ['P03']);
});

test('what can not be judged ends with 2', async (t) => {
  const machine = machineIn(t);
  writeFileSync(machine.factsFile, '{"format":"jm-facts/2"}');
  const { exitCode, stderr } = await runAudit(t, machine);
  t.is(exitCode, 2);
  t.regex(stderr, /facts can't be read/u);
  t.is((await runAudit(t, machineIn(t), 'dance')).exitCode, 2);
});

test('the graph shows the two services and nothing else around the wallet', async (t) => {
  const { exitCode, stdout } = await runAudit(t, machineIn(t), 'graph');
  t.is(exitCode, 0);
  t.is(stdout, 'jm-wallet ──▶ jm-net: jm.Chain, jm.Messages');
});
