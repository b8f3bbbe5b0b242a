import test from 'ava';
import type { BoxPublicKey, PrivateCommand } from '../../../../shared/jm/command.ts';
import { counterpartyKey } from '../../../../vm-wallet/taker/round-step.ts';
import { stepRound } from '../../../../vm-wallet/taker/round.ts';
import type { RoundEffect, RoundEvent, RoundState } from '../../../../vm-wallet/taker/round-types.ts';
import {
  AMOUNT,
  exampleMakers,
  honestSignatures,
  joinOf,
  makerParty,
  partyKey,
  signInputOf,
} from '../../../fixtures/coinjoin-parties.ts';
import { makerNick } from '../../../fixtures/offers.ts';
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
  shows,
  signingRound,
  signs,
} from '../../../fixtures/taker-round.ts';

const [A, B] = exampleMakers();
const C = makerParty(3, { values: [900_000n, 700_000n] });
const MAKERS = [A, B, C];
const TERMS = roundTerms(MAKERS);
const LESS = roundTerms(MAKERS, { minimumMakers: 2 });
const STRANGER = makerNick(9);
const GATHER_OVER: RoundEvent = { event: 'timeout', timer: 'gather' };
const SIGN_OVER: RoundEvent = { event: 'timeout', timer: 'sign' };

/** Effects without the reports, which are for people. */
function deeds(effects: readonly RoundEffect[]): readonly RoundEffect[] {
  return effects.filter(({ effect }) => effect !== 'report');
}

function failureOf(state: RoundState): unknown {
  return state.phase === 'failed' ? state.failure : state.phase;
}

function stepsOf(state: RoundState): readonly string[] {
  return [...state.makers.values()].map(({ step }) => step);
}

function error(text: string): PrivateCommand {
  return { command: 'error', text };
}

test('the start asks every maker at once, with one commitment and the oid it offered', (t) => {
  const terms = roundTerms([A, makerParty(4, { offer: { oid: 7 } })]);
  const { state, effects } = play(terms);
  const fill = (to: number, oid: number): RoundEffect => ({
    effect: 'send',
    to: makerNick(to),
    command: {
      command: 'fill',
      oid,
      amount: AMOUNT,
      takerKey: terms.takerKey,
      commitment: terms.podle.commitment,
    },
  });
  t.deepEqual(effects, [fill(1, 0), fill(4, 7), { effect: 'timer', timer: 'fill', seconds: 60 }]);
  t.deepEqual(stepsOf(state), ['asked', 'asked']);
});

test('our coin is proven to all at once, when the last box key is there', (t) => {
  const waiting = play(TERMS, pubkey(A), pubkey(C));
  t.deepEqual(deeds(waiting.effects).slice(MAKERS.length + 1), []);
  t.deepEqual(stepsOf(waiting.state), ['answered', 'asked', 'answered']);
  t.is(counterpartyKey(waiting.state, A.nick), A.makerKey);
  t.is(counterpartyKey(waiting.state, B.nick), null);
  t.is(counterpartyKey(waiting.state, STRANGER), null);
  const { state, effects } = stepRound(waiting.state, pubkey(B), TERMS);
  const command = { command: 'auth', revelation: TERMS.podle.revelation } as const;
  t.deepEqual(deeds(effects), [
    ...MAKERS.map(({ nick }): RoundEffect => ({ effect: 'send', to: nick, command })),
    { effect: 'timer', timer: 'gather', seconds: 60 },
  ]);
  t.deepEqual(stepsOf(state), ['authorised', 'authorised', 'authorised']);
});

test('who does not answer to fill is left out, and the others get the proof', (t) => {
  for (const [end, reason] of [
    [FILL_OVER, 'no answer to fill'],
    [message(B.nick, error('blacklisted')), 'it answered "blacklisted"'],
    [{ event: 'left', nick: B.nick }, 'it left'],
  ] as const) {
    const { state, effects } = play(LESS, pubkey(A), pubkey(C), end);
    t.deepEqual(stepsOf(state), ['authorised', 'failed', 'authorised']);
    t.like(state.makers.get(B.nick), { reason });
    t.true(
      effects.some(
        (one) => one.effect === 'report' && one.nick === B.nick && one.text === `is out: ${reason}`,
      ),
    );
  }
  const late = play(LESS, pubkey(A), pubkey(C), FILL_OVER);
  t.deepEqual(playFrom(late.state, LESS, FILL_OVER, pubkey(B)), { state: late.state, effects: [] });
});

