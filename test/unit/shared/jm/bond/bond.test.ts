import test from 'ava';
import { sats } from '../../../../../shared/bitcoin/amount.ts';
import { txid } from '../../../../../shared/bitcoin/outpoint.ts';
import { fromBase64, fromHex, toBase64, toHex } from '../../../../../shared/crypto/bytes.ts';
import { publicKeyOf } from '../../../../../shared/crypto/sign.ts';
import type { Nick } from '../../../../../shared/jm/command.ts';
import { createBondProof, createCertificate, currentExpiry } from '../../../../../shared/jm/bond/create.ts';
import { formatBondProof, parseBondProof } from '../../../../../shared/jm/bond/proof.ts';
import { bondScript, bondWitnessScript, parseBondScript } from '../../../../../shared/jm/bond/script.ts';
import {
  locktimeOf,
  TimeNumberError,
  timeNumberOf,
  timeNumberOfMonth,
} from '../../../../../shared/jm/bond/time-number.ts';
import { bondValue } from '../../../../../shared/jm/bond/value.ts';
import { verifyBondCoin, verifyBondProof } from '../../../../../shared/jm/bond/verify.ts';

const maker = 'J5makerOOOOOOOOO' as Nick;
const taker = 'J5takerOOOOOOOOO' as Nick;
const bondKey = fromHex('06'.repeat(32));
const hotKey = fromHex('07'.repeat(32));
const LOCKTIME = 1_735_689_600;
const EXPIRY = 400;

function proofOf(form: 'binary' | 'ascii' = 'binary', signer = bondKey): string {
  return createBondProof({
    certificate: {
      ...createCertificate(signer, publicKeyOf(hotKey), EXPIRY, form),
      bondKey: publicKeyOf(bondKey),
    },
    certificatePrivateKey: hotKey,
    outpoint: { txid: txid('ab'.repeat(32)), vout: 1 },
    locktime: LOCKTIME,
    taker,
    maker,
  });
}

test('the example of the protocol page', (t) => {
  t.is(
    proofOf(),
    '//8wRAIgMEbA4zSyzzkr173JGtDuHA62WpkSZ7oJSrXwjWBcI+YCIBYsJnmwFvQ5C2ZMWkap2X2zJND7DdbnOb4rLFCH+i1u' +
      '/zBFAiEAsjHJr+NUqB4vJkkTSSwd1rApTQnA9MPJP6EB9mIP4f0CIDfxWC3mHHPwui1ejYSAoTQjUst5JAR+C3ro/rd39mHc' +
      'ApicC3bLVjlx/cm+8x7AbDVg8ySdbunl2DxXYlWW4F9vkAED8AahjVZTxO31OR/yOmHwP/g9I36IDuYRh/qfN5oCjgqrq6ur' +
      'q6urq6urq6urq6urq6urq6urq6urq6urq6urqwEAAACAhXRn',
  );
});

test('certificates of both forms verify', (t) => {
  for (const form of ['binary', 'ascii'] as const) {
    const verdict = verifyBondProof(proofOf(form), maker, taker);
    t.true(verdict.ok);
    if (verdict.ok) {
      t.is(verdict.value.expiry, EXPIRY);
      t.is(verdict.value.locktime, LOCKTIME);
      t.deepEqual(verdict.value.outpoint, { txid: txid('ab'.repeat(32)), vout: 1 });
      t.deepEqual(verdict.value.bondKey, publicKeyOf(bondKey));
    }
  }
});

const good = fromBase64(proofOf());

/** The proof with bytes replaced. */
function changed(offset: number, ...bytes: readonly number[]): string {
  const copy = Uint8Array.from(good);
  copy.set(bytes, offset);
  return toBase64(copy);
}

