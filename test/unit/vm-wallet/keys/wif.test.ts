import { createBase58check } from '@scure/base';
import test from 'ava';
import fc from 'fast-check';
import { NETWORKS, parametersOf } from '../../../../shared/bitcoin/network.ts';
import { concat } from '../../../../shared/crypto/bytes.ts';
import { sha256 } from '../../../../shared/crypto/hash.ts';
import { decodeWif, WifError } from '../../../../vm-wallet/keys/wif.ts';

const coder = createBase58check(sha256);

function encode(version: number, key: Uint8Array, ...mark: readonly number[]): string {
  return coder.encode(concat(Uint8Array.of(version), key, Uint8Array.from(mark)));
}

test('a key of the wiki comes out as it went in', (t) => {
  // The compressed form of the example at en.bitcoin.it/wiki/Wallet_import_format.
  const key = decodeWif('KwdMAjGmerYanjeui5SHS7JkmpZvVipYvB2LJGU1ZxJwYvP98617', 'mainnet');
  t.is(Buffer.from(key).toString('hex'), '0c28fca386c7a227600b2fe50b7cae11ec86d3bf1fbe471be89827e19d72aa1d');
});

test('every key of every network is read, with space around it', (t) => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 32, maxLength: 32 }),
      fc.constantFrom(...NETWORKS),
      (key, network) => {
        const text = encode(parametersOf(network).wif, key, 1);
        t.deepEqual(decodeWif(` ${text}\n`, network), key);
      },
    ),
    { numRuns: 50 },
  );
});

test('what is no compressed key of the network is refused', (t) => {
  const key = new Uint8Array(32).fill(7);
  const { wif } = parametersOf('regtest');
  const code = (text: string): string | undefined =>
    t.throws(() => decodeWif(text, 'regtest'), { instanceOf: WifError }).code;
  t.is(code(encode(parametersOf('mainnet').wif, key, 1)), 'key-wrong-network');
  t.is(code(encode(wif, key)), 'key-uncompressed');
  t.is(code(encode(wif, key, 2)), 'key-uncompressed');
  t.is(code(encode(wif, key.subarray(1), 1)), 'key-uncompressed');
  t.is(code(encode(wif, key, 1, 1)), 'key-uncompressed');
  t.is(code(''), 'key-unreadable');
  t.is(code(encode(wif, key, 1).slice(0, -1)), 'key-unreadable');
});

test('no error repeats any of what was typed', (t) => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-km-zA-HJ-NP-Z1-9]{20,60}$/u), (text) => {
      const { message, cause } = t.throws(() => decodeWif(text, 'regtest'));
      t.false(message.includes(text.slice(0, 8)));
      t.is(cause, undefined);
    }),
    { numRuns: 100 },
  );
});
