import test from 'ava';
import { NICK_AUTH_FEATURE } from '../../../../shared/jm/onion/nick-auth.ts';
import {
  isNickAuthType,
  NICK_AUTH_REQUIRED,
  nickAuthFor,
  nickAuthPolicy,
} from '../../../../vm-net/directory/nick-auth.ts';
import { DIRECTORY_ID } from '../../../fixtures/nick-proof.ts';

test('the settings say who is asked, taken or refused', (t) => {
  const able = ['ping', NICK_AUTH_FEATURE];
  const plain = ['ping'];
  const prefers = nickAuthPolicy('prefer_verified', DIRECTORY_ID);
  const requires = nickAuthPolicy('require_verified', DIRECTORY_ID);
  t.deepEqual(prefers, { required: false, directoryId: DIRECTORY_ID });
  t.is(nickAuthPolicy('disabled', DIRECTORY_ID), null);
  t.deepEqual(
    [null, prefers, requires].map((policy) => [nickAuthFor(policy, able), nickAuthFor(policy, plain)]),
    [
      ['none', 'none'],
      ['challenge', 'none'],
      ['challenge', 'refuse'],
    ],
  );
  t.is(NICK_AUTH_REQUIRED, 'Rejected: verified nick authentication required');
});

test('without an address nobody is asked, and where that is required it is an error with a cure', (t) => {
  t.is(nickAuthPolicy('prefer_verified', null), null);
  t.throws(() => nickAuthPolicy('require_verified', null), {
    code: 'nick-auth-without-id',
    message: /no directory id/u,
  });
});

test('the three types are known', (t) => {
  t.deepEqual([802, 803, 804, 805, 806, 807, 808].filter(isNickAuthType), [803, 805, 807]);
});
