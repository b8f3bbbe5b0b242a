import { DEFAULT_TRAFFIC, type TrafficLimits } from '../../shared/config/directory.ts';

/** What a directory allows. A limit of Infinity is none. */
export interface DirectoryLimits extends TrafficLimits {
  readonly maxPeers: number;
  /** Connections that have not shaken hands yet; beyond it the oldest goes. */
  readonly maxUnshaken: number;
  /** Bytes that wait for one peer, and for all together; beyond it lines are not taken, and the slowest readers go. */
  readonly maxUnsent: number;
  readonly maxUnsentOfAll: number;
}

export const DEFAULT_LIMITS: DirectoryLimits = {
  ...DEFAULT_TRAFFIC,
  maxPeers: 10_000,
  maxUnshaken: 512,
  maxUnsent: 1024 * 1024,
  maxUnsentOfAll: 256 * 1024 * 1024,
};

/** For benchmarks: whatever comes is relayed. What keeps the memory bounded stays. */
export const LIMITS_OFF: DirectoryLimits = {
  ...DEFAULT_LIMITS,
  maxPeers: Infinity,
  maxUnshaken: Infinity,
  messagesPerSecond: Infinity,
  publicMessagesPerMinute: Infinity,
  publicBytesPerSecond: Infinity,
  orderbooksPerMinute: Infinity,
  peerlistsPerMinute: Infinity,
  joinsPerMinute: Infinity,
  joinsPerMinutePerOnion: Infinity,
};
