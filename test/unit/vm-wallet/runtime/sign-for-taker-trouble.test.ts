import test, { type ExecutionContext } from 'ava';
import { outpointKey } from '../../../../shared/bitcoin/outpoint.ts';
import { AuditError } from '../../../../vm-wallet/audit/audit-error.ts';
import type { SigningOutcome } from '../../../../vm-wallet/maker/session-types.ts';
import { DEFAULT_MAKER_LIMITS } from '../../../../vm-wallet/rules/maker-pre-sign.ts';
import { RuleError } from '../../../../vm-wallet/rules/refusal.ts';
import type { Authority } from '../../../../vm-wallet/rules/signing-act.ts';
import { disclose } from '../../../../vm-wallet/runtime/disclose.ts';
import { signForTaker } from '../../../../vm-wallet/runtime/sign-for-taker.ts';
import { StoreError } from '../../../../vm-wallet/store/wallet-store.ts';
import { fillOf, makerRecords, NOW } from '../../../fixtures/maker-session.ts';
import {
  afterDisclosure,
  CHANGE,
  FILL,
  OWN,
  SILENT,
  TAKER,
  transactionFor,
  verdict,
  type Shown,
} from '../../../fixtures/shown-coins.ts';
import { freeSigner } from '../../../fixtures/signer.ts';
import { openTestWallet, outpointAt, paidTo } from '../../../fixtures/wallet-context.ts';

/** What becomes of a transaction when this happens while the act is being written down. */
async function whileAuthorising(
  t: ExecutionContext,
  happens: (wallet: Shown) => Promise<unknown>,
): Promise<{ readonly wallet: Shown; readonly signing: Promise<SigningOutcome> }> {
  const wallet = await afterDisclosure(t);
  const authority: Authority = {
    ...wallet.context.authority,
    authorise: async (act, also) => {
      await happens(wallet);
      await wallet.context.authority.authorise(act, also);
    },
  };
  const context = { ...wallet.context, authority };
  return { wallet, signing: signForTaker(context, FILL, wallet.disclosure, transactionFor(wallet), SILENT) };
}

test('a disk or an audit log that fails is no refusal: it ends the maker', async (t) => {
  for (const error of [
    new StoreError('store-write-failed', 'the disk is full'),
    new AuditError('audit-tampered', 'the log is another one'),
    new Error('a fault of ours'),
  ]) {
    const { wallet, signing } = await whileAuthorising(t, () => Promise.reject(error));
    t.is(await t.throwsAsync(signing), error);
    t.is((await wallet.onDisk()).rounds['round 1']?.txid, null);
  }
});

test('nor is a refusal that can’t be written down', async (t) => {
  const wallet = await afterDisclosure(t);
  const error = new AuditError('audit-write-failed', 'the disk is full');
  const authority: Authority = { ...wallet.context.authority, refused: () => Promise.reject(error) };
  const raw = transactionFor(wallet, { change: CHANGE - 1 });
  const signing = signForTaker({ ...wallet.context, authority }, FILL, wallet.disclosure, raw, SILENT);
  t.is(await t.throwsAsync(signing), error);
});

test('coins that another round took while it was written down are a refusal', async (t) => {
  const { wallet, signing } = await whileAuthorising(t, ({ context }) =>
    context.store.commit((draft) => {
      draft.leases[outpointKey(outpointAt(OWN[1]))] = { round: 'round 2', until: NOW + 1 };
    }),
  );
  t.regex(verdict(await signing), /is promised to another round/u);
  const disk = await wallet.onDisk();
  t.is(disk.rounds['round 1']?.txid, null);
  t.is(disk.leases[outpointKey(outpointAt(OWN[1]))]?.round, 'round 2');
});

test('and so is a coin that was spent meanwhile', async (t) => {
  const { signing } = await whileAuthorising(t, ({ context }) =>
    context.store.commit((draft) => {
      const key = outpointKey(outpointAt(OWN[0]));
      const coin = draft.coins[key];
      if (coin !== undefined) draft.coins[key] = { ...coin, spentBy: { txid: '00'.repeat(32), height: 3 } };
    }),
  );
  t.regex(verdict(await signing), /is spent/u);
});

test('a round that ended while it was written down is not signed for', async (t) => {
  const { wallet, signing } = await whileAuthorising(t, ({ context }) =>
    context.store.commit((draft) => {
      draft.leases = {};
      const record = draft.rounds['round 1'];
      if (record !== undefined) record.outcome = 'abandoned';
    }),
  );
  t.is(verdict(await signing), 'maker-11-lease');
  t.deepEqual((await wallet.onDisk()).leases, {});
});

test('two at once do not both take the last of the budget', async (t) => {
  const { maxPerHour } = DEFAULT_MAKER_LIMITS;
  for (const [left, signed] of [
    [1, 1],
    [2, 2],
  ] as const) {
    const rounds = makerRecords(maxPerHour - left, { txid: '00'.repeat(32) });
    const wallet = await openTestWallet(t, [paidTo('1/0/0', 2_000_000), paidTo('3/0/0', 2_000_000)], {
      rounds,
    });
    const outcomes = await Promise.all(
      ['round 1', 'round 2'].map(async (round) => {
        const fill = fillOf(TAKER, { round });
        const disclosure = await disclose(wallet.context, fill);
        if (disclosure === null) throw new Error('nothing was disclosed');
        const raw = transactionFor({ ...wallet, disclosure });
        return signForTaker(wallet.context, fill, disclosure, raw, SILENT);
      }),
    );
    t.deepEqual(outcomes.map(verdict).filter((one) => one === 'signed').length, signed);
    t.deepEqual(
      outcomes.map(verdict).filter((one) => one === 'maker-12-budget').length,
      outcomes.length - signed,
    );
  }
});

test('what the rules refuse is on record once, under the round; nonsense is not', async (t) => {
  const wallet = await afterDisclosure(t);
  const { authority, refusals } = freeSigner(wallet.context.keys);
  const context = { ...wallet.context, authority };
  const sign = (raw: Uint8Array): Promise<SigningOutcome> =>
    signForTaker(context, FILL, wallet.disclosure, raw, SILENT);
  t.false((await sign(transactionFor(wallet, { change: CHANGE - 1 }))).ok);
  t.deepEqual(refusals.splice(0), [
    { kind: 'coinjoin-maker', subject: `round round 1 of ${FILL.taker}`, code: 'rule-maker-6-change-output' },
  ]);
  t.false((await sign(transactionFor(wallet).subarray(0, -1))).ok);
  t.true((await sign(transactionFor(wallet))).ok);
  t.deepEqual(refusals, []);
});

test('what the spending rules refuse, they have written down themselves', async (t) => {
  const wallet = await afterDisclosure(t);
  const { authority, refusals } = freeSigner(wallet.context.keys);
  const refusing = {
    ...authority,
    authorise: () => Promise.reject(new RuleError('spending-quiet-hours', 'it is quiet')),
  };
  const context = { ...wallet.context, authority: refusing };
  const outcome = await signForTaker(context, FILL, wallet.disclosure, transactionFor(wallet), SILENT);
  t.is(verdict(outcome), 'spending-quiet-hours');
  t.deepEqual(refusals, []);
});
