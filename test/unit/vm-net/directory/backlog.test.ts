import test from 'ava';
import { Backlog, type Waiting } from '../../../../vm-net/directory/backlog.ts';

const LIMIT = 800;

/** Somebody with so many bytes unread, who notes when it is dropped. */
class SlowReader implements Waiting {
  dropped = false;
  readonly socket: Waiting['socket'];

  constructor(unsent: number) {
    this.socket = {
      unsent,
      drop: () => {
        this.dropped = true;
      },
    };
  }
}

function droppedOf(unsent: readonly number[], grownBy: number): boolean[] {
  const readers = unsent.map((bytes) => new SlowReader(bytes));
  new Backlog(LIMIT).grew(grownBy, readers);
  return readers.map(({ dropped }) => dropped);
}

test('as much as is allowed may wait: under the limit, at it and over it', (t) => {
  t.deepEqual(droppedOf([399, 400], LIMIT), [false, false]);
  t.deepEqual(droppedOf([400, 400], LIMIT), [false, false]);
  t.deepEqual(droppedOf([400, 401], LIMIT), [false, true]);
});

test('those that left most go first, until an eighth is free', (t) => {
  t.deepEqual(droppedOf([100, 250, 0, 300, 200], LIMIT), [false, false, false, true, false]);
  t.deepEqual(droppedOf([600, 600, 600, 10], LIMIT), [true, true, false, false]);
  // 701 would be left, and is more than seven eighths.
  t.deepEqual(droppedOf([100, 701], LIMIT), [false, true]);
  t.deepEqual(droppedOf([101, 701, 100], LIMIT), [false, true, false]);
  t.deepEqual(droppedOf([401, 101, 300], LIMIT), [true, false, false]);
});

test('it counts again when an eighth was added: under that and at it', (t) => {
  const backlog = new Backlog(LIMIT);
  const reader = new SlowReader(LIMIT + 1);
  backlog.grew(50, [reader]);
  backlog.grew(49, [reader]);
  t.false(reader.dropped);
  backlog.grew(1, [reader]);
  t.true(reader.dropped);
});
