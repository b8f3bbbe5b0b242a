import test from 'ava';
import { sats } from '../../../../shared/bitcoin/amount.ts';
import { MakerOnlyAuthority } from '../../../../vm-wallet/rules/maker-only.ts';
import { RuleError } from '../../../../vm-wallet/rules/refusal.ts';
import { actWithoutMoney, type SigningAct } from '../../../../vm-wallet/rules/signing-act.ts';
import { MemoryStore, testKeys } from '../../../fixtures/memory-store.ts';
import { freeSigner, type Refused } from '../../../fixtures/signer.ts';

const REFUSED = { instanceOf: RuleError, code: 'rule-maker-only' };

function makerOnly(): {
  readonly authority: MakerOnlyAuthority;
  readonly passed: SigningAct[];
  readonly refusals: Refused[];
} {
  const { authority, acts, refusals } = freeSigner(testKeys());
  return { authority: new MakerOnlyAuthority(authority), passed: acts, refusals };
}

for (const kind of ['coinjoin-maker', 'disclosure', 'bond-announcement'] as const) {
  test(`the maker password is for: ${kind}`, async (t) => {
    const { authority, passed } = makerOnly();
    const act = actWithoutMoney(kind, 'something');
    await authority.authorise(act);
    t.deepEqual(passed, [act]);
  });

  test(`not even as ${kind} does anything go to others`, async (t) => {
    const { authority, passed } = makerOnly();
    const act = actWithoutMoney(kind, 'something');
    await t.throwsAsync(authority.authorise({ ...act, amount: sats(1n) }), REFUSED);
    await t.throwsAsync(authority.authorise({ ...act, destinations: [Uint8Array.of(0)] }), REFUSED);
    t.deepEqual(passed, []);
    // A share of the miner fee and what it earns are a maker's business.
    await authority.authorise({ ...act, minerFee: 500n, coinjoinFee: -100n });
    t.is(passed.length, 1);
  });
}

for (const kind of [
  'payment',
  'replacement',
  'child',
  'psbt',
  'coinjoin-taker',
  'commitment',
  'message',
  'bond-certificate',
] as const) {
  test(`the maker password is not for: ${kind}`, async (t) => {
    const { authority, passed, refusals } = makerOnly();
    await t.throwsAsync(authority.authorise(actWithoutMoney(kind, 'something')), REFUSED);
    t.deepEqual(passed, []);
    t.deepEqual(refusals, [{ kind, subject: 'something', code: 'rule-maker-only' }]);
  });
}

test('an act that is put together in its turn is held against the same', async (t) => {
  const store = new MemoryStore();
  const { authority, acts } = freeSigner(testKeys(), store);
  const limited = new MakerOnlyAuthority(authority);
  const asked = (act: SigningAct) =>
    limited.authoriseInTurn(act.kind, () => ({
      act,
      also: (draft) => {
        draft.transactionLabels['1'] = act.kind;
      },
    }));
  await t.throwsAsync(asked(actWithoutMoney('commitment', 'a coin')), REFUSED);
  await t.throwsAsync(asked({ ...actWithoutMoney('disclosure', 'a coin'), amount: sats(1n) }), REFUSED);
  t.deepEqual(store.state.transactionLabels, {});
  const act = actWithoutMoney('disclosure', 'a coin');
  t.is((await asked(act))?.act, act);
  t.deepEqual(store.state.transactionLabels, { 1: 'disclosure' });
  t.is(await limited.authoriseInTurn('disclosure', () => null), null);
  t.is(acts.at(-1), act);
});

test('what other rules refuse under the maker password is on record too', async (t) => {
  const { authority, refusals } = makerOnly();
  const about = { kind: 'coinjoin-maker', subject: 'round 1' } as const;
  await authority.refused(about, new RuleError('maker-1-version', 'version 3'));
  t.deepEqual(refusals, [{ ...about, code: 'rule-maker-1-version' }]);
});

test('what the maker password allows, the spending rules may still refuse', async (t) => {
  const { authority, refusals } = freeSigner(testKeys());
  const no = { ...authority, authorise: () => Promise.reject(new RuleError('quiet-hours', 'not now')) };
  const refusing = new MakerOnlyAuthority(no).authorise(actWithoutMoney('disclosure', 'a coin'));
  await t.throwsAsync(refusing, { instanceOf: RuleError, code: 'rule-quiet-hours' });
  t.deepEqual(refusals, [], 'it writes down itself what it refuses');
});
