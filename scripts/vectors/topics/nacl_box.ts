import { fromHex, toHex } from '../../../shared/crypto/bytes.ts';
import { fromBytes } from '../../../shared/crypto/random.ts';
import { boxKeyPairFrom, createBox, parseBoxKey } from '../../../shared/jm/box.ts';
import { compare, listOf, textOf, type Recorded } from '../compare.ts';
import type { CaseResult } from '../topic.ts';

/** Python's base64 skips what is not its alphabet; we do not. Keys in upper case are refused too. */
const STRICTER = ['embedded newline/space'];

export function* check(file: unknown): Iterable<CaseResult> {
  for (const recorded of listOf(file, 'valid')) {
    const name = textOf(recorded, 'sender_pk').slice(0, 12);
    const sender = boxKeyPairFrom(fromHex(textOf(recorded, 'sender_sk')));
    yield compare(`${name} key`, sender.publicKey, recorded['sender_pk']);
    const receiver = parseBoxKey(textOf(recorded, 'receiver_pk'));
    if (receiver === null) {
      yield { name, ok: false, detail: 'the recorded key does not parse' };
      continue;
    }
    const box = createBox(sender, receiver);
    const back = createBox(boxKeyPairFrom(fromHex(textOf(recorded, 'receiver_sk'))), sender.publicKey);
    const nonce = fromBytes(() => fromHex(textOf(recorded, 'nonce')));
    yield compare(`${name} seal`, box?.seal(textOf(recorded, 'plaintext'), nonce), recorded['wire_b64']);
    yield compare(`${name} open`, back?.open(textOf(recorded, 'wire_b64')), recorded['plaintext']);
    yield compare(`${name} secret key kept`, toHex(sender.secretKey), recorded['sender_sk']);
  }
  for (const recorded of listOf(file, 'decode_outcomes')) {
    const name = textOf(recorded, 'name');
    const result = recorded['result'] as { ok?: string };
    const expected = STRICTER.some((known) => name.startsWith(known)) ? null : (result.ok ?? null);
    yield compare(name, open(recorded), expected);
  }
  for (const recorded of listOf(file, 'pubkey_outcomes')) {
    const text = textOf(recorded, 'hexpk');
    const key = parseBoxKey(text);
    const usable = key !== null && createBox(boxKeyPairFrom(new Uint8Array(32).fill(1)), key) !== null;
    // A key in upper case, which the reference accepts, is one that no sender produces.
    const expected = recorded['result'] === 'accepted' && text === text.toLowerCase();
    yield compare(`public key "${text.slice(0, 16)}"`, usable, expected);
  }
}

function open(recorded: Recorded): string | null {
  const sender = parseBoxKey(textOf(recorded, 'sender_pk'));
  const receiver = boxKeyPairFrom(fromHex(textOf(recorded, 'receiver_sk')));
  const box = sender === null ? null : createBox(receiver, sender);
  return box === null ? null : box.open(textOf(recorded, 'wire_b64'));
}
