import { readSync } from 'node:fs';

const CHUNK = 64 * 1024;
const NEWLINE = 10;

/** The whole lines of an open file up to `end`, the last one first. It reads no more of the file than is asked for. */
export function* linesFromEnd(descriptor: number, end: number): Generator<string> {
  let carried: Buffer = Buffer.alloc(0);
  for (let position = end; position > 0;) {
    const length = Math.min(CHUNK, position);
    position -= length;
    carried = Buffer.concat([readExactly(descriptor, position, length), carried]);
    const first = carried.indexOf(NEWLINE);
    if (first === -1) continue;
    yield* linesIn(carried.subarray(first + 1));
    carried = carried.subarray(0, first + 1);
  }
  yield* linesIn(carried);
}

/** The whole lines of an open file up to `end`, in their order. */
export function* linesFromStart(descriptor: number, end: number): Generator<string> {
  let carried: Buffer = Buffer.alloc(0);
  for (let position = 0; position < end;) {
    const length = Math.min(CHUNK, end - position);
    carried = Buffer.concat([carried, readExactly(descriptor, position, length)]);
    position += length;
    const last = carried.lastIndexOf(NEWLINE) + 1;
    yield* linesIn(carried.subarray(0, last)).reverse();
    carried = carried.subarray(last);
  }
}

/** Where the last whole line of a file ends. */
export function endOfLines(descriptor: number, size: number): number {
  for (let end = size; end > 0;) {
    const start = Math.max(0, end - CHUNK);
    const last = readExactly(descriptor, start, end - start).lastIndexOf(NEWLINE);
    if (last !== -1) return start + last + 1;
    end = start;
  }
  return 0;
}

/** The last one first. */
function linesIn(bytes: Buffer): string[] {
  return bytes.toString('latin1').split('\n').slice(0, -1).reverse();
}

function readExactly(descriptor: number, position: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  let read = 0;
  while (read < length) {
    const more = readSync(descriptor, bytes, read, length - read, position + read);
    if (more === 0) throw new RangeError('the file became shorter while it was read');
    read += more;
  }
  return bytes;
}
