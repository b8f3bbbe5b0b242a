import { outpointKey, txid, type OutpointKey } from '../../shared/bitcoin/outpoint.ts';
import { toHex } from '../../shared/crypto/bytes.ts';
import type { Bencoded } from './bencode.ts';
import { ImportError } from './import-error.ts';

/** A bencoded dictionary, its keys as Latin-1 text. */
export type Dictionary = ReadonlyMap<string, Bencoded>;

const NOTHING: Dictionary = new Map();
const TXID_BYTES = 32;
const VOUT = /^(0|[1-9][0-9]{0,9})$/u;
const MAX_VOUT = 0xffff_ffffn;

/** The dictionary under a key; an empty one where the key is missing. @throws ImportError */
export function dictionaryAt(from: Dictionary, key: string): Dictionary {
  const value = from.get(key);
  return value === undefined ? NOTHING : dictionaryOf(value, key);
}

/** @throws ImportError unless the value is a dictionary. */
export function dictionaryOf(value: Bencoded, what: string): Dictionary {
  if (value instanceof Map) return value;
  throw damaged(what);
}

/** @throws ImportError unless the value is a list. */
export function listOf(value: Bencoded, what: string): readonly Bencoded[] {
  // `Array.isArray` does not narrow readonly arrays.
  if (typeof value === 'bigint' || value instanceof Uint8Array || value instanceof Map) throw damaged(what);
  return [...(value as readonly Bencoded[])];
}

/** @throws ImportError unless the value is a byte string. */
export function bytesOf(value: Bencoded | undefined, what: string): Uint8Array {
  if (value instanceof Uint8Array) return value;
  throw damaged(what);
}

/** UTF-8 text. @throws ImportError */
export function textOf(value: Bencoded | undefined, what: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytesOf(value, what));
  } catch (cause) {
    throw damaged(what, cause);
  }
}

/** A whole number from 0 to `limit`. @throws ImportError */
export function wholeNumberOf(value: Bencoded | undefined, what: string, limit: number): number {
  if (typeof value !== 'bigint' || value < 0n || value > BigInt(limit)) throw damaged(what);
  return Number(value);
}

/** A key of a dictionary that is a whole number in decimal digits. @throws ImportError */
export function numberKeyOf(key: string, what: string): number {
  if (!/^(0|[1-9][0-9]{0,9})$/u.test(key)) throw damaged(what);
  return Number(key);
}

/** The outpoint in a key: 32 bytes of txid in display order, then the output's number in ASCII. @throws ImportError */
export function outpointOf(key: string, what: string): OutpointKey {
  const vout = key.slice(TXID_BYTES);
  if (!VOUT.test(vout) || BigInt(vout) > MAX_VOUT) throw damaged(what);
  const id = toHex(Uint8Array.from(Buffer.from(key.slice(0, TXID_BYTES), 'latin1')));
  return outpointKey({ txid: txid(id), vout: Number(vout) });
}

/** The error for content that the reference never writes; it names the place, and never repeats what stands there. */
export function damaged(what: string, cause?: unknown): ImportError {
  return new ImportError('wallet-damaged', `The wallet file has no valid "${what}"`, {
    cure: 'Use a backup of the file, or its words with "jm-wallet import --words".',
    cause,
  });
}
