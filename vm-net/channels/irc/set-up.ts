import type { OpenRequest } from '../../../shared/bridge/messages.ts';
import type { IrcConfig } from '../../../shared/config/irc.ts';
import type { JoinMarketConfig } from '../../../shared/config/joinmarket-cfg.ts';
import { systemRandom } from '../../../shared/crypto/random.ts';
import type { StreamIsolation } from '../../tor/isolation.ts';
import { dialThroughTor } from '../../tor/socks-dial.ts';
import { ChannelError, type Emit } from '../channel.ts';
import { dialDirectly } from '../dial.ts';
import { isLoopback } from '../onion/location.ts';
import { IrcChannel } from './irc-channel.ts';

/**
 * The IRC channel of a section of joinmarket.cfg.
 * @throws ChannelError when it would leave this machine without a proxy, and so show who takes part.
 */
export function setUpIrcChannel(
  { network }: JoinMarketConfig,
  config: IrcConfig,
  { nick, serving }: OpenRequest,
  emit: Emit,
  isolation: StreamIsolation,
): IrcChannel {
  const { socks, host, name } = config;
  if (socks === null && !isLoopback(host)) {
    throw new ChannelError('channel-clearnet', `[MESSAGING:${name}] reaches ${host} without Tor`, {
      cure: 'Set socks5 = true, socks5_host and socks5_port there.',
    });
  }
  const dial = socks === null ? dialDirectly : dialThroughTor(socks, isolation, 'jm-irc');
  return new IrcChannel({ config, nick, serving, network, dial, emit, jitter: () => systemRandom.unit() });
}
