import test from 'ava';
import fc from 'fast-check';
import { toBase64 } from '../../../shared/crypto/bytes.ts';
import { systemRandom } from '../../../shared/crypto/random.ts';
import { nickKeyFrom } from '../../../shared/jm/nick-key.ts';
import { parseNickAuthResult, parseNickChallenge } from '../../../shared/jm/onion/nick-auth.ts';
import { challengeNick, judgeNickProof } from '../../../vm-net/directory/nick-auth.ts';
import {
  DIRECTORY_ID,
  proofEnvelope,
  provableHandshake,
  PROVER,
  signNickProof,
} from '../../fixtures/nick-proof.ts';

const HANDSHAKE = provableHandshake(PROVER.nick);
const peer = { nick: PROVER.nick, handshakeLine: HANDSHAKE };
const { pending } = challengeNick({ required: false, directoryId: DIRECTORY_ID }, peer, systemRandom, 0);
const { line: GOOD } = proofEnvelope(PROVER.publicKey, signNickProof(PROVER, pending, HANDSHAKE));

function isTaken(line: string): boolean {
  return judgeNickProof(pending, { type: 805, line }, null, 1).ok;
}

/** One character replaced, left out, or put in; the rest is the proof that is good. */
const mutated = fc
  .tuple(
    fc.nat(GOOD.length - 1),
    fc.constantFrom(0, 1),
    fc.oneof(
      fc.constant(''),
      fc.string({ unit: 'binary', maxLength: 3 }),
      fc.constantFrom('"', '\\', ',', '{', 'A', '0'),
    ),
  )
  .map(([at, removed, put]) => GOOD.slice(0, at) + put + GOOD.slice(at + removed));

const fields = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 120 }),
  fc.constant(PROVER.publicKey),
  fc.uint8Array({ maxLength: 75 }).map(toBase64),
);

const line = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 1200 }),
  fc.json(),
  fc
    .dictionary(fc.constantFrom('pubkey', 'signature', '__proto__', 'x'), fc.oneof(fields, fc.jsonValue()))
    .map((value) => JSON.stringify(value)),
  fc.tuple(fields, fields).map(([pubkey, signature]) => proofEnvelope(pubkey, signature).line),
);

test('the proof that the mutations start from is good', (t) => {
  t.true(isTaken(GOOD));
});

test('no mutation of a proof is taken that says something else', (t) => {
  const meaning = (text: string): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      return null;
    }
  };
  const good = JSON.stringify(meaning(GOOD));
  fc.assert(
    fc.property(mutated, (text) => {
      // A space between two tokens says the same, and is allowed.
      if (JSON.stringify(meaning(text)) !== good) t.false(isTaken(text), text);
    }),
    { numRuns: 3000 },
  );
});

test('nothing invented is taken, and nothing throws', (t) => {
  fc.assert(
    fc.property(line, fc.nat(1000), (text, type) => {
      t.false(isTaken(text), text);
      t.false(judgeNickProof(pending, { type, line: text }, { verifiedKey: null }, 1).ok);
      parseNickChallenge(text);
      parseNickAuthResult(text);
    }),
    { numRuns: 2000 },
  );
});

test('a proof is taken by its own challenge, nick and handshake only', (t) => {
  const keys = fc
    .uint8Array({ minLength: 32, maxLength: 32 })
    .filter((key) => key.some((byte) => byte !== 0) && (key[0] ?? 0) < 0xff);
  fc.assert(
    fc.property(
      keys,
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.boolean(),
      (secret, said, changed) => {
        const key = nickKeyFrom(secret);
        const asked = challengeNick(
          { required: false, directoryId: DIRECTORY_ID },
          { nick: key.nick, handshakeLine: changed ? `${said} ` : said },
          systemRandom,
          0,
        );
        const proof = proofEnvelope(key.publicKey, signNickProof(key, asked.pending, said));
        t.is(judgeNickProof(asked.pending, proof, null, 1).ok, !changed);
      },
    ),
    { numRuns: 100 },
  );
});
