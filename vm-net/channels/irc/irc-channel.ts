import type { Socket } from 'node:net';
import type { ChannelStatus } from '../../../shared/bridge/messages.ts';
import type { IrcConfig } from '../../../shared/config/irc.ts';
import type { Network } from '../../../shared/bitcoin/network.ts';
import { isJmError } from '../../../shared/errors.ts';
import type { Nick } from '../../../shared/jm/command.ts';
import { ChunkAssembler, ircChannelName } from '../../../shared/jm/irc-chunks.ts';
import { visibleAscii } from '../../../shared/visible-text.ts';
import { ChannelError, type Channel, type DirectoryHealth, type Emit } from '../channel.ts';
import type { Dial } from '../dial.ts';
import { relayBudget, Inbox } from '../inbox.ts';
import { Alarm } from './alarm.ts';
import { IrcConnection } from './irc-connection.ts';
import { privateLines, publicLines } from './outgoing.ts';
import { secure } from './secure-socket.ts';
import { IRC_TIMING, pauseAfter, type IrcTiming } from './timing.ts';

/** How an IRC channel is set up. */
export interface IrcChannelOptions {
  readonly config: IrcConfig;
  readonly nick: Nick;
  /** True for a maker. */
  readonly serving: boolean;
  readonly network: Network;
  /** Opens a plain connection, directly or through a proxy; TLS comes on top of it. */
  readonly dial: Dial;
  readonly emit: Emit;
  /** Uniform in [0, 1). */
  readonly jitter: () => number;
  readonly timing?: Partial<IrcTiming>;
}

/** When connecting failed so often, the start is over: the reason is told, and connecting goes on. */
const START_FAILURES = 3;
const MAX_SEEN = 20_000;

/** What the watch calls the server of a section, beside the directories. */
export function ircPlace({ name }: Pick<IrcConfig, 'name'>): string {
  return `irc:${name.replaceAll('_', '-')}`;
}

/** The IRC message channel under one nick (protocol/irc-channel.md). */
export class IrcChannel implements Channel {
  readonly #options: IrcChannelOptions;
  readonly #timing: IrcTiming;
  readonly #channel: string;
  readonly #inbox: Inbox;
  readonly #budget = relayBudget(performance.now());
  /** Of the connection that is being made, else null. */
  #dialling: AbortController | null = null;
  #stopped = false;
  /** Nicks that said something the wallet was told; only their leaving means anything. */
  readonly #seen = new Set<Nick>();
  #assembler = new ChunkAssembler();
  #connection: IrcConnection | null = null;
  #readySince: number | null = null;
  /** When the server was lost; when the channel was made, before that. */
  #lostAt = performance.now();
  #failures = 0;
  #detail = 'connecting';
  readonly #reconnection = new Alarm();
  #settleStart: () => void = () => undefined;

  constructor(options: IrcChannelOptions) {
    this.#options = options;
    this.#timing = { ...IRC_TIMING, ...options.timing };
    this.#channel = ircChannelName(options.config.channel, options.network);
    this.#inbox = new Inbox(options, () => this.#hostid);
  }

  get status(): ChannelStatus {
    const { name, host, port } = this.#options.config;
    const connection = this.#connection;
    const trying = this.#failures === 0 && connection?.isOut !== true;
    return {
      channel: name,
      hostid: this.#hostid,
      state: connection?.isReady === true ? 'up' : trying ? 'connecting' : 'down',
      detail: visibleAscii(`${host}:${port}: ${connection?.detail ?? this.#detail}`, 500),
    };
  }

