import { fromHex, toHex } from '../../../shared/crypto/bytes.ts';
import { parseTransaction } from '../../../shared/bitcoin/transaction.ts';
import { boxKeyPairFrom, createBox, type BoxKeyPair } from '../../../shared/jm/box.ts';
import type { BoxPublicKey, Commitment, Nick, PrivateCommand } from '../../../shared/jm/command.ts';
import { nickKeyFrom } from '../../../shared/jm/nick-key.ts';
import { parseNick } from '../../../shared/jm/nick.ts';
import { parseAddressed, decodeEnvelope } from '../../../shared/jm/onion/envelope.ts';
import { verifyPodle } from '../../../shared/jm/podle/verify.ts';
import { decodeCommand, encodeCommand, isEncryptedWord } from '../../../shared/jm/private-command.ts';
import { ONION_HOSTID, verifyLine } from '../../../shared/jm/signed-line.ts';
import { parseSignature } from '../../../vm-wallet/coinjoin/input-witness.ts';
import { verifyBoxKey } from '../../../vm-wallet/session/key-authentication.ts';
import { Transaction } from 'bitcoinjs-lib';
import { compare, textOf, type Recorded } from '../compare.ts';
import type { CaseResult } from '../topic.ts';

/** The IRC network of the recordings. */
const IRC_HOSTID = 'InteropNet';
const TRIES = 3;

/** Nicks by the role that the recording gives them. */
type Roles = ReadonlyMap<string, Nick | null>;

/** A private message as one peer said it to another. */
interface Said {
  readonly from: Nick;
  readonly to: string;
  readonly line: string;
  readonly hostid: string;
  readonly decrypted: unknown;
}

/**
 * Re-verifies a whole recorded CoinJoin: every nick and signature, every box, every command in the same words, the proofs
 * and key signatures inside, and that the broadcast transaction is the one that was sent round with the signatures that came.
 */
export function* check(file: unknown): Iterable<CaseResult> {
  const recorded = file as {
    readonly nicks: readonly Recorded[];
    readonly nacl_keypairs_in_creation_order: readonly Recorded[];
    readonly messages: readonly Recorded[];
  };
  for (const nick of recorded.nicks) {
    // The recorded key carries the reference's mark for compressed keys.
    const key = nickKeyFrom(fromHex(textOf(nick, 'nick_privkey_hex_with_01').slice(0, 64)));
    yield compare(`nick ${key.nick}`, [key.nick, key.publicKey], [nick['nick'], nick['pubkey']]);
  }
  const pairs = recorded.nacl_keypairs_in_creation_order.map((pair) =>
    boxKeyPairFrom(fromHex(textOf(pair, 'sk'))),
  );
  for (const [index, pair] of recorded.nacl_keypairs_in_creation_order.entries()) {
    yield compare(`box key ${index}`, pairs[index]?.publicKey, pair['pk']);
  }
  const roles = new Map(
    recorded.nicks.map((nick) => [textOf(nick, 'role'), parseNick(textOf(nick, 'nick'))] as const),
  );
  const conversation = new Conversation(pairs);
  for (const message of recorded.messages) {
    const said = readMessage(message, roles);
    if (said !== null) yield* conversation.hear(said);
    if (message['event'] === 'bitcoin-broadcast') yield* conversation.broadcast(textOf(message, 'tx'));
  }
}

/** A private message in full, without copies that a directory relays. */
function readMessage(message: Recorded, roles: Roles): Said | null {
  const parsed = message['parsed'];
  if (typeof parsed !== 'object' || parsed === null || (parsed as Recorded)['relayed_by_directory'] === true)
    return null;
  if (typeof message['reassembled'] === 'string') {
    return readIrc(message, roles);
  }
  const envelope = decodeEnvelope(textOf(message, 'line'));
  const addressed = envelope === null ? null : parseAddressed(envelope.line);
  const from = addressed === null ? null : parseNick(addressed.from);
  if (addressed === null || from === null) return null;
  return {
    from,
    to: addressed.to,
    line: addressed.message,
    hostid: ONION_HOSTID,
    decrypted: message['decrypted'],
  };
}

