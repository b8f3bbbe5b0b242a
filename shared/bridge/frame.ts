import { BridgeError } from './bridge-error.ts';

/** Kinds of frames, with the most bytes that each may carry. */
export const FRAME_KINDS = {
  hello: { code: 1, limit: 4096 },
  request: { code: 2, limit: 256 * 1024 },
  answer: { code: 3, limit: 256 * 1024 },
  failure: { code: 4, limit: 4096 },
  event: { code: 5, limit: 256 * 1024 },
  /** Raw bytes that belong to the request or answer with the same id. */
  chunk: { code: 6, limit: 1024 * 1024 },
  ping: { code: 7, limit: 0 },
  pong: { code: 8, limit: 0 },
} as const;

export type FrameKind = keyof typeof FRAME_KINDS;

/** One frame: a kind, the request that it belongs to (0 for none), and its payload. */
export interface Frame {
  readonly kind: FrameKind;
  readonly id: number;
  readonly payload: Uint8Array;
}

/** Length (u32), kind (u8), id (u32), all big-endian. */
export const FRAME_HEADER_BYTES = 9;

const KIND_OF_CODE = new Map<number, FrameKind>(
  Object.entries(FRAME_KINDS).map(([kind, { code }]) => [code, kind as FrameKind]),
);

/** Serializes a frame. @throws BridgeError `frame-oversized` when the payload is over the kind's limit. */
export function encodeFrame({ kind, id, payload }: Frame): Uint8Array {
  const { code, limit } = FRAME_KINDS[kind];
  if (payload.length > limit) throw oversized(kind, payload.length);
  const bytes = new Uint8Array(FRAME_HEADER_BYTES + payload.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, payload.length);
  view.setUint8(4, code);
  view.setUint32(5, id);
  bytes.set(payload, FRAME_HEADER_BYTES);
  return bytes;
}

/**
 * Cuts a byte stream into frames, however it was split. Keeps at most one frame's worth of bytes: a length over the kind's limit
 * is refused as soon as the header is there.
 */
export class FrameDecoder {
  #pending: Uint8Array[] = [];
  #length = 0;

  /** Takes bytes and gives back the frames that are complete. @throws BridgeError */
  push(bytes: Uint8Array): Frame[] {
    this.#pending.push(bytes);
    this.#length += bytes.length;
    const frames: Frame[] = [];
    for (;;) {
      const frame = this.#next();
      if (frame === null) return frames;
      frames.push(frame);
    }
  }

  /** Says that the stream has ended. @throws BridgeError `frame-truncated` when it ended inside a frame. */
  end(): void {
    if (this.#length > 0) throw new BridgeError('frame-truncated', 'The call ended in the middle of a frame');
  }

  #next(): Frame | null {
    if (this.#length < FRAME_HEADER_BYTES) return null;
    const header = this.#peek(FRAME_HEADER_BYTES);
    const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
    const length = view.getUint32(0);
    const kind = KIND_OF_CODE.get(view.getUint8(4));
    if (kind === undefined) {
      throw new BridgeError('frame-unknown-kind', `Frame of unknown kind ${view.getUint8(4)}`);
    }
    if (length > FRAME_KINDS[kind].limit) throw oversized(kind, length);
    if (this.#length < FRAME_HEADER_BYTES + length) return null;
    const id = view.getUint32(5);
    this.#drop(FRAME_HEADER_BYTES);
    // A copy of its own: chunks of a socket are views into a larger buffer.
    const payload = Uint8Array.from(this.#peek(length));
    this.#drop(length);
    return { kind, id, payload };
  }

  /** The first `count` bytes as one piece. */
  #peek(count: number): Uint8Array {
    const [first] = this.#pending;
    if (first !== undefined && first.length >= count) return first.subarray(0, count);
    const whole = new Uint8Array(this.#length);
    let at = 0;
    for (const part of this.#pending) {
      whole.set(part, at);
      at += part.length;
    }
    this.#pending = [whole];
    return whole.subarray(0, count);
  }

  #drop(count: number): void {
    let rest = count;
    this.#length -= count;
    while (rest > 0) {
      const [first] = this.#pending;
      if (first === undefined) return;
      if (first.length > rest) {
        this.#pending[0] = first.subarray(rest);
        return;
      }
      rest -= first.length;
      this.#pending.shift();
    }
  }
}

function oversized(kind: FrameKind, length: number): BridgeError {
  return new BridgeError(
    'frame-oversized',
    `A ${kind} frame of ${length} bytes is over its limit of ${FRAME_KINDS[kind].limit}`,
  );
}
