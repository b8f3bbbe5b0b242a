import { bitsOf, powLimit, targetOf, type Header } from '../../shared/bitcoin/header.ts';
import type { Network } from '../../shared/bitcoin/network.ts';

const PERIOD = 2016;
const PERIOD_SECONDS = 14 * 24 * 60 * 60;
const TESTNET_GAP_SECONDS = 20 * 60;

/** Reads the header at a height of the chain under validation. */
export type HeaderAt = (height: number) => Header;

/** True for heights at which the difficulty is worked out anew. */
export function isRetarget(height: number): boolean {
  return height % PERIOD === 0;
}

/** The difficulty bits that the header at `height` must have, from its predecessors and, on testnet, its own time. */
export function requiredBits(network: Network, height: number, time: number, headerAt: HeaderAt): number {
  const previous = headerAt(height - 1);
  if (network === 'regtest') return previous.bits;
  if (isRetarget(height)) return retarget(network, previous, headerAt(height - PERIOD));
  if (network !== 'testnet') return previous.bits;
  const easiest = bitsOf(powLimit(network));
  if (time > previous.time + TESTNET_GAP_SECONDS) return easiest;
  let at = height - 1;
  while (!isRetarget(at) && headerAt(at).bits === easiest) at -= 1;
  return headerAt(at).bits;
}

function retarget(network: Network, last: Header, first: Header): number {
  const span = Math.min(Math.max(last.time - first.time, PERIOD_SECONDS / 4), PERIOD_SECONDS * 4);
  const target = (targetOf(last.bits, network) * BigInt(span)) / BigInt(PERIOD_SECONDS);
  const limit = powLimit(network);
  return bitsOf(target > limit ? limit : target);
}

/** The median of the last eleven times up to and including `height` (BIP113). */
export function medianTimePast(height: number, headerAt: (height: number) => Pick<Header, 'time'>): number {
  const times: number[] = [];
  for (let at = height; at >= 0 && times.length < 11; at -= 1) times.push(headerAt(at).time);
  times.sort((a, b) => a - b);
  return times[Math.floor(times.length / 2)] ?? 0;
}
