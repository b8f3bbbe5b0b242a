import { sats } from '../../../shared/bitcoin/amount.ts';
import { fromHex } from '../../../shared/crypto/bytes.ts';
import { boxKeyPairFrom, createBox, parseBoxKey } from '../../../shared/jm/box.ts';
import type { DecimalText, Offer, PublicCommand } from '../../../shared/jm/command.ts';
import { formatOffer, isOfferType, parseOffer } from '../../../shared/jm/offer.ts';
import { decodeCommand, encodeCommand, isEncryptedWord } from '../../../shared/jm/private-command.ts';
import { formatPublicLine, parsePublicLine } from '../../../shared/jm/public-line.ts';
import { compare, listOf, textOf, type Recorded } from '../compare.ts';
import type { CaseResult } from '../topic.ts';

/** Fees that Python's Decimal takes and no maker may announce: exponents, signs, NaN, Infinity, a bare point. */
const LAX_FEE = /e|NaN|Infinity|^-|^\./u;

export function* check(file: unknown): Iterable<CaseResult> {
  for (const recorded of listOf(file, 'announce')) yield* checkAnnounce(recorded);
  for (const recorded of listOf(file, 'public_messages')) {
    const message = textOf(recorded, 'message');
    yield compare(`public ${message}`, publicEvents(message), expectedPublic(recorded));
  }
  for (const recorded of listOf(file, 'private_before_verification')) {
    // Whether a line is a candidate for verification at all; the signature itself is recorded as nonsense.
    const message = textOf(recorded, 'message');
    const tokens = message.replace(/^!/u, '').split(' ');
    const candidate =
      message.startsWith('!') &&
      tokens.length >= 4 &&
      /^0[23][0-9a-f]{64}$/u.test(tokens[tokens.length - 2] ?? '');
    const known = decodeCommand(tokens[0] ?? '', 'x');
    const asked = (recorded['events'] as readonly unknown[]).length > 0;
    const strictKey = message.includes(' 0211 ') || message.includes(' zz ');
    yield compare(
      `private ${message.slice(0, 40)}`,
      candidate && !(!known.ok && known.error === 'unknown-command'),
      asked && !strictKey,
    );
  }
  const { receiver_sk: secret, sender_pk: sender } = file as { receiver_sk: string; sender_pk: string };
  const senderKey = parseBoxKey(sender);
  if (senderKey === null) throw new Error('the recorded box key does not parse');
  const box = createBox(boxKeyPairFrom(fromHex(secret)), senderKey);
  if (box === null) throw new Error('no box can be made with the recorded key');
  for (const recorded of listOf(file, 'private_verified')) {
    const text = textOf(recorded, 'message_without_sig').slice(1);
    const space = text.indexOf(' ');
    const word = text.slice(0, space);
    const payload = text.slice(space + 1);
    const fields = isEncryptedWord(word) ? box.open(payload) : payload;
    const read = fields === null ? null : decodeCommand(word, fields);
    yield compare(
      `verified ${text.slice(0, 60)}`,
      read?.ok === true,
      isAcceptable(recorded, word, fields ?? ''),
    );
    // What is accepted is said again in the same words.
    if (read?.ok === true && word !== 'error' && !word.endsWith('offer') && !fields?.endsWith(' extra')) {
      yield compare(`again ${text.slice(0, 40)}`, encodeCommand(read.value).fields, fields);
    }
  }
  for (const recorded of listOf(file, 'orderbook_sanitising')) yield checkSanitising(recorded);
}

function* checkAnnounce(recorded: Recorded): Iterable<CaseResult> {
  const offers = (recorded['offers'] as readonly Recorded[]).map(offerOf);
  const name = `${offers.length} offers`;
  if (recorded['public_orderlines'] !== null) {
    const lines = offers.map((offer) => formatPublicLine([{ command: 'offer', offer }]));
    yield compare(`${name} in public`, lines, recorded['public_orderlines']);
  }
  if (recorded['private_cmd_and_message'] !== null) {
    const bond = recorded['bond_proof'];
    const { word, fields } = encodeCommand({
      command: 'offers',
      offers,
      ...(typeof bond === 'string' ? { bond } : {}),
    });
    yield compare(`${name} in private`, [word, fields], recorded['private_cmd_and_message']);
  }
}

