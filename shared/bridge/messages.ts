import type { Network } from '../bitcoin/network.ts';
import type { Nick } from '../jm/command.ts';
import type { WatchNotice } from './watch.ts';

/**
 * Service `jm.Messages`: what the wallet VM asks of the message channels and what it is told. Lines are
 * JoinMarket text with its leading `!`, already signed and encrypted; the net VM carries them unread.
 */

/** A message channel as configured in the net VM: `onion`, or the name of an IRC section. */
export type ChannelName = string;

export type ChannelState = 'connecting' | 'up' | 'down';

export interface ChannelStatus {
  readonly channel: ChannelName;
  /** What private signatures on this channel cover (nick-and-signatures.md §4.1). */
  readonly hostid: string;
  readonly state: ChannelState;
  /** One sentence for people: which directories are up, why none is. */
  readonly detail: string;
}

export interface OpenRequest {
  readonly nick: Nick;
  readonly network: Network;
  /** A maker serves an onion address; a taker only connects out. */
  readonly serving: boolean;
}

/** The wallet's side of `jm.Messages`. Every method rejects with a BridgeError when the call is gone. */
export interface MessagesClient {
  /** Connects all channels under this nick. Resolves with their first status; changes follow as events. */
  open(request: OpenRequest): Promise<readonly ChannelStatus[]>;
  /** Says a public line on every channel that is up. */
  publish(line: string): Promise<void>;
  /** Sends a signed private line on one channel. Resolves when the channel took it, not when it arrived. */
  send(channel: ChannelName, to: Nick, line: string): Promise<void>;
  /** Disconnects all channels. */
  close(): Promise<void>;
  /** Events in order, until the call ends. One consumer. */
  events(): AsyncIterable<MessagesEvent>;
}

export type MessagesEvent =
  | { readonly event: 'public'; readonly channel: ChannelName; readonly from: Nick; readonly line: string }
  | { readonly event: 'private'; readonly channel: ChannelName; readonly from: Nick; readonly line: string }
  | { readonly event: 'left'; readonly channel: ChannelName; readonly nick: Nick }
  | ({ readonly event: 'channel' } & ChannelStatus)
  /** What the net VM's watch noticed: advice, see watch.ts. */
  | { readonly event: 'watch'; readonly notice: WatchNotice }
  /** How many public lines the net VM shed since the last such event. */
  | { readonly event: 'shed'; readonly publicLines: number };
