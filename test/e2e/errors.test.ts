import test from 'ava';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { json } from '../../scripts/regtest/pit.ts';
import { failure, fundedMachine, POLICY, startMakers, usePit } from '../fixtures/pit.ts';

const pit = usePit(test);

test.serial('bitcoind is not reachable', async (t) => {
  const machine = await pit().addMachine('unreachable', {
    blockchain: 'blockchain_source = regtest\nnetwork = testnet\nrpc_host = 127.0.0.1\nrpc_port = 1',
  });
  await json(machine.wallet('--json', 'create'));
  const error = await failure(machine, 'display');
  t.is(error.code, 'node-unreachable');
  t.regex(error.message, /127\.0\.0\.1:1/u);
  t.regex(error.cure ?? '', /rpc_port/u);
  t.is(error.exitCode, 4);
});

test.serial('bitcoind refuses the credentials', async (t) => {
  const machine = await pit().addMachine('credentials', {
    blockchain: [
      'blockchain_source = regtest',
      'network = testnet',
      'rpc_host = 127.0.0.1',
      `rpc_port = ${pit().node.rpcPort}`,
      'rpc_user = someone',
      'rpc_password = wrong',
    ].join('\n'),
  });
  await json(machine.wallet('--json', 'create'));
  const error = await failure(machine, 'display');
  t.is(error.code, 'node-credentials');
  t.regex(error.cure ?? '', /rpc_user and rpc_password/u);
  t.false(error.stderr.includes('wrong'));
});

test.serial('the VMs are set to different networks', async (t) => {
  const machine = await pit().addMachine('networks', {
    blockchain: 'blockchain_source = bitcoin-rpc\nnetwork = signet\nrpc_host = 127.0.0.1',
  });
  await json(machine.wallet('--json', 'create'));
  const error = await failure(machine, 'display');
  t.is(error.code, 'network-mismatch');
  t.regex(error.message, /regtest here, signet there/u);
});

test.serial('joinmarketd is not running', async (t) => {
  const machine = await pit().addMachine('down', { netVm: false });
  await json(machine.wallet('--json', 'create'));
  const error = await failure(machine, 'display');
  t.is(error.code, 'daemon-down');
  t.regex(error.message, /joinmarketd is not running/u);
  t.is(error.exitCode, 4);
});

test.serial("dom0's policy denies the call", async (t) => {
  const machine = await pit().addMachine('denied', { caller: 'other-vm' });
  await json(machine.wallet('--json', 'create'));
  const error = await failure(machine, 'display');
  t.is(error.code, 'call-refused');
  t.regex(error.cure ?? '', /qubes-qrexec-policy-daemon/u);
});

test.serial('wrong password, missing wallet, wallet in use', async (t) => {
  const machine = await pit().addMachine('passwords');
  t.is((await failure(machine, 'display')).code, 'wallet-missing');
  await json(machine.wallet('--json', 'create'));
  t.is((await failure(machine, 'create')).code, 'wallet-exists');

  const wrong = await pit().processes.run(
    ['dist/jm-wallet', '--datadir', machine.dataDir, '--password-fd', '3', '--json', 'display'],
    { secret: 'not it' },
  );
  t.is(wrong.code, 3);
  t.regex(wrong.stdout, /"code":"password-wrong"/u);

  await pit().fund(machine, 0, [1_000_000n]);
  await pit().node.mine(1);
  const maker = machine.startWallet(['--json', 'maker']);
  await maker.waitForLine((line) => line.includes('ready'), 'it was ready');
  const held = await failure(machine, 'address');
  t.is(held.code, 'lock-held');
  t.regex(held.message, new RegExp(`process ${maker.pid}\\b`, 'u'));
  await maker.stop();
  t.is((await machine.wallet('--json', 'address')).code, 0);
});

test.serial('a bad value in joinmarket.cfg names file, section and key', async (t) => {
  const machine = await pit().addMachine('config');
  const file = path.join(machine.dataDir, 'joinmarket.cfg');
  await writeFile(file, '[BLOCKCHAIN]\nblockchain_source = regtest\n[POLICY]\nminimum_makers = many\n');
  const error = await failure(machine, 'create');
  t.is(error.code, 'config-bad-value');
  t.true(error.message.startsWith(`${file}, [POLICY] minimum_makers`));
});

test.serial('not enough coins, coins too young, too few makers', async (t) => {
  const taker = await fundedMachine(pit(), 'poor', [1_000_000n], { config: POLICY, confirmations: 2 });
  const poor = await failure(taker, '--yes', 'coinjoin', '0.1btc', 'INTERNAL', '--makers', '2');
  t.is(poor.code, 'coinjoin-not-enough-coins');
  t.regex(poor.message, /1000000 sat/u);

  const young = await failure(taker, '--yes', 'coinjoin', '500000sat', 'INTERNAL', '--makers', '2');
  t.is(young.code, 'coinjoin-no-commitment');
  t.regex(young.message, /2 confirmations/u);
  t.regex(young.message, /3 more blocks/u);
  t.regex(young.cure ?? '', /wait for 3 more block/u);

  await pit().node.mine(4);
  await startMakers(pit(), 1, 'lonely');
  const few = await failure(taker, '--yes', 'coinjoin', '500000sat', 'INTERNAL', '--makers', '2');
  t.is(few.code, 'coinjoin-too-few-makers');
  t.regex(few.message, /1 makers fit, 2 are wanted/u);

  const dear = await failure(
    taker,
    '--yes',
    'coinjoin',
    '500000sat',
    'INTERNAL',
    '--makers',
    '2',
    '--max-fee-abs',
    '0',
    '--max-fee-rel',
    '0.000000001',
  );
  t.regex(dear.message, /1 by fee/u);
  t.is((await failure(taker, 'coinjoin', '0.001btc', 'bc1qnot', '--makers', '2')).code, 'bad-address');
  t.is((await failure(taker, 'coinjoin', '0.001btc', 'INTERNAL', '--makers', '1')).exitCode, 2);
});
