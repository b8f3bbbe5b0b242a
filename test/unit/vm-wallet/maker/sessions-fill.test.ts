import test from 'ava';
import { IDLE_MAKER, stepMaker, takerBoxKeys } from '../../../../vm-wallet/maker/sessions.ts';
import { AMOUNT } from '../../../fixtures/coinjoin-parties.ts';
import {
  auth,
  beside,
  deeds,
  ended,
  fill,
  makerTerms,
  OFFER,
  playMaker,
  reach,
  roundOf,
  says,
  stageOf,
  STAGES,
  takerParty,
} from '../../../fixtures/maker-session.ts';

const A = takerParty(2);
const B = takerParty(3);
/** The second use of A's coin. */
const AGAIN = takerParty(2, 1);

test('a fill of an unknown oid or a wrong amount is refused in the words of the reference', (t) => {
  const terms = makerTerms();
  const answer = (changes: Parameters<typeof fill>[1]): unknown => {
    const { state, effects } = stepMaker(IDLE_MAKER, fill(A, changes), terms);
    const [first] = effects;
    if (first?.effect !== 'send' || first.to !== A.nick) return null;
    if (first.command.command !== 'error') return first.command.command;
    t.is(state, IDLE_MAKER);
    t.is(effects.length, 1);
    return first.command.text;
  };
  t.is(answer({ oid: OFFER.oid + 1 }), 'oid not found');
  t.is(answer({ amount: beside(OFFER.minsize, -1n) }), 'amount out of range');
  t.is(answer({ amount: OFFER.minsize }), 'pubkey');
  t.is(answer({ amount: OFFER.maxsize }), 'pubkey');
  t.is(answer({ amount: beside(OFFER.maxsize, 1n) }), 'amount out of range');
});

test('the oid chooses among several offers', (t) => {
  const other = { ...OFFER, oid: 1, minsize: beside(AMOUNT, 1n) };
  const terms = makerTerms({ offers: [OFFER, other] });
  t.is(stepMaker(IDLE_MAKER, fill(A, { oid: 0 }), terms).state.sessions.get(A.nick)?.fill.offer, OFFER);
  t.is(stageOf(stepMaker(IDLE_MAKER, fill(A, { oid: 1 }), terms).state, A), 'none');
  const { state } = stepMaker(IDLE_MAKER, fill(A, { oid: 1, amount: other.minsize }), terms);
  t.is(state.sessions.get(A.nick)?.fill.offer, other);
});

test('a used commitment is refused in words that takers search, and passed on', (t) => {
  const { commitment } = A.podle;
  const terms = makerTerms({ isBlacklisted: (one) => one === commitment });
  const text = `Commitment is blacklisted: ${commitment}`;
  t.deepEqual(stepMaker(IDLE_MAKER, fill(A), terms), {
    state: IDLE_MAKER,
    effects: [
      { effect: 'send', to: A.nick, command: { command: 'error', text } },
      { effect: 'announce-commitment', commitment },
    ],
  });
  t.is(stageOf(stepMaker(IDLE_MAKER, fill(AGAIN), terms).state, A), 'filled');
});

test('a refused fill leaves the session that waits as it was', (t) => {
  const terms = makerTerms();
  const state = reach('filled', A, terms);
  t.is(stepMaker(state, fill(AGAIN, { oid: 9 }), terms).state, state);
  t.is(stepMaker(state, fill(AGAIN), { ...terms, isBlacklisted: () => true }).state, state);
});

test('the same fill again changes nothing in any stage but the last', (t) => {
  const terms = makerTerms();
  for (const stage of STAGES.slice(0, -1)) {
    const state = reach(stage, A, terms);
    const again = stepMaker(state, fill(A), terms);
    t.is(again.state, state, stage);
    if (stage !== 'filled') t.deepEqual(again.effects, [], stage);
  }
});

test('the same fill again, whose answer got lost, is answered with the same key', (t) => {
  const terms = makerTerms();
  const state = reach('filled', A, terms);
  const makerKey = takerBoxKeys(state, A.nick)?.own.publicKey;
  t.truthy(makerKey);
  t.deepEqual(stepMaker(state, fill(A), terms).effects, [
    { effect: 'send', to: A.nick, command: { command: 'pubkey', makerKey, features: [] } },
  ]);
});

test('a commitment that somebody has opened is not taken from a second nick', (t) => {
  const terms = makerTerms();
  const copied = fill(B, { commitment: A.podle.commitment });
  for (const stage of STAGES) {
    const state = reach(stage, A, terms);
    const step = stepMaker(state, copied, terms);
    // Whoever only asked with it may have overheard it.
    if (stage === 'filled') t.is(stageOf(step.state, B), 'filled');
    else t.deepEqual(step, { state, effects: [] }, stage);
  }
});

test('of two that asked with one commitment, the first that opens it goes on', (t) => {
  const terms = makerTerms();
  const copied = fill(B, { commitment: A.podle.commitment });
  const opened = says(B.nick, { command: 'auth', revelation: A.podle.revelation });
  const { state, effects } = playMaker(IDLE_MAKER, terms, copied, fill(A), auth(A), opened);
  t.is(stageOf(state, A), 'proving');
  t.is(stageOf(state, B), 'none');
  const ends = effects.flatMap((one) => (one.effect === 'end' ? [one.reason] : []));
  t.deepEqual(ends, ['another taker proved its commitment']);
});

test('what other makers of the round spread meanwhile does not end it', (t) => {
  const terms = makerTerms();
  const { state } = stepMaker(IDLE_MAKER, fill(A), terms);
  const heard = { ...terms, isBlacklisted: () => true };
  t.is(stageOf(stepMaker(state, auth(A), heard).state, A), 'proving');
});

test('another fill replaces a session that waits for its proof, or that is signed', (t) => {
  const terms = makerTerms();
  for (const stage of STAGES) {
    const before = reach(stage, A, terms);
    for (const changed of [fill(AGAIN), fill(A, { takerKey: B.boxKey.publicKey })]) {
      const { state, effects } = stepMaker(before, changed, terms);
      if (stage !== 'filled' && stage !== 'signed') {
        t.deepEqual({ state, effects }, { state: before, effects: [] }, stage);
        continue;
      }
      t.is(stageOf(state, A), 'filled');
      t.is(state.sessions.size, 1);
      t.not(roundOf(state, A), roundOf(before, A));
      const own = takerBoxKeys(state, A.nick)?.own.publicKey;
      t.not(own, takerBoxKeys(before, A.nick)?.own.publicKey);
      t.like(deeds(effects)[0], { effect: 'send', command: { command: 'pubkey', makerKey: own } });
    }
  }
});

test('a proof that replaced its fill is judged by the new commitment', (t) => {
  const terms = makerTerms();
  const { state } = stepMaker(reach('filled', A, terms), fill(AGAIN), terms);
  t.is(ended(stepMaker(state, auth(A), terms)), 'its proof fails: wrong-commitment');
  t.is(stageOf(stepMaker(state, auth(AGAIN), terms).state, A), 'proving');
});
