/*
 * Every lie about the chain that the net VM can tell, what becomes of it, and where that is shown. Malformed answers are in
 * chain.test.ts.
 *
 * | lie about      | told as                              | becomes               | shown by                                    |
 * |----------------|--------------------------------------|-----------------------|---------------------------------------------|
 * | headers        | no work, no link, wrong difficulty   | refused               | chain.test.ts, unit chain/header-chain      |
 * | headers        | another chain, less work, behind     | refused, both heights | chain.test.ts, unit chain/scan-position     |
 * | headers        | more blocks than there are           | refused               | here: "blocks that do not exist"            |
 * | headers        | no news for hours                    | alarm                 | unit chain/stale-tip, runtime/follow-chain  |
 * | signet blocks  | mined by nobody who may              | refused               | unit bitcoin/signet, chain/filter-scan      |
 * | blocks         | other transactions or witnesses      | refused               | chain.test.ts, unit bitcoin/block           |
 * | blocks         | another block, asked for or fetched  | refused               | here: "another block"                       |
 * | blocks         | pruned, though they are not          | refused, all named    | here: "all blocks are pruned"               |
 * | filters        | malformed, too few, of another chain | refused               | chain.test.ts, unit chain/filter-scan       |
 * | filters        | match where nothing is ours          | blocks, no coins      | unit chain/filter-scan                      |
 * | filters        | leave a payment out                  | hidden until a rescan | here: "a filter without a payment"          |
 * | filters        | leave a spend out                    | refused by nodes      | here: "a filter without a spend"            |
 * | confirmations  | of peers' coins                      | refused               | messages.test.ts, unit chain/coin-evidence  |
 * | confirmations  | of own coins                         | not asked for         | here: "own coins"                           |
 * | spent coins    | own ones                             | not asked for         | here: "own coins"                           |
 * | spent coins    | peers' ones                          | broadcast fails       | docs/threat-model.md, unit hand-over        |
 * | fees           | a fortune                            | refused               | chain.test.ts                               |
 * | fees           | next to nothing                      | least relayed rate    | here: "a fee of nothing"                    |
 * | mempool        | a transaction is out that is not     | out at the next call  | here: "a broadcast that never was"          |
 * | mempool        | a transaction is refused             | its coins are spent   | chain.test.ts                               |
 */
import test from 'ava';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { buildFilter } from '../../shared/bitcoin/compact-filter.ts';
import { parseHeader } from '../../shared/bitcoin/header.ts';
import { parseTransaction } from '../../shared/bitcoin/transaction.ts';
import type { ChainHandler } from '../../shared/bridge/chain-server.ts';
import { JmError } from '../../shared/errors.ts';
import { json, type Machine } from '../../scripts/regtest/pit.ts';
import { startEvilNetVm, type Attack } from '../fixtures/evil-net-vm.ts';
import { createWallet, failure, POLICY, usePit, type Failure } from '../fixtures/pit.ts';

const pit = usePit(test);
let victim: Machine;

test.serial.before(async () => {
  victim = await pit().addMachine('victim', { config: POLICY, netVm: false });
  await createWallet(victim);
  await pit().fund(victim, 0, [5_000_000n, 7_000_000n]);
  await pit().node.mine(6);
  await total();
});

async function facing<Value>(attack: Attack, act: () => Promise<Value>): Promise<Value> {
  const net = await startEvilNetVm(victim, attack);
  try {
    return await act();
  } finally {
    await net.close();
  }
}

/** The wallet's total in sats, seen through a net VM. */
function total(attack: Attack = {}, ...command: readonly string[]): Promise<number> {
  const words = command.length === 0 ? ['display'] : command;
  return facing(
    attack,
    async () => (await json<{ total: number }>(victim.wallet('--json', '--yes', ...words))).total,
  );
}

function refused(attack: Attack): Promise<Failure> {
  return facing(attack, () => failure(victim, 'display'));
}

/** Filters of the right blocks over what the liar chooses. */
function filtersOver(scripts: readonly Uint8Array[]): Attack {
  return {
    chain: (honest: ChainHandler) => ({
      filters: async (from, count) => {
        const raws = await honest.headers(from, count);
        return raws.map((raw) => buildFilter(parseHeader(raw).hash, scripts));
      },
    }),
  };
}

function foreignAddress(): Promise<string> {
  return pit().node.rpc('getnewaddress', ['', 'bech32'], 'miner') as Promise<string>;
}

async function isInMempool(txid: string): Promise<boolean> {
  return ((await pit().node.rpc('getrawmempool')) as readonly string[]).includes(txid);
}

test.serial('blocks that do not exist', async (t) => {
  const error = await refused({
    chain: (honest) => ({
      status: async () => {
        const status = await honest.status();
        return { ...status, height: status.height + 1000, bestBlock: parseHeader(new Uint8Array(80)).hash };
      },
    }),
  });
  t.is(error.code, 'chain-incomplete');
  t.is(await total(), 12_000_000);
});

test.serial('another block, whether it was asked for or fetched from a peer', async (t) => {
  await pit().fund(victim, 1, [1_000_000n]);
  await pit().node.mine(1);
  const lie = async (honest: ChainHandler): Promise<Uint8Array> => honest.block((await genesis(honest)).hash);
  const asked = await refused({ chain: (honest) => ({ block: () => lie(honest) }) });
  t.is(asked.code, 'chain-bad-block');
  const fetched = await refused({
    chain: (honest) => ({
      block: () => Promise.reject(new JmError('block-pruned', 'gone')),
      fetchBlock: () => lie(honest),
    }),
  });
  t.is(fetched.code, 'chain-bad-block');
  t.is(await total(), 13_000_000);
});

