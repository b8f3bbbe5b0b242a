import test from 'ava';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as secp from 'tiny-secp256k1';
import { addressOfScript } from '../../shared/bitcoin/address.ts';
import { p2pkhScript } from '../../shared/bitcoin/script.ts';
import { parseTransaction, type ParsedTransaction } from '../../shared/bitcoin/transaction.ts';
import { fromBase64, fromHex, utf8 } from '../../shared/crypto/bytes.ts';
import { bitcoinMessageHash } from '../../shared/crypto/hash.ts';
import { json, type Machine } from '../../scripts/regtest/pit.ts';
import { failure, fundedMachine, totalOf, usePit } from '../fixtures/pit.ts';

const pit = usePit(test);

interface Sent {
  readonly txid: string;
  readonly amount: number;
  readonly minerFee: number;
  readonly vsize: number;
  readonly destination: string | null;
  readonly recipients: readonly { readonly address: string; readonly amount: number }[];
  readonly change: { readonly address: string; readonly amount: number } | null;
  readonly coins: readonly string[];
}

interface Bumped {
  readonly method: 'rbf' | 'cpfp';
  readonly txid: string;
  readonly minerFee: number;
}

function spend<Value = Sent>(machine: Machine, ...words: readonly string[]): Promise<Value> {
  return json<Value>(machine.wallet('--json', '--yes', ...words));
}

/** Unspent coins, as the last scan left them. */
async function coinsOf(
  machine: Machine,
): Promise<readonly { readonly outpoint: string; readonly value: number }[]> {
  const coins = await json<Record<string, { value: number }>>(machine.wallet('--json', 'utxos', '--offline'));
  return Object.entries(coins).map(([outpoint, { value }]) => ({ outpoint, value }));
}

async function nodeAddress(kind = 'bech32'): Promise<string> {
  return (await pit().node.rpc('getnewaddress', ['', kind], 'miner')) as string;
}

async function received(address: string, confirmations = 0): Promise<number> {
  return Math.round(
    ((await pit().node.rpc('getreceivedbyaddress', [address, confirmations], 'miner')) as number) * 1e8,
  );
}

async function transactionOf(txid: string): Promise<ParsedTransaction> {
  return parseTransaction(fromHex((await pit().node.rpc('getrawtransaction', [txid])) as string));
}

async function mempool(): Promise<readonly string[]> {
  return (await pit().node.rpc('getrawmempool')) as string[];
}

/** Mines, and brings the wallet up to date. */
async function confirmFor(machine: Machine): Promise<void> {
  await pit().node.mine(1);
  await json(machine.wallet('--json', 'display'));
}

test.serial('pays several recipients of every kind in one transaction of the crowd', async (t) => {
  const wallet = await fundedMachine(pit(), 'several', [30_000_000n]);
  const kinds = ['bech32', 'bech32m', 'p2sh-segwit', 'legacy'];
  const addresses = await Promise.all(kinds.map(nodeAddress));
  const sent = await spend(
    wallet,
    'send',
    ...addresses.flatMap((address, index) => [`${index + 1}00000sat`, address]),
    '--fee-rate',
    '4',
  );
  t.is(sent.destination, null);
  t.is(sent.amount, 1_000_000);
  t.deepEqual(
    sent.recipients,
    addresses.map((address, index) => ({ address, amount: (index + 1) * 100_000 })),
  );
  for (const [index, address] of addresses.entries()) t.is(await received(address), (index + 1) * 100_000);
  const transaction = await transactionOf(sent.txid);
  t.is(transaction.version, 2);
  t.true(transaction.locktime <= ((await pit().node.rpc('getblockcount')) as number));
  t.true(transaction.inputs.every(({ sequence }) => sequence === 0xffff_fffd));
  t.is(transaction.outputs.length, 5);
  t.is(sent.minerFee, 4 * sent.vsize);
  t.true(Math.ceil(transaction.weight / 4) <= sent.vsize);
  await confirmFor(wallet);
  t.is(await totalOf(wallet), 30_000_000 - 1_000_000 - sent.minerFee);
});

