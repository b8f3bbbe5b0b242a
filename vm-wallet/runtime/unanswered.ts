import type { ChannelName } from '../../shared/bridge/messages.ts';
import type { Nick, PrivateCommand } from '../../shared/jm/command.ts';

/** A line that may have been lost with its channel. */
export interface SaidLine {
  readonly to: Nick;
  readonly command: PrivateCommand;
  /** The signed line for a channel's hostid. */
  readonly speak: (hostid: string) => string;
  /** When it was said first, in seconds. */
  readonly at: number;
}

/** Seconds; whoever heard nothing for longer has given up (protocol/coinjoin.md §2). */
const WORTH_REPEATING = 60;
const MAX_LINES = 500;
/** Steps of a round. Offers are asked for again, and nobody waits for the rest. */
const STEPS: ReadonlySet<PrivateCommand['command']> = new Set([
  'fill',
  'pubkey',
  'auth',
  'ioauth',
  'tx',
  'sig',
  'push',
]);

/**
 * What was said to peers since they were last heard. A channel that dies takes what it had not delivered with it, and nobody tells
 * which lines those were: they are said again elsewhere.
 */
export class Unanswered {
  #lines: readonly (SaidLine & { readonly channel: ChannelName })[] = [];

  said(line: SaidLine, channel: ChannelName): void {
    if (!STEPS.has(line.command.command)) return;
    const room = this.#lines.length < MAX_LINES ? this.#lines : this.#lines.slice(1);
    this.#lines = [...room, { ...line, channel }];
  }

  /** The peer has heard us: it said something true. */
  heard(from: Nick): void {
    if (this.#lines.some(({ to }) => to === from)) this.#lines = this.#lines.filter(({ to }) => to !== from);
  }

  /** Takes out what was said over a channel that is gone, the oldest first. @param now Seconds. */
  takeLostWith(channel: ChannelName, now: number): readonly SaidLine[] {
    const lost = this.#lines.filter((line) => line.channel === channel);
    this.#lines = this.#lines.filter((line) => line.channel !== channel);
    return lost.filter(({ at }) => now - at <= WORTH_REPEATING);
  }
}
