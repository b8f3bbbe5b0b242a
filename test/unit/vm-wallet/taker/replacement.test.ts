import test from 'ava';
import { createPodle, type Podle } from '../../../../shared/jm/podle/create.ts';
import type { Nick } from '../../../../shared/jm/command.ts';
import type { RoundEffect, RoundEvent, RoundState } from '../../../../vm-wallet/taker/round-types.ts';
import { makerParty, partyCoin, partyKey, type MakerParty } from '../../../fixtures/coinjoin-parties.ts';
import {
  coinsOf,
  FILL_OVER,
  ioauth,
  message,
  play,
  playFrom,
  pubkey,
  roundTerms,
  shows,
} from '../../../fixtures/taker-round.ts';

const PARTIES = Array.from({ length: 12 }, (_unused, index) => makerParty(index + 1));
const [A, B, C, D, E, F, G] = PARTIES as [
  MakerParty,
  MakerParty,
  MakerParty,
  MakerParty,
  MakerParty,
  MakerParty,
  MakerParty,
];
const MAKERS = [A, B, C];
const SPARES = PARTIES.slice(3);
const TERMS = roundTerms(MAKERS, { minimumMakers: 2, spares: SPARES.map(({ candidate }) => candidate) });
const GATHER_OVER: RoundEvent = { event: 'timeout', timer: 'gather' };

/** The commitment that our coin makes with its nth use. */
function use(index: number): Podle {
  const { txid, vout } = partyCoin(0, 0, 1n);
  return createPodle({ privateKey: partyKey(0, 0), utxo: { txid, vout }, index });
}

function says(maker: MakerParty, text: string): RoundEvent {
  return message(maker.nick, { command: 'error', text });
}

const burnt = (maker: MakerParty): RoundEvent => says(maker, `Commitment is blacklisted: ${'ab'.repeat(32)}`);

/** Who gets a command, in order. */
function sentTo(effects: readonly RoundEffect[], command: string): readonly Nick[] {
  return effects.flatMap((effect) =>
    effect.effect === 'send' && effect.command.command === command ? [effect.to] : [],
  );
}

/** The commitments of `fill` by maker, the last one of each. */
function commitments(effects: readonly RoundEffect[]): ReadonlyMap<Nick, string> {
  return new Map(
    effects.flatMap((effect) =>
      effect.effect === 'send' && effect.command.command === 'fill'
        ? [[effect.to, effect.command.commitment] as const]
        : [],
    ),
  );
}

function nicks(...makers: readonly MakerParty[]): readonly Nick[] {
  return makers.map(({ nick }) => nick);
}

function stepOf(state: RoundState, { nick }: MakerParty): string | undefined {
  return state.makers.get(nick)?.step;
}

test('who does not answer to fill is replaced, and nothing is proven before', (t) => {
  for (const end of [FILL_OVER, says(C, 'amount out of range'), { event: 'left', nick: C.nick } as const]) {
    const { state, effects } = play(TERMS, pubkey(A), pubkey(B), end);
    t.deepEqual(sentTo(effects, 'fill'), nicks(A, B, C, D));
    t.deepEqual(sentTo(effects, 'auth'), []);
    t.is(effects.filter((effect) => effect.effect === 'timer' && effect.timer === 'fill').length, 2);
    const last = playFrom(state, TERMS, pubkey(D));
    t.deepEqual(sentTo(last.effects, 'auth'), nicks(A, B, D));
  }
});

test('makers are replaced three times in fill, and then as many as are needed go on', (t) => {
  const { state, effects } = play(TERMS, pubkey(A), pubkey(B), FILL_OVER, FILL_OVER, FILL_OVER);
  t.deepEqual(sentTo(effects, 'fill'), nicks(A, B, C, D, E, F));
  t.is(stepOf(state, F), 'asked');
  const last = playFrom(state, TERMS, FILL_OVER);
  t.deepEqual(sentTo(last.effects, 'fill'), []);
  t.deepEqual(sentTo(last.effects, 'auth'), nicks(A, B));
});

test('too few after three passes fail, and nothing was proven', (t) => {
  const { state, effects } = play(TERMS, pubkey(A), FILL_OVER, FILL_OVER, FILL_OVER, FILL_OVER);
  t.is(sentTo(effects, 'fill').length, 3 + 3 * 2);
  t.deepEqual(sentTo(effects, 'auth'), []);
  t.like(state, { phase: 'failed', failure: { cause: 'too-few-makers', honest: [A.nick] } });
});