test.serial('spends chosen coins only, with the change where it was told', async (t) => {
  const wallet = await fundedMachine(pit(), 'chosen', [1_000_000n, 2_000_000n, 4_000_000n]);
  await json(wallet.wallet('--json', 'display'));
  const coins = await coinsOf(wallet);
  const one = coins.find(({ value }) => value === 1_000_000)?.outpoint ?? '';
  const four = coins.find(({ value }) => value === 4_000_000)?.outpoint ?? '';

  await json(wallet.wallet('--json', '--yes', 'freeze', four));
  const frozen = await failure(wallet, '--yes', 'send', '0.001btc', await nodeAddress(), '--coin', four);
  t.is(frozen.code, 'send-coin-not-free');
  t.is(frozen.cure, 'Unfreeze it first.');

  const away = await nodeAddress();
  const sent = await spend(
    wallet,
    'send',
    '0.004btc',
    await nodeAddress(),
    '--coin',
    one,
    '--change',
    away,
    '--no-rbf',
  );
  t.deepEqual(sent.coins, [one]);
  t.is(await received(away), 1_000_000 - 400_000 - sent.minerFee);
  const { inputs } = await transactionOf(sent.txid);
  t.deepEqual(
    inputs.map(({ sequence }) => sequence),
    [0xffff_fffe],
  );
  const fixed = await failure(wallet, '--yes', 'bump', sent.txid, '--fee-rate', '50');
  t.is(fixed.code, 'bump-nothing-ours');

  await confirmFor(wallet);
  const link = `bitcoin:${await nodeAddress()}?amount=0.001&label=shop`;
  const linked = await spend(wallet, 'send', link);
  t.is(linked.amount, 100_000);
  await confirmFor(wallet);
  await json(wallet.wallet('--json', '--yes', 'unfreeze', four));
  const swept = await spend(wallet, 'send', '0', 'INTERNAL');
  t.is(swept.change, null);
  t.is(swept.amount + swept.minerFee, 2_000_000 - 100_000 - linked.minerFee + 4_000_000);
  await confirmFor(wallet);
  t.is(await totalOf(wallet), swept.amount);
});

test.serial('replaces a payment, which confirms in its place', async (t) => {
  const wallet = await fundedMachine(pit(), 'replace', [3_000_000n]);
  const address = await nodeAddress();
  const sent = await spend(wallet, 'send', '0.01btc', address, '--fee-rate', '2');
  const low = await failure(wallet, '--yes', 'bump', sent.txid, '--fee-rate', '2.5');
  t.is(low.code, 'bump-rate-too-low');
  const bumped = await spend<Bumped>(wallet, 'bump', sent.txid, '--fee-rate', '20');
  t.is(bumped.method, 'rbf');
  const waiting = await mempool();
  t.true(waiting.includes(bumped.txid));
  t.false(waiting.includes(sent.txid));
  await confirmFor(wallet);
  t.is(await received(address, 1), 1_000_000);
  t.is(await totalOf(wallet), 3_000_000 - 1_000_000 - bumped.minerFee);
  const history = await json<{ txid: string; height: number | null }[]>(wallet.wallet('--json', 'history'));
  t.false(history.some(({ txid }) => txid === sent.txid));
  t.not(history.find(({ txid }) => txid === bumped.txid)?.height ?? null, null);
  t.true((await wallet.wallet('--json', 'check')).code === 0);
});

test.serial('lets a child pay for a payment', async (t) => {
  const wallet = await fundedMachine(pit(), 'child', [3_000_000n]);
  const sent = await spend(wallet, 'send', '0.01btc', await nodeAddress(), '--fee-rate', '1', '--no-rbf');
  const child = await spend<Bumped>(wallet, 'bump', sent.txid, '--fee-rate', '15');
  t.is(child.method, 'cpfp');
  const entry = (await pit().node.rpc('getmempoolentry', [child.txid])) as {
    ancestorsize: number;
    fees: { ancestor: number };
  };
  const rate = (entry.fees.ancestor * 1e8) / entry.ancestorsize;
  t.true(rate >= 15 && rate < 15.5, String(rate));
  const spent = await failure(wallet, '--yes', 'bump', sent.txid, '--fee-rate', '30');
  t.is(spent.code, 'bump-spent');
  const again = await spend<Bumped>(wallet, 'bump', child.txid, '--fee-rate', '40');
  t.is(again.method, 'rbf');
  await confirmFor(wallet);
  t.is(await totalOf(wallet), 3_000_000 - 1_000_000 - sent.minerFee - again.minerFee);
});

test.serial('a PSBT is made, signed, finalized and broadcast', async (t) => {
  const wallet = await fundedMachine(pit(), 'psbt', [3_000_000n]);
  const file = (name: string): string => path.join(wallet.dataDir, name);
  const address = await nodeAddress();
  const made = await spend<Partial<Sent>>(wallet, 'send', '0.01btc', address, '--psbt', file('unsigned'));
  t.is(made.txid, undefined);
  const analysis = (await pit().node.rpc('analyzepsbt', [
    (await readFile(file('unsigned'), 'utf8')).trim(),
  ])) as { next: string; fee: number };
  t.is(analysis.next, 'signer');
  t.is(Math.round(analysis.fee * 1e8), made.minerFee ?? 0);
  const early = await failure(wallet, 'psbt', 'finalize', file('unsigned'));
  t.is(early.code, 'psbt-incomplete');

  await spend(wallet, 'psbt', 'sign', file('unsigned'), '--out', file('signed'));
  await spend(wallet, 'psbt', 'combine', file('unsigned'), file('signed'), '--out', file('combined'));
  const finalized = await spend<{ txid: string; transaction: string }>(
    wallet,
    'psbt',
    'finalize',
    file('combined'),
    '--out',
    file('final'),
  );
  const theirs = (await pit().node.rpc('finalizepsbt', [
    (await readFile(file('signed'), 'utf8')).trim(),
  ])) as { complete: boolean; hex: string };
  t.true(theirs.complete);
  t.is(theirs.hex, finalized.transaction);
  const sent = await spend<{ txid: string }>(wallet, 'psbt', 'broadcast', file('final'));
  t.is(sent.txid, finalized.txid);
  t.is(await received(address), 1_000_000);
  await confirmFor(wallet);
  t.is(await totalOf(wallet), 3_000_000 - 1_000_000 - (made.minerFee ?? 0));
});

