import { loadConfig, type OnionConfig } from '../../shared/config/joinmarket-cfg.ts';
import { systemRandom } from '../../shared/crypto/random.ts';
import type { PublishedAddress } from '../channels/onion/onion-channel.ts';
import { DirectoryNode } from '../directory/directory-node.ts';
import { keepYoungGenerationSmall } from '../directory/heap.ts';
import { publishDirectory } from '../directory/hidden-service.ts';
import { DEFAULT_LIMITS, LIMITS_OFF } from '../directory/limits.ts';
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

const LISTEN = '127.0.0.1:5222';
const MOTD = 'jm-split directory node';

/** Runs a directory node, published as an onion service where joinmarket.cfg names a hidden_service_dir, until it is asked to end. */
export async function runDirectory(options: DirectoryCommand): Promise<void> {
  keepYoungGenerationSmall();
  const config = options.config === undefined ? null : loadConfig(options.config);
  for (const warning of config?.warnings ?? []) log(`warning: ${warning}`);
  const onion = config?.onion ?? null;
  const network = options.network ?? config?.handshakeNetwork ?? 'mainnet';
  const [host = '', port = ''] = (options.listen ?? listenOf(onion)).split(':');
  const node = new DirectoryNode({
    network,
    nick: keylessNick(),
    motd: options.motd ?? MOTD,
    loopback: network === 'testnet' || network === 'regtest',
    limits: options.limits === 'off' ? LIMITS_OFF : DEFAULT_LIMITS,
    log,
  });
  const directory = await node.listen(host, Number(port));
  const stopping = new AbortController();
  const stop = stopSignal().then(() => {
    stopping.abort();
  });
  // The end can be asked for while Tor is waited for; that is no failure.
  let published: PublishedAddress | null = null;
  try {
    published = await publish(onion, { host, port: directory.port }, stopping.signal);
    const at = `${host}:${directory.port}`;
    const onionAddress = published?.location ?? null;
    if (options.json) say(JSON.stringify({ ready: true, host, port: directory.port, onion: onionAddress }));
    else say(`ready ${at}${onionAddress === null ? '' : ` as ${onionAddress}`}`);
    await stop;
  } catch (error) {
    if (!stopping.signal.aborted) throw error;
  } finally {
    stopping.abort();
    await published?.stop();
    await directory.close();
  }
}

/** Null where no folder for the address is configured: the user's own torrc may lead here. */
async function publish(
  onion: OnionConfig | null,
  target: { readonly host: string; readonly port: number },
  signal: AbortSignal,
): Promise<PublishedAddress | null> {
  if (onion === null || onion.hiddenServiceDir === '') return null;
  const { torControlHost, torControlPort, torControlPassword, hiddenServiceDir } = onion;
  return publishDirectory(
    {
      directory: hiddenServiceDir,
      target,
      ownTor: null,
      control: { host: torControlHost, port: torControlPort, password: torControlPassword },
      jitter: () => systemRandom.unit(),
      log,
    },
    signal,
  );
}

function listenOf(onion: OnionConfig | null): string {
  return onion === null ? LISTEN : `${onion.servingHost}:${onion.servingPort}`;
}
