import test, { type ExecutionContext } from 'ava';
import { outpointKey, type Outpoint } from '../../../../shared/bitcoin/outpoint.ts';
import { PeerFailure } from '../../../../shared/bridge/bridge-error.ts';
import { parseTransaction } from '../../../../shared/bitcoin/transaction.ts';
import { parseConfig } from '../../../../shared/config/joinmarket-cfg.ts';
import type { Coin } from '../../../../vm-wallet/coins/coin.ts';
import { parseSignature, witnessFor } from '../../../../vm-wallet/coinjoin/input-witness.ts';
import { parseKeyPath } from '../../../../vm-wallet/keys/hd-wallet.ts';
import type { SigningOutcome } from '../../../../vm-wallet/maker/session-types.ts';
import { SESSION_SECONDS } from '../../../../vm-wallet/maker/sessions.ts';
import { DEFAULT_MAKER_LIMITS } from '../../../../vm-wallet/rules/maker-pre-sign.ts';
import { PROMISE_SECONDS, signForTaker } from '../../../../vm-wallet/runtime/sign-for-taker.ts';
import type { RoundRecord, StoredCoin, WalletState } from '../../../../vm-wallet/store/state.ts';
import { StoreError } from '../../../../vm-wallet/store/wallet-store.ts';
import { outputOf, transactionOf } from '../../../fixtures/blocks.ts';
import { AMOUNT, partyScript } from '../../../fixtures/coinjoin-parties.ts';
import { makerRecords, NOW } from '../../../fixtures/maker-session.ts';
import {
  afterDisclosure,
  CHANGE,
  FILL,
  OWN,
  SILENT,
  TAKER,
  transactionFor,
  verdict,
} from '../../../fixtures/shown-coins.ts';
import { outpointAt } from '../../../fixtures/wallet-context.ts';

/** What becomes of an honest transaction when something else is changed behind the disclosure. */
async function after(
  t: ExecutionContext,
  change: (draft: WalletState) => void,
  changes: Partial<WalletState> = {},
): Promise<string> {
  const wallet = await afterDisclosure(t, changes);
  await wallet.context.store.commit(change);
  const before = wallet.context.store.state;
  const outcome = await signForTaker(wallet.context, FILL, wallet.disclosure, transactionFor(wallet), SILENT);
  if (!outcome.ok) t.is(wallet.context.store.state, before, 'a refusal writes nothing');
  return verdict(outcome);
}

/** What becomes of an honest transaction when the record on disk says something else. */
function withRecord(t: ExecutionContext, change: (record: RoundRecord) => void): Promise<string> {
  return after(t, (draft) => {
    const record = draft.rounds['round 1'];
    if (record !== undefined) change(record);
  });
}

function withCoin(t: ExecutionContext, change: Partial<StoredCoin>): Promise<string> {
  return after(t, (draft) => {
    const key = outpointKey(outpointAt(OWN[0]));
    const coin = draft.coins[key];
    if (coin !== undefined) draft.coins[key] = { ...coin, ...change };
  });
}

test('an honest transaction is signed: each of our inputs, and no other', async (t) => {
  const wallet = await afterDisclosure(t);
  const raw = transactionFor(wallet);
  const outcome = await signForTaker(wallet.context, FILL, wallet.disclosure, raw, SILENT);
  if (!outcome.ok) return t.fail(outcome.reason);
  t.is(outcome.txid, parseTransaction(raw).txid);
  t.is(outcome.signatures.length, 2);
  for (const [index, coin] of wallet.disclosure.coins.entries()) {
    const signature = parseSignature(outcome.signatures[index] ?? new Uint8Array(0));
    t.not(signature === null ? null : witnessFor(raw, index + 1, coin, signature), null);
  }
});

test('when the signatures are there, the transaction and a longer lease are on disk', async (t) => {
  const wallet = await afterDisclosure(t);
  wallet.clock.now += 20;
  const outcome = await signForTaker(wallet.context, FILL, wallet.disclosure, transactionFor(wallet), SILENT);
  const disk = await wallet.onDisk();
  t.like(disk.rounds['round 1'], { stage: 'signed', outcome: 'open', txid: outcome.ok ? outcome.txid : '' });
  for (const path of OWN) {
    const lease = disk.leases[outpointKey(outpointAt(path))];
    t.deepEqual(lease, { round: 'round 1', until: NOW + 20 + PROMISE_SECONDS });
  }
});

