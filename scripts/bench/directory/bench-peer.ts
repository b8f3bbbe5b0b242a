import { connect, type Socket } from 'node:net';
import { encodeEnvelope, ENVELOPE } from '../../../shared/jm/onion/envelope.ts';
import { formatClientHandshake } from '../../../shared/jm/onion/handshake.ts';
import type { Identity } from './identity.ts';

/** Where a directory listens, and what it calls its network. */
export interface Target {
  readonly host: string;
  readonly port: number;
  readonly network: string;
}

/**
 * Stands once in each message that counts, and in nothing else that goes over the wire, so that messages are counted without looking
 * at lines at all, wherever the stream is cut.
 */
export const MARK = '~';
const MARK_CODE = MARK.charCodeAt(0);
const SEMICOLON = ';'.charCodeAt(0);
const LEFT = 'D'.charCodeAt(0);
/** Every peer reads into the same bytes: each read is dealt with before the next one. */
const SHARED = Buffer.allocUnsafeSlow(256 * 1024);
/** Connections from one source address: the more there are, the longer the system looks for a free port. */
const PEERS_PER_SOURCE = 1000;
const SOURCES = 120;
const PATIENCE_MS = 60_000;

let connections = 0;

/** A peer of the benchmark: as little between it and its socket as possible. */
export class BenchPeer {
  readonly identity: Identity;
  /** Departures that the directory told of. Counted only when `watchesDepartures` is set. */
  departures = 0;
  watchesDepartures = false;
  /** Told after each read how many marks were in it. */
  onMarks: ((marks: number) => void) | null = null;
  readonly #socket: Socket;
  #greeting: string | null = '';
  #answered: (answer: string) => void = () => undefined;
  #previous = 0;

  private constructor(target: Target, identity: Identity) {
    this.identity = identity;
    const source = Math.floor(connections / PEERS_PER_SOURCE) % SOURCES;
    connections += 1;
    this.#socket = connect({
      host: target.host,
      port: target.port,
      ...(target.host.startsWith('127.') ? { localAddress: `127.0.0.${source + 2}` } : {}),
      noDelay: true,
      onread: {
        buffer: SHARED,
        callback: (length) => {
          this.#receive(length);
          return true;
        },
      },
    });
  }

  /** Connects and shakes hands. @throws Error when the directory does not want the peer. */
  static join(target: Target, identity: Identity): Promise<BenchPeer> {
    return new Promise((resolve, reject) => {
      const peer = new BenchPeer(target, identity);
      const socket = peer.#socket;
      const fail = (why: string): void => {
        socket.destroy();
        reject(new Error(`the directory at port ${target.port} ${why}`));
      };
      const timer = setTimeout(() => {
        fail('did not answer a handshake');
      }, PATIENCE_MS);
      socket.on('error', (error) => {
        fail(`cannot be reached: ${error.message}`);
      });
      socket.on('close', () => {
        clearTimeout(timer);
        fail('hung up');
      });
      peer.#answered = (answer) => {
        clearTimeout(timer);
        if (/accepted\\": ?true/u.test(answer)) resolve(peer);
        else fail(`refused a handshake: ${answer}`);
      };
      const line = formatClientHandshake({ ...identity, network: target.network });
      socket.write(`${encodeEnvelope(ENVELOPE.handshake, line)}\r\n`);
    });
  }

  get isOpen(): boolean {
    return !this.#socket.destroyed;
  }

  send(lines: Buffer): void {
    this.#socket.write(lines);
  }

  /** Closes the connection and waits until the descriptor is free. */
  leave(): Promise<void> {
    return new Promise((resolve) => {
      if (this.#socket.closed) {
        resolve();
        return;
      }
      this.#socket.once('close', () => {
        resolve();
      });
      this.#socket.destroy();
    });
  }

  #receive(length: number): void {
    const bytes = SHARED.subarray(0, length);
    if (this.#greeting !== null) {
      this.#greeting += bytes.toString('latin1');
      if (!this.#greeting.includes('\n')) return;
      const answer = this.#greeting;
      this.#greeting = null;
      this.#answered(answer);
      return;
    }
    if (this.watchesDepartures) this.#countDepartures(bytes);
    this.onMarks?.(countMarks(bytes));
  }

  #countDepartures(bytes: Buffer): void {
    for (const byte of bytes) {
      if (byte === LEFT && this.#previous === SEMICOLON) this.departures += 1;
      this.#previous = byte;
    }
  }
}

function countMarks(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(MARK_CODE); at !== -1; at = bytes.indexOf(MARK_CODE, at + 1)) count += 1;
  return count;
}
