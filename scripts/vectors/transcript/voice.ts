import { fromBase64 } from '../../../shared/crypto/bytes.ts';
import { fromBytes } from '../../../shared/crypto/random.ts';
import type { Nick, PrivateCommand } from '../../../shared/jm/command.ts';
import { encodeCommand } from '../../../shared/jm/private-command.ts';
import { PrivateSession, type BoxKeys } from '../../../vm-wallet/session/private-session.ts';
import { compare } from '../compare.ts';
import type { CaseResult } from '../topic.ts';
import type { Recording, Said } from './recording.ts';

const NONCE_BYTES = 24;

/**
 * One peer of a recording, played by our own session: it reads the recorded lines, and what it says must be the recorded lines,
 * byte for byte. The one thing that the protocol leaves open, the nonce of a box, is taken from the line that is expected.
 */
export class Voice {
  readonly nick: Nick;
  readonly session: PrivateSession;
  readonly results: CaseResult[] = [];
  readonly #expected: Said[];
  #nonce: Uint8Array = new Uint8Array(NONCE_BYTES);

  constructor(recording: Recording, nick: Nick, keysFor: (nick: Nick) => BoxKeys | null) {
    const key = recording.keys.get(nick);
    if (key === undefined) throw new Error(`${nick} has no recorded key`);
    this.nick = nick;
    this.#expected = recording.said.filter(({ from }) => from === nick);
    this.session = new PrivateSession(
      key,
      fromBytes(() => this.#nonce),
      keysFor,
    );
  }

  /** What a recorded line to us says. */
  hear({ from, line, hostid }: Said): PrivateCommand | null {
    const read = this.session.receive(from, line, hostid, 0);
    this.results.push(compare(`${this.nick} reads ${line.slice(0, 12)} of ${from}`, read.ok, true));
    return read.ok ? read.value : null;
  }

  /**
   * Says a command, and compares it with a recorded line of the same command.
   * @param to Null where chance decided who hears it.
   */
  say(to: Nick | null, command: PrivateCommand): void {
    const { word, fields, encrypted } = encodeCommand(command);
    const candidates = this.#expected.filter(
      (said) => said.line.startsWith(`!${word} `) && (to === null || said.to === to),
    );
    // Signatures may come in any order; everything else is said once.
    const found = candidates.find(({ plaintext }) => !encrypted || plaintext === fields) ?? candidates[0];
    const name = `${this.nick} says ${word}`;
    if (found === undefined) {
      this.results.push(compare(name, fields, 'nothing of the kind'));
      return;
    }
    this.#expected.splice(this.#expected.indexOf(found), 1);
    if (encrypted) this.#nonce = fromBase64(found.line.split(' ')[1] ?? '').subarray(0, NONCE_BYTES);
    const line = this.session.say(to ?? this.nick, command)?.(found.hostid);
    this.results.push(compare(name, line, found.line));
  }

  /** Recorded lines of these commands that were not said. */
  checkSilence(words: readonly string[]): void {
    const left = this.#expected
      .map(({ line }) => line.slice(1).split(' ')[0] ?? '')
      .filter((word) => words.includes(word));
    this.results.push(compare(`${this.nick} leaves nothing unsaid`, left, []));
  }
}
