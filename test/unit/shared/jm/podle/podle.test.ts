import test from 'ava';
import { txid } from '../../../../../shared/bitcoin/outpoint.ts';
import { fromHex, toHex } from '../../../../../shared/crypto/bytes.ts';
import { sha256 } from '../../../../../shared/crypto/hash.ts';
import type { Commitment, PodleRevelation } from '../../../../../shared/jm/command.ts';
import { createPodle, createPodleWithNonce, PodleError } from '../../../../../shared/jm/podle/create.ts';
import { NumsError, numsPoint } from '../../../../../shared/jm/podle/nums.ts';
import { verifyPodle } from '../../../../../shared/jm/podle/verify.ts';

const ORDER = 'fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141';
const privateKey = fromHex('02'.repeat(32));
const utxo = { txid: txid('ab'.repeat(32)), vout: 7 };
const zero = '00'.repeat(32);

function commitmentOf(P2: string): Commitment {
  return toHex(sha256(fromHex(P2))) as Commitment;
}

test('the 256 points have the recorded hash', (t) => {
  const all = Array.from({ length: 256 }, (_, index) => toHex(numsPoint(index))).join('');
  t.is(toHex(sha256(fromHex(all))), '94eb5f3a2aabb7ec31fe9240c7ce8592aaeec26c9da6d7927017af3be9af0a8c');
});

for (const index of [-1, 256, 0.5, NaN]) {
  test(`there is no point ${index}`, (t) => {
    t.throws(() => numsPoint(index), { instanceOf: NumsError, code: 'bad-nums-index' });
  });
}

test('the example of the protocol page', (t) => {
  const podle = createPodleWithNonce({ privateKey, utxo, index: 2 }, fromHex('05'.repeat(32)));
  t.deepEqual(podle, {
    commitment: '97993deba2dc2eebad7f2e26a2a1de59ce76f3edbf158e14182185488c046e6c' as Commitment,
    revelation: {
      utxo,
      P: '024d4b6cd1361032ca9bd2aeb9d900aa4d45d9ead80ac9423374c451a7254d0766',
      P2: '0264a2c53187bf61fd8ae374530cf6d6976fd7c0085e97056be8fab55b3e1d33ef',
      s: '447c33acf099b6cf717571aeb06fd185d3a4d30573efdb065ef9a48149ba6f38',
      e: 'c0496b6304f45998fd95eafc2f3fd4342eb8ba9fb073d4740ca0e9366b1fc73f',
    },
  });
});

test('a proof verifies with its own index, and only within the tries allowed', (t) => {
  for (const index of [0, 1, 2]) {
    const { commitment, revelation } = createPodle({ privateKey, utxo, index });
    t.deepEqual(verifyPodle(revelation, commitment, 3), { ok: true, value: { index } });
    t.deepEqual(verifyPodle(revelation, commitment, index), { ok: false, error: 'proof-does-not-verify' });
  }
});

test('the same coin and index give the same proof, another coin another nonce', (t) => {
  const proof = createPodle({ privateKey, utxo, index: 0 });
  t.deepEqual(createPodle({ privateKey, utxo, index: 0 }), proof);
  const other = createPodle({ privateKey, utxo: { ...utxo, vout: 8 }, index: 0 });
  t.is(other.commitment, proof.commitment);
  // With one nonce for two different challenges the key could be computed; with one for the same challenge s is the same.
  t.not(other.revelation.e, proof.revelation.e);
  t.not(other.revelation.s, proof.revelation.s);
});

for (const [name, key] of [
  ['zero', zero],
  ['the group order', ORDER],
  ['31 bytes', '01'.repeat(31)],
] as const) {
  test(`no proof with ${name} as key`, (t) => {
    t.throws(() => createPodle({ privateKey: fromHex(key), utxo, index: 0 }), {
      instanceOf: PodleError,
      code: 'podle-bad-key',
    });
  });
}

test('an error about a key does not show the key', (t) => {
  const error = t.throws(() => createPodle({ privateKey: fromHex(ORDER), utxo, index: 0 }));
  t.false(error.message.includes(ORDER.slice(0, 8)));
});

const { commitment, revelation } = createPodle({ privateKey, utxo, index: 0 });
const other = createPodle({ privateKey: fromHex('03'.repeat(32)), utxo, index: 0 });
const notOnCurve = `02${'ff'.repeat(32)}`;
const broken: readonly [
  name: string,
  change: Partial<PodleRevelation>,
  commitment: Commitment,
  refusal: string,
][] = [
  ['a commitment to another P2', {}, other.commitment, 'wrong-commitment'],
  ['the P of another key', { P: other.revelation.P }, commitment, 'proof-does-not-verify'],
  ['the P2 of another key', { P2: other.revelation.P2 }, other.commitment, 'proof-does-not-verify'],
  ['another s', { s: other.revelation.s }, commitment, 'proof-does-not-verify'],
  ['another e', { e: other.revelation.e }, commitment, 'proof-does-not-verify'],
  ['s of zero', { s: zero }, commitment, 'bad-scalar'],
  ['s of the group order', { s: ORDER }, commitment, 'bad-scalar'],
  ['e of zero', { e: zero }, commitment, 'bad-scalar'],
  ['e of the group order', { e: ORDER }, commitment, 'bad-scalar'],
  ['a P off the curve', { P: notOnCurve }, commitment, 'bad-point'],
  ['a P2 off the curve', { P2: notOnCurve }, commitmentOf(notOnCurve), 'bad-point'],
];

for (const [name, change, claimed, refusal] of broken) {
  test(`refuses ${name}`, (t) => {
    t.deepEqual(verifyPodle({ ...revelation, ...change }, claimed, 3), { ok: false, error: refusal });
  });
}

test('a proof whose s·G and e·P cancel out is refused', (t) => {
  // P = G and s = e make A the point at infinity.
  const P = '0279be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798';
  const verdict = verifyPodle({ ...revelation, P, s: revelation.e, e: revelation.e }, commitment, 3);
  t.deepEqual(verdict, { ok: false, error: 'proof-does-not-verify' });
});
