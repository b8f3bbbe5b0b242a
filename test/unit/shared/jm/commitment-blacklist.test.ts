import test from 'ava';
import { canonicalCommitment, CommitmentBlacklist } from '../../../../shared/jm/commitment-blacklist.ts';
import { parseCommitment } from '../../../../shared/jm/private-command.ts';
import type { Commitment } from '../../../../shared/jm/command.ts';

const one = 'ab'.repeat(32) as Commitment;
const two = '12'.repeat(32) as Commitment;

test('a commitment is new once', (t) => {
  const blacklist = new CommitmentBlacklist([two]);
  t.false(blacklist.has(one));
  t.true(blacklist.add(one));
  t.true(blacklist.has(one));
  t.false(blacklist.add(one));
  t.false(blacklist.add(two));
  t.is(blacklist.size, 2);
});

test('upper case is the same commitment', (t) => {
  const upper = canonicalCommitment(one.toUpperCase());
  t.is(upper, one);
  t.true(upper !== null && new CommitmentBlacklist([one]).has(upper));
});

for (const text of [
  '',
  'ab',
  one.slice(1),
  `${one}0`,
  ` ${one}`,
  `${one}\n`,
  `g${one.slice(1)}`,
  `P${one}`,
]) {
  test(`${JSON.stringify(text)} is no commitment`, (t) => {
    t.is(canonicalCommitment(text), null);
    t.is(parseCommitment(text), null);
  });
}
