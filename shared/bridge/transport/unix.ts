import { chmodSync, existsSync, lstatSync, statSync, unlinkSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { dirname } from 'node:path';

/** A listening unix socket. */
export interface UnixListener {
  readonly path: string;
  /** Stops listening and removes the socket; calls that are open go on. */
  close(): Promise<void>;
}

/**
 * Listens on a unix socket in place of a stale one. For its owner only; where the folder lets a group in, as the unit on Qubes
 * does for the user of the qrexec services, for that group too. For the net VM only.
 */
export function listenUnix(path: string, onCall: (stream: Socket) => void): Promise<UnixListener> {
  // Anything but a socket is left alone: `listen` then says that the address is in use.
  if (existsSync(path) && lstatSync(path).isSocket()) unlinkSync(path);
  return new Promise((resolve, reject) => {
    const server: Server = createServer(onCall);
    server.once('error', reject);
    server.listen(path, () => {
      chmodSync(path, isOpenToGroup(dirname(path)) ? 0o660 : 0o600);
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

/** A folder that everybody may enter was not made for a group. */
function isOpenToGroup(folder: string): boolean {
  return (statSync(folder).mode & 0o011) === 0o010;
}
