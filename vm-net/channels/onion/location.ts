import { parseLocation } from '../../../shared/jm/onion/handshake.ts';
import { onionAddressOf, publicKeyIn } from '../../tor/onion-address.ts';
import { ChannelError } from '../channel.ts';

/** A place to connect to. */
export interface Location {
  readonly host: string;
  readonly port: number;
}

/** True for a v3 onion address whose checksum holds (protocol/onion-channel.md §10.3). */
export function isOnionAddress(host: string): boolean {
  const match = /^(?<name>[a-z2-7]{56})\.onion$/u.exec(host);
  const name = match?.groups?.['name'];
  return name !== undefined && onionAddressOf(publicKeyIn(name)) === name;
}

/** True for addresses of this machine. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || /^127(\.[0-9]{1,3}){3}$/u.test(host);
}

/**
 * Where a location may be dialled: onion addresses through Tor, and on regtest this machine. Anything else would show who connects
 * to whom, and is refused.
 * @throws ChannelError that names the entry.
 */
export function checkLocation(text: string, loopback: boolean): Location {
  const location = parseLocation(text);
  if (location === null) {
    throw new ChannelError('channel-bad-directory', `"${text}" in directory_nodes is not host:port`, {
      cure: 'Write it as onion-address:5222.',
    });
  }
  if (loopback) {
    if (isLoopback(location.host)) return location;
    throw new ChannelError(
      'channel-bad-directory',
      `"${text}" is not on this machine, and regtest stays on it`,
      {
        cure: 'Use 127.0.0.1:PORT in directory_nodes.',
      },
    );
  }
  if (!isOnionAddress(location.host)) {
    throw new ChannelError(
      'channel-bad-directory',
      `"${text}" is not an onion address, and only regtest may do without Tor`,
      {
        cure: 'List v3 onion addresses in directory_nodes.',
      },
    );
  }
  return location;
}
