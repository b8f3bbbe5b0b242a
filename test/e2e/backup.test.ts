import test, { type ExecutionContext } from 'ava';
import { readFile, writeFile } from 'node:fs/promises';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { json, type Machine } from '../../scripts/regtest/pit.ts';
import { failure, POLICY, startMakers, totalOf, usePit } from '../fixtures/pit.ts';

const pit = usePit(test);
const NEW_PASSWORD = 'another password';

interface Made {
  readonly number: number;
  readonly bytes: number;
  readonly file: string | null;
  readonly inNetVm: boolean;
}

interface Findings {
  readonly findings: readonly { readonly subject: string; readonly ok: boolean }[];
}

/** A machine whose commands can read its words on descriptor 4 and a new password on descriptor 5. */
async function machineWithWords(
  name: string,
  config = '',
): Promise<{ readonly machine: Machine; readonly place: (file: string) => string }> {
  const place = (file: string): string => path.join(pit().directory, `${name}.${file}`);
  await writeFile(place('words'), '');
  await writeFile(place('password'), `${NEW_PASSWORD}\n`);
  const tracer = ['sh', '-c', `exec "$@" 4<'${place('words')}' 5<'${place('password')}'`, 'sh'];
  const machine = await pit().addMachine(name, { tracer, config });
  const { words } = await json<{ words: string }>(machine.wallet('--json', 'create', '--words', '12'));
  await writeFile(place('words'), `${words}\n`);
  return { machine, place };
}

/** Options of a wallet of this machine in a data directory of its own. */
function elsewhere(machine: Machine, place: (file: string) => string, name: string): string[] {
  return ['--json', '--datadir', place(name), '--config', path.join(machine.dataDir, 'joinmarket.cfg')];
}

async function spend(machine: Machine): Promise<void> {
  const destination = (await pit().node.rpc('getnewaddress', ['', 'bech32'], 'miner')) as string;
  await json(machine.wallet('--json', '--yes', 'send', '0.03btc', destination, '--fee-rate', '3'));
  await pit().node.mine(1);
  await json(machine.wallet('--json', 'display'));
}

async function flipByte(file: string, at: number): Promise<void> {
  const bytes = await readFile(file);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  await writeFile(file, bytes);
}

function allWell(t: ExecutionContext, { findings }: Findings): void {
  t.true(findings.length > 5);
  t.deepEqual(
    findings.filter(({ ok }) => !ok),
    [],
  );
}

test.serial('a backup passes its drill, and gives the same wallet elsewhere', async (t) => {
  const { machine, place } = await machineWithWords('keeper');
  await pit().fund(machine, 0, [10_000_000n, 20_000_000n]);
  await pit().fund(machine, 2, [5_000_000n]);
  await pit().node.mine(2);
  await spend(machine);
  const file = place('backup');

  const made = await json<Made>(machine.wallet('--json', 'backup', file));
  t.deepEqual([made.number, made.bytes, made.file, made.inNetVm], [1, 65_536, file, false]);
  t.is((await failure(machine, 'backup', file)).code, 'backup-file-exists');
  t.is((await json<Made>(machine.wallet('--json', 'backup', file, '--force'))).number, 2);
  const walletPath = path.join(machine.dataDir, 'wallets/wallet.jmw');
  t.is((await failure(machine, 'backup', walletPath, '--force')).code, 'backup-file-exists');

  const drill = ['--json', 'restore', file, '--drill', '--words-fd', '4'];
  allWell(t, await json<Findings>(machine.wallet(...drill)));
  allWell(
    t,
    await json<Findings>(machine.wallet('--json', 'restore', '--drill', '--words-only', '--words-fd', '4')),
  );
  allWell(t, await json<Findings>(machine.wallet('--json', 'check')));

  const fresh = elsewhere(machine, place, 'fresh');
  const balance = await totalOf(machine);
  const restored = await json<{ balance: number; number: number }>(
    machine.wallet(...fresh, 'restore', file, '--words-fd', '4'),
  );
  t.deepEqual([restored.balance, restored.number], [balance, 2]);
  t.is((await json<{ total: number }>(machine.wallet(...fresh, 'display'))).total, balance);
  allWell(t, await json<Findings>(machine.wallet(...fresh, 'check')));
  t.is((await failure(machine, ...fresh.slice(1), 'restore', file, '--words-fd', '4')).code, 'wallet-exists');

  const next = async (...options: readonly string[]): Promise<string> =>
    (await json<{ address: string }>(machine.wallet(...options, 'address'))).address;
  const shownHere = [await next('--json'), await next('--json')];
  t.false(shownHere.includes(await next(...fresh)));

  await spend(machine);
  const { exitCode, code } = await failure(machine, ...drill.slice(1));
  t.deepEqual([exitCode, code], [1, 'doctor-found']);
});

