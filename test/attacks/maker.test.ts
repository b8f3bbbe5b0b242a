import test, { type ExecutionContext } from 'ava';
import { outpointKey, type Outpoint } from '../../shared/bitcoin/outpoint.ts';
import { PeerFailure } from '../../shared/bridge/bridge-error.ts';
import { publicKeyOf } from '../../shared/crypto/sign.ts';
import { p2wpkhScript } from '../../shared/bitcoin/script.ts';
import type { Commitment, Nick } from '../../shared/jm/command.ts';
import type { Disclosure } from '../../vm-wallet/maker/session-types.ts';
import { wideGaps } from '../../vm-wallet/maker/gap-alarm.ts';
import { IDLE_MAKER } from '../../vm-wallet/maker/sessions.ts';
import { disclose } from '../../vm-wallet/runtime/disclose.ts';
import { OfferBoard } from '../../vm-wallet/runtime/offer-board.ts';
import { drawnRandom } from '../fixtures/drawn-random.ts';
import { recordedHub } from '../fixtures/messages-client.ts';
import { DEFAULT_SETTINGS } from '../fixtures/offer-settings.ts';
import { PROMISE_SECONDS, signForTaker } from '../../vm-wallet/runtime/sign-for-taker.ts';
import { transactionOf, type Payment } from '../fixtures/blocks.ts';
import { AMOUNT, partyKey, partyScript } from '../fixtures/coinjoin-parties.ts';
import {
  auth,
  deeds,
  fill,
  fillOf,
  makerRecords,
  makerTerms,
  NOW,
  playMaker,
  push,
  reach,
  roundOf,
  says,
  stageOf,
  strangersFill,
  takerParty,
} from '../fixtures/maker-session.ts';
import { openTestWallet, outpointAt, paidTo, type TestWallet } from '../fixtures/wallet-context.ts';

const TAKER = takerParty(2);
const OTHER = takerParty(3);
const CHANGE = 2_000_000 - Number(AMOUNT) + 500;
const SILENT = { coin: () => Promise.reject(new PeerFailure('node-down', 'the node is down')) };
const COINS = [paidTo('1/0/0', 2_000_000), paidTo('3/0/0', 2_000_000), paidTo('4/0/5', 9_000_000)];

const keysOf = ({ coins }: Disclosure): readonly string[] => coins.map(outpointKey);

/** Shows coins to a taker that then walks away. */
async function probe(wallet: TestWallet, round: string): Promise<Disclosure | null> {
  const disclosure = await disclose(wallet.context, fillOf(TAKER, { round, startedAt: wallet.clock.now }));
  await wallet.context.store.commit((draft) => {
    const record = draft.rounds[round];
    if (record !== undefined) Object.assign(record, { outcome: 'abandoned', reason: 'it left' });
    draft.leases = {};
  });
  return disclosure;
}

test('A1: a prober that comes back again and again sees one set of coins', async (t) => {
  const wallet = await openTestWallet(t, COINS);
  const seen = new Set<string>();
  const addresses = new Set<string>();
  for (let number = 0; number < 8; number += 1) {
    const disclosure = await probe(wallet, `round ${number}`);
    if (disclosure === null) return t.fail();
    keysOf(disclosure).forEach((key) => seen.add(key));
    // A26: and no address is ever shown twice.
    addresses.add(disclosure.coinjoinAddress.address).add(disclosure.changeAddress.address);
  }
  t.is(seen.size, 1);
  t.is(addresses.size, 16);
});

test('A1: the budget of an hour and of a day ends the probing', async (t) => {
  const probed = async (count: number, startedAt: number): Promise<boolean> => {
    const wallet = await openTestWallet(t, COINS, { rounds: makerRecords(count, { startedAt }) });
    return (await probe(wallet, 'one more')) !== null;
  };
  t.true(await probed(119, NOW - 3599));
  t.false(await probed(120, NOW - 3599));
  t.true(await probed(999, NOW - 86_399));
  t.false(await probed(1000, NOW - 86_399));
});

test('A25: a fill without a proof uses up no address, and disclosures in vain raise an alarm', async (t) => {
  const { effects } = playMaker(
    IDLE_MAKER,
    makerTerms(),
    ...[3, 4, 5].map((number) => strangersFill(number)),
  );
  t.false(effects.some(({ effect }) => effect === 'disclose'));
  const wallet = await openTestWallet(t, COINS);
  t.deepEqual(wideGaps(wallet.context.store.state, 6), []);
  for (let number = 0; number < 5; number += 1) await probe(wallet, `round ${number}`);
  t.true(wideGaps(wallet.context.store.state, 6).length > 0);
});

