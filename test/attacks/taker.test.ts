import test from 'ava';
import { sats } from '../../shared/bitcoin/amount.ts';
import { parseTransaction } from '../../shared/bitcoin/transaction.ts';
import type { VerifiedCoin } from '../../shared/bridge/chain.ts';
import { concat } from '../../shared/crypto/bytes.ts';
import { systemRandom } from '../../shared/crypto/random.ts';
import { boxKeyPairFrom } from '../../shared/jm/box.ts';
import type { IoauthCommand } from '../../shared/jm/command.ts';
import { signBoxKey } from '../../vm-wallet/session/key-authentication.ts';
import { checkIoauthCoins, checkIoauthForm, type IoauthFacts } from '../../vm-wallet/taker/check-ioauth.ts';
import type { RoundState } from '../../vm-wallet/taker/round-types.ts';
import {
  AMOUNT,
  honestSignatures,
  joinOf,
  makerParty,
  partyCoin,
  partyKey,
  signInputOf,
  TIP,
  type MakerParty,
} from '../fixtures/coinjoin-parties.ts';
import {
  coinsOf,
  FILL_OVER,
  getsReady,
  ioauth,
  message,
  play,
  playFrom,
  pubkey,
  roundTerms,
  signingRound,
  signs,
} from '../fixtures/taker-round.ts';

const A = makerParty(1);
const B = makerParty(2, { values: [900_000n, 700_000n] });

/** How far a maker is after it has said this in place of its `ioauth`. */
function after(
  maker: MakerParty,
  said: Partial<IoauthCommand>,
  coins?: readonly (VerifiedCoin | null)[],
): string {
  const { state } = play(
    roundTerms([maker]),
    pubkey(maker),
    FILL_OVER,
    message(maker.nick, { ...maker.ioauth, ...said }),
    coinsOf(maker, coins),
  );
  return state.phase === 'gathering' ? (state.makers.get(maker.nick)?.step ?? 'none') : state.phase;
}

const facts = (maker: MakerParty, maxCoins = 15): IoauthFacts => ({
  network: 'regtest',
  makerKey: maker.makerKey,
  maxCoins,
  takenCoins: new Set(),
  takenScripts: new Set(),
});

const phaseOf = ({ phase }: RoundState): string => phase;

test('A14, 2.8/0.35: a maker can’t swell the transaction with coins', (t) => {
  const many = (count: number): MakerParty =>
    makerParty(3, { values: Array.from({ length: count }, () => 100_000n) });
  t.true(checkIoauthForm(many(15).ioauth, facts(many(15))).ok);
  t.like(checkIoauthForm(many(16).ioauth, facts(many(16))), { ok: false, error: 'too-many-coins' });
  t.is(after(many(16), {}), 'failed');
});

test('A14: nor with coins that are not worth the fee of their own input', (t) => {
  const dusty = makerParty(3, { values: [1_500_000n, 5000n] });
  const form = checkIoauthForm(dusty.ioauth, facts(dusty));
  if (!form.ok) return t.fail();
  const judge = (leastCoinValue: bigint) =>
    checkIoauthCoins(dusty.ioauth, form.value, dusty.coins, dusty.candidate, {
      amount: AMOUNT,
      leastCoinValue: sats(leastCoinValue),
    });
  t.true(judge(5000n).ok);
  t.like(judge(5001n), { ok: false, error: 'coin-not-worth-its-input' });
});

test('2.8/0.35: the same coin twice, ours, or another maker’s, is no input', (t) => {
  const [first] = B.ioauth.utxos;
  if (first === undefined) return t.fail();
  t.is(after(B, { utxos: [first, first] }, [B.coins[0] ?? null, B.coins[0] ?? null]), 'failed');
  const ours = partyCoin(0, 0, 2_000_000n);
  t.is(after(A, { utxos: [...A.ioauth.utxos, { txid: ours.txid, vout: 0 }] }, [...A.coins, ours]), 'failed');
  const { state } = play(
    roundTerms([A, B], { minimumMakers: 1 }),
    pubkey(A),
    pubkey(B),
    FILL_OVER,
    ioauth(A),
    coinsOf(A),
    message(B.nick, { ...B.ioauth, utxos: [...B.ioauth.utxos, ...A.ioauth.utxos] }),
    coinsOf(B, [...B.coins, ...A.coins]),
  );
  t.not(phaseOf(state), 'signing');
  if (state.phase === 'building')
    t.deepEqual(
      state.ready.map(({ nick }) => nick),
      [A.nick],
    );
});

