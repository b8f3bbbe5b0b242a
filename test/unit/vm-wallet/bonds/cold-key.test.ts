import test from 'ava';
import { Psbt } from 'bitcoinjs-lib';
import { sats } from '../../../../shared/bitcoin/amount.ts';
import { parseTransaction } from '../../../../shared/bitcoin/transaction.ts';
import { equalBytes, fromBase64, fromHex, toBase64, toHex } from '../../../../shared/crypto/bytes.ts';
import { publicKeyOf, signDigest } from '../../../../shared/crypto/sign.ts';
import { bondScript, bondWitnessScript } from '../../../../shared/jm/bond/script.ts';
import { locktimeOf } from '../../../../shared/jm/bond/time-number.ts';
import type { Bond } from '../../../../vm-wallet/bonds/bond-book.ts';
import { bondWitness } from '../../../../vm-wallet/bonds/bond-witness.ts';
import {
  acceptCertificate,
  certificateText,
  DEFAULT_PERIODS,
  requestCertificate,
} from '../../../../vm-wallet/bonds/certificate-request.ts';
import { MAX_PERIODS } from '../../../../vm-wallet/rules/bond-certificate.ts';
import { proveColdCoin } from '../../../../vm-wallet/bonds/cold-coin.ts';
import { checkLockOver, planRedemption, redemptionPsbt } from '../../../../vm-wallet/bonds/redemption.ts';
import { HeaderChain } from '../../../../vm-wallet/chain/header-chain.ts';
import { signUserMessage } from '../../../../vm-wallet/keys/message-signature.ts';
import { extractTransaction, finalizePsbt } from '../../../../vm-wallet/spend/finish-psbt.ts';
import { keyOrigin, ownFields } from '../../../../vm-wallet/spend/key-origin.ts';
import { blockOf, outputOf, transactionOf } from '../../../fixtures/blocks.ts';
import { chainClientOf } from '../../../fixtures/chain-client.ts';
import { drawnRandom } from '../../../fixtures/drawn-random.ts';
import { testKeys } from '../../../fixtures/memory-store.ts';
import { merkleProof } from '../../../fixtures/merkle-proof.ts';
import { mineBranch, regtestGenesis } from '../../../fixtures/mine-headers.ts';
import { strangeOutpoint, strangeScript } from '../../../fixtures/spend.ts';

const KEYS = testKeys();
const COLD = fromHex('0c'.repeat(32));
const PUBLIC = publicKeyOf(COLD);
const LOCKTIME = locktimeOf(200);
const SCRIPT = bondScript(PUBLIC, LOCKTIME);
const GENESIS = regtestGenesis();
const BOND: Bond = {
  address: 'bond',
  publicKey: PUBLIC,
  locktime: LOCKTIME,
  path: null,
  certificate: null,
  request: null,
  coins: [],
};

const funding = transactionOf(
  [strangeOutpoint(1)],
  [
    { script: SCRIPT, value: 70_000 },
    { script: strangeScript(3), value: 5 },
  ],
);
const mined = blockOf(GENESIS, [funding]);
const chain = new HeaderChain('regtest');
chain.extend(1, [mined.raw.subarray(0, 80), ...mineBranch(mined.block.header, 2)], GENESIS.time + 1e8);
const OUTPOINT = outputOf(funding, 0);
const COIN = { ...OUTPOINT, value: sats(70_000), height: 1, frozen: false };

const evidence = {
  transaction: Uint8Array.from(funding.toBuffer()),
  confirmation: {
    block: mined.block.header.hash,
    height: 1,
    proof: merkleProof(
      mined.block.transactions.map(({ txid }) => fromHex(txid).reverse()),
      new Set([1]),
      mined.raw.subarray(0, 80),
    ),
  },
};

test('a request certifies a fresh key for as many periods as asked, and its text is that of crypto.md §5.2', (t) => {
  const request = requestCertificate(2 * 2016 + 5, DEFAULT_PERIODS, drawnRandom(0.5));
  t.is(request.expiry, 2 + 52);
  t.is(request.publicKey, toHex(publicKeyOf(fromHex(request.privateKey))));
  t.is(certificateText(request), `fidelity-bond-cert|${request.publicKey}|54`);
  // One period is the rest of the current one, as of a certificate that a maker makes itself.
  t.is(requestCertificate(2 * 2016 + 5, 1, drawnRandom(0.5)).expiry, 3);
  t.true(requestCertificate(20_000_000, MAX_PERIODS, drawnRandom(0.5)).expiry <= 0xffff);
});

