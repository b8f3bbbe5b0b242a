import { createHmac, randomBytes } from 'node:crypto';
import type { Location } from '../channels/onion/location.ts';

/** What a connection is for. Streams of different purposes never share a circuit. */
export type Purpose = 'jm-directory' | 'jm-peer' | 'jm-irc';

/** SOCKS5 credentials. Tor never checks them: it keeps streams with different ones on different circuits. */
export interface IsolationCredentials {
  readonly userId: string;
  readonly password: string;
}

/**
 * Credentials for each purpose and destination, new with each process, so that no two places, and no two runs, are linked by a
 * circuit (protocol/onion-channel.md §10.2).
 */
export class StreamIsolation {
  readonly #secret = randomBytes(32);

  credentials(purpose: Purpose, { host, port }: Location): IsolationCredentials {
    const digest = createHmac('sha256', this.#secret).update(`${purpose} ${host}:${port}`).digest('hex');
    return { userId: purpose, password: digest.slice(0, 32) };
  }
}