  /** The server, which tells as a directory does who offers what. A connection that is dead ends by its own keep-alive. */
  get directories(): readonly DirectoryHealth[] {
    const since = this.#readySince;
    return [
      {
        directory: ircPlace(this.#options.config),
        isUp: since !== null,
        changedAt: since ?? this.#lostAt,
        heardAt: since === null ? null : performance.now(),
        latencyMs: null,
        detail: this.#connection?.detail ?? this.#detail,
      },
    ];
  }

  async start(): Promise<void> {
    const settled = new Promise<void>((resolve) => {
      this.#settleStart = resolve;
    });
    if (this.#stopped) return;
    const patience = setTimeout(this.#settleStart, this.#timing.start);
    void this.#connect();
    await settled;
    clearTimeout(patience);
  }

  publish(line: string): void {
    const lines = publicLines(this.#channel, line);
    this.#ready().publish(lines);
  }

  send(to: Nick, line: string): void {
    const lines = privateLines(to, line);
    this.#ready().sendPrivate(lines);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#dialling?.abort();
    this.#reconnection.clear();
    this.#settleStart();
    await this.#connection?.quit();
  }

  get #hostid(): string {
    return this.#connection?.hostid ?? this.#placeHostid;
  }

  /** Stands in for the network's name until the server tells it. */
  get #placeHostid(): string {
    return `${this.#options.config.host}${this.#options.config.port}`;
  }

  #ready(): IrcConnection {
    if (this.#connection?.isReady === true) return this.#connection;
    throw new ChannelError('channel-down', `The IRC channel is not up: ${this.status.detail}`, {
      cure: 'Check its section in joinmarket.cfg in the net VM, or wait until it is connected again.',
    });
  }

  async #connect(): Promise<void> {
    const { config, nick, emit } = this.#options;
    const socket = await this.#dial();
    if (socket === null) return;
    if (this.#stopped) {
      socket.destroy();
      return;
    }
    this.#assembler = new ChunkAssembler();
    this.#connection = new IrcConnection({
      socket,
      nick,
      channel: this.#channel,
      hostid: this.#placeHostid,
      timing: this.#timing,
      onPublic: (from, text) => {
        this.#take(from, 'PUBLIC', text);
      },
      onPrivate: (from, text) => {
        const message = this.#assembler.push(from, text, performance.now() / 1000);
        if (message !== null) this.#take(from, nick, message);
      },
      onLeft: (gone) => {
        if (this.#seen.delete(gone)) emit({ event: 'left', channel: config.name, nick: gone });
      },
      onChange: () => {
        this.#changed();
      },
      onClose: (reason) => {
        this.#lost(reason);
      },
    });
    this.#changed();
  }

  /** A connection that is ready for IRC, or null when there is none. */
  async #dial(): Promise<Socket | null> {
    const { config, dial } = this.#options;
    const { signal } = (this.#dialling = new AbortController());
    try {
      const raw = await dial({ host: config.host, port: config.port }, signal);
      return config.tls ? await secure(raw, config, this.#timing.welcome, signal) : raw;
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      const cure = isJmError(error) ? error.cure : undefined;
      this.#lost(cure === undefined ? error.message : `${error.message}. ${cure}`);
      // This does not get better by itself.
      if (isJmError(error) && error.code === 'channel-bad-certificate') this.#settleStart();
      return null;
    } finally {
      this.#dialling = null;
    }
  }

  /** Tells the wallet what a nick said, if it begins with `!`, is new, within its budget and, in private, signed. */
  #take(from: Nick, to: string, message: string): void {
    const { config, emit } = this.#options;
    const taken = this.#inbox.take(`${from}!${to}${message}`, this.#budget, null, performance.now());
    const shed = this.#inbox.takeShed();
    if (shed > 0) emit({ event: 'shed', publicLines: shed });
    if (taken === null) return;
    this.#seen.add(from);
    const [oldest] = this.#seen;
    if (this.#seen.size > MAX_SEEN && oldest !== undefined) this.#seen.delete(oldest);
    emit({ event: taken.kind, channel: config.name, from, line: taken.message });
  }

  #changed(): void {
    const connection = this.#connection;
    if (connection?.isReady === true) this.#readySince ??= performance.now();
    else this.#endReady();
    if (connection?.isReady === true || connection?.isOut === true) this.#settleStart();
    this.#options.emit({ event: 'channel', ...this.status });
  }

  /** A server that takes us and throws us out again does not count as back. */
  #endReady(): void {
    if (this.#readySince === null) return;
    if (performance.now() - this.#readySince >= this.#timing.lasting) this.#failures = 0;
    this.#readySince = null;
    this.#lostAt = performance.now();
    this.#seen.clear();
  }

  #lost(reason: string): void {
    const { config, jitter } = this.#options;
    this.#endReady();
    this.#connection = null;
    if (this.#stopped) return;
    const pause = pauseAfter(this.#failures, this.#timing.firstPause, config.socks !== null, jitter());
    this.#failures += 1;
    this.#detail = reason;
    this.#reconnection.set(pause, () => void this.#connect());
    if (this.#failures >= START_FAILURES) this.#settleStart();
    this.#options.emit({ event: 'channel', ...this.status });
  }
}
