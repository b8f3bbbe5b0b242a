import { BridgeError } from './bridge-error.ts';
import { violation } from './hello.ts';
import { IncomingMessage, unexpected, type Envelope, type Message } from './message.ts';

/** Requests that may wait for an answer at one time, and as many again whose answer is late. */
export const MAX_OPEN_REQUESTS = 256;

interface OpenRequest {
  /** Most raw bytes that the answer may bring. */
  readonly limit: number;
  readonly settle: (answer: Message | Error) => void;
  readonly timer: NodeJS.Timeout;
}

/** Our requests that the other side has not answered yet. Answers to anything else end the call. */
export class OpenRequests {
  readonly #open = new Map<number, OpenRequest>();
  /** The limits of requests whose deadline passed: their answers are read over. */
  readonly #late = new Map<number, number>();
  readonly #incoming = new Map<number, IncomingMessage>();
  #nextId = 1;

  get isFull(): boolean {
    return this.#open.size >= MAX_OPEN_REQUESTS;
  }

  /** The id for a new request, and its answer. */
  add(
    method: string,
    options: { readonly answerLimit?: number; readonly timeoutMs: number },
  ): { readonly id: number; readonly answer: Promise<Message> } {
    const id = this.#nextId;
    const limit = options.answerLimit ?? 0;
    this.#nextId = this.#nextId === 0xffff_ffff ? 1 : this.#nextId + 1;
    const answer = new Promise<Message>((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#expire(id, limit);
        reject(
          new BridgeError('request-timeout', `The net VM did not answer "${method}" in time`, {
            cure: 'Check that joinmarketd is healthy, and try again.',
          }),
        );
      }, options.timeoutMs);
      this.#open.set(id, {
        limit,
        timer,
        settle: (outcome) => {
          clearTimeout(timer);
          this.#open.delete(id);
          if (outcome instanceof Error) reject(outcome);
          else resolve(outcome);
        },
      });
    });
    return { id, answer };
  }

  /** Takes the start of an answer. @throws BridgeError */
  receive(id: number, envelope: Envelope): void {
    const limit = this.#open.get(id)?.limit ?? this.#late.get(id);
    if (limit === undefined || this.#incoming.has(id)) throw unexpected('an answer that nobody waits for');
    if (envelope.length > limit) throw violation('more bytes');
    const incoming = new IncomingMessage(envelope, this.#open.has(id));
    if (incoming.isComplete) this.#finish(id, incoming);
    else this.#incoming.set(id, incoming);
  }

  /** Takes raw bytes; false when they belong to no answer. @throws BridgeError */
  receiveChunk(id: number, payload: Uint8Array): boolean {
    const incoming = this.#incoming.get(id);
    if (incoming === undefined) return false;
    incoming.take(payload);
    if (incoming.isComplete) this.#finish(id, incoming);
    return true;
  }

  /** Takes a failure in place of an answer. @throws BridgeError */
  fail(id: number, error: Error): void {
    const open = this.#open.get(id);
    if (open === undefined && !this.#late.has(id)) throw unexpected('a failure of nothing');
    this.#incoming.delete(id);
    this.#late.delete(id);
    open?.settle(error);
  }

  /** Ends all of them with the reason. */
  endAll(reason: Error): void {
    for (const { settle } of [...this.#open.values()]) settle(reason);
    this.#incoming.clear();
    this.#late.clear();
  }

  #finish(id: number, incoming: IncomingMessage): void {
    this.#incoming.delete(id);
    this.#late.delete(id);
    this.#open.get(id)?.settle(incoming.message());
  }

  #expire(id: number, limit: number): void {
    this.#open.delete(id);
    this.#incoming.get(id)?.abandon();
    const [oldest] = this.#late.keys();
    if (this.#late.size >= MAX_OPEN_REQUESTS && oldest !== undefined) this.#late.delete(oldest);
    this.#late.set(id, limit);
  }
}
