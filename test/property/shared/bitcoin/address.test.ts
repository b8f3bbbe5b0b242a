import { bech32, bech32m } from '@scure/base';
import test from 'ava';
import fc from 'fast-check';
import { AddressError, addressOfScript, scriptOfAddress } from '../../../../shared/bitcoin/address.ts';
import { NETWORKS, parametersOf, type Network } from '../../../../shared/bitcoin/network.ts';
import { scriptTypeOf } from '../../../../shared/bitcoin/script.ts';
import { concat } from '../../../../shared/crypto/bytes.ts';

const network = fc.constantFrom(...NETWORKS);
const hash = (length: number): fc.Arbitrary<Uint8Array> =>
  fc.uint8Array({ minLength: length, maxLength: length });
const around = (
  before: readonly number[],
  length: number,
  after: readonly number[] = [],
): fc.Arbitrary<Uint8Array> =>
  hash(length).map((bytes) => concat(Uint8Array.from(before), bytes, Uint8Array.from(after)));
const bech32Script = fc.oneof(around([0x00, 0x14], 20), around([0x00, 0x20], 32));
const base58Script = fc.oneof(around([0x76, 0xa9, 0x14], 20, [0x88, 0xac]), around([0xa9, 0x14], 20, [0x87]));
const BECH32 = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const REFUSED = { instanceOf: AddressError, code: 'bad-address' };

/** The text with one character replaced by another of the same alphabet. */
function misspelt(text: string, from: number, position: number, choice: number, alphabet: string): string {
  const at = from + (position % (text.length - from));
  const others = Array.from(alphabet).filter((character) => character !== text[at]);
  return `${text.slice(0, at)}${others[choice % others.length] ?? ''}${text.slice(at + 1)}`;
}

/** True when addresses of one network look like those of the other. */
function alike(one: Network, other: Network, form: 'bech32' | 'pubKeyHash'): boolean {
  return parametersOf(one)[form] === parametersOf(other)[form];
}

test('a script comes back from its address, on the networks that share its form and on no other', (t) => {
  const scripts = fc.oneof(
    bech32Script.map((script) => ({ script, form: 'bech32' as const })),
    base58Script.map((script) => ({ script, form: 'pubKeyHash' as const })),
  );
  fc.assert(
    fc.property(scripts, network, network, ({ script, form }, made, read) => {
      const address = addressOfScript(script, made);
      if (alike(made, read, form)) t.deepEqual(scriptOfAddress(address, read), script);
      else t.throws(() => scriptOfAddress(address, read), REFUSED);
    }),
    { numRuns: 500 },
  );
});

test('one wrong character is always noticed', (t) => {
  fc.assert(
    fc.property(
      bech32Script,
      base58Script,
      network,
      fc.nat(),
      fc.nat(),
      (segwit, old, where, position, choice) => {
        const address = addressOfScript(segwit, where);
        const data = parametersOf(where).bech32.length + 1;
        const wrong = misspelt(address, data, position, choice, BECH32);
        t.throws(() => scriptOfAddress(wrong, where), REFUSED, wrong);
        const wrongOld = misspelt(addressOfScript(old, where), 0, position, choice, BASE58);
        t.throws(() => scriptOfAddress(wrongOld, where), REFUSED, wrongOld);
      },
    ),
    { numRuns: 500 },
  );
});

test('a segwit address may be all capitals, but not some', (t) => {
  fc.assert(
    fc.property(bech32Script, network, (script, where) => {
      const address = addressOfScript(script, where);
      t.deepEqual(scriptOfAddress(address.toUpperCase(), where), script);
      const mixed = address.slice(0, -6) + address.slice(-6).toUpperCase();
      fc.pre(mixed !== address);
      t.throws(() => scriptOfAddress(mixed, where), REFUSED);
    }),
    { numRuns: 100 },
  );
});

test('no text makes anything but a script or an AddressError', (t) => {
  const text = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.stringMatching(/^bc1[a-z0-9]{0,80}$/u),
    fc.stringMatching(/^[13][1-9A-HJ-NP-Za-km-z]{20,40}$/u),
  );
  fc.assert(
    fc.property(text, network, (noise, where) => {
      const error = t.throws(() => scriptOfAddress(noise, where), REFUSED);
      // The text is repeated in a form that can't hide anything.
      t.true(error.message.startsWith(JSON.stringify(noise)));
    }),
    { numRuns: 1000 },
  );
});

test('a witness program of version 0 needs its own checksum and one of two lengths', (t) => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 2, maxLength: 40 }), (program) => {
      const words = bech32.toWords(program);
      t.throws(() => scriptOfAddress(bech32m.encode('bc', [0, ...words]), 'mainnet'), REFUSED);
      // Version 1 with the checksum of version 0 is what BIP350 is about.
      t.throws(() => scriptOfAddress(bech32.encode('bc', [1, ...words]), 'mainnet'), REFUSED);
      const address = bech32.encode('bc', [0, ...words]);
      if (program.length === 20 || program.length === 32) {
        t.deepEqual(scriptOfAddress(address, 'mainnet'), concat(Uint8Array.of(0, program.length), program));
      } else {
        t.throws(() => scriptOfAddress(address, 'mainnet'), REFUSED);
      }
    }),
    { numRuns: 300 },
  );
});

for (const [name, address] of [
  ['an empty data part', 'bc1gmk9yu'],
  ['a version over 16', 'BC13W508D6QEJXTDG4Y5R3ZARVARY0C5XW7KN40WF2'],
  ['a program of one byte', 'bc1rw5uspcuh'],
  ['a program of 41 bytes', 'bc10w508d6qejxtdg4y5r3zarvary0c5xw7kw508d6qejxtdg4y5r3zarvary0c5xw7kw5rljs90'],
  ['a program of 16 bytes in version 0', 'BC1QR508D6QEJXTDG4Y5R3ZARVARYV98GJ9P'],
  ['padding of more than four bits', 'bc1zw508d6qejxtdg4y5r3zarvaryvqyzf3du'],
] as const) {
  test(`refuses the example of BIP173 with ${name}`, (t) => {
    t.throws(() => scriptOfAddress(address, 'mainnet'), REFUSED);
  });
}

test('a script of no known form has no address', (t) => {
  const witnessLike = (script: Uint8Array): boolean =>
    script.length >= 4 && script.length <= 42 && script[1] === script.length - 2;
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), network, (script, where) => {
      fc.pre(scriptTypeOf(script) === 'other' && !witnessLike(script));
      const error = { instanceOf: AddressError, code: 'no-address-for-script' };
      t.throws(() => addressOfScript(script, where), error);
    }),
    { numRuns: 500 },
  );
});
