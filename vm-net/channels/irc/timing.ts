/** Pauses and patience of an IRC channel, in milliseconds (protocol/irc-channel.md §1 and §2). */
export interface IrcTiming {
  /** Between two lines that say something. */
  readonly line: number;
  /** Between two requests for a nick that is in use. */
  readonly nickRetry: number;
  /** Between two attempts to join a channel that does not let us in. */
  readonly joinRetry: number;
  readonly keepAlive: number;
  /** How long the answer to a keep-alive may take. */
  readonly keepAliveAnswer: number;
  /** How long a server may be silent before it has welcomed us, and how long TLS may take. */
  readonly welcome: number;
  /** How long `start` waits for the channel. */
  readonly start: number;
  /** Before the first reconnection; each failure multiplies it, up to the longest pause. */
  readonly firstPause: number;
  /** How long a connection must have been ready to count as good. */
  readonly lasting: number;
}

export const IRC_TIMING: IrcTiming = {
  line: 1300,
  nickRetry: 10_000,
  joinRetry: 60_000,
  keepAlive: 120_000,
  keepAliveAnswer: 60_000,
  welcome: 60_000,
  start: 60_000,
  firstPause: 1000,
  lasting: 30_000,
};

/** How pauses grow when the server is reached directly, and through a proxy (protocol/irc-channel.md §1.4). */
const DIRECT = { factor: Math.E, longest: 3_600_000 };
const PROXIED = { factor: 1.5, longest: 60_000 };

/**
 * The pause before the next connection, in milliseconds.
 * @param failures Connections that failed since the last good one.
 * @param jitter Uniform in [0, 1).
 */
export function pauseAfter(failures: number, firstPause: number, proxied: boolean, jitter: number): number {
  const { factor, longest } = proxied ? PROXIED : DIRECT;
  return Math.min(longest, firstPause * factor ** failures) * (0.5 + jitter);
}
