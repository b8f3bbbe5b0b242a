import { parseLocation } from '../jm/onion/handshake.ts';
import type { SectionReader } from './section.ts';
import { boolean, integer, oneOf, optional, text, type Kind } from './value.ts';

/** What a directory does about peers that can prove that they own their nick (protocol/onion-channel.md §9). */
export type NickAuthMode = 'disabled' | 'prefer_verified' | 'require_verified';

/** How much a directory takes from one peer, and from all that come. */
export interface TrafficLimits {
  /** Lines of any kind that one nick sends. */
  readonly messagesPerSecond: number;
  readonly messagesBurst: number;
  /** Public lines of one nick; each goes out once for each peer. */
  readonly publicMessagesPerMinute: number;
  readonly publicBytesPerSecond: number;
  readonly publicBytesBurst: number;
  /** `!orderbook` of one nick, and of all nicks that serve at one onion address; every maker answers each. */
  readonly orderbooksPerMinute: number;
  readonly peerlistsPerMinute: number;
  /** Handshakes of everybody together. */
  readonly joinsPerMinute: number;
  /** Handshakes from one onion address, or from one nick that does not serve. */
  readonly joinsPerMinutePerOnion: number;
}

/** The section `[DIRECTORY]`, which is ours: how `joinmarketd directory` runs a directory node. */
export interface DirectoryConfig extends TrafficLimits {
  readonly motd: string;
  readonly maxPeers: number;
  /** Whether the node starts a Tor of its own, instead of using the system's. */
  readonly ownTor: boolean;
  /** A file with more lines for the torrc of its own Tor. */
  readonly ownTorConfig: string | null;
  /** Port of /metrics and /status on 127.0.0.1; 0 for none. */
  readonly metricsPort: number;
  readonly nickAuth: NickAuthMode;
  /** The `onion:port` that peers sign; null for the node's own address. */
  readonly nickAuthDirectoryId: string | null;
}

/** Where /metrics and /status are when nothing else is said. */
export const DEFAULT_METRICS_PORT = 9252;

const MAX_MOTD = 4000;
/** The longest line that is taken must fit into the burst, or it could never pass. */
const LONGEST_LINE = 40_000;

const motd: Kind<string> = {
  expects: `at most ${MAX_MOTD} characters`,
  parse: (value) => (value.length <= MAX_MOTD ? value : undefined),
};

const directoryId: Kind<string> = {
  expects: 'ONION.onion:PORT',
  parse: (value) => (parseLocation(value.trim()) === null ? undefined : value.trim().toLowerCase()),
};

/** Reads the section. @throws ConfigError */
export function readDirectory(section: SectionReader): DirectoryConfig {
  return {
    ...readTraffic(section),
    motd: section.get('motd', motd, 'jm-split directory node'),
    maxPeers: section.get('max_peers', integer(1, 100_000), 10_000),
    ownTor: section.get('own_tor', boolean, false),
    ownTorConfig: section.get('own_tor_config', optional(text), null),
    metricsPort: section.get('metrics_port', integer(0, 65_535), DEFAULT_METRICS_PORT),
    nickAuth: section.get(
      'nick_auth',
      oneOf('disabled', 'prefer_verified', 'require_verified'),
      'prefer_verified',
    ),
    nickAuthDirectoryId: section.get('nick_auth_directory_id', optional(directoryId), null),
  };
}

/**
 * The defaults leave alone whom joinmarket-rs leaves alone (30 public lines and 3 `!orderbook` a minute, then it hangs up), with twice
 * its room for public lines, and only drop what is beyond.
 */
export const DEFAULT_TRAFFIC: TrafficLimits = {
  // joinmarket-ng's numbers. A maker in twenty rounds at once sends a few lines a second.
  messagesPerSecond: 500,
  messagesBurst: 1000,
  // A maker with ten offers says ten lines when it joins, and after a round at most ten cancels and ten offers more: twice over that
  // is 50. Who sends 500 a second is cut to one.
  publicMessagesPerMinute: 60,
  // An offer with its bond is under 500 bytes, so that sixty of them are half of the burst.
  publicBytesPerSecond: 4096,
  publicBytesBurst: 65_536,
  // A taker asks once a round, and a round takes longer than a minute; an order book watcher asks less often.
  orderbooksPerMinute: 3,
  peerlistsPerMinute: 3,
  // After a restart hundreds of makers come back at once, within the burst; ten thousand take nine minutes, as they try again by
  // themselves. A flood of joins costs each peer twenty departures a second at most.
  joinsPerMinute: 1200,
  // joinmarket-clientserver comes back after 6, 9, 13, 20 seconds: at most five times a minute.
  joinsPerMinutePerOnion: 10,
};

function readTraffic(section: SectionReader): TrafficLimits {
  const limit = (key: string, fallback: number): number => section.get(key, integer(1), fallback);
  const usual = DEFAULT_TRAFFIC;
  return {
    messagesPerSecond: limit('messages_per_second', usual.messagesPerSecond),
    messagesBurst: limit('messages_burst', usual.messagesBurst),
    publicMessagesPerMinute: limit('public_messages_per_minute', usual.publicMessagesPerMinute),
    publicBytesPerSecond: limit('public_bytes_per_second', usual.publicBytesPerSecond),
    publicBytesBurst: section.get('public_bytes_burst', integer(LONGEST_LINE), usual.publicBytesBurst),
    orderbooksPerMinute: limit('orderbooks_per_minute', usual.orderbooksPerMinute),
    peerlistsPerMinute: limit('peerlists_per_minute', usual.peerlistsPerMinute),
    joinsPerMinute: limit('joins_per_minute', usual.joinsPerMinute),
    joinsPerMinutePerOnion: limit('joins_per_minute_per_onion', usual.joinsPerMinutePerOnion),
  };
}
