import { BridgeError, PeerFailure } from '../../shared/bridge/bridge-error.ts';
import type { ChannelName, ChannelStatus, MessagesClient } from '../../shared/bridge/messages.ts';
import type { Nick, PrivateCommand, PublicCommand } from '../../shared/jm/command.ts';
import { formatPublicLine, parsePublicLine } from '../../shared/jm/public-line.ts';
import { JmError } from '../../shared/errors.ts';
import type { DropReason, PrivateSession } from '../session/private-session.ts';

/** No channel leads anywhere. */
export class HubError extends JmError<'channel-none-up'> {}

/** What a role does with messages. */
export interface HubHandlers {
  readonly onPrivate: (from: Nick, command: PrivateCommand) => void;
  readonly onPublic: (from: Nick, command: PublicCommand) => void;
  readonly onLeft: (nick: Nick) => void;
  readonly onStatus: (status: ChannelStatus) => void;
  readonly onShed: (publicLines: number) => void;
  readonly onDropped?: (from: Nick, reason: DropReason) => void;
}

const MAX_NICKS = 20_000;

/** Routes commands between the message channels and a role. A nick that is seen on several channels is one peer. */
export class MessageHub {
  readonly #client: MessagesClient;
  readonly #session: PrivateSession;
  readonly #handlers: HubHandlers;
  readonly #now: () => number;
  readonly #channels = new Map<ChannelName, ChannelStatus>();
  /** Channels on which a nick was seen, the one of its last message last. */
  readonly #seen = new Map<Nick, Set<ChannelName>>();

  constructor(client: MessagesClient, session: PrivateSession, handlers: HubHandlers, now: () => number) {
    this.#client = client;
    this.#session = session;
    this.#handlers = handlers;
    this.#now = now;
  }

  /** True while at least one channel is up. */
  get isUp(): boolean {
    return [...this.#channels.values()].some(({ state }) => state === 'up');
  }

  noteStatus(status: ChannelStatus): void {
    this.#channels.set(status.channel, status);
  }

  /** Consumes events until the call ends. @throws BridgeError with the reason. */
  async run(): Promise<never> {
    for await (const event of this.#client.events()) {
      switch (event.event) {
        case 'public':
          this.#noteSeen(event.from, event.channel);
          for (const command of parsePublicLine(event.line)) this.#handlers.onPublic(event.from, command);
          break;
        case 'private':
          this.#receivePrivate(event.channel, event.from, event.line);
          break;
        case 'left':
          this.#left(event.nick, event.channel);
          break;
        case 'channel':
          this.noteStatus(event);
          this.#handlers.onStatus(event);
          break;
        case 'shed':
          this.#handlers.onShed(event.publicLines);
          break;
      }
    }
    throw new HubError('channel-none-up', 'The call to the message channels ended');
  }

  async publish(...commands: readonly PublicCommand[]): Promise<void> {
    await this.#client.publish(formatPublicLine(commands));
  }

  /** Sends a command on the channel where the peer was seen last; false when there is no way to say it. */
  async send(to: Nick, command: PrivateCommand): Promise<boolean> {
    const speak = this.#session.say(to, command);
    const route = this.#routeTo(to);
    if (speak === null || route === null) return false;
    try {
      await this.#client.send(route.channel, to, speak(route.hostid));
      return true;
    } catch (error) {
      // The net VM had no route just then, or is far behind; time-outs deal with it. Anything else ends the call.
      if (error instanceof PeerFailure) return false;
      if (error instanceof BridgeError && error.code === 'bridge-flood') return false;
      throw error;
    }
  }

  #receivePrivate(channel: ChannelName, from: Nick, line: string): void {
    const hostid = this.#channels.get(channel)?.hostid;
    if (hostid === undefined) return;
    const read = this.#session.receive(from, line, hostid, this.#now());
    if (!read.ok) {
      this.#handlers.onDropped?.(from, read.error);
      return;
    }
    this.#noteSeen(from, channel);
    this.#handlers.onPrivate(from, read.value);
  }

  #routeTo(nick: Nick): ChannelStatus | null {
    const seen = [...(this.#seen.get(nick) ?? [])].reverse();
    const names = [...seen, ...this.#channels.keys()];
    for (const name of names) {
      const status = this.#channels.get(name);
      if (status?.state === 'up') return status;
    }
    return null;
  }

  #noteSeen(nick: Nick, channel: ChannelName): void {
    let channels = this.#seen.get(nick);
    if (channels === undefined) {
      if (this.#seen.size >= MAX_NICKS) return;
      channels = new Set();
      this.#seen.set(nick, channels);
    }
    channels.delete(channel);
    channels.add(channel);
  }

  #left(nick: Nick, channel: ChannelName): void {
    const channels = this.#seen.get(nick);
    channels?.delete(channel);
    if (channels !== undefined && channels.size > 0) return;
    this.#seen.delete(nick);
    this.#handlers.onLeft(nick);
  }
}
