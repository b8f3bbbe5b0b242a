import type { ChannelStatus, MessagesEvent } from '../../shared/bridge/messages.ts';
import type { Nick } from '../../shared/jm/command.ts';
import { JmError } from '../../shared/errors.ts';

/** A message channel that can't be used as it is configured, or a peer that can't be reached. */
export class ChannelError extends JmError<
  | 'channel-none'
  | 'channel-clearnet'
  | 'channel-bad-directory'
  | 'channel-no-tor'
  | 'channel-down'
  | 'channel-not-serving'
  | 'peer-unreachable'
  | 'channel-line-too-long'
  | 'channel-bad-line'
  | 'channel-busy'
  | 'channel-bad-certificate'
> {}

/** How the connection to a directory is. Times are those of `performance.now()`. */
export interface DirectoryHealth {
  /** `host:port` */
  readonly directory: string;
  readonly isUp: boolean;
  /** When it came up, or was lost; when the channel started, before either. */
  readonly changedAt: number;
  /** Null while it has said nothing. */
  readonly heardAt: number | null;
  /** How long its last answer to a handshake or a ping took; null while there was none. */
  readonly latencyMs: number | null;
  /** One clause for people. */
  readonly detail: string;
}

/** One way to reach the market under one nick: the onion network, or an IRC server. */
export interface Channel {
  readonly status: ChannelStatus;
  /** How each of its directories is; of an IRC channel, its server. */
  readonly directories: readonly DirectoryHealth[];
  /** Connects; resolves when the channel is up, or has tried long enough. Changes are emitted later on. */
  start(): Promise<void>;
  publish(line: string): void;
  /** @throws ChannelError when no route to the nick exists. */
  send(to: Nick, line: string): void;
  stop(): Promise<void>;
}

/** Where a channel's events go. */
export type Emit = (event: MessagesEvent) => void;
