import type { DirectoryConfig } from '../../shared/config/directory.ts';
import { loadConfig, type JoinMarketConfig, type OnionConfig } from '../../shared/config/joinmarket-cfg.ts';
import { systemRandom } from '../../shared/crypto/random.ts';
import type { Location } from '../channels/onion/location.ts';
import { DirectoryNode } from '../directory/directory-node.ts';
import { keepYoungGenerationSmall } from '../directory/heap.ts';
import { publishDirectory, type PublishedDirectory } from '../directory/hidden-service.ts';
import { DEFAULT_LIMITS, LIMITS_OFF, type DirectoryLimits } from '../directory/limits.ts';
import { serveMetrics } from '../directory/metrics-server.ts';
import { nickAuthPolicy, type NickAuthPolicy } from '../directory/nick-auth.ts';
import { keylessNick, log, say, stopSignal } from './process.ts';

/** What `joinmarketd directory` takes. What it leaves out comes from joinmarket.cfg, or has a default. */
export interface DirectoryCommand {
  readonly config?: string;
  readonly listen?: string;
  readonly network?: string;
  readonly motd?: string;
  readonly limits: 'on' | 'off';
  readonly json?: true;
}

/** Something to undo at the end. */
type Ending = () => Promise<void>;

const LISTEN = '127.0.0.1:5222';
const MOTD = 'jm-split directory node';

/**
 * Runs a directory node, published as an onion service where joinmarket.cfg names a hidden_service_dir, until it is asked to end.
 * @throws TorError `tor-closed` when a Tor of its own ends before: a node that nobody can reach had better be started again.
 */
export async function runDirectory(options: DirectoryCommand): Promise<void> {
  keepYoungGenerationSmall();
  const config = options.config === undefined ? null : loadConfig(options.config);
  for (const warning of config?.warnings ?? []) log(`warning: ${warning}`);
  const stopping = new AbortController();
  const stop = stopSignal().then(() => {
    stopping.abort();
    return null;
  });
  const endings: Ending[] = [];
  try {
    const published = await start(options, config, stopping.signal, endings);
    const lost = await Promise.race(published === null ? [stop] : [stop, published.lost]);
    if (lost !== null) throw lost;
  } catch (error) {
    // The end can be asked for while Tor is waited for; that is no failure.
    if (!stopping.signal.aborted) throw error;
  } finally {
    stopping.abort();
    for (const end of endings.reverse()) await end();
  }
}

async function start(
  options: DirectoryCommand,
  config: JoinMarketConfig | null,
  signal: AbortSignal,
  endings: Ending[],
): Promise<PublishedDirectory | null> {
  const network = options.network ?? config?.handshakeNetwork ?? 'mainnet';
  let nickAuth: NickAuthPolicy | null = null;
  const node = new DirectoryNode({
    network,
    nick: keylessNick(),
    motd: options.motd ?? config?.directory.motd ?? MOTD,
    loopback: mayServeOnLoopback(network, config),
    limits: limitsOf(options, config?.directory ?? null),
    nickAuth: () => nickAuth,
    log,
  });
  const [host = '', port = ''] = (options.listen ?? listenOf(config?.onion ?? null)).split(':');
  const directory = await node.listen(host, Number(port));
  endings.push(() => directory.close());
  const target = { host, port: directory.port };
  const published = config === null ? null : await publish(config, target, signal);
  if (published !== null) endings.push(() => published.stop());
  const location = published?.location ?? null;
  if (config !== null) {
    const { nickAuth: mode, nickAuthDirectoryId, metricsPort } = config.directory;
    nickAuth = nickAuthPolicy(mode, nickAuthDirectoryId ?? location);
    if (metricsPort !== 0) {
      const server = await serveMetrics({ ...directory, location, network }, metricsPort);
      endings.push(() => server.close());
    }
  }
  if (options.json) say(JSON.stringify({ ready: true, host, port: directory.port, onion: location }));
  else say(`ready ${host}:${directory.port}${location === null ? '' : ` as ${location}`}`);
  return published;
}

/** Where there is a configuration, its network decides: handshakes on regtest call it testnet, as those of the real testnet do. */
function mayServeOnLoopback(handshakeNetwork: string, config: JoinMarketConfig | null): boolean {
  if (config !== null) return config.network === 'regtest';
  return handshakeNetwork === 'testnet' || handshakeNetwork === 'regtest';
}

/** Null where no folder for the address is configured: the user's own torrc may lead here. */
async function publish(
  { onion, directory }: JoinMarketConfig,
  target: Location,
  signal: AbortSignal,
): Promise<PublishedDirectory | null> {
  if (onion === null || onion.hiddenServiceDir === '') return null;
  const { torControlHost, torControlPort, torControlPassword, hiddenServiceDir } = onion;
  log(directory.ownTor ? 'starting a Tor of our own ...' : 'making the onion service ...');
  return publishDirectory(
    {
      directory: hiddenServiceDir,
      target,
      ownTor: directory.ownTor ? { moreConfig: directory.ownTorConfig } : null,
      control: { host: torControlHost, port: torControlPort, password: torControlPassword },
      jitter: () => systemRandom.unit(),
      log,
    },
    signal,
  );
}

function limitsOf({ limits }: DirectoryCommand, config: DirectoryConfig | null): DirectoryLimits {
  return limits === 'off' ? LIMITS_OFF : { ...DEFAULT_LIMITS, ...config };
}

function listenOf(onion: OnionConfig | null): string {
  return onion === null ? LISTEN : `${onion.servingHost}:${onion.servingPort}`;
}
