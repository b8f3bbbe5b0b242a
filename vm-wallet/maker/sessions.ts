import { parseTransaction } from '../../shared/bitcoin/transaction.ts';
import { isJmError, type Result } from '../../shared/errors.ts';
import type { EvidenceRefusal } from '../chain/coin-evidence.ts';
import type { VerifiedCoin } from '../../shared/bridge/chain.ts';
import type {
  AuthCommand,
  FillCommand,
  Nick,
  PrivateCommand,
  PushCommand,
  TxCommand,
} from '../../shared/jm/command.ts';
import { verifyPodle } from '../../shared/jm/podle/verify.ts';
import type { BoxKeys } from '../session/private-session.ts';
import { judgeTakerCoin } from './judge-coin.ts';
import type { Fill, MakerEffect, MakerEvent, MakerSession, MakerState, MakerTerms } from './session-types.ts';

/** Limits of a maker (protocol/messages.md §6). */
export const MAX_SESSIONS = 128;
export const SESSION_SECONDS = 300;
export const PUSH_SECONDS = 60 * 60;
/** Sessions that may hold coins of ours at one time: a prober with many nicks sees no more than this in parallel. */
export const MAX_DISCLOSED = 16;

const HOLDING_COINS: ReadonlySet<MakerSession['stage']> = new Set(['selecting', 'disclosed', 'signing']);

/** The state and what has to be done for it. */
export interface MakerStep {
  readonly state: MakerState;
  readonly effects: readonly MakerEffect[];
}

/** A maker that nobody has asked yet. */
export const IDLE_MAKER: MakerState = { sessions: new Map(), signed: new Map() };

/** The keys of the box with a taker. */
export function takerBoxKeys(state: MakerState, nick: Nick): BoxKeys | null {
  const session = state.sessions.get(nick);
  return session === undefined ? null : { own: session.fill.own, theirs: session.fill.takerKey };
}

/**
 * All sessions of one maker (protocol/coinjoin.md §10.1), pure. Whatever does not fit a session's stage is ignored, as both
 * Python implementations do; only a bad `fill` is answered.
 */
export function stepMaker(state: MakerState, event: MakerEvent, terms: MakerTerms): MakerStep {
  switch (event.event) {
    case 'message':
      return message(state, event.from, event.command, terms);
    case 'coin':
      return coinFound(state, event.taker, event.round, event.coin, terms);
    case 'disclosed': {
      const session = current(state, event.taker, event.round);
      if (session?.stage !== 'selecting') return stay(state);
      if (event.disclosure === null || event.ioauth === null) {
        return end(state, event.taker, 'no coins of ours fit');
      }
      return {
        state: withSession(state, { stage: 'disclosed', fill: session.fill, disclosure: event.disclosure }),
        effects: [
          { effect: 'send', to: event.taker, command: event.ioauth },
          { effect: 'announce-commitment', commitment: session.fill.commitment },
          { effect: 'report', taker: event.taker, text: `shown ${event.disclosure.coins.length} coin(s)` },
        ],
      };
    }
    case 'signed': {
      const session = current(state, event.taker, event.round);
      if (session?.stage !== 'signing') return stay(state);
      if (!event.outcome.ok) return end(state, event.taker, event.outcome.reason);
      const { fill } = session;
      const { txid } = event.outcome;
      const signed = new Map([
        ...state.signed,
        [txid, { taker: fill.taker, round: fill.round, at: terms.now }],
      ]);
      return {
        state: { ...withSession(state, { stage: 'signed', fill }), signed },
        effects: [
          ...event.outcome.signatures.map((signature): MakerEffect => ({
            effect: 'send',
            to: event.taker,
            command: { command: 'sig', signature },
          })),
          { effect: 'report', taker: event.taker, text: `signed ${txid}` },
        ],
      };
    }
    case 'left':
      return end(state, event.nick, 'the taker left');
    case 'tick':
      return expire(state, terms.now);
  }
}

