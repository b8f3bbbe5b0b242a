import test from 'ava';
import {
  parseRedirectToken,
  parseRequestToken,
  parseSourceToken,
  parseTargetToken,
} from '../../../../../scripts/audit/policy/token.ts';
import { WORK_UUID } from '../../../../fixtures/policy-machine.ts';

const named = (name: string): unknown => ({ by: 'name', name });

test('each kind of token is read, and stands only where it may', (t) => {
  const places = [
    ['source', parseSourceToken],
    ['target', parseTargetToken],
    ['redirect', parseRedirectToken],
    ['request', parseRequestToken],
  ] as const;
  const samples: readonly (readonly [string, unknown, string])[] = [
    ['*', { kind: 'any' }, 'source target'],
    ['@anyvm', { kind: 'anyvm' }, 'source target'],
    ['@adminvm', { kind: 'adminvm' }, 'source target redirect request'],
    ['dom0', { kind: 'adminvm' }, 'source target redirect request'],
    [
      `uuid:${WORK_UUID.replaceAll(/[0-9a-f]/gu, '0')}`,
      { kind: 'adminvm' },
      'source target redirect request',
    ],
    ['@default', { kind: 'default' }, 'target request'],
    ['@dispvm', { kind: 'dispvm' }, 'target redirect request'],
    ['@dispvm:dvm', { kind: 'dispvm-of', vm: named('dvm') }, 'source target redirect request'],
    [
      `@dispvm:uuid:${WORK_UUID}`,
      { kind: 'dispvm-of', vm: { by: 'uuid', uuid: WORK_UUID } },
      'source target redirect request',
    ],
    ['@dispvm:@tag:t', { kind: 'dispvm-of-tag', tag: 't' }, 'source target'],
    ['@tag:t', { kind: 'tag', tag: 't' }, 'source target'],
    ['@type:AppVM', { kind: 'type', type: 'AppVM' }, 'source target'],
    ['work', { kind: 'vm', vm: named('work') }, 'source target redirect request'],
    [
      `uuid:${WORK_UUID}`,
      { kind: 'vm', vm: { by: 'uuid', uuid: WORK_UUID } },
      'source target redirect request',
    ],
    ['$anyvm', { kind: 'vm', vm: named('$anyvm') }, 'source target redirect request'],
    ['w*', { kind: 'vm', vm: named('w*') }, 'source target redirect request'],
  ];
  for (const [text, token, allowed] of samples) {
    t.deepEqual<unknown, unknown>(parseTargetToken(text), token, text);
    const where = places.filter(([, parse]) => parse(text) !== null).map(([place]) => place);
    t.is(where.join(' '), allowed, text);
  }
});

test('what is no token stands nowhere', (t) => {
  for (const text of [
    '',
    '@',
    '@nothing',
    '@Anyvm',
    '@anyvm ',
    '@tag:',
    '@tag',
    '@type:',
    '@dispvm:',
    '@dispvm:@tag:',
    '@dispvm:@type:AppVM',
    '@dispvm:@dispvm',
    'uuid:',
    'uuid:work',
    `uuid:${WORK_UUID}0`,
    `uuid:${WORK_UUID.replace('1111', 'AAAA')}`,
  ]) {
    t.is(parseTargetToken(text), null, text);
  }
});
