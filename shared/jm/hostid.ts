import { ONION_HOSTID } from './signed-line.ts';

/** An onion address and its port, which stand in for a server that never names its network, have 67 characters. */
const IRC_HOSTID = /^[A-Za-z0-9._:-]{1,67}$/u;

/**
 * True for the hostid of an IRC server that signatures may cover. Payload and hostid are glued without a seam, so where one hostid ends
 * in another, a line that was signed for one channel can be cut anew and said on the other (protocol/nick-and-signatures.md §4.1).
 */
export function isIrcHostid(hostid: string): boolean {
  return IRC_HOSTID.test(hostid) && !hostidsOverlap(hostid, ONION_HOSTID);
}

/** True when one hostid ends in the other. Receivers try the lower case too. */
export function hostidsOverlap(one: string, other: string): boolean {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  return a.endsWith(b) || b.endsWith(a);
}
