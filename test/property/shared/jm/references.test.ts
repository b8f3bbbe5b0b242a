import test from 'ava';
import fc from 'fast-check';
import { outpointKey, parseOutpoint, txid } from '../../../../shared/bitcoin/outpoint.ts';
import { isJmError } from '../../../../shared/errors.ts';
import { parseBoxKey } from '../../../../shared/jm/box.ts';
import { canonicalCommitment } from '../../../../shared/jm/commitment-blacklist.ts';
import { parseCommitment, parsePublicKey } from '../../../../shared/jm/private-command.ts';
import { formatUtxo, parseUtxo } from '../../../../shared/jm/utxo-reference.ts';
import { formatKeyPath, parseKeyPath } from '../../../../vm-wallet/keys/hd-wallet.ts';

const hash = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .map((bytes) => Buffer.from(bytes).toString('hex'));
const vout = fc.nat({ max: 0xffff_ffff });
const noise = fc.oneof(
  fc.string({ maxLength: 100 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .tuple(hash, fc.constantFrom(':', ';', ' ', ''), fc.string({ maxLength: 12 }))
    .map((parts) => parts.join('')),
);

test('outpoints and coins are read as they are written', (t) => {
  fc.assert(
    fc.property(hash, vout, (id, index) => {
      const outpoint = { txid: txid(id), vout: index };
      t.deepEqual(parseOutpoint(outpointKey(outpoint)), outpoint);
      t.deepEqual(parseUtxo(formatUtxo(outpoint)), outpoint);
    }),
  );
});

test('key paths are read as they are written', (t) => {
  fc.assert(
    fc.property(
      fc.nat({ max: 99 }),
      fc.nat({ max: 3 }),
      fc.nat({ max: 0x7fff_ffff }),
      (mixdepth, branch, index) => {
        const path = { mixdepth, branch, index };
        t.deepEqual(parseKeyPath(formatKeyPath(path)), path);
      },
    ),
  );
});

test('text that is no reference is refused by name, and what is taken is said again', (t) => {
  fc.assert(
    fc.property(noise, (text) => {
      for (const read of [() => outpointKey(parseOutpoint(text)), () => formatKeyPath(parseKeyPath(text))]) {
        try {
          t.is(read(), text);
        } catch (error) {
          t.true(isJmError(error), String(error));
        }
      }
      const utxo = parseUtxo(text);
      if (utxo !== null) t.is(formatUtxo(utxo), text);
    }),
    { numRuns: 500 },
  );
});

test('keys and commitments are hex of their length in lower case, and nothing else', (t) => {
  const isHex = (text: string, length: number): boolean =>
    text.length === length && /^[0-9a-f]*$/u.test(text);
  fc.assert(
    fc.property(
      fc.oneof(
        noise,
        hash,
        hash.map((text) => `02${text}`),
        hash.map((text) => text.toUpperCase()),
      ),
      (text) => {
        t.is(parseCommitment(text) !== null, isHex(text, 64), text);
        t.is(parseBoxKey(text) !== null, isHex(text, 64), text);
        t.is(canonicalCommitment(text) !== null, isHex(text.toLowerCase(), 64), text);
        if (parsePublicKey(text) !== null) t.true(isHex(text, 66) && /^0[23]/u.test(text));
      },
    ),
    { numRuns: 500 },
  );
});
