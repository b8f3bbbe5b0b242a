import test from 'ava';
import fc from 'fast-check';
import { buildFilter, FilterError, filterMatches } from '../../../../shared/bitcoin/compact-filter.ts';
import { blockHash } from '../../../../shared/bitcoin/outpoint.ts';
import { toHex } from '../../../../shared/crypto/bytes.ts';

const hashes = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => blockHash(toHex(bytes)));
const scripts = fc.array(fc.uint8Array({ minLength: 1, maxLength: 40 }), { minLength: 1, maxLength: 300 });

test('a script that went into a filter is always found', (t) => {
  fc.assert(
    fc.property(hashes, scripts, fc.nat(), (hash, items, pick) => {
      const filter = buildFilter(hash, items);
      t.true(filterMatches(filter, hash, [items[pick % items.length] ?? new Uint8Array()]));
      t.true(filterMatches(filter, hash, items));
    }),
  );
});

test('bytes that are no filter end in a FilterError or an answer', (t) => {
  fc.assert(
    fc.property(hashes, fc.uint8Array({ maxLength: 200 }), (hash, bytes) => {
      try {
        t.is(typeof filterMatches(bytes, hash, [Uint8Array.of(1, 2, 3)]), 'boolean');
      } catch (error) {
        t.true(error instanceof FilterError);
      }
    }),
    { numRuns: 1000 },
  );
});