test.serial('a PSBT that bitcoind made with us is signed by both', async (t) => {
  const wallet = await fundedMachine(pit(), 'joint', [3_000_000n]);
  await json(wallet.wallet('--json', 'display'));
  const [ours] = await coinsOf(wallet);
  const [theirs] = (await pit().node.rpc('listunspent', [1], 'miner')) as {
    txid: string;
    vout: number;
    amount: number;
  }[];
  if (theirs === undefined) throw new Error('the miner has no coin');
  const [ourTxid = '', ourVout = ''] = ours?.outpoint.split(':') ?? [];
  const created = (await pit().node.rpc('createpsbt', [
    [
      { txid: ourTxid, vout: Number(ourVout) },
      { txid: theirs.txid, vout: theirs.vout },
    ],
    [{ [await nodeAddress()]: Number((theirs.amount + 0.02999).toFixed(8)) }],
  ])) as string;
  const { psbt } = (await pit().node.rpc('walletprocesspsbt', [created], 'miner')) as { psbt: string };
  const file = path.join(wallet.dataDir, 'joint');
  await writeFile(file, Buffer.from(psbt, 'base64'));
  const signed = await spend<{ psbt: string; leaves: number; comesBack: number }>(
    wallet,
    'psbt',
    'sign',
    file,
    '--out',
    `${file}.signed`,
  );
  t.is(signed.leaves, 3_000_000);
  t.is(signed.comesBack, 0);
  const { txid } = await spend<{ txid: string }>(wallet, 'psbt', 'broadcast', `${file}.signed`);
  t.true((await mempool()).includes(txid));
  await confirmFor(wallet);
  t.is(await totalOf(wallet), 0);
});

test.serial('texts that we sign bitcoind believes, and the other way round', async (t) => {
  const wallet = await fundedMachine(pit(), 'texts', []);
  const text = 'this is mine ₿';
  const { signature, address } = await json<{ signature: string; address: string }>(
    wallet.wallet('--json', 'sign-message', '0/0/0', text),
  );
  const [header = 0, ...compact] = fromBase64(signature);
  const recovery = (header - 31) as 0 | 1 | 2 | 3;
  const publicKey = secp.recover(bitcoinMessageHash(utf8(text)), Uint8Array.from(compact), recovery, true);
  const legacy = addressOfScript(p2pkhScript(publicKey ?? new Uint8Array(33)), 'regtest');
  t.true(await pit().node.rpc('verifymessage', [legacy, signature, text]));
  for (const own of [address, legacy]) {
    const verified = await json<{ valid: boolean }>(
      wallet.wallet('--json', 'verify-message', own, signature, text),
    );
    t.true(verified.valid);
  }
  const theirs = await nodeAddress('legacy');
  const signed = (await pit().node.rpc('signmessage', [theirs, text], 'miner')) as string;
  t.is((await wallet.wallet('verify-message', theirs, signed, text)).code, 0);
  t.is((await failure(wallet, 'verify-message', theirs, signed, `${text}.`)).code, 'message-bad-signature');
  t.is((await failure(wallet, 'sign-message', '0/0/0', 'ab'.repeat(32))).exitCode, 5);
});

test.serial('refuses what can’t be paid, and books nothing', async (t) => {
  const wallet = await fundedMachine(pit(), 'refused', [1_000_000n]);
  const address = await nodeAddress();
  const codes = await Promise.resolve().then(async () => {
    const found: string[] = [];
    for (const words of [
      ['0.001btc', address, '0.002btc', address.toUpperCase()],
      ['0.001btc', `${address.slice(0, -1)}${address.endsWith('q') ? 'p' : 'q'}`],
      ['545', address],
      ['0.01btc', address],
      ['0.001btc', address, '--fee-rate', '351'],
    ]) {
      found.push((await failure(wallet, '--yes', 'send', ...words)).code);
    }
    return found;
  });
  t.deepEqual(codes, [
    'send-same-address',
    'bad-address',
    'send-dust',
    'send-not-enough-coins',
    'fee-absurd',
  ]);
  t.is(await totalOf(wallet), 1_000_000);
});

test.serial('addresses of a payment that was shown and declined are not shown again', async (t) => {
  const wallet = await fundedMachine(pit(), 'declined', [3_000_000n]);
  const declined = await wallet.wallet('send', '0.01btc', 'INTERNAL');
  t.is(declined.code, 5);
  const [, shown = ''] = / to (bcrt1\w+)$/mu.exec(declined.stderr) ?? [];
  t.not(shown, '');
  const { txid } = await spend(wallet, 'send', '0.01btc', 'INTERNAL');
  const scripts = (await transactionOf(txid)).outputs.map(({ script }) => addressOfScript(script, 'regtest'));
  t.is(scripts.length, 2);
  t.false(scripts.includes(shown));
});