test('A26, 2.8/0.33: addresses are on disk before they are shown, and stay used when the round dies', async (t) => {
  const wallet = await openTestWallet(t, COINS);
  const first = await probe(wallet, 'round 1');
  const shown = Object.values((await wallet.onDisk()).shown).map(({ address }) => address);
  t.true(shown.includes(first?.coinjoinAddress.address ?? ''));
  t.true(shown.includes(first?.changeAddress.address ?? ''));
  const second = await probe(wallet, 'round 2');
  t.not(second?.changeAddress.address, first?.changeAddress.address);
});

test('A33: deposits of mixdepth 0 are not merged for a taker, and mixdepths never', async (t) => {
  const small = [paidTo('0/0/0', 700_000), paidTo('0/0/1', 700_000), paidTo('1/0/0', 700_000)];
  t.is(await disclose((await openTestWallet(t, small)).context, fillOf(TAKER)), null);
  const mergeable = [paidTo('1/0/0', 700_000), paidTo('1/0/1', 700_000)];
  const disclosure = await disclose((await openTestWallet(t, mergeable)).context, fillOf(TAKER));
  t.is(disclosure?.coins.length, 2);
});

/** A wallet that has shown a coin, and the taker that now sends a transaction. */
async function attacked(t: ExecutionContext) {
  const wallet = await openTestWallet(t, COINS);
  const disclosure = await disclose(wallet.context, fillOf(TAKER));
  if (disclosure === null) throw new Error('nothing was disclosed');
  const own = (which: 'coinjoinAddress' | 'changeAddress'): Uint8Array =>
    wallet.context.keys.scriptAt(disclosure[which].path);
  const value = disclosure.coins.reduce((sum, coin) => sum + Number(coin.value), 0);
  const honest: readonly Payment[] = [
    { script: partyScript(2, 1), value: Number(AMOUNT) },
    { script: own('coinjoinAddress'), value: Number(AMOUNT) },
    { script: own('changeAddress'), value: CHANGE + value - 2_000_000 },
  ];
  const sign = async (
    payments: readonly Payment[],
    inputs: readonly Outpoint[] = [TAKER.coin, ...disclosure.coins],
    alter: (transaction: ReturnType<typeof transactionOf>) => void = () => undefined,
  ): Promise<string> => {
    const transaction = transactionOf(inputs, payments);
    alter(transaction);
    const outcome = await signForTaker(
      wallet.context,
      fillOf(TAKER),
      disclosure,
      transaction.toBuffer(),
      SILENT,
    );
    return outcome.ok ? 'signed' : outcome.reason;
  };
  return { wallet, disclosure, honest, sign };
}

test('A34, A35: no transaction that leaves out, doubles or shortens what is ours is signed', async (t) => {
  const { honest, sign, disclosure } = await attacked(t);
  const [theirs, coinjoin, change] = honest;
  if (theirs === undefined || coinjoin === undefined || change === undefined) return t.fail();
  const less = (payment: Payment, by: number): Payment => ({ ...payment, value: payment.value - by });
  const attacks: Record<string, readonly Payment[]> = {
    'no coinjoin output': [theirs, theirs, change],
    'no change': [theirs, coinjoin],
    'coinjoin output twice': [theirs, coinjoin, coinjoin, change],
    'change twice': [theirs, coinjoin, change, change],
    'coinjoin output short': [theirs, less(coinjoin, 1), change],
    'A34: earns one sat less': [theirs, coinjoin, less(change, 1)],
    'A34: earns nothing': [theirs, coinjoin, less(change, 500)],
    'change in the coinjoin output': [theirs, { ...coinjoin, value: coinjoin.value + change.value }],
    'to a used address of ours': [
      theirs,
      coinjoin,
      { ...change, script: disclosure.coins[0]?.scriptPubKey ?? theirs.script },
    ],
  };
  for (const [name, payments] of Object.entries(attacks)) {
    t.not(await sign(payments), 'signed', name);
  }
  t.is(await sign(honest), 'signed');
});

