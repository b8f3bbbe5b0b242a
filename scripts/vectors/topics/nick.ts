import { fromHex, toHex, utf8 } from '../../../shared/crypto/bytes.ts';
import { sha256 } from '../../../shared/crypto/hash.ts';
import { nickKeyFrom } from '../../../shared/jm/nick-key.ts';
import { nickOf, parseNick } from '../../../shared/jm/nick.ts';
import { compare, listOf, textOf } from '../compare.ts';
import type { CaseResult } from '../topic.ts';

export function* check(file: unknown): Iterable<CaseResult> {
  for (const recorded of [...listOf(file, 'random'), ...listOf(file, 'padded_or_leading_zero')]) {
    const key = nickKeyFrom(fromHex(textOf(recorded, 'privkey')));
    const nick = textOf(recorded, 'nick');
    yield compare(nick, [key.publicKey, key.nick], [recorded['pubkey'], nick]);
    const hash = toHex(sha256(utf8(key.publicKey)).subarray(0, 10));
    yield compare(`${nick} hash`, hash, recorded['pubkey_hash10']);
    yield compare(`${nick} syntax`, parseNick(nick), nickOf(fromHex(key.publicKey)));
  }
}
