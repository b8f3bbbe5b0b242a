import type { BenchPeer, Target } from './bench-peer.ts';
import type { DirectoryUnderTest } from './directory-under-test.ts';
import { identities, SERVING_ONE_IN } from './identity.ts';
import { comeAndGo, CYCLES, massDisconnect, settleDown } from './presence.ts';
import { joinAll, leaveAll } from './swarm.ts';
import {
  ANNOUNCERS,
  ANSWERING,
  orderBook,
  privateMessages,
  publicMessages,
  type Traffic,
} from './traffic.ts';
import { descriptorLimit, type WatchedProcess } from './watched-process.ts';

/** One figure about one directory. */
export interface Figure {
  readonly row: string;
  readonly unit: string;
  readonly better: 'higher' | 'lower';
  /** Null when it could not be measured; the note says why. */
  readonly value: number | null;
  readonly note: string | null;
}

/** Descriptors of a directory, or of the generator, that are no peers. */
const OTHER_DESCRIPTORS = 300;
const MANY_UNDER_WAY = 10;

interface Field {
  readonly target: Target;
  readonly process: WatchedProcess | null;
  readonly peers: readonly BenchPeer[];
}

/** All figures about a directory with so many peers, each told as soon as it is there. */
export async function measure(
  directory: DirectoryUnderTest,
  count: number,
  tell: (figure: Figure) => void,
): Promise<void> {
  const opened = await directory.open();
  const { target, process } = opened;
  let peers: readonly BenchPeer[] = [];
  try {
    const limit = Math.min(process?.descriptors() ?? Infinity, descriptorLimit('self'));
    if (count + OTHER_DESCRIPTORS > limit) {
      const note = `not possible: ${count} peers need more descriptors than ulimit -n allows (${limit})`;
      tell({ row: 'all', unit: '', better: 'higher', value: null, note });
      return;
    }
    const connected = await figure('connect', '1/s', 'higher', async () => {
      const who = identities(0, count);
      const before = { at: performance.now(), cpu: process?.cpuSeconds() ?? 0 };
      peers = await joinAll(target, who);
      const value = (count * 1000) / (performance.now() - before.at);
      const us = process === null ? null : ((process.cpuSeconds() - before.cpu) * 1e6) / count;
      return { value, note: ['handshakes, the first ones cold', ...processorEach(us)].join('; ') };
    });
    tell(connected);
    if (connected.value === null) return;
    for (const row of rows({ target, process, peers })) tell(await row());
  } finally {
    await leaveAll(peers);
    await opened.close();
  }
}

/** In an order in which none disturbs the next; the last one leaves nobody. */
function rows({ target, process, peers }: Field): (() => Promise<Figure>)[] {
  return [
    () => memory('idle memory', process, settleDown),
    () => traffic('private, 1 each under way', () => privateMessages(peers, 1, process), introductions()),
    () =>
      traffic(
        `private, ${MANY_UNDER_WAY} each under way`,
        () => privateMessages(peers, MANY_UNDER_WAY, process),
        introductions(),
      ),
    () =>
      traffic(
        'broadcast deliveries',
        () => publicMessages(peers, ANNOUNCERS, process),
        `${ANNOUNCERS} announcements under way`,
      ),
    () =>
      figure('order book', 'ms', 'lower', async () => ({
        value: await orderBook(peers),
        note: `one request, ${ANSWERING} answers`,
      })),
    () => memory('memory before cycles', process, settleDown),
    () =>
      memory(`memory after ${CYCLES} cycles`, process, async () => {
        await comeAndGo(target);
        await settleDown();
      }),
    ...drop({ target, process, peers }),
  ];
}

function drop({ target, process, peers }: Field): (() => Promise<Figure>)[] {
  let cpuSeconds: number | null = null;
  return [
    () =>
      figure('all drop: wall', 'ms', 'lower', async () => {
        const dropped = await massDisconnect(target, peers, process);
        ({ cpuSeconds } = dropped);
        const untold = dropped.untold === 0 ? '' : `, untold: ${dropped.untold}`;
        return { value: dropped.wallMs, note: `until forgotten, told, and answering again${untold}` };
      }),
    () =>
      figure('all drop: processor', 's', 'lower', () =>
        Promise.resolve({ value: cpuSeconds, note: cpuSeconds === null ? 'needs --pid' : null }),
      ),
  ];
}

function introductions(): string {
  return `one sender in ${SERVING_ONE_IN} serves, and is introduced`;
}

function processorEach(us: number | null): readonly string[] {
  return us === null ? [] : [`processor: ${us.toPrecision(3)} µs each`];
}

function traffic(row: string, run: () => Promise<Traffic>, note: string): Promise<Figure> {
  return figure(row, '1/s', 'higher', async () => {
    const { perSecond, processorUs, lost } = await run();
    return {
      value: perSecond,
      note: [note, ...processorEach(processorUs), ...(lost === 0 ? [] : [`lost: ${lost}`])].join('; '),
    };
  });
}

function memory(
  row: string,
  process: WatchedProcess | null,
  prepare: () => Promise<unknown>,
): Promise<Figure> {
  return figure(row, 'MiB', 'lower', async () => {
    await prepare();
    return { value: process?.memory() ?? null, note: process === null ? 'needs --pid' : 'resident' };
  });
}

async function figure(
  row: string,
  unit: string,
  better: Figure['better'],
  run: () => Promise<Pick<Figure, 'value' | 'note'>>,
): Promise<Figure> {
  try {
    return { row, unit, better, ...(await run()) };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { row, unit, better, value: null, note: `failed: ${why.replace(/\s+/gu, ' ')}` };
  }
}