/** On IRC the sender's nick is the server's word; the recording names the role behind it. */
function readIrc(message: Recorded, roles: Roles): Said | null {
  const from = roles.get(textOf(message, 'from')) ?? null;
  const to = /^PRIVMSG (?<nick>[^ ]+) :/u.exec(textOf(message, 'line'))?.groups?.['nick'];
  if (from === null || to === undefined) return null;
  return {
    from,
    to,
    line: textOf(message, 'reassembled'),
    hostid: IRC_HOSTID,
    decrypted: message['decrypted'],
  };
}

class Conversation {
  readonly #pairs: readonly BoxKeyPair[];
  readonly #announced = new Map<string, BoxPublicKey>();
  readonly #commitments = new Map<string, Commitment>();
  readonly #signatures: string[] = [];
  #transaction: string | null = null;

  constructor(pairs: readonly BoxKeyPair[]) {
    this.#pairs = pairs;
  }

  *hear(said: Said): Iterable<CaseResult> {
    const verified = verifyLine(said.from, said.line, said.hostid);
    const name = `${said.from} ${said.line.slice(0, 20)}`;
    yield compare(`${name}: signature`, verified.ok, true);
    if (!verified.ok) return;
    const { word, payload } = verified.value;
    const fields = isEncryptedWord(word) ? this.#open(said, payload) : payload;
    if (isEncryptedWord(word)) {
      const plain = said.decrypted;
      const expected = typeof plain === 'string' ? plain : (plain as Recorded | undefined)?.['plaintext'];
      yield compare(`${name}: box`, fields, expected ?? fields);
    }
    const read = fields === null ? null : decodeCommand(word, fields);
    yield compare(`${name}: understood`, read?.ok, true);
    if (read?.ok !== true || fields === null) return;
    yield compare(`${name}: in the same words`, encodeCommand(read.value).fields, fields);
    yield* this.#judge(said, read.value);
  }

  *broadcast(raw: string): Iterable<CaseResult> {
    if (this.#transaction === null) return;
    const transaction = Transaction.fromHex(raw);
    yield compare('the broadcast transaction is the one sent round', transaction.getId(), this.#transaction);
    const used = transaction.ins.map(({ witness }) => witness.map(toHex).join());
    const missing = this.#signatures.filter((signature) => !used.includes(signature));
    yield compare('it carries every signature that makers sent', missing, []);
  }

  *#judge(said: Said, command: PrivateCommand): Iterable<CaseResult> {
    switch (command.command) {
      case 'fill':
        this.#announced.set(said.from, command.takerKey);
        this.#commitments.set(said.to, command.commitment);
        return;
      case 'pubkey':
        this.#announced.set(said.from, command.makerKey);
        return;
      case 'auth': {
        const commitment = this.#commitments.get(said.to);
        const proof = commitment === undefined ? null : verifyPodle(command.revelation, commitment, TRIES);
        yield compare(`${said.from}: the proof opens the commitment`, proof?.ok, true);
        return;
      }
      case 'ioauth': {
        const key = this.#announced.get(said.from);
        const tied = key !== undefined && verifyBoxKey(key, command.authKey, command.signature);
        yield compare(`${said.from}: the coin's key signs the box key`, tied, true);
        return;
      }
      case 'tx':
        this.#transaction = parseTransaction(command.transaction).txid;
        return;
      case 'sig': {
        const offered = parseSignature(command.signature);
        yield compare(`${said.from}: the signature parses`, offered !== null, true);
        if (offered !== null) this.#signatures.push([offered.signature, offered.publicKey].map(toHex).join());
        return;
      }
      case 'push':
      case 'error':
      case 'hp2':
      case 'offers':
        return;
    }
  }

  /** Opens a box with whichever recorded key fits the keys that were announced. */
  #open(said: Said, payload: string): string | null {
    const theirs = this.#announced.get(said.from);
    if (theirs === undefined) return null;
    const own = this.#pairs.find(({ publicKey }) => publicKey === this.#announced.get(said.to));
    return own === undefined ? null : createBox(own.secretKey, theirs).open(payload);
  }
}
