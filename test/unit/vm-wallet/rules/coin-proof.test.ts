import test from 'ava';
import { outpointKey } from '../../../../shared/bitcoin/outpoint.ts';
import { locktimeOf } from '../../../../shared/jm/bond/time-number.ts';
import { boxKeyPairFrom } from '../../../../shared/jm/box.ts';
import { verifyPodle } from '../../../../shared/jm/podle/verify.ts';
import type { Coin } from '../../../../vm-wallet/coins/coin.ts';
import { commitToCoin, leaveToShow, proveCoin } from '../../../../vm-wallet/rules/coin-proof.ts';
import { BONDS_STAY_RULES } from '../../../../vm-wallet/rules/redemption.ts';
import { RuleError } from '../../../../vm-wallet/rules/refusal.ts';
import { partyKey } from '../../../fixtures/coinjoin-parties.ts';
import { emptyState, MemoryStore, testKeys } from '../../../fixtures/memory-store.ts';
import { freeSigner } from '../../../fixtures/signer.ts';
import { brokenRules, coinAt } from '../../../fixtures/spend.ts';

const KEYS = testKeys();
const BOX_KEY = boxKeyPairFrom(partyKey(250, 1)).publicKey;
const PLAIN = coinAt({ mixdepth: 0, branch: 0, index: 1 }, 40_000);
const BOND = coinAt({ mixdepth: 0, branch: 2, index: 60 }, 40_000, { locktime: locktimeOf(60) });
const BONDS: readonly (readonly [string, Coin])[] = [
  ['locked', { ...PLAIN, locktime: locktimeOf(60) }],
  ['on the timelocked branch, its lock forgotten', { ...BOND, locktime: null }],
  ['a bond', BOND],
];
const refusal = { instanceOf: RuleError, code: 'rule-bond-by-redeem-only' };

test('a plain coin is committed to and shown, each after leave for it', async (t) => {
  const signer = freeSigner(KEYS);
  const { revelation, commitment } = await commitToCoin(signer, PLAIN, 0);
  t.deepEqual(verifyPodle(revelation, commitment, 3), { ok: true, value: { index: 0 } });
  const leave = await leaveToShow(signer.authority, () => ({ coins: [PLAIN], also: () => undefined }));
  t.not(leave && proveCoin(KEYS, leave, BOX_KEY), '');
  t.deepEqual(leave?.coins, [PLAIN]);
  t.deepEqual(
    signer.acts.map(({ kind, subject, signatures, amount }) => [kind, subject, signatures, amount]),
    [
      ['commitment', outpointKey(PLAIN), 1, 0n],
      ['disclosure', outpointKey(PLAIN), 1, 0n],
    ],
  );
  t.deepEqual(signer.refusals, []);
});

for (const [what, coin] of BONDS) {
  test(`the key of a coin that is ${what} proves nothing to makers or takers`, async (t) => {
    t.deepEqual(brokenRules(BONDS_STAY_RULES, [coin]), ['bond-by-redeem-only']);
    const signer = freeSigner(KEYS, new MemoryStore(emptyState()));
    await t.throwsAsync(commitToCoin(signer, coin, 0), refusal);
    t.deepEqual(signer.acts, []);
    t.deepEqual(signer.refusals, [
      { kind: 'commitment', subject: outpointKey(coin), code: 'rule-bond-by-redeem-only' },
    ]);
    for (const coins of [[coin], [PLAIN, coin]] as const) {
      const also = (): void => {
        t.fail('nothing goes with it');
      };
      await t.throwsAsync(
        leaveToShow(signer.authority, () => ({ coins, also })),
        refusal,
      );
    }
  });
}

test('with nothing to show there is no leave, and nothing is asked for', async (t) => {
  const signer = freeSigner(KEYS);
  t.is(await leaveToShow(signer.authority, () => null), null);
  t.deepEqual(signer.acts, []);
});

test('without leave no key is lent', async (t) => {
  const { authority } = freeSigner(KEYS);
  const no = (): Promise<never> => Promise.reject(new RuleError('spending-role', 'no'));
  const refusing = { ...authority, authorise: no, authoriseInTurn: no };
  const code = 'rule-spending-role';
  await t.throwsAsync(commitToCoin({ keys: KEYS, authority: refusing }, PLAIN, 0), { code });
  await t.throwsAsync(
    leaveToShow(refusing, () => ({ coins: [PLAIN], also: () => undefined })),
    { code },
  );
});
