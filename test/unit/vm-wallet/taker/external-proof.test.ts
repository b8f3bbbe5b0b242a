import test from 'ava';
import fc from 'fast-check';
import { sats } from '../../../../shared/bitcoin/amount.ts';
import { outpointKey } from '../../../../shared/bitcoin/outpoint.ts';
import {
  p2pkhScript,
  p2shP2wpkhScript,
  p2wpkhScript,
  p2wshScript,
} from '../../../../shared/bitcoin/script.ts';
import type { VerifiedCoin } from '../../../../shared/bridge/chain.ts';
import { publicKeyOf } from '../../../../shared/crypto/sign.ts';
import { verifyPodle } from '../../../../shared/jm/podle/verify.ts';
import { checkCommitments } from '../../../../vm-wallet/check/promises.ts';
import { judgeTakerCoin } from '../../../../vm-wallet/maker/judge-coin.ts';
import { FOREIGN_COIN_RULES, proveForeignCoin } from '../../../../vm-wallet/rules/foreign-coin.ts';
import type { WalletState } from '../../../../vm-wallet/store/state.ts';
import { externalTries, findExternalProof } from '../../../../vm-wallet/taker/external-proof.ts';
import { addProofs, removeProofs, StoredProofError } from '../../../../vm-wallet/taker/stored-proofs.ts';
import { partyCoin, partyKey } from '../../../fixtures/coinjoin-parties.ts';
import { emptyState, testKeys } from '../../../fixtures/memory-store.ts';
import { freeSigner } from '../../../fixtures/signer.ts';

const KEY = partyKey(3, 0);
const AMOUNT = sats(1_000_000n);
const POLICY = { retries: 3, age: 5, amountPercent: 20 };
/** Just old and large enough. */
const COIN: VerifiedCoin = { ...partyCoin(3, 0, 200_000n), confirmations: 5 };
const NAME = outpointKey(COIN);
const KEYS = testKeys();

async function stored(coin = COIN, uses = 3): Promise<WalletState> {
  const state = emptyState();
  addProofs(state, coin, await proveForeignCoin(freeSigner(KEYS), coin, KEY, uses), 7);
  return state;
}

function used(state: WalletState, index: number): WalletState {
  const proof = state.externalProofs[NAME]?.proofs[index];
  return {
    ...state,
    commitments: { ...state.commitments, [proof?.commitment ?? '']: { outpoint: NAME, index, at: 8 } },
  };
}

test('our own maker takes every proof of a coin outside the wallet, whatever its script', async (t) => {
  for (const scriptOf of [p2wpkhScript, p2shP2wpkhScript, p2pkhScript]) {
    const coin = { ...COIN, scriptPubKey: scriptOf(publicKeyOf(KEY)) };
    let state = await stored(coin);
    for (const index of [0, 1, 2]) {
      const source = findExternalProof(state, [coin], AMOUNT, POLICY);
      if (source === null) return t.fail();
      t.is(source.index, index);
      const { commitment, revelation } = source.podle;
      t.deepEqual(verifyPodle(revelation, commitment, 3), { ok: true, value: { index } });
      t.is(judgeTakerCoin(revelation.P, AMOUNT, coin, POLICY), null);
      t.deepEqual(revelation.utxo, { txid: coin.txid, vout: coin.vout });
      state = used(state, index);
    }
    t.is(findExternalProof(state, [coin], AMOUNT, POLICY), null, 'none is used twice');
  }
});

test('the authority is asked, and neither key nor anything that leads to it is kept', async (t) => {
  const signer = freeSigner(KEYS);
  const proofs = await proveForeignCoin(signer, COIN, KEY, 3);
  t.like(signer.acts[0], { kind: 'commitment', subject: NAME, signatures: 3, amount: 0n });
  t.is(signer.acts.length, 1);
  t.false(JSON.stringify(proofs).includes(Buffer.from(KEY).toString('hex')));
});

