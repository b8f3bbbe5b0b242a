import type { Nick } from '../jm/command.ts';
import type { MessagesEvent } from './messages.ts';

/**
 * The most events that wait for the wallet. Beyond it lines are dropped and counted: the oldest public ones first, then those of the
 * peer with the most private lines in the queue, so that one peer's flood does not cost the others theirs.
 */
export const MAX_QUEUED_EVENTS = 5000;

/** The most notices of the watch among them; later ones are lost, since nothing depends on any. */
export const MAX_QUEUED_NOTICES = 50;

/** Events in order for one consumer, bounded whatever the other VM sends. */
export class EventQueue {
  readonly #events: MessagesEvent[] = [];
  /** Private lines in the queue, by peer. */
  readonly #privateOf = new Map<Nick, number>();
  #publicLines = 0;
  #notices = 0;
  #shed = 0;
  #ended: Error | null = null;
  #wake: (() => void) | null = null;

  push(event: MessagesEvent): void {
    if (this.#ended !== null) return;
    if (event.event === 'watch' && this.#notices >= MAX_QUEUED_NOTICES) return;
    if (this.#events.length >= MAX_QUEUED_EVENTS && !this.#makeRoomFor(event)) return;
    this.#events.push(event);
    this.#count(event, 1);
    this.#wake?.();
  }

  /** Ends the queue: what is queued is still delivered, then the iteration throws the reason. */
  end(reason: Error): void {
    this.#ended ??= reason;
    this.#wake?.();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<MessagesEvent> {
    for (;;) {
      if (this.#shed > 0) {
        const publicLines = this.#shed;
        this.#shed = 0;
        yield { event: 'shed', publicLines };
      }
      const event = this.#events.shift();
      if (event !== undefined) {
        this.#count(event, -1);
        yield event;
        continue;
      }
      if (this.#ended !== null) throw this.#ended;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
      this.#wake = null;
    }
  }

  /** False when the new event is the one to lose. */
  #makeRoomFor(event: MessagesEvent): boolean {
    this.#shed += 1;
    if (this.#publicLines > 0) return this.#drop((queued) => queued.event === 'public');
    const loudest = this.#loudest();
    if (loudest === null || (event.event === 'private' && event.from === loudest)) return false;
    return this.#drop((queued) => queued.event === 'private' && queued.from === loudest);
  }

  #drop(isWanted: (event: MessagesEvent) => boolean): boolean {
    const [dropped] = this.#events.splice(this.#events.findIndex(isWanted), 1);
    if (dropped !== undefined) this.#count(dropped, -1);
    return true;
  }

  #loudest(): Nick | null {
    let loudest: Nick | null = null;
    let most = 0;
    for (const [nick, lines] of this.#privateOf) {
      if (lines > most) [loudest, most] = [nick, lines];
    }
    return loudest;
  }

  #count(event: MessagesEvent, change: 1 | -1): void {
    if (event.event === 'public') this.#publicLines += change;
    if (event.event === 'watch') this.#notices += change;
    if (event.event !== 'private') return;
    const lines = (this.#privateOf.get(event.from) ?? 0) + change;
    if (lines === 0) this.#privateOf.delete(event.from);
    else this.#privateOf.set(event.from, lines);
  }
}