function message(state: MakerState, from: Nick, command: PrivateCommand, terms: MakerTerms): MakerStep {
  switch (command.command) {
    case 'fill':
      return receiveFill(state, from, command, terms);
    case 'auth':
      return receiveAuth(state, from, command, terms);
    case 'tx':
      return receiveTransaction(state, from, command);
    case 'push':
      return receivePush(state, from, command, terms);
    case 'hp2':
      // What is known was published once; repeating it for whoever asks would make us a megaphone.
      if (terms.isBlacklisted(command.commitment)) return stay(state);
      return {
        state,
        effects: [
          { effect: 'learn-commitment', commitment: command.commitment },
          { effect: 'publish-commitment', commitment: command.commitment },
        ],
      };
    case 'error':
      return { state, effects: [{ effect: 'report', taker: from, text: `says "${command.text}"` }] };
    case 'pubkey':
    case 'ioauth':
    case 'sig':
    case 'offers':
      return stay(state);
  }
}

/** messages.md §4.2, with the reference's words, which joinmarket-ng takers search. */
function receiveFill(state: MakerState, from: Nick, command: FillCommand, terms: MakerTerms): MakerStep {
  const refuse = (text: string, more: readonly MakerEffect[] = []): MakerStep => ({
    state,
    effects: [{ effect: 'send', to: from, command: { command: 'error', text } }, ...more],
  });
  const existing = state.sessions.get(from);
  if (existing !== undefined && existing.stage !== 'filled' && existing.stage !== 'signed')
    return stay(state);
  // New keys for the same `fill` would shut out the taker that holds the first ones. It may have come to nobody's ears, though.
  if (
    existing?.fill.commitment === command.commitment &&
    existing.fill.takerKey === command.takerKey &&
    existing.stage === 'filled'
  ) {
    return { state, effects: [answerTo(existing.fill)] };
  }
  if (terms.isBlacklisted(command.commitment)) {
    return refuse(`Commitment is blacklisted: ${command.commitment}`, [
      { effect: 'announce-commitment', commitment: command.commitment },
    ]);
  }
  const elsewhere = [...state.sessions.values()].some(
    ({ fill }) => fill.commitment === command.commitment && fill.taker !== from,
  );
  if (elsewhere) return stay(state);
  const offer = terms.offers.find(({ oid }) => oid === command.oid);
  if (offer === undefined) return refuse('oid not found');
  if (command.amount < offer.minsize || command.amount > offer.maxsize) return refuse('amount out of range');
  const room = existing === undefined ? makeRoom(state) : state;
  if (room === null) return stay(state);
  const fill: Fill = {
    round: terms.newRound(),
    taker: from,
    offer,
    amount: command.amount,
    commitment: command.commitment,
    own: terms.newBoxKey(),
    takerKey: command.takerKey,
    startedAt: terms.now,
  };
  return {
    state: withSession(room, { stage: 'filled', fill }),
    effects: [answerTo(fill), { effect: 'report', taker: from, text: `asks for ${command.amount} sat` }],
  };
}

function answerTo({ taker, own }: Fill): MakerEffect {
  return {
    effect: 'send',
    to: taker,
    command: { command: 'pubkey', makerKey: own.publicKey, features: [] },
  };
}

/**
 * A state with room for one more session, or null. A `fill` costs nothing, so the oldest that went no further gives way: silent
 * takers can't shut out the others.
 */
function makeRoom(state: MakerState): MakerState | null {
  if (state.sessions.size < MAX_SESSIONS) return state;
  const idle = [...state.sessions.values()].filter(({ stage }) => stage === 'filled');
  const [oldest] = idle.sort((a, b) => a.fill.startedAt - b.fill.startedAt);
  return oldest === undefined ? null : { ...state, sessions: without(state.sessions, oldest.fill.taker) };
}

function receiveAuth(
  state: MakerState,
  from: Nick,
  { revelation }: AuthCommand,
  terms: MakerTerms,
): MakerStep {
  const session = state.sessions.get(from);
  if (session?.stage !== 'filled') return stay(state);
  // We never offered the extended form, so a taker that uses it is not one that we can answer.
  if (revelation.utxo.extension !== undefined)
    return end(state, from, 'its coin is named in a form that we did not offer');
  const proof = verifyPodle(revelation, session.fill.commitment, terms.retries);
  if (!proof.ok) return end(state, from, `its proof fails: ${proof.error}`);
  const { fill } = session;
  return {
    state: withSession(state, { stage: 'proving', fill, coin: revelation.utxo, key: revelation.P }),
    effects: [{ effect: 'look-up', taker: from, round: fill.round, coin: revelation.utxo }],
  };
}

