import test, { type ExecutionContext } from 'ava';
import { outpointKey } from '../../../../shared/bitcoin/outpoint.ts';
import { PeerFailure } from '../../../../shared/bridge/bridge-error.ts';
import { fromHex, toHex } from '../../../../shared/crypto/bytes.ts';
import { publicKeyOf } from '../../../../shared/crypto/sign.ts';
import { parseBondProof } from '../../../../shared/jm/bond/proof.ts';
import { bondScript } from '../../../../shared/jm/bond/script.ts';
import { locktimeOf } from '../../../../shared/jm/bond/time-number.ts';
import { verifyBondCoin, verifyBondProof } from '../../../../shared/jm/bond/verify.ts';
import type { Nick } from '../../../../shared/jm/command.ts';
import { createBondAnnouncer } from '../../../../vm-wallet/bonds/announcement.ts';
import {
  acceptCertificate,
  certificateText,
  requestCertificate,
} from '../../../../vm-wallet/bonds/certificate-request.ts';
import { recordOwnBond } from '../../../../vm-wallet/bonds/record-bond.ts';
import type { VerifiedChain } from '../../../../vm-wallet/chain/header-chain.ts';
import { HdWallet } from '../../../../vm-wallet/keys/hd-wallet.ts';
import { makerKeysOf } from '../../../../vm-wallet/keys/maker-keys.ts';
import { signUserMessage } from '../../../../vm-wallet/keys/message-signature.ts';
import { certifyBond } from '../../../../vm-wallet/rules/bond-certificate.ts';
import { RuleError } from '../../../../vm-wallet/rules/refusal.ts';
import type { BondRecord } from '../../../../vm-wallet/store/state.ts';
import { chainClientOf } from '../../../fixtures/chain-client.ts';
import { testKeys } from '../../../fixtures/memory-store.ts';
import { freeSigner } from '../../../fixtures/signer.ts';
import { makerNick } from '../../../fixtures/offers.ts';
import { coinAt } from '../../../fixtures/spend.ts';
import { openTestWallet, outpointAt, paidTo } from '../../../fixtures/wallet-context.ts';

const KEYS = testKeys();
const MAKER = makerNick(1);
const takerOf = (number: number): Nick => makerNick(10 + number);
const COLD = fromHex('0c'.repeat(32));
const COLD_COIN = `${'cc'.repeat(32)}:3`;

const small = paidTo('0/2/120', 1_000_000, { locktime: locktimeOf(120) });
const large = paidTo('0/2/60', 9_000_000, { locktime: locktimeOf(60) });

/** A wallet with these coins, and a signer that remembers what it was asked. */
async function world(
  t: ExecutionContext,
  coins: readonly ReturnType<typeof paidTo>[],
  bonds: Readonly<Record<string, BondRecord>> = {},
) {
  const { context } = await openTestWallet(t, coins, { bonds: { ...bonds } });
  const signer = freeSigner(KEYS);
  const tip = { height: context.headers.chain.height };
  const { chain } = context.headers;
  const moving: VerifiedChain = {
    network: 'regtest',
    get height() {
      return tip.height;
    },
    tip: chain.tip,
    headerAt: (height) => chain.headerAt(height),
    medianTime: () => chain.medianTime(),
    sharedHeight: (height, block) => chain.sharedHeight(height, block),
  };
  return {
    context: { ...context, authority: signer.authority, headers: { chain: moving } },
    acts: signer.acts,
    tip,
  };
}

/** A bond of a key that is kept elsewhere, certified up to the end of a period. */
function coldBond(block: string, periods: number, changes: Partial<BondRecord> = {}): BondRecord {
  const request = requestCertificate(0, periods, {
    bytes: (length) => new Uint8Array(length),
    unit: () => 0,
    below: () => 0,
  });
  const publicKey = publicKeyOf(COLD);
  return {
    locktime: locktimeOf(200),
    publicKey: toHex(publicKey),
    path: null,
    createdAt: 0,
    certificate: acceptCertificate(request, publicKey, signUserMessage(certificateText(request), COLD)),
    request: null,
    coin: { outpoint: COLD_COIN, value: '90000000', height: 1, block },
    ...changes,
  };
}

test('the bond that weighs most is shown, with a proof for each taker that verifies', async (t) => {
  const { context, acts } = await world(t, [small, large]);
  const announcer = createBondAnnouncer(context);
  t.deepEqual(announcer?.outpoint, outpointAt('0/2/60'));
  const proofs = await Promise.all(
    [1, 2, 3].map((number) => announcer?.proofFor(takerOf(number), MAKER) ?? Promise.resolve(null)),
  );
  for (const [index, text] of proofs.entries()) {
    const proof = verifyBondProof(text ?? '', MAKER, takerOf(index + 1));
    if (!proof.ok) return t.fail(proof.error);
    t.is(proof.value.expiry, 1);
    t.is(proof.value.locktime, locktimeOf(60));
    const scriptPubKey = KEYS.scriptAt({ mixdepth: 0, branch: 2, index: 60 });
    t.true(verifyBondCoin(proof.value, { confirmations: 3, scriptPubKey }, 2016).ok);
    t.false(verifyBondProof(text ?? '', MAKER, takerOf(9)).ok);
  }
  // Thousands of takers ask: the wallet's key signs once.
  t.like(acts, [{ kind: 'bond-announcement', subject: outpointKey(outpointAt('0/2/60')) }]);
  t.is(acts.length, 1);
  t.is(announcer?.trouble(), null);
});

