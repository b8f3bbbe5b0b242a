import type { LagSample } from './loop-lag.ts';
import type { DirectoryMetrics } from './metrics.ts';
import { byLabel, single, type MetricFamily } from './prometheus.ts';

/** How things stand at this moment. */
export interface DirectoryGauges {
  /** Peers that accept connections themselves, as makers do. */
  readonly servingPeers: number;
  readonly otherPeers: number;
  /** Connections without a handshake yet. */
  readonly waiting: number;
  /** Bytes for peers that the system has not taken yet. */
  readonly unsent: number;
}

/** How the process stands. */
export interface ProcessState {
  readonly uptimeSeconds: number;
  readonly residentBytes: number;
  readonly lag: LagSample;
}

const PREFIX = 'joinmarket_directory';

/** Everything that is measured, under its names in Prometheus. */
export function metricFamilies(
  metrics: DirectoryMetrics,
  gauges: DirectoryGauges,
  { uptimeSeconds, residentBytes, lag }: ProcessState,
): MetricFamily[] {
  const counter = (name: string, help: string, value: number): MetricFamily =>
    single('counter', `${PREFIX}_${name}_total`, help, value);
  const counters = (
    name: string,
    help: string,
    label: string,
    values: Readonly<Record<string, number>>,
  ): MetricFamily => byLabel('counter', `${PREFIX}_${name}_total`, help, label, values);
  const gauge = (name: string, help: string, value: number): MetricFamily =>
    single('gauge', `${PREFIX}_${name}`, help, value);
  return [
    byLabel('gauge', `${PREFIX}_peers`, 'Peers that shook hands.', 'kind', {
      serving: gauges.servingPeers,
      not_serving: gauges.otherPeers,
    }),
    gauge('waiting_connections', 'Connections without a handshake yet.', gauges.waiting),
    gauge('unsent_bytes', 'Bytes for peers that the system has not taken yet.', gauges.unsent),
    counter('connections', 'Connections accepted.', metrics.connections),
    counter('joins', 'Handshakes taken.', metrics.joins),
    counters('handshakes_refused', 'Handshakes refused.', 'reason', metrics.refused),
    counters('messages_in', 'Lines that peers sent.', 'type', metrics.linesIn),
    counters('messages_out', 'Lines sent to peers.', 'type', metrics.linesOut),
    counter('bytes_in', 'Bytes that peers sent.', metrics.bytesIn),
    counter('bytes_out', 'Bytes sent to peers.', metrics.bytesOut),
    counters('public_messages', 'Public messages by what became of them.', 'result', {
      relayed: metrics.publicRelayed,
      shed: metrics.publicShed,
    }),
    counters('private_messages', 'Private messages by what became of them.', 'result', {
      relayed: metrics.privateRelayed,
      unknown_recipient: metrics.privateUnknownRecipient,
      shed: metrics.privateShed,
    }),
    counter('forged_messages', 'Messages whose sender is not the nick of the connection.', metrics.forged),
    counter('peerlists_shed', 'Requests for the list of peers over the limit.', metrics.peerlistsShed),
    counter('slow_readers_dropped', 'Peers that left too much unread.', metrics.slowReadersDropped),
    counter('evictions', 'Peers that were silent for too long.', metrics.evictions),
    counter('displaced', 'Peers whose nick another proved to be its own.', metrics.displaced),
    counters('nick_auth', 'Answers to challenges by result.', 'code', metrics.nickAuth),
    gauge('uptime_seconds', 'Time since the node started.', uptimeSeconds),
    byLabel(
      'gauge',
      `${PREFIX}_event_loop_lag_seconds`,
      'How late timers were over the last minute or two.',
      'quantile',
      { '0.5': lag.median, '0.99': lag.p99, '1': lag.most },
    ),
    gauge('resident_memory_bytes', 'Memory of the process.', residentBytes),
  ];
}
