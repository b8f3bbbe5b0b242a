import test from 'ava';
import type { PrivateCommand } from '../../../../shared/jm/command.ts';
import { IDLE_MAKER, stepMaker, takerBoxKeys } from '../../../../vm-wallet/maker/sessions.ts';
import { AMOUNT } from '../../../fixtures/coinjoin-parties.ts';
import {
  auth,
  coin,
  deeds,
  disclosed,
  DISCLOSURE,
  ended,
  fill,
  HONEST,
  IOAUTH,
  makerTerms,
  NOW,
  OFFER,
  push,
  reach,
  roundOf,
  says,
  signed,
  STAGES,
  takerParty,
  tx,
} from '../../../fixtures/maker-session.ts';

const A = takerParty(2);
const B = takerParty(3);

test('a fill is answered with a fresh box key and without features', (t) => {
  const terms = makerTerms();
  const { state, effects } = stepMaker(IDLE_MAKER, fill(A), terms);
  const keys = takerBoxKeys(state, A.nick);
  if (keys === null) return t.fail();
  t.is(keys.theirs, A.boxKey.publicKey);
  const command = { command: 'pubkey', makerKey: keys.own.publicKey, features: [] } as const;
  t.deepEqual(deeds(effects), [{ effect: 'send', to: A.nick, command }]);
  t.is(takerBoxKeys(state, B.nick), null);
  const { state: both } = stepMaker(state, fill(B), terms);
  t.not(takerBoxKeys(both, B.nick)?.own.publicKey, keys.own.publicKey);
});

test('a session keeps the terms of its fill', (t) => {
  const { state } = stepMaker(IDLE_MAKER, fill(A), makerTerms());
  t.like(state.sessions.get(A.nick)?.fill, {
    round: 'round 1',
    offer: OFFER,
    amount: AMOUNT,
    commitment: A.podle.commitment,
    startedAt: NOW,
  });
});

test('an honest round: every stage asks for exactly the next step', (t) => {
  const terms = makerTerms();
  const filled = reach('filled', A, terms);
  const asked = filled.sessions.get(A.nick)?.fill;
  if (asked === undefined) return t.fail();
  const { utxo } = A.podle.revelation;
  const proving = stepMaker(filled, auth(A), terms);
  t.deepEqual(proving.effects, [{ effect: 'look-up', taker: A.nick, round: 'round 1', coin: utxo }]);
  const selecting = stepMaker(proving.state, coin(A, 'round 1'), terms);
  t.deepEqual(selecting.effects, [{ effect: 'disclose', taker: A.nick, fill: asked }]);
  const shown = stepMaker(selecting.state, disclosed(A, 'round 1'), terms);
  t.deepEqual(deeds(shown.effects), [
    { effect: 'send', to: A.nick, command: IOAUTH },
    { effect: 'announce-commitment', commitment: A.podle.commitment },
  ]);
  const signing = stepMaker(shown.state, tx(A), terms);
  const sign = {
    effect: 'sign' as const,
    taker: A.nick,
    fill: asked,
    disclosure: DISCLOSURE,
    transaction: A.unsigned,
  };
  t.deepEqual(signing.effects, [sign]);
  const signatures = [Uint8Array.of(1), Uint8Array.of(2)];
  const done = stepMaker(signing.state, signed(A, 'round 1', signatures), terms);
  t.deepEqual(
    deeds(done.effects),
    signatures.map((signature) => ({ effect: 'send', to: A.nick, command: { command: 'sig', signature } })),
  );
  t.deepEqual([...done.state.signed], [[A.txid, { taker: A.nick, round: 'round 1', at: NOW }]]);
});

test('what belongs to another stage is ignored, also when it comes twice', (t) => {
  const terms = makerTerms();
  for (const [position, stage] of STAGES.entries()) {
    const state = reach(stage, A, terms);
    for (const other of STAGES.filter((_name, at) => at > 0 && at !== position + 1)) {
      const step = stepMaker(state, HONEST[other](A, roundOf(state, A)), terms);
      t.is(step.state, state, `${other} while ${stage}`);
      t.deepEqual(step.effects, []);
    }
  }
});

