import test from 'ava';
import { fromBase64, toBase64 } from '../../../../shared/crypto/bytes.ts';
import { fromBytes, systemRandom } from '../../../../shared/crypto/random.ts';
import { nickKeyFrom } from '../../../../shared/jm/nick-key.ts';
import { parseNickChallenge } from '../../../../shared/jm/onion/nick-auth.ts';
import {
  challengeNick,
  expiredChallenge,
  isChallengeOver,
  judgeNickProof,
  NICK_AUTH_STEP_MS,
  type NickAuthVerdict,
  type NickOwner,
  type PendingChallenge,
} from '../../../../vm-net/directory/nick-auth.ts';
import {
  DIRECTORY_ID,
  proofEnvelope,
  provableHandshake,
  PROVER,
  signNickProof,
} from '../../../fixtures/nick-proof.ts';

const POLICY = { required: false, directoryId: DIRECTORY_ID };
const OTHER = nickKeyFrom(new Uint8Array(32).fill(2));
const HANDSHAKE = provableHandshake(PROVER.nick);
/** 00 01 02 … 1f. */
const counting = fromBytes((length) => Uint8Array.from({ length }, (_, index) => index));

function challenge(handshakeLine = HANDSHAKE, nick: string = PROVER.nick): PendingChallenge {
  return challengeNick(POLICY, { nick, handshakeLine }, systemRandom, 0).pending;
}

function judge(pending: PendingChallenge, line: string, owner: NickOwner | null = null): NickAuthVerdict {
  return judgeNickProof(pending, { type: 805, line }, owner, 1);
}

function goodLine(pending: PendingChallenge): string {
  return proofEnvelope(PROVER.publicKey, signNickProof(PROVER, pending, HANDSHAKE)).line;
}

function codeOf(verdict: NickAuthVerdict): string {
  return verdict.ok ? 'ok' : verdict.code;
}

test('the three lines are what the protocol says, with a signature that was made elsewhere', (t) => {
  // Signed by a plain Python implementation of RFC 6979 over the text of protocol/onion-channel.md §9.
  const signature =
    'MEQCIBRMTioaDg6Pu9gO/ai4Dju0ca7uCii9ptH6jzDHgQytAiAnfWCZZ9ZsC3qGs4yqKyDRiN1hjIaYezhlneq3JLZxHg==';
  const handshakeLine =
    '{"app-name": "joinmarket", "directory": false, "location-string": "NOT-SERVING-ONION", "proto-ver": 5, ' +
    '"features": {"nick_auth": true}, "nick": "J5D7wbEWpGZCy3Zv", "network": "mainnet"}';
  const { pending, line } = challengeNick(POLICY, { nick: 'J5D7wbEWpGZCy3Zv', handshakeLine }, counting, 0);
  t.is(
    line,
    '{"challenge":"000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f",' +
      `"directory-id":"${DIRECTORY_ID}"}`,
  );
  const verdict = judge(
    pending,
    '{"pubkey":"031b84c5567b126440995d3ed5aaba0565d71e1834604819ff9c17f5e9d5dd078f",' +
      `"signature":"${signature}"}`,
  );
  t.is(verdict.answer, '{"code":"ok","verified":true}');
  t.deepEqual(verdict, {
    ok: true,
    answer: verdict.answer,
    verifiedKey: PROVER.publicKey,
    displaces: false,
  });
});

test('each challenge is another', (t) => {
  const challenges = Array.from({ length: 20 }, () => challenge().challenge);
  t.is(new Set(challenges).size, 20);
  t.true(challenges.every((text) => /^[0-9a-f]{64}$/u.test(text)));
});

test('a challenge that went out is read back by a client', (t) => {
  const { pending, line } = challengeNick(POLICY, { nick: 'x', handshakeLine: '' }, systemRandom, 0);
  t.deepEqual(parseNickChallenge(line), { challenge: pending.challenge, directoryId: DIRECTORY_ID });
});

test('the time for an answer is half a minute, at it and over it', (t) => {
  const pending = challenge();
  const line = goodLine(pending);
  const at = judgeNickProof(pending, { type: 805, line }, null, NICK_AUTH_STEP_MS);
  const over = judgeNickProof(pending, { type: 805, line }, null, NICK_AUTH_STEP_MS + 1);
  t.is(codeOf(at), 'ok');
  t.is(codeOf(over), 'expired');
  t.is(over.answer, '{"code":"expired","verified":false}');
  t.is(NICK_AUTH_STEP_MS, 30_000);
  t.false(isChallengeOver(pending, NICK_AUTH_STEP_MS));
  t.true(isChallengeOver(pending, NICK_AUTH_STEP_MS + 1));
  t.deepEqual(expiredChallenge(), over);
});