test('the signature of an ordinary wallet makes a certificate, whatever its header byte', (t) => {
  const request = requestCertificate(0, 3, drawnRandom(0.5));
  const signature = signUserMessage(certificateText(request), COLD);
  const certificate = acceptCertificate(request, PUBLIC, `${signature}\n`);
  t.like(certificate, { ...request });
  t.true(certificate.signature.startsWith('30'));
  const segwit = fromBase64(signature);
  segwit[0] = (segwit[0] ?? 0) + 8;
  t.is(acceptCertificate(request, PUBLIC, toBase64(segwit)).signature, certificate.signature);
});

test('another text, another key and no signature are refused', (t) => {
  const request = requestCertificate(0, 3, drawnRandom(0.5));
  const text = certificateText(request);
  const bytes = fromBase64(signUserMessage(text, COLD));
  bytes[40] = (bytes[40] ?? 0) ^ 1;
  for (const signature of [
    signUserMessage(`${text} `, COLD),
    signUserMessage(certificateText({ ...request, expiry: 4 }), COLD),
    signUserMessage(text, fromHex('0d'.repeat(32))),
    toBase64(bytes),
    toBase64(new Uint8Array(65)),
    toBase64(new Uint8Array(64)),
    'not base64',
    '',
  ]) {
    t.throws(() => acceptCertificate(request, PUBLIC, signature), { code: 'bond-bad-signature' });
  }
});

test('a coin of such a bond is proven on our own chain', async (t) => {
  const client = chainClientOf({ coin: () => Promise.resolve(evidence) });
  const proven = await proveColdCoin(OUTPOINT, BOND, client, chain);
  t.like(proven.coin, { value: '70000', height: 1, block: mined.block.header.hash });
  t.deepEqual(proven.transaction, evidence.transaction);
  const bad = { code: 'bond-bad-coin' };
  const change = { ...OUTPOINT, vout: 1 };
  await t.throwsAsync(proveColdCoin(change, BOND, client, chain), { ...bad, message: /does not pay to/u });
  await t.throwsAsync(proveColdCoin(OUTPOINT, { ...BOND, locktime: LOCKTIME + 1 }, client, chain), bad);
  const gone = chainClientOf({ coin: () => Promise.resolve(null) });
  await t.throwsAsync(proveColdCoin(OUTPOINT, BOND, gone, chain), {
    ...bad,
    message: /not there, or is spent/u,
  });
  const early = chainClientOf({ coin: () => Promise.resolve({ ...evidence, confirmation: null }) });
  await t.throwsAsync(proveColdCoin(OUTPOINT, BOND, early, chain), { ...bad, message: /in no block yet/u });
  const lie = chainClientOf({
    coin: () => Promise.resolve({ ...evidence, confirmation: { ...evidence.confirmation, height: 2 } }),
  });
  await t.throwsAsync(proveColdCoin(OUTPOINT, BOND, lie, chain), { ...bad, message: /could not be proven/u });
});

test('a lock is over when its locktime is below the median time', (t) => {
  t.throws(
    () => {
      checkLockOver(BOND, LOCKTIME + 1);
    },
    { code: 'bond-locked' },
  );
  t.notThrows(() => {
    checkLockOver(BOND, LOCKTIME + 2);
  });
});

test('a redemption spends all to one place, less the fee', (t) => {
  const plan = planRedemption(BOND, [COIN], { script: strangeScript(1) }, 2000);
  const transaction = parseTransaction(plan.raw);
  t.is(plan.amount + plan.minerFee, 70_000n);
  t.is(Number(plan.minerFee), plan.vsize * 2);
  t.is(transaction.locktime, LOCKTIME + 1);
  t.deepEqual(
    transaction.inputs.map(({ sequence }) => sequence),
    [0xffff_fffd],
  );
  t.throws(() => planRedemption(BOND, [], { script: SCRIPT }, 2000), { code: 'bond-no-coin' });
  t.throws(() => planRedemption(BOND, [{ ...COIN, height: null }], { script: SCRIPT }, 2000), {
    code: 'bond-no-coin',
  });
  t.throws(() => planRedemption(BOND, [{ ...COIN, frozen: true }], { script: SCRIPT }, 2000), {
    code: 'bond-frozen',
  });
  const least = 546n + plan.minerFee;
  t.is(
    planRedemption(BOND, [{ ...COIN, value: sats(least) }], { script: strangeScript(1) }, 2000).amount,
    sats(546),
  );
  const below = { ...COIN, value: sats(least - 1n) };
  t.throws(() => planRedemption(BOND, [below], { script: strangeScript(1) }, 2000), {
    code: 'bond-too-small',
  });
});