test('who breaks a rule in auth is replaced three times, while the others wait', (t) => {
  const bad = (maker: MakerParty): readonly RoundEvent[] => [ioauth(maker), coinsOf(maker, [null])];
  const first = play(TERMS, ...MAKERS.map(pubkey), ...shows(A), ...bad(B), ...shows(C));
  t.deepEqual(sentTo(first.effects, 'fill'), nicks(A, B, C, D));
  t.is(first.state.phase, 'gathering');
  const second = playFrom(
    first.state,
    TERMS,
    pubkey(D),
    ...bad(D),
    pubkey(E),
    ...bad(E),
    pubkey(F),
    ...bad(F),
  );
  t.deepEqual(sentTo(second.effects, 'fill'), nicks(E, F));
  t.deepEqual(second.effects.at(-1), { effect: 'build', makers: [A.ready, C.ready] });
  const good = playFrom(first.state, TERMS, pubkey(D), ...shows(D));
  t.deepEqual(good.effects.at(-1), { effect: 'build', makers: [A.ready, C.ready, D.ready] });
});

test('a silence in auth is replaced when its time is over', (t) => {
  const waiting = play(TERMS, ...MAKERS.map(pubkey), ...shows(A), ...shows(B));
  t.deepEqual(sentTo(waiting.effects, 'fill'), nicks(A, B, C));
  const { state, effects } = playFrom(waiting.state, TERMS, GATHER_OVER);
  t.deepEqual(sentTo(effects, 'fill'), nicks(D));
  // The old time-out means nothing to the new maker, which has its own.
  t.is(playFrom(state, TERMS, GATHER_OVER).state, state);
  const silent = playFrom(state, TERMS, FILL_OVER, FILL_OVER, FILL_OVER);
  t.deepEqual(silent.effects.at(-1), { effect: 'build', makers: [A.ready, B.ready] });
});

test('passes in fill leave three for auth', (t) => {
  const { state } = play(TERMS, pubkey(A), pubkey(B), FILL_OVER, FILL_OVER, FILL_OVER, pubkey(F));
  t.is(stepOf(state, F), 'authorised');
  const { effects } = playFrom(state, TERMS, ...shows(A), ...shows(B), GATHER_OVER);
  t.deepEqual(sentTo(effects, 'fill'), nicks(G));
});

test('nobody is asked twice, and a round without spares goes on as before', (t) => {
  const few = roundTerms(MAKERS, { minimumMakers: 2, spares: [D.candidate] });
  const { effects } = play(few, pubkey(A), pubkey(B), FILL_OVER, FILL_OVER);
  t.deepEqual(sentTo(effects, 'fill'), nicks(A, B, C, D));
  t.deepEqual(sentTo(effects, 'auth'), nicks(A, B));
});

test('a replacement fits into the fee budget: at it, and not above', (t) => {
  // Each of the makers asks 500 sat.
  const dear = makerParty(40, { offer: { cjfee: '501' as never } });
  const spares = [dear.candidate, D.candidate];
  for (const [feeBudget, taken] of [
    [1499n, []],
    [1500n, nicks(D)],
    [1501n, nicks(dear)],
  ] as const) {
    const terms = roundTerms(MAKERS, { minimumMakers: 2, spares, feeBudget });
    const { effects } = play(terms, pubkey(A), pubkey(B), FILL_OVER);
    t.deepEqual(sentTo(effects, 'fill').slice(3), taken);
  }
});

test('a commitment that at least half refuse is replaced; those that said nothing count in', (t) => {
  const four = roundTerms([A, B, C, D], { minimumMakers: 2 });
  const commits = (...events: readonly RoundEvent[]): boolean =>
    play(four, ...events).effects.some(({ effect }) => effect === 'commit');
  t.false(commits(pubkey(A), pubkey(B), pubkey(C), burnt(D)));
  t.true(commits(pubkey(A), pubkey(B), burnt(C), burnt(D)));
  t.true(commits(pubkey(A), burnt(B), burnt(C), burnt(D)));
  t.true(commits(pubkey(A), pubkey(B), burnt(D), FILL_OVER), 'one refusal and one silence');
  t.false(commits(pubkey(A), pubkey(B), FILL_OVER), 'silence alone');
  t.false(commits(pubkey(A), pubkey(B), says(C, 'no'), burnt(D)), 'another refusal');
});

