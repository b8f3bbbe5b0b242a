import type { ChannelStatus } from '../../shared/bridge/messages.ts';
import { hostidsOverlap, isIrcHostid } from '../../shared/jm/hostid.ts';
import { ONION_HOSTID } from '../../shared/jm/signed-line.ts';

const ONION_CHANNEL = 'onion';

/**
 * Whether a channel may be used. A signature covers the payload and the hostid without a seam between them, and the net VM names the
 * hostids: one that ends in another's would let it carry our lines over there with fields that we never wrote, and show us lines of
 * others from there with their ends cut off (protocol/nick-and-signatures.md §4.1).
 */
export function maySignFor(status: ChannelStatus, others: Iterable<ChannelStatus>): boolean {
  if (status.channel === ONION_CHANNEL) return status.hostid === ONION_HOSTID;
  if (!isIrcHostid(status.hostid)) return false;
  return [...others].every(
    ({ channel, hostid }) => channel === status.channel || !hostidsOverlap(status.hostid, hostid),
  );
}
