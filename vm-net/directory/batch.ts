import type { LineSocket } from '../channels/onion/line-socket.ts';

/** Somebody that lines go to. */
export interface Reader {
  readonly socket: Pick<LineSocket, 'sendBytes' | 'unsent'>;
  /** What is for it alone since the last flush; null when it gets what all get. */
  outbox: Outbox | null;
}

/** Stretches of the two arenas in the order in which the reader gets them. */
export interface Outbox {
  readonly pieces: Piece[];
  /** Up to where the public lines are in the pieces, or are not for this reader. */
  publicUpTo: number;
}

interface Piece {
  readonly arena: Arena;
  readonly start: number;
  end: number;
}

/** A line on its way: within the bytes that came, without terminator, or as text in ASCII. */
export type Line = string | { readonly bytes: Buffer; readonly start: number; readonly end: number };

/** How many bytes a batch holds of each kind, public and private: with more, it goes out early. */
const CAPACITY = 256 * 1024;
const TERMINATOR_LENGTH = 2;

/**
 * Lines for readers, gathered over one turn of the event loop, so that each reader is written to once however many came for it; what
 * all get is one Buffer. Each reader gets its lines in the order in which they were added.
 */
export class Batch {
  readonly #public = new Arena(CAPACITY);
  readonly #private = new Arena(CAPACITY);
  readonly #all: () => Iterable<Reader>;
  readonly #onWaiting: (bytes: number) => void;
  #withOutbox: Reader[] = [];

  /** `all` gives everybody who gets public lines. `onWaiting` hears how much of a flush the system did not take at once. */
  constructor(all: () => Iterable<Reader>, onWaiting: (bytes: number) => void) {
    this.#all = all;
    this.#onWaiting = onWaiting;
  }

  get isEmpty(): boolean {
    return this.#public.length === 0 && this.#withOutbox.length === 0;
  }

  /** Adds a line for all readers but one. */
  addPublic(line: Line, except: Reader | null): void {
    if (!this.#public.hasRoom(line)) this.flush();
    const start = this.#public.length;
    this.#public.append(line);
    if (except === null) return;
    this.#catchUp(this.#outboxOf(except), start).publicUpTo = this.#public.length;
  }

  /** Adds a line for one reader. */
  addPrivate(line: Line, reader: Reader): void {
    if (!this.#private.hasRoom(line)) this.#flushPrivate();
    const start = this.#private.length;
    this.#private.append(line);
    const { pieces } = this.#catchUp(this.#outboxOf(reader), this.#public.length);
    const last = pieces.at(-1);
    if (last?.arena === this.#private && last.end === start) last.end = this.#private.length;
    else pieces.push({ arena: this.#private, start, end: this.#private.length });
  }

  /** A new reader gets nothing that was said before it came. */
  welcome(reader: Reader): void {
    this.#outboxOf(reader).publicUpTo = this.#public.length;
  }

  /** Hands everything to the sockets. */
  flush(): void {
    const withOutbox = this.#withOutbox;
    for (const reader of withOutbox) this.#catchUp(this.#outboxOf(reader), this.#public.length);
    let waiting = this.#writePieces();
    if (this.#public.length > 0) {
      const shared = joined([{ arena: this.#public, start: 0, end: this.#public.length }]);
      for (const reader of this.#all()) if (reader.outbox === null) waiting += write(reader, shared);
    }
    for (const reader of withOutbox) reader.outbox = null;
    this.#withOutbox = [];
    this.#public.clear();
    this.#private.clear();
    if (waiting > 0) this.#onWaiting(waiting);
  }

  /** Only to those that have lines of their own: else few bytes for one reader could make it write to all, again and again. */
  #flushPrivate(): void {
    const waiting = this.#writePieces();
    this.#private.clear();
    if (waiting > 0) this.#onWaiting(waiting);
  }

  #writePieces(): number {
    let waiting = 0;
    for (const reader of this.#withOutbox) {
      const { pieces } = this.#outboxOf(reader);
      if (pieces.length === 0) continue;
      waiting += write(reader, joined(pieces));
      pieces.length = 0;
    }
    return waiting;
  }

  #outboxOf(reader: Reader): Outbox {
    if (reader.outbox === null) {
      reader.outbox = { pieces: [], publicUpTo: 0 };
      this.#withOutbox.push(reader);
    }
    return reader.outbox;
  }

  /** Public lines come before what is added next. */
  #catchUp(outbox: Outbox, upTo: number): Outbox {
    if (outbox.publicUpTo < upTo)
      outbox.pieces.push({ arena: this.#public, start: outbox.publicUpTo, end: upTo });
    outbox.publicUpTo = upTo;
    return outbox;
  }
}

/** Bytes of lines with their terminators, one behind the other. */
class Arena {
  readonly bytes: Buffer;
  #length = 0;

  constructor(capacity: number) {
    this.bytes = Buffer.allocUnsafeSlow(capacity);
  }

  get length(): number {
    return this.#length;
  }

  hasRoom(line: Line): boolean {
    const length = typeof line === 'string' ? line.length : line.end - line.start;
    return this.#length + length + TERMINATOR_LENGTH <= this.bytes.length;
  }

  append(line: Line): void {
    this.#length +=
      typeof line === 'string'
        ? this.bytes.write(line, this.#length, 'latin1')
        : line.bytes.copy(this.bytes, this.#length, line.start, line.end);
    this.#length += this.bytes.write('\r\n', this.#length, 'latin1');
  }

  clear(): void {
    this.#length = 0;
  }
}

/** A copy that is not part of a larger Buffer, because a reader that is slow keeps it. */
function joined(pieces: readonly Piece[]): Buffer {
  const total = pieces.reduce((sum, { start, end }) => sum + end - start, 0);
  const bytes = Buffer.allocUnsafeSlow(total);
  let length = 0;
  for (const { arena, start, end } of pieces) length += arena.bytes.copy(bytes, length, start, end);
  return bytes;
}

function write({ socket }: Reader, lines: Buffer): number {
  socket.sendBytes(lines);
  return socket.unsent === 0 ? 0 : lines.length;
}
