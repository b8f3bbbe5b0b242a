import test from 'ava';
import fc from 'fast-check';
import { BridgeError } from '../../../../shared/bridge/bridge-error.ts';
import {
  encodeFrame,
  FRAME_HEADER_BYTES,
  FRAME_KINDS,
  FrameDecoder,
  type Frame,
  type FrameKind,
} from '../../../../shared/bridge/frame.ts';
import { concat } from '../../../../shared/crypto/bytes.ts';

const kinds = Object.keys(FRAME_KINDS) as FrameKind[];
const frames = fc.array(
  fc.constantFrom(...kinds).chain((kind) =>
    fc.record({
      kind: fc.constant(kind),
      id: fc.nat(0xffffffff),
      payload: fc.uint8Array({ maxLength: Math.min(FRAME_KINDS[kind].limit, 300) }),
    }),
  ),
  { maxLength: 8 },
);

test('frames come out as they went in, however the stream is cut', (t) => {
  fc.assert(
    fc.property(
      frames,
      fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 50 }),
      (sent, cuts) => {
        const stream = concat(...sent.map(encodeFrame));
        const decoder = new FrameDecoder();
        const received: Frame[] = [];
        for (let at = 0, turn = 0; at < stream.length; turn += 1) {
          const length = cuts[turn % cuts.length] ?? 1;
          received.push(...decoder.push(stream.slice(at, at + length)));
          at += length;
        }
        decoder.end();
        t.deepEqual(received, sent);
      },
    ),
    { numRuns: 150 },
  );
});

test('noise ends in a named error or in nothing', (t) => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (noise) => {
      const decoder = new FrameDecoder();
      try {
        decoder.push(noise);
        decoder.end();
      } catch (error) {
        t.true(error instanceof BridgeError);
      }
    }),
  );
  t.pass();
});

for (const kind of kinds) {
  const { limit, code } = FRAME_KINDS[kind];
  test(`the limit of ${kind} frames: under, at and over`, (t) => {
    for (const length of [Math.max(0, limit - 1), limit]) {
      const [frame] = new FrameDecoder().push(encodeFrame({ kind, id: 1, payload: new Uint8Array(length) }));
      t.is(frame?.payload.length, length);
    }
    t.throws(() => encodeFrame({ kind, id: 1, payload: new Uint8Array(limit + 1) }), {
      instanceOf: BridgeError,
      message: /over its limit/u,
    });
    // Refused as soon as the header is there, before any payload was kept.
    const header = new Uint8Array(FRAME_HEADER_BYTES);
    new DataView(header.buffer).setUint32(0, limit + 1);
    header[4] = code;
    const error = t.throws(() => new FrameDecoder().push(header), { instanceOf: BridgeError });
    t.is(error.code, 'frame-oversized');
  });
}
