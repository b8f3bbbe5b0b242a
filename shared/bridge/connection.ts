import type { Duplex } from 'node:stream';
import { utf8 } from '../crypto/bytes.ts';
import { Answering, type RequestHandler } from './answering.ts';
import { OpenRequests } from './asking.ts';
import { BridgeError } from './bridge-error.ts';
import { encodeFrame, FRAME_KINDS, FrameDecoder, type Frame, type FrameKind } from './frame.ts';
import { checkHello, parseHello, parseJson, type Hello } from './hello.ts';
import {
  encodeEnvelope,
  encodeFailure,
  parseEnvelope,
  parseFailure,
  unexpected,
  type Message,
} from './message.ts';

/** Settings of a connection, in milliseconds and counts. */
export interface ConnectionOptions {
  readonly hello: Hello;
  readonly handler?: RequestHandler;
  /** Told of events in the order in which they came. */
  readonly onEvent?: (event: unknown) => void;
  readonly helloTimeoutMs?: number;
  readonly heartbeatMs?: number;
}

const HELLO_TIMEOUT_MS = 20_000;
const HEARTBEAT_MS = 20_000;
/** How long what was written last may take to leave before the stream is cut. */
const CLOSE_GRACE_MS = 1000;
/** Whoever pings faster than it reads our pongs is cut off. */
const MAX_UNREAD_PONGS = 1024 * 1024;
const NO_BYTES = new Uint8Array(0);

/**
 * One multiplexed call over a byte stream: hello both ways, pipelined requests with deadlines, events, heartbeats. Whatever breaks a
 * rule ends the call with a named error and nothing else.
 */
export class BridgeConnection {
  /** Resolves with the reason when the call is over; never rejects. */
  readonly closed: Promise<BridgeError>;
  readonly #stream: Duplex;
  readonly #options: ConnectionOptions;
  readonly #decoder = new FrameDecoder();
  readonly #asking = new OpenRequests();
  readonly #answering: Answering | null;
  #peer: Hello | null = null;
  #reason: BridgeError | null = null;
  #heartbeat: NodeJS.Timeout | null = null;
  #alive = true;
  #settleClosed: (reason: BridgeError) => void = () => undefined;
  #settleHello: (outcome: Hello | BridgeError) => void = () => undefined;

  private constructor(stream: Duplex, options: ConnectionOptions) {
    this.#stream = stream;
    this.#options = options;
    this.#answering =
      options.handler === undefined
        ? null
        : new Answering(options.handler, this, {
            answer: (id, method, message) => {
              this.#sendMessage('answer', id, method, message);
            },
            failure: (id, payload) => {
              this.#send('failure', id, payload);
            },
            end: (reason) => {
              this.#end(reason);
            },
          });
    this.closed = new Promise((resolve) => {
      this.#settleClosed = resolve;
    });
  }

  /** Says hello and waits for the other side's. @throws BridgeError */
  static async open(stream: Duplex, options: ConnectionOptions): Promise<BridgeConnection> {
    const connection = new BridgeConnection(stream, options);
    await connection.#start();
    return connection;
  }

  /** The other side's hello. */
  get peer(): Hello | null {
    return this.#peer;
  }

  /** True while more than `bytes` wait to be written: the other side reads too slowly. */
  isBehind(bytes: number): boolean {
    return this.#stream.writableLength > bytes;
  }

