import test from 'ava';
import { parseTransaction } from '../../shared/bitcoin/transaction.ts';
import { fromHex } from '../../shared/crypto/bytes.ts';
import { json } from '../../scripts/regtest/pit.ts';
import { fundedMachine, POLICY, startMakers, totalOf, usePit, type Entry } from '../fixtures/pit.ts';

const pit = usePit(test);

interface Joined {
  readonly txid: string;
  readonly makers: readonly string[];
  readonly amount: number;
  readonly equalOutputs: number;
  readonly minerFee: number;
  readonly coinjoinFees: number;
}

test.serial('CoinJoins end to end: payment, sweep and payment through a peer', async (t) => {
  const makers = await startMakers(pit(), 3);
  t.is(makers.length, 3);
  const taker = await fundedMachine(pit(), 'taker', [30_000_000n], { config: POLICY });
  t.deepEqual(await pit().walletInterfaces(), pit().isolation.isolated ? [] : await pit().walletInterfaces());

  const joined = await json<Joined>(
    taker.wallet('--json', '--yes', 'coinjoin', '0.1btc', 'INTERNAL', '--makers', '3'),
  );
  t.is(joined.equalOutputs, 4);
  t.is(joined.makers.length, 3);
  const raw = (await pit().node.rpc('getrawtransaction', [joined.txid])) as string;
  const transaction = parseTransaction(fromHex(raw));
  t.is(transaction.version, 2);
  t.true(transaction.inputs.every(({ sequence }) => sequence === 0xfffffffe));
  t.is(transaction.outputs.filter(({ value }) => value === 10_000_000n).length, 4);
  t.is(transaction.outputs.length, 8);

  await pit().node.mine(6);
  await json(taker.wallet('--json', 'display'));
  t.is(await totalOf(taker), 30_000_000 - joined.minerFee - joined.coinjoinFees);
  const history = await json<Entry[]>(taker.wallet('--json', 'history'));
  t.true(
    history.some(
      ({ txid, kind, height }) => txid === joined.txid && kind === 'coinjoin-taker' && height !== null,
    ),
  );

  const destination = (await pit().node.rpc('getnewaddress', ['', 'bech32'], 'miner')) as string;
  const wanted = joined.makers.slice(1);
  const swept = await json<Joined>(
    taker.wallet(
      '--json',
      '--yes',
      'coinjoin',
      '0',
      destination,
      '--mixdepth',
      '1',
      ...wanted.flatMap((maker) => ['--maker', maker]),
      '--broadcast',
      'random-peer',
    ),
  );
  t.is(swept.equalOutputs, 3);
  t.deepEqual([...swept.makers].sort(), [...wanted].sort());
  t.is(swept.amount + swept.coinjoinFees + swept.minerFee, 10_000_000);
  await pit().node.mine(6);
  const paid = (await pit().node.rpc('getreceivedbyaddress', [destination], 'miner')) as number;
  t.is(Math.round(paid * 1e8), swept.amount);

  const sent = await json<{ txid: string; minerFee: number }>(
    taker.wallet('--json', '--yes', 'send', '0.05btc', destination),
  );
  await pit().node.mine(1);
  await json(taker.wallet('--json', 'display'));
  t.is(
    await totalOf(taker),
    30_000_000 - joined.minerFee - joined.coinjoinFees - 10_000_000 - 5_000_000 - sent.minerFee,
  );
});
