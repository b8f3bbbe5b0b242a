import test from 'ava';
import fc from 'fast-check';
import { Batch, type Line, type Outbox, type Reader } from '../../../vm-net/directory/batch.ts';

/** Keeps what it was sent, and how often. */
class Recorder implements Reader {
  outbox: Outbox | null = null;
  received = '';
  writes = 0;
  /** What it would have received if every line had gone out by itself. */
  expected = '';
  readonly socket = {
    unsent: 0,
    sendBytes: (lines: Buffer): boolean => {
      this.received += lines.toString('latin1');
      this.writes += 1;
      return true;
    },
  };
}

const text = fc.oneof(
  fc.stringMatching(/^[\x20-\x7e]{1,20}$/u),
  fc.integer({ min: 30_000, max: 40_000 }).map((length) => 'x'.repeat(length)),
);
const line = fc.tuple(text, fc.boolean()).map(([words, asText]) => ({ words, asText }));
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ does: fc.constant('public' as const), who: fc.nat(), line }) },
  { weight: 6, arbitrary: fc.record({ does: fc.constant('private' as const), who: fc.nat(), line }) },
  fc.record({ does: fc.constant('announce' as const), line }),
  fc.record({ does: fc.constant('join' as const) }),
  fc.record({ does: fc.constant('leave' as const), who: fc.nat() }),
  fc.record({ does: fc.constant('flush' as const) }),
);

test('each reader gets the lines that are for it, once, in the order in which they came', (t) => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const readers = new Set([new Recorder(), new Recorder(), new Recorder()]);
      const batch = new Batch(
        () => readers,
        () => undefined,
      );
      const given = (words: string, asText: boolean, add: (one: Line) => void): void => {
        const bytes = Buffer.from(`..${words}..`);
        add(asText ? words : { bytes, start: 2, end: 2 + words.length });
        // The bytes belong to who read them from its socket.
        bytes.fill('?');
      };
      const pick = (number: number): Recorder | undefined => [...readers][number % readers.size];
      for (const one of steps) {
        if (one.does === 'join') {
          const reader = new Recorder();
          readers.add(reader);
          batch.welcome(reader);
        } else if (one.does === 'flush') {
          batch.flush();
        } else if (one.does === 'announce') {
          const { words, asText } = one.line;
          given(words, asText, (added) => {
            batch.addPublic(added, null);
          });
          for (const reader of readers) reader.expected += `${words}\r\n`;
        } else {
          const who = pick(one.who);
          if (who === undefined) continue;
          if (one.does === 'leave') {
            readers.delete(who);
            t.true(who.expected.startsWith(who.received));
            who.expected = who.received;
            continue;
          }
          const { words, asText } = one.line;
          const toAll = one.does === 'public';
          given(words, asText, (added) => {
            if (toAll) batch.addPublic(added, who);
            else batch.addPrivate(added, who);
          });
          for (const reader of readers) if ((reader !== who) === toAll) reader.expected += `${words}\r\n`;
        }
      }
      batch.flush();
      t.true(batch.isEmpty);
      for (const reader of readers) t.true(reader.received === reader.expected);
    }),
    { numRuns: 500 },
  );
});

test('however many lines came, a reader is written to once', (t) => {
  const readers = [new Recorder(), new Recorder(), new Recorder()];
  const [ann, bob, eve] = readers as [Recorder, Recorder, Recorder];
  const batch = new Batch(
    () => readers,
    () => undefined,
  );
  for (let count = 0; count < 100; count += 1) {
    batch.addPublic(`public ${count}`, ann);
    batch.addPrivate(`private ${count}`, bob);
  }
  t.deepEqual([ann.writes, bob.writes, eve.writes], [0, 0, 0]);
  batch.flush();
  t.deepEqual([ann.writes, bob.writes, eve.writes], [0, 1, 1]);
  batch.flush();
  t.deepEqual([ann.writes, bob.writes, eve.writes], [0, 1, 1]);
});

for (const kind of ['public', 'private'] as const) {
  test(`a batch of ${kind} lines goes out by itself when it is full: at the limit and over it`, (t) => {
    const readers = [new Recorder(), new Recorder()];
    const [ann, bob] = readers as [Recorder, Recorder];
    const batch = new Batch(
      () => readers,
      () => undefined,
    );
    const add = (length: number): void => {
      if (kind === 'public') batch.addPublic('x'.repeat(length), ann);
      else batch.addPrivate('x'.repeat(length), bob);
    };
    // With their terminators these are 256 KiB.
    for (let count = 0; count < 16; count += 1) add(16 * 1024 - 2);
    t.is(bob.writes, 0);
    add(1);
    t.is(bob.received.length, 256 * 1024);
    batch.flush();
    t.is(bob.received.length, 256 * 1024 + 3);
    t.is(ann.writes, 0);
  });
}

test('many private lines for one reader make it write to that one only', (t) => {
  const readers = [new Recorder(), new Recorder(), new Recorder()];
  const [ann, bob, eve] = readers as [Recorder, Recorder, Recorder];
  const batch = new Batch(
    () => readers,
    () => undefined,
  );
  batch.addPublic('said', ann);
  for (let count = 0; count < 20; count += 1) batch.addPrivate('x'.repeat(39_000), bob);
  t.deepEqual([ann.writes, bob.writes, eve.writes], [0, 3, 0]);
  t.true(bob.received.startsWith('said\r\nx'));
  batch.addPublic('said again', ann);
  batch.flush();
  t.deepEqual([ann.writes, bob.writes, eve.writes], [0, 4, 1]);
  t.true(bob.received.endsWith('x\r\nsaid again\r\n'));
  t.is(eve.received, 'said\r\nsaid again\r\n');
});

test('what the system does not take at once is reported, for each reader', (t) => {
  const slow = new Recorder();
  const fast = new Recorder();
  slow.socket.unsent = 1;
  const waiting: number[] = [];
  const batch = new Batch(
    () => [slow, fast],
    (bytes) => waiting.push(bytes),
  );
  batch.addPublic('12345678', null);
  batch.flush();
  batch.addPrivate('1234', fast);
  batch.flush();
  batch.addPrivate('1234', slow);
  batch.addPublic('12', null);
  batch.flush();
  t.deepEqual(waiting, [10, 10]);
});