test('who says anything else than the proof is told so', (t) => {
  const pending = challenge();
  for (const type of [687, 685, 791, 793, 798, 803, 807]) {
    t.is(codeOf(judgeNickProof(pending, { type, line: goodLine(pending) }, null, 1)), 'malformed');
  }
});

const { publicKey } = PROVER;

/** The base64 digits before the padding carry bits that must be zero. */
function withLooseBits(base64: string): string {
  const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  const bare = base64.replace(/=+$/u, '');
  const last = digits.indexOf(bare.at(-1) ?? '');
  return `${bare.slice(0, -1)}${digits[last + 1] ?? ''}${'='.repeat(base64.length - bare.length)}`;
}

const MALFORMED: readonly (readonly [string, (signature: string) => string])[] = [
  ['text', () => 'hello'],
  ['nothing', () => ''],
  ['a list', (signature) => JSON.stringify([publicKey, signature])],
  ['null', () => 'null'],
  ['an object without a signature', () => JSON.stringify({ pubkey: publicKey })],
  ['one key more', (signature) => JSON.stringify({ pubkey: publicKey, signature, more: 1 })],
  ['another name for a key', (signature) => JSON.stringify({ pubKey: publicKey, signature })],
  ['the key twice', (s) => `{"pubkey":"${publicKey}","pubkey":"${publicKey}","signature":"${s}"}`],
  [
    'a key twice, of which one is a number',
    (s) => `{"signature":1,"pubkey":"${publicKey}","signature":"${s}"}`,
  ],
  [
    'a key twice, once with an escape',
    (s) => `{"pubkey":"${publicKey}","\\u0070ubkey":"${publicKey}","signature":"${s}"}`,
  ],
  ['NaN', () => `{"pubkey":"${publicKey}","signature":NaN}`],
  ['a signature that is no text', () => JSON.stringify({ pubkey: publicKey, signature: 1 })],
  ['a key in upper case', (signature) => JSON.stringify({ pubkey: publicKey.toUpperCase(), signature })],
  [
    'a key that is not compressed',
    (signature) => JSON.stringify({ pubkey: `04${publicKey.slice(2)}`, signature }),
  ],
  ['a key that is too short', (signature) => JSON.stringify({ pubkey: publicKey.slice(0, -2), signature })],
  ['a key with something behind it', (signature) => JSON.stringify({ pubkey: `${publicKey}\n`, signature })],
  ['base64 without padding', (s) => JSON.stringify({ pubkey: publicKey, signature: s.replace(/=+$/u, '') })],
  ['base64 with a line break', (s) => JSON.stringify({ pubkey: publicKey, signature: `${s}\n` })],
  [
    'base64 with a space in it',
    (s) => JSON.stringify({ pubkey: publicKey, signature: `${s.slice(0, 8)} ${s.slice(8)}` }),
  ],
  ['base64 with loose bits', (s) => JSON.stringify({ pubkey: publicKey, signature: withLooseBits(s) })],
  ['something behind the object', (signature) => `${JSON.stringify({ pubkey: publicKey, signature })}}`],
  [
    'a line over the limit',
    (signature) => JSON.stringify({ pubkey: publicKey, signature }).padEnd(1001, ' '),
  ],
];

for (const [what, write] of MALFORMED) {
  test(`a proof is malformed that is ${what}`, (t) => {
    const pending = challenge();
    // One digit of base64 can only hold loose bits in front of padding.
    let signature = signNickProof(PROVER, pending, HANDSHAKE);
    if (!signature.endsWith('=')) signature = toBase64(Uint8Array.of(...fromBase64(signature), 0));
    const verdict = judge(pending, write(signature));
    t.is(codeOf(verdict), 'malformed');
    t.is(verdict.answer, '{"code":"malformed","verified":false}');
  });
}

test('a proof may be written with spaces, escapes, its keys in another order, and up to the limit', (t) => {
  const pending = challenge();
  const signature = signNickProof(PROVER, pending, HANDSHAKE);
  for (const line of [
    `{ "pubkey" : "${publicKey}",\t"signature":\n"${signature}" }`,
    `{"signature":"${signature}","pubkey":"${publicKey}"}`,
    `{"pubkey":"${publicKey}","signature":"${signature.replaceAll('/', '\\/')}"}`,
    goodLine(pending).padEnd(1000, ' '),
  ]) {
    t.is(codeOf(judge(pending, line)), 'ok');
  }
});

function withDer(pending: PendingChallenge, change: (der: Uint8Array) => Uint8Array): string {
  const der = fromBase64(signNickProof(PROVER, pending, HANDSHAKE));
  return proofEnvelope(PROVER.publicKey, toBase64(change(der))).line;
}

