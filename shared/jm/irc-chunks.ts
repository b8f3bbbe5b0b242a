/** Longest IRC line without its CRLF, in characters (protocol/irc-channel.md §3). */
export const MAX_IRC_LINE = 450;

const MORE = ' ;';
const LAST = ' ~';
const MAX_BUFFER = 60_000;
const BUFFER_SECONDS = 120;
const MAX_BUFFERS = 1000;

/** The lines that carry a private message: cut by position, each but the last ending in ` ;`, the last in ` ~`. */
export function chunkPrivate(to: string, word: string, message: string): string[] {
  const header = `PRIVMSG ${to} :`;
  const size = MAX_IRC_LINE - header.length - word.length - 4;
  const lines: string[] = [];
  for (let at = 0; at === 0 || at < message.length; at += size) {
    const first = at === 0 ? `!${word} ` : '';
    const trailer = at + size < message.length ? MORE : LAST;
    lines.push(`${header}${first}${message.slice(at, at + size)}${trailer}`);
  }
  return lines;
}

/** The lines that announce offers in a channel: as many whole offers as fit, ending in ` ~`. */
export function packOffers(channel: string, offers: readonly string[]): string[] {
  const header = `PRIVMSG ${channel} :`;
  const lines: string[] = [];
  let line = '';
  for (const offer of offers) {
    if (line !== '' && header.length + line.length + offer.length + LAST.length > MAX_IRC_LINE) {
      lines.push(`${header}${line}${LAST}`);
      line = '';
    }
    line += offer;
  }
  if (line !== '') lines.push(`${header}${line}${LAST}`);
  return lines;
}

/** The channel's name on a network: `#name`, with a suffix on test networks. */
export function ircChannelName(name: string, network: 'mainnet' | 'testnet' | 'signet' | 'regtest'): string {
  const suffix = { mainnet: '', testnet: '-test', signet: '-sig', regtest: '-test' }[network];
  return `#${name}${suffix}`;
}

/** Puts chunks together again, for each sender; bounded in size, time and senders. */
export class ChunkAssembler {
  readonly #buffers = new Map<string, { text: string; readonly since: number }>();

  /** Takes the text of one private line. @param now Seconds. @returns The whole message with its last chunk, else null. */
  push(from: string, text: string, now: number): string | null {
    if (text.length < 2) return null;
    const buffer = this.#open(from, text, now);
    if (buffer === null) return null;
    buffer.text += text.slice(0, -2);
    if (text.endsWith(';') && buffer.text.length <= MAX_BUFFER) return null;
    this.#buffers.delete(from);
    return text.endsWith('~') && buffer.text.length <= MAX_BUFFER ? buffer.text : null;
  }

  #open(from: string, text: string, now: number): { text: string } | null {
    const known = this.#buffers.get(from);
    if (known !== undefined && now - known.since <= BUFFER_SECONDS) return known;
    this.#buffers.delete(from);
    if (!text.startsWith('!')) return null;
    const [oldest] = this.#buffers.keys();
    if (this.#buffers.size >= MAX_BUFFERS && oldest !== undefined) this.#buffers.delete(oldest);
    const fresh = { text: '', since: now };
    this.#buffers.set(from, fresh);
    return fresh;
  }
}
