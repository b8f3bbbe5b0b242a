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

/** One way to reach the market under one nick: the onion network, or an IRC server. */
export interface Channel {
  readonly status: ChannelStatus;
  /** Connects; resolves when the channel is up, or has tried long enough. Changes are emitted later on. */
  start(): Promise<void>;
  publish(line: string): void;
  /** @throws ChannelError when no route to the nick exists. */
  send(to: Nick, line: string): void;
  stop(): Promise<void>;
}

/** Where a channel's events go. */
export type Emit = (event: MessagesEvent) => void;
