import { connect } from 'node:net';
import type { ChannelName, ChannelStatus, MessagesEvent, OpenRequest } from '../shared/bridge/messages.ts';
import type { MessagesHandler } from '../shared/bridge/messages-server.ts';
import type { JoinMarketConfig } from '../shared/config/joinmarket-cfg.ts';
import { systemRandom } from '../shared/crypto/random.ts';
import type { Nick } from '../shared/jm/command.ts';
import { ChannelError, type Channel, type Emit } from './channels/channel.ts';
import { checkLocation } from './channels/onion/location.ts';
import { OnionChannel } from './channels/onion/onion-channel.ts';

/** The message channels of one wallet, for as long as its call lasts. */
export class MessagesService implements MessagesHandler {
  readonly #config: JoinMarketConfig;
  #channels = new Map<ChannelName, Channel>();

  constructor(config: JoinMarketConfig) {
    this.#config = config;
  }

  /** @throws ChannelError when no channel is configured, or one can't be used. */
  async open(request: OpenRequest, emit: (event: MessagesEvent) => void): Promise<readonly ChannelStatus[]> {
    await this.close();
    const onion = this.#onionChannel(request, emit);
    this.#channels.set('onion', onion);
    await onion.start();
    return [...this.#channels.values()].map((channel) => channel.status);
  }

  publish(line: string): Promise<void> {
    for (const channel of this.#channels.values()) channel.publish(line);
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

  #onionChannel(request: OpenRequest, emit: Emit): OnionChannel {
    const { onion, network, handshakeNetwork } = this.#config;
    if (onion === null) {
      throw new ChannelError('channel-none', 'joinmarket.cfg in the net VM has no onion channel', {
        cure: 'Add a [MESSAGING:onion] section with type = onion.',
      });
    }
    // regtest_count alone must not take Tor away from another network.
    const loopback = onion.loopback && network === 'regtest';
    const directories = onion.directoryNodes.map((text) => checkLocation(text, loopback));
    if (directories.length === 0) {
      throw new ChannelError('channel-bad-directory', 'joinmarket.cfg in the net VM names no directory', {
        cure: 'Set directory_nodes in the [MESSAGING:onion] section.',
      });
    }
    if (!loopback) {
      throw new ChannelError(
        'channel-no-tor',
        'This release reaches directories on regtest only; Tor is not in it yet',
        {
          cure: 'Set blockchain_source = regtest, or wait for the next release.',
        },
      );
    }
    return new OnionChannel({
      nick: request.nick,
      network: handshakeNetwork,
      directories,
      serving: request.serving ? { host: onion.servingHost, port: onion.servingPort } : null,
      loopback,
      dial: ({ host, port }) => connect(port, host),
      emit,
      jitter: () => systemRandom.unit(),
    });
  }
}
