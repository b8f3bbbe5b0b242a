import test, { type ExecutionContext } from 'ava';
import { execa } from 'execa';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { AUDIT, bundle } from '../../scripts/build/bundle.ts';
import type { Facts } from '../../scripts/audit/facts.ts';
import { machineFacts } from '../fixtures/audited-machine.ts';
import { temporaryFolder } from '../fixtures/wallet-file.ts';

const ours = path.resolve(import.meta.dirname, '../../qubes-rpc');
const work = mkdtempSync(path.join(tmpdir(), 'jm-audit-'));
let program = '';

test.before(async () => {
  program = (await bundle(AUDIT, work)).file;
});

test.after.always(() => {
  rmSync(work, { recursive: true });
});

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
  { policyDir, factsFile }: Machine,
  ...more: readonly string[]
): Promise<{ readonly exitCode: number | undefined; readonly stdout: string; readonly stderr: string }> {
  const done = await execa(program, [...more, '--policy-dir', policyDir, '--facts', factsFile], {
    reject: false,
  });
  return { exitCode: done.exitCode, stdout: done.stdout, stderr: done.stderr };
}

test('a sound machine ends with 0, and says so', async (t) => {
  const { exitCode, stdout } = await runAudit(machineIn(t));
  t.is(exitCode, 0, stdout);
  t.regex(stdout, /^No findings/u);
});

test('findings end with 1, and name the rule, the reason and the cure', async (t) => {
  const machine = machineIn(t);
  writeFileSync(path.join(machine.policyDir, 'etc/30-user.policy'), 'x.Y * @anyvm work allow\n');
  const { exitCode, stdout } = await runAudit(machine);
  t.is(exitCode, 1);
  t.regex(stdout, /critical {2}P03 {2}jm-wallet → .*x\.Y: allow, ends in work/u);
  t.regex(stdout, /30-user\.policy:1\n/u);
  t.regex(stdout, /why: .+\n\s+fix: .+/u);
  const json = await runAudit(machine, '--json');
  const { findings } = JSON.parse(json.stdout) as { readonly findings: readonly { readonly id: string }[] };
  t.deepEqual([...new Set(findings.map(({ id }) => id))], ['P03']);
});

test('what can not be judged ends with 2', async (t) => {
  const machine = machineIn(t);
  writeFileSync(machine.factsFile, '{"format":"jm-facts/2"}');
  const { exitCode, stderr } = await runAudit(machine);
  t.is(exitCode, 2);
  t.regex(stderr, /facts can't be read/u);
  t.is((await runAudit(machineIn(t), 'dance')).exitCode, 2);
});

test('the graph shows the two services and nothing else around the wallet', async (t) => {
  const { exitCode, stdout } = await runAudit(machineIn(t), 'graph');
  t.is(exitCode, 0);
  t.is(stdout, 'jm-wallet ──▶ jm-net: jm.Chain, jm.Messages');
});

test('the picture goes to a file or to standard output, and is the same', async (t) => {
  const machine = machineIn(t);
  const file = path.join(machine.policyDir, '../calls.svg');
  const written = await runAudit(machine, 'graph', '--svg', file);
  t.deepEqual([written.exitCode, written.stdout], [0, '']);
  const { stdout } = await runAudit(machine, 'graph', '--svg', '-');
  t.regex(stdout, /^<svg .*<title>jm-wallet to jm-net, allow: jm\.Chain, jm\.Messages<\/title>/su);
  t.is(readFileSync(file, 'utf8').trimEnd(), stdout);
});

test('accepted risks end with 0, expired ones with 1, a broken baseline with 2', async (t) => {
  const machine = machineIn(t);
  writeFileSync(path.join(machine.policyDir, 'etc/30-user.policy'), 'x.Y * @anyvm work allow\n');
  const file = path.join(machine.policyDir, '../baseline.json');
  const accepted = { id: 'P03', shows: 'jm-wallet →', reason: 'a test' };
  for (const [expires, exitCode] of [
    ['9999-12-31', 0],
    ['2000-01-01', 1],
    ['soon', 2],
  ] as const) {
    writeFileSync(file, JSON.stringify([{ ...accepted, expires }]));
    t.is((await runAudit(machine, '--baseline', file)).exitCode, exitCode, expires);
  }
});

test('with facts from inside the VMs the last line says what they are worth', async (t) => {
  const inside = { 'jm-wallet': { interfaces: ['lo'] } };
  const { exitCode, stdout } = await runAudit(machineIn(t, { ...machineFacts(), inside }));
  t.is(exitCode, 0);
  t.regex(stdout.split('\n').at(-1) ?? '', /never health/u);
});

const LINE_AT: Readonly<Record<string, Partial<Facts['vms'][string]>>> = {
  critical: { netvm: 'sys-firewall' },
  high: { provides_network: true },
  medium: { debug: true },
  low: { autostart: true },
  info: { private_used_percent: 95 },
};

for (const [severity, change] of Object.entries(LINE_AT)) {
  const counts = severity !== 'info';
  test(`a finding of severity ${severity} ends with ${counts ? '1' : '0, but with 1 when --strict'}`, async (t) => {
    const machine = machineIn(t, machineFacts({ 'jm-wallet': change }));
    const { exitCode, stdout } = await runAudit(machine);
    t.regex(stdout, new RegExp(`^${severity} .*\\n1 findings: 1 ${severity}$`, 'su'));
    t.is(exitCode, counts ? 1 : 0);
    t.is((await runAudit(machine, '--strict')).exitCode, 1);
    t.is((await runAudit(machine, '--json')).exitCode, counts ? 1 : 0);
  });
}

test('--strict finds nothing wrong with a sound machine, nor with information that was accepted', async (t) => {
  t.is((await runAudit(machineIn(t), '--strict')).exitCode, 0);
  const machine = machineIn(t, machineFacts({ 'jm-wallet': { private_used_percent: 95 } }));
  const file = path.join(machine.policyDir, '../baseline.json');
  const accepted = { id: 'Q24', shows: 'jm-wallet: the private', reason: 'a test', expires: '9999-12-31' };
  writeFileSync(file, JSON.stringify([accepted]));
  t.is((await runAudit(machine, '--strict', '--baseline', file)).exitCode, 0);
});

test('a policy that asks ends with 1, with 0 when --ask declares it, and with 2 for an unknown wallet VM', async (t) => {
  const machine = machineIn(t);
  const file = path.join(machine.policyDir, 'etc/31-jm.policy');
  const asking = readFileSync(file, 'utf8').replaceAll(
    'allow  target=jm-net',
    'ask target=jm-net default_target=jm-net',
  );
  writeFileSync(file, asking);
  const undeclared = await runAudit(machine);
  t.is(undeclared.exitCode, 1);
  t.regex(undeclared.stdout, /P02 {2}jm-wallet → @default, jm\.Chain: ask, ends in jm-net/u);
  const declared = await runAudit(machine, '--ask', 'jm-wallet');
  t.is(declared.exitCode, 0, declared.stdout);
  const other = await runAudit(machine, '--ask', 'jm-net');
  t.is(other.exitCode, 2);
  t.regex(other.stderr, /--ask: jm-net is no wallet VM/u);
});

test('options of another command are refused', async (t) => {
  const machine = machineIn(t);
  for (const options of [
    ['--svg', '-'],
    ['graph', '--baseline', machine.factsFile],
    ['graph', '--strict'],
    ['graph', '--ask', 'jm-wallet'],
    ['graph', '--svg', '-', '--json'],
  ]) {
    t.is((await runAudit(machine, ...options)).exitCode, 2, options.join(' '));
  }
});
