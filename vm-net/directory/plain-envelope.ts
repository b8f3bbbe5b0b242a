import type { Envelope } from '../../shared/jm/onion/envelope.ts';

/** A 685 or 687 as every implementation writes it, with nothing inside that JSON would escape. */
const PLAIN = /^\{"type": (68[57]), "line": "([\x20\x21\x23-\x5b\x5d-\x7e]*)"\}$/u;

/**
 * The private or public message in bytes that are exactly as {@link encodeEnvelope} would write them, so that they can be relayed as
 * they are. Null for everything else, which may still be an envelope.
 */
export function readPlainEnvelope(bytes: Buffer, start: number, end: number): Envelope | null {
  const match = PLAIN.exec(bytes.toString('latin1', start, end));
  const [, type, line] = match ?? [];
  return type === undefined || line === undefined ? null : { type: Number(type), line };
}
