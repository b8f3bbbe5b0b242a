import { connect, type Socket } from 'node:net';
import { ChannelError } from './channel.ts';
import type { Location } from './onion/location.ts';

/**
 * Opens a connection to a place, through Tor or, on regtest, on this machine.
 * Rejects with a ChannelError that says why there is none; when the signal aborts, the half-made connection is closed.
 */
export type Dial = (location: Location, signal: AbortSignal) => Promise<Socket>;

/** Connects without a proxy. It is for the callers to say which places may be reached so. */
export const dialDirectly: Dial = ({ host, port }, signal) =>
  new Promise((resolve, reject) => {
    const socket = connect({ host, port, signal });
    const refused = (cause: Error): void => {
      reject(new ChannelError('peer-unreachable', `${host}:${port}: ${cause.message}`, { cause }));
    };
    socket.once('error', refused);
    socket.once('connect', () => {
      socket.off('error', refused);
      resolve(socket);
    });
  });
