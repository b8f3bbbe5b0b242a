import type { Nick } from '../command.ts';

/** Message types of the onion channel that may appear on the wire (protocol/onion-channel.md §2.1). */
export const ENVELOPE = {
  privateMessage: 685,
  publicMessage: 687,
  peerlist: 789,
  getPeerlist: 791,
  handshake: 793,
  directoryHandshake: 795,
  ping: 798,
  pong: 799,
  nickChallenge: 803,
  nickProof: 805,
  nickAuthResult: 807,
} as const;

/** Longest line that we send, and that we accept, without its terminator. */
export const MAX_SENT_LINE = 39_990;
export const MAX_RECEIVED_LINE = 40_000;

/** One line of the onion channel. Unknown types are kept; the receiver ignores them. */
export interface Envelope {
  readonly type: number;
  readonly line: string;
}

/** Serializes as the reference does: `{"type": 685, "line": "..."}`, ASCII only, without the CRLF. */
export function encodeEnvelope(type: number, line: string): string {
  return `{"type": ${type}, "line": ${asciiJson(line)}}`;
}

/** Reads one line. Null for anything but an object with an integer `type` and a string `line`. */
export function decodeEnvelope(text: string): Envelope | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null || !('type' in value) || !('line' in value)) return null;
  const { type, line } = value;
  if (typeof type !== 'number' || !Number.isSafeInteger(type) || typeof line !== 'string') return null;
  return { type, line };
}

/** What the line of a 685 or 687 says: who speaks, to whom, and what. */
export interface Addressed {
  readonly from: string;
  readonly to: string;
  /** The message with its leading `!`. */
  readonly message: string;
}

/** Splits `from!to!rest` at the first two `!`. Null when there are fewer. */
export function parseAddressed(line: string): Addressed | null {
  const first = line.indexOf('!');
  const second = first === -1 ? -1 : line.indexOf('!', first + 1);
  if (second === -1) return null;
  return {
    from: line.slice(0, first),
    to: line.slice(first + 1, second),
    message: `!${line.slice(second + 1).replace(/^!+/u, '')}`,
  };
}

/** The line of a 685. `message` begins with `!`, which serves as the separator. */
export function privateLine(from: Nick, to: Nick, message: string): string {
  return `${from}!${to}${message}`;
}

/** The line of a 687. */
export function publicLine(from: Nick, message: string): string {
  return `${from}!PUBLIC${message}`;
}

/** JSON text with all that is not printable ASCII escaped, DEL too, as Python's json.dumps writes it. */
export function asciiJson(value: string): string {
  return JSON.stringify(value).replace(
    /[\u007f-\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