test('a maker with a key to which nothing can be encrypted is out at once, and another one is asked', (t) => {
  const spare = makerParty(4, {});
  const terms = roundTerms([A, B], { spares: [spare.candidate] });
  const key = `01${'00'.repeat(31)}` as BoxPublicKey;
  const bad = message(B.nick, { command: 'pubkey', makerKey: key, features: [] });
  const { state, effects } = play(terms, pubkey(A), bad);
  t.like(state.makers.get(B.nick), { step: 'failed', fault: 'broke-rule' });
  t.is(state.makers.get(spare.nick)?.step, 'asked');
  const said = effects.flatMap((one) => (one.effect === 'report' && one.nick === B.nick ? [one.text] : []));
  t.deepEqual(said, ['is out: nothing can be encrypted to its key']);
  const alone = play(TERMS, pubkey(A), pubkey(C), bad);
  t.is(alone.state.phase, 'failed');
  t.false(alone.effects.some((one) => one.effect === 'send' && one.command.command === 'auth'));
});

test('nothing is proven to too few', (t) => {
  const { state, effects } = play(LESS, pubkey(A), FILL_OVER);
  t.deepEqual(failureOf(state), {
    cause: 'too-few-makers',
    reasons: new Map([
      [B.nick, 'no answer to fill'],
      [C.nick, 'no answer to fill'],
    ]),
    faults: new Map([
      [B.nick, 'silent'],
      [C.nick, 'silent'],
    ]),
    honest: [A.nick],
  });
  t.false(effects.some((one) => one.effect === 'send' && one.command.command === 'auth'));
});

test('coins that a maker shows are looked up, in its order', (t) => {
  const before = play(TERMS, ...MAKERS.map(pubkey)).state;
  const { state, effects } = stepRound(before, ioauth(C), TERMS);
  t.deepEqual(deeds(effects), [{ effect: 'look-up', nick: C.nick, coins: C.ioauth.utxos }]);
  t.deepEqual(stepsOf(state), ['authorised', 'authorised', 'checking']);
  t.is(counterpartyKey(state, C.nick), C.makerKey);
});

test('when the last maker is ready all of them are built from', (t) => {
  const before = play(TERMS, ...MAKERS.map(pubkey), ...shows(C), ioauth(B), ...shows(A));
  t.deepEqual(stepsOf(before.state), ['ready', 'checking', 'ready']);
  const { state, effects } = stepRound(before.state, coinsOf(B), TERMS);
  const ready = MAKERS.map((maker) => maker.ready);
  t.deepEqual(deeds(effects), [{ effect: 'build', makers: ready }]);
  t.is(state.phase, 'building');
});

test('a maker that is refused carries the reason, and the others go on', (t) => {
  const foreign = message(B.nick, { ...B.ioauth, utxos: [...B.ioauth.utxos, ...A.ioauth.utxos] });
  const { state, effects } = play(LESS, ...MAKERS.map(pubkey), ...shows(A), ...shows(C), foreign);
  t.like(state.makers.get(B.nick), { step: 'failed', reason: 'foreign-coin', makerKey: B.makerKey });
  t.deepEqual(deeds(effects).at(-1), { effect: 'build', makers: [A.ready, C.ready] });
});

test('coins without evidence refuse their maker', (t) => {
  const { state } = play(LESS, ...MAKERS.map(pubkey), ioauth(A), coinsOf(A, [null]));
  t.like(state.makers.get(A.nick), { step: 'failed', reason: 'coin-not-found' });
});

test('our own coins and addresses are nobody else’s', (t) => {
  const own = { ...A.ioauth, utxos: [...A.ioauth.utxos, TERMS.podle.revelation.utxo] };
  t.like(play(LESS, ...MAKERS.map(pubkey), message(A.nick, own)).state.makers.get(A.nick), {
    reason: 'foreign-coin',
  });
  const terms = { ...LESS, ownScripts: new Set([Buffer.from(A.ready.changeScript).toString('hex')]) };
  t.like(play(terms, ...MAKERS.map(pubkey), ioauth(A)).state.makers.get(A.nick), { reason: 'known-address' });
});

test('of two makers with the same coin or address, looked up at once, the first keeps it', (t) => {
  const sameCoin = message(B.nick, { ...B.ioauth, utxos: [...B.ioauth.utxos, ...A.ioauth.utxos] });
  const sameAddress = message(B.nick, { ...B.ioauth, changeAddress: A.ioauth.changeAddress });
  for (const [shown, coins, reason] of [
    [sameCoin, [...B.coins, ...A.coins], 'foreign-coin'],
    [sameAddress, B.coins, 'known-address'],
  ] as const) {
    const { state } = play(LESS, ...MAKERS.map(pubkey), ioauth(A), shown, coinsOf(A), coinsOf(B, coins));
    t.deepEqual(stepsOf(state), ['ready', 'failed', 'authorised']);
    t.like(state.makers.get(B.nick), { reason });
  }
});

