import anyTest, { type TestFn } from 'ava';
import { Psbt } from 'bitcoinjs-lib';
import { readFileSync, writeFileSync, openSync } from 'node:fs';
import path from 'node:path';
import { sats } from '../../shared/bitcoin/amount.ts';
import { txid } from '../../shared/bitcoin/outpoint.ts';
import { parseTransaction } from '../../shared/bitcoin/transaction.ts';
import { fromHex, toBase64, toHex } from '../../shared/crypto/bytes.ts';
import { publicKeyOf, signDigest } from '../../shared/crypto/sign.ts';
import { locktimeOf, timeNumberOfMonth } from '../../shared/jm/bond/time-number.ts';
import { planRedemption } from '../../vm-wallet/bonds/redemption.ts';
import { allow } from '../../vm-wallet/cli/commands/allow.ts';
import { bondCertify } from '../../vm-wallet/cli/commands/bond-certify.ts';
import { bondCreate, bondWatch } from '../../vm-wallet/cli/commands/bond-create.ts';
import { bondFund } from '../../vm-wallet/cli/commands/bond-fund.ts';
import { bondList, bondRecover } from '../../vm-wallet/cli/commands/bond-list.ts';
import { bondRedeem } from '../../vm-wallet/cli/commands/bond-redeem.ts';
import { recover } from '../../vm-wallet/cli/commands/create.ts';
import { psbtBroadcast, psbtFinalize } from '../../vm-wallet/cli/commands/psbt.ts';
import { send } from '../../vm-wallet/cli/commands/send.ts';
import { assemble } from '../../vm-wallet/coinjoin/input-witness.ts';
import { signUserMessage } from '../../vm-wallet/keys/message-signature.ts';
import { permitRedemption, signPermitted } from '../../vm-wallet/rules/gate.ts';
import { ABANDON_WORDS, abandonWallet } from '../fixtures/abandon.ts';
import { startNodeAndWallets, type NodeAndWallets, type Said } from '../fixtures/node-and-wallets.ts';
import { freeSigner } from '../fixtures/signer.ts';

const test = anyTest as TestFn<NodeAndWallets>;
const keys = abandonWallet('regtest');
/** Where the node's clock stands at first: in the middle of a month, so that no month ends while the tests run. */
const START = Date.UTC(2030, 4, 15) / 1000;
const UNTIL = '2030-09';
const LOCKTIME = Date.UTC(2030, 8, 1) / 1000;
const COLD = fromHex('0c'.repeat(32));
/** A month that nobody would guess. */
const FAR = '2061-09';

interface Listed {
  readonly announced: string | null;
  readonly reminders: readonly string[];
  readonly bonds: readonly {
    readonly address: string;
    readonly date: string;
    readonly waitsForSignature: boolean;
    readonly certificate: { readonly expiry: number; readonly blocksLeft: number } | null;
    readonly coins: readonly {
      readonly coin: string;
      readonly amount: number;
      readonly value: number;
      readonly rank: number;
    }[];
  }[];
}

async function listed(context: NodeAndWallets, wallet: string): Promise<Listed> {
  const said = await context.run(wallet, (command) =>
    bondList(command, { command: 'bond list', offline: false }),
  );
  return said.data as unknown as Listed;
}

async function recovered(context: NodeAndWallets, wallet: string): Promise<void> {
  const file = path.join(context.directory, `${wallet}.words`);
  writeFileSync(file, `${ABANDON_WORDS}\n`);
  const words = { command: 'recover', mixdepths: 5, extension: false, backend: 'filters' } as const;
  await context.run(wallet, (command) => recover(command, { ...words, wordsFd: openSync(file, 'r') }));
}

function redeeming(
  context: NodeAndWallets,
  bond: string,
  more: { readonly destination?: string; readonly psbt?: string } = {},
): Promise<Said> {
  const wish = { command: 'bond redeem', bond, destination: 'INTERNAL', feeRate: 3, ...more } as const;
  return context.run('own', (command) => bondRedeem(command, wish));
}

