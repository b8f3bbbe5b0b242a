import test from 'ava';
import { createBase58check } from '@scure/base';
import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { json, type Machine } from '../../scripts/regtest/pit.ts';
import { addressOfScript } from '../../shared/bitcoin/address.ts';
import { parametersOf } from '../../shared/bitcoin/network.ts';
import { outpointKey, txid as asTxid, type Outpoint } from '../../shared/bitcoin/outpoint.ts';
import { p2wpkhScript } from '../../shared/bitcoin/script.ts';
import { parseTransaction, type ParsedTransaction } from '../../shared/bitcoin/transaction.ts';
import { concat, equalBytes, fromHex } from '../../shared/crypto/bytes.ts';
import { sha256 } from '../../shared/crypto/hash.ts';
import { publicKeyOf } from '../../shared/crypto/sign.ts';
import { createPodle } from '../../shared/jm/podle/create.ts';
import type { RoundView } from '../../vm-wallet/runtime/round-standing.ts';
import { startEvilNetVm, type Attack, type EvilNetVm } from '../fixtures/evil-net-vm.ts';
import { createWallet, failure, POLICY, startMakers, usePit } from '../fixtures/pit.ts';

const pit = usePit(test);
const CONFIG = [
  POLICY.replace('tx_broadcast = self', 'tx_broadcast = not-self'),
  // Makers of the entry before are asked again only when there are no others, which is so here.
  '[TAKER]\norder_wait_time = 3',
].join('\n');
const COINS = [30_000_000n, 30_000_000n];
/** Of a wallet that has nothing to do with the taker's. */
const OUTSIDE_KEY = Uint8Array.from(randomBytes(32));
const OUTSIDE_SCRIPT = p2wpkhScript(publicKeyOf(OUTSIDE_KEY));

interface Joined {
  readonly txid: string;
  readonly makers: readonly string[];
  readonly broadcastBy: string;
}

interface Kept {
  readonly coin: string;
  readonly value: number;
  readonly triesLeft: number;
}

/** The taker of all these tests, its market of two makers, and a coin of another wallet. */
interface World {
  readonly taker: Machine;
  readonly outside: Outpoint;
}

let opening: Promise<World> | null = null;

function world(): Promise<World> {
  opening ??= open();
  return opening;
}

async function open(): Promise<World> {
  const keyFile = path.join(pit().directory, 'outside.wif');
  const wif = concat(Uint8Array.of(parametersOf('regtest').wif), OUTSIDE_KEY, Uint8Array.of(1));
  writeFileSync(keyFile, `${createBase58check(sha256).encode(wif)}\n`);
  const tracer = ['sh', '-c', 'exec "$@" 4<"$0"', keyFile];
  const taker = await pit().addMachine('taker', { config: CONFIG, netVm: false, tracer });
  await createWallet(taker);
  await pit().fund(taker, 0, COINS);
  const paid = await pit().node.pay(addressOfScript(OUTSIDE_SCRIPT, 'regtest'), 5_000_000n);
  const { outputs } = await transactionOf(paid);
  const vout = outputs.findIndex(({ script }) => equalBytes(script, OUTSIDE_SCRIPT));
  await startMakers(pit(), 2);
  return { taker, outside: { txid: asTxid(paid), vout } };
}

/** What the node has under this id in its mempool. */
async function transactionOf(txid: string): Promise<ParsedTransaction> {
  return parseTransaction(fromHex((await pit().node.rpc('getrawtransaction', [txid])) as string));
}

async function inMempool(txid: string | null): Promise<boolean> {
  return ((await pit().node.rpc('getrawmempool')) as string[]).includes(txid ?? '');
}

/** A net VM for some commands of the taker, gone when they are done. */
async function withNetVm<Value>(
  taker: Machine,
  attack: Attack,
  work: (net: EvilNetVm) => Promise<Value>,
): Promise<Value> {
  const net = await startEvilNetVm(taker, attack);
  try {
    return await work(net);
  } finally {
    await net.close();
  }
}

/** Our own node must not broadcast: a transaction that it was given all the same is noted. */
function noting(given: Uint8Array[]): Attack {
  return {
    chain: ({ broadcast }) => ({
      broadcast: (transaction) => {
        given.push(transaction);
        return broadcast(transaction);
      },
    }),
  };
}

