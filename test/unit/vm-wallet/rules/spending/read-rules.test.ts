import test from 'ava';
import { scriptOfAddress } from '../../../../../shared/bitcoin/address.ts';
import { MAX_MONEY } from '../../../../../shared/bitcoin/amount.ts';
import { toHex } from '../../../../../shared/crypto/bytes.ts';
import { readRules, RulesFileError } from '../../../../../vm-wallet/rules/spending/read-rules.ts';
import { NO_RULES } from '../../../../../vm-wallet/rules/spending/spending-rules.ts';
import { read } from '../../../../fixtures/page.ts';
import { testKeys } from '../../../../fixtures/memory-store.ts';

const ADDRESSES = [0, 1].map((index) => testKeys().addressAt({ mixdepth: 0, branch: 0, index }));
const SCRIPTS = ADDRESSES.map((address) => toHex(scriptOfAddress(address, 'regtest')));

test('an empty file, and one of empty sections, limits nothing', (t) => {
  t.deepEqual(readRules('', 'regtest'), NO_RULES);
  const empty = ['transaction', 'hour', 'day', 'destinations', 'role', 'quiet'].map((name) => `[${name}]`);
  t.deepEqual(readRules(empty.join('\n'), 'regtest'), NO_RULES);
});

test('every key is read, with amounts as the command line has them', (t) => {
  const rules = readRules(
    `; a comment
[transaction]
amount = 0.1btc
miner_fee = 20000sat ; behind a value
coinjoin_fee = 0.0001
signatures = 20
[hour]
amount = 0
[day]
amount = 2100000000000000
commitments = 3
disclosures = 4

[destinations]
# two of them
allowed[] = ${ADDRESSES[0] ?? ''}
allowed[] = ${ADDRESSES[1] ?? ''}
[role]
role = taker-only
[quiet]
hours = 22-2, 12-13`,
    'regtest',
  );
  t.deepEqual(rules, {
    caps: {
      transaction: { amount: 10_000_000n, minerFee: 20_000n, coinjoinFee: 10_000n, signatures: 20n },
      hour: { amount: 0n },
      day: { amount: MAX_MONEY, commitments: 3n, disclosures: 4n },
    },
    destinations: new Set(SCRIPTS),
    role: 'taker-only',
    quietHours: new Set([22, 23, 0, 1, 12]),
  });
});

test('one destination needs no list, and an hour twice is the whole day', (t) => {
  const { destinations, quietHours } = readRules(
    `[destinations]\nallowed = ${ADDRESSES[0] ?? ''}\n[quiet]\nhours = 5-5\n`,
    'regtest',
  );
  t.deepEqual(destinations, new Set(SCRIPTS.slice(0, 1)));
  t.is(quietHours.size, 24);
});

const BAD: readonly (readonly [what: string, text: string, line: number, named: RegExp])[] = [
  ['a section that nobody knows', '[hours]\namount = 1', 1, /\[hours\]/u],
  ['a key that nobody knows', '[hour]\n\namout = 1', 3, /\[hour\] amout/u],
  ['a key of another section', '[transaction]\ndisclosures = 1', 2, /disclosures/u],
  ['a key without section', 'amount = 1\n[hour]', 1, /no \[section\]/u],
  ['a key with capitals', '[hour]\nAmount = 1', 2, /Amount/u],
  ['a key without value', '[hour]\namount', 2, /amount/u],
  ['an empty value', '[hour]\namount =', 2, /amount/u],
  ['a negative amount', '[hour]\namount = -1', 2, /amount/u],
  ['half a sat', '[day]\namount = 1\n[hour]\namount = 0.5sat', 4, /money/u],
  ['more money than there is', '[day]\namount = 2100000000000001', 2, /money/u],
  ['money where a number belongs', '[day]\nsignatures = 1btc', 2, /signatures/u],
  ['a key twice', '[day]\namount = 1\namount = 2', 3, /twice/u],
  [
    'a key twice in a section that is there twice',
    '[day]\namount = 1\n[hour]\n[day]\namount = 2',
    5,
    /twice/u,
  ],
  [
    'a list and a single one',
    `[destinations]\nallowed[] = ${ADDRESSES[0] ?? ''}\nallowed = ${ADDRESSES[1] ?? ''}`,
    3,
    /twice/u,
  ],
  [
    'an address of another network',
    '[destinations]\nallowed = bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4',
    2,
    /no address/u,
  ],
  ['a mistyped address', `[destinations]\nallowed = ${(ADDRESSES[0] ?? '').slice(0, -1)}x`, 2, /address/u],
  ['an unknown role', '[role]\nrole = maker', 2, /role/u],
  ['hours beyond the day', '[quiet]\nhours = 22-24', 2, /hours/u],
  ['one hour', '[quiet]\nhours = 22', 2, /hours/u],
  ['a key that objects have', '[hour]\n__proto__ = 1', 2, /__proto__/u],
  ['a section that objects have', '[__proto__]\namount = 1', 1, /__proto__/u],
  ['a section within a section', '[hour.day]\namount = 1', 1, /hour\.day/u],
  ['a truth', '[hour]\namount = true', 2, /amount/u],
];

for (const [what, text, line, named] of BAD) {
  test(`is refused: ${what}`, (t) => {
    const error = t.throws(() => readRules(text, 'regtest'), {
      instanceOf: RulesFileError,
      code: 'bad-rules-file',
    });
    t.regex(error.message, new RegExp(`^rules\\.ini, line ${line}: `, 'u'));
    t.regex(error.message, named);
  });
}

test('the example in docs/ reads, and has every section and key', (t) => {
  const text = read('docs/rules.ini');
  const rules = readRules(text, 'mainnet');
  t.deepEqual(
    Object.values(rules.caps).map((caps) => Object.keys(caps).length),
    [4, 6, 6],
  );
  t.deepEqual([rules.role, rules.quietHours.size > 0], ['any', true]);
  t.regex(text, /^; *allowed\[\] = /mu);
});
