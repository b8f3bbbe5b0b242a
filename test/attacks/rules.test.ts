import test, { type ExecutionContext } from 'ava';
import { parseTransaction } from '../../shared/bitcoin/transaction.ts';
import { PeerFailure } from '../../shared/bridge/bridge-error.ts';
import type { ChainClient } from '../../shared/bridge/chain.ts';
import { toHex } from '../../shared/crypto/bytes.ts';
import { systemRandom } from '../../shared/crypto/random.ts';
import { buildJoin } from '../../vm-wallet/coinjoin/build.ts';
import { seedOf } from '../../vm-wallet/keys/mnemonic.ts';
import { RuleError } from '../../vm-wallet/rules/refusal.ts';
import { broadcastJoin } from '../../vm-wallet/runtime/broadcast.ts';
import { disclose } from '../../vm-wallet/runtime/disclose.ts';
import { signForTaker } from '../../vm-wallet/runtime/sign-for-taker.ts';
import { outputOf, transactionOf } from '../fixtures/blocks.ts';
import { chainClientOf } from '../fixtures/chain-client.ts';
import { AMOUNT, joinPlan, makerParty, partyScript, takerSide } from '../fixtures/coinjoin-parties.ts';
import { fillOf, takerParty } from '../fixtures/maker-session.ts';
import { recordedHub } from '../fixtures/messages-client.ts';
import { makerNick } from '../fixtures/offers.ts';
import { courtWith, paymentOf } from '../fixtures/spending-authority.ts';
import { openTestWallet, outpointAt, paidTo } from '../fixtures/wallet-context.ts';

const TAKER = takerParty(2);

/** What becomes of a join in which the taker pays so much to the miner. */
async function withMinerFee(
  t: ExecutionContext,
  fee: number,
  coin: (honest: Uint8Array) => ReturnType<ChainClient['coin']>,
): Promise<string> {
  const wallet = await openTestWallet(t, [paidTo('1/0/0', 2_000_000)]);
  const disclosure = await disclose(wallet.context, fillOf(TAKER));
  if (disclosure === null) throw new Error('nothing was disclosed');
  const script = (which: 'coinjoinAddress' | 'changeAddress'): Uint8Array =>
    wallet.context.keys.scriptAt(disclosure[which].path);
  const change = 2_000_000 - Number(AMOUNT) + 500;
  // The taker's coin is worth just what is missing, and the fee.
  const worth = 2 * Number(AMOUNT) + change - 2_000_000 + fee;
  const funding = transactionOf([outpointAt('elsewhere')], [{ script: partyScript(2, 3), value: worth }]);
  const raw = transactionOf(
    [outputOf(funding, 0), ...disclosure.coins],
    [
      { script: partyScript(2, 1), value: Number(AMOUNT) },
      { script: script('coinjoinAddress'), value: Number(AMOUNT) },
      { script: script('changeAddress'), value: change },
    ],
  ).toBuffer();
  const told = { coin: () => coin(Uint8Array.from(funding.toBuffer())) };
  const outcome = await signForTaker(wallet.context, fillOf(TAKER), disclosure, raw, told);
  return outcome.ok ? 'signed' : outcome.reason;
}

test('A35: a join that pays the miner next to nothing, or everything, is not signed', async (t) => {
  const honest = (transaction: Uint8Array) => Promise.resolve({ transaction, confirmation: null });
  t.is(await withMinerFee(t, 1000, honest), 'signed');
  t.regex(await withMinerFee(t, 100, honest), /maker-14-miner-fee/u);
  t.regex(await withMinerFee(t, 10_000_000, honest), /maker-14-miner-fee/u);
});

test('A35: nor one whose other coins are spent, as far as the node knows', async (t) => {
  t.regex(await withMinerFee(t, 1000, () => Promise.resolve(null)), /maker-14-inputs/u);
});

test('A35: a coin that can’t be looked up does not switch the fee rule off', async (t) => {
  const oversized = () =>
    Promise.reject(new PeerFailure('evidence-too-large', 'larger than the bridge carries'));
  t.not(await withMinerFee(t, 1, oversized), 'signed');
});