/** Commitments that left the wallet. */
function commitmentsIn({ sent }: EvilNetVm): readonly string[] {
  const filled = sent.flatMap(({ line }) => / P([0-9a-f]{64}) /u.exec(line)?.[1] ?? []);
  return [...new Set(filled)];
}

test.serial('a coin of another wallet proves to makers, is listed, used up and forgotten', async (t) => {
  const { taker, outside } = await world();
  const coin = outpointKey(outside);
  const given: Uint8Array[] = [];
  await withNetVm(taker, noting(given), async (net) => {
    const add = ['podle', 'add', coin, '--key-fd', '4'];
    t.like(await json(taker.wallet('--json', ...add)), { coin, value: 5_000_000, triesLeft: 3 });
    t.deepEqual(await kept(taker), [{ coin, value: 5_000_000, triesLeft: 3 }]);
    const own = await ownCoin(taker);
    t.is((await failure(taker, 'podle', 'add', own, '--key-fd', '4')).code, 'podle-own-coin');

    const joined = await json<Joined>(
      taker.wallet(...join('0.05btc', '--podle', 'external', '--broadcast', 'multiple-peers')),
    );
    const expected = createPodle({ privateKey: OUTSIDE_KEY, utxo: outside, index: 0 });
    t.deepEqual(commitmentsIn(net), [expected.commitment]);
    t.deepEqual(joined.broadcastBy.split(', ').sort(), [...joined.makers].sort());
    t.deepEqual(given, []);
    // It proved, and did not move.
    t.false((await transactionOf(joined.txid)).inputs.some((input) => outpointKey(input) === coin));
    t.not(await pit().node.rpc('gettxout', [outside.txid, outside.vout]), null);
    await pit().node.mine(6);
    t.deepEqual(await kept(taker), [{ coin, value: 5_000_000, triesLeft: 2 }]);

    t.deepEqual(await json(taker.wallet('--json', 'podle', 'remove', coin)), { coin, removed: true });
    t.deepEqual(await kept(taker), []);
    const without = await failure(taker, ...join('0.05btc', '--podle', 'external').slice(1));
    t.is(without.code, 'coinjoin-no-commitment');
    t.is(commitmentsIn(net).length, 1);
  });
});

function join(amount: string, ...more: readonly string[]): readonly string[] {
  return ['--json', '--yes', 'coinjoin', amount, 'INTERNAL', '--makers', '2', ...more];
}

async function kept(taker: Machine): Promise<readonly Kept[]> {
  const rows = await json<Kept[]>(taker.wallet('--json', 'podle', 'list'));
  return rows.map(({ coin, value, triesLeft }) => ({ coin, value, triesLeft }));
}

async function ownCoin(taker: Machine): Promise<string> {
  const coins = await json<Record<string, unknown>>(taker.wallet('--json', 'utxos'));
  return Object.keys(coins)[0] ?? '';
}

/** The taker is killed when this line wants to leave; the line is lost. @returns Where its round stands. */
async function killedAt(taker: Machine, line: '!tx ' | '!push '): Promise<RoundView> {
  let kill: () => void = () => undefined;
  const attack: Attack = {
    send: (_to, sent) => {
      if (!sent.startsWith(line)) return true;
      kill();
      return false;
    },
  };
  await withNetVm(taker, attack, async () => {
    const running = taker.startWallet(join('0.01btc'));
    kill = () => {
      running.signal('SIGKILL');
    };
    const code = await running.exited;
    if (code !== null) throw new Error(`it ended with ${code} before ${line}:\n${running.notes.join('\n')}`);
  });
  const [latest] = await json<RoundView[]>(taker.wallet('--json', 'rounds'));
  if (latest === undefined) throw new Error('there is no round');
  return latest;
}

test.serial('a round that was killed before it signed is freed, and can not be finished', async (t) => {
  const { taker } = await world();
  const round = await killedAt(taker, '!tx ');
  t.like(round, { standing: 'unsigned', txid: null, open: false });
  t.is((await failure(taker, 'rounds', 'finish', round.id)).code, 'round-nothing-signed');
  // Whoever opens the wallet next gives them back already.
  t.deepEqual(await json(taker.wallet('--json', 'rounds', 'free', round.id)), { id: round.id, coins: [] });
  const { available } = await json<{ available: number }>(taker.wallet('--json', 'display', '--offline'));
  t.true(available > 59_900_000);
});