test('a maker may bring as many coins as the terms say', (t) => {
  const ready = (maxCoinsPerMaker: number): string | undefined =>
    play(roundTerms([C, A], { maxCoinsPerMaker }), pubkey(C), pubkey(A), ...shows(C)).state.makers.get(C.nick)
      ?.step;
  t.is(ready(3), 'ready');
  t.is(ready(2), 'ready');
  t.is(ready(1), 'failed');
});

test('too few makers are those below the minimum', (t) => {
  const afterTwo = [...MAKERS.map(pubkey), ...shows(A), ...shows(B), GATHER_OVER];
  const phase = (minimumMakers: number): string =>
    play(roundTerms(MAKERS, { minimumMakers }), ...afterTwo).state.phase;
  t.is(phase(1), 'building');
  t.is(phase(2), 'building');
  t.is(phase(3), 'failed');
});

test('the time-out names what each maker did not answer', (t) => {
  const { state, effects } = play(LESS, pubkey(B), pubkey(C), FILL_OVER, ...shows(C), GATHER_OVER);
  t.deepEqual(failureOf(state), {
    cause: 'too-few-makers',
    reasons: new Map([
      [A.nick, 'no answer to fill'],
      [B.nick, 'no answer to auth'],
    ]),
    faults: new Map([
      [A.nick, 'silent'],
      [B.nick, 'silent'],
    ]),
    honest: [C.nick],
  });
  t.deepEqual(
    effects
      .filter(({ effect }) => effect === 'report')
      .filter((said) => /is out/u.test(JSON.stringify(said))),
    [
      { effect: 'report', nick: A.nick, text: 'is out: no answer to fill' },
      { effect: 'report', nick: B.nick, text: 'is out: no answer to auth' },
    ],
  );
  t.false(effects.some(({ effect }) => effect === 'build'));
});

test('a maker whose coins are still being looked up at the time-out is left out', (t) => {
  const { state, effects } = play(
    LESS,
    ...MAKERS.map(pubkey),
    ...shows(A),
    ...shows(B),
    ioauth(C),
    GATHER_OVER,
    coinsOf(C),
  );
  t.deepEqual(deeds(effects).at(-1), { effect: 'build', makers: [A.ready, B.ready] });
  t.is(state.makers.get(C.nick)?.step, 'failed');
});

test('an error or leaving ends a maker’s part at any step before the transaction', (t) => {
  const all = MAKERS.map(pubkey);
  const before: readonly (readonly RoundEvent[])[] = [
    [],
    [pubkey(A)],
    all,
    [...all, ioauth(A)],
    [...all, ...shows(A)],
  ];
  for (const events of before) {
    const left = play(LESS, ...events, { event: 'left', nick: A.nick });
    t.like(left.state.makers.get(A.nick), { step: 'failed', reason: 'it left' });
    const refused = play(LESS, ...events, message(A.nick, error('no')));
    t.like(refused.state.makers.get(A.nick), { step: 'failed', reason: 'it answered "no"' });
    const later = playFrom(refused.state, LESS, pubkey(A), ...shows(A), message(A.nick, error('never')));
    t.deepEqual([later.state, later.effects], [refused.state, []]);
    const gone = playFrom(refused.state, LESS, { event: 'left', nick: A.nick });
    t.deepEqual([gone.state, gone.effects], [refused.state, []]);
  }
});

test('when all makers fail the round fails at once', (t) => {
  const gone = MAKERS.map(({ nick }): RoundEvent => ({ event: 'left', nick }));
  t.like(failureOf(play(LESS, ...gone).state), { cause: 'too-few-makers', honest: [] });
});

test('the transaction goes to the makers in it, and the time for signatures starts', (t) => {
  const building = play(LESS, ...getsReady(A, B)).state;
  const join = joinOf([A, B]);
  const { state, effects } = stepRound(building, { event: 'built', join }, LESS);
  const command = { command: 'tx', transaction: join.raw } as const;
  t.deepEqual(effects, [
    { effect: 'send', to: A.nick, command },
    { effect: 'send', to: B.nick, command },
    { effect: 'timer', timer: 'sign', seconds: 60 },
  ]);
  t.is(state.phase, 'signing');
});

