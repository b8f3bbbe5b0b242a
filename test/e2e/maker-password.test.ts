import test from 'ava';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fromHex } from '../../shared/crypto/bytes.ts';
import { json, type Machine } from '../../scripts/regtest/pit.ts';
import { wordsOf } from '../../vm-wallet/keys/mnemonic.ts';
import type { WalletState } from '../../vm-wallet/store/state.ts';
import { failure, fundedMachine, POLICY, startMakers, usePit, type Entry } from '../fixtures/pit.ts';
import { onDisk } from '../fixtures/wallet-file.ts';

const pit = usePit(test);
const MAKER = ['--json', '--password-fd', '5'] as const;
const AMOUNT = 10_000_000;

interface Joined {
  readonly txid: string;
  readonly makers: readonly string[];
  readonly equalOutputs: number;
}

/** A funded machine whose commands find the maker password on descriptor 5. */
async function unattended(name: string): Promise<Machine> {
  const secret = path.join(pit().directory, `${name}.password`);
  await writeFile(secret, 'for the maker\n');
  const tracer = ['sh', '-c', `exec "$@" 5<'${secret}'`, 'sh'];
  const coins = [20_000_000n, 20_000_000n, 20_000_000n];
  const machine = await fundedMachine(pit(), name, coins, { config: POLICY, tracer });
  await json(machine.wallet('--json', 'maker-password', '--maker-password-fd', '5'));
  return machine;
}

/** The wallet as its owner has it on disk. */
function stateOf({ dataDir, password }: Machine): Promise<WalletState> {
  return onDisk(path.join(dataDir, 'wallets/wallet.jmw'), password);
}

test.serial(
  'a maker under the maker password takes part in a CoinJoin, and the owner finds the wallet whole',
  async (t) => {
    const machine = await unattended('unattended');
    const before = await stateOf(machine);
    const maker = machine.startWallet([...MAKER, 'maker']);
    const ready = await maker.waitForLine((line) => line.includes('"ready"'), 'its offers stood');
    const { nick } = JSON.parse(ready) as { nick: string };
    const others = await startMakers(pit(), 1);
    const taker = await fundedMachine(pit(), 'taker', [30_000_000n], { config: POLICY });
    const joined = await json<Joined>(
      taker.wallet('--json', '--yes', 'coinjoin', `${AMOUNT}sat`, 'INTERNAL', '--makers', '2'),
    );
    t.is(joined.equalOutputs, 3);
    t.true(joined.makers.includes(nick));
    await pit().node.mine(6);
    await Promise.all([maker, ...others].map((one) => one.stop()));

    // What was written under the maker password, the owner reads: the words, and the CoinJoin.
    const { total } = await json<{ total: number }>(machine.wallet('--json', 'display'));
    const after = await stateOf(machine);
    t.deepEqual([after.entropy, after.extension], [before.entropy, before.extension]);
    t.is(wordsOf(fromHex(after.entropy)).split(' ').length, 12);
    const history = await json<Entry[]>(machine.wallet(...MAKER, 'history'));
    t.deepEqual(await json<Entry[]>(machine.wallet('--json', 'history')), history);
    const entry = history.find(({ txid }) => txid === joined.txid);
    t.is(entry?.kind, 'coinjoin-maker');
    t.true(entry?.height !== null);
    const earned = total - 60_000_000;
    const earnings = await json(machine.wallet('--json', 'earnings'));
    t.like(earnings, { earned, joins: [{ txid: joined.txid, amount: AMOUNT, inputs: 1, earned }] });
  },
);

test.serial('the maker password pays nobody, and ends when the owner changes theirs', async (t) => {
  const machine = await unattended('payer');
  await json(machine.wallet('--json', 'display'));
  const destination = (await pit().node.rpc('getnewaddress', ['', 'bech32'], 'miner')) as string;
  for (const words of [
    ['--yes', 'send', '0.01btc', destination],
    ['--yes', 'coinjoin', '0.01btc', 'INTERNAL'],
    ['backup', path.join(pit().directory, 'stolen')],
    ['address'],
  ]) {
    const refused = await failure(machine, '--password-fd', '5', ...words);
    t.is(refused.code, 'wallet-maker-only', words.join(' '));
    t.is(refused.exitCode, 3);
  }
  t.is((await json<{ total: number }>(machine.wallet(...MAKER, 'display'))).total, 60_000_000);
  await writeFile(path.join(pit().directory, 'payer.password'), 'a new one\n');
  const changed = await json<{ makerPasswordEnded: boolean }>(
    machine.wallet('--json', 'password', '--new-password-fd', '5'),
  );
  t.true(changed.makerPasswordEnded);
  await writeFile(path.join(pit().directory, 'payer.password'), 'for the maker\n');
  t.is((await failure(machine, '--password-fd', '5', 'display', '--offline')).code, 'password-wrong');
});