const refused: readonly (readonly [
  name: string,
  refusal: string,
  text: string,
  maker?: Nick,
  taker?: Nick,
])[] = [
  ['251 bytes', 'malformed', toBase64(good.subarray(0, 251))],
  ['253 bytes', 'malformed', toBase64(Uint8Array.from([...good, 0]))],
  ['nothing', 'malformed', ''],
  ['a line break in the base64', 'malformed', `${proofOf().slice(0, 76)}\n${proofOf().slice(76)}`],
  ['a padded base64', 'malformed', `${proofOf()}====`],
  ['no nick signature', 'malformed', changed(0, ...new Array<number>(72).fill(0xff))],
  ['no certificate signature', 'malformed', changed(72, ...new Array<number>(72).fill(0xff))],
  ['another maker', 'bad-nick-signature', proofOf(), taker],
  ['another taker', 'bad-nick-signature', proofOf(), maker, maker],
  ['maker and taker exchanged', 'bad-nick-signature', proofOf(), taker, maker],
  ['a nick signature with a byte behind it', 'bad-nick-signature', changed(0, ...good.subarray(1, 72), 0)],
  ['another certificate key', 'bad-nick-signature', changed(144, ...publicKeyOf(bondKey))],
  [
    'a certificate key off the curve',
    'bad-nick-signature',
    changed(145, ...new Array<number>(32).fill(0xff)),
  ],
  ['another expiry', 'bad-certificate', changed(177, 0x91)],
  ['another bond key', 'bad-certificate', changed(179, ...publicKeyOf(hotKey))],
  ['a certificate that the hot key signed itself', 'bad-certificate', proofOf('binary', hotKey)],
];

for (const [name, refusal, text, from = maker, to = taker] of refused) {
  test(`refuses ${name}`, (t) => {
    t.deepEqual(verifyBondProof(text, from, to), { ok: false, error: refusal });
  });
}

const proof = parseBondProof(proofOf());
const coin = { confirmations: 1, scriptPubKey: bondScript(publicKeyOf(bondKey), LOCKTIME) };

test('a confirmed coin of the right script holds up to the last block of the last period', (t) => {
  if (proof === null) return t.fail();
  t.true(verifyBondCoin(proof, coin, 0).ok);
  t.true(verifyBondCoin(proof, coin, EXPIRY * 2016).ok);
  t.deepEqual(verifyBondCoin(proof, coin, EXPIRY * 2016 + 1), { ok: false, error: 'expired' });
});

test('an unconfirmed coin is no bond', (t) => {
  if (proof === null) return t.fail();
  const verdict = verifyBondCoin(proof, { ...coin, confirmations: 0 }, 0);
  t.deepEqual(verdict, { ok: false, error: 'coin-unconfirmed' });
});

test('the script binds key and locktime', (t) => {
  if (proof === null) return t.fail();
  const others = [
    bondScript(publicKeyOf(hotKey), LOCKTIME),
    bondScript(publicKeyOf(bondKey), LOCKTIME + 1),
    coin.scriptPubKey.subarray(0, 33),
  ];
  for (const scriptPubKey of others) {
    t.deepEqual(verifyBondCoin(proof, { confirmations: 1, scriptPubKey }, 0), {
      ok: false,
      error: 'wrong-script',
    });
  }
});

test('the script of the protocol page', (t) => {
  const key = publicKeyOf(bondKey);
  t.is(
    toHex(bondWitnessScript(key, LOCKTIME)),
    '0480857467b1752103f006a18d5653c4edf5391ff23a61f03ff83d237e880ee61187fa9f379a028e0aac',
  );
  t.is(
    toHex(bondScript(key, LOCKTIME)),
    '0020c6290040d87cd586cd21cfb073fadc717c34162278b5c5c6d919ad0c79530b1f',
  );
});

for (const [locktime, start] of [
  [0, '00b175'],
  [1, '51b175'],
  [16, '60b175'],
  [17, '0111b175'],
  [0x7f, '017fb175'],
  [0x80, '028000b175'],
  [1_577_836_800, '0400e10b5eb175'],
  [2 ** 31 - 1, '04ffffff7fb175'],
  [2 ** 31, '050000008000b175'],
  [2 ** 32 - 1, '05ffffffff00b175'],
] as const) {
  test(`a script pushes ${locktime} in the shortest way`, (t) => {
    t.true(toHex(bondWitnessScript(publicKeyOf(bondKey), locktime)).startsWith(start));
  });
}

test('an expiry lasts to the end of the current period', (t) => {
  t.is(currentExpiry(0), 1);
  t.is(currentExpiry(2013), 1);
  t.is(currentExpiry(2014), 2);
  t.is(currentExpiry(2015), 2);
});

