import type { Socket } from 'node:net';

/** What a connection of newline-separated lines tells its owner. */
export interface LineHandlers {
  /** A line without its terminator. The bytes are only valid during the call. */
  readonly onLine: (line: Buffer) => void;
  /** The connection is over, once. */
  readonly onClose: (reason: string) => void;
}

/** The same for an owner that has so many lines that a Buffer for each would cost too much. */
export interface SpanHandlers {
  /** A line without its terminator: from `start` up to `end`. The bytes are only valid during the call. */
  onSpan(bytes: Buffer, start: number, end: number): void;
  /** The connection is over, once. */
  onClose(reason: string): void;
}

/** Limits of one connection, in bytes. */
export interface LineLimits {
  readonly maxLine: number;
  /** Lines are not taken while the other side leaves more than this unread. */
  readonly maxUnsent: number;
  /** The other side is dropped when it reads almost nothing of that for so long. */
  readonly stallMs?: number;
}

/** Why a connection is dropped that leaves unread what it is sent. */
export const STALLED = 'it reads too slowly';

const LF = 0x0a;
const CR = 0x0d;
/** How long what was sent last may take to leave. */
const CLOSE_GRACE_MS = 5000;
const STALL_MS = 30_000;
/** The least that must be read within the stall time. */
const MIN_PROGRESS = 32_768;

/**
 * A TCP connection that carries lines: sends CRLF, accepts LF with or without CR, and keeps at most one line's worth of unfinished
 * input (protocol/onion-channel.md §1).
 */
export class LineSocket {
  readonly #socket: Socket;
  readonly #handlers: LineHandlers | SpanHandlers;
  readonly #limits: LineLimits;
  #rest: Buffer | null = null;
  #open = true;
  /** How much had been read, and when, as of the last time that enough was. */
  #progress: { readonly read: number; readonly at: number } | null = null;

  constructor(socket: Socket, limits: LineLimits, handlers: LineHandlers | SpanHandlers) {
    this.#socket = socket;
    this.#limits = limits;
    this.#handlers = handlers;
    socket.setNoDelay(true);
    socket.on('data', (chunk) => {
      this.#receive(chunk);
    });
    socket.on('error', (error) => {
      this.close(error.message);
    });
    socket.on('close', () => {
      this.close('closed by the other side');
    });
  }

  get isOpen(): boolean {
    return this.#open;
  }

  /** Bytes that were sent here and that the system has not taken yet. */
  get unsent(): number {
    return this.#socket.writableLength;
  }

  /** Sends one line; false when the connection is over, or too much waits already. */
  send(line: string): boolean {
    return this.sendBytes(lineBytes(line));
  }

  /** Sends bytes that hold whole lines with their terminators, so that a broadcast is encoded once. */
  sendBytes(lines: Buffer): boolean {
    if (!this.#open) return false;
    if (this.#socket.writableLength + lines.length > this.#limits.maxUnsent) {
      this.#checkStall(performance.now());
      return false;
    }
    this.#socket.write(lines);
    return true;
  }

  /** Ends the connection; what was sent before still leaves, if the other side reads it soon. */
  close(reason: string): void {
    if (!this.#open) return;
    this.#open = false;
    this.#rest = null;
    const socket = this.#socket;
    if (!socket.destroyed) {
      const force = setTimeout(() => socket.destroy(), CLOSE_GRACE_MS);
      force.unref();
      socket.once('close', () => {
        clearTimeout(force);
      });
      socket.destroySoon();
    }
    this.#handlers.onClose(reason);
  }

  /** Ends the connection at once: nobody reads what waits here, and it would be kept for as long as the other side likes. */
  drop(reason: string): void {
    this.close(reason);
    this.#socket.destroy();
  }

  /** Drops the other side when it has hardly read anything since an earlier line found no room. */
  #checkStall(now: number): void {
    const read = this.#socket.bytesWritten - this.#socket.writableLength;
    if (this.#progress === null || read - this.#progress.read >= MIN_PROGRESS) {
      this.#progress = { read, at: now };
    } else if (now - this.#progress.at >= (this.#limits.stallMs ?? STALL_MS)) {
      this.drop(STALLED);
    }
  }

  #receive(chunk: Buffer): void {
    const bytes = this.#rest === null ? chunk : Buffer.concat([this.#rest, chunk]);
    let start = 0;
    while (this.#open) {
      const lineFeed = bytes.indexOf(LF, start);
      if (lineFeed === -1) break;
      const end = lineFeed > start && bytes[lineFeed - 1] === CR ? lineFeed - 1 : lineFeed;
      if (end - start > this.#limits.maxLine) {
        this.close(`a line of ${end - start} bytes`);
        return;
      }
      if (end > start) this.#deliver(bytes, start, end);
      start = lineFeed + 1;
    }
    if (!this.#open) return;
    // A CR that still waits for its LF does not count.
    if (bytes.length - start > this.#limits.maxLine + 1) {
      this.close('a line without end');
      return;
    }
    this.#rest = start === bytes.length ? null : Buffer.from(bytes.subarray(start));
  }

  #deliver(bytes: Buffer, start: number, end: number): void {
    if ('onSpan' in this.#handlers) this.#handlers.onSpan(bytes, start, end);
    else this.#handlers.onLine(bytes.subarray(start, end));
  }
}

/** The bytes of a line with its terminator, for sending it to many. */
export function lineBytes(line: string): Buffer {
  return Buffer.from(`${line}\r\n`, 'utf8');
}
