import { setTimeout as pause } from 'node:timers/promises';
import type { ChannelName, ChannelStatus, MessagesEvent, OpenRequest } from '../shared/bridge/messages.ts';
import type { MessagesHandler } from '../shared/bridge/messages-server.ts';
import type { JoinMarketConfig } from '../shared/config/joinmarket-cfg.ts';
import type { Nick } from '../shared/jm/command.ts';
import { ChannelError, type Channel, type Emit } from './channels/channel.ts';
import { setUpIrcChannel } from './channels/irc/set-up.ts';
import { setUpOnionChannel } from './channels/onion/set-up.ts';
import { printable } from './printable.ts';
import { StreamIsolation } from './tor/isolation.ts';

/** How long the other channels are waited for once the first is up (protocol/irc-channel.md §7). */
const GRACE_MS = 60_000;

/** The message channels of one wallet, for as long as its call lasts. */
export class MessagesService implements MessagesHandler {
  readonly #config: JoinMarketConfig;
  #channels = new Map<ChannelName, Channel>();

  constructor(config: JoinMarketConfig) {
    this.#config = config;
  }

  /** @throws ChannelError when no channel is configured, or none can be used. */
  async open(request: OpenRequest, emit: (event: MessagesEvent) => void): Promise<readonly ChannelStatus[]> {
    await this.close();
    const channels = this.#setUp(request, emit);
    if (channels.size === 0) {
      throw new ChannelError('channel-none', 'joinmarket.cfg in the net VM has no message channel', {
        cure: 'Add a [MESSAGING:onion] section with type = onion.',
      });
    }
    this.#channels = channels;
    const failures = await startAll(channels, emit);
    const [first] = failures.values();
    if (first !== undefined && failures.size === channels.size) throw first;
    return [...channels].map(([name, channel]) => {
      const failure = failures.get(name);
      return failure === undefined ? channel.status : unusable(channel, failure);
    });
  }

  publish(line: string): Promise<void> {
    const refusals: unknown[] = [];
    for (const channel of this.#channels.values()) {
      try {
        channel.publish(line);
      } catch (refusal) {
        refusals.push(refusal);
      }
    }
    // Said on one channel is said.
    if (refusals.length > 0 && refusals.length === this.#channels.size) throw refusals[0];
    return Promise.resolve();
  }

  send(name: ChannelName, to: Nick, line: string): Promise<void> {
    const channel = this.#channels.get(name);
    if (channel === undefined) throw new ChannelError('channel-none', 'This channel is not open');
    channel.send(to, line);
    return Promise.resolve();
  }

  async close(): Promise<void> {
    const channels = [...this.#channels.values()];
    this.#channels = new Map();
    await Promise.all(channels.map((channel) => channel.stop()));
  }

  #setUp(request: OpenRequest, emit: Emit): Map<ChannelName, Channel> {
    const { onion, irc } = this.#config;
    const isolation = new StreamIsolation();
    const channels = new Map<ChannelName, Channel>();
    if (onion !== null)
      channels.set('onion', setUpOnionChannel(this.#config, onion, request, emit, isolation));
    for (const server of irc) {
      channels.set(server.name, setUpIrcChannel(this.#config, server, request, emit, isolation));
    }
    return channels;
  }
}

/**
 * Starts channels together; once one is up, the others have a minute more, and then go on in the background.
 * @returns Why each of those failed that can't be used at all; these are stopped.
 */
async function startAll(
  channels: ReadonlyMap<ChannelName, Channel>,
  emit: Emit,
): Promise<ReadonlyMap<ChannelName, Error>> {
  const failures = new Map<ChannelName, Error>();
  const waiting = new AbortController();
  const starts = [...channels].map(async ([name, channel]) => {
    try {
      await channel.start();
      return channel.status.state === 'up';
    } catch (cause) {
      const failure = cause instanceof Error ? cause : new Error(String(cause));
      // It may listen already, or hold a connection.
      await channel.stop().catch(() => undefined);
      if (waiting.signal.aborted) emit({ event: 'channel', ...unusable(channel, failure) });
      else failures.set(name, failure);
      return false;
    }
  });
  const firstUp = new Promise<void>((resolve) => {
    for (const start of starts)
      void start.then((up) => {
        if (up) resolve();
      });
  });
  const grace = firstUp.then(() => pause(GRACE_MS, undefined, waiting).catch(() => undefined));
  await Promise.race([Promise.all(starts), grace]);
  waiting.abort();
  return failures;
}

function unusable(channel: Channel, { message }: Error): ChannelStatus {
  return { ...channel.status, state: 'down', detail: printable(message).slice(0, 500) };
}