test.serial('what was signed and never left is broadcast by "rounds finish", and confirms', async (t) => {
  const { taker } = await world();
  const round = await killedAt(taker, '!push ');
  t.like(round, { standing: 'waiting', open: true, cure: `jm-wallet rounds finish ${round.id}` });
  t.false(await inMempool(round.txid));
  await withNetVm(taker, {}, async () => {
    t.is((await failure(taker, 'rounds', 'free', round.id)).code, 'round-signed');
    // Our own node was not to broadcast it, so that it is asked.
    t.is((await failure(taker, 'rounds', 'finish', round.id)).code, 'declined');
    t.false(await inMempool(round.txid));
    const finished = await json(taker.wallet('--json', '--yes', 'rounds', 'finish', round.id));
    t.deepEqual(finished, { id: round.id, txid: round.txid, outcome: 'broadcast' });
    t.true(await inMempool(round.txid));
    const height = await pit().node.mine(6);
    const again = await json(taker.wallet('--json', 'rounds', 'finish', round.id));
    t.like(again, { outcome: 'confirmed' });
    const rounds = await json<RoundView[]>(taker.wallet('--json', 'rounds'));
    const after = rounds.find(({ id }) => id === round.id);
    t.like(after, { standing: 'confirmed', height: height - 5, open: false });
  });
});

test.serial('a sweep whose miner fee turns out other than planned is not signed', async (t) => {
  const { taker } = await world();
  const config = path.join(taker.dataDir, 'strict.cfg');
  const usual = readFileSync(path.join(taker.dataDir, 'joinmarket.cfg'), 'utf8');
  writeFileSync(config, `${usual}\n[POLICY]\nmax_sweep_fee_change = 0\n`);
  await withNetVm(taker, {}, async () => {
    const sweep = [...join('0').slice(1), '--mixdepth', '1', '--config', config];
    t.is((await failure(taker, ...sweep)).code, 'coinjoin-not-built');
  });
  const [round] = await json<RoundView[]>(taker.wallet('--json', 'rounds'));
  t.like(round, { standing: 'unsigned', txid: null, open: false });
});

test.serial('a schedule of two entries runs to its end, and its file says so', async (t) => {
  const { taker } = await world();
  const destination = String(await pit().node.rpc('getnewaddress', ['', 'bech32'], 'miner'));
  const file = path.join(pit().directory, 'schedule.txt');
  const write = (first: string, second: string): string =>
    [
      '# a fraction, and then a sweep',
      `0,0.1,2,INTERNAL,0.0,16,${first}`,
      `1,0,2,${destination},0.0,16,${second}`,
    ].join('\n');
  writeFileSync(file, write('0', '0'));
  t.deepEqual(await json(taker.wallet('--json', 'schedule', 'check', file)), { entries: 2, todo: 2 });
  const given: Uint8Array[] = [];
  await withNetVm(taker, noting(given), async () => {
    const running = taker.startWallet(['--json', '--yes', 'schedule', 'run', file]);
    const isOut = /([0-9a-f]{64}) is out: /u;
    const first =
      isOut.exec(await running.waitForLine((line) => isOut.test(line), 'the first was sent'))?.[1] ?? '';
    t.is(readFileSync(file, 'utf8'), write(first, '0'));
    await pit().node.mine(5);
    const second =
      isOut.exec(
        await running.waitForLine((line) => isOut.test(line) && !line.includes(first), 'the second was sent'),
      )?.[1] ?? '';
    t.is(readFileSync(file, 'utf8'), write('1', second));
    const swept = await transactionOf(second);
    await pit().node.mine(1);
    t.is(await running.exited, 0);
    t.is(readFileSync(file, 'utf8'), write('1', '1'));
    t.is(swept.outputs.length, 5);
    t.deepEqual(given, []);
    const received = Number(await pit().node.rpc('getreceivedbyaddress', [destination], 'miner'));
    t.true(received > 0.1 && received < 0.13);
  });
});