test('a result for a round that is over does not count for the next one', (t) => {
  const terms = makerTerms();
  for (const stage of ['proving', 'selecting', 'signing'] as const) {
    const old = reach(stage, A, terms);
    const { state } = stepMaker(old, { event: 'left', nick: A.nick }, terms);
    const next = reach(stage, A, terms, state);
    for (const late of [coin, disclosed, signed]) {
      const step = stepMaker(next, late(A, roundOf(old, A)), terms);
      t.is(step.state, next, stage);
      t.deepEqual(step.effects, []);
    }
  }
});

test('nobody’s auth, tx or push is listened to without a session', (t) => {
  const state = reach('disclosed', A, makerTerms());
  for (const event of [auth(B), tx(B), push(B), coin(B, 'round 1'), disclosed(B, 'round 1')]) {
    t.deepEqual(stepMaker(state, event, makerTerms()), { state, effects: [] });
  }
});

test('without coins that fit, or without an ioauth for them, nothing is shown', (t) => {
  const terms = makerTerms();
  for (const missing of [{ disclosure: null }, { ioauth: null }]) {
    const event = { ...disclosed(A, 'round 1'), ...missing } as ReturnType<typeof disclosed>;
    const step = stepMaker(reach('selecting', A, makerTerms()), event, terms);
    t.is(ended(step), 'no coins of ours fit');
    t.deepEqual(
      deeds(step.effects).map(({ effect }) => effect),
      ['end'],
    );
  }
});

test('a transaction that a rule forbids ends the round without any answer', (t) => {
  const terms = makerTerms();
  const outcome = { ok: false, reason: 'Refused by the rule' } as const;
  const event = { event: 'signed', taker: A.nick, round: 'round 1', outcome } as const;
  const step = stepMaker(reach('signing', A, terms), event, terms);
  t.is(ended(step), 'Refused by the rule');
  t.deepEqual(
    deeds(step.effects).map(({ effect }) => effect),
    ['end'],
  );
  t.is(step.state.signed.size, 0);
});

test('a taker that leaves ends its round and no other; what is signed for it stays', (t) => {
  for (const stage of STAGES) {
    const terms = makerTerms();
    const both = reach(stage, A, terms, reach('filled', B, terms));
    const { state, effects } = stepMaker(both, { event: 'left', nick: A.nick }, terms);
    const end = { effect: 'end' as const, round: roundOf(both, A), reason: 'the taker left' };
    t.deepEqual(deeds(effects), stage === 'signed' ? [] : [end], stage);
    t.deepEqual([...state.sessions.keys()], [B.nick]);
    t.is(state.signed.size, both.signed.size);
    t.deepEqual(stepMaker(state, { event: 'left', nick: A.nick }, terms), { state, effects: [] });
  }
});

test('what only takers hear, and an error, change nothing', (t) => {
  const commands: readonly PrivateCommand[] = [
    { command: 'pubkey', makerKey: B.boxKey.publicKey, features: [] },
    IOAUTH,
    { command: 'sig', signature: Uint8Array.of(1) },
    { command: 'offers', offers: [OFFER] },
    { command: 'error', text: 'any' },
  ];
  for (const stage of STAGES) {
    const state = reach(stage, A, makerTerms());
    for (const command of commands) {
      const step = stepMaker(state, says(A.nick, command), makerTerms());
      t.is(step.state, state);
      t.deepEqual(deeds(step.effects), []);
    }
  }
});

test('a commitment that others pass on is learnt and published once', (t) => {
  const { commitment } = A.podle;
  const hp2 = says(B.nick, { command: 'hp2', commitment });
  t.deepEqual(stepMaker(IDLE_MAKER, hp2, makerTerms()), {
    state: IDLE_MAKER,
    effects: [
      { effect: 'learn-commitment', commitment },
      { effect: 'publish-commitment', commitment },
    ],
  });
  const knowing = makerTerms({ isBlacklisted: (one) => one === commitment });
  t.deepEqual(stepMaker(IDLE_MAKER, hp2, knowing), { state: IDLE_MAKER, effects: [] });
});
