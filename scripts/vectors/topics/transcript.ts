import { fromHex, toHex } from '../../../shared/crypto/bytes.ts';
import { parseTransaction } from '../../../shared/bitcoin/transaction.ts';
import { boxKeyPairFrom, createBox, type BoxKeyPair } from '../../../shared/jm/box.ts';
import type { BoxPublicKey, Commitment, PrivateCommand } from '../../../shared/jm/command.ts';
import { nickKeyFrom } from '../../../shared/jm/nick-key.ts';
import { verifyPodle } from '../../../shared/jm/podle/verify.ts';
import { decodeCommand, encodeCommand, isEncryptedWord } from '../../../shared/jm/private-command.ts';
import { verifyLine } from '../../../shared/jm/signed-line.ts';
import { parseSignature } from '../../../vm-wallet/coinjoin/input-witness.ts';
import { verifyBoxKey } from '../../../vm-wallet/session/key-authentication.ts';
import { Transaction } from 'bitcoinjs-lib';
import { compare, textOf, type Recorded } from '../compare.ts';
import type { CaseResult } from '../topic.ts';
import { readRecording, type Said } from '../transcript/recording.ts';
import { replayMaker } from '../transcript/replay-maker.ts';
import { replayTaker } from '../transcript/replay-taker.ts';

const TRIES = 3;

/**
 * Re-verifies a whole recorded CoinJoin: every nick and signature, every box, every command in the same words, the proofs
 * and key signatures inside, and that the broadcast transaction is the one that was sent round with the signatures that came. Then
 * our own taker and makers play it again.
 */
export async function* check(file: unknown): AsyncIterable<CaseResult> {
  const recorded = file as {
    readonly nicks: readonly Recorded[];
    readonly nacl_keypairs_in_creation_order: readonly Recorded[];
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
  const recording = readRecording(file);
  const conversation = new Conversation(pairs);
  for (const said of recording.said) yield* conversation.hear(said);
  yield* conversation.broadcast(recording.broadcast);
  yield* await replayTaker(recording);
  for (const role of recording.nicks.keys()) {
    if (role.startsWith('maker')) yield* await replayMaker(recording, role);
  }
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
      yield compare(`${name}: box`, fields, said.plaintext ?? fields);
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
    return own === undefined ? null : (createBox(own, theirs)?.open(payload) ?? null);
  }
}
