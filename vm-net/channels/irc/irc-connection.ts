import type { IrcMessage } from 'irc-framework/src/client.js';
import type { Socket } from 'node:net';
import type { Nick } from '../../../shared/jm/command.ts';
import { isIrcHostid } from '../../../shared/jm/hostid.ts';
import { parseNick } from '../../../shared/jm/nick.ts';
import { TokenBucket } from '../../../shared/rate.ts';
import { visibleAscii } from '../../../shared/visible-text.ts';
import { Alarm } from './alarm.ts';
import { IrcClient } from './irc-client.ts';
import { networkNames } from './network-name.ts';
import { SendQueue } from './send-queue.ts';
import type { IrcTiming } from './timing.ts';
import { topicAlerts } from './topic-alerts.ts';

/** What a connection needs from its channel. */
export interface IrcConnectionOptions {
  /** Connected, with TLS where that is wanted. */
  readonly socket: Socket;
  readonly nick: Nick;
  /** With its `#` and the network's suffix. */
  readonly channel: string;
  /** Host and port glued, which stands in until the server tells its network's name. */
  readonly hostid: string;
  readonly timing: IrcTiming;
  readonly onPublic: (from: Nick, text: string) => void;
  /** One line; a message may take several. */
  readonly onPrivate: (from: Nick, text: string) => void;
  readonly onLeft: (nick: Nick) => void;
  /** Ready or not, hostid or detail changed. */
  readonly onChange: () => void;
  readonly onClose: (reason: string) => void;
}

const NICK_LENGTH = 16;
const SERVER_NAME = /^[\x21-\x7e]{1,100}$/u;
/** Numerics that say that the nick is not to be had now. */
const NICK_TAKEN: ReadonlySet<string> = new Set(['433', '436', '437']);
/** Numerics after which a server will not welcome us: bad nick, not permitted, bad password, banned. */
const TURNED_AWAY: ReadonlySet<string> = new Set(['432', '463', '464', '465']);
const CANNOT_SEND = '404';
const REFUSAL = /^[45][0-9]{2}$/u;
/** How often a server may change what people are told. */
const CHANGES_PER_SECOND = 0.1;
const CHANGES_AT_ONCE = 20;

/** One connection to an IRC server, from registration to its end (protocol/irc-channel.md §1 and §5). */
export class IrcConnection {
  readonly #options: IrcConnectionOptions;
  readonly #client: IrcClient;
  readonly #queue: SendQueue;
  readonly #changes = new TokenBucket(CHANGES_PER_SECOND, CHANGES_AT_ONCE, performance.now());
  #hostid: string;
  #server = '';
  #welcomed = false;
  #ready = false;
  #isOut = false;
  #said = 'registering';
  #alerts = '';
  #reason: string | null = null;
  /** Asks again for the nick or the channel. */
  readonly #retry = new Alarm();
  /** Says hello now and then, and gives up when nothing comes back. */
  readonly #patience = new Alarm();

