import { encodeEnvelope, ENVELOPE } from '../../../shared/jm/onion/envelope.ts';
import { median } from '../median.ts';
import { MARK, type BenchPeer } from './bench-peer.ts';
import type { WatchedProcess } from './watched-process.ts';

/** What a stretch of traffic came to. */
export interface Traffic {
  readonly perSecond: number;
  /** Microseconds on a processor that the directory took for each; null when its process is not known. */
  readonly processorUs: number | null;
  /** Messages that were sent and never came. */
  readonly lost: number;
}

const WARM_UP_MS = 1000;
const MEASURED_MS = 4000;
/** After so long without anything new, what has not come is lost. */
const QUIET_MS = 3000;
const ANSWER_PATIENCE_MS = 30_000;

/** Makers that announce offers in turn, and how many announcements are under way at a time. */
export const ANNOUNCERS = 20;
/** Makers that answer one request for the order book. */
export const ANSWERING = 100;

/**
 * Private messages a second: every peer talks to another one, always with so many messages under way. The line is as long as a
 * `!fill` with its signature.
 */
export async function privateMessages(
  peers: readonly BenchPeer[],
  underWay: number,
  process: WatchedProcess | null,
): Promise<Traffic> {
  const count = { sent: 0, delivered: 0, running: true };
  const talk = (sender: BenchPeer, recipient: BenchPeer): (() => void) => {
    const fill = `!fill 0 1000000 ${'ab'.repeat(32)} P${'cd'.repeat(32)} 02${'ef'.repeat(32)} ${'M'.repeat(96)}${MARK}`;
    const line = lineOf(ENVELOPE.privateMessage, `${sender.identity.nick}!${recipient.identity.nick}${fill}`);
    const lines = Buffer.concat(Array.from({ length: underWay }, () => line));
    const send = (messages: number): void => {
      count.sent += messages;
      sender.send(lines.subarray(0, messages * line.length));
    };
    recipient.onMarks = (marks) => {
      count.delivered += marks;
      if (marks > 0 && count.running) send(marks);
    };
    return () => {
      send(underWay);
    };
  };
  const half = Math.floor(peers.length / 2);
  const starts = peers.map((peer, index) => talk(peer, peers[(index + half) % peers.length] ?? peer));
  for (const start of starts) start();
  return settle(peers, count, 1, process);
}

/** Deliveries a second of public lines, each of which goes to all but its sender. */
export async function publicMessages(
  peers: readonly BenchPeer[],
  underWay: number,
  process: WatchedProcess | null,
): Promise<Traffic> {
  const count = { sent: 0, delivered: 0, running: true };
  const announcers = peers.slice(-ANNOUNCERS).map((peer) => ({
    peer,
    line: lineOf(
      ENVELOPE.publicMessage,
      `${peer.identity.nick}!PUBLIC!sw0reloffer 0 27300 5000000 0 0.0001${MARK}`,
    ),
  }));
  const others = peers.length - 1;
  const announce = (): void => {
    while (count.running && count.sent * others - count.delivered <= (underWay - 1) * others) {
      const announcer = announcers[count.sent % announcers.length];
      count.sent += 1;
      announcer?.peer.send(announcer.line);
    }
  };
  for (const peer of peers) {
    peer.onMarks = (marks) => {
      count.delivered += marks;
      announce();
    };
  }
  announce();
  return settle(peers, count, others, process);
}

/** Milliseconds from a request for the order book until the asking peer has the answer of each maker: the median of several. */
export async function orderBook(peers: readonly BenchPeer[], repetitions = 10): Promise<number> {
  const asking = peers.at(-1);
  // Spread over all, because a directory may serve its peers in the order in which they came.
  const apart = Math.floor(peers.length / ANSWERING);
  const makers = peers
    .slice(0, -1)
    .filter((_peer, index) => index % apart === 0)
    .slice(0, ANSWERING);
  if (asking === undefined || makers.length < ANSWERING) throw new Error(`fewer than ${ANSWERING + 1} peers`);
  const request = lineOf(ENVELOPE.publicMessage, `${asking.identity.nick}!PUBLIC!orderbook`);
  const times: number[] = [];
  for (let round = 0; round < repetitions; round += 1) {
    const start = performance.now();
    const answers = waitForAnswers(asking);
    for (const maker of makers) answerOnce(maker, asking);
    asking.send(request);
    await answers;
    times.push(performance.now() - start);
  }
  silence(peers);
  return median(times);
}

/** The maker's next read is the request: nothing else goes to it. */
function answerOnce(maker: BenchPeer, asking: BenchPeer): void {
  const offer = `!sw0reloffer 0 27300 5000000 0 0.0001!tbond ${'A'.repeat(336)} 02${'ef'.repeat(32)} ${'M'.repeat(96)}${MARK}`;
  const line = lineOf(ENVELOPE.privateMessage, `${maker.identity.nick}!${asking.identity.nick}${offer}`);
  maker.onMarks = () => {
    maker.onMarks = null;
    maker.send(line);
  };
}

function waitForAnswers(asking: BenchPeer): Promise<void> {
  let missing = ANSWERING;
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Error(`${missing} of ${ANSWERING} answers did not come`));
    }, ANSWER_PATIENCE_MS);
    asking.onMarks = (marks) => {
      missing -= marks;
      if (missing > 0) return;
      clearTimeout(timer);
      resolve();
    };
  });
}

/** Counts what arrives within the measured time, then stops and waits for what is still on its way. */
async function settle(
  peers: readonly BenchPeer[],
  count: { readonly sent: number; readonly delivered: number; running: boolean },
  copies: number,
  process: WatchedProcess | null,
): Promise<Traffic> {
  await pause(WARM_UP_MS);
  const before = { delivered: count.delivered, at: performance.now(), cpu: process?.cpuSeconds() ?? 0 };
  await pause(MEASURED_MS);
  const delivered = count.delivered - before.delivered;
  const perSecond = (delivered * 1000) / (performance.now() - before.at);
  const processorUs = process === null ? null : ((process.cpuSeconds() - before.cpu) * 1e6) / delivered;
  count.running = false;
  let last = { delivered: count.delivered, at: performance.now() };
  while (count.delivered < count.sent * copies && performance.now() - last.at < QUIET_MS) {
    await pause(10);
    if (count.delivered !== last.delivered) last = { delivered: count.delivered, at: performance.now() };
  }
  silence(peers);
  if (!peers.every(({ isOpen }) => isOpen)) throw new Error('the directory hung up on peers');
  return { perSecond, processorUs, lost: count.sent * copies - count.delivered };
}

function silence(peers: readonly BenchPeer[]): void {
  for (const peer of peers) peer.onMarks = null;
}

function lineOf(type: number, line: string): Buffer {
  return Buffer.from(`${encodeEnvelope(type, line)}\r\n`);
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
