/** What goes from the agent to the client: a kind, a length of four bytes, and that many bytes. */
export const KIND = { stdout: 1, stderr: 2, exitCode: 3 } as const;

const HEADER = 5;

/** One message as bytes. */
export function frame(kind: number, data: Uint8Array): Buffer {
  const header = Buffer.alloc(HEADER);
  header.writeUInt8(kind, 0);
  header.writeUInt32BE(data.length, 1);
  return Buffer.concat([header, data]);
}

/** Takes the complete messages off the front of `bytes`; `rest` is what is left. */
export function takeFrames(bytes: Buffer): {
  readonly frames: readonly { readonly kind: number; readonly data: Buffer }[];
  readonly rest: Buffer;
} {
  const frames: { kind: number; data: Buffer }[] = [];
  let rest = bytes;
  while (rest.length >= HEADER && rest.length >= HEADER + rest.readUInt32BE(1)) {
    const end = HEADER + rest.readUInt32BE(1);
    frames.push({ kind: rest.readUInt8(0), data: rest.subarray(HEADER, end) });
    rest = rest.subarray(end);
  }
  return { frames, rest };
}
