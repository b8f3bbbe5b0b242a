import test from 'ava';
import fc from 'fast-check';
import type { OutpointKey } from '../../../../shared/bitcoin/outpoint.ts';
import { sats } from '../../../../shared/bitcoin/amount.ts';
import { candidateTable, parsePicks } from '../../../../vm-wallet/cli/pick-makers.ts';
import type { Candidate } from '../../../../vm-wallet/taker/choose/candidate.ts';
import { HALF_LIFE } from '../../../../vm-wallet/taker/maker-memory.ts';
import { bookOffer, makerNick } from '../../../fixtures/offers.ts';

const BOND = `${'ab'.repeat(32)}:1` as OutpointKey;

test('numbers and ranges are read once each, in order', (t) => {
  t.deepEqual(parsePicks('1', 3), [1]);
  t.deepEqual(parsePicks(' 3,1  2-3 ', 3), [1, 2, 3]);
  t.deepEqual(parsePicks('3', 3), [3]);
  for (const wrong of ['', '0', '4', '2-4', '3-2', '-1', '1-', 'all', '1;2', '01', '1.5', '9999999']) {
    t.is(parsePicks(wrong, 3), null, wrong);
  }
});

test('whatever is typed, only numbers of the table come out', (t) => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(fc.nat(20)).map((picks) => picks.join(' ')),
      ),
      fc.integer({ min: 1, max: 20 }),
      (text, count) => {
        const picks = parsePicks(text, count);
        if (picks === null) return;
        t.true(picks.length > 0 && picks.every((pick) => pick >= 1 && pick <= count));
        t.is(new Set(picks).size, picks.length);
      },
    ),
  );
});

test('the table shows fee, range, bond and what is remembered', (t) => {
  const candidate = (number: number, bond?: OutpointKey): Candidate => ({
    ...bookOffer(number, {}, bond === undefined ? 0 : 1.5e12),
    ...(bond === undefined ? {} : { bond }),
    fee: sats(500n),
    netFee: 500n,
  });
  const record = { declined: 0, failed: 1, joined: 2, at: 1000, nick: 'J5x', reason: 'no answer to auth' };
  const lines = candidateTable([candidate(1), candidate(2, BOND)], 1_000_000n, { [BOND]: record }, 1000);
  t.is(lines.length, 3);
  t.true(lines[1]?.includes(makerNick(1)));
  t.regex(lines[1] ?? '', /sw0absoffer +500 +0\.050 +100000 +100000000 +-$/u);
  t.regex(lines[2] ?? '', /1\.50e\+12 {2}2 joined, bad: no answer to auth$/u);
  const later = candidateTable([candidate(2, BOND)], 1n, { [BOND]: record }, 1000 + 2 * HALF_LIFE);
  t.regex(later[1] ?? '', /2 joined, failed or declined before$/u);
  t.regex(candidateTable([candidate(2, BOND)], 1n, {}, 0)[1] ?? '', /new$/u);
});
