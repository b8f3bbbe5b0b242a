import test from 'ava';
import fc from 'fast-check';
import { blockHash, type BlockHash } from '../../../../shared/bitcoin/outpoint.ts';
import {
  formatBranches,
  lastSharedHeight,
  parseBranches,
  remember,
  type ReplacedBranch,
} from '../../../../vm-wallet/chain/replaced-branches.ts';

const hash = (number: number): BlockHash => blockHash(number.toString(16).padStart(64, '0'));

test('a block is found at its own height only', (t) => {
  const branches = [{ fork: 10, blocks: [hash(11), hash(12)] }];
  t.is(lastSharedHeight(branches, 11, hash(11)), 10);
  t.is(lastSharedHeight(branches, 12, hash(12)), 10);
  t.is(lastSharedHeight(branches, 12, hash(11)), null);
  t.is(lastSharedHeight(branches, 13, hash(12)), null);
  t.is(lastSharedHeight(branches, 10, hash(11)), null);
  t.is(lastSharedHeight([], 11, hash(11)), null);
});

test('forks since then count, and those before do not', (t) => {
  const branches = [
    { fork: 2, blocks: [hash(3)] },
    { fork: 10, blocks: [hash(11)] },
    { fork: 8, blocks: [hash(109), hash(110)] },
    { fork: 12, blocks: [hash(213)] },
  ];
  t.is(lastSharedHeight(branches, 11, hash(11)), 8);
  t.is(lastSharedHeight(branches, 3, hash(3)), 2);
  t.is(lastSharedHeight(branches, 13, hash(213)), 12);
});

test('a thousand reorganisations are remembered', (t) => {
  let branches: readonly ReplacedBranch[] = [];
  for (let fork = 0; fork < 1001; fork += 1) {
    branches = remember(branches, { fork, blocks: [hash(fork)] });
    if (fork === 999) t.is(branches[0]?.fork, 0);
  }
  t.is(branches.length, 1000);
  t.is(branches[0]?.fork, 1);
  const many = formatBranches([{ fork: 0, blocks: [hash(1)] }, ...branches]);
  t.deepEqual(parseBranches(many), branches);
});

test('what is written is read again, and whatever else is in the file does no harm', (t) => {
  const branch = fc.record({
    fork: fc.nat(),
    blocks: fc.array(fc.nat().map(hash), { minLength: 1, maxLength: 5 }),
  });
  fc.assert(
    fc.property(fc.array(branch, { maxLength: 8 }), fc.string(), (branches, junk) => {
      const text = formatBranches(branches);
      t.deepEqual(parseBranches(text), branches);
      t.deepEqual(parseBranches(text + junk.replace(/\n/gu, '')), branches);
      t.true(parseBranches(junk).length <= 1);
    }),
  );
  const [one, two] = [formatBranches([{ fork: 1, blocks: [hash(2)] }]), '5 abc\n'];
  t.deepEqual(parseBranches(one + two + one), [{ fork: 1, blocks: [hash(2)] }]);
});
