import { TorError } from './tor-error.ts';

/** A reply of Tor's control port: a status, and the text of each of its lines. */
export interface ControlReply {
  readonly status: number;
  readonly lines: readonly string[];
}

const MAX_LINE = 16 * 1024;
const MAX_LINES = 1000;
const LINE = /^(?<status>[0-9]{3})(?<divider>[- +])(?<text>.*)$/u;

/**
 * Puts replies together from what comes over the control connection (Tor control-spec §2.3). Data after a `+` is joined to its
 * line with line feeds.
 */
export class ControlReplyReader {
  #rest = '';
  #lines: string[] = [];
  #data: string[] | null = null;

  /** Takes bytes as they come. @returns The replies that they complete. @throws TorError when it is no control port. */
  push(text: string): readonly ControlReply[] {
    const pieces = (this.#rest + text).split('\n');
    this.#rest = pieces.pop() ?? '';
    if (this.#rest.length > MAX_LINE) throw garbage('a line without end');
    return pieces
      .map((piece) => this.#take(piece.endsWith('\r') ? piece.slice(0, -1) : piece))
      .filter((reply) => reply !== null);
  }

  #take(line: string): ControlReply | null {
    if (line.length > MAX_LINE) throw garbage('a line that is too long');
    if (this.#data !== null) {
      this.#takeData(line, this.#data);
      return null;
    }
    const { status, divider, text } = LINE.exec(line)?.groups ?? {};
    if (status === undefined || divider === undefined || text === undefined) throw garbage('no reply');
    if (this.#lines.length >= MAX_LINES) throw garbage('a reply without end');
    this.#lines.push(text);
    if (divider === '+') this.#data = [];
    if (divider !== ' ') return null;
    const lines = this.#lines;
    this.#lines = [];
    return { status: Number(status), lines };
  }

  #takeData(line: string, data: string[]): void {
    if (line !== '.') {
      if (data.length >= MAX_LINES) throw garbage('data without end');
      data.push(line.startsWith('.') ? line.slice(1) : line);
      return;
    }
    const opening = this.#lines.pop() ?? '';
    this.#lines.push([opening, ...data].join('\n'));
    this.#data = null;
  }
}

/** The value of `KEY=value` or `KEY="quoted value"` among the words of a reply's line, or null. */
export function replyValue(line: string, key: string): string | null {
  const match = new RegExp(`(?:^| )${key}=(?:"(?<quoted>(?:[^"\\\\]|\\\\.)*)"|(?<plain>[^ ]*))`, 'u').exec(
    line,
  );
  const { quoted, plain } = match?.groups ?? {};
  return quoted === undefined ? (plain ?? null) : unescape(quoted);
}

/** C-style escapes, of which Tor uses the backslash, the quote, and octal numbers for what is not printable. */
function unescape(quoted: string): string {
  const bytes = quoted.replace(/\\(?:([0-7]{1,3})|(.))/gu, (_whole, octal: string | undefined, plain = '') =>
    octal === undefined
      ? (ESCAPES.get(String(plain)) ?? String(plain))
      : String.fromCharCode(parseInt(octal, 8)),
  );
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

function garbage(what: string): TorError {
  return new TorError('tor-not-control', `What answers on Tor's control port sent ${what}`, {
    cure: 'Check tor_control_host and tor_control_port in joinmarket.cfg.',
  });
}
