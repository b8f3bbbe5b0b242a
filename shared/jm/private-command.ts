import { isMoney, type Sats } from '../bitcoin/amount.ts';
import { fromBase64, fromHex, toBase64, utf8 } from '../crypto/bytes.ts';
import { isCompressedPublicKey } from '../crypto/verify.ts';
import { accept, refuse, type Result } from '../errors.ts';
import { parseBoxKey } from './box.ts';
import type {
  Commitment,
  EncryptedCommand,
  Offer,
  PrivateCommand,
  PublicKeyHex,
  UtxoReference,
} from './command.ts';
import { formatOffer, isOfferType, parseOffer } from './offer.ts';
import { formatRevelation, parseRevelation } from './podle/revelation.ts';
import { formatUtxo, parseUtxo } from './utxo-reference.ts';

/** A command as it is said: the word, and its fields before encryption. */
export interface SpokenCommand {
  readonly word: string;
  readonly fields: string;
  /** True when the fields travel in a NaCl box. */
  readonly encrypted: boolean;
}

/** Why a message with a good signature was still dropped. */
export type CommandRefusal =
  'unknown-command' | 'missing-fields' | 'bad-field' | 'too-many-coins' | 'not-private';

/** The most coins that one `ioauth` may list. The taker's own limit is lower. */
export const MAX_LISTED_COINS = 100;

const MAX_FEATURES = 32;
const FEATURE = /^[a-z0-9_]{1,64}$/u;
const INTEGER = /^(0|[1-9][0-9]{0,15})$/u;
const COMMITMENT = /^[0-9a-f]{64}$/u;
const PUBLIC_KEY = /^0[23][0-9a-f]{64}$/u;
const ADDRESS = /^[a-zA-Z0-9]{14,100}$/u;
const ENCRYPTED = new Set<string>(['auth', 'ioauth', 'tx', 'sig'] satisfies EncryptedCommand['command'][]);

/** True for the four commands whose fields travel in a box. */
export function isEncryptedWord(word: string): boolean {
  return ENCRYPTED.has(word);
}

/** The text as a commitment, or null. */
export function parseCommitment(text: string): Commitment | null {
  return COMMITMENT.test(text) ? (text as Commitment) : null;
}

/** The text as a compressed public key that is a point, or null. */
export function parsePublicKey(text: string): PublicKeyHex | null {
  return PUBLIC_KEY.test(text) && isCompressedPublicKey(fromHex(text)) ? (text as PublicKeyHex) : null;
}

/** Puts a command into words (protocol/messages.md §2 to §4), byte for byte as the reference does. */
export function encodeCommand(command: PrivateCommand): SpokenCommand {
  const plain = (word: string, ...fields: readonly (string | number | bigint)[]): SpokenCommand => ({
    word,
    fields: fields.join(' '),
    encrypted: ENCRYPTED.has(word),
  });
  switch (command.command) {
    case 'fill':
      return plain('fill', command.oid, command.amount, command.takerKey, `P${command.commitment}`);
    case 'pubkey':
      return command.features.length === 0
        ? plain('pubkey', command.makerKey)
        : plain('pubkey', command.makerKey, `features=${command.features.join(',')}`);
    case 'auth':
      return plain('auth', formatRevelation(command.revelation));
    case 'ioauth':
      return plain(
        'ioauth',
        command.utxos.map(formatUtxo).join(','),
        command.authKey,
        command.coinjoinAddress,
        command.changeAddress,
        command.signature,
      );
    case 'tx':
      return plain('tx', toBase64(command.transaction));
    case 'sig':
      return plain('sig', toBase64(command.signature));
    case 'push':
      return plain('push', toBase64(command.transaction));
    case 'error':
      return plain('error', command.text.replace(/[^\x20-\x7e]|!/gu, ' '));
    case 'hp2':
      return plain('hp2', command.commitment);
    case 'offers':
      return encodeOffers(command.offers, command.bond);
  }
}

/**
 * Reads a command from its word and its decrypted fields. Fields beyond the known ones are ignored.
 * @returns A refusal for anything that the protocol does not allow; never throws.
 */
export function decodeCommand(word: string, fields: string): Result<PrivateCommand, CommandRefusal> {
  if (isOfferType(word)) return decodeOffers(`${word} ${fields}`);
  const tokens = fields.split(' ');
  switch (word) {
    case 'fill':
      return decodeFill(tokens);
    case 'pubkey': {
      const makerKey = parseBoxKey(tokens[0] ?? '');
      if (makerKey === null) return refuse('bad-field');
      return accept({ command: 'pubkey', makerKey, features: featuresOf(tokens.slice(1)) });
    }
    case 'auth': {
      const revelation = parseRevelation(tokens[0] ?? '');
      return revelation === null ? refuse('bad-field') : accept({ command: 'auth', revelation });
    }
    case 'ioauth':
      return decodeIoauth(tokens);
    case 'tx':
    case 'push': {
      const transaction = bytesOf(tokens[0]);
      return transaction === null ? refuse('bad-field') : accept({ command: word, transaction });
    }
    case 'sig': {
      const signature = bytesOf(tokens[0]);
      return signature === null ? refuse('bad-field') : accept({ command: 'sig', signature });
    }
    case 'error':
      return accept({ command: 'error', text: fields });
    case 'hp2': {
      const commitment = parseCommitment(tokens[0] ?? '');
      return commitment === null ? refuse('bad-field') : accept({ command: 'hp2', commitment });
    }
    case 'orderbook':
      return refuse('not-private');
    default:
      return refuse('unknown-command');
  }
}

