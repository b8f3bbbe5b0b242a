import type { OpenRequest } from '../../../shared/bridge/messages.ts';
import type { JoinMarketConfig, OnionConfig } from '../../../shared/config/joinmarket-cfg.ts';
import { systemRandom } from '../../../shared/crypto/random.ts';
import type { StreamIsolation } from '../../tor/isolation.ts';
import { OnionService } from '../../tor/onion-service.ts';
import { dialThroughTor } from '../../tor/socks-dial.ts';
import { ChannelError, type Emit } from '../channel.ts';
import { dialDirectly } from '../dial.ts';
import { checkLocation, isLoopback, isOnionAddress } from './location.ts';
import { OnionChannel, type Serving } from './onion-channel.ts';

/**
 * The onion channel as joinmarket.cfg has it: through Tor, or, with regtest_count on regtest, on this machine without it.
 * @throws ChannelError when a directory is not one that may be dialled, or there is none.
 */
export function setUpOnionChannel(
  config: JoinMarketConfig,
  onion: OnionConfig,
  request: OpenRequest,
  emit: Emit,
  isolation: StreamIsolation,
): OnionChannel {
  // regtest_count alone must not take Tor away from another network.
  const loopback = onion.loopback && config.network === 'regtest';
  const directories = onion.directoryNodes.map((text) => checkLocation(text, loopback));
  if (directories.length === 0) {
    throw new ChannelError('channel-bad-directory', 'joinmarket.cfg in the net VM names no directory', {
      cure: 'Set directory_nodes in the [MESSAGING:onion] section.',
    });
  }
  const proxy = { host: onion.socksHost, port: onion.socksPort };
  return new OnionChannel({
    nick: request.nick,
    network: config.handshakeNetwork,
    directories,
    serving: request.serving ? servingOf(onion, loopback) : null,
    dialDirectory: loopback ? dialDirectly : dialThroughTor(proxy, isolation, 'jm-directory'),
    dialPeer: loopback ? dialDirectly : dialThroughTor(proxy, isolation, 'jm-peer'),
    mayDial: loopback ? isLoopback : isOnionAddress,
    emit,
    jitter: () => systemRandom.unit(),
  });
}

function servingOf(onion: OnionConfig, loopback: boolean): Serving {
  if (!loopback) return torServing(onion);
  // What regtest_count is for: several bots share a configuration.
  return { ...serveOnLoopback({ host: onion.servingHost, port: onion.servingPort }), anyPort: true };
}

/** A maker is reached through an onion service that leads to where it listens. */
export function torServing(onion: OnionConfig): Serving {
  const { servingHost, servingPort, torControlHost, torControlPort, torControlPassword } = onion;
  return {
    listen: { host: servingHost, port: servingPort },
    publish: (port, onChange, signal) => {
      const control = { host: torControlHost, port: torControlPort, password: torControlPassword };
      const target = { host: reachableAt(servingHost), port };
      return OnionService.start(
        { control, target, key: null, jitter: () => systemRandom.unit(), onChange },
        signal,
      );
    },
  };
}

/** A maker on regtest is reached where it listens. */
export function serveOnLoopback(listen: Serving['listen']): Serving {
  return {
    listen,
    publish: (port) => Promise.resolve({ location: `${listen.host}:${port}`, stop: () => Promise.resolve() }),
  };
}

/** Who listens everywhere is reached on the loopback; a gateway with its own idea replaces this (Whonix does). */
function reachableAt(host: string): string {
  return host === '0.0.0.0' ? '127.0.0.1' : host;
}