  constructor(options: IrcConnectionOptions) {
    this.#options = options;
    this.#hostid = options.hostid;
    this.#queue = new SendQueue({
      interval: options.timing.line,
      write: (line) => {
        this.#client.raw(line);
      },
    });
    this.#client = new IrcClient(options.nick, options.socket, {
      onMessage: (message) => {
        this.#observe(message);
      },
      onClose: (reason) => {
        this.#closed(reason);
      },
    });
    this.#listen();
    this.#expect(options.timing.welcome);
    this.#client.connect();
  }

  /** What private signatures cover: the network's name, once the server told it. */
  get hostid(): string {
    return this.#hostid;
  }

  /** True while we are in the channel. */
  get isReady(): boolean {
    return this.#ready;
  }

  /** True when the server did not let us into the channel, or threw us out of it. */
  get isOut(): boolean {
    return this.#isOut;
  }

  /** One clause for people. */
  get detail(): string {
    return this.#said + (this.#alerts === '' ? '' : `; alert in the topic: ${this.#alerts}`);
  }

  /** @throws ChannelError when too much waits. */
  publish(lines: readonly string[]): void {
    this.#queue.publish(lines);
  }

  /** @throws ChannelError when too much waits. */
  sendPrivate(lines: readonly string[]): void {
    this.#queue.sendPrivate(lines);
  }

  /** Says goodbye; resolves when the socket is closed. */
  async quit(): Promise<void> {
    const { socket } = this.#options;
    const closed = new Promise<void>((resolve) => {
      if (socket.destroyed) resolve();
      else
        socket.once('close', () => {
          resolve();
        });
    });
    this.#client.raw('QUIT :');
    this.#end('stopped');
    await closed;
  }

  #listen(): void {
    const { nick: own, channel, onPublic, onPrivate } = this.#options;
    this.#client
      .on('registered', ({ nick }) => {
        this.#welcome(nick);
      })
      .on('join', ({ nick, channel: joined }) => {
        if (nick === own && joined === channel) this.#joined();
      })
      .on('privmsg', ({ nick, target, message }) => {
        const from = parseNick(nick.slice(0, NICK_LENGTH));
        if (from === null || !this.#ready) return;
        if (target === channel) onPublic(from, message);
        else if (target === own) onPrivate(from, message);
      })
      .on('part', (gone) => {
        if (gone.channel === channel) this.#left(gone.nick, 'the server took us out of it');
      })
      .on('kick', (gone) => {
        if (gone.channel === channel) this.#left(gone.kicked, `we were kicked (${gone.message})`);
      })
      .on('quit', ({ nick }) => {
        this.#left(nick, 'the server says that we quit');
      })
      .on('topic', ({ channel: where, topic }) => {
        if (where === channel) this.#topic(topic);
      })
      .on('pong', () => {
        if (this.#welcomed) this.#keepAlive();
      });
  }

  /** What the library does not tell, or not with the server's words. */
  #observe({ command, params, nick, prefix }: IrcMessage): void {
    const { nick: own, channel, timing } = this.#options;
    const words = params.at(-1) ?? '';
    if (!this.#welcomed) this.#expect(timing.welcome);
    if (command === 'ERROR') this.#end(`the server closed the connection (${words})`);
    else if (command === '001') this.#server = prefix;
    else if (command === '005') {
      for (const name of networkNames(params.slice(1))) this.#name(name);
    } else if (command === 'NICK' && nick === own) this.#end('the server took our nick away');
    else if (!this.#welcomed) {
      if (NICK_TAKEN.has(command)) this.#nickTaken();
      else if (TURNED_AWAY.has(command)) this.#end(`the server turns us away (${words})`);
    } else if (REFUSAL.test(command) && params[1] === channel) {
      if (!this.#ready) this.#out(words);
      else if (command === CANNOT_SEND) this.#say(`in ${channel}, where we may not speak (${words})`);
    }
  }

  #welcome(given: string): void {
    const { nick, channel } = this.#options;
    if (this.#welcomed) return;
    // A nick that is not made of our key is of no use: nobody would believe our signatures.
    if (given !== nick) {
      this.#end(`the server calls us ${given} instead of ${nick}`);
      return;
    }
    this.#welcomed = true;
    this.#retry.clear();
    this.#keepAlive();
    this.#say(`joining ${channel}`);
    this.#client.raw(`JOIN ${channel}`);
  }

  #joined(): void {
    const { nick, channel } = this.#options;
    if (!this.#welcomed || this.#ready) return;
    this.#retry.clear();
    this.#client.raw(`MODE ${nick} +B`);
    this.#ready = true;
    this.#isOut = false;
    this.#say(`in ${channel}`);
  }

  /** The nick is bound to the key and the same on all channels, so no other is tried (§1.3). */
  #nickTaken(): void {
    const { nick, timing } = this.#options;
    if (this.#retry.isSet) return;
    this.#retry.set(timing.nickRetry, () => {
      this.#client.raw(`NICK ${nick}`);
    });
    this.#say(`somebody else uses the nick ${nick} there; asking for it every ${timing.nickRetry / 1000} s`);
  }

  /** Not in the channel: that may pass, so we knock again from time to time. */
  #out(why: string): void {
    const { channel, timing } = this.#options;
    this.#ready = false;
    this.#isOut = true;
    this.#queue.clear();
    this.#retry.set(timing.joinRetry, () => {
      this.#client.raw(`JOIN ${channel}`);
    });
    this.#say(`not in ${channel}: ${why}; trying again every ${timing.joinRetry / 1000} s`);
  }

  #left(nick: string, ofUs: string): void {
    const { nick: own, onLeft } = this.#options;
    if (nick === own) {
      if (this.#ready) this.#out(ofUs);
      return;
    }
    const gone = parseNick(nick.slice(0, NICK_LENGTH));
    if (gone !== null) onLeft(gone);
  }

  /** The server told its network's name. */
  #name(name: string): void {
    if (name === this.#hostid) return;
    if (!isIrcHostid(name)) {
      this.#end(`the server calls its network ${name}, which can't be signed for`);
      return;
    }
    this.#hostid = name;
    this.#changed();
  }

  #topic(topic: string): void {
    const alerts = topicAlerts(topic).join(' | ').slice(0, 200);
    if (alerts === this.#alerts || !this.#changes.take(performance.now())) return;
    this.#alerts = alerts;
    this.#options.onChange();
  }

  #keepAlive(): void {
    const { timing, socket } = this.#options;
    this.#patience.set(timing.keepAlive, () => {
      const server = SERVER_NAME.test(this.#server) ? this.#server : (socket.remoteAddress ?? 'server');
      this.#client.raw(`PING ${server}`);
      this.#expect(timing.keepAliveAnswer);
    });
  }

  /** Gives the connection up when nothing happens for so long. */
  #expect(milliseconds: number): void {
    this.#patience.set(milliseconds, () => {
      this.#end('the server does not answer');
    });
  }

  #say(text: string): void {
    const said = visibleAscii(text, 300);
    if (said === this.#said) return;
    this.#said = said;
    this.#changed();
  }

  #changed(): void {
    if (this.#changes.take(performance.now())) this.#options.onChange();
    else this.#end('the server changes its mind too often');
  }

  #end(reason: string): void {
    this.#reason ??= reason;
    this.#client.end();
  }

  #closed(reason: string): void {
    this.#retry.clear();
    this.#patience.clear();
    this.#queue.clear();
    this.#ready = false;
    this.#options.onClose(visibleAscii(this.#reason ?? reason, 300));
  }
}
