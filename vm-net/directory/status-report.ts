import type { DirectoryGauges, ProcessState } from './metric-families.ts';
import { total, type DirectoryMetrics } from './metrics.ts';

/** What a running directory says about itself at /status. */
export interface StatusReport {
  /** Where peers find it; null without an onion service. */
  readonly location: string | null;
  readonly network: string;
  readonly uptimeSeconds: number;
  readonly servingPeers: number;
  readonly otherPeers: number;
  readonly waiting: number;
  /** Lines that came in, a second, over the last minute. */
  readonly messagesPerSecond: number;
  /** Since the start: handshakes refused by reason, without reasons that did not occur. */
  readonly refused: Readonly<Record<string, number>>;
  /** Lines over a limit. */
  readonly shed: number;
  readonly slowReadersDropped: number;
  readonly residentBytes: number;
  readonly unsentBytes: number;
  /** How late the event loop was at worst, in seconds. */
  readonly lagSeconds: number;
}

/** What a directory calls itself. */
export interface DirectoryIdentity {
  readonly location: string | null;
  readonly network: string;
}

/** The report of this moment. */
export function statusReport(
  { location, network }: DirectoryIdentity,
  metrics: DirectoryMetrics,
  gauges: DirectoryGauges,
  { uptimeSeconds, residentBytes, lag }: ProcessState,
  messagesPerSecond: number,
): StatusReport {
  return {
    location,
    network,
    uptimeSeconds,
    servingPeers: gauges.servingPeers,
    otherPeers: gauges.otherPeers,
    waiting: gauges.waiting,
    messagesPerSecond,
    refused: Object.fromEntries(Object.entries(metrics.refused).filter(([, count]) => count > 0)),
    shed: total({
      public: metrics.publicShed,
      private: metrics.privateShed,
      peerlists: metrics.peerlistsShed,
    }),
    slowReadersDropped: metrics.slowReadersDropped,
    residentBytes,
    unsentBytes: gauges.unsent,
    lagSeconds: lag.most,
  };
}

/** Reads a report; null where the text is none. */
export function parseStatusReport(text: string): StatusReport | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isObject(value)) return null;
  const { location, network, refused, ...rest } = value;
  const { uptimeSeconds, servingPeers, otherPeers, waiting, messagesPerSecond } = rest;
  const { shed, slowReadersDropped, residentBytes, unsentBytes, lagSeconds } = rest;
  if ((typeof location !== 'string' && location !== null) || typeof network !== 'string') return null;
  if (!isObject(refused) || !Object.values(refused).every(isAmount)) return null;
  if (!isAmount(uptimeSeconds) || !isAmount(servingPeers) || !isAmount(otherPeers)) return null;
  if (!isAmount(waiting) || !isAmount(messagesPerSecond) || !isAmount(shed)) return null;
  if (!isAmount(slowReadersDropped) || !isAmount(residentBytes)) return null;
  if (!isAmount(unsentBytes) || !isAmount(lagSeconds)) return null;
  return {
    location,
    network,
    uptimeSeconds,
    servingPeers,
    otherPeers,
    waiting,
    messagesPerSecond,
    refused: Object.fromEntries(Object.entries(refused).filter(isCount)),
    shed,
    slowReadersDropped,
    residentBytes,
    unsentBytes,
    lagSeconds,
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isAmount(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

function isCount(entry: [string, unknown]): entry is [string, number] {
  return isAmount(entry[1]);
}
