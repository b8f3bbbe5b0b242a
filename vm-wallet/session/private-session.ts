import { toHex, utf8 } from '../../shared/crypto/bytes.ts';
import { sha256 } from '../../shared/crypto/hash.ts';
import type { Random } from '../../shared/crypto/random.ts';
import { accept, refuse, type Result } from '../../shared/errors.ts';
import { KeyedBuckets, TokenBucket } from '../../shared/rate.ts';
import { createBox, type Box, type BoxKeyPair } from '../../shared/jm/box.ts';
import type { BoxPublicKey, Nick, PrivateCommand } from '../../shared/jm/command.ts';
import type { NickKey } from '../../shared/jm/nick-key.ts';
import {
  decodeCommand,
  encodeCommand,
  isEncryptedWord,
  type CommandRefusal,
} from '../../shared/jm/private-command.ts';
import { signedLine, verifyLine, type LineRefusal } from '../../shared/jm/signed-line.ts';

/** The two keys that make the box with a counterparty. */
export interface BoxKeys {
  readonly own: BoxKeyPair;
  readonly theirs: BoxPublicKey;
}

/** Why an incoming private line led to nothing. */
export type DropReason = LineRefusal | CommandRefusal | 'no-box' | 'cannot-decrypt' | 'replayed' | 'too-fast';

const MAX_REMEMBERED = 5000;
const MAX_BOXES = 500;
/** What all peers together may cost us in signature checks, and what one of them may say. */
const ALL_PEERS = { perSecond: 300, burst: 3000 };
const ONE_PEER = { perSecond: 10, burst: 100, maxPeers: 5000 };

/**
 * Turns private lines into commands and back, for one nick. The net VM has checked signatures already, but only to shed spam: here
 * they are checked again, and nothing else is believed.
 */
export class PrivateSession {
  readonly #key: NickKey;
  readonly #random: Random;
  readonly #keysFor: (nick: Nick) => BoxKeys | null;
  readonly #boxes = new Map<string, Box>();
  readonly #seen = new Set<string>();
  readonly #all: TokenBucket;
  readonly #byPeer = new KeyedBuckets(ONE_PEER.perSecond, ONE_PEER.burst, ONE_PEER.maxPeers);

  /** @param keysFor The keys of the box with a nick, while there is a session with it. */
  constructor(key: NickKey, random: Random, keysFor: (nick: Nick) => BoxKeys | null) {
    this.#key = key;
    this.#random = random;
    this.#keysFor = keysFor;
    this.#all = new TokenBucket(ALL_PEERS.perSecond, ALL_PEERS.burst, 0);
  }

  /** Reads a private line. @param now Seconds. Never throws on what a peer sent. */
  receive(from: Nick, line: string, hostid: string, now: number): Result<PrivateCommand, DropReason> {
    const milliseconds = now * 1000;
    // The flood of one nick must not cost the others; the net VM could forge a nick, but it could as well drop its lines.
    if (!this.#byPeer.take(from, milliseconds) || !this.#all.take(milliseconds)) return refuse('too-fast');
    const verified = verifyLine(from, line, hostid);
    if (!verified.ok) return verified;
    const { word, payload } = verified.value;
    // Plain lines can repeat honestly, and the state machines take each of them once only.
    if (!isEncryptedWord(word)) return decodeCommand(word, payload);
    // Honest peers never repeat a box, because each has a fresh nonce. The line around it can be varied by anyone: one more "!",
    // another word, the signature's other form; so only the box counts.
    const sealed = payload.split(' ')[0] ?? '';
    const identity = toHex(sha256(utf8(`${from} ${sealed}`)));
    if (this.#seen.has(identity)) return refuse('replayed');
    const fields = this.#open(from, sealed);
    if (!fields.ok) return fields;
    this.#remember(identity);
    return decodeCommand(word, fields.value);
  }

  /**
   * Puts a command into a signed line for each hostid; encrypted once, so that every route carries the same ciphertext.
   * @returns null when the command needs a box and there is none, or none can be made with the peer's key.
   */
  say(to: Nick, command: PrivateCommand): ((hostid: string) => string) | null {
    const { word, fields, encrypted } = encodeCommand(command);
    if (!encrypted) return (hostid) => signedLine(word, fields, this.#key, hostid);
    const box = this.#boxWith(to);
    if (box === null) return null;
    const sealed = box.seal(fields, this.#random);
    return (hostid) => signedLine(word, sealed, this.#key, hostid);
  }

  #open(from: Nick, sealed: string): Result<string, DropReason> {
    const box = this.#boxWith(from);
    if (box === null) return refuse('no-box');
    const fields = box.open(sealed);
    return fields === null ? refuse('cannot-decrypt') : accept(fields);
  }

  #boxWith(nick: Nick): Box | null {
    const keys = this.#keysFor(nick);
    if (keys === null) return null;
    const identity = `${keys.own.publicKey}${keys.theirs}`;
    const known = this.#boxes.get(identity);
    if (known !== undefined) return known;
    const box = createBox(keys.own, keys.theirs);
    if (box === null) return null;
    dropOldest(this.#boxes, MAX_BOXES);
    this.#boxes.set(identity, box);
    return box;
  }

  #remember(identity: string): void {
    dropOldest(this.#seen, MAX_REMEMBERED);
    this.#seen.add(identity);
  }
}

function dropOldest(collection: Map<unknown, unknown> | Set<unknown>, limit: number): void {
  if (collection.size < limit) return;
  const [oldest] = collection.keys();
  collection.delete(oldest);
}
