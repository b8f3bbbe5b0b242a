import test from 'ava';
import { SendQueue } from '../../../../../vm-net/channels/irc/send-queue.ts';

/** A queue on a clock that only moves when told, and what it wrote, when. */
class Bench {
  readonly written: string[] = [];
  readonly queue: SendQueue;
  now = 0;
  #due: { readonly at: number; readonly run: () => void } | null = null;

  constructor(interval = 1300) {
    this.queue = new SendQueue({
      interval,
      write: (line) => this.written.push(`${this.now} ${line}`),
      now: () => this.now,
      after: (milliseconds, run) => {
        this.#due = { at: this.now + milliseconds, run };
        return () => {
          this.#due = null;
        };
      },
    });
  }

  get isWaiting(): boolean {
    return this.#due !== null;
  }

  advance(milliseconds: number): void {
    const until = this.now + milliseconds;
    while (this.#due !== null && this.#due.at <= until) {
      const { at, run } = this.#due;
      this.#due = null;
      this.now = at;
      run();
    }
    this.now = until;
  }
}

function lines(prefix: string, count: number): string[] {
  return Array.from({ length: count }, (_unused, index) => `${prefix}${index}`);
}

test('the first line goes at once, and then one every 1.3 seconds', (t) => {
  const bench = new Bench();
  bench.queue.sendPrivate(['a', 'b', 'c']);
  t.deepEqual(bench.written, ['0 a']);
  bench.advance(1299);
  t.is(bench.written.length, 1);
  bench.advance(1);
  t.is(bench.written.length, 2);
  bench.advance(5000);
  t.deepEqual(bench.written, ['0 a', '1300 b', '2600 c']);
  t.false(bench.isWaiting);
  bench.queue.publish(['d']);
  t.is(bench.written.at(-1), '6300 d');
});

test('a pause does not allow a burst', (t) => {
  const bench = new Bench();
  bench.advance(60_000);
  bench.queue.sendPrivate(['a', 'b']);
  t.deepEqual(bench.written, ['60000 a']);
});

test('private lines go first and in order, and every fifth turn is a public one', (t) => {
  const bench = new Bench();
  bench.queue.publish(['P0', 'P1', 'P2', 'P3']);
  bench.queue.sendPrivate(lines('a', 3));
  bench.queue.sendPrivate(lines('b', 6));
  bench.advance(100_000);
  t.deepEqual(
    bench.written.map((entry) => entry.replace(/^.* /u, '')),
    ['P0', 'a0', 'a1', 'a2', 'b0', 'P1', 'b1', 'b2', 'b3', 'b4', 'P2', 'b5', 'P3'],
  );
});

test('public lines make room for private ones, the oldest first, until none is left', (t) => {
  const bench = new Bench();
  bench.queue.publish(['now', 'P0', 'P1']);
  bench.queue.sendPrivate(lines('a', 1998));
  t.is(bench.queue.waiting, 2000);
  bench.queue.sendPrivate(['last but one']);
  t.is(bench.queue.waiting, 2000);
  bench.queue.publish(['P2']);
  t.is(bench.queue.waiting, 2000);
  bench.queue.sendPrivate(['last']);
  const error = t.throws(
    () => {
      bench.queue.sendPrivate(['too much']);
    },
    { code: 'channel-busy' },
  );
  t.true('cure' in error);
  t.throws(
    () => {
      bench.queue.publish(['too much']);
    },
    { code: 'channel-busy' },
  );
  t.is(bench.queue.waiting, 2000);
  bench.advance(3_000_000);
  t.is(bench.written.length, 2001);
  t.deepEqual(
    bench.written.filter((entry) => entry.includes('P')),
    [],
  );
});

test('a message that does not fit leaves nothing of itself', (t) => {
  const bench = new Bench();
  bench.queue.sendPrivate(lines('a', 1999));
  t.throws(
    () => {
      bench.queue.sendPrivate(lines('b', 3));
    },
    { code: 'channel-busy' },
  );
  bench.queue.sendPrivate(lines('c', 2));
  bench.advance(3_000_000);
  t.false(bench.written.some((entry) => entry.includes('b')));
  t.true(bench.written.at(-1)?.endsWith('c1'));
});

test('of many public lines the newest hundred wait', (t) => {
  const bench = new Bench();
  bench.queue.publish(['now']);
  bench.queue.publish(lines('P', 100));
  bench.queue.publish(['P100']);
  t.is(bench.queue.waiting, 100);
  bench.advance(1300);
  t.is(bench.written.at(-1), '1300 P1');
});

test('what is cleared is not sent', (t) => {
  const bench = new Bench();
  bench.queue.sendPrivate(['a', 'b']);
  bench.queue.clear();
  t.false(bench.isWaiting);
  bench.advance(10_000);
  t.deepEqual(bench.written, ['0 a']);
});
