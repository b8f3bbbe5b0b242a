import test from 'ava';
import { parseTransaction } from '../../shared/bitcoin/transaction.ts';
import { outpointKey } from '../../shared/bitcoin/outpoint.ts';
import { fromHex } from '../../shared/crypto/bytes.ts';
import { join, joined } from '../fixtures/channels.ts';
import { fundedMachine, POLICY, startMakers, usePit } from '../fixtures/pit.ts';

const pit = usePit(test);

async function coinsIn(txid: string): Promise<readonly string[]> {
  const raw = (await pit().node.rpc('getrawtransaction', [txid])) as string;
  return parseTransaction(fromHex(raw)).inputs.map(outpointKey);
}

test.serial('makers serve a taker while another one is in the middle of its round with them', async (t) => {
  await startMakers(pit(), 2);
  const config = POLICY;
  const [slow, quick] = await Promise.all([
    fundedMachine(pit(), 'slow', [20_000_000n], { config }),
    fundedMachine(pit(), 'quick', [20_000_000n], { config }),
  ]);
  const first = slow.startWallet(join());
  t.teardown(() => first.stop());
  await first.waitForNote((note) => / asking J/u.test(note), 'its round began');
  await first.waitForNote((note) => /our coin was proven to it/u.test(note), 'makers have its proof');
  first.signal('SIGSTOP');
  const second = await joined(quick.startWallet(join()));
  t.false(first.notes.some((note) => /still there; signing/u.test(note)));
  first.signal('SIGCONT');
  const slowly = await joined(first);
  t.deepEqual(slowly.makers.toSorted(), second.makers.toSorted());
  const [ones, others] = await Promise.all([coinsIn(slowly.txid), coinsIn(second.txid)]);
  t.deepEqual(
    ones.filter((coin) => others.includes(coin)),
    [],
  );
  await pit().node.mine(1);
  t.deepEqual(await pit().node.rpc('getrawmempool'), []);
});
