import test from 'ava';
import fc from 'fast-check';
import { parseHeader } from '../../../../shared/bitcoin/header.ts';
import { isJmError } from '../../../../shared/errors.ts';
import { HeaderChain } from '../../../../vm-wallet/chain/header-chain.ts';
import { mineBranch, regtestGenesis } from '../../../fixtures/mine-headers.ts';

const GENESIS = regtestGenesis();
const LATER = GENESIS.time + 1e8;

test('whatever branches come in whatever order: links hold, and work only grows', (t) => {
  const offers = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 12 })), { maxLength: 12 });
  fc.assert(
    fc.property(offers, (branches) => {
      const chain = new HeaderChain('regtest');
      for (const [salt, [pick, length]] of branches.entries()) {
        const fork = pick % (chain.height + 1);
        const [height, work] = [chain.height, chain.work];
        const better = fork + length > height;
        try {
          chain.extend(fork + 1, mineBranch(chain.headerAt(fork) ?? GENESIS, length, salt + 1), LATER);
          t.true(better);
          t.is(chain.height, fork + length);
        } catch (error) {
          t.true(isJmError(error) && error.code === 'chain-less-work' && !better);
          t.is(chain.height, height);
        }
        t.true(chain.work >= work);
        t.is(chain.work, 2n * BigInt(chain.height + 1));
        for (let at = 1; at <= chain.height; at += 1) {
          t.is(chain.headerAt(at)?.previous, chain.headerAt(at - 1)?.hash);
        }
      }
    }),
    { numRuns: 50 },
  );
});

test('no altered header gets in', (t) => {
  const branch = mineBranch(GENESIS, 5);
  fc.assert(
    fc.property(
      fc.nat({ max: 4 }),
      fc.nat({ max: 75 }),
      fc.integer({ min: 1, max: 255 }),
      (index, at, mask) => {
        const chain = new HeaderChain('regtest');
        const altered = branch.map((raw) => Uint8Array.from(raw));
        const header = altered[index] ?? new Uint8Array();
        header[at] = (header[at] ?? 0) ^ mask;
        // With the easy work of regtest an altered last header can be a valid other block; nothing can be built on it.
        try {
          chain.extend(1, altered, LATER);
          t.is(index, 4);
          t.not(chain.tip.hash, parseHeader(branch[4] ?? new Uint8Array()).hash);
        } catch (error) {
          t.true(isJmError(error));
          t.is(chain.height, 0);
        }
      },
    ),
    { numRuns: 300 },
  );
});

test('bytes that are no headers never get in, whether offered or read from disk', (t) => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 90 }), { minLength: 1, maxLength: 4 }), (raws) => {
      const chain = new HeaderChain('regtest');
      t.true(isJmError(t.throws(() => chain.extend(1, raws, LATER))));
      t.is(chain.height, 0);
      t.is(new HeaderChain('regtest').restore(Uint8Array.from(raws.flatMap((raw) => [...raw]))), 0);
    }),
  );
});
