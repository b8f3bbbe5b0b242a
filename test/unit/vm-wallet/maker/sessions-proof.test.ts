import test from 'ava';
import { p2pkhScript, p2shP2wpkhScript, p2wshScript } from '../../../../shared/bitcoin/script.ts';
import { fromHex } from '../../../../shared/crypto/bytes.ts';
import { refuse } from '../../../../shared/errors.ts';
import type { PodleRevelation } from '../../../../shared/jm/command.ts';
import { IDLE_MAKER, stepMaker } from '../../../../vm-wallet/maker/sessions.ts';
import { AMOUNT } from '../../../fixtures/coinjoin-parties.ts';
import {
  auth,
  beside,
  coin,
  deeds,
  ended,
  fill,
  makerTerms,
  playMaker,
  reach,
  says,
  stageOf,
  takerParty,
} from '../../../fixtures/maker-session.ts';

const A = takerParty(2);
const B = takerParty(3);

/** What becomes of a revelation that differs from the honest one. */
function revealed(changes: Partial<PodleRevelation>, taker = A, retries = 3): string {
  const terms = makerTerms({ retries });
  const revelation = { ...taker.podle.revelation, ...changes };
  const event = says(taker.nick, { command: 'auth', revelation });
  return ended(stepMaker(reach('filled', taker, terms), event, terms));
}

test('a proof that does not hold ends the round, and is not answered', (t) => {
  t.is(revealed({}), 'goes on: proving');
  t.is(revealed({ P2: B.podle.revelation.P2 }), 'its proof fails: wrong-commitment');
  t.is(revealed({ P: B.podle.revelation.P }), 'its proof fails: proof-does-not-verify');
  t.is(revealed({ e: B.podle.revelation.e }), 'its proof fails: proof-does-not-verify');
  t.is(revealed({ s: '00'.repeat(32) }), 'its proof fails: bad-scalar');
  t.is(revealed({ P: `02${'ff'.repeat(32)}` }), 'its proof fails: bad-point');
  const terms = makerTerms();
  const bad = says(A.nick, { command: 'auth', revelation: B.podle.revelation });
  const { effects } = stepMaker(reach('filled', A, terms), bad, terms);
  t.deepEqual(deeds(effects), [
    { effect: 'end', round: 'round 1', reason: 'its proof fails: wrong-commitment' },
  ]);
});

test('a coin may be used as often as the retries say', (t) => {
  t.is(revealed({}, takerParty(2, 2)), 'goes on: proving');
  t.is(revealed({}, takerParty(2, 3)), 'its proof fails: proof-does-not-verify');
  t.is(revealed({}, takerParty(2, 1), 1), 'its proof fails: proof-does-not-verify');
});

test('a coin in the extended form, which was not offered, ends the round', (t) => {
  const utxo = { ...A.podle.revelation.utxo, extension: { scriptPubKey: '00', height: 1 } };
  t.is(revealed({ utxo }), 'its coin is named in a form that we did not offer');
});

/** What becomes of a coin that differs from the honest one. */
function found(changes: Parameters<typeof coin>[2]): string {
  const terms = makerTerms();
  return ended(stepMaker(reach('proving', A, terms), coin(A, 'round 1', changes), terms));
}

test('a coin must be old and large enough', (t) => {
  t.is(found({ confirmations: 5 }), 'goes on: selecting');
  t.is(found({ confirmations: 4 }), 'its coin has 4 confirmations');
  t.is(found({ confirmations: 0, height: null }), 'its coin has 0 confirmations');
  t.is(found({ value: beside(A.coin.value, 1n) }), 'goes on: selecting');
  t.is(found({ value: beside(A.coin.value, -1n) }), 'its coin is too small');
});

test('a fifth of an amount that does not divide is rounded down', (t) => {
  const terms = makerTerms();
  const amount = beside(AMOUNT, 4n);
  const { state } = playMaker(IDLE_MAKER, terms, fill(A, { amount }), auth(A));
  t.is(stageOf(stepMaker(state, coin(A, 'round 1'), terms).state, A), 'selecting');
});

test('the proven key must own the coin, by any of the three scripts of a key', (t) => {
  const key = fromHex(A.podle.revelation.P);
  t.is(found({ scriptPubKey: p2pkhScript(key) }), 'goes on: selecting');
  t.is(found({ scriptPubKey: p2shP2wpkhScript(key) }), 'goes on: selecting');
  t.is(found({ scriptPubKey: B.coin.scriptPubKey }), 'its key does not own the coin');
  t.is(found({ scriptPubKey: p2wshScript(key) }), 'its key does not own the coin');
});

test('a coin without evidence ends the round with the reason', (t) => {
  const terms = makerTerms();
  for (const reason of ['not-found', 'no-evidence', 'block-not-in-chain'] as const) {
    const event = { event: 'coin', taker: A.nick, round: 'round 1', coin: refuse(reason) } as const;
    const step = stepMaker(reach('proving', A, makerTerms()), event, terms);
    t.is(ended(step), `its coin does not hold: ${reason}`);
  }
});
