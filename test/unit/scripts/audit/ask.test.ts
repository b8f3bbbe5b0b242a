import test from 'ava';
import { packagedRules } from '../../../../scripts/audit/packaged.ts';
import { findingsOf } from '../../../fixtures/broken-set-up.ts';

const PAIR = { wallet: 'jm-wallet', net: 'jm-net' };
const ASKING = { ...PAIR, ask: true };
const own = (ask: boolean): string =>
  (packagedRules([{ ...PAIR, ask }]).get('31-jm.policy') ?? []).join('\n');
const ids = (asks: boolean, pair: typeof PAIR): readonly string[] => [
  ...new Set(findingsOf({ policy: { 'etc/31-jm.policy': own(asks) }, pairs: [pair] }).map(({ id }) => id)),
];

test('a policy that asks offers the net VM, chosen beforehand, and is sound where that was declared', (t) => {
  t.regex(
    own(true),
    /^jm\.Messages \+ jm-wallet @default ask target=jm-net default_target=jm-net user=jm-bridge$/mu,
  );
  t.deepEqual(ids(true, ASKING), []);
});

test('a policy that asks is reported where nobody declared it', (t) => {
  t.deepEqual(ids(true, PAIR), ['P02', 'P04', 'P31']);
});

test('a policy that does not ask is reported where it was declared to', (t) => {
  t.deepEqual(ids(false, ASKING), ['P02', 'P03', 'P31']);
});

test('a rule that asks for more than the two services is reported in either case', (t) => {
  for (const pair of [PAIR, ASKING]) {
    const findings = findingsOf({
      policy: { 'etc/30-user.policy': 'x.Y * jm-wallet @default ask target=vault' },
      pairs: [pair],
    });
    t.true(findings.some(({ id, shows }) => id === 'P04' && shows.includes('x.Y: ask, ends in vault')));
  }
});

test('of two pairs only the one that was declared may ask', (t) => {
  const rules = packagedRules([ASKING, { wallet: 'two', net: 'two-net' }]).get('31-jm.policy');
  t.deepEqual(
    rules?.map((rule) => rule.split(' ').slice(2, 6).join(' ')),
    [
      'jm-wallet @default ask target=jm-net',
      'jm-wallet @default ask target=jm-net',
      'two @default allow target=two-net',
      'two @default allow target=two-net',
    ],
  );
});
