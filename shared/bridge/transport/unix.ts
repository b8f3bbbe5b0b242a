import { chmodSync, existsSync, lstatSync, unlinkSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';

/** A listening unix socket. */
export interface UnixListener {
  readonly path: string;
  /** Stops listening and removes the socket; calls that are open go on. */
  close(): Promise<void>;
}

/** Listens on a unix socket that only its owner may use, in place of a stale one. For the net VM only. */
export function listenUnix(path: string, onCall: (stream: Socket) => void): Promise<UnixListener> {
  // Anything but a socket is left alone: `listen` then says that the address is in use.
  if (existsSync(path) && lstatSync(path).isSocket()) unlinkSync(path);
  return new Promise((resolve, reject) => {
    const server: Server = createServer(onCall);
    server.once('error', reject);
    server.listen(path, () => {
      chmodSync(path, 0o600);
      resolve({
        path,
        close: () =>
          new Promise((closed) => {
            server.close();
            if (existsSync(path)) unlinkSync(path);
            closed();
          }),
      });
    });
  });
}
