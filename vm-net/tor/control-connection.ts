import { connect, type Socket } from 'node:net';
import { ControlReplyReader, type ControlReply } from './control-reply.ts';
import { TorError } from './tor-error.ts';

/** Where Tor's control port is: `unix:/path` as the host is a socket, and the port means nothing then. */
export interface ControlAddress {
  readonly host: string;
  readonly port: number;
}

interface Waiting {
  readonly resolve: (reply: ControlReply) => void;
  readonly reject: (error: TorError) => void;
}

const UNIX = 'unix:';
/** Tor answers at once; ADD_ONION does not wait for the descriptor to be published. */
const ANSWER_MS = 30_000;

/** A connection to Tor's control port (Tor control-spec §2): commands in order, each with its reply. */
export class ControlConnection {
  readonly #socket: Socket;
  readonly #reader = new ControlReplyReader();
  readonly #waiting: Waiting[] = [];
  readonly #closed: Promise<TorError>;
  #lost: TorError | null = null;

  private constructor(socket: Socket) {
    this.#socket = socket;
    // An answer that takes so long will never come; without a command nothing is expected.
    socket.setTimeout(ANSWER_MS, () => {
      if (this.#waiting.length > 0) this.#lose('it does not answer');
    });
    socket.setEncoding('utf8');
    this.#closed = new Promise((resolve) => {
      socket.once('close', () => {
        this.#lose('it closed the connection');
        if (this.#lost !== null) resolve(this.#lost);
      });
    });
    socket.on('error', (error) => {
      this.#lose(error.message);
    });
    socket.on('data', (text: string) => {
      this.#receive(text);
    });
  }

  /** Connects, and says nothing yet. @throws TorError `tor-unreachable` */
  static open(address: ControlAddress): Promise<ControlConnection> {
    return new Promise((resolve, reject) => {
      const { host, port } = address;
      const socket = host.startsWith(UNIX) ? connect(host.slice(UNIX.length)) : connect(port, host);
      const refused = (cause: Error): void => {
        reject(unreachable(address, cause));
      };
      socket.once('error', refused);
      socket.once('connect', () => {
        socket.off('error', refused);
        resolve(new ControlConnection(socket));
      });
    });
  }

  /** Resolves with the reason when the connection is over. Onion services made over it are over then, too. */
  get closed(): Promise<TorError> {
    return this.#closed;
  }

  /** Sends a command and returns its reply, whatever its status. @throws TorError when the connection is lost. */
  ask(command: string): Promise<ControlReply> {
    if (/[\r\n]/u.test(command)) throw new RangeError('a command is one line');
    return new Promise((resolve, reject) => {
      if (this.#lost !== null) {
        reject(this.#lost);
        return;
      }
      this.#waiting.push({ resolve, reject });
      this.#socket.write(`${command}\r\n`);
    });
  }

  /** Like `ask`. @throws TorError `tor-refused` for any status but 250; the command's arguments are not repeated. */
  async command(command: string): Promise<ControlReply> {
    const reply = await this.ask(command);
    if (reply.status === 250) return reply;
    const [word = ''] = command.split(' ');
    throw new TorError('tor-refused', `Tor refused ${word}: ${reply.status} ${reply.lines.join('; ')}`);
  }

  close(): void {
    this.#lose('closed by us');
  }

  #receive(text: string): void {
    let replies;
    try {
      replies = this.#reader.push(text);
    } catch (error) {
      this.#lose(error instanceof Error ? error.message : String(error));
      return;
    }
    for (const reply of replies) {
      // Events; none was asked for.
      if (reply.status >= 600) continue;
      this.#waiting.shift()?.resolve(reply);
    }
  }

  #lose(reason: string): void {
    if (this.#lost !== null) return;
    const lost = new TorError('tor-closed', `The connection to Tor's control port is lost: ${reason}`);
    this.#lost = lost;
    this.#socket.destroy();
    for (const { reject } of this.#waiting.splice(0)) reject(lost);
  }
}

function unreachable({ host, port }: ControlAddress, cause: Error): TorError {
  const place = host.startsWith(UNIX) ? host : `${host}:${port}`;
  return new TorError('tor-unreachable', `Tor's control port ${place} can't be used (${cause.message})`, {
    cure: 'Add "ControlPort 9051" and "CookieAuthentication 1" to torrc and restart Tor, or correct tor_control_host and tor_control_port in joinmarket.cfg.',
    cause,
  });
}
