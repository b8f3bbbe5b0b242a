import type { Duplex } from 'node:stream';
import { utf8 } from '../crypto/bytes.ts';
import { isJmError } from '../errors.ts';
import { BridgeError, PeerFailure } from './bridge-error.ts';
import { encodeFrame, FRAME_KINDS, FrameDecoder, type Frame, type FrameKind } from './frame.ts';
import { checkHello, parseHello, parseJson, violation, type Hello } from './hello.ts';
import { failure as isFailure } from './schema/validators.js';

/** A message with its JSON part and, where the method has one, its raw part. */
export interface Message {
  readonly json: unknown;
  readonly bytes: Uint8Array;
}

/** How one end answers requests. */
export interface RequestHandler {
  /** Most raw bytes that a request of this method may bring; 0 for none. */
  requestLimit(method: string): number;
  handle(method: string, request: Message): Promise<Message>;
}

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
const MAX_OPEN_REQUESTS = 256;
/** How long what was written last may take to leave before the stream is cut. */
const CLOSE_GRACE_MS = 1000;
const NO_BYTES = new Uint8Array(0);

interface PendingAnswer {
  readonly limit: number;
  readonly settle: (answer: Message | Error) => void;
  readonly timer: NodeJS.Timeout;
}

/** A message whose raw part is still on the way. */
interface Incoming {
  readonly envelope: { readonly method: string; readonly json: unknown; readonly length: number };
  readonly parts: Uint8Array[];
  received: number;
}

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
  readonly #pending = new Map<number, PendingAnswer>();
  readonly #answers = new Map<number, Incoming>();
  readonly #requests = new Map<number, Incoming>();
  readonly #handling = new Set<number>();
  #peer: Hello | null = null;
  #nextId = 1;
  #reason: BridgeError | null = null;
  #heartbeat: NodeJS.Timeout | null = null;
  #alive = true;
  #settleClosed: (reason: BridgeError) => void = () => undefined;
  #settleHello: (outcome: Hello | BridgeError) => void = () => undefined;

  private constructor(stream: Duplex, options: ConnectionOptions) {
    this.#stream = stream;
    this.#options = options;
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
    if (this.#pending.size >= MAX_OPEN_REQUESTS) {
      return Promise.reject(new BridgeError('bridge-flood', 'Too many requests wait for an answer'));
    }
    const id = this.#nextId;
    this.#nextId = this.#nextId === 0xffff_ffff ? 1 : this.#nextId + 1;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#pending.delete(id);
        reject(
          new BridgeError('request-timeout', `The net VM did not answer "${method}" in time`, {
            cure: 'Check that joinmarketd is healthy, and try again.',
          }),
        );
      }, options.timeoutMs);
      this.#pending.set(id, {
        limit: options.answerLimit ?? 0,
        timer,
        settle: (answer) => {
          clearTimeout(timer);
          this.#pending.delete(id);
          if (answer instanceof Error) reject(answer);
          else resolve(answer);
        },
      });
      this.#sendMessage('request', id, method, message.json, message.bytes ?? NO_BYTES);
    });
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
        this.#send('pong', 0, NO_BYTES);
        return;
      case 'pong':
        return;
      case 'event':
        if (this.#options.onEvent === undefined) throw unexpected('an event');
        this.#options.onEvent(parseJson(frame.payload));
        return;
      case 'request':
        this.#receiveRequest(frame);
        return;
      case 'answer':
        this.#receiveAnswer(frame);
        return;
      case 'failure':
        this.#receiveFailure(frame);
        return;
      case 'chunk':
        this.#receiveChunk(frame);
        return;
    }
  }

  #receiveRequest({ id, payload }: Frame): void {
    const { handler } = this.#options;
    if (handler === undefined) throw unexpected('a request');
    if (this.#requests.has(id) || this.#handling.has(id) || id === 0) throw unexpected('a request id twice');
    if (this.#requests.size + this.#handling.size >= MAX_OPEN_REQUESTS) {
      throw new BridgeError('bridge-flood', 'Too many requests at once');
    }
    const envelope = parseEnvelope(payload);
    if (envelope.length > handler.requestLimit(envelope.method)) throw violation('more bytes');
    const incoming: Incoming = { envelope, parts: [], received: 0 };
    if (envelope.length === 0) this.#handle(id, incoming);
    else this.#requests.set(id, incoming);
  }

  #receiveAnswer({ id, payload }: Frame): void {
    const pending = this.#pending.get(id);
    const envelope = parseEnvelope(payload);
    // An answer that comes after its deadline belongs to nobody; only its raw part must still be skipped.
    if (pending !== undefined && envelope.length > pending.limit) throw violation('more bytes');
    if (this.#answers.has(id)) throw unexpected('an answer twice');
    const incoming: Incoming = { envelope, parts: [], received: 0 };
    if (envelope.length === 0) this.#settle(id, incoming);
    else this.#answers.set(id, incoming);
  }

  #receiveFailure({ id, payload }: Frame): void {
    const value = parseJson(payload);
    if (!matchesFailure(value)) throw violation('a failure');
    const options = value.cure === null ? {} : { cure: value.cure };
    if (id === 0) {
      this.#end(new BridgeError('daemon-down', value.message, options));
      return;
    }
    this.#pending.get(id)?.settle(new PeerFailure(value.code, value.message, options));
  }

  #receiveChunk({ id, payload }: Frame): void {
    const table = this.#answers.has(id) ? this.#answers : this.#requests;
    const incoming = table.get(id);
    if (incoming === undefined || payload.length === 0) throw unexpected('a chunk');
    incoming.received += payload.length;
    if (incoming.received > incoming.envelope.length) throw unexpected('more bytes than announced');
    // Bytes that nobody waits for any more are counted, not kept.
    if (table === this.#requests || this.#pending.has(id)) incoming.parts.push(payload);
    if (incoming.received < incoming.envelope.length) return;
    table.delete(id);
    if (table === this.#answers) this.#settle(id, incoming);
    else this.#handle(id, incoming);
  }

  #settle(id: number, incoming: Incoming): void {
    this.#pending.get(id)?.settle({ json: incoming.envelope.json, bytes: join(incoming.parts) });
  }

  #handle(id: number, incoming: Incoming): void {
    const { handler } = this.#options;
    if (handler === undefined) return;
    this.#handling.add(id);
    const { method, json } = incoming.envelope;
    handler
      .handle(method, { json, bytes: join(incoming.parts) })
      .then(
        (answer) => {
          this.#sendMessage('answer', id, method, answer.json, answer.bytes);
        },
        (error: unknown) => {
          if (isBridgeError(error)) this.#end(error);
          else this.#send('failure', id, encodeFailure(error));
        },
      )
      .finally(() => {
        this.#handling.delete(id);
      });
  }

  #sendMessage(
    kind: 'request' | 'answer',
    id: number,
    method: string,
    json: unknown,
    bytes: Uint8Array,
  ): void {
    this.#send(kind, id, utf8(JSON.stringify({ method, json, length: bytes.length })));
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
    for (const pending of [...this.#pending.values()]) pending.settle(reason);
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

interface FailureText {
  readonly code: string;
  readonly message: string;
  readonly cure: string | null;
}

/** A failure frame's payload. Only errors of our own are told; anything else stays inside. */
export function encodeFailure(error: unknown): Uint8Array {
  const text: FailureText = isJmError(error)
    ? { code: error.code, message: error.message.slice(0, 900), cure: error.cure?.slice(0, 900) ?? null }
    : { code: 'internal', message: 'joinmarketd failed inside; its log says why', cure: null };
  return utf8(JSON.stringify(text));
}

function parseEnvelope(payload: Uint8Array): Incoming['envelope'] {
  const value = parseJson(payload);
  if (typeof value !== 'object' || value === null || !('method' in value) || !('length' in value)) {
    throw violation('an envelope');
  }
  const { method, length } = value;
  const json: unknown = 'json' in value ? value.json : null;
  if (typeof method !== 'string' || method.length > 40) throw violation('a method');
  if (typeof length !== 'number' || !Number.isSafeInteger(length) || length < 0) throw violation('a length');
  return { method, json, length };
}

function matchesFailure(value: unknown): value is FailureText {
  return isFailure(value);
}

function isBridgeError(error: unknown): error is BridgeError {
  return error instanceof BridgeError;
}

function unexpected(what: string): BridgeError {
  return new BridgeError('bridge-unexpected', `The other VM sent ${what}`, {
    cure: 'Install the same release in both VMs. If it is the same, do not trust the net VM.',
  });
}

function died(cause?: unknown): BridgeError {
  return new BridgeError('call-died', 'The call to the other VM ended', {
    cure: 'Check that joinmarketd and its VM are running.',
    cause,
  });
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : Uint8Array.from(Buffer.concat(parts));
}