test('A35, 2.8/0.35: nor one with other coins of ours, a coin twice, a far locktime, or thousands of outputs', async (t) => {
  const { honest, sign, disclosure } = await attacked(t);
  const [own] = disclosure.coins;
  if (own === undefined) return t.fail();
  const others = COINS.map(([key]) => key).filter((key) => key !== outpointKey(own));
  t.is(others.length, 2);
  for (const path of ['1/0/0', '3/0/0', '4/0/5']) {
    const coin = outpointAt(path);
    if (outpointKey(coin) !== outpointKey(own))
      t.not(await sign(honest, [TAKER.coin, own, coin]), 'signed', path);
  }
  t.not(await sign(honest, [TAKER.coin, own, own]), 'signed', 'our coin twice');
  t.not(await sign(honest, [TAKER.coin, TAKER.coin, own]), 'signed', 'their coin twice');
  t.not(await sign(honest, [TAKER.coin]), 'signed', 'without our coin');
  t.not(await sign(honest, undefined, (one) => (one.locktime = 700_000)), 'signed');
  t.not(await sign(honest, undefined, (one) => (one.locktime = 1_700_000_000)), 'signed');
  t.not(await sign(honest, undefined, (one) => (one.version = 3)), 'signed', 'version 3');
  const locked = await sign(honest, undefined, ({ ins }) => {
    for (const input of ins) input.sequence = 10;
  });
  t.not(locked, 'signed', 'a relative lock');
  const dust = Array.from({ length: 300 }, (_unused, number) => ({
    script: p2wpkhScript(publicKeyOf(partyKey(9, number % 200))),
    value: 1000,
  }));
  t.not(await sign([...honest, ...dust]), 'signed', 'too many outputs');
  t.not(await sign(honest.slice(1)), 'signed', 'nobody else has an equal output');
});

test('A36: one coin is not given to two joins, and one round not signed twice', async (t) => {
  const { wallet, disclosure, honest, sign } = await attacked(t);
  const second = await disclose(wallet.context, fillOf(OTHER, { round: 'round 2' }));
  t.true(keysOf(disclosure).every((key) => second === null || !keysOf(second).includes(key)));
  t.is(await sign(honest), 'signed');
  t.not(await sign(honest), 'signed');
  // The other taker can't have it signed by naming it either.
  if (second === null) return t.fail();
  const stolen = transactionOf([OTHER.coin, ...disclosure.coins], honest).toBuffer();
  const outcome = await signForTaker(
    wallet.context,
    fillOf(OTHER, { round: 'round 2' }),
    second,
    stolen,
    SILENT,
  );
  t.false(outcome.ok);
});

test('A37: coins of a join that is never broadcast are lent for a time only, and are offered again then', async (t) => {
  const wallet = await openTestWallet(t, [paidTo('1/0/0', 2_000_000)]);
  const disclosure = await disclose(wallet.context, fillOf(TAKER));
  if (disclosure === null) return t.fail();
  const raw = transactionOf(
    [TAKER.coin, ...disclosure.coins],
    [
      { script: partyScript(2, 1), value: Number(AMOUNT) },
      { script: wallet.context.keys.scriptAt(disclosure.coinjoinAddress.path), value: Number(AMOUNT) },
      { script: wallet.context.keys.scriptAt(disclosure.changeAddress.path), value: CHANGE },
    ],
  ).toBuffer();
  t.true((await signForTaker(wallet.context, fillOf(TAKER), disclosure, raw, SILENT)).ok);
  const again = (round: string): Promise<Disclosure | null> =>
    disclose(wallet.context, fillOf(OTHER, { round, startedAt: wallet.clock.now }));
  wallet.clock.now = NOW + PROMISE_SECONDS - 1;
  t.is(await again('round 2'), null);
  wallet.clock.now = NOW + PROMISE_SECONDS;
  t.not(await again('round 3'), null);
});

test('A49: push is for the very transaction that was signed for this taker, once, and in time', (t) => {
  const terms = makerTerms();
  const state = reach('signed', TAKER, terms);
  const pushes = (...events: Parameters<typeof playMaker>[2][]): number =>
    playMaker(state, terms, ...events).effects.filter(({ effect }) => effect === 'push').length;
  t.is(pushes(push(TAKER)), 1);
  t.is(pushes(push(TAKER), push(TAKER)), 1);
  t.is(pushes(push(TAKER, OTHER.unsigned)), 0);
  t.is(pushes(push(OTHER, TAKER.unsigned)), 0);
  t.is(pushes(push(TAKER, new Uint8Array(100))), 0);
  t.is(pushes(push(TAKER, TAKER.unsigned.subarray(0, -1))), 0);
  const late = makerTerms({ now: NOW + 3601 });
  t.deepEqual(deeds(playMaker(state, late, push(TAKER)).effects), []);
});

