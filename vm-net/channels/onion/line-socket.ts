import type { Socket } from 'node:net';

/** What a connection of newline-separated lines tells its owner. */
export interface LineHandlers {
  /** A line without its terminator. The bytes are only valid during the call. */
  readonly onLine: (line: Buffer) => void;
  /** The connection is over, once. */
  readonly onClose: (reason: string) => void;
}

/** Limits of one connection, in bytes. */
export interface LineLimits {
  readonly maxLine: number;
  /** Lines are not taken while the other side leaves more than this unread. */
  readonly maxUnsent: number;
  /** The other side is dropped when it reads almost nothing of that for so long. */
  readonly stallMs?: number;
}

const LF = 0x0a;
const CR = 0x0d;
const EMPTY = Buffer.alloc(0);
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
  readonly #handlers: LineHandlers;
  readonly #limits: LineLimits;
  #rest: Buffer = EMPTY;
  #open = true;
  /** How much had been read, and when, as of the last time that enough was. */
  #progress: { readonly read: number; readonly at: number } | null = null;

  constructor(socket: Socket, limits: LineLimits, handlers: LineHandlers) {
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
    this.#rest = EMPTY;
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

  /** Drops the other side when it has hardly read anything since an earlier line found no room. */
  #checkStall(now: number): void {
    const read = this.#socket.bytesWritten - this.#socket.writableLength;
    if (this.#progress === null || read - this.#progress.read >= MIN_PROGRESS) {
      this.#progress = { read, at: now };
    } else if (now - this.#progress.at >= (this.#limits.stallMs ?? STALL_MS)) {
      this.close('it reads too slowly');
      // Nobody reads what waits here, and it would be kept for as long as the other side likes.
      this.#socket.destroy();
    }
  }

  #receive(chunk: Buffer): void {
    let data = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    while (this.#open) {
      const end = data.indexOf(LF);
      if (end === -1) break;
      const length = end > 0 && data[end - 1] === CR ? end - 1 : end;
      if (length > this.#limits.maxLine) {
        this.close(`a line of ${length} bytes`);
        return;
      }
      if (length > 0) this.#handlers.onLine(data.subarray(0, length));
      data = data.subarray(end + 1);
    }
    if (!this.#open) return;
    // A CR that still waits for its LF does not count.
    if (data.length > this.#limits.maxLine + 1) {
      this.close('a line without end');
      return;
    }
    this.#rest = data.length === 0 ? EMPTY : Buffer.from(data);
  }
}

/** The bytes of a line with its terminator, for sending it to many. */
export function lineBytes(line: string): Buffer {
  return Buffer.from(`${line}\r\n`, 'utf8');
}
