import { JmError } from '../../shared/errors.ts';

/** Bytes that are not bencoded. */
export class BencodeError extends JmError<'bencode-malformed'> {}

/** A bencoded value; dictionaries are keyed by the Latin-1 text of their byte keys. */
export type Bencoded = bigint | Uint8Array | readonly Bencoded[] | ReadonlyMap<string, Bencoded>;

const MAX_DEPTH = 32;
const DIGITS = /^(0|-?[1-9][0-9]{0,18})$/u;

/** Reads exactly one value. @throws BencodeError */
export function parseBencode(bytes: Uint8Array): Bencoded {
  const parser = new Parser(bytes);
  const value = parser.value(0);
  if (!parser.atEnd) throw malformed('bytes behind the end');
  return value;
}

class Parser {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes);
  }

  get atEnd(): boolean {
    return this.#at === this.#bytes.length;
  }

  value(depth: number): Bencoded {
    if (depth > MAX_DEPTH) throw malformed('nested too deep');
    switch (String.fromCharCode(this.#bytes[this.#at] ?? 0)) {
      case 'i':
        this.#at += 1;
        return BigInt(this.#until('e'));
      case 'l':
        return this.#list(depth);
      case 'd':
        return this.#dictionary(depth);
      default:
        return this.#string();
    }
  }

  #list(depth: number): Bencoded[] {
    this.#at += 1;
    const items: Bencoded[] = [];
    while (!this.#closes()) items.push(this.value(depth + 1));
    return items;
  }

  #dictionary(depth: number): Map<string, Bencoded> {
    this.#at += 1;
    const entries = new Map<string, Bencoded>();
    while (!this.#closes()) {
      const key = Buffer.from(this.#string()).toString('latin1');
      entries.set(key, this.value(depth + 1));
    }
    return entries;
  }

  #closes(): boolean {
    if (this.#bytes[this.#at] !== 'e'.charCodeAt(0)) return false;
    this.#at += 1;
    return true;
  }

  #string(): Uint8Array {
    const length = Number(this.#until(':'));
    const part = this.#bytes.subarray(this.#at, this.#at + length);
    if (length < 0 || part.length !== length) throw malformed('a string that ends too early');
    this.#at += length;
    return Uint8Array.from(part);
  }

  #until(end: string): string {
    const stop = this.#bytes.indexOf(end, this.#at, 'latin1');
    const text = stop === -1 || stop - this.#at > 20 ? '' : this.#bytes.toString('latin1', this.#at, stop);
    if (!DIGITS.test(text)) throw malformed('a number');
    this.#at = stop + 1;
    return text;
  }
}

function malformed(what: string): BencodeError {
  return new BencodeError('bencode-malformed', `Not bencoded: ${what}`);
}
