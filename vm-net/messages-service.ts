import { setTimeout as pause } from 'node:timers/promises';
import type { ChannelName, ChannelStatus, MessagesEvent, OpenRequest } from '../shared/bridge/messages.ts';
import type { MessagesHandler } from '../shared/bridge/messages-server.ts';
import type { WatchedJoin } from '../shared/bridge/watch.ts';
import type { JoinMarketConfig } from '../shared/config/joinmarket-cfg.ts';
import { systemRandom } from '../shared/crypto/random.ts';
import type { Nick } from '../shared/jm/command.ts';
import type { BitcoindRpc } from './bitcoind/rpc.ts';
import { ChannelError, type Channel, type Emit } from './channels/channel.ts';
import { ircPlace } from './channels/irc/irc-channel.ts';
import { setUpIrcChannel } from './channels/irc/set-up.ts';
import { setUpOnionChannel } from './channels/onion/set-up.ts';
import { keylessNick } from './commands/process.ts';
import { visibleAscii } from '../shared/visible-text.ts';
import { StreamIsolation } from './tor/isolation.ts';
import { observeOwnOffers, type ObservationTimes, type OwnOffersSight } from './watch/own-offers.ts';
import { WatchService, type WatchTimes } from './watch/watch-service.ts';

/** How long the other channels are waited for once the first is up (protocol/irc-channel.md §7). */
const GRACE_MS = 60_000;

/** What the watch of a call needs besides its channels. */
export interface WatchMeans {
  readonly rpc: Pick<BitcoindRpc, 'batch'>;
  readonly log: (text: string) => void;
  readonly times?: Partial<WatchTimes>;
  readonly observationTimes?: ObservationTimes;
}

/** The message channels of one wallet and the watch that goes with them, for as long as its call lasts. */
export class MessagesService implements MessagesHandler {
  readonly #config: JoinMarketConfig;
  readonly #watchMeans: WatchMeans | null;
  #channels = new Map<ChannelName, Channel>();
  #watch: WatchService | null = null;

  /** @param watchMeans Null for a call that nothing is watched for. */
  constructor(config: JoinMarketConfig, watchMeans: WatchMeans | null = null) {
    this.#config = config;
    this.#watchMeans = watchMeans;
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
    this.#watch = this.#startWatch(request, emit);
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
    this.#watch?.published(line);
    return Promise.resolve();
  }

  send(name: ChannelName, to: Nick, line: string): Promise<void> {
    const channel = this.#channels.get(name);
    if (channel === undefined) throw new ChannelError('channel-none', 'This channel is not open');
    channel.send(to, line);
    this.#watch?.said(line);
    return Promise.resolve();
  }

  watch(joins: readonly WatchedJoin[]): Promise<void> {
    this.#watch?.watch(joins);
    return Promise.resolve();
  }

  async close(): Promise<void> {
    const channels = [...this.#channels.values()];
    this.#channels = new Map();
    this.#watch?.stop();
    this.#watch = null;
    await Promise.all(channels.map((channel) => channel.stop()));
  }

  #startWatch(request: OpenRequest, emit: Emit): WatchService | null {
    if (this.#watchMeans === null) return null;
    const watch = new WatchService({
      ...this.#watchMeans,
      config: this.#config.watch,
      directories: () => [...this.#channels.values()].flatMap(({ directories }) => directories),
      observe: (directory, signal) => this.#observe(request, directory, signal),
      emit,
      jitter: () => systemRandom.unit(),
    });
    watch.start();
    return watch;
  }

  /** Over its own circuits and under its own nick, so that nothing ties the question to our maker. */
  async #observe(request: OpenRequest, directory: string, signal: AbortSignal): Promise<OwnOffersSight> {
    const { onion, irc } = this.#config;
    const server = irc.find((config) => ircPlace(config) === directory);
    const stranger = { nick: keylessNick(), network: request.network, serving: false };
    const open = (emit: Emit): Channel => {
      const isolation = new StreamIsolation();
      if (server !== undefined) return setUpIrcChannel(this.#config, server, stranger, emit, isolation);
      if (onion === null) throw new ChannelError('channel-none', 'This directory is not configured');
      const alone = { ...onion, directoryNodes: [directory] };
      return setUpOnionChannel(this.#config, alone, stranger, emit, isolation);
    };
    return observeOwnOffers(request.nick, open, signal, this.#watchMeans?.observationTimes);
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
  return { ...channel.status, state: 'down', detail: visibleAscii(message, 500) };
}
