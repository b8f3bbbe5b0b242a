import test from 'ava';
import type { OutpointKey } from '../../../../shared/bitcoin/outpoint.ts';
import { conductIn, rememberMakers } from '../../../../vm-wallet/runtime/remember-makers.ts';
import type { RoundState } from '../../../../vm-wallet/taker/round-types.ts';
import { exampleMakers, makerParty } from '../../../fixtures/coinjoin-parties.ts';
import { NOW } from '../../../fixtures/maker-session.ts';
import {
  FILL_OVER,
  message,
  play,
  playFrom,
  pubkey,
  roundTerms,
  signingRound,
  signs,
} from '../../../fixtures/taker-round.ts';
import { openTestWallet } from '../../../fixtures/wallet-context.ts';

const [A, B] = exampleMakers();
const C = makerParty(3);

function bondOf(number: number): OutpointKey {
  return `${number.toString(16).padStart(64, '0')}:0` as OutpointKey;
}

const BOOK = [A, B, C].map(({ number, candidate }) => ({ ...candidate, bond: bondOf(number) }));

function finished(state: RoundState): Parameters<typeof conductIn>[0] {
  if (state.phase !== 'complete' && state.phase !== 'failed') throw new Error(`it is ${state.phase}`);
  return state;
}

test('a round that failed tells who said no from who was silent', async (t) => {
  const no = message(A.nick, { command: 'error', text: 'amount out of range' });
  const terms = roundTerms([A, B, C], { minimumMakers: 3 });
  const conduct = conductIn(finished(play(terms, no, pubkey(B), FILL_OVER).state));
  t.deepEqual([...conduct.keys()], [A.nick, C.nick]);
  const wallet = await openTestWallet(t);
  await rememberMakers(wallet.context, BOOK, conduct);
  const { makers } = await wallet.onDisk();
  t.like(makers[bondOf(1)], { declined: 1, failed: 0, nick: A.nick, at: NOW });
  t.like(makers[bondOf(3)], { declined: 0, failed: 1, reason: 'no answer to fill' });
  t.is(makers[bondOf(2)], undefined);
});

test('a round that went well counts for its makers', async (t) => {
  const makers = [A, B];
  const { state, join } = signingRound(makers);
  const all = makers.flatMap((maker) => signs(join, maker));
  const conduct = conductIn(finished(playFrom(state, roundTerms(makers), ...all).state));
  const wallet = await openTestWallet(t);
  await rememberMakers(wallet.context, BOOK, conduct);
  t.like((await wallet.onDisk()).makers, {
    [bondOf(1)]: { joined: 1, failed: 0 },
    [bondOf(2)]: { joined: 1, failed: 0 },
  });
});

test('nicks without a bond leave no trace, and nothing is written for them', async (t) => {
  const wallet = await openTestWallet(t);
  const before = await wallet.onDisk();
  const conduct = new Map([[A.nick, { reason: 'x', fault: 'silent' as const }]]);
  await rememberMakers(wallet.context, [A.candidate], conduct);
  t.deepEqual(await wallet.onDisk(), before);
});
