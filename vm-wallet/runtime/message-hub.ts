import { BridgeError, PeerFailure } from '../../shared/bridge/bridge-error.ts';
import type { ChannelName, ChannelStatus, MessagesClient } from '../../shared/bridge/messages.ts';
import type { WatchNotice } from '../../shared/bridge/watch.ts';
import type { Nick, PrivateCommand, PublicCommand } from '../../shared/jm/command.ts';
import { formatPublicLine, parsePublicLine } from '../../shared/jm/public-line.ts';
import { JmError } from '../../shared/errors.ts';
import { maySignFor } from '../session/hostid.ts';
import type { DropReason, PrivateSession } from '../session/private-session.ts';
import { NetVmWatch } from './net-vm-watch.ts';
import { PeerChannels } from './peer-channels.ts';
import { Unanswered, type SaidLine } from './unanswered.ts';

/** No channel leads anywhere. */
export class HubError extends JmError<'channel-none-up'> {}

/** What a role does with messages. */
export interface HubHandlers {
  readonly onPrivate: (from: Nick, command: PrivateCommand) => void;
  readonly onPublic: (from: Nick, command: PublicCommand) => void;
  readonly onLeft: (nick: Nick) => void;
  readonly onStatus: (status: ChannelStatus) => void;
  readonly onShed: (publicLines: number) => void;
  /** Told what the net VM's watch says, as a sentence: advice of somebody who may lie, to be shown and not to be acted on. */
  readonly onWatch?: (sentence: string) => void;
  readonly onDropped?: (from: Nick, reason: DropReason) => void;
}

/** As many as an answer to `open` may name. */
const MAX_CHANNELS = 20;

const UNSAFE =
  'not used: the name that its signatures would cover can be mistaken for that of another channel';

/** Routes commands between the message channels and a role. A nick that is seen on several channels is one peer. */
export class MessageHub {
  readonly #client: MessagesClient;
  readonly #session: PrivateSession;
  readonly #handlers: HubHandlers;
  readonly #now: () => number;
  readonly #channels = new Map<ChannelName, ChannelStatus>();
  readonly #peers = new PeerChannels();
  readonly #unanswered = new Unanswered();
  readonly #watch = new NetVmWatch();

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

  /**
   * Takes a channel's state. A channel whose hostid is not safe is forgotten: nothing is signed for it, and nothing that comes over
   * it is believed.
   * @returns The state as it counts here.
   */
  noteStatus(status: ChannelStatus): ChannelStatus {
    const isKnown = this.#channels.has(status.channel);
    if (maySignFor(status, this.#channels.values()) && (isKnown || this.#channels.size < MAX_CHANNELS)) {
      this.#channels.set(status.channel, status);
      return status;
    }
    this.#channels.delete(status.channel);
    return { ...status, state: 'down', detail: UNSAFE };
  }

  /** Consumes events until the call ends. @throws BridgeError with the reason. */
  async run(): Promise<never> {
    for await (const event of this.#client.events()) {
      switch (event.event) {
        case 'public':
          // The net VM could go on inventing channels; what it says on them is kept nowhere.
          if (!this.#channels.has(event.channel)) break;
          this.#peers.spoke(event.from, event.channel);
          for (const command of parsePublicLine(event.line)) this.#handlers.onPublic(event.from, command);
          break;
        case 'private':
          this.#receivePrivate(event.channel, event.from, event.line);
          break;
        case 'left':
          if (this.#peers.left(event.nick, event.channel)) this.#handlers.onLeft(event.nick);
          break;
        case 'channel':
          this.#handlers.onStatus(this.noteStatus(event));
          await this.#repeatLost(event.channel);
          break;
        case 'watch':
          this.#receiveNotice(event.notice);
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

  /** Sends a command where the peer was met; false when no channel that is up has a way to it. */
  async send(to: Nick, command: PrivateCommand): Promise<boolean> {
    const speak = this.#session.say(to, command);
    return speak !== null && (await this.#carry({ to, command, speak, at: this.#now() }));
  }

  async #carry(line: SaidLine): Promise<boolean> {
    const { to, speak } = line;
    for (const { channel, hostid } of this.#routesTo(to)) {
      try {
        await this.#client.send(channel, to, speak(hostid));
        this.#unanswered.said(line, channel);
        return true;
      } catch (error) {
        // The net VM had no route just then, or is far behind; time-outs deal with it. Anything else ends the call.
        if (error instanceof BridgeError && error.code === 'bridge-flood') return false;
        if (!(error instanceof PeerFailure)) throw error;
      }
    }
    return false;
  }

  /** Says again elsewhere what may have been lost with a channel that is not up any more. */
  async #repeatLost(channel: ChannelName): Promise<void> {
    if (this.#channels.get(channel)?.state === 'up') return;
    for (const line of this.#unanswered.takeLostWith(channel, this.#now())) await this.#carry(line);
  }

  #receivePrivate(channel: ChannelName, from: Nick, line: string): void {
    const hostid = this.#channels.get(channel)?.hostid;
    if (hostid === undefined) return;
    const read = this.#session.receive(from, line, hostid, this.#now());
    if (!read.ok) {
      this.#handlers.onDropped?.(from, read.error);
      return;
    }
    this.#peers.signed(from, channel);
    this.#unanswered.heard(from);
    this.#handlers.onPrivate(from, read.value);
  }

  #receiveNotice(notice: WatchNotice): void {
    const sentence = this.#watch.sentence(notice, this.#now());
    if (sentence !== null) this.#handlers.onWatch?.(sentence);
  }

  /** Channels that are up: those where the peer was met, then the others, since a peer can be there unheard. */
  #routesTo(nick: Nick): readonly ChannelStatus[] {
    const names = new Set([...this.#peers.of(nick), ...this.#channels.keys()]);
    return [...names].flatMap((name) => {
      const status = this.#channels.get(name);
      return status?.state === 'up' ? [status] : [];
    });
  }
}
