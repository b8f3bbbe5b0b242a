import { concat } from '../crypto/bytes.ts';

/** One step of a script: an opcode, and the data that it pushes (empty where it pushes none). */
export interface ScriptOperation {
  readonly opcode: number;
  readonly data: Uint8Array;
}

const PUSHDATA_1 = 0x4c;
const PUSHDATA_4 = 0x4e;

/** The operations of a script, up to a push that the script is too short for. */
export function* readOperations(script: Uint8Array): Generator<ScriptOperation> {
  for (let at = 0; at < script.length;) {
    const opcode = script[at] ?? 0;
    at += 1;
    let length = opcode < PUSHDATA_1 ? opcode : 0;
    if (opcode >= PUSHDATA_1 && opcode <= PUSHDATA_4) {
      const width = 2 ** (opcode - PUSHDATA_1);
      if (at + width > script.length) return;
      for (let byte = width - 1; byte >= 0; byte -= 1) length = length * 256 + (script[at + byte] ?? 0);
      at += width;
    }
    if (at + length > script.length) return;
    yield { opcode, data: script.subarray(at, at + length) };
    at += length;
  }
}

/** An operation in bytes; data is pushed by the shortest of the four push forms, whatever opcode it came with. */
export function writeOperation({ opcode, data }: ScriptOperation): Uint8Array {
  const { length } = data;
  if (length === 0) return Uint8Array.of(opcode);
  if (length < PUSHDATA_1) return concat(Uint8Array.of(length), data);
  const width = length <= 0xff ? 1 : length <= 0xffff ? 2 : 4;
  const head = Uint8Array.from({ length: 1 + width }, (_unused, index) =>
    index === 0 ? PUSHDATA_1 + Math.log2(width) : (length >>> (8 * (index - 1))) & 0xff,
  );
  return concat(head, data);
}
