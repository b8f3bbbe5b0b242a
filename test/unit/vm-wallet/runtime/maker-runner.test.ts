import test, { type ExecutionContext } from 'ava';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { outpointKey } from '../../../../shared/bitcoin/outpoint.ts';
import { parseConfig } from '../../../../shared/config/joinmarket-cfg.ts';
import { systemRandom } from '../../../../shared/crypto/random.ts';
import { parseSignature, witnessFor } from '../../../../vm-wallet/coinjoin/input-witness.ts';
import { unspentCoins } from '../../../../vm-wallet/coins/wallet-coins.ts';
import { claimNick } from '../../../../vm-wallet/maker/own-nicks.ts';
import { MakerError, type MakerBond } from '../../../../vm-wallet/runtime/maker-bond.ts';
import type { MakerNotice } from '../../../../vm-wallet/runtime/maker-notice.ts';
import { MakerRunner } from '../../../../vm-wallet/runtime/maker-runner.ts';
import { parseTransaction } from '../../../../shared/bitcoin/transaction.ts';
import { Crowd, crowdCoins, CROWD_HEIGHT } from '../../../fixtures/maker-crowd.ts';
import { DEFAULT_SETTINGS } from '../../../fixtures/offer-settings.ts';
import { openTestWallet } from '../../../fixtures/wallet-context.ts';

const CONFIG = (more: string) =>
  parseConfig(`[BLOCKCHAIN]\nblockchain_source = regtest\n[YIELDGENERATOR]\n${more}\n`);

/** A maker at work, with a crowd of takers. */
async function serving(
  t: ExecutionContext,
  count: number,
  options: { readonly bond?: MakerBond; readonly config?: string } = {},
) {
  const wallet = await openTestWallet(t, Object.entries(crowdCoins(count)), {
    scanned: { height: CROWD_HEIGHT, block: '00'.repeat(32) },
  });
  const crowd = new Crowd(path.join(wallet.context.dataDir, 'crowd'), count);
  const controller = new AbortController();
  const notices: MakerNotice[] = [];
  const context = {
    ...wallet.context,
    headers: crowd.headers,
    random: systemRandom,
    config: CONFIG(options.config ?? 'max_takers_shown = 128'),
  };
  const waiting: {
    readonly wanted: (notice: MakerNotice) => boolean;
    readonly found: (notice: MakerNotice) => void;
  }[] = [];
  /** The first notice of a kind, from the beginning. */
  const until = (wanted: (notice: MakerNotice) => boolean): Promise<MakerNotice> =>
    new Promise((found) => {
      const told = notices.find(wanted);
      if (told === undefined) waiting.push({ wanted, found });
      else found(told);
    });
  const runner = new MakerRunner(context, {
    settings: { ...DEFAULT_SETTINGS, orderType: 'absoffer', feeFactor: 0, sizeFactor: 0 },
    tell: (notice) => {
      notices.push(notice);
      for (const { wanted, found } of waiting) if (wanted(notice)) found(notice);
    },
    signal: controller.signal,
    bond: options.bond ?? null,
  });
  const served = runner.serve(crowd.calls);
  served.catch(() => undefined);
  await Promise.race([until(({ event }) => event === 'ready'), served]);
  return {
    ...wallet,
    context,
    crowd,
    notices,
    until,
    served,
    stop: async () => {
      controller.abort();
      await served;
    },
  };
}

