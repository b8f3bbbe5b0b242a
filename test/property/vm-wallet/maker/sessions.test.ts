import test, { type ExecutionContext } from 'ava';
import fc from 'fast-check';
import type { Outpoint } from '../../../../shared/bitcoin/outpoint.ts';
import type { Commitment } from '../../../../shared/jm/command.ts';
import type { MakerEffect, MakerEvent, MakerState } from '../../../../vm-wallet/maker/session-types.ts';
import { IDLE_MAKER, stepMaker } from '../../../../vm-wallet/maker/sessions.ts';
import { isGoodCoin, makerMoves, revelationOf, USES, type MakerMove } from '../../../fixtures/maker-moves.ts';
import { makerTerms, NOW } from '../../../fixtures/maker-session.ts';

/** What the maker did for one round so far. */
interface Deeds {
  readonly round: string;
  readonly commitment: Commitment;
  lookedUp: Outpoint | null;
  readonly done: Set<'look-up' | 'disclose' | 'ioauth' | 'sign' | 'sig' | 'push' | 'end' | 'replaced'>;
}

/** Holds every effect against what had to come before it. */
class Watcher {
  readonly rounds = new Map<string, Deeds>();
  readonly disclosed = new Set<Commitment>();
  readonly count = new Map<string, number>();
  readonly #t: ExecutionContext;

  constructor(t: ExecutionContext) {
    this.#t = t;
  }

  see(before: MakerState, event: MakerEvent, after: MakerState, effects: readonly MakerEffect[]): void {
    for (const { fill } of after.sessions.values()) {
      if (this.rounds.has(fill.round)) continue;
      this.rounds.set(fill.round, {
        round: fill.round,
        commitment: fill.commitment,
        lookedUp: null,
        done: new Set(),
      });
    }
    for (const effect of effects) this.#judge(effect, before, event);
    this.#settle(before, after);
  }

  #judge(effect: MakerEffect, before: MakerState, event: MakerEvent): void {
    switch (effect.effect) {
      case 'look-up': {
        const deeds = this.#once(effect.round, 'look-up');
        deeds.lookedUp = effect.coin;
        const said = event.event === 'message' && event.command.command === 'auth' ? event.command : null;
        this.#t.is(said?.revelation, revelationOf(deeds.commitment));
        return;
      }
      case 'disclose': {
        const { lookedUp, commitment } = this.#once(effect.fill.round, 'disclose');
        this.#t.true(isGoodCoin(event, lookedUp) && 'round' in event && event.round === effect.fill.round);
        this.#t.false(this.disclosed.has(commitment), 'a commitment buys one disclosure');
        this.disclosed.add(commitment);
        return;
      }
      case 'sign': {
        const { done } = this.#once(effect.fill.round, 'sign');
        this.#t.true(done.has('disclose') && done.has('ioauth'));
        this.#t.true(event.event === 'message' && event.from === effect.taker);
        return;
      }
      case 'push': {
        this.#t.true(this.#once(effect.round, 'push').done.has('sig'));
        return;
      }
      case 'end':
        this.#once(effect.round, 'end');
        return;
      case 'send':
        this.#judgeSend(effect, before, event);
        return;
      default:
    }
  }

  #judgeSend(
    { to, command }: Extract<MakerEffect, { effect: 'send' }>,
    before: MakerState,
    event: MakerEvent,
  ): void {
    this.#t.true('taker' in event ? event.taker === to : event.event === 'message' && event.from === to);
    const round = before.sessions.get(to)?.fill.round ?? '';
    switch (command.command) {
      case 'ioauth':
        this.#t.true(event.event === 'disclosed' && event.round === round && event.disclosure !== null);
        this.#t.true(this.#once(round, 'ioauth').done.has('disclose'));
        return;
      case 'sig':
        this.#t.true(event.event === 'signed' && event.round === round && event.outcome.ok);
        this.#t.true(this.#once(round, 'sig').done.has('sign'));
        return;
      default:
        this.#t.true(['pubkey', 'error'].includes(command.command), command.command);
    }
  }

  /** A round that is gone was signed, has ended, or gave way to another fill before anything was shown for it. */
  #settle(before: MakerState, after: MakerState): void {
    const alive = new Set([...after.sessions.values()].map(({ fill }) => fill.round));
    for (const { fill, stage } of before.sessions.values()) {
      if (alive.has(fill.round)) continue;
      const successor = after.sessions.get(fill.taker);
      if (stage === 'filled' && successor !== undefined) this.#once(fill.round, 'replaced');
    }
    for (const { round, done } of this.rounds.values()) {
      const over = ['end', 'sig', 'replaced'].filter((deed) => done.has(deed as 'end')).length;
      this.#t.true(over <= 1);
      if (!alive.has(round)) this.#t.is(over, 1, `${round} is lost`);
      else this.#t.false(done.has('end') || done.has('replaced'));
    }
  }

  #once(round: string, deed: Parameters<Deeds['done']['add']>[0]): Deeds {
    const deeds = this.rounds.get(round);
    if (deeds === undefined) throw new Error(`${deed} for ${round}, which never began`);
    this.#t.false(deeds.done.has(deed), `${deed} twice`);
    deeds.done.add(deed);
    this.count.set(deed, (this.count.get(deed) ?? 0) + 1);
    return deeds;
  }
}

/** Plays the moves; what is disclosed is blacklisted, as the runner does it. */
function follow(t: ExecutionContext, moves: readonly MakerMove[], watcher: Watcher): MakerState {
  const terms = makerTerms({ isBlacklisted: (commitment) => watcher.disclosed.has(commitment) });
  let state = IDLE_MAKER;
  let now = NOW;
  for (const move of moves) {
    now += move.seconds;
    const event = move.event(state, [...watcher.rounds.keys()]);
    const step = stepMaker(state, event, { ...terms, now });
    watcher.see(state, event, step.state, step.effects);
    ({ state } = step);
    t.true(state.sessions.size <= USES.length);
  }
  return state;
}

test('in no order of events is anything shown, signed or broadcast before its time, or twice', (t) => {
  const counts = new Map<string, number>();
  fc.assert(
    fc.property(makerMoves, (moves) => {
      const watcher = new Watcher(t);
      follow(t, moves, watcher);
      for (const [deed, count] of watcher.count) counts.set(deed, (counts.get(deed) ?? 0) + count);
    }),
    { numRuns: 400, seed: 1 },
  );
  // Otherwise the orders above would say little.
  for (const deed of ['disclose', 'sign', 'sig', 'push', 'end', 'replaced']) {
    t.true((counts.get(deed) ?? 0) > 20, `${deed}: ${counts.get(deed) ?? 0}`);
  }
});

test('nor in another random order', (t) => {
  fc.assert(
    fc.property(makerMoves, (moves) => {
      follow(t, moves, new Watcher(t));
    }),
    { numRuns: 300 },
  );
});

test('when all takers have left, no session remains', (t) => {
  fc.assert(
    fc.property(makerMoves, (moves) => {
      const left = USES.map(([{ nick }]): MakerMove => ({
        seconds: 0,
        event: () => ({ event: 'left', nick }),
      }));
      t.is(follow(t, [...moves, ...left], new Watcher(t)).sessions.size, 0);
    }),
    { numRuns: 50 },
  );
});
