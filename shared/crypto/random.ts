import { randomBytes as nodeRandomBytes } from 'node:crypto';

/** A source of randomness: the system's, or a recorded one in tests and replays. */
export interface Random {
  /** `length` uniform bytes. */
  bytes(length: number): Uint8Array;
  /** Uniform in [0, 1) with 53 bits. */
  unit(): number;
  /** Uniform integer in [0, below). */
  below(below: number): number;
}

/** The operating system's generator. */
export const systemRandom: Random = fromBytes((length) => Uint8Array.from(nodeRandomBytes(length)));

/** Builds the derived draws on a byte source. */
export function fromBytes(bytes: (length: number) => Uint8Array): Random {
  const unit = (): number => {
    const view = new DataView(Uint8Array.from(bytes(8)).buffer);
    return (view.getUint32(0) * 2 ** 21 + (view.getUint32(4) >>> 11)) / 2 ** 53;
  };
  return { bytes, unit, below: (below) => Math.floor(unit() * below) };
}

/** A uniformly shuffled copy (Fisher–Yates). */
export function shuffled<Item>(items: readonly Item[], random: Random): Item[] {
  const rest = [...items];
  const out: Item[] = [];
  while (rest.length > 0) out.push(...rest.splice(random.below(rest.length), 1));
  return out;
}