test('A31: with tx_broadcast = not-self our node never broadcasts the transaction, whatever the peers do', async (t) => {
  const raw = TAKER.unsigned;
  const { txid } = parseTransaction(raw);
  const broadcast: string[] = [];
  const seen = { now: false };
  const chain = chainClientOf({
    inMempool: () => Promise.resolve(seen.now),
    // A test keeps nothing and relays nothing.
    testAccept: () => Promise.resolve({ accepted: true, txid } as const),
    broadcast: () => {
      broadcast.push('self');
      return Promise.resolve({ accepted: true, txid } as const);
    },
  });
  const recorded = recordedHub();
  const world = {
    chain,
    hub: recorded.hub,
    makers: [makerNick(1), makerNick(2)],
    random: systemRandom,
    unseenSeconds: 0.05,
    report: () => undefined,
  };
  t.true((await broadcastJoin(raw, txid, 'not-self', world)).ok);
  recorded.refusing.add('onion');
  await broadcastJoin(raw, txid, 'not-self', world).catch(() => undefined);
  t.deepEqual(broadcast, []);
  // And "self" asks nobody else.
  const before = recorded.sent.length;
  await broadcastJoin(raw, txid, 'self', world);
  t.is(recorded.sent.length, before);
  t.deepEqual(broadcast, ['self']);
});

test('2.8/0.37: a sweep whose real fee is far from what was approved is not built', (t) => {
  const makers = [makerParty(1), makerParty(2)];
  const sweep = (sweepMinerFee: bigint) =>
    buildJoin(
      joinPlan(makers, {
        taker: { ...takerSide(AMOUNT + 1000n + sweepMinerFee), changeScript: null },
        sweepMinerFee,
      }),
    );
  t.true(sweep(4000n).ok);
  t.like(sweep(100n), { ok: false, error: 'sweep-fee-off' });
  t.like(sweep(40_000n), { ok: false, error: 'sweep-fee-off' });
});

test('2.8/0.31: a passphrase opens the same wallet however its accents are typed', (t) => {
  const entropy = new Uint8Array(16).fill(7);
  t.is(toHex(seedOf(entropy, 'caf\u00e9')), toHex(seedOf(entropy, 'cafe\u0301')));
  t.not(toHex(seedOf(entropy, 'caf\u00e9')), toHex(seedOf(entropy, 'cafe')));
});

const refused = { instanceOf: RuleError };

test('A34, rules: money that leaves in many small pieces meets the cap of the day all the same', async (t) => {
  const court = courtWith(t, '[transaction]\namount = 100\n[day]\namount = 1000\n');
  const authority = court.authority();
  await t.throwsAsync(authority.authorise(paymentOf(101)), refused);
  for (let piece = 0; piece < 10; piece += 1) await authority.authorise(paymentOf(100));
  await t.throwsAsync(authority.authorise(paymentOf(1)), refused);
  await t.throwsAsync(court.authority().authorise(paymentOf(1)), refused, 'nor after a restart');
});

test('A46, rules: a clock or blocks that the net VM moves give no new day', async (t) => {
  const court = courtWith(t, '[day]\namount = 100\n');
  await court.authority().authorise(paymentOf(100));
  court.clock.now += 1_000_000;
  await t.throwsAsync(court.authority().authorise(paymentOf(1)), refused);
  court.clock.now -= 1_000_000;
  court.clock.blockTime += 1_000_000;
  await t.throwsAsync(court.authority().authorise(paymentOf(1)), refused);
});

test('A34, rules: an act with impossible numbers makes no room', async (t) => {
  const court = courtWith(t, '[day]\namount = 100\n');
  const authority = court.authority();
  await authority.authorise(paymentOf(100));
  for (const changes of [
    { minerFee: -2_100_000_000_000_001n },
    { signatures: -1 },
    { signatures: Number.NaN },
    { coinjoinFee: -2_100_000_000_000_001n },
  ]) {
    await t.throwsAsync(authority.authorise(paymentOf(1, changes)));
  }
  await t.throwsAsync(authority.authorise(paymentOf(1)), refused);
});