  /**
   * Asks the other side.
   * @param options.answerLimit Most raw bytes that the answer may bring.
   * @throws PeerFailure with the other side's reason; BridgeError when the call is over or the deadline passed.
   */
  request(
    method: string,
    message: { readonly json: unknown; readonly bytes?: Uint8Array },
    options: { readonly answerLimit?: number; readonly timeoutMs: number },
  ): Promise<Message> {
    if (this.#reason !== null) return Promise.reject(this.#reason);
    if (this.#asking.isFull) {
      return Promise.reject(new BridgeError('bridge-flood', 'Too many requests wait for an answer'));
    }
    const { id, answer } = this.#asking.add(method, options);
    try {
      this.#sendMessage('request', id, method, { json: message.json, bytes: message.bytes ?? NO_BYTES });
    } catch (error) {
      this.#asking.fail(id, error instanceof Error ? error : new Error(String(error)));
    }
    return answer;
  }

  /** Tells the other side something. */
  event(event: unknown): void {
    this.#send('event', 0, utf8(JSON.stringify(event)));
  }

  /** Ends the call. */
  close(): void {
    this.#end(new BridgeError('call-closed', 'The call was closed'));
  }

  async #start(): Promise<void> {
    const { hello, helloTimeoutMs = HELLO_TIMEOUT_MS, heartbeatMs = HEARTBEAT_MS } = this.#options;
    const answered = new Promise<Hello | BridgeError>((resolve) => {
      this.#settleHello = resolve;
    });
    const timer = setTimeout(() => {
      this.#end(
        new BridgeError('hello-timeout', 'The net VM took the call and says nothing', {
          cure: 'Check that joinmarketd runs there, and restart it.',
        }),
      );
    }, helloTimeoutMs);
    this.#stream.on('data', (bytes: Uint8Array) => {
      this.#receive(bytes);
    });
    this.#stream.on('end', () => {
      this.#receiveEnd();
    });
    this.#stream.on('error', (cause) => {
      this.#end(isBridgeError(cause) ? cause : died(cause));
    });
    this.#stream.on('close', () => {
      this.#end(died());
    });
    this.#send('hello', 0, utf8(JSON.stringify(hello)));
    const outcome = await answered;
    clearTimeout(timer);
    if (outcome instanceof BridgeError) throw outcome;
    this.#heartbeat = setInterval(() => {
      if (!this.#alive) {
        this.#end(
          new BridgeError('call-died', 'The other VM has stopped answering', {
            cure: 'Check that joinmarketd and its VM are running.',
          }),
        );
        return;
      }
      this.#alive = false;
      this.#send('ping', 0, NO_BYTES);
    }, heartbeatMs);
    this.#heartbeat.unref();
  }

  #receive(bytes: Uint8Array): void {
    if (this.#reason !== null) return;
    this.#alive = true;
    try {
      for (const frame of this.#decoder.push(bytes)) this.#dispatch(frame);
    } catch (error) {
      this.#end(isBridgeError(error) ? error : died(error));
    }
  }

  #receiveEnd(): void {
    try {
      this.#decoder.end();
      this.#end(died());
    } catch (error) {
      this.#end(isBridgeError(error) ? error : died(error));
    }
  }

  #dispatch(frame: Frame): void {
    if (this.#peer === null) {
      // The service script says in this way that the daemon behind it is down.
      if (frame.kind === 'failure' && frame.id === 0) {
        this.#receiveFailure(frame);
        return;
      }
      if (frame.kind !== 'hello') throw unexpected(`a ${frame.kind} frame before hello`);
      const peer = parseHello(frame.payload);
      checkHello(this.#options.hello, peer);
      this.#peer = peer;
      this.#settleHello(peer);
      return;
    }
    switch (frame.kind) {
      case 'hello':
        throw unexpected('a second hello');
      case 'ping':
        if (this.isBehind(MAX_UNREAD_PONGS)) throw new BridgeError('bridge-flood', 'Too many pings');
        this.#send('pong', 0, NO_BYTES);
        return;
      case 'pong':
        return;
      case 'event':
        if (this.#options.onEvent === undefined) throw unexpected('an event');
        this.#options.onEvent(parseJson(frame.payload));
        return;
      case 'request':
        if (this.#answering === null) throw unexpected('a request');
        this.#answering.receive(frame.id, parseEnvelope(frame.payload));
        return;
      case 'answer':
        this.#asking.receive(frame.id, parseEnvelope(frame.payload));
        return;
      case 'failure':
        this.#receiveFailure(frame);
        return;
      case 'chunk':
        this.#receiveChunk(frame);
        return;
    }
  }

  #receiveFailure({ id, payload }: Frame): void {
    const failure = parseFailure(payload);
    if (id !== 0) {
      this.#asking.fail(id, failure);
      return;
    }
    const cure = failure.cure === undefined ? {} : { cure: failure.cure };
    this.#end(new BridgeError('daemon-down', failure.message, cure));
  }

  #receiveChunk({ id, payload }: Frame): void {
    if (this.#asking.receiveChunk(id, payload)) return;
    if (this.#answering?.receiveChunk(id, payload) !== true) throw unexpected('a chunk of nothing');
  }

  #sendMessage(kind: 'request' | 'answer', id: number, method: string, message: Message): void {
    this.#send(kind, id, encodeEnvelope(method, message));
    const { bytes } = message;
    const { limit } = FRAME_KINDS.chunk;
    for (let at = 0; at < bytes.length; at += limit) this.#send('chunk', id, bytes.subarray(at, at + limit));
  }

  #send(kind: FrameKind, id: number, payload: Uint8Array): void {
    if (this.#reason === null && this.#stream.writable)
      this.#stream.write(encodeFrame({ kind, id, payload }));
  }

  #end(reason: BridgeError): void {
    if (this.#reason !== null) return;
    this.#reason = reason;
    if (this.#heartbeat !== null) clearInterval(this.#heartbeat);
    // A mismatch is said to the other side as well, so that its log explains it too.
    if (/mismatch|schema|unexpected|frame/u.test(reason.code) && this.#stream.writable) {
      this.#stream.write(encodeFrame({ kind: 'failure', id: 0, payload: encodeFailure(reason) }));
    }
    this.#asking.endAll(reason);
    this.#settleHello(reason);
    this.#settleClosed(reason);
    const stream = this.#stream;
    const force = setTimeout(() => stream.destroy(), CLOSE_GRACE_MS);
    stream.end(() => {
      clearTimeout(force);
      stream.destroy();
    });
  }
}

function isBridgeError(error: unknown): error is BridgeError {
  return error instanceof BridgeError;
}

function died(cause?: unknown): BridgeError {
  return new BridgeError('call-died', 'The call to the other VM ended', {
    cure: 'Check that joinmarketd and its VM are running.',
    cause,
  });
}
