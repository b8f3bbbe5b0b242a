import test from 'ava';
import { MAX_MONEY, sats } from '../../../../shared/bitcoin/amount.ts';
import { txid } from '../../../../shared/bitcoin/outpoint.ts';
import {
  formatSchedule,
  markSchedule,
  MINIMUM_SCHEDULED,
  parseSchedule,
  roundToFigures,
  ScheduleError,
  scheduledSats,
} from '../../../../shared/jm/schedule.ts';

const ADDRESS = 'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4';
const FIELDS = ['0', '0.25', '9', ADDRESS, '34.5', '16', '0'];

/** A good line with one field replaced. */
function lineWith(field: number, text: string): string {
  return FIELDS.map((good, index) => (index === field ? text : good)).join(',');
}

test('reads what it says', (t) => {
  t.deepEqual(parseSchedule(`# tumble\n${FIELDS.join(',')}\n1,0,4,INTERNAL,0.0,16,1\r\n`, 'mainnet'), [
    {
      mixdepth: 0,
      amount: { kind: 'fraction', fraction: 0.25 },
      makers: 9,
      destination: ADDRESS,
      wait: 34.5,
      rounding: 16,
      progress: { state: 'to-do' },
    },
    {
      mixdepth: 1,
      amount: { kind: 'sweep' },
      makers: 4,
      destination: 'INTERNAL',
      wait: 0,
      rounding: 16,
      progress: { state: 'done' },
    },
  ]);
});

const accepted: readonly (readonly [field: number, text: string])[] = [
  [0, '999'],
  [1, MAX_MONEY.toString()],
  [1, '0.999999999999999'],
  [1, `0.${'0'.repeat(29)}1`],
  [2, '1'],
  [3, 'addrask'],
  [4, '0'],
  [5, '1'],
  [6, 'ab'.repeat(32)],
];

for (const [field, text] of accepted) {
  test(`takes ${text} as field ${field + 1}`, (t) => {
    const entries = parseSchedule(lineWith(field, text), 'mainnet');
    t.is(entries.length, 1);
    t.deepEqual(parseSchedule(formatSchedule(entries), 'mainnet'), entries);
  });
}

const rejected: readonly (readonly [field: number, text: string])[] = [
  [0, '-1'],
  [0, '1000'],
  [0, '00'],
  [0, ''],
  [1, '-5'],
  [1, '1e5'],
  [1, '0.0'],
  [1, '1.0'],
  [1, '.5'],
  [1, '1.'],
  [1, 'NaN'],
  [1, (MAX_MONEY + 1n).toString()],
  [1, `0.${'0'.repeat(30)}1`],
  [2, '0'],
  [2, '1.5'],
  [3, 'notanaddress'],
  [3, 'internal'],
  [3, 'tb1qw508d6qejxtdg4y5r3zarvary0c5xw7kxpjzsx'],
  [3, `${ADDRESS.slice(0, -1)}5`],
  [4, '-1'],
  [4, '1e3'],
  [4, 'inf'],
  [4, '1234567890'],
  [5, '0'],
  [5, '17'],
  [6, '2'],
  [6, 'AB'.repeat(32)],
  [6, 'ab'.repeat(31)],
];

for (const [field, text] of rejected) {
  test(`refuses ${JSON.stringify(text)} as field ${field + 1}`, (t) => {
    t.throws(() => parseSchedule(lineWith(field, text), 'mainnet'), {
      instanceOf: ScheduleError,
      code: 'bad-schedule',
    });
  });
}

test('names the line, comments counted', (t) => {
  const text = `# one\n${FIELDS.join(',')}\n\n`;
  t.throws(() => parseSchedule(text, 'mainnet'), { instanceOf: ScheduleError, message: /^Line 3 /u });
});

test('seven fields, no more and no less', (t) => {
  for (const line of [FIELDS.slice(1).join(','), [...FIELDS, '0'].join(',')]) {
    t.throws(() => parseSchedule(line, 'mainnet'), { instanceOf: ScheduleError });
  }
});

test('addresses belong to the network', (t) => {
  t.throws(() => parseSchedule(FIELDS.join(','), 'regtest'), { instanceOf: ScheduleError });
});

test('the amount of an entry', (t) => {
  const balance = sats(12_345_678n);
  const fraction = { kind: 'fraction', fraction: 0.5 } as const;
  t.is(scheduledSats({ amount: { kind: 'sweep' }, rounding: 16 }, balance), sats(0n));
  t.is(scheduledSats({ amount: { kind: 'sats', sats: sats(5n) }, rounding: 1 }, balance), sats(5n));
  t.is(scheduledSats({ amount: fraction, rounding: 16 }, balance), sats(6_172_839n));
  t.is(scheduledSats({ amount: fraction, rounding: 2 }, balance), sats(6_200_000n));
});

test('a small fraction is raised to the minimum', (t) => {
  const amount = { kind: 'fraction', fraction: 0.1 } as const;
  t.is(scheduledSats({ amount, rounding: 16 }, sats(999_999n)), MINIMUM_SCHEDULED);
  t.is(scheduledSats({ amount, rounding: 16 }, sats(1_000_000n)), MINIMUM_SCHEDULED);
  t.is(scheduledSats({ amount, rounding: 16 }, sats(1_000_010n)), sats(100_001n));
});

test('the minimum is the one that is given, at, under and over it', (t) => {
  const amount = { kind: 'fraction', fraction: 0.5 } as const;
  const raised = (balance: bigint): bigint =>
    scheduledSats({ amount, rounding: 16 }, sats(balance), sats(5000n));
  t.is(raised(9998n), 5000n);
  t.is(raised(10_000n), 5000n);
  t.is(raised(10_002n), 5001n);
});

test('progress goes into the last field of each entry, and comments stay', (t) => {
  const text = `# one\n${FIELDS.join(',')}\n#two,0\n${FIELDS.join(',')}\n\n`;
  const marked = markSchedule(text, [{ state: 'done' }, { state: 'broadcast', txid: txid('ab'.repeat(32)) }]);
  t.is(marked, `# one\n${lineWith(6, '1')}\n#two,0\n${lineWith(6, 'ab'.repeat(32))}\n\n`);
  t.is(markSchedule(marked, [{ state: 'to-do' }]), marked.replace(lineWith(6, '1'), FIELDS.join(',')));
});

test('rounding goes to the nearest, halves to even', (t) => {
  const rounded = (amount: bigint, figures: number): bigint => roundToFigures(sats(amount), figures);
  t.is(rounded(12_345_678n, 2), 12_000_000n);
  t.is(rounded(125n, 2), 120n);
  t.is(rounded(135n, 2), 140n);
  t.is(rounded(99n, 1), 100n);
  t.is(rounded(99n, 2), 99n);
  t.is(rounded(99n, 5), 99n);
  t.is(rounded(0n, 3), 0n);
});
