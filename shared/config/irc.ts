import type { SectionReader } from './section.ts';
import { boolean, ConfigError, integer, optional, text } from './value.ts';

/** A section `[MESSAGING:name]` with `type = irc`, or without a type (protocol/config.md §1.4). */
export interface IrcConfig {
  /** What follows `MESSAGING:`; the channel's name on the bridge. */
  readonly name: string;
  readonly host: string;
  readonly port: number;
  /** Without `#` and without the network's suffix. */
  readonly channel: string;
  readonly tls: boolean;
  /** Whether the certificate must be good for the host. Onion servers sign their own, and their address proves them. */
  readonly verifyTls: boolean;
  /** PEM file of the authorities that are trusted instead of the system's; null for the system's. */
  readonly authoritiesFile: string | null;
  /** Null when the server is reached without a proxy. */
  readonly socks: { readonly host: string; readonly port: number } | null;
}

const PREFIX = 'MESSAGING:';
/** The name goes over the bridge, and the onion channel has its own. */
const NAME = /^(?!onion$)[A-Za-z0-9_.:-]{1,64}$/u;

/** Reads one section. @throws ConfigError */
export function readIrc(section: SectionReader): IrcConfig {
  section.ignore('type');
  const name = section.name.slice(PREFIX.length);
  if (!NAME.test(name)) {
    throw new ConfigError('config-bad-value', `[${section.name}] can't be the name of an IRC section`, {
      cure: 'Name it [MESSAGING:NAME] with letters, digits and ".:_-", and not "onion".',
    });
  }
  const host = section.demand('host', text);
  const viaSocks = section.get('socks5', boolean, false);
  const socks = {
    host: section.get('socks5_host', text, 'localhost'),
    port: section.get('socks5_port', integer(1, 65_535), 9050),
  };
  return {
    name,
    host,
    port: section.get('port', integer(1, 65_535), 6667),
    channel: section.get('channel', text, 'joinmarket-pit'),
    tls: section.get('usessl', boolean, false),
    verifyTls: section.get('ssl_verify', boolean, !host.endsWith('.onion')),
    authoritiesFile: section.get('ssl_ca_file', optional(text), null),
    socks: viaSocks ? socks : null,
  };
}
