import type { MessagesEvent } from './messages.ts';

/** The most events that wait for the wallet. Beyond it, the oldest public lines are dropped and counted. */
export const MAX_QUEUED_EVENTS = 5000;

/** Events in order for one consumer, bounded whatever the other VM sends. */
export class EventQueue {
  #events: MessagesEvent[] = [];
  #shed = 0;
  #ended: Error | null = null;
  #wake: (() => void) | null = null;

  push(event: MessagesEvent): void {
    if (this.#ended !== null) return;
    if (this.#events.length >= MAX_QUEUED_EVENTS && !this.#dropPublic()) return;
    this.#events.push(event);
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

  /** Makes room. Public lines go first; without any, the new event is the one that is lost. */
  #dropPublic(): boolean {
    const at = this.#events.findIndex((event) => event.event === 'public');
    this.#shed += 1;
    if (at === -1) return false;
    this.#events.splice(at, 1);
    return true;
  }
}