function decodeFill(tokens: readonly string[]): Result<PrivateCommand, CommandRefusal> {
  const [oid, amountText, keyText, typed] = tokens;
  if (oid === undefined || amountText === undefined || keyText === undefined || typed === undefined) {
    return refuse('missing-fields');
  }
  const amount = satsOf(amountText);
  const takerKey = parseBoxKey(keyText);
  const commitment = typed.startsWith('P') ? parseCommitment(typed.slice(1)) : null;
  if (!INTEGER.test(oid) || amount === null || takerKey === null || commitment === null)
    return refuse('bad-field');
  return accept({ command: 'fill', oid: Number(oid), amount, takerKey, commitment });
}

function decodeIoauth(tokens: readonly string[]): Result<PrivateCommand, CommandRefusal> {
  const [list, keyText, coinjoinAddress, changeAddress, signature] = tokens;
  if (
    list === undefined ||
    keyText === undefined ||
    coinjoinAddress === undefined ||
    changeAddress === undefined ||
    signature === undefined
  ) {
    return refuse('missing-fields');
  }
  const texts = list.split(',');
  if (texts.length > MAX_LISTED_COINS) return refuse('too-many-coins');
  const utxos: UtxoReference[] = [];
  for (const text of texts) {
    const utxo = parseUtxo(text);
    if (utxo === null) return refuse('bad-field');
    utxos.push(utxo);
  }
  const authKey = parsePublicKey(keyText);
  if (authKey === null || bytesOf(signature) === null) return refuse('bad-field');
  if (!ADDRESS.test(coinjoinAddress) || !ADDRESS.test(changeAddress)) return refuse('bad-field');
  return accept({ command: 'ioauth', utxos, authKey, coinjoinAddress, changeAddress, signature });
}

function encodeOffers(offers: readonly Offer[], bond: string | undefined): SpokenCommand {
  const text = offers.map(formatOffer).join('!') + (bond === undefined ? '' : `!tbond ${bond}`);
  const space = text.indexOf(' ');
  return { word: text.slice(0, space), fields: text.slice(space + 1), encrypted: false };
}

function decodeOffers(text: string): Result<PrivateCommand, CommandRefusal> {
  const offers: Offer[] = [];
  const withdrawn: number[] = [];
  let bond: string | undefined;
  for (const part of text.split('!')) {
    const [word = '', ...fields] = part.split(' ');
    if (isOfferType(word)) {
      const read = parseOffer(word, fields);
      if (read.outcome === 'offer') offers.push(read.offer);
      else if (read.outcome === 'withdrawn') withdrawn.push(read.oid);
    } else if (word === 'tbond' && isBondText(fields[0])) {
      bond = fields[0];
    }
  }
  if (offers.length === 0 && withdrawn.length === 0 && bond === undefined) return refuse('bad-field');
  return accept({
    command: 'offers',
    offers,
    ...(withdrawn.length === 0 ? {} : { withdrawn }),
    ...(bond === undefined ? {} : { bond }),
  });
}

function isBondText(text: string | undefined): text is string {
  return bytesOf(text)?.length === 252;
}

function featuresOf(tokens: readonly string[]): readonly string[] {
  const list = tokens.find((token) => token.startsWith('features='));
  if (list === undefined) return [];
  return list
    .slice('features='.length)
    .split(',', MAX_FEATURES)
    .filter((name) => FEATURE.test(name));
}

function bytesOf(text: string | undefined): Uint8Array | null {
  if (text === undefined || text === '') return null;
  try {
    return fromBase64(text);
  } catch {
    return null;
  }
}

function satsOf(text: string): Sats | null {
  if (!INTEGER.test(text)) return null;
  const value = BigInt(text);
  return isMoney(value) ? value : null;
}

/** True when the signed line for these fields stays under the wire's limit (protocol/messages.md §6). */
export function fitsOnTheWire(spoken: SpokenCommand): boolean {
  const payload = spoken.encrypted
    ? 4 * Math.ceil((utf8(spoken.fields).length + 40) / 3)
    : spoken.fields.length;
  return payload <= MAX_PAYLOAD;
}

/** 39,990 bytes a line less the envelope (75), two nicks, the word, the key and the signature. */
const MAX_PAYLOAD = 39_990 - 75 - 2 * 16 - 8 - 68 - 98;
