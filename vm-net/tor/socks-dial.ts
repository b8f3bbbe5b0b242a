import type { Socket } from 'node:net';
import { SocksClient } from 'socks';
import { ChannelError } from '../channels/channel.ts';
import { openSocket, reason, type Dial } from '../channels/dial.ts';
import type { Location } from '../channels/onion/location.ts';
import type { Purpose, StreamIsolation } from './isolation.ts';

/** As joinmarket-ng has it; a fresh onion's descriptor can take this long to be found. */
const TIMEOUT_MS = 120_000;
/** `Socks5 proxy rejected connection - HostUnreachable` and its kin. */
const REJECTED = /rejected connection - (?<reply>\w+)/u;

/**
 * Dials through Tor's SOCKS5 port: names go to Tor unresolved, and each destination has a circuit of its own.
 * What it returns rejects with a ChannelError: `channel-no-tor` when the proxy itself can't be used, `peer-unreachable` when Tor found no way.
 */
export function dialThroughTor(proxy: Location, isolation: StreamIsolation, purpose: Purpose): Dial {
  return async (location, signal) => {
    const socket = await reachProxy(proxy, signal);
    const abandon = (): void => {
      socket.destroy();
    };
    signal.addEventListener('abort', abandon, { once: true });
    try {
      await SocksClient.createConnection({
        proxy: { ...proxy, type: 5, ...isolation.credentials(purpose, location) },
        command: 'connect',
        destination: location,
        existing_socket: socket,
        timeout: TIMEOUT_MS,
      });
      return socket;
    } catch (cause) {
      socket.destroy();
      throw refused(location, cause);
    } finally {
      signal.removeEventListener('abort', abandon);
    }
  };
}

async function reachProxy(proxy: Location, signal: AbortSignal): Promise<Socket> {
  try {
    return await openSocket(proxy, signal);
  } catch (cause) {
    const place = `${proxy.host}:${proxy.port}`;
    throw new ChannelError('channel-no-tor', `Tor's SOCKS port ${place} can't be used (${reason(cause)})`, {
      cure: 'Start Tor, or correct socks5_host and socks5_port in joinmarket.cfg.',
      cause,
    });
  }
}

function refused({ host, port }: Location, cause: unknown): ChannelError {
  const text = reason(cause);
  const reply = REJECTED.exec(text)?.groups?.['reply'];
  return new ChannelError(
    'peer-unreachable',
    `${host}:${port}: ${reply === undefined ? text : (WORDS.get(reply) ?? reply)}`,
    {
      cause,
    },
  );
}

/** What SOCKS replies mean when Tor gives them for an onion. */
const WORDS: ReadonlyMap<string, string> = new Map([
  ['HostUnreachable', 'Tor finds no such onion service, or none that answers'],
  ['TTLExpired', 'the onion service did not answer in time'],
  ['ConnectionRefused', 'nothing listens behind the onion service'],
  ['Failure', 'Tor failed to build a circuit'],
  ['NetworkUnreachable', 'Tor is not connected to its network'],
]);