function signed(change: (psbt: Psbt) => void = () => undefined): Psbt {
  const plan = planRedemption(BOND, [COIN], { script: strangeScript(1) }, 2000);
  const psbt = Psbt.fromBuffer(redemptionPsbt(BOND, plan, KEYS, [evidence.transaction]).toBuffer());
  psbt.signInput(0, { publicKey: PUBLIC, sign: (digest: Uint8Array) => signDigest(digest, COLD) });
  change(psbt);
  return psbt;
}

test('a PSBT says all that the holder of the key needs, and is finalized with its signature', (t) => {
  const psbt = signed();
  const [input] = psbt.data.inputs;
  t.deepEqual(input?.witnessScript, bondWitnessScript(PUBLIC, LOCKTIME));
  t.true(equalBytes(input?.nonWitnessUtxo ?? new Uint8Array(0), evidence.transaction));
  t.is(input?.bip32Derivation, undefined);
  const { raw, transaction } = extractTransaction(finalizePsbt(psbt));
  t.is(transaction.locktime, LOCKTIME + 1);
  t.true(toHex(raw).includes(toHex(bondWitnessScript(PUBLIC, LOCKTIME))));
  const plan = planRedemption(BOND, [COIN], { script: strangeScript(1) }, 2000);
  t.true(Math.ceil(transaction.weight / 4) <= plan.vsize);
});

test('a wrong signature for a bond is found, before and after it is in its place', (t) => {
  const wrong = signed((psbt) => {
    const [signature] = psbt.data.inputs[0]?.partialSig ?? [];
    if (signature !== undefined) signature.signature[20] = (signature.signature[20] ?? 0) ^ 1;
  });
  t.throws(() => finalizePsbt(wrong), { code: 'psbt-bad-signature' });
  const placed = finalizePsbt(signed());
  const [input] = placed.data.inputs;
  const witness = input?.finalScriptWitness;
  if (witness !== undefined) witness[22] = (witness[22] ?? 0) ^ 1;
  t.throws(() => extractTransaction(placed), { code: 'psbt-bad-signature' });
});

test('a bond of our own key carries its origin, without the locktime behind the path', (t) => {
  const path = { mixdepth: 0, branch: 2, index: 200 };
  t.is(keyOrigin(KEYS, path).path, "m/84'/1'/0'/2/200");
  const publicKey = KEYS.publicKeyAt(path);
  const own = { ...BOND, path, publicKey };
  const psbt = redemptionPsbt(own, planRedemption(own, [COIN], { script: SCRIPT }, 2000), KEYS, []);
  const [input] = Psbt.fromBuffer(psbt.toBuffer()).data.inputs;
  t.is(input?.bip32Derivation?.[0]?.path, "m/84'/1'/0'/2/200");
  t.deepEqual(
    ownFields({ path, scriptPubKey: KEYS.scriptAt(path) }, KEYS).witnessScript,
    bondWitnessScript(publicKey, LOCKTIME),
  );
});

test('the witness of a bond takes its own script, SIGHASH_ALL and a low s only', (t) => {
  const { raw } = planRedemption(BOND, [COIN], { script: strangeScript(1) }, 2000);
  const witnessScript = bondWitnessScript(PUBLIC, LOCKTIME);
  const signature = signed().data.inputs[0]?.partialSig?.[0]?.signature ?? new Uint8Array(0);
  const spent = { value: COIN.value, scriptPubKey: SCRIPT };
  t.deepEqual(bondWitness(raw, 0, spent, { signature, witnessScript })?.witness, [signature, witnessScript]);
  const none = Uint8Array.from(signature);
  none[none.length - 1] = 2;
  for (const [coin, offered] of [
    [
      { ...spent, value: sats(70_001) },
      { signature, witnessScript },
    ],
    [
      { ...spent, scriptPubKey: bondScript(PUBLIC, LOCKTIME + 1) },
      { signature, witnessScript },
    ],
    [spent, { signature: none, witnessScript }],
    [spent, { signature: signature.subarray(1), witnessScript }],
    [spent, { signature, witnessScript: Uint8Array.of(0x51) }],
  ] as const) {
    t.is(bondWitness(raw, 0, coin, offered), null);
  }
});