test('months and their locktimes', (t) => {
  t.deepEqual(
    [0, 1, 12, 60, 959].map(locktimeOf),
    [1_577_836_800, 1_580_515_200, 1_609_459_200, 1_735_689_600, 4_099_766_400],
  );
  for (let month = 0; month < 960; month += 1) t.is(timeNumberOf(locktimeOf(month)), month);
});

test('the first locktime with five bytes is that of month 217', (t) => {
  t.true(locktimeOf(216) < 2 ** 31);
  t.true(locktimeOf(217) >= 2 ** 31);
});

for (const month of [-1, 960, 0.5, NaN]) {
  test(`there is no month ${month}`, (t) => {
    t.throws(() => locktimeOf(month), { instanceOf: TimeNumberError, code: 'bad-time-number' });
  });
}

for (const locktime of [0, 1_577_836_799, 1_577_836_801, 1_575_158_400, 4_102_444_800, NaN, Infinity]) {
  test(`${locktime} starts no month from 2020 to 2099`, (t) => {
    t.throws(() => timeNumberOf(locktime), { instanceOf: TimeNumberError, code: 'bad-locktime' });
  });
}

const bond = { value: sats(100_000_000n), interestRate: 0.015, exponent: 1.3 };

test('the values of the protocol page', (t) => {
  const late = { ...bond, confirmedAt: 1_577_836_800, locktime: 1_609_459_200 };
  const values = [
    bondValue({ ...bond, confirmedAt: 1_700_000_000, locktime: 1_893_456_000, now: 1_710_000_000 }),
    bondValue({ ...late, now: 1_609_459_200 }),
    bondValue({ ...late, now: 1_644_019_200 }),
  ];
  const expected = [1_198_972_249.6746705, 108_227_298.26447682, 0];
  for (const [index, value] of values.entries()) {
    t.true(Math.abs(value - (expected[index] ?? NaN)) <= 1e-9 * (expected[index] ?? NaN), `${value}`);
  }
});

test('a bond that was locked into the past is worth nothing', (t) => {
  t.is(bondValue({ ...bond, confirmedAt: 1_700_000_000, locktime: 1_690_000_000, now: 1_700_000_000 }), 0);
});

test('a proof is written as it was read', (t) => {
  t.is(proof === null ? '' : formatBondProof(proof), proofOf());
});

test('a bond script is read back, and nothing else is one', (t) => {
  const key = publicKeyOf(bondKey);
  for (const locktime of [0, 1, 16, 17, 0x80, LOCKTIME, 2 ** 31, 2 ** 32 - 1]) {
    const pushed = locktime === 0 || locktime > 16;
    const read = parseBondScript(bondWitnessScript(key, locktime));
    t.deepEqual(read, pushed ? { publicKey: key, locktime } : null);
  }
  const script = bondWitnessScript(key, LOCKTIME);
  for (const [at, byte] of [
    [0, 5],
    [5, 0xb2],
    [6, 0x76],
    [7, 0x20],
    [script.length - 1, 0xad],
  ] as const) {
    const other = Uint8Array.from(script);
    other[at] = byte;
    t.is(parseBondScript(other), null);
  }
  t.is(parseBondScript(script.subarray(0, -1)), null);
  t.is(parseBondScript(Uint8Array.from([...script, 0])), null);
  t.is(parseBondScript(new Uint8Array(0)), null);
  // Longer than it must be, which nodes do not relay.
  t.is(parseBondScript(Uint8Array.from([5, ...script.subarray(1, 5), 0, ...script.subarray(5)])), null);
});

test('months by their names', (t) => {
  t.is(timeNumberOfMonth('2020-01'), 0);
  t.is(timeNumberOfMonth('2025-01'), 60);
  t.is(timeNumberOfMonth('2099-12'), 959);
  for (const text of ['2019-12', '2100-01', '2030-00', '2030-13', '2030-1', ' 2030-01', '2030-01\n', 'x']) {
    t.throws(() => timeNumberOfMonth(text), { instanceOf: TimeNumberError, code: 'bad-month' });
  }
});