function offerOf(recorded: Recorded): Offer {
  const type = textOf(recorded, 'ordertype');
  if (!isOfferType(type)) throw new Error(`${type} is no offer type`);
  return {
    type,
    oid: Number(recorded['oid']),
    minsize: sats(BigInt(textOf(recorded, 'minsize'))),
    maxsize: sats(BigInt(textOf(recorded, 'maxsize'))),
    txfee: sats(BigInt(textOf(recorded, 'txfee'))),
    cjfee: textOf(recorded, 'cjfee') as DecimalText,
  };
}

function publicEvents(message: string): unknown[] {
  return parsePublicLine(message).map(describe);
}

function describe(command: PublicCommand): unknown {
  switch (command.command) {
    case 'offer':
      return formatOffer(command.offer);
    case 'hp2':
      return `hp2 ${command.commitment}`;
    case 'orderbook':
      return 'orderbook';
    case 'cancel':
    case 'invalid-offer':
      return `gone ${command.oid}`;
  }
}

/** The recorded callbacks in our words; offers are recorded before they are checked, we check at once. */
function expectedPublic(recorded: Recorded): unknown[] {
  const message = textOf(recorded, 'message');
  return (recorded['events'] as readonly (readonly unknown[])[]).flatMap(([callback, , ...rest]) => {
    const values = rest.map(String);
    switch (callback) {
      case 'on_orderbook_requested':
        // With more words behind it the reference still answers; joinmarket-ng does not, and nobody sends it.
        return ['orderbook'];
      case 'on_order_cancel':
        return [`gone ${values[0] ?? ''}`];
      case 'on_commitment_seen':
        return [`hp2 ${values[0] ?? ''}`];
      case 'on_order_seen': {
        const [oid = '', type = '', ...fields] = values;
        if (!isOfferType(type)) return [];
        const read = parseOffer(type, [oid, ...fields]);
        if (read.outcome === 'offer') return [formatOffer(read.offer)];
        return read.outcome === 'withdrawn' ? [`gone ${read.oid}`] : [];
      }
      default:
        throw new Error(`unknown callback in ${message}`);
    }
  });
}

/** Where the reference takes less than the protocol page demands, we refuse. */
function isAcceptable(recorded: Recorded, word: string, fields: string): boolean {
  if ((recorded['events'] as readonly unknown[]).length === 0) return false;
  const tokens = fields.split(' ');
  switch (word) {
    case 'fill':
      return tokens.length >= 4;
    case 'push':
      return tokens[0] !== '***';
    case 'tbond':
      return false;
    case 'auth':
      return tokens[0]?.split('|').length === 5 && /^[0-9a-f]{64}:[0-9]+\|0[23]/u.test(fields);
    case 'ioauth':
      // The recorded addresses are single letters, which no network has.
      return (
        /^[0-9a-f]{64}:[0-9]+$/u.test(tokens[0] ?? '') &&
        tokens.slice(2, 4).every((text) => text.length >= 14)
      );
    default:
      return word.endsWith('offer') ? offersAreValid(fields, word) : true;
  }
}

function offersAreValid(fields: string, word: string): boolean {
  return `${word} ${fields}`.split('!').some((part) => {
    const [type = '', ...rest] = part.split(' ');
    return isOfferType(type) ? parseOffer(type, rest).outcome !== 'ignored' : type === 'tbond';
  });
}

function checkSanitising(recorded: Recorded): CaseResult {
  const type = textOf(recorded, 'ordertype');
  const fields = ['oid', 'minsize', 'maxsize', 'txfee', 'cjfee'].map((field) => textOf(recorded, field));
  const name = `${type} ${fields.join(' ')}`;
  const [stored] = recorded['stored'] as readonly Recorded[];
  const lax = LAX_FEE.test(textOf(recorded, 'cjfee')) || fields.some((field) => /^ |^00/u.test(field));
  const read = isOfferType(type) ? parseOffer(type, fields) : null;
  if (stored === undefined || lax) return compare(name, read?.outcome === 'offer', false);
  return compare(
    name,
    read?.outcome === 'offer' ? formatOffer(read.offer) : null,
    formatOffer(offerOf(stored)),
  );
}