test('a hundred takers at once: each gets coins and addresses of its own, and signatures for its own transaction', async (t) => {
  const { crowd, context, stop, onDisk } = await serving(t, 100);
  const pubkeys = await Promise.all(crowd.takers.map((taker) => taker.fill(0)));
  t.is(new Set(pubkeys.map((answer) => (answer.command === 'pubkey' ? answer.makerKey : ''))).size, 100);

  const shown = await Promise.all(crowd.takers.map((taker) => taker.auth()));
  const coins = new Set<string>();
  const addresses = new Set<string>();
  for (const answer of shown) {
    if (answer.command !== 'ioauth') return t.fail(answer.command);
    for (const utxo of answer.utxos) coins.add(outpointKey(utxo));
    addresses.add(answer.coinjoinAddress).add(answer.changeAddress);
  }
  t.is(coins.size, 100);
  t.is(addresses.size, 200);

  const own = new Map(unspentCoins(context.store.state).map((coin) => [outpointKey(coin), coin]));
  // As many as the hourly budget allows.
  for (const taker of crowd.takers.slice(0, 60)) {
    const { transaction, answer } = await taker.sign();
    if (answer.command !== 'sig') return t.fail(answer.command);
    const signature = parseSignature(answer.signature);
    const input = parseTransaction(transaction).inputs[1];
    const coin = input === undefined ? undefined : own.get(outpointKey(input));
    if (signature === null || coin === undefined) return t.fail('no signature, or not for our coin');
    t.not(witnessFor(transaction, 1, coin, signature), null);
  }
  const disk = await onDisk();
  t.is(Object.values(disk.rounds).filter(({ txid }) => txid !== null).length, 60);
  await stop();
});

test('takers hold coins up to the limit: under, at and over it', async (t) => {
  const { crowd, stop, until } = await serving(t, 3, { config: 'max_takers_shown = 2' });
  const [first, second, third] = crowd.takers;
  if (first === undefined || second === undefined || third === undefined) return t.fail();
  for (const taker of crowd.takers) await taker.fill(0);
  t.is((await first.auth()).command, 'ioauth');
  t.is((await second.auth()).command, 'ioauth');
  void third.auth();
  const refused = await until((notice) => notice.event === 'round' && notice.text.includes('too many'));
  t.like(refused, { taker: third.nick });
  await stop();
});

test('events tell what happens, from offer to signature', async (t) => {
  const { crowd, notices, stop } = await serving(t, 1);
  const [taker] = crowd.takers;
  if (taker === undefined) return t.fail();
  await taker.fill(0);
  await taker.auth();
  await taker.sign();
  const events = notices.filter(({ event }) => event !== 'note').map(({ event }) => event);
  t.deepEqual(events.slice(0, 5), ['offers', 'ready', 'round', 'round', 'signed']);
  await stop();
});

test('when the coins are signed away, the offer is taken back at once', async (t) => {
  const { crowd, until, stop } = await serving(t, 1);
  const [taker] = crowd.takers;
  if (taker === undefined) return t.fail();
  await taker.fill(0);
  await taker.auth();
  t.is(crowd.published.at(-1)?.command, 'offer');
  await taker.sign();
  await until((notice) => notice.event === 'offers' && notice.offers.length === 0);
  t.deepEqual(crowd.published.at(-1), { command: 'cancel', oid: 0 });
  await stop();
});

test('a taker of the same data directory is not answered', async (t) => {
  const { crowd, context, notices, stop } = await serving(t, 2);
  const [own, other] = crowd.takers;
  if (own === undefined || other === undefined) return t.fail();
  claimNick(context.dataDir, 'taker', '/w/other.jmw', own.nick);
  void own.fill(0);
  t.is((await other.fill(0)).command, 'pubkey');
  t.true(
    notices.some((notice) => notice.event === 'note' && notice.text.startsWith(`${own.nick} is a taker of`)),
  );
  t.false(notices.some((notice) => notice.event === 'round' && notice.taker === own.nick));
  await stop();
});

test('the maker’s nick is known to takers of its data directory while it runs', async (t) => {
  const { context, stop } = await serving(t, 1);
  const folder = path.join(context.dataDir, 'state');
  t.deepEqual(readdirSync(folder), ['maker-test.nick']);
  await stop();
  t.deepEqual(readdirSync(folder), []);
});

test('a maker whose bond can’t be announced does not start', async (t) => {
  const bond = { proofFor: () => Promise.resolve(null), trouble: () => 'its certificate has expired' };
  const { served, crowd } = await serving(t, 1, { bond }).catch((error: unknown) => {
    t.true(error instanceof MakerError);
    t.regex(String(error), /its certificate has expired/u);
    return { served: null, crowd: null };
  });
  t.is(served, null);
  t.is(crowd, null);
});