test('the bond that the user chose is shown, and none where there is none', async (t) => {
  const { context } = await world(t, [small, large]);
  t.deepEqual(createBondAnnouncer(context, outpointAt('0/2/120'))?.outpoint, outpointAt('0/2/120'));
  t.is(createBondAnnouncer(context, outpointAt('0/0/0')), null);
  t.is(createBondAnnouncer((await world(t, [])).context), null);
  const waiting = paidTo('0/2/60', 9_000_000, { locktime: locktimeOf(60), height: null });
  t.is(createBondAnnouncer((await world(t, [waiting])).context), null);
  const plain = paidTo('0/0/1', 9_000_000);
  t.is(createBondAnnouncer((await world(t, [plain])).context), null);
});

test('A12: the certificate is made anew before its period ends, by one act each', async (t) => {
  const { context, acts, tip } = await world(t, [large]);
  const announcer = createBondAnnouncer(context);
  const expiryAt = async (height: number): Promise<number | undefined> => {
    tip.height = height;
    return parseBondProof((await announcer?.proofFor(takerOf(1), MAKER)) ?? '')?.expiry;
  };
  t.is(await expiryAt(2013), 1);
  t.is(await expiryAt(2014), 2);
  t.is(await expiryAt(4029), 2);
  t.is(await expiryAt(4030), 3);
  t.is(acts.length, 3);
});

test('the certified key is another one in each run', async (t) => {
  const { context } = await world(t, [large]);
  let draws = 0;
  const random = {
    ...context.random,
    bytes: (length: number): Uint8Array => new Uint8Array(length).fill((draws += 1)),
  };
  const keyOf = async (): Promise<string> => {
    const text = await createBondAnnouncer({ ...context, random })?.proofFor(takerOf(1), MAKER);
    return toHex(parseBondProof(text ?? '')?.certificateKey ?? new Uint8Array(0));
  };
  t.not(await keyOf(), await keyOf());
});

test('a coin that is spent is not announced any more', async (t) => {
  const { context } = await world(t, [large]);
  const announcer = createBondAnnouncer(context);
  t.not(await announcer?.proofFor(takerOf(1), MAKER), null);
  await context.store.commit((draft) => {
    const coin = draft.coins[outpointKey(outpointAt('0/2/60'))];
    if (coin !== undefined) coin.spentBy = { txid: 'ee'.repeat(32), height: null };
  });
  t.regex(announcer?.trouble() ?? '', /is spent$/u);
  t.is(await announcer?.proofFor(takerOf(1), MAKER), null);
});

test('a rule that refuses is asked once a block, and ends nothing: quiet hours pass', async (t) => {
  const { context, tip } = await world(t, [large]);
  let asked = 0;
  const authorise = (): Promise<void> => {
    asked += 1;
    return asked > 1 ? Promise.resolve() : Promise.reject(new RuleError('role', 'this wallet only takes'));
  };
  const announcer = createBondAnnouncer({ ...context, authority: { ...context.authority, authorise } });
  t.is(await announcer?.proofFor(takerOf(1), MAKER), null);
  t.is(await announcer?.proofFor(takerOf(2), MAKER), null);
  t.is(asked, 1);
  t.is(announcer?.trouble(), null);
  tip.height += 1;
  t.not(await announcer?.proofFor(takerOf(2), MAKER), null);
  t.is(announcer?.trouble(), null);
});

test('what the store says goes through', async (t) => {
  const { context } = await world(t, [large]);
  const authorise = (): Promise<void> => Promise.reject(new Error('disk full'));
  const announcer = createBondAnnouncer({ ...context, authority: { ...context.authority, authorise } });
  await t.throwsAsync(announcer?.proofFor(takerOf(1), MAKER) ?? Promise.resolve(), { message: 'disk full' });
});

test('A12: a bond of a key that is kept elsewhere is shown up to the last block of its certificate', async (t) => {
  const block = (await world(t, [])).context.headers.chain.headerAt(1)?.hash ?? '';
  const { context, acts, tip } = await world(t, [small], { cold: coldBond(block, 3) });
  const announcer = createBondAnnouncer(context);
  t.is(outpointKey(announcer?.outpoint ?? outpointAt('')), COLD_COIN as never);
  tip.height = 3 * 2016;
  const text = await announcer?.proofFor(takerOf(1), MAKER);
  const proof = verifyBondProof(text ?? '', MAKER, takerOf(1));
  if (!proof.ok) return t.fail(proof.error);
  const scriptPubKey = bondScript(publicKeyOf(COLD), locktimeOf(200));
  t.true(verifyBondCoin(proof.value, { confirmations: 1, scriptPubKey }, tip.height).ok);
  await announcer?.proofFor(takerOf(2), MAKER);
  // One leave for the whole run; no key of this wallet signs.
  t.like(acts, [{ kind: 'bond-announcement', subject: COLD_COIN }]);
  t.is(acts.length, 1);
  tip.height += 1;
  t.regex(announcer?.trouble() ?? '', /expired with block 6048$/u);
  t.is(await announcer?.proofFor(takerOf(1), MAKER), null);
});