async function genesis(honest: ChainHandler): Promise<ReturnType<typeof parseHeader>> {
  const [raw = new Uint8Array()] = await honest.headers(0, 1);
  return parseHeader(raw);
}

test.serial('all blocks are pruned, and no peer has them', async (t) => {
  await pit().fund(victim, 1, [1_000_000n]);
  const first = await pit().node.mine(1);
  await pit().fund(victim, 1, [1_000_000n]);
  const second = await pit().node.mine(1);
  const gone = (): Promise<never> => Promise.reject(new JmError('block-pruned', 'gone'));
  const error = await refused({ chain: () => ({ block: gone, fetchBlock: gone }) });
  t.is(error.code, 'block-pruned');
  for (const height of [first, second]) t.true(error.message.includes(String(height)));
  t.is(await total(), 15_000_000);
});

test.serial('a filter without a payment', async (t) => {
  const { height } = await json<{ height: number }>(victim.wallet('--json', 'display', '--offline'));
  await pit().fund(victim, 2, [1_000_000n]);
  await pit().node.mine(1);
  const nobody = Uint8Array.of(0x00, 0x14, ...new Uint8Array(20));
  t.is(await total(filtersOver([nobody])), 15_000_000);
  // What was not seen is not made up later either: it takes a second look.
  t.is(await total(), 15_000_000);
  t.is(await total({}, 'rescan', '--from', String(height + 1)), 16_000_000);
});

test.serial('own coins, their confirmations and whether they are spent', async (t) => {
  const asked: string[] = [];
  const lie: Attack = {
    chain: () => ({
      coin: (outpoint) => {
        asked.push(outpoint.txid);
        return Promise.resolve(null);
      },
    }),
  };
  t.is(await total(lie), 16_000_000);
  t.deepEqual(asked, []);
});

test.serial('a broadcast that never was', async (t) => {
  const destination = await foreignAddress();
  const lie: Attack = {
    chain: () => ({
      broadcast: (transaction) =>
        Promise.resolve({ accepted: true, txid: parseTransaction(transaction).txid }),
      inMempool: () => Promise.resolve(true),
    }),
  };
  const { txid } = await facing(lie, () =>
    json<{ txid: string }>(victim.wallet('--json', '--yes', 'send', '0.01btc', destination)),
  );
  const left = await total(lie);
  t.true(left < 15_000_000 && left > 14_900_000);
  t.false(await isInMempool(txid));
  // An honest net VM is given it again.
  t.is(await total(), left);
  t.true(await isInMempool(txid));
  await pit().node.mine(1);
  t.is(await total(), left);
  const entries = await json<readonly { readonly txid: string; readonly height: number | null }[]>(
    victim.wallet('--json', 'history'),
  );
  t.is(typeof entries.find((entry) => entry.txid === txid)?.height, 'number');
});

test.serial('a filter without a spend', async (t) => {
  const { height } = await json<{ height: number }>(victim.wallet('--json', 'display', '--offline'));
  const before = await total();
  // The same words in another place spend a coin, and a lying net VM leaves that out.
  const walletFile = path.join(victim.dataDir, 'wallets/wallet.jmw');
  const backup = await readFile(walletFile);
  const destination = await foreignAddress();
  await facing({}, () =>
    json(victim.wallet('--json', '--yes', 'send', '--mixdepth', '1', '0.025btc', destination)),
  );
  await pit().node.mine(1);
  await writeFile(walletFile, backup);
  const nobody = Uint8Array.of(0x00, 0x14, ...new Uint8Array(20));
  t.is(await total(filtersOver([nobody])), before);

  // Spending it again fails at every honest node, and costs nothing.
  const again = await facing({}, () =>
    failure(victim, '--yes', 'send', '--mixdepth', '1', '0.02btc', destination),
  );
  t.is(again.code, 'send-rejected');
  const settled = await total({}, 'rescan', '--from', String(height + 1));
  t.true(settled < before - 2_500_000);
});

test.serial('a fee of nothing', async (t) => {
  const thrifty = await pit().addMachine('thrifty', {
    config: '[POLICY]\ntx_fees = 3\ntx_fees_factor = 0\ntx_broadcast = self',
    netVm: false,
  });
  await createWallet(thrifty);
  await pit().fund(thrifty, 0, [5_000_000n]);
  await pit().node.mine(6);
  const destination = await foreignAddress();
  const net = await startEvilNetVm(thrifty, {
    chain: () => ({ feeEstimate: () => Promise.resolve({ satsPerKvb: 0, mempoolMinimumSatsPerKvb: 0 }) }),
  });
  const { txid } = await json<{ txid: string }>(
    thrifty.wallet('--json', '--yes', 'send', '0.01btc', destination),
  ).finally(() => net.close());
  const entry = (await pit().node.rpc('getmempoolentry', [txid])) as {
    readonly vsize: number;
    readonly fees: { readonly base: number };
  };
  const rate = Math.round(entry.fees.base * 1e8) / entry.vsize;
  t.true(rate >= 1 && rate < 1.1, `${rate} sat/vB`);
});
