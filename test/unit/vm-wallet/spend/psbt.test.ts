import test from 'ava';
import { Psbt, Transaction } from 'bitcoinjs-lib';
import { statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { sats } from '../../../../shared/bitcoin/amount.ts';
import { outpointKey } from '../../../../shared/bitcoin/outpoint.ts';
import { parseTransaction } from '../../../../shared/bitcoin/transaction.ts';
import { equalBytes, fromHex, reversed, toHex, utf8 } from '../../../../shared/crypto/bytes.ts';
import type { Coin, KeyPath } from '../../../../vm-wallet/coins/coin.ts';
import { HdWallet } from '../../../../vm-wallet/keys/hd-wallet.ts';
import { permitPsbt } from '../../../../vm-wallet/rules/gate.ts';
import { buildPayment, FINAL, REPLACEABLE } from '../../../../vm-wallet/spend/build-payment.ts';
import { combinePsbts, extractTransaction, finalizePsbt } from '../../../../vm-wallet/spend/finish-psbt.ts';
import { makePsbt } from '../../../../vm-wallet/spend/make-psbt.ts';
import { psbtFacts } from '../../../../vm-wallet/spend/psbt-facts.ts';
import { loadPsbt, psbtText, savePsbt } from '../../../../vm-wallet/spend/psbt-file.ts';
import { psbtSums } from '../../../../vm-wallet/spend/psbt-sums.ts';
import { MAX_PSBT_BYTES, readPsbt } from '../../../../vm-wallet/spend/read-psbt.ts';
import { signPsbt } from '../../../../vm-wallet/spend/sign-psbt.ts';
import type { WalletState } from '../../../../vm-wallet/store/state.ts';
import { drawnRandom } from '../../../fixtures/drawn-random.ts';
import { emptyState } from '../../../fixtures/memory-store.ts';
import { coinAt, strangeOutpoint, strangeScript } from '../../../fixtures/spend.ts';
import { storedCoin, temporaryFolder } from '../../../fixtures/wallet-file.ts';
import { freeSigner } from '../../../fixtures/signer.ts';

const CHANGE: KeyPath = { mixdepth: 0, branch: 1, index: 3 };

/** A wallet with two coins, and a payment of it. */
function walletOf(family: 'native' | 'nested') {
  const entropy = fromHex('5a'.repeat(16));
  const keys = new HdWallet({ entropy, extension: '', network: 'regtest', family });
  const coins = [60_000, 50_000].map((value, index) =>
    coinAt({ mixdepth: 0, branch: 0, index }, value, {}, keys),
  );
  const state: WalletState = {
    ...emptyState({ coins: Object.fromEntries(coins.map((coin) => [outpointKey(coin), stored(coin)])) }),
    family,
  };
  const change = keys.scriptAt(CHANGE);
  const payment = buildPayment({
    coins,
    outputs: [
      { script: strangeScript(1), value: sats(70_000) },
      { script: change, value: sats(39_000) },
    ],
    tipHeight: 100,
    sequence: REPLACEABLE,
    random: drawnRandom(0.5),
  });
  const pathOf = (script: string) => (script === toHex(change) ? CHANGE : undefined);
  const make = (): Psbt => makePsbt(payment, pathOf, keys);
  return { keys, state, coins, change, make };
}

function stored({ value, scriptPubKey, path: { mixdepth, branch, index } }: Coin) {
  return storedCoin({
    value: value.toString(),
    scriptPubKey: toHex(scriptPubKey),
    path: `${mixdepth}/${branch}/${index}`,
  });
}

const NATIVE = walletOf('native');
const LIMITS = { isOwnScript: () => false, maxFeeRate: 350_000, now: 0 };

function sign({ state, keys }: typeof NATIVE, psbt: Psbt): Promise<number> {
  const facts = psbtFacts(psbt, state, LIMITS);
  return signPsbt(psbt, permitPsbt(facts), facts.inputs, freeSigner(keys));
}

for (const family of ['native', 'nested'] as const) {
  test(`a payment of a ${family} wallet is made, signed, finalized and taken out`, async (t) => {
    const wallet = walletOf(family);
    const read = readPsbt(utf8(psbtText(wallet.make())));
    t.is(read.txInputs[0]?.sequence, 0xffff_fffd);
    t.is(read.version, 2);
    const [{ bip32Derivation } = {}] = read.data.inputs;
    t.regex(bip32Derivation?.[0]?.path ?? '', family === 'native' ? /^m\/84'\/1'\/0'/u : /^m\/49'\/1'\/0'/u);
    t.is(read.data.outputs.filter((output) => output.bip32Derivation !== undefined).length, 1);
    t.is(await sign(wallet, read), 2);
    // Signing twice changes nothing.
    const once = psbtText(read);
    await sign(wallet, read);
    t.is(psbtText(read), once);
    const { transaction, raw } = extractTransaction(finalizePsbt(read));
    t.is(transaction.inputs.length, 2);
    t.deepEqual(
      Transaction.fromBuffer(raw).ins.map(({ witness, script }) => [witness.length, script.length]),
      [0, 1].map(() => [2, family === 'native' ? 0 : 23]),
    );
  });
}

test('the key origin is that of BIP32', (t) => {
  const [first] = readPsbt(NATIVE.make().toBuffer()).data.inputs[0]?.bip32Derivation ?? [];
  const fingerprint = toHex(first?.masterFingerprint ?? new Uint8Array(0));
  t.is(fingerprint.length, 8);
  t.deepEqual(
    first?.pubkey,
    NATIVE.keys.publicKeyAt({ mixdepth: 0, branch: 0, index: Number(first?.path.slice(-1)) }),
  );
});

test('what signers add is brought together, of one transaction only', async (t) => {
  const [one, other] = [NATIVE.make(), NATIVE.make()];
  await sign(NATIVE, one);
  t.is(combinePsbts(other, [one]).data.inputs[0]?.partialSig?.length, 1);
  t.notThrows(() => extractTransaction(finalizePsbt(other)));
  const strange = new Psbt().addInput({ hash: '11'.repeat(32), index: 0 });
  t.throws(() => combinePsbts(NATIVE.make(), [strange]), { code: 'psbt-not-same' });
});

test('nothing is finalized without all signatures, or with a wrong one', async (t) => {
  t.throws(() => finalizePsbt(NATIVE.make()), { code: 'psbt-incomplete', message: /0, 1/u });
  t.throws(() => extractTransaction(NATIVE.make()), { code: 'psbt-incomplete' });
  const wrong = NATIVE.make();
  await sign(NATIVE, wrong);
  const [first, second] = wrong.data.inputs;
  const [one, two] = [first?.partialSig?.[0], second?.partialSig?.[0]];
  if (one === undefined || two === undefined) return t.fail();
  [one.signature, two.signature] = [two.signature, one.signature];
  t.throws(() => finalizePsbt(wrong), { code: 'psbt-bad-signature' });
});

test('a finalized input whose signature is not good is not taken out', async (t) => {
  const psbt = NATIVE.make();
  await sign(NATIVE, psbt);
  finalizePsbt(psbt);
  const [input, other] = psbt.data.inputs;
  if (input === undefined || other === undefined) return t.fail();
  input.finalScriptWitness = other.finalScriptWitness ?? new Uint8Array(0);
  t.throws(() => extractTransaction(psbt), { code: 'psbt-bad-signature' });
  input.witnessUtxo = undefined as never;
  t.throws(() => extractTransaction(psbt), { code: 'psbt-no-amounts' });
});

test('an amount that the file lies about is never signed (A40)', async (t) => {
  const psbt = NATIVE.make();
  for (const input of psbt.data.inputs) if (input.witnessUtxo !== undefined) input.witnessUtxo.value = 1_000n;
  await t.throwsAsync(async () => sign(NATIVE, psbt), { code: 'rule-psbt-own-amounts' });
});

test('where the file is silent, our own word goes in', async (t) => {
  const psbt = NATIVE.make();
  for (const input of psbt.data.inputs) {
    delete input.witnessUtxo;
    delete input.redeemScript;
  }
  const bare = readPsbt(psbt.toBuffer());
  t.is(await sign(NATIVE, bare), 2);
  t.notThrows(() => extractTransaction(finalizePsbt(bare)));
});

test('what leaves and comes back is derived, not believed', (t) => {
  const psbt = NATIVE.make();
  psbt.addInput({
    ...strangeOutpoint(77),
    hash: reversed(fromHex(strangeOutpoint(77).txid)),
    index: 0,
    witnessUtxo: { script: strangeScript(7), value: 5_000n },
  });
  const facts = { ...psbtFacts(psbt, NATIVE.state, LIMITS) };
  const sums = psbtSums({ ...facts, transaction: parseTransaction(facts.raw) }, (script) =>
    equalBytes(script, NATIVE.change),
  );
  t.deepEqual(sums, {
    ownInputs: 2,
    allOwn: false,
    leaves: 71_000n,
    comesBack: sats(39_000),
    minerFee: 6_000n,
    vsize: 277,
  });
});

test('a previous transaction has to be that of the input', (t) => {
  const before = new Transaction();
  before.addInput(new Uint8Array(32).fill(1), 0);
  before.addOutput(strangeScript(7), 5_000n);
  const make = (hash: Uint8Array): Uint8Array =>
    new Psbt()
      .addInput({ hash, index: 0, nonWitnessUtxo: before.toBuffer() })
      .addOutput({ script: strangeScript(1), value: 4_000n })
      .toBuffer();
  t.is(
    psbtFacts(readPsbt(make(before.getHash())), NATIVE.state, LIMITS).inputs[0]?.stated[0]?.value,
    sats(5_000),
  );
  const psbt = Psbt.fromBuffer(make(before.getHash()));
  const [input] = psbt.data.inputs;
  before.locktime = 5;
  if (input !== undefined) input.nonWitnessUtxo = before.toBuffer();
  t.throws(() => readPsbt(psbt.data.toBuffer()), { code: 'psbt-unreadable' });
});

test('files up to 1,000,000 bytes are read, base64 or binary', (t) => {
  const text = utf8(psbtText(NATIVE.make()));
  const padded = (length: number): Uint8Array => {
    const file = new Uint8Array(length).fill(0x20);
    file.set(text);
    return file;
  };
  t.is(psbtText(readPsbt(padded(MAX_PSBT_BYTES))), psbtText(NATIVE.make()));
  t.throws(() => readPsbt(padded(MAX_PSBT_BYTES + 1)), { code: 'psbt-too-large' });
  t.is(psbtText(readPsbt(NATIVE.make().toBuffer())), psbtText(NATIVE.make()));
  for (const bad of ['', 'cHNidP8=', 'nonsense', psbtText(NATIVE.make()).slice(4)]) {
    t.throws(() => readPsbt(utf8(bad)), { code: 'psbt-unreadable' });
  }
});

test('a file is made for its owner only, and never replaced', async (t) => {
  const file = path.join(temporaryFolder(t), 'psbt');
  savePsbt(file, NATIVE.make());
  t.is(statSync(file).mode & 0o777, 0o600);
  t.is(psbtText(await loadPsbt(file)), psbtText(NATIVE.make()));
  t.throws(
    () => {
      savePsbt(file, NATIVE.make());
    },
    { code: 'psbt-file-exists' },
  );
  writeFileSync(file, Buffer.alloc(MAX_PSBT_BYTES + 1));
  await t.throwsAsync(loadPsbt(file), { code: 'file-too-large' });
});

test('a payment may say that it will not be replaced', (t) => {
  const { raw } = buildPayment({
    coins: NATIVE.coins,
    outputs: [{ script: strangeScript(1), value: sats(1_000) }],
    tipHeight: 100,
    sequence: FINAL,
    random: drawnRandom(0),
  });
  const transaction = parseTransaction(raw);
  t.deepEqual(
    transaction.inputs.map(({ sequence }) => sequence),
    [0xffff_fffe, 0xffff_fffe],
  );
  t.is(transaction.locktime, 100);
});