test('A24, 2.8/0.22, 2.8/0.23: takers that come under new nicks, and go, leave a bounded state', (t) => {
  const terms = makerTerms();
  let state = IDLE_MAKER;
  for (let number = 0; number < 1000; number += 1) {
    ({ state } = playMaker(state, terms, strangersFill(number % 100), strangersFill((number * 7) % 100)));
  }
  t.true(state.sessions.size <= 128);
  const later = makerTerms({ now: NOW + 301 });
  ({ state } = playMaker(state, later, { event: 'tick' }));
  t.is(state.sessions.size, 0);
});

test('A17, A19: a step out of place, or again, moves nothing', (t) => {
  const terms = makerTerms();
  const disclosed = reach('disclosed', TAKER, terms);
  const repeated = playMaker(
    disclosed,
    terms,
    fill(TAKER),
    says(TAKER.nick, { command: 'auth', revelation: TAKER.podle.revelation }),
    says(OTHER.nick, { command: 'tx', transaction: TAKER.unsigned }),
  );
  t.is(stageOf(repeated.state, TAKER), 'disclosed');
  t.is(roundOf(repeated.state, TAKER), roundOf(disclosed, TAKER));
  t.deepEqual(deeds(repeated.effects), []);
});

test('A8: who overhears a commitment can’t shut its owner out by asking with it first', (t) => {
  const terms = makerTerms();
  const squatter = fill(OTHER, { commitment: TAKER.podle.commitment });
  const { state } = playMaker(IDLE_MAKER, terms, squatter, fill(TAKER));
  t.is(stageOf(state, TAKER), 'filled');
});

test('A8: a rumour between fill and auth does not shut out the owner of a commitment', (t) => {
  const state = reach('filled', TAKER, makerTerms());
  const rumoured = makerTerms({ isBlacklisted: () => true });
  t.is(stageOf(playMaker(state, rumoured, auth(TAKER)).state, TAKER), 'proving');
});

test('A8: of two that ask with one commitment, the first that proves it is served, and nobody after it', (t) => {
  const terms = makerTerms();
  const twin = fill(OTHER, { commitment: TAKER.podle.commitment });
  const both = playMaker(IDLE_MAKER, terms, twin, fill(TAKER), auth(TAKER));
  t.is(stageOf(both.state, TAKER), 'proving');
  const late = says(OTHER.nick, { command: 'auth', revelation: TAKER.podle.revelation });
  t.not(stageOf(playMaker(both.state, terms, late).state, OTHER), 'proving');
});

test('A29: what changes with a block is announced some random time after it', async (t) => {
  const delays = new Set<number>();
  for (const unit of [0.1, 0.5, 0.9]) {
    const wallet = await openTestWallet(t, [paidTo('1/0/0', 5_000_000), paidTo('1/0/1', 1_000_000)]);
    const context = { ...wallet.context, random: drawnRandom(unit) };
    const board = new OfferBoard(context, {
      settings: DEFAULT_SETTINGS,
      tell: () => undefined,
      nick: OTHER.nick,
      bond: null,
    });
    const { hub, published } = recordedHub();
    await board.announce(hub);
    const before = published.length;
    await wallet.context.store.commit((draft) => {
      const [key, coin] = paidTo('1/0/2', 2_000_000);
      draft.coins[key] = coin;
    });
    await board.update(hub);
    t.is(published.length, before, 'not with the block');
    let waited = 0;
    for (; published.length === before && waited <= 600; waited += 1) {
      wallet.clock.now = NOW + waited;
      await board.tick(hub);
    }
    t.true(published.length > before, 'but within ten minutes');
    delays.add(waited);
  }
  t.is(delays.size, 3);
});

test('A24: strangers that ask and go no further do not push out a taker that is about to prove its coin', (t) => {
  const terms = makerTerms();
  let { state } = playMaker(IDLE_MAKER, terms, fill(TAKER));
  for (let number = 0; number < 200; number += 1) {
    const stranger = `J5stranger${number.toString().padStart(6, 'z')}` as Nick;
    const asks = strangersFill(number % 100);
    if (asks.event !== 'message' || asks.command.command !== 'fill') return t.fail();
    const commitment = (number + 1).toString(16).padStart(64, '0') as Commitment;
    ({ state } = playMaker(state, terms, says(stranger, { ...asks.command, commitment })));
  }
  t.is(stageOf(state, TAKER), 'filled');
});