test.before(async (t) => {
  process.setMaxListeners(40);
  const context = await startNodeAndWallets('bonds');
  t.context = context;
  await context.setTime(START);
  await context.node.mine(11);
  await context.node.pay(keys.addressAt({ mixdepth: 0, branch: 0, index: 0 }), 50_000_000n);
  const far = { mixdepth: 0, branch: 2, index: timeNumberOfMonth(FAR) };
  await context.node.pay(keys.addressAt(far), 7_000_000n);
  await context.node.mine(1);
  await recovered(context, 'own');
});

test.after.always(async (t) => {
  await t.context.close();
});

test.serial('a wallet that knows only its words finds a bond of any month', async (t) => {
  const { data, notes } = await t.context.run('own', bondRecover);
  t.like(data, { found: 1, fresh: 1 });
  t.regex(notes, /All 960 months from 2020 to 2099 were looked for/u);
  const [bond, ...more] = (data as unknown as Listed).bonds;
  t.deepEqual(more, []);
  t.like(bond, { date: '2061-09-01', coins: [{ amount: 7_000_000, rank: 1 }] });
  t.like((await t.context.run('own', bondRecover)).data, { found: 1, fresh: 0 });
});

test.serial('a bond is made, funded, listed and announced, and nothing else spends it', async (t) => {
  const { run, node } = t.context;
  const create = { command: 'bond create', until: UNTIL } as const;
  const declined = await t.throwsAsync(run('own', (command) => bondCreate(command, create), false));
  t.like(declined, { code: 'declined' });
  const made = await run('own', (command) => bondCreate(command, create));
  t.regex(made.notes, /can not be spent before its date/u);
  const address = String(made.data['address']);
  const path = { mixdepth: 0, branch: 2, index: timeNumberOfMonth(UNTIL) };
  t.is(address, keys.addressAt(path));
  t.is(made.data['path'], `m/84'/1'/0'/2/${path.index}:${LOCKTIME}`);
  const fund = { command: 'bond fund', address, amount: '0.2btc', mixdepth: 0, feeRate: 3 } as const;
  const window = { command: 'allow', for: 7200, upTo: '1btc', list: false, end: false } as const;
  await run('own', (command) => allow(command, window));
  // An allowance is no leave to lock coins for years.
  const unasked = await t.throwsAsync(run('own', (command) => bondFund(command, fund), false));
  t.like(unasked, { code: 'declined' });
  const funded = await run('own', (command) => bondFund(command, fund));
  t.like(funded.data, { amount: 20_000_000, destination: address, lockedUntil: '2030-09-01' });
  await node.mine(1);
  const list = await listed(t.context, 'own');
  const bond = list.bonds.find((one) => one.address === address);
  // Seven hundredths for thirty years weigh more than a fifth for four months.
  t.like(bond, { date: '2030-09-01', coins: [{ amount: 20_000_000, rank: 2 }] });
  t.is(list.announced, list.bonds.find(({ date }) => date === '2061-09-01')?.coins[0]?.coin ?? '');
  const [coin] = bond?.coins ?? [];
  const spend = { command: 'send', words: ['1000sat', address], mixdepth: 0, coin: [], rbf: true } as const;
  const outpoint = { txid: txid(coin?.coin.slice(0, 64) ?? ''), vout: Number(coin?.coin.slice(65)) };
  const refused = await t.throwsAsync(run('own', (command) => send(command, { ...spend, coin: [outpoint] })));
  t.like(refused, { code: 'send-coin-not-free' });
});

