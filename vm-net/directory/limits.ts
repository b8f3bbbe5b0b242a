/** What a directory allows. A limit of Infinity is none. */
export interface DirectoryLimits {
  readonly maxPeers: number;
  /** Connections that have not shaken hands yet; beyond it the oldest goes. */
  readonly maxUnshaken: number;
  /** Messages of one peer; those beyond are not relayed. */
  readonly messagesPerSecond: number;
  readonly messagesBurst: number;
  /** Bytes of public lines of one peer, which cost the directory and its readers as much for each peer. */
  readonly publicBytesPerSecond: number;
  readonly publicBytesBurst: number;
  readonly peerlistsPerMinute: number;
  /** Bytes that wait for one peer, and for all together; beyond it lines are not taken, and the slowest readers go. */
  readonly maxUnsent: number;
  readonly maxUnsentOfAll: number;
}

/** joinmarket-ng's, where it has one (protocol/onion-channel.md §8.2). */
export const DEFAULT_LIMITS: DirectoryLimits = {
  maxPeers: 10_000,
  maxUnshaken: 512,
  messagesPerSecond: 500,
  messagesBurst: 1000,
  publicBytesPerSecond: 64 * 1024,
  publicBytesBurst: 512 * 1024,
  peerlistsPerMinute: 3,
  maxUnsent: 1024 * 1024,
  maxUnsentOfAll: 256 * 1024 * 1024,
};

/** For benchmarks: whatever comes is relayed. What keeps the memory bounded stays. */
export const LIMITS_OFF: DirectoryLimits = {
  ...DEFAULT_LIMITS,
  maxPeers: Infinity,
  maxUnshaken: Infinity,
  messagesPerSecond: Infinity,
  publicBytesPerSecond: Infinity,
  peerlistsPerMinute: Infinity,
};
