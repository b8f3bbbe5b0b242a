import { fromHex, toHex, utf8 } from '../../../shared/crypto/bytes.ts';
import { bitcoinMessageHash } from '../../../shared/crypto/hash.ts';
import { nickKeyFrom } from '../../../shared/jm/nick-key.ts';
import { parseNick } from '../../../shared/jm/nick.ts';
import { MAX_LINE_LENGTH, verifyLine } from '../../../shared/jm/signed-line.ts';
import { compare, listOf, textOf, type Recorded } from '../compare.ts';
import type { CaseResult } from '../topic.ts';

/** Where we are stricter than the reference, on purpose: exact nicks (as joinmarket-ng) and strict base64. */
const STRICTER = [
  'nick with other header letter',
  'nick with O inserted inside',
  'nick truncated by one char',
  'nick with extra trailing characters',
  'base64 with an embedded non-alphabet character',
];

export function* check(file: unknown): Iterable<CaseResult> {
  for (const recorded of listOf(file, 'valid')) {
    const key = nickKeyFrom(fromHex(textOf(recorded, 'privkey')));
    const message = messageOf(recorded);
    const hostid = textOf(recorded, 'hostid');
    const name = `${textOf(recorded, 'nick')} on ${hostid}`;
    const signature = key.sign(message, hostid);
    yield compare(name, [key.nick, signature], [recorded['nick'], recorded['signature_b64']]);
    yield compare(
      `${name} digest`,
      toHex(bitcoinMessageHash(utf8(message + hostid))),
      recorded['message_hash'],
    );
    // Long messages are recorded without their wire text.
    const wire = recorded['wire_args'] ?? null;
    yield compare(`${name} wire`, wire === null ? null : `${message} ${key.publicKey} ${signature}`, wire);
    // A line over the wire's limit is refused unread, however well it is signed.
    yield compare(
      `${name} verifies`,
      accepted({ ...recorded, signature_b64: signature }),
      message.length < MAX_LINE_LENGTH - 200,
    );
  }
  for (const recorded of listOf(file, 'verify_outcomes')) {
    const name = textOf(recorded, 'name');
    const stricter = STRICTER.some((known) => name.startsWith(known));
    yield compare(name, accepted(recorded), stricter ? false : recorded['result'] === true);
  }
}

/** A text, or what is recorded for a long one: `{ repeat, count }`. */
function messageOf(recorded: Recorded): string {
  const message = recorded['message'];
  if (typeof message === 'string') return message;
  const { repeat, count } = message as { readonly repeat: string; readonly count: number };
  return repeat.repeat(count);
}

function accepted(recorded: Recorded): boolean {
  const nick = parseNick(textOf(recorded, 'nick'));
  if (nick === null) return false;
  const message = messageOf(recorded);
  if (message === '') return false;
  const line = `!fill ${message} ${textOf(recorded, 'pubkey')} ${textOf(recorded, 'signature_b64')}`;
  return verifyLine(nick, line, textOf(recorded, 'hostid')).ok;
}