test.serial('a bond whose key is elsewhere is watched, certified by text, and renewed', async (t) => {
  const { run, node } = t.context;
  const publicKey = toHex(publicKeyOf(COLD));
  const watch = { command: 'bond watch', publicKey, until: UNTIL } as const;
  const address = String((await run('own', (command) => bondWatch(command, watch))).data['address']);
  const id = await node.pay(address, 2_000_000_000n);
  await node.mine(1);
  const { hex } = (await node.rpc('gettransaction', [id], 'miner')) as { readonly hex: string };
  const { outputs } = parseTransaction(fromHex(hex));
  const vout = outputs.findIndex(({ value }) => value === 2_000_000_000n);
  const named = (at: number) => ({ ...watch, coin: { txid: txid(id), vout: at } });
  const wrong = await t.throwsAsync(run('own', (command) => bondWatch(command, named(1 - vout))));
  t.like(wrong, { code: 'bond-bad-coin' });
  await run('own', (command) => bondWatch(command, named(vout)));
  const certify = { command: 'bond certify', address } as const;
  const asked = await run('own', (command) => bondCertify(command, certify));
  const message = String(asked.data['message']);
  t.regex(message, /^fidelity-bond-cert\|0[23][0-9a-f]{64}\|52$/u);
  // Asked again, it is the same key: the first text may be on its way to the hardware wallet.
  t.is((await run('own', (command) => bondCertify(command, certify))).data['message'], message);
  const bad = { ...certify, signature: signUserMessage(`${message} `, COLD) };
  t.like(await t.throwsAsync(run('own', (command) => bondCertify(command, bad))), {
    code: 'bond-bad-signature',
  });
  t.true((await listed(t.context, 'own')).bonds.find((one) => one.address === address)?.waitsForSignature);
  const good = { ...certify, signature: signUserMessage(message, COLD) };
  await run('own', (command) => bondCertify(command, good));
  const list = await listed(t.context, 'own');
  const bond = list.bonds.find((one) => one.address === address);
  t.is(bond?.certificate?.expiry, 52);
  t.is(list.announced, bond?.coins[0]?.coin ?? '');
  const due = await run('own', (command) => bondCertify(command, { ...certify, periods: 1 }));
  const short = { ...certify, signature: signUserMessage(String(due.data['message']), COLD) };
  await run('own', (command) => bondCertify(command, short));
  t.true(
    (await listed(t.context, 'own')).reminders.some((text) => /expires in 18[0-9]{2} blocks/u.test(text)),
  );
});

test.serial('a bond of our own key gets a certificate in the file, for the maker password', async (t) => {
  const { run } = t.context;
  const address = keys.addressAt({ mixdepth: 0, branch: 2, index: timeNumberOfMonth(FAR) });
  const certify = { command: 'bond certify', address, periods: 2 } as const;
  const declined = await t.throwsAsync(run('own', (command) => bondCertify(command, certify), false));
  t.like(declined, { code: 'declined' });
  t.like((await run('own', (command) => bondCertify(command, certify))).data, {
    expiry: 2,
    lastHeight: 4032,
  });
  const bond = (await listed(t.context, 'own')).bonds.find((one) => one.address === address);
  t.is(bond?.certificate?.expiry, 2);
  const signature = { ...certify, signature: 'AAAA' };
  t.like(await t.throwsAsync(run('own', (command) => bondCertify(command, signature))), {
    code: 'bond-own-key',
  });
});

test.serial('a bond is redeemed in the first block that may hold it, and not one before', async (t) => {
  const { node, setTime } = t.context;
  const address = keys.addressAt({ mixdepth: 0, branch: 2, index: timeNumberOfMonth(UNTIL) });
  t.like(await t.throwsAsync(redeeming(t.context, address)), { code: 'bond-locked' });
  // The median of eleven blocks is beyond the lock with the sixth.
  await setTime(LOCKTIME + 2);
  await node.mine(5);
  await t.throwsAsync(redeeming(t.context, address), { code: 'bond-locked', message: /until 2030-09-01/u });
  t.is(await verdictOfNode(t.context), 'non-final');
  await node.mine(1);
  t.is(await verdictOfNode(t.context), 'accepted');
  const list = await listed(t.context, 'own');
  t.true(list.reminders.some((text) => text.includes(`"jm-wallet bond redeem ${address}"`)));
  const sent = await redeeming(t.context, address);
  t.is(Number(sent.data['amount']) + Number(sent.data['minerFee']), 20_000_000);
  await node.mine(1);
  const raw = parseTransaction(fromHex(await rawOf(t.context, sent)));
  t.is(raw.locktime, LOCKTIME + 1);
  t.true(Math.ceil(raw.weight / 4) <= Number(sent.data['vsize']));
  const after = await listed(t.context, 'own');
  t.deepEqual(after.bonds.find((one) => one.address === address)?.coins, []);
  t.like(await t.throwsAsync(redeeming(t.context, address)), { code: 'bond-no-coin' });
});