test('an expired certificate gives way to any other bond, and is named where there is none', async (t) => {
  const block = (await world(t, [])).context.headers.chain.headerAt(1)?.hash ?? '';
  const { context, tip } = await world(t, [small], { cold: coldBond(block, 1) });
  tip.height = 2017;
  t.deepEqual(createBondAnnouncer(context)?.outpoint, outpointAt('0/2/120'));
  const alone = await world(t, [], { cold: coldBond(block, 1) });
  alone.tip.height = 2017;
  t.regex(createBondAnnouncer(alone.context)?.trouble() ?? '', /expired/u);
});

test('a bond without certificate, or whose block is not in our chain, is not shown', async (t) => {
  const block = (await world(t, [])).context.headers.chain.headerAt(1)?.hash ?? '';
  const bare = await world(t, [], { cold: coldBond(block, 1, { certificate: null }) });
  t.is(createBondAnnouncer(bare.context), null);
  const moved = await world(t, [], { cold: coldBond('00'.repeat(32), 1) });
  t.is(createBondAnnouncer(moved.context), null);
});

test('a coin that the node does not show any more is trouble until it shows it', async (t) => {
  const block = (await world(t, [])).context.headers.chain.headerAt(1)?.hash ?? '';
  const { context } = await world(t, [], { cold: coldBond(block, 3) });
  const announcer = createBondAnnouncer(context);
  await announcer?.recheck(chainClientOf({ coin: () => Promise.resolve(null) }));
  t.regex(announcer?.trouble() ?? '', /is spent$/u);
  t.is(await announcer?.proofFor(takerOf(1), MAKER), null);
  const broken = chainClientOf({ coin: () => Promise.reject(new Error('gone')) });
  await t.throwsAsync(announcer?.recheck(broken) ?? Promise.resolve(), { message: 'gone' });
  const other = createBondAnnouncer(context);
  const pruned = chainClientOf({ coin: () => Promise.reject(new PeerFailure('block-pruned', 'gone')) });
  await other?.recheck(pruned);
  t.is(other?.trouble(), null);
});

test('a renewed certificate is used at once', async (t) => {
  const block = (await world(t, [])).context.headers.chain.headerAt(1)?.hash ?? '';
  const { context, tip } = await world(t, [], { cold: coldBond(block, 1) });
  const announcer = createBondAnnouncer(context);
  t.regex(announcer?.notices().join() ?? '', /expires in 2013 blocks; renew it/u);
  tip.height = 2017;
  t.not(announcer?.trouble(), null);
  await context.store.commit((draft) => {
    draft.bonds['cold'] = coldBond(block, 9);
  });
  t.is(announcer?.trouble(), null);
  t.deepEqual(announcer?.notices(), []);
  t.is(parseBondProof((await announcer?.proofFor(takerOf(1), MAKER)) ?? '')?.expiry, 9);
});

test('under the maker password a bond of our own needs a certificate in the file', async (t) => {
  const { context, acts } = await world(t, [large]);
  const { entropy, extension, network } = context.store.state;
  const keys = new HdWallet(makerKeysOf({ entropy: fromHex(entropy), extension, network }, 5));
  const signer = { keys: context.keys, authority: context.authority };
  const opened = { ...context, keys };
  t.is(createBondAnnouncer(opened), null);
  const request = requestCertificate(0, 52, context.random);
  const path = { mixdepth: 0, branch: 2, index: 60 };
  const coin = coinAt(path, 9_000_000, { locktime: locktimeOf(60) });
  const { signature } = await certifyBond(signer, {
    coin,
    certificateKey: fromHex(request.publicKey),
    expiry: request.expiry,
    tipHeight: 0,
    purpose: 'maker-password',
  });
  await context.store.commit((draft) => {
    const address = recordOwnBond(draft, context.keys, { locktime: locktimeOf(60), now: 0 });
    const record = draft.bonds[address];
    if (record !== undefined) record.certificate = { ...request, signature: toHex(signature) };
  });
  const announcer = createBondAnnouncer(opened);
  const text = await announcer?.proofFor(takerOf(1), MAKER);
  t.true(verifyBondProof(text ?? '', MAKER, takerOf(1)).ok);
  t.is(parseBondProof(text ?? '')?.expiry, 52);
  t.deepEqual(
    acts.map(({ kind }) => kind),
    ['bond-certificate', 'bond-announcement'],
  );
});