test.serial('a copy kept by joinmarketd restores too, and what was changed is refused', async (t) => {
  const { machine, place } = await machineWithWords('copier');
  await pit().fund(machine, 1, [7_000_000n]);
  await pit().node.mine(2);
  await json(machine.wallet('--json', 'display'));

  t.is((await json<Made>(machine.wallet('--json', 'backup', '--to-net-vm'))).number, 1);
  const both = await json<Made>(machine.wallet('--json', 'backup', place('backup'), '--to-net-vm'));
  t.deepEqual([both.number, both.inNetVm], [2, true]);
  const fromNetVm = ['restore', '--from-net-vm', '--words-fd', '4'];
  allWell(t, await json<Findings>(machine.wallet('--json', ...fromNetVm, '--drill')));
  await machine.restartNetVm();
  const fresh = elsewhere(machine, place, 'fresh');
  const restored = await json<{ number: number }>(machine.wallet(...fresh, ...fromNetVm));
  t.is(restored.number, 2);
  t.is((await json<{ total: number }>(machine.wallet(...fresh, 'display'))).total, 7_000_000);

  const folder = path.join(path.dirname(machine.netConfig), 'copies');
  const [name = ''] = readdirSync(folder);
  t.deepEqual(readdirSync(path.join(folder, name)).sort(), ['1.copy', '2.copy']);
  await flipByte(path.join(folder, name, '2.copy'), 5000);
  const again = elsewhere(machine, place, 'again').slice(1);
  t.is((await failure(machine, ...again, ...fromNetVm)).code, 'backup-tampered');
  await writeFile(path.join(folder, name, '2.copy'), await readFile(path.join(folder, name, '1.copy')));
  t.is((await failure(machine, ...again, ...fromNetVm)).code, 'backup-copy-numbers');

  const restore = [...again, 'restore', place('backup'), '--words-fd', '4'];
  await flipByte(place('backup'), 60_000);
  t.is((await failure(machine, ...restore)).code, 'backup-tampered');
  await flipByte(place('backup'), 60_000);
  const words = await readFile(place('words'), 'utf8');
  await writeFile(place('words'), `${'abandon '.repeat(11)}about\n`);
  t.is((await failure(machine, ...restore)).code, 'backup-other-words');
  await writeFile(place('words'), words);
  t.is((await json<{ number: number }>(machine.wallet('--json', ...restore))).number, 2);

  await machine.netVm.stop();
  const alone = await machine.wallet('--json', 'restore', place('backup'), '--drill', '--words-fd', '4');
  t.regex(alone.stderr, /compared without the chain/u);
  allWell(t, JSON.parse(alone.stdout) as Findings);
});

test.serial('a wallet fits together while its CoinJoin waits, and when it is in a block', async (t) => {
  await startMakers(pit(), 2);
  const { machine, place } = await machineWithWords('joiner', POLICY);
  await pit().fund(machine, 0, [30_000_000n]);
  await pit().node.mine(6);
  await json(machine.wallet('--json', '--yes', 'coinjoin', '0.1btc', 'INTERNAL', '--makers', '2'));
  allWell(t, await json<Findings>(machine.wallet('--json', 'check')));
  await json(machine.wallet('--json', 'backup', place('backup')));
  await pit().node.mine(2);
  // The backup was made before the block: the rebuilt wallet finds it by itself.
  allWell(
    t,
    await json<Findings>(machine.wallet('--json', 'restore', place('backup'), '--drill', '--words-fd', '4')),
  );
  allWell(t, await json<Findings>(machine.wallet('--json', 'check')));
});

test.serial('the password of a wallet can be changed', async (t) => {
  const { machine } = await machineWithWords('changer');
  await json(machine.wallet('--json', 'password', '--new-password-fd', '5'));
  t.is((await failure(machine, 'display', '--offline')).code, 'password-wrong');
  const { total } = await json<{ total: number }>(
    machine.wallet('--json', '--password-fd', '5', 'display', '--offline'),
  );
  t.is(total, 0);
});