const INVALID: readonly (readonly [string, (pending: PendingChallenge) => string])[] = [
  ['of another key', (p) => proofEnvelope(OTHER.publicKey, signNickProof(OTHER, p, HANDSHAKE)).line],
  [
    'of another key, signed for the nick',
    (p) => proofEnvelope(OTHER.publicKey, signNickProof(OTHER, p, HANDSHAKE, PROVER.nick)).line,
  ],
  [
    'that another key signed',
    (p) => proofEnvelope(PROVER.publicKey, signNickProof(OTHER, p, HANDSHAKE, PROVER.nick)).line,
  ],
  [
    'for another nick',
    (p) => proofEnvelope(PROVER.publicKey, signNickProof(PROVER, p, HANDSHAKE, OTHER.nick)).line,
  ],
  ['of another challenge', () => goodLine(challenge())],
  [
    'for another directory',
    (p) => {
      const elsewhere = {
        ...p,
        directoryId: 'jmarketxf5wc4aldf3slm5u6726zsky52bqnfv6qyxe5hnafgly6yuyd.onion:5222',
      };
      return proofEnvelope(PROVER.publicKey, signNickProof(PROVER, elsewhere, HANDSHAKE)).line;
    },
  ],
  [
    'over another handshake',
    (p) => proofEnvelope(PROVER.publicKey, signNickProof(PROVER, p, HANDSHAKE.replace(', ', ','))).line,
  ],
  [
    'with a key that is no point',
    (p) => proofEnvelope(`02${'ff'.repeat(32)}`, signNickProof(PROVER, p, HANDSHAKE)).line,
  ],
  ['without a byte of DER', () => proofEnvelope(PROVER.publicKey, '').line],
  ['with DER that has something behind it', (p) => withDer(p, (der) => Uint8Array.of(...der, 0))],
  ['with DER that is cut off', (p) => withDer(p, (der) => der.subarray(0, -1))],
  ['with one bit changed', (p) => withDer(p, (der) => der.with(-1, (der.at(-1) ?? 0) ^ 1))],
  ['with a sighash byte', (p) => withDer(p, (der) => Uint8Array.of(...der, 1))],
  ['with padded integers', (p) => withDer(p, padded)],
];

/** The same numbers with a needless zero in front of the first. */
function padded(der: Uint8Array): Uint8Array {
  const [, length = 0, , lengthOfR = 0] = der;
  return Uint8Array.of(0x30, length + 1, 0x02, lengthOfR + 1, 0, ...der.subarray(4));
}

for (const [what, write] of INVALID) {
  test(`a proof is invalid ${what}`, (t) => {
    const pending = challenge();
    const verdict = judge(pending, write(pending));
    t.is(codeOf(verdict), 'invalid');
    t.is(verdict.answer, '{"code":"invalid","verified":false}');
  });
}

test('a nick that no key can have is never proven', (t) => {
  for (const nick of [
    'x',
    'J5',
    'J5D7wbEWpGZCy3Z',
    `${PROVER.nick}x`,
    'Jx7wbEWpGZCy3Zvxx',
    PROVER.nick.replace('D', '0'),
  ]) {
    const pending = challenge(HANDSHAKE, nick);
    const line = proofEnvelope(PROVER.publicKey, signNickProof(PROVER, pending, HANDSHAKE, nick)).line;
    t.is(codeOf(judge(pending, line)), 'invalid', nick);
  }
});

test('the hash is over the handshake as it came, whatever order and spaces it has', (t) => {
  const handshakeLine = `  ${HANDSHAKE.replace('"directory": false', '"directory":  false')} `;
  const pending = challenge(handshakeLine);
  t.is(codeOf(judge(pending, goodLine(pending))), 'invalid');
  const line = proofEnvelope(PROVER.publicKey, signNickProof(PROVER, pending, handshakeLine)).line;
  t.is(codeOf(judge(pending, line)), 'ok');
});

const OWNERS: readonly (readonly [string, NickOwner | null, string, boolean])[] = [
  ['nobody', null, 'ok', false],
  ['somebody who proved nothing', { verifiedKey: null }, 'ok', true],
  ['somebody with the same key', { verifiedKey: PROVER.publicKey }, 'ok', true],
  ['somebody who proved another key', { verifiedKey: OTHER.publicKey }, 'policy', false],
];

for (const [who, owner, code, displaces] of OWNERS) {
  test(`a proof where ${who} has the nick comes to ${code}`, (t) => {
    const pending = challenge();
    const verdict = judge(pending, goodLine(pending), owner);
    t.is(codeOf(verdict), code);
    t.is(verdict.ok && verdict.displaces, displaces);
    t.deepEqual(JSON.parse(verdict.answer), { code, verified: code === 'ok' });
  });
}

test('a wrong proof displaces nobody', (t) => {
  const pending = challenge();
  t.false(judge(pending, goodLine(challenge()), { verifiedKey: null }).ok);
});