function coinFound(
  state: MakerState,
  taker: Nick,
  round: string,
  found: Result<VerifiedCoin, EvidenceRefusal>,
  terms: MakerTerms,
): MakerStep {
  const session = current(state, taker, round);
  if (session?.stage !== 'proving') return stay(state);
  const refusal = found.ok
    ? judgeTakerCoin(session.key, session.fill.amount, found.value, terms)
    : `its coin does not hold: ${found.error}`;
  if (refusal !== null) return end(state, taker, refusal);
  const disclosed = [...state.sessions.values()].filter(({ stage }) => HOLDING_COINS.has(stage)).length;
  if (disclosed >= MAX_DISCLOSED) return end(state, taker, 'too many takers hold coins of ours already');
  return {
    state: withSession(state, { stage: 'selecting', fill: session.fill }),
    effects: [{ effect: 'disclose', taker, fill: session.fill }],
  };
}

function receiveTransaction(state: MakerState, from: Nick, { transaction }: TxCommand): MakerStep {
  const session = state.sessions.get(from);
  if (session?.stage !== 'disclosed') return stay(state);
  const { fill, disclosure } = session;
  return {
    state: withSession(state, { stage: 'signing', fill, disclosure }),
    effects: [{ effect: 'sign', taker: from, fill, disclosure, transaction }],
  };
}

/** Only the very transaction that we signed for this taker, once (protocol/messages.md §4.8). */
function receivePush(
  state: MakerState,
  from: Nick,
  { transaction }: PushCommand,
  terms: MakerTerms,
): MakerStep {
  const txid = txidOf(transaction);
  const signed = txid === null ? undefined : state.signed.get(txid);
  if (txid === null || signed?.taker !== from || terms.now - signed.at > PUSH_SECONDS) return stay(state);
  return {
    state: { ...state, signed: without(state.signed, txid) },
    effects: [
      { effect: 'push', transaction, round: signed.round },
      { effect: 'report', taker: from, text: `asks us to broadcast ${txid}` },
    ],
  };
}

function txidOf(transaction: Uint8Array): string | null {
  try {
    return parseTransaction(transaction).txid;
  } catch (error) {
    if (isJmError(error)) return null;
    throw error;
  }
}

function expire(state: MakerState, now: number): MakerStep {
  const signed = new Map([...state.signed].filter(([, { at }]) => now - at <= PUSH_SECONDS));
  let step = stay({ ...state, signed });
  for (const { fill, stage } of state.sessions.values()) {
    // What is being written or signed right now ends by its own event.
    if (now - fill.startedAt <= SESSION_SECONDS || stage === 'selecting' || stage === 'signing') continue;
    const ended = end(step.state, fill.taker, 'the taker went silent');
    step = { state: ended.state, effects: [...step.effects, ...ended.effects] };
  }
  return step;
}

function end(state: MakerState, taker: Nick, reason: string): MakerStep {
  const session = state.sessions.get(taker);
  if (session === undefined) return stay(state);
  // What was signed stays leased until the chain settles it, and a taker that closed its connection may still broadcast it.
  const effects: readonly MakerEffect[] =
    session.stage === 'signed'
      ? []
      : [
          { effect: 'end', round: session.fill.round, reason },
          { effect: 'report', taker, text: `over: ${reason}` },
        ];
  return { state: { ...state, sessions: without(state.sessions, taker) }, effects };
}

function current(state: MakerState, taker: Nick, round: string): MakerSession | null {
  const session = state.sessions.get(taker);
  return session?.fill.round === round ? session : null;
}

function withSession(state: MakerState, session: MakerSession): MakerState {
  return { ...state, sessions: new Map([...state.sessions, [session.fill.taker, session]]) };
}

function without<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key): ReadonlyMap<Key, Value> {
  const rest = new Map(map);
  rest.delete(key);
  return rest;
}

function stay(state: MakerState): MakerStep {
  return { state, effects: [] };
}