/** A transaction of a block that the node has no index for. */
async function rawOf({ node }: NodeAndWallets, said: Said): Promise<string> {
  const best = await node.rpc('getbestblockhash');
  return (await node.rpc('getrawtransaction', [said.data['txid'], false, best])) as string;
}

/** What the node says to the spending of the bond, signed as it will be. */
async function verdictOfNode(context: NodeAndWallets): Promise<string> {
  const list = await listed(context, 'own');
  const index = timeNumberOfMonth(UNTIL);
  const bondPath = { mixdepth: 0, branch: 2, index };
  const address = keys.addressAt(bondPath);
  const [listedCoin] = list.bonds.find((one) => one.address === address)?.coins ?? [];
  const [id = '', vout = '0'] = listedCoin?.coin.split(':') ?? [];
  const outpoint = { txid: txid(id), vout: Number(vout), value: sats(20_000_000n) };
  const bond = {
    address,
    publicKey: keys.publicKeyAt(bondPath),
    locktime: locktimeOf(index),
    path: bondPath,
    certificate: null,
    request: null,
    coins: [{ ...outpoint, height: 1, frozen: false }],
  };
  const script = keys.scriptAt({ mixdepth: 1, branch: 1, index: 0 });
  const plan = planRedemption(bond, bond.coins, { script }, 3000);
  const scriptPubKey = keys.scriptAt(bondPath);
  const granted = permitRedemption({
    raw: plan.raw,
    coins: [{ ...outpoint, height: 1, frozen: false, path: bondPath, scriptPubKey, locktime: LOCKTIME }],
    destination: { script, value: plan.amount },
    isOwnScript: () => true,
    maxMinerFee: plan.minerFee,
    maxFeeRate: 350_000,
    medianTime: LOCKTIME + 2,
  });
  const signatures = await signPermitted(granted, freeSigner(keys));
  const signed = assemble(
    plan.raw,
    signatures.map(({ witness }) => witness),
  );
  const [verdict] = (await context.node.rpc('testmempoolaccept', [[toHex(signed)]])) as {
    allowed: boolean;
    'reject-reason'?: string;
  }[];
  return verdict?.allowed === true ? 'accepted' : (verdict?.['reject-reason'] ?? '');
}

test.serial('a bond whose key is elsewhere is redeemed by a PSBT', async (t) => {
  const { node, run, directory } = t.context;
  const cold = (await listed(t.context, 'own')).bonds.find((one) => one.certificate !== null)?.address ?? '';
  t.like(await t.throwsAsync(redeeming(t.context, cold)), { code: 'bond-cold-key' });
  const file = path.join(directory, 'cold.psbt');
  const destination = (await node.rpc('getnewaddress', [], 'miner')) as string;
  await redeeming(t.context, cold, { destination, psbt: file });
  const psbt = Psbt.fromBase64(readFileSync(file, 'utf8').trim());
  t.is(psbt.locktime, LOCKTIME + 1);
  t.truthy(psbt.data.inputs[0]?.nonWitnessUtxo);
  psbt.signInput(0, { publicKey: publicKeyOf(COLD), sign: (hash: Uint8Array) => signDigest(hash, COLD) });
  const signed = path.join(directory, 'signed.psbt');
  writeFileSync(signed, toBase64(Uint8Array.from(psbt.toBuffer())));
  const finalized = await run('own', (command) =>
    psbtFinalize(command, { command: 'psbt finalize', file: signed }),
  );
  t.is(parseTransaction(fromHex(String(finalized.data['transaction']))).locktime, LOCKTIME + 1);
  const sent = await run('own', (command) =>
    psbtBroadcast(command, { command: 'psbt broadcast', file: signed }),
  );
  await node.mine(1);
  const received = (await node.rpc('getreceivedbyaddress', [destination], 'miner')) as number;
  t.is(Math.round(received * 1e8) + Number(sent.data['minerFee']), 2_000_000_000);
  const gone = await run('own', (command) => bondList(command, { command: 'bond list', offline: false }));
  t.regex(gone.notes, /is not there, or is spent/u);
});