test('what can’t be written is not signed', async (t) => {
  const wallet = await afterDisclosure(t);
  const raw = transactionFor(wallet);
  wallet.context.store.close();
  const signing = signForTaker(wallet.context, FILL, wallet.disclosure, raw, SILENT);
  await t.throwsAsync(signing, { instanceOf: StoreError, code: 'store-closed' });
});

test('a round is signed for once, also with the same transaction', async (t) => {
  const wallet = await afterDisclosure(t);
  const sign = (raw: Uint8Array): Promise<SigningOutcome> =>
    signForTaker(wallet.context, FILL, wallet.disclosure, raw, SILENT);
  t.is(verdict(await sign(transactionFor(wallet))), 'signed');
  t.is(verdict(await sign(transactionFor(wallet))), 'maker-11-record');
  t.is(verdict(await sign(transactionFor(wallet, { change: CHANGE + 1 }))), 'maker-11-record');
});

test('bytes that are no transaction are refused', async (t) => {
  const wallet = await afterDisclosure(t);
  const raw = transactionFor(wallet).subarray(0, -1);
  t.false((await signForTaker(wallet.context, FILL, wallet.disclosure, raw, SILENT)).ok);
  t.is((await wallet.onDisk()).rounds['round 1']?.txid, null);
});

test('the record on disk must be that of this very round', async (t) => {
  const refused = 'maker-11-record';
  t.is(await withRecord(t, () => undefined), 'signed');
  t.is(await withRecord(t, (record) => (record.amount = '1000001')), refused);
  t.is(await withRecord(t, (record) => (record.outcome = 'abandoned')), refused);
  t.is(await withRecord(t, (record) => (record.txid = '00'.repeat(32))), refused);
  t.is(await withRecord(t, (record) => record.coins.pop()), refused);
  t.is(await after(t, (draft) => (draft.rounds['round 1'] = { ...recordOf(draft), role: 'taker' })), refused);
});

test('without a record nothing is reserved for the round', async (t) => {
  t.is(await after(t, (draft) => Reflect.deleteProperty(draft.rounds, 'round 1')), 'maker-9-own-addresses');
  t.is(await withRecord(t, (record) => record.addresses.pop()), 'maker-9-own-addresses');
  t.is(await after(t, (draft) => Reflect.deleteProperty(draft.shown, '2/1/0')), 'maker-9-own-addresses');
});

test('the record’s earning is the least that the round must bring: at it, and over it', async (t) => {
  const earning = (text: string | null): Promise<string> =>
    after(t, (draft) => (draft.rounds['round 1'] = { ...recordOf(draft), earning: text }));
  t.is(await earning('500'), 'signed');
  t.is(await earning('501'), 'maker-11-earning');
  t.is(await earning(null), 'maker-11-earning');
});

test('every coin must still be leased to this round', async (t) => {
  const key = outpointKey(outpointAt(OWN[1]));
  const leased = (lease: WalletState['leases'][string]): Promise<string> =>
    after(t, (draft) => (draft.leases[key] = lease));
  t.is(await leased({ round: 'round 1', until: NOW + 1 }), 'signed');
  t.is(await leased({ round: 'round 1', until: NOW }), 'maker-11-lease');
  t.is(await leased({ round: 'round 2', until: NOW + 1 }), 'maker-11-lease');
  t.is(await after(t, (draft) => Reflect.deleteProperty(draft.leases, key)), 'maker-11-lease');
});

