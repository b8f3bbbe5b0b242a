/** The part of irc-framework 4.14 that the IRC channel uses. The library brings no types. */

declare module 'irc-framework/src/irclineparser.js' {
  import type { IrcMessage } from 'irc-framework/src/client.js';

  export default function parseIrcLine(line: string): IrcMessage;
}

declare module 'irc-framework/src/client.js' {
  import type { EventEmitter } from 'node:events';

  export interface IrcMessage {
    readonly prefix: string;
    /** The prefix up to its `!`. */
    readonly nick: string;
    /** In upper case. */
    readonly command: string;
    readonly params: readonly string[];
  }

  /** What carries the lines. It emits `open`, `line` and `close`. */
  export interface Transport extends EventEmitter {
    connect(): void;
    writeLine(line: string, written?: () => void): void;
    close(): void;
    setEncoding(encoding: string): boolean;
    disposeSocket(): void;
  }

  export interface ClientOptions {
    readonly nick: string;
    readonly username: string;
    readonly gecos: string;
    /** What CTCP VERSION is answered with; the empty string for no answer. */
    readonly version: string;
    readonly auto_reconnect: boolean;
    /** Seconds; 0 for never. */
    readonly ping_interval: number;
    readonly ping_timeout: number;
    readonly transport: new () => Transport;
  }

  interface Said {
    readonly nick: string;
    readonly target: string;
    readonly message: string;
  }

  interface Gone {
    readonly nick: string;
    readonly channel: string;
    readonly message: string;
  }

  /** What the client tells, by event. */
  export interface ClientEvents {
    registered: { readonly nick: string };
    privmsg: Said;
    join: { readonly nick: string; readonly channel: string };
    part: Gone;
    quit: { readonly nick: string };
    kick: Gone & { readonly kicked: string };
    topic: { readonly channel: string; readonly topic: string };
    pong: object;
  }

  export default class Client {
    readonly options: ClientOptions;
    readonly connection: { readonly transport: Transport | null };
    constructor(options: ClientOptions);
    connect(): void;
    /** Sends the parts with spaces between; one part goes out as it is. */
    raw(...parts: readonly string[]): void;
    on<Event extends keyof ClientEvents>(event: Event, listener: (event: ClientEvents[Event]) => void): this;
    protected registerToNetwork(): void;
  }
}
