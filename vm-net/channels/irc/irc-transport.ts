import type { IrcMessage, Transport } from 'irc-framework/src/client.js';
import parseIrcLine from 'irc-framework/src/irclineparser.js';
import { EventEmitter } from 'node:events';
import type { Socket } from 'node:net';
import { LineSocket } from '../onion/line-socket.ts';

/** Longest line that is taken, in bytes: 512 of text, and what tags a server may put before it. */
export const MAX_RECEIVED_IRC_LINE = 8192;
/** What may wait for a server that does not read, in bytes. */
const MAX_UNSENT = 64 * 1024;

/**
 * What the library may see, with the least number of parameters that it needs. It keeps lists of everything else for as long as the
 * server likes, throws on some short forms, and asks for capabilities that would set us apart.
 */
const ADMITTED: ReadonlyMap<string, number> = new Map([
  ['001', 1],
  ['332', 3],
  ['JOIN', 1],
  ['KICK', 2],
  ['PART', 1],
  ['PING', 1],
  ['PONG', 1],
  ['PRIVMSG', 2],
  ['QUIT', 0],
  ['TOPIC', 2],
]);

/** What a transport tells besides what it passes to the library. */
export interface TransportHandlers {
  /** Every line that came, read. */
  readonly onMessage: (message: IrcMessage) => void;
  /** The connection is over, once. */
  readonly onClose: (reason: string) => void;
}

/**
 * Carries irc-framework's lines over a connected socket, so that the way there (direct, proxy, TLS) is not the library's business.
 * Bytes that are not UTF-8 become replacement characters: a signature over them fails, and nothing else happens.
 */
export class IrcTransport extends EventEmitter implements Transport {
  readonly #lines: LineSocket;

  constructor(socket: Socket, handlers: TransportHandlers) {
    super();
    this.#lines = new LineSocket(
      socket,
      { maxLine: MAX_RECEIVED_IRC_LINE, maxUnsent: MAX_UNSENT },
      {
        onLine: (bytes) => {
          this.#receive(bytes.toString('utf8'), handlers);
        },
        onClose: (reason) => {
          this.emit('close', false);
          handlers.onClose(reason);
        },
      },
    );
  }

  /** The socket is connected already. */
  connect(): void {
    this.emit('open');
  }

  writeLine(line: string, written?: () => void): void {
    if (!this.#lines.send(line)) this.#lines.close('the server does not read what is sent');
    written?.();
  }

  /** Ends the connection; what was sent before still leaves. */
  close(): void {
    this.#lines.close('closed by us');
  }

  setEncoding(encoding: string): boolean {
    return encoding === 'utf8';
  }

  disposeSocket(): void {
    this.close();
  }

  #receive(text: string, handlers: TransportHandlers): void {
    // Tags come only to those who ask for them; some of them change what the library does with a line.
    const line = text.replace(/^@[^ ]* */u, '');
    const message = parseIrcLine(line);
    handlers.onMessage(message);
    const least = ADMITTED.get(message.command);
    if (this.#lines.isOpen && least !== undefined && message.params.length >= least) this.emit('line', line);
  }
}