test('with a new commitment those are asked again whom the old one kept away', (t) => {
  const first = play(TERMS, pubkey(A), burnt(B), FILL_OVER);
  t.deepEqual(first.effects.at(-1), { effect: 'commit' });
  t.deepEqual(sentTo(first.effects, 'auth'), []);
  const podle = use(1);
  const { state, effects } = playFrom(first.state, TERMS, { event: 'committed', podle });
  t.deepEqual(sentTo(effects, 'fill'), nicks(B, C));
  t.deepEqual(new Set(commitments(effects).values()), new Set([podle.commitment]));
  const all = playFrom(state, TERMS, pubkey(B), pubkey(C));
  const proofs = all.effects.flatMap((effect) =>
    effect.effect === 'send' && effect.command.command === 'auth'
      ? [[effect.to, effect.command.revelation] as const]
      : [],
  );
  // Each sees what opens the commitment that it was asked with.
  t.deepEqual(proofs, [
    [A.nick, TERMS.podle.revelation],
    [B.nick, podle.revelation],
    [C.nick, podle.revelation],
  ]);
});

test('three commitments are used at most', (t) => {
  const commit = (index: number): RoundEvent => ({ event: 'committed', podle: use(index) });
  const all = MAKERS.map(burnt);
  const { state, effects } = play(TERMS, ...all, commit(1), ...all, commit(2), ...all);
  t.is(effects.filter(({ effect }) => effect === 'commit').length, 2);
  // From then on makers are replaced.
  t.deepEqual(sentTo(effects, 'fill').slice(-3), nicks(D, E, F));
  t.like(state, { phase: 'gathering' });
});

test('without another commitment the others are asked, and the fault is not held against anybody', (t) => {
  const few = roundTerms(MAKERS, { minimumMakers: 2 });
  const none: RoundEvent = { event: 'committed', podle: null };
  const { state } = play(few, ...MAKERS.map(burnt), none);
  t.like(state, { phase: 'failed', failure: { cause: 'too-few-makers' } });
  if (state.phase !== 'failed') return t.fail();
  t.deepEqual([...state.failure.faults.values()], ['blacklisted', 'blacklisted', 'blacklisted']);
  const replaced = play(TERMS, ...MAKERS.map(burnt), none);
  t.deepEqual(sentTo(replaced.effects, 'fill').slice(3), nicks(D, E, F));
});

test('a minority that refuses the commitment is replaced with the same one', (t) => {
  const { effects } = play(TERMS, pubkey(A), pubkey(B), burnt(C));
  t.false(effects.some(({ effect }) => effect === 'commit'));
  t.is(commitments(effects).get(D.nick), TERMS.podle.commitment);
});

test('a replacement in auth that refuses the commitment, which is known by then, gets a new one', (t) => {
  const { state, effects } = play(
    TERMS,
    ...MAKERS.map(pubkey),
    ...shows(A),
    ...shows(B),
    GATHER_OVER,
    burnt(D),
  );
  t.deepEqual(effects.at(-1), { effect: 'commit' });
  const again = playFrom(state, TERMS, { event: 'committed', podle: use(1) });
  t.deepEqual(sentTo(again.effects, 'fill'), nicks(D));
  const last = playFrom(again.state, TERMS, pubkey(D), ...shows(D));
  t.deepEqual(last.effects.at(-1), { effect: 'build', makers: [A.ready, B.ready, D.ready] });
});

test('a commitment that nobody asked for changes nothing, and a round that waits for one can be cancelled', (t) => {
  const { state } = play(TERMS, pubkey(A));
  t.is(playFrom(state, TERMS, { event: 'committed', podle: use(1) }).state, state);
  const waiting = play(TERMS, ...MAKERS.map(burnt)).state;
  t.like(playFrom(waiting, TERMS, { event: 'cancel' }).state, {
    phase: 'failed',
    failure: { cause: 'cancelled' },
  });
});

test('what each maker is out for is told apart', (t) => {
  const { state } = play(
    roundTerms([A, B, C, D, E], { minimumMakers: 5 }),
    says(A, 'oid not found'),
    { event: 'left', nick: B.nick },
    pubkey(C),
    pubkey(D),
    burnt(E),
    { event: 'committed', podle: null },
  );
  if (state.phase !== 'failed') return t.fail();
  t.deepEqual(
    [...state.failure.faults],
    [
      [A.nick, 'declined'],
      [B.nick, 'left'],
      [E.nick, 'blacklisted'],
    ],
  );
});