test('each rule refuses a coin that breaks only it', async (t) => {
  const broken: Record<string, Partial<VerifiedCoin>> = {
    'podle-coin-confirmed': { confirmations: 0, height: null },
    'podle-key-owns-coin': { scriptPubKey: p2wpkhScript(publicKeyOf(partyKey(3, 1))) },
  };
  t.deepEqual(
    FOREIGN_COIN_RULES.map(({ name }) => name),
    Object.keys(broken),
  );
  for (const [rule, change] of Object.entries(broken)) {
    const signer = freeSigner(KEYS);
    await t.throwsAsync(proveForeignCoin(signer, { ...COIN, ...change }, KEY, 3), { code: `rule-${rule}` });
    t.deepEqual(signer.acts, []);
  }
  const script = p2wshScript(Uint8Array.of(1));
  await t.throwsAsync(proveForeignCoin(freeSigner(KEYS), { ...COIN, scriptPubKey: script }, KEY, 3));
});

test('age and value: under, at and over what makers demand', async (t) => {
  const state = await stored();
  const found = (change: Partial<VerifiedCoin>): boolean =>
    findExternalProof(state, [{ ...COIN, ...change }], AMOUNT, POLICY) !== null;
  t.deepEqual(
    [4, 5, 6].map((confirmations) => found({ confirmations })),
    [false, true, true],
  );
  t.deepEqual(
    [199_999n, 200_000n, 200_001n].map((value) => found({ value: sats(value) })),
    [false, true, true],
  );
});

test('no more proofs are used than makers take, and no more than there are', async (t) => {
  const state = used(await stored(COIN, 2), 0);
  t.deepEqual([...externalTries(state, 3)], [[NAME, 1]]);
  t.deepEqual([...externalTries(state, 1)], [[NAME, 0]]);
  t.is(findExternalProof(state, [COIN], AMOUNT, { ...POLICY, retries: 1 }), null);
  t.is(findExternalProof(used(state, 1), [COIN], AMOUNT, POLICY), null);
  t.is(findExternalProof(state, [], AMOUNT, POLICY), null, 'a coin that the chain does not show');
});

test('a use stays on record when the coin is removed and added again', async (t) => {
  const state = used(await stored(), 0);
  removeProofs(state, NAME);
  t.deepEqual(state.externalProofs, {});
  addProofs(state, COIN, await proveForeignCoin(freeSigner(KEYS), COIN, KEY, 3), 9);
  t.is(findExternalProof(state, [COIN], AMOUNT, POLICY)?.index, 1);
});

test('own, known and too many coins are not taken in, and unknown ones not out', async (t) => {
  const state = await stored();
  const proofs = state.externalProofs[NAME]?.proofs ?? [];
  const add = (coin: VerifiedCoin, to: WalletState): string | undefined =>
    t.throws(
      () => {
        addProofs(to, coin, proofs, 0);
      },
      { instanceOf: StoredProofError },
    ).code;
  t.is(add(COIN, state), 'podle-known-coin');
  const own = emptyState({ coins: { [NAME]: { value: '1' } as never } });
  t.is(add(COIN, own), 'podle-own-coin');
  const full = emptyState();
  for (let vout = 0; vout < 50; vout += 1) addProofs(full, { ...COIN, vout }, proofs, 0);
  t.is(add({ ...COIN, vout: 50 }, full), 'podle-too-many');
  const error = t.throws(
    () => {
      removeProofs(emptyState(), NAME);
    },
    { instanceOf: StoredProofError },
  );
  t.is(error.code, 'podle-unknown');
});

test('the check of the wallet file finds a stored proof that is not what it says', async (t) => {
  const state = await stored();
  t.is(checkCommitments(state, KEYS).ok, true);
  const [first, second] = state.externalProofs[NAME]?.proofs ?? [];
  if (first === undefined || second === undefined) return t.fail();
  fc.assert(
    fc.property(fc.constantFrom('P', 'P2', 's', 'e', 'commitment'), fc.nat(63), (key, at) => {
      const text = first[key];
      const place = at + (text.length - 64);
      const flipped = text[place] === '1' ? '2' : '1';
      const bad = { ...first, [key]: text.slice(0, place) + flipped + text.slice(place + 1) };
      const entry = { value: '1', addedAt: 0, proofs: [bad, second] };
      t.is(checkCommitments(emptyState({ externalProofs: { [NAME]: entry } }), KEYS).ok, false);
    }),
    { numRuns: 40 },
  );
  const turned = { value: '1', addedAt: 0, proofs: [second, first] };
  t.is(checkCommitments(emptyState({ externalProofs: { [NAME]: turned } }), KEYS).ok, false);
});
