import { utf8 } from '../crypto/bytes.ts';
import { isJmError } from '../errors.ts';
import { BridgeError, PeerFailure } from './bridge-error.ts';
import { FRAME_KINDS } from './frame.ts';
import { parseJson, violation } from './hello.ts';
import { failure as isFailure } from './schema/validators.js';

/** A message with its JSON part and, where the method has one, its raw part. */
export interface Message {
  readonly json: unknown;
  readonly bytes: Uint8Array;
}

/** The first frame of a message: its JSON, and how many raw bytes follow in chunks. */
export interface Envelope {
  readonly method: string;
  readonly json: unknown;
  readonly length: number;
}

/** A message whose raw part is still on the way. */
export class IncomingMessage {
  readonly envelope: Envelope;
  #keeps: boolean;
  /** Made at the first byte, in the announced length, so that tiny chunks cost no more than large ones. */
  #bytes = new Uint8Array(0);
  #received = 0;

  /** @param keeps False where nobody waits any more: bytes are counted then, not kept. */
  constructor(envelope: Envelope, keeps: boolean) {
    this.envelope = envelope;
    this.#keeps = keeps;
  }

  get isComplete(): boolean {
    return this.#received === this.envelope.length;
  }

  /** Takes raw bytes. @throws BridgeError when there are more than announced. */
  take(payload: Uint8Array): void {
    const at = this.#received;
    this.#received += payload.length;
    if (payload.length === 0 || this.#received > this.envelope.length) {
      throw unexpected('more bytes than announced');
    }
    if (!this.#keeps) return;
    if (at === 0) this.#bytes = new Uint8Array(this.envelope.length);
    this.#bytes.set(payload, at);
  }

  /** Nobody waits any more: what came is dropped, and what comes is counted. */
  abandon(): void {
    this.#keeps = false;
    this.#bytes = new Uint8Array(0);
  }

  message(): Message {
    return { json: this.envelope.json, bytes: this.#bytes };
  }
}

/** Serializes an envelope. */
export function encodeEnvelope(method: string, { json, bytes }: Message): Uint8Array {
  return utf8(JSON.stringify({ method, json, length: bytes.length }));
}

/** Reads an envelope. @throws BridgeError */
export function parseEnvelope(payload: Uint8Array): Envelope {
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

/** A failure as it is told to the other side. */
export interface FailureText {
  readonly code: string;
  readonly message: string;
  readonly cure: string | null;
}

const LONGEST_TEXT = 900;

/** What the other side gets to hear of an error. Only errors of our own are told; anything else stays inside. */
export function failureText(error: unknown, longest = LONGEST_TEXT): FailureText {
  if (!isJmError(error)) {
    return { code: 'internal', message: 'joinmarketd failed inside; its log says why', cure: null };
  }
  const { code, message, cure } = error;
  return { code, message: message.slice(0, longest), cure: cure?.slice(0, longest) ?? null };
}

/** What the other side reports. */
export function failureOf({ code, message, cure }: FailureText): PeerFailure {
  return new PeerFailure(code, message, cure === null ? {} : { cure });
}

/** A failure frame's payload. */
export function encodeFailure(error: unknown): Uint8Array {
  for (let longest = LONGEST_TEXT; ; longest = Math.floor(longest / 2)) {
    const payload = utf8(JSON.stringify(failureText(error, longest)));
    // A character can take six bytes.
    if (payload.length <= FRAME_KINDS.failure.limit) return payload;
  }
}

/** Reads a failure frame. @throws BridgeError when it is none. */
export function parseFailure(payload: Uint8Array): PeerFailure {
  const value = parseJson(payload);
  if (!matchesFailure(value)) throw violation('a failure');
  return failureOf(value);
}

/** The error for a frame that has no place where it came. */
export function unexpected(what: string): BridgeError {
  return new BridgeError('bridge-unexpected', `The other VM sent ${what}`, {
    cure: 'Install the same release in both VMs. If it is the same, do not trust the net VM.',
  });
}

function matchesFailure(value: unknown): value is FailureText {
  return isFailure(value);
}
