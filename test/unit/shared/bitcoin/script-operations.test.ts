import test from 'ava';
import { readOperations, writeOperation } from '../../../../shared/bitcoin/script-operations.ts';
import { concat } from '../../../../shared/crypto/bytes.ts';

function lengths(script: Uint8Array): readonly (readonly [opcode: number, length: number])[] {
  return [...readOperations(script)].map(({ opcode, data }) => [opcode, data.length] as const);
}

test('reads opcodes and the four forms of a push', (t) => {
  const script = concat(
    Uint8Array.of(0x00, 0x51, 0xae, 0x02, 1, 2),
    Uint8Array.of(0x4c, 1, 9),
    Uint8Array.of(0x4d, 1, 0, 9),
    Uint8Array.of(0x4e, 1, 0, 0, 0, 9),
  );
  t.deepEqual(lengths(script), [
    [0x00, 0],
    [0x51, 0],
    [0xae, 0],
    [0x02, 2],
    [0x4c, 1],
    [0x4d, 1],
    [0x4e, 1],
  ]);
});

test('stops where a push is cut short', (t) => {
  for (const cut of [
    [0x51, 0x02, 1],
    [0x51, 0x4c],
    [0x51, 0x4d, 1],
    [0x51, 0x4e, 1, 0, 0],
    [0x51, 0x4c, 2, 1],
    [0x51, 0x4e, 0xff, 0xff, 0xff, 0xff, 1],
  ]) {
    t.deepEqual(lengths(Uint8Array.from(cut)), [[0x51, 0]]);
  }
});

test('writes the shortest form, at and over the limit of each', (t) => {
  const heads: readonly (readonly [length: number, head: readonly number[]])[] = [
    [1, [1]],
    [75, [75]],
    [76, [0x4c, 76]],
    [255, [0x4c, 255]],
    [256, [0x4d, 0, 1]],
    [65_535, [0x4d, 0xff, 0xff]],
    [65_536, [0x4e, 0, 0, 1, 0]],
  ];
  for (const [length, head] of heads) {
    const data = new Uint8Array(length).fill(3);
    const written = writeOperation({ opcode: 0x4e, data });
    t.deepEqual([...written.subarray(0, head.length)], [...head]);
    t.deepEqual([...readOperations(written)], [{ opcode: head[0] ?? 0, data }]);
  }
  t.deepEqual(writeOperation({ opcode: 0xae, data: new Uint8Array() }), Uint8Array.of(0xae));
});