test('A16, 2.8/0.34: a session key that its coin’s key did not sign is no session', (t) => {
  const attacker = boxKeyPairFrom(new Uint8Array(32).fill(77));
  const swapped = message(A.nick, { command: 'pubkey', makerKey: attacker.publicKey, features: [] });
  const { state } = play(roundTerms([A]), swapped, FILL_OVER, ioauth(A), coinsOf(A));
  t.is(phaseOf(state), 'failed');
  for (const signature of [
    '',
    'AA==',
    signBoxKey(attacker.publicKey, partyKey(1, 0)),
    signBoxKey(A.makerKey, partyKey(1, 150)),
  ]) {
    t.like(checkIoauthForm({ ...A.ioauth, signature }, facts(A)), { ok: false, error: 'bad-key-signature' });
  }
});

test('A16: a key that signs well and owns none of the coins authenticates nobody', (t) => {
  const stranger = makerParty(9);
  const said = { authKey: stranger.ioauth.authKey, signature: signBoxKey(A.makerKey, partyKey(9, 0)) };
  t.true(checkIoauthForm({ ...A.ioauth, ...said }, facts(A)).ok);
  t.is(after(A, said), 'failed');
});

test('A50, 2.8/0.36: every coin must be confirmed, wherever the unconfirmed one hides', (t) => {
  const three = makerParty(3, { values: [900_000n, 700_000n, 600_000n] });
  t.is(after(three, {}), 'building');
  for (const [position, coin] of three.coins.entries()) {
    const coins = three.coins.with(position, { ...coin, confirmations: 0, height: null });
    t.is(after(three, {}, coins), 'failed', `the coin at ${position}`);
    t.is(after(three, {}, three.coins.with(position, { ...coin, confirmations: 1 })), 'building');
  }
  t.is(after(three, {}, [three.coins[0] ?? null, null, three.coins[2] ?? null]), 'failed');
  t.is(after(three, {}, three.coins.slice(0, 2)), 'failed');
});

test('A15, 2.8/0.14, 2.8/0.34: a join is complete with every right signature, and with nothing less', (t) => {
  const { state, join } = signingRound([A, B]);
  const terms = roundTerms([A, B]);
  const foreign = [...honestSignatures(join, B).keys()][0] ?? 0;
  const forged = [
    ['a foreign key', signInputOf(join, foreign, partyKey(9, 0))],
    ['another coin’s key', signInputOf(join, foreign, partyKey(2, 1), { index: foreign })],
    ['another position', signInputOf(join, foreign, partyKey(2, 0), { index: 0 })],
    ['SIGHASH_NONE', signInputOf(join, foreign, partyKey(2, 0), { sighash: 2 })],
    ['SIGHASH_ALL|ANYONECANPAY', signInputOf(join, foreign, partyKey(2, 0), { sighash: 0x81 })],
    ['SIGHASH_SINGLE', signInputOf(join, foreign, partyKey(2, 0), { sighash: 3 })],
    ['another amount', signInputOf(join, foreign, partyKey(2, 0), { value: sats(1n) })],
    ['empty', new Uint8Array(0)],
    ['junk', new Uint8Array(107).fill(0x30)],
  ] as const;
  const [first] = signs(join, B);
  if (first === undefined) return t.fail();
  for (const [name, signature] of forged) {
    const step = playFrom(
      state,
      terms,
      ...signs(join, A),
      first,
      message(B.nick, { command: 'sig', signature }),
    );
    t.not(phaseOf(step.state), 'complete', name);
  }
  t.not(
    phaseOf(playFrom(state, terms, ...signs(join, A), first, first).state),
    'complete',
    'one of them twice',
  );
  // In the other order, and from the wrong maker.
  t.is(phaseOf(playFrom(state, terms, ...signs(join, B).reverse(), ...signs(join, A)).state), 'complete');
  const byA = signs(join, B).map((event) => (event.event === 'message' ? { ...event, from: A.nick } : event));
  t.not(phaseOf(playFrom(state, terms, ...signs(join, A), ...byA).state), 'complete');
});

