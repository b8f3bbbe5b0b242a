import type { VerifiedCoin } from '../../shared/bridge/chain.ts';
import type { Outpoint } from '../../shared/bitcoin/outpoint.ts';
import type { Nick, PrivateCommand } from '../../shared/jm/command.ts';
import type { ReadyMaker, UnsignedJoin } from '../coinjoin/join.ts';
import { initialRound, stepRound } from '../taker/round.ts';
import type { Podle } from '../../shared/jm/podle/create.ts';
import type { RoundEffect, RoundEvent, RoundState, RoundTerms, RoundTimer } from '../taker/round-types.ts';
import type { Result } from '../../shared/errors.ts';

/** A round that is over. */
export type FinishedRound = Extract<RoundState, { phase: 'complete' | 'failed' }>;

/** What a round needs of the world. */
export interface RoundWorld {
  readonly send: (to: Nick, command: PrivateCommand) => Promise<unknown>;
  /** Evidence for each coin, verified; null where it does not hold. */
  readonly lookUp: (coins: readonly Outpoint[]) => Promise<readonly (VerifiedCoin | null)[]>;
  /** Builds the transaction, and has it on disk that it is about to be seen. */
  readonly build: (makers: readonly ReadyMaker[]) => Promise<Result<UnsignedJoin, string>>;
  /** Writes the next commitment down; null when no coin has one left. */
  readonly commit: () => Promise<Podle | null>;
  readonly report: (text: string) => void;
}

/** One attempt in progress: takes events, carries out the state machine's effects, until it is complete or has failed. */
export class RoundInPlay {
  /** Rejects when the world fails: the bridge or the disk. */
  readonly finished: Promise<FinishedRound>;
  readonly #terms: RoundTerms;
  readonly #world: RoundWorld;
  readonly #timers = new Map<RoundTimer, NodeJS.Timeout>();
  #state: RoundState;
  #over = false;
  #resolve: (final: FinishedRound) => void = () => undefined;
  #reject: (error: Error) => void = () => undefined;

  constructor(terms: RoundTerms, world: RoundWorld) {
    this.#terms = terms;
    this.#world = world;
    this.#state = initialRound(terms);
    this.finished = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
  }

  get state(): RoundState {
    return this.#state;
  }

  /** Never throws: what goes wrong inside ends the round, not the process. */
  deliver(event: RoundEvent): void {
    if (this.#over) return;
    try {
      this.#step(event);
    } catch (error) {
      this.#fail(error);
    }
  }

  #step(event: RoundEvent): void {
    const step = stepRound(this.#state, event, this.#terms);
    this.#state = step.state;
    for (const effect of step.effects) this.#perform(effect);
    const { state } = this;
    if (state.phase === 'complete' || state.phase === 'failed') {
      this.#end();
      this.#resolve(state);
    }
  }

  #perform(effect: RoundEffect): void {
    const { send, lookUp, build, report } = this.#world;
    switch (effect.effect) {
      case 'send':
        if (effect.command.command === 'fill') report(`asking ${effect.to}`);
        send(effect.to, effect.command).catch(this.#fail);
        return;
      case 'look-up':
        lookUp(effect.coins)
          .then((coins) => {
            this.deliver({ event: 'coins', nick: effect.nick, coins });
          })
          .catch(this.#fail);
        return;
      case 'timer':
        clearTimeout(this.#timers.get(effect.timer));
        this.#timers.set(
          effect.timer,
          setTimeout(() => {
            this.deliver({ event: 'timeout', timer: effect.timer });
          }, effect.seconds * 1000),
        );
        return;
      case 'commit':
        this.#world
          .commit()
          .then((podle) => {
            this.deliver({ event: 'committed', podle });
          })
          .catch(this.#fail);
        return;
      case 'build':
        build(effect.makers)
          .then((built) => {
            this.deliver(
              built.ok
                ? { event: 'built', join: built.value }
                : { event: 'cannot-build', reason: built.error },
            );
          })
          .catch(this.#fail);
        return;
      case 'complete':
        return;
      case 'report':
        report(effect.nick === null ? effect.text : `${effect.nick}: ${effect.text}`);
        return;
    }
  }

  readonly #fail = (error: unknown): void => {
    this.#end();
    this.#reject(error instanceof Error ? error : new Error(String(error)));
  };

  #end(): void {
    this.#over = true;
    for (const timer of this.#timers.values()) clearTimeout(timer);
  }
}
