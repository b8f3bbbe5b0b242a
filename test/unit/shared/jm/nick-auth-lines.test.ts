import test from 'ava';
import { nickKeyFrom } from '../../../../shared/jm/nick-key.ts';
import {
  formatNickAuthResult,
  formatNickChallenge,
  formatNickProof,
  parseNickAuthResult,
  parseNickChallenge,
  parseNickProof,
} from '../../../../shared/jm/onion/nick-auth.ts';

const { publicKey } = nickKeyFrom(new Uint8Array(32).fill(1));
const ID = '2gzyxa5ihm7nsggfxnu52rck2vv4rvmdlkiu3zzui5du4xyclen53wid.onion:5222';
const CHALLENGE = 'ab'.repeat(32);

test('each line is read back as it was written', (t) => {
  const challenge = { challenge: CHALLENGE, directoryId: ID };
  t.deepEqual(parseNickChallenge(formatNickChallenge(challenge)), challenge);
  const proof = { publicKey, signature: Uint8Array.of(0x30, 1, 2, 3) };
  t.deepEqual(parseNickProof(formatNickProof(proof)), proof);
  for (const code of ['ok', 'malformed', 'expired', 'invalid', 'policy'] as const) {
    t.is(parseNickAuthResult(formatNickAuthResult(code)), code);
  }
});

const CHALLENGES: readonly (readonly [string, unknown])[] = [
  ['in upper case', { challenge: CHALLENGE.toUpperCase(), 'directory-id': ID }],
  ['that is too short', { challenge: CHALLENGE.slice(1), 'directory-id': ID }],
  ['that is too long', { challenge: `${CHALLENGE}0`, 'directory-id': ID }],
  ['that is a number', { challenge: 1, 'directory-id': ID }],
  ['for an address without port', { challenge: CHALLENGE, 'directory-id': ID.slice(0, -5) }],
  ['for an address in upper case', { challenge: CHALLENGE, 'directory-id': ID.toUpperCase() }],
  ['for an address with the separator', { challenge: CHALLENGE, 'directory-id': `a|b:5222` }],
  ['for no address', { challenge: CHALLENGE }],
];

for (const [what, value] of CHALLENGES) {
  test(`a client takes no challenge ${what}`, (t) => {
    t.is(parseNickChallenge(JSON.stringify(value)), null);
  });
}

const RESULTS: readonly string[] = [
  '{"code":"ok","verified":false}',
  '{"code":"invalid","verified":true}',
  '{"code":"fine","verified":true}',
  '{"code":"ok","verified":"true"}',
  '{"code":"ok","verified":1}',
  '{"code":"ok"}',
  '{"code":"ok","verified":false,"verified":true}',
  '{"code":"ok","verified":true,"more":true}',
  '["ok",true]',
];

for (const line of RESULTS) {
  test(`a client takes no result like ${line}`, (t) => {
    t.is(parseNickAuthResult(line), null);
  });
}