test('a transaction that no line can carry is not sent', (t) => {
  const building = play(TERMS, ...getsReady(...MAKERS)).state;
  const sent = (bytes: number): RoundState => {
    const join = { ...joinOf(MAKERS), raw: new Uint8Array(bytes) };
    return stepRound(building, { event: 'built', join }, TERMS).state;
  };
  // 39 709 characters a box, which hold 29 741 of base64.
  t.is(sent(22_305).phase, 'signing');
  t.like(failureOf(sent(22_306)), { cause: 'cannot-build', honest: MAKERS.map(({ nick }) => nick) });
});

test('a join that can’t be built fails the round with the reason', (t) => {
  const { state, effects } = play(TERMS, ...getsReady(...MAKERS), {
    event: 'cannot-build',
    reason: 'fees-exceed-inputs',
  });
  t.like(failureOf(state), { cause: 'cannot-build' });
  t.deepEqual(effects.at(-1), { effect: 'report', nick: null, text: 'fees-exceed-inputs' });
});

test('the round is complete with the last signature, in whatever order they come', (t) => {
  const { state, join } = signingRound(MAKERS);
  const all = [C, A, B].flatMap((maker) => signs(join, maker).reverse());
  t.is(all.length, 4);
  const before = playFrom(state, TERMS, ...all.slice(0, -1));
  t.is(before.state.phase, 'signing');
  t.deepEqual(deeds(before.effects), []);
  const last = playFrom(before.state, TERMS, ...all.slice(-1));
  t.deepEqual(deeds(last.effects), [{ effect: 'complete' }]);
  if (last.state.phase !== 'complete') return t.fail();
  t.deepEqual([...last.state.witnesses.keys()].sort(), [1, 2, 3, 4]);
});

test('a maker is reported once, when it owes nothing any more', (t) => {
  const { state, join } = signingRound(MAKERS);
  const [first, second] = signs(join, C);
  if (first === undefined || second === undefined) return t.fail();
  const report = { effect: 'report', nick: C.nick, text: 'signed; its signatures hold' } as const;
  t.deepEqual(playFrom(state, TERMS, first, first).effects, []);
  t.deepEqual(playFrom(state, TERMS, first, first, second, second).effects, [report]);
});

test('a signature counts only from the maker whose coin it is for', (t) => {
  const { state, join } = signingRound(MAKERS);
  for (const [index, signature] of honestSignatures(join, A)) {
    for (const nick of [B.nick, C.nick, STRANGER]) {
      t.is(stepRound(state, message(nick, { command: 'sig', signature }), TERMS).state, state);
    }
    const none = signInputOf(join, index, partyKey(A.number, 0), { sighash: 2 });
    t.is(stepRound(state, message(A.nick, { command: 'sig', signature: none }), TERMS).state, state);
    t.not(stepRound(state, message(A.nick, { command: 'sig', signature }), TERMS).state, state);
  }
});

test('nobody signs for us', (t) => {
  const { state, join } = signingRound(MAKERS);
  const index = join.inputs.findIndex(({ owner }) => owner === null);
  const signature = signInputOf(join, index, partyKey(0, 0));
  t.is(stepRound(state, message(A.nick, { command: 'sig', signature }), TERMS).state, state);
});

test('missing signatures name those who owe them', (t) => {
  const { state, join } = signingRound(MAKERS);
  const [half] = signs(join, C);
  if (half === undefined) return t.fail();
  t.deepEqual(failureOf(playFrom(state, TERMS, ...signs(join, A), half, SIGN_OVER).state), {
    cause: 'missing-signatures',
    reasons: new Map([B, C].map(({ nick }) => [nick, 'no valid signature in time'])),
    faults: new Map([B, C].map(({ nick }) => [nick, 'silent'])),
    honest: [A.nick],
  });
});

test('each step of a maker is taken once', (t) => {
  const asked = play(LESS).state;
  t.is(stepRound(asked, ioauth(A), LESS).state, asked);
  t.is(stepRound(asked, coinsOf(A), LESS).state, asked);
  const authorised = play(LESS, pubkey(A)).state;
  const otherKey = message(A.nick, { command: 'pubkey', makerKey: B.makerKey, features: [] });
  t.is(stepRound(authorised, otherKey, LESS).state, authorised);
  const checking = play(LESS, pubkey(A), ioauth(A)).state;
  t.is(stepRound(checking, ioauth(A), LESS).state, checking);
  const ready = play(LESS, ...getsReady(A)).state;
  for (const event of [otherKey, ioauth(A), coinsOf(A, [null])]) {
    t.is(stepRound(ready, event, LESS).state, ready);
  }
});
