import { JmError } from '../errors.ts';

/** Text that is no descriptor, or a descriptor whose checksum is missing or wrong. */
export class DescriptorError extends JmError<'descriptor-bad-character' | 'descriptor-bad-checksum'> {}

/** The characters of descriptors, ordered so that those that are mistaken for each other lie in one group of 32 (BIP380). */
const INPUT =
  '0123456789()[],\'/*abcdefgh@:$%{}IJKLMNOPQRSTUVWXYZ&+-.;<=>?!^_|~ijklmnopqrstuvwxyzABCDEFGH`#"\\ ';
const OUTPUT = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const GENERATORS = [0xf5dee51989n, 0xa9fdca3312n, 0x1bab10e32dn, 0x3706b1677an, 0x644d626ffdn];
const CHECKSUM_LENGTH = 8;
const LOW_35_BITS = (1n << 35n) - 1n;

/** A descriptor with `#` and its checksum behind it (BIP380). @throws DescriptorError `descriptor-bad-character` */
export function withChecksum(descriptor: string): string {
  return `${descriptor}#${checksumOf(descriptor)}`;
}

/**
 * Takes the checksum off a descriptor, once it was found right. @throws DescriptorError */
export function withoutChecksum(text: string): string {
  const descriptor = text.slice(0, -CHECKSUM_LENGTH - 1);
  // The separator may be anywhere else: only one, eight characters before the end, makes the two equal.
  if (descriptor.includes('#') || withChecksum(descriptor) !== text) {
    throw new DescriptorError('descriptor-bad-checksum', "The descriptor's checksum is missing or wrong", {
      cure: 'Copy the descriptor again, with its last eight characters.',
    });
  }
  return descriptor;
}

/**
 * The eight checksum characters: a BCH code over the low five bits of each character, and over the groups of three
 * characters together (BIP380).
 */
function checksumOf(descriptor: string): string {
  let state = 1n;
  let groups = 0;
  let pending = 0;
  for (const character of descriptor) {
    const position = INPUT.indexOf(character);
    if (position < 0) {
      throw new DescriptorError('descriptor-bad-character', 'This character has no place in a descriptor');
    }
    state = step(state, position & 31);
    groups = groups * 3 + (position >> 5);
    pending += 1;
    if (pending < 3) continue;
    state = step(state, groups);
    groups = 0;
    pending = 0;
  }
  if (pending > 0) state = step(state, groups);
  for (let index = 0; index < CHECKSUM_LENGTH; index += 1) state = step(state, 0);
  state ^= 1n;
  return Array.from({ length: CHECKSUM_LENGTH }, (_unused, index) => {
    const symbol = Number((state >> BigInt(5 * (CHECKSUM_LENGTH - 1 - index))) & 31n);
    return OUTPUT[symbol] ?? '';
  }).join('');
}

/** Feeds one symbol of five bits to the code. */
function step(state: bigint, symbol: number): bigint {
  const top = state >> 35n;
  const shifted = ((state & LOW_35_BITS) << 5n) ^ BigInt(symbol);
  return GENERATORS.reduce(
    (sum, generator, bit) => (((top >> BigInt(bit)) & 1n) === 1n ? sum ^ generator : sum),
    shifted,
  );
}