test('A15: a flood of wrong signatures is not checked for ever', (t) => {
  const { state, join } = signingRound([A, B]);
  const junk = message(B.nick, { command: 'sig', signature: signInputOf(join, 0, partyKey(9, 0)) });
  const started = performance.now();
  playFrom(state, roundTerms([A, B]), ...Array.from({ length: 500 }, () => junk));
  t.true(performance.now() - started < 10_000);
});

test('A30: the transaction has the shape of the crowd: version, sequence, and a locktime at the tip or a bit before', (t) => {
  const locktimes = new Set<number>();
  for (let draw = 0; draw < 300; draw += 1) {
    const { version, inputs, locktime } = parseTransaction(joinOf([A, B], { random: systemRandom }).raw);
    t.is(version, 2);
    t.true(inputs.every(({ sequence }) => sequence === 0xffff_fffe));
    t.true(locktime <= TIP && locktime >= TIP - 99);
    locktimes.add(locktime);
  }
  t.true(locktimes.has(TIP) && locktimes.size > 3);
});

test('A30: positions tell nothing: each coin and each output is in each place', (t) => {
  const first = new Set<string>();
  for (let draw = 0; draw < 200; draw += 1) {
    const { inputs } = parseTransaction(joinOf([A, B], { random: systemRandom }).raw);
    first.add(`${inputs[0]?.txid ?? ''}:${inputs[0]?.vout ?? 0}`);
  }
  t.is(first.size, 4);
});

test('A40: an amount that the net VM made up is noticed before we sign: the maker signed for the real one', (t) => {
  const lie = 500_000n;
  const coins = A.coins.map((coin) => ({ ...coin, value: sats(coin.value + lie) }));
  const deceived = { ...A, coins, ready: { ...A.ready, coins, change: sats(A.ready.change + lie) } };
  const join = joinOf([deceived]);
  const { state } = play(roundTerms([A]), ...getsReady(deceived), { event: 'built', join });
  t.is(phaseOf(state), 'signing');
  const index = join.inputs.findIndex(({ owner }) => owner === A.nick);
  const [real] = A.coins;
  if (real === undefined) return t.fail();
  const signed = (value: bigint): string => {
    const signature = signInputOf(join, index, partyKey(1, 0), { value: sats(value) });
    return phaseOf(playFrom(state, roundTerms([A]), message(A.nick, { command: 'sig', signature })).state);
  };
  t.is(signed(real.value), 'signing');
  t.is(signed(real.value + lie), 'complete');
});

test('A15: signatures with a high s, which no node relays, are not taken', (t) => {
  const { state, join } = signingRound([A]);
  const [index, good] = [...honestSignatures(join, A)][0] ?? [0, new Uint8Array(0)];
  const length = good[3 + 1] ?? 0;
  t.true(index > 0 && length > 0);
  const order = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;
  const at = 5 + length + 2;
  const s = BigInt(`0x${Buffer.from(good.subarray(at, at + (good[at - 1] ?? 0))).toString('hex')}`);
  const high = Buffer.from((order - s).toString(16).padStart(64, '0'), 'hex');
  const der = concat(
    Uint8Array.of(0x30, 2 + length + 2 + 33, 2, length),
    good.subarray(5, 5 + length),
    Uint8Array.of(2, 33, 0),
    high,
    Uint8Array.of(1),
  );
  const signature = concat(Uint8Array.of(der.length), der, good.subarray(1 + (good[0] ?? 0)));
  const step = playFrom(state, roundTerms([A]), message(A.nick, { command: 'sig', signature }));
  t.not(phaseOf(step.state), 'complete');
});
