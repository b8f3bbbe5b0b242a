import type { Duplex } from 'node:stream';
import { BridgeError } from '../bridge-error.ts';
import { shownStderr, spawnStream } from './process.ts';

/**
 * Connects to a unix socket through the program `socat`, so that the wallet VM needs no socket code of its own. The qrexec
 * service scripts in the net VM use the same program.
 */
export function socatTransport(socket: string): Duplex {
  return spawnStream('socat', ['STDIO', `UNIX-CONNECT:${escapeAddress(socket)}`], (end) => {
    if (end.missing) {
      return new BridgeError('service-missing', 'The program socat is not installed', {
        cure: 'apt-get install socat',
      });
    }
    const said = shownStderr(end.stderr);
    const down = /No such file|Connection refused/u.test(said);
    return new BridgeError(
      down ? 'daemon-down' : 'call-died',
      down ? `joinmarketd is not running: nothing listens on ${socket}` : `socat ended: ${said}`,
      { cure: 'Start joinmarketd, and check the socket path in the [BRIDGE] section of joinmarket.cfg.' },
    );
  });
}

/** Escapes what socat's address syntax would read as something else. */
function escapeAddress(text: string): string {
  return text.replace(/[\\:,!"'([{]/gu, (character) => `\\${character}`);
}
