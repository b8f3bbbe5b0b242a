import { connect, type Socket } from 'node:net';
import { ChannelError } from './channel.ts';
import type { Location } from './onion/location.ts';

/**
 * Opens a connection to a place, through Tor or, on regtest, on this machine.
 * Rejects with a ChannelError that says why there is none; when the signal aborts, the half-made connection is closed.
 */
export type Dial = (location: Location, signal: AbortSignal) => Promise<Socket>;

/** Connects without a proxy. It is for the callers to say which places may be reached so. */
export const dialDirectly: Dial = async (location, signal) => {
  try {
    return await openSocket(location, signal);
  } catch (cause) {
    throw new ChannelError('peer-unreachable', `${location.host}:${location.port}: ${reason(cause)}`, {
      cause,
    });
  }
};

/**
 * A connected TCP socket. The signal ends the attempt only: what is connected is its owner's to close.
 * @throws Error of the system, or the signal's reason.
 */
export function openSocket({ host, port }: Location, signal: AbortSignal): Promise<Socket> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const socket = connect(port, host);
    const settle = (): void => {
      signal.removeEventListener('abort', abort);
      socket.off('error', fail).off('connect', succeed);
    };
    const fail = (error: Error): void => {
      settle();
      socket.destroy();
      reject(error);
    };
    const abort = (): void => {
      fail(new Error('given up'));
    };
    const succeed = (): void => {
      settle();
      resolve(socket);
    };
    signal.addEventListener('abort', abort, { once: true });
    socket.once('error', fail).once('connect', succeed);
  });
}

/** What went wrong, in words, of anything that was thrown. */
export function reason(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