test('every coin must be unspent in a block, and worth what we hold it for', async (t) => {
  const refused = 'maker-5-amounts';
  t.is(await withCoin(t, {}), 'signed');
  t.is(await withCoin(t, { height: null }), refused);
  t.is(await withCoin(t, { value: '1000001' }), refused);
  t.is(await withCoin(t, { value: '999999' }), refused);
  t.is(await withCoin(t, { spentBy: { txid: '00'.repeat(32), height: null } }), refused);
  t.is(
    await after(t, (draft) => Reflect.deleteProperty(draft.coins, outpointKey(outpointAt(OWN[0])))),
    refused,
  );
  // After a reorganisation, a coin that looks unspent may be spent in a block that is still to be booked.
  t.is(await after(t, (draft) => (draft.scanned = { height: 0, block: '00'.repeat(32) })), refused);
});

test('no other coin of the wallet may be an input, frozen or not', async (t) => {
  for (const path of ['2/0/1', '2/0/0']) {
    const wallet = await afterDisclosure(t);
    const raw = transactionFor(wallet, { inputs: [outpointAt(path)] });
    t.is(verdict(await signForTaker(wallet.context, FILL, wallet.disclosure, raw, SILENT)), 'maker-3-inputs');
  }
});

test('no other address of the wallet may be paid', async (t) => {
  const wallet = await afterDisclosure(t);
  for (const path of ['1/0/0', '3/0/0', '2/1/1']) {
    const script = wallet.context.keys.scriptAt(parseKeyPath(path));
    const raw = transactionFor(wallet, { outputs: [{ script, value: 1000 }] });
    t.is(
      verdict(await signForTaker(wallet.context, FILL, wallet.disclosure, raw, SILENT)),
      'maker-9-own-addresses',
    );
  }
});

test('one sat less of change is refused', async (t) => {
  const wallet = await afterDisclosure(t);
  const raw = transactionFor(wallet, { change: CHANGE - 1 });
  t.is(
    verdict(await signForTaker(wallet.context, FILL, wallet.disclosure, raw, SILENT)),
    'maker-6-change-output',
  );
});

test('a session is signed for within its time: at it, and over it', async (t) => {
  const at = async (seconds: number): Promise<string> => {
    const wallet = await afterDisclosure(t);
    wallet.clock.now += seconds;
    return verdict(
      await signForTaker(wallet.context, FILL, wallet.disclosure, transactionFor(wallet), SILENT),
    );
  };
  t.is(await at(SESSION_SECONDS), 'signed');
  t.is(await at(SESSION_SECONDS + 1), 'maker-12-session-age');
});

test('the budgets of signatures: one below them, and at them', async (t) => {
  const { maxPerHour, maxPerDay } = DEFAULT_MAKER_LIMITS;
  const txid = '00'.repeat(32);
  const signedBefore = (count: number, age: number, changes: Partial<RoundRecord> = {}): Promise<string> =>
    after(t, () => undefined, { rounds: makerRecords(count, { txid, startedAt: NOW - age, ...changes }) });
  t.is(await signedBefore(maxPerHour - 1, 3599), 'signed');
  t.is(await signedBefore(maxPerHour, 3599), 'maker-12-budget');
  t.is(await signedBefore(maxPerHour, 3600), 'signed');
  t.is(await signedBefore(maxPerDay - 1, 86_399), 'signed');
  t.is(await signedBefore(maxPerDay, 86_399), 'maker-12-budget');
  t.is(await signedBefore(maxPerHour, 0, { role: 'taker' }), 'signed');
  t.is(await signedBefore(maxPerHour, 0, { txid: null }), 'signed');
});

function recordOf(draft: WalletState): RoundRecord {
  const record = draft.rounds['round 1'];
  if (record === undefined) throw new Error('the round is not on record');
  return record;
}

/** A coin of the taker that is in the mempool, and a node that knows it. */
function takersCoin(value: number) {
  const transaction = transactionOf([TAKER.coin], [{ script: TAKER.coin.scriptPubKey, value }]);
  const outpoint = outputOf(transaction, 0);
  const evidence = { transaction: Uint8Array.from(transaction.toBuffer()), confirmation: null };
  const asked: string[] = [];
  const node = {
    coin: (wanted: Outpoint) => {
      asked.push(outpointKey(wanted));
      return Promise.resolve(outpointKey(wanted) === outpointKey(outpoint) ? evidence : null);
    },
  };
  return { outpoint, node, asked };
}

