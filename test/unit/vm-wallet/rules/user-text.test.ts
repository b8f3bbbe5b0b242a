import test from 'ava';
import { signUserText } from '../../../../vm-wallet/rules/user-text.ts';
import { testKeys } from '../../../fixtures/memory-store.ts';
import { freeSigner } from '../../../fixtures/signer.ts';

const keys = testKeys();
const PATH = { mixdepth: 0, branch: 0, index: 0 };
const NICK = 'J5D7wbEWpGZCy3Zv';

test('signs what people say', async (t) => {
  for (const text of [
    '',
    'test',
    'a'.repeat(300),
    NICK,
    `${NICK}|`,
    'ab'.repeat(31),
    `see ${'ab'.repeat(32)}`,
  ]) {
    t.regex(await signUserText(freeSigner(keys), PATH, text), /^[A-Za-z0-9+/]{87}=$/u);
  }
});

const refused: readonly (readonly [rule: string, text: string, branch: number])[] = [
  ['message-bond-key', 'test', 2],
  ['message-box-key', 'ab'.repeat(32), 0],
  ['message-box-key', ` ${'AB'.repeat(32)}\n`, 0],
  ['message-certificate', `fidelity-bond-cert|${'02'.repeat(33)}|350`, 0],
  ['message-certificate', 'Fidelity-Bond-Cert|', 0],
  ['message-nicks', `${NICK}|J5cgWgQAS8pjF3QO`, 0],
];

for (const [rule, text, branch] of refused) {
  test(`refuses by ${rule}: ${JSON.stringify(text.slice(0, 20))}`, async (t) => {
    await t.throwsAsync(signUserText(freeSigner(keys), { ...PATH, branch }, text), { code: `rule-${rule}` });
  });
}
