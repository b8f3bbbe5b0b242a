import type { Nick, PrivateCommand, TxCommand } from '../../shared/jm/command.ts';
import type { BoxKeys } from '../session/private-session.ts';
import { coinFound, receiveAuth } from './receive-auth.ts';
import { receiveFill } from './receive-fill.ts';
import { PUSH_SECONDS, receivePush } from './receive-push.ts';
import { current, end, stay, withSession, type MakerStep } from './session-map.ts';
import type { MakerEffect, MakerEvent, MakerState, MakerTerms } from './session-types.ts';

/** How long one taker's session may last (protocol/messages.md §6). */
export const SESSION_SECONDS = 300;
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
        effects: event.outcome.signatures.map((signature): MakerEffect => ({
          effect: 'send',
          to: event.taker,
          command: { command: 'sig', signature },
        })),
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

function receiveTransaction(state: MakerState, from: Nick, { transaction }: TxCommand): MakerStep {
  const session = state.sessions.get(from);
  if (session?.stage !== 'disclosed') return stay(state);
  const { fill, disclosure } = session;
  return {
    state: withSession(state, { stage: 'signing', fill, disclosure }),
    effects: [{ effect: 'sign', taker: from, fill, disclosure, transaction }],
  };
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