/** What becomes of a transaction whose other input brings the miner this fee. */
async function withFee(
  t: ExecutionContext,
  fee: number,
  config = '',
): Promise<{ readonly verdict: string; readonly asked: readonly string[] }> {
  const wallet = await afterDisclosure(t);
  // The outputs beside ours: the taker's; our own fee of 500 sat comes out of it.
  const { outpoint, node, asked } = takersCoin(Number(AMOUNT) + 500 + fee);
  const { coinjoinAddress, changeAddress, coins } = wallet.disclosure;
  const { keys } = wallet.context;
  const raw = transactionOf(
    [outpoint, ...coins],
    [
      { script: partyScript(2, 1), value: Number(AMOUNT) },
      { script: keys.scriptAt(coinjoinAddress.path), value: Number(AMOUNT) },
      { script: keys.scriptAt(changeAddress.path), value: CHANGE },
    ],
  ).toBuffer();
  const settings = parseConfig(`[BLOCKCHAIN]\nblockchain_source = regtest\n[YIELDGENERATOR]\n${config}\n`);
  const context = { ...wallet.context, config: settings };
  return { verdict: verdict(await signForTaker(context, FILL, wallet.disclosure, raw, node)), asked };
}

test('the miner’s fee rate is looked up, and refused below the floor: under, at and over it', async (t) => {
  // Three inputs, three outputs: 10.5 + 3 × 68 + 3 × 31 = 307.5, so 308 vB.
  const verdicts: string[] = [];
  for (const fee of [307, 308, 309]) verdicts.push((await withFee(t, fee)).verdict);
  t.deepEqual(verdicts, ['maker-14-miner-fee', 'signed', 'signed']);
  t.is((await withFee(t, 615, 'min_fee_rate = 2')).verdict, 'maker-14-miner-fee');
  t.is((await withFee(t, 616, 'min_fee_rate = 2')).verdict, 'signed');
});

test('without a floor the net VM is asked nothing', async (t) => {
  t.deepEqual(await withFee(t, 1, 'min_fee_rate = 0'), { verdict: 'signed', asked: [] });
});

test('an input that the node does not know is refused', async (t) => {
  const wallet = await afterDisclosure(t);
  const node = { coin: () => Promise.resolve(null) };
  const outcome = await signForTaker(wallet.context, FILL, wallet.disclosure, transactionFor(wallet), node);
  t.is(verdict(outcome), 'maker-14-inputs');
});

test('the net VM is not asked for what other rules refuse', async (t) => {
  const wallet = await afterDisclosure(t);
  const { node, asked } = takersCoin(1);
  const raw = transactionFor(wallet, { change: CHANGE - 1 });
  const refused = await signForTaker(wallet.context, FILL, wallet.disclosure, raw, node);
  t.is(verdict(refused), 'maker-6-change-output');
  t.deepEqual(asked, []);
});

test('what changed while the net VM was asked counts', async (t) => {
  const wallet = await afterDisclosure(t);
  const node = {
    coin: async () => {
      await wallet.context.store.commit((draft) => {
        draft.leases = {};
      });
      throw new PeerFailure('node-down', 'the node is down');
    },
  };
  const outcome = await signForTaker(wallet.context, FILL, wallet.disclosure, transactionFor(wallet), node);
  t.is(verdict(outcome), 'maker-11-lease');
});

test('deposits in mixdepth 0 are not merged, whatever was shown', async (t) => {
  const wallet = await afterDisclosure(t);
  const sign = (config: string): Promise<SigningOutcome> =>
    signForTaker(
      { ...wallet.context, config: parseConfig(`[YIELDGENERATOR]\n${config}\n`) },
      FILL,
      { ...wallet.disclosure, coins: wallet.disclosure.coins.map(inMixdepthZero) },
      transactionFor(wallet),
      SILENT,
    );
  t.is(verdict(await sign('')), 'maker-15-merge');
  t.is(verdict(await sign('allow_mixdepth_zero_merge = true')), 'own-signature');
});

function inMixdepthZero(coin: Coin): Coin {
  return { ...coin, path: { ...coin.path, mixdepth: 0 } };
}
