import { MAX_OPEN_REQUESTS } from './asking.ts';
import { BridgeError } from './bridge-error.ts';
import { violation } from './hello.ts';
import { encodeFailure, IncomingMessage, unexpected, type Envelope, type Message } from './message.ts';

/** What an answer may use of the call that the question came on. */
export interface Call {
  /** Tells the other side something. */
  event(event: unknown): void;
  /** True while more than `bytes` wait to be written: the other side reads too slowly. */
  isBehind(bytes: number): boolean;
}

/** How one end answers requests. */
export interface RequestHandler {
  /** Most raw bytes that a request of this method may bring; 0 for none. */
  requestLimit(method: string): number;
  handle(method: string, request: Message, call: Call): Promise<Message>;
}

/** How the outcome of a request leaves. */
export interface Reply {
  readonly answer: (id: number, method: string, message: Message) => void;
  readonly failure: (id: number, payload: Uint8Array) => void;
  /** The handler found that the other side broke a rule. */
  readonly end: (reason: BridgeError) => void;
}

/** The other side's requests, from their first frame to our answer. */
export class Answering {
  readonly #handler: RequestHandler;
  readonly #call: Call;
  readonly #reply: Reply;
  readonly #incoming = new Map<number, IncomingMessage>();
  readonly #handling = new Set<number>();

  constructor(handler: RequestHandler, call: Call, reply: Reply) {
    this.#handler = handler;
    this.#call = call;
    this.#reply = reply;
  }

  /** Takes the start of a request. @throws BridgeError */
  receive(id: number, envelope: Envelope): void {
    if (this.#incoming.has(id) || this.#handling.has(id) || id === 0) throw unexpected('a request id twice');
    if (this.#incoming.size + this.#handling.size >= MAX_OPEN_REQUESTS) {
      throw new BridgeError('bridge-flood', 'Too many requests at once');
    }
    if (envelope.length > this.#handler.requestLimit(envelope.method)) throw violation('more bytes');
    const incoming = new IncomingMessage(envelope, true);
    if (incoming.isComplete) this.#handle(id, incoming);
    else this.#incoming.set(id, incoming);
  }

  /** Takes raw bytes; false when they belong to no request. @throws BridgeError */
  receiveChunk(id: number, payload: Uint8Array): boolean {
    const incoming = this.#incoming.get(id);
    if (incoming === undefined) return false;
    incoming.take(payload);
    if (!incoming.isComplete) return true;
    this.#incoming.delete(id);
    this.#handle(id, incoming);
    return true;
  }

  #handle(id: number, incoming: IncomingMessage): void {
    this.#handling.add(id);
    const { method } = incoming.envelope;
    const work = async (): Promise<void> => {
      const answer = await this.#handler.handle(method, incoming.message(), this.#call);
      this.#reply.answer(id, method, answer);
    };
    work()
      .catch((error: unknown) => {
        // An answer of ours that fits no frame is our own fault, not the other side's.
        const ours = error instanceof BridgeError && error.code === 'frame-oversized';
        if (error instanceof BridgeError && !ours) this.#reply.end(error);
        else this.#reply.failure(id, encodeFailure(ours ? null : error));
      })
      .finally(() => {
        this.#handling.delete(id);
      });
  }
}
