import anyTest, { type TestFn } from 'ava';
import { openSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { sats } from '../../shared/bitcoin/amount.ts';
import { outpointKey, parseOutpoint } from '../../shared/bitcoin/outpoint.ts';
import { parseTransaction } from '../../shared/bitcoin/transaction.ts';
import { toHex } from '../../shared/crypto/bytes.ts';
import { recover } from '../../vm-wallet/cli/commands/create.ts';
import { display } from '../../vm-wallet/cli/commands/display.ts';
import { rounds } from '../../vm-wallet/cli/commands/rounds.ts';
import { send } from '../../vm-wallet/cli/commands/send.ts';
import { assemble } from '../../vm-wallet/coinjoin/input-witness.ts';
import type { Coin } from '../../vm-wallet/coins/coin.ts';
import { unspentCoins } from '../../vm-wallet/coins/wallet-coins.ts';
import { permitPayment, signPermitted } from '../../vm-wallet/rules/gate.ts';
import { PROMISE_SECONDS } from '../../vm-wallet/runtime/sign-for-taker.ts';
import { buildPayment, REPLACEABLE } from '../../vm-wallet/spend/build-payment.ts';
import type { WalletState } from '../../vm-wallet/store/state.ts';
import { WalletStore } from '../../vm-wallet/store/wallet-store.ts';
import { ABANDON_WORDS, abandonWallet } from '../fixtures/abandon.ts';
import { drawnRandom } from '../fixtures/drawn-random.ts';
import { makerRecord } from '../fixtures/maker-session.ts';
import { startNodeAndWallets, type NodeAndWallets, type Said } from '../fixtures/node-and-wallets.ts';
import { freeSigner } from '../fixtures/signer.ts';
import { strangeScript } from '../fixtures/spend.ts';
import { PASSWORD } from '../fixtures/wallet-file.ts';

const test = anyTest as TestFn<NodeAndWallets>;
const keys = abandonWallet('regtest');
const TAKER = 'J5takerOOOOOOOOO';

/** Opens the wallet file between two commands. */
async function withStore<Value>(
  { directory }: NodeAndWallets,
  use: (store: WalletStore) => Value | Promise<Value>,
): Promise<Value> {
  const store = await WalletStore.open({ file: path.join(directory, 'wallets/own.jmw'), password: PASSWORD });
  try {
    return await use(store);
  } finally {
    store.close();
  }
}

const stateOf = (context: NodeAndWallets): Promise<WalletStore['state']> =>
  withStore(context, ({ state }) => state);

const show = (context: NodeAndWallets): Promise<Said> =>
  context.run('own', (command) =>
    display(command, { command: 'display', offline: false, all: false, summary: true }),
  );

function paying(context: NodeAndWallets, coin: Coin, yes = true): Promise<Said> {
  const wish = { command: 'send', words: ['0', 'INTERNAL'], coin: [coin], rbf: true, feeRate: 2 } as const;
  return context.run('own', (command) => send(command, wish), yes);
}

/** A transaction that spends these coins, as a taker whom we signed for could broadcast it. */
async function takersTransaction(coins: readonly Coin[], fee: bigint): Promise<Uint8Array> {
  const value = sats(coins.reduce((sum, coin) => sum + coin.value, 0n) - fee);
  const outputs = [{ script: strangeScript(1), value }];
  const { raw } = buildPayment({
    coins,
    outputs,
    tipHeight: 0,
    sequence: REPLACEABLE,
    random: drawnRandom(0.5),
  });
  const granted = permitPayment({
    raw,
    coins,
    destinations: outputs,
    change: null,
    isPromised: () => false,
    isOwnScript: () => false,
    maxMinerFee: sats(fee),
    maxFeeRate: 10_000_000,
    tipHeight: 0,
  });
  const signed = await signPermitted(granted, freeSigner(keys));
  return assemble(
    raw,
    signed.map(({ witness }) => witness),
  );
}

/** Writes down what a maker has after it signed for a taker. */
function afterSigning(draft: WalletState, id: string, coins: readonly Coin[], raw: Uint8Array): void {
  const now = Math.floor(Date.now() / 1000);
  draft.rounds[id] = makerRecord(id, {
    startedAt: now,
    stage: 'signed',
    outcome: 'open',
    peers: [TAKER],
    coins: coins.map(outpointKey),
    txid: parseTransaction(raw).txid,
  });
  for (const coin of coins) draft.leases[outpointKey(coin)] = { round: id, until: now + PROMISE_SECONDS };
}

/** The unspent coins on the external branch of a mixdepth. */
async function coinsIn(context: NodeAndWallets, mixdepth: number): Promise<Coin[]> {
  const coins = unspentCoins(await stateOf(context));
  return coins.filter(({ path: { mixdepth: own, branch } }) => own === mixdepth && branch === 0);
}

test.before(async (t) => {
  process.setMaxListeners(40);
  const context = await startNodeAndWallets('rule-out');
  t.context = context;
  await context.node.mine(11);
  for (const [mixdepth, index] of [
    [0, 0],
    [0, 1],
    [1, 0],
  ] as const) {
    await context.node.pay(keys.addressAt({ mixdepth, branch: 0, index }), 5_000_000n);
  }
  await context.node.mine(1);
  const file = path.join(context.directory, 'own.words');
  writeFileSync(file, `${ABANDON_WORDS}\n`);
  const words = { command: 'recover', mixdepths: 5, extension: false, backend: 'filters' } as const;
  await context.run('own', (command) => recover(command, { ...words, wordsFd: openSync(file, 'r') }));
  await show(context);
});

test.after.always(async (t) => {
  await t.context.close();
});

test.serial('send --coin rules out a round that a taker has our signatures for', async (t) => {
  const { node, run } = t.context;
  const coins = await coinsIn(t.context, 0);
  const [coin, other] = coins;
  if (coin === undefined || other === undefined) return t.fail();
  const raw = await takersTransaction(coins, 300n);
  await withStore(t.context, (store) =>
    store.commit((draft) => {
      afterSigning(draft, 'abc1', coins, raw);
    }),
  );
  const [advised] = (await run('own', (command) => rounds(command, { command: 'rounds', all: false })))
    .data as unknown as readonly { readonly standing: string; readonly cure: string }[];
  t.is(advised?.standing, 'signed-for-taker');
  t.regex(advised?.cure ?? '', /jm-wallet send 0 INTERNAL --coin [0-9a-f]{64}:\d+/u);
  const [, named = ''] = /--coin (\S+)/u.exec(advised?.cure ?? '') ?? [];
  const chosen = [coin, other].find((one) => outpointKey(one) === outpointKey(parseOutpoint(named)));
  const kept = [coin, other].find((one) => one !== chosen);
  if (chosen === undefined || kept === undefined) return t.fail(named);

  await t.throwsAsync(paying(t.context, chosen, false), { code: 'declined' });
  t.is(Object.keys((await stateOf(t.context)).leases).length, 2, 'what was declined changes nothing');
  const { data, notes } = await paying(t.context, chosen);
  t.regex(notes, new RegExp(`rules out round abc1, which is signed for ${TAKER}`, 'u'));
  t.deepEqual(await node.rpc('getrawmempool'), [data['txid']]);
  const booked = await stateOf(t.context);
  t.deepEqual(Object.keys(booked.leases), [outpointKey(kept)], 'the payment has taken its lease over');
  t.is(booked.rounds['abc1']?.outcome, 'open', 'in no block, it decides nothing');

  await node.mine(1);
  t.regex((await show(t.context)).notes, /round abc1 is ruled out: [0-9a-f]{64} spent its coins/u);
  const settled = await stateOf(t.context);
  t.like(settled.rounds['abc1'], { outcome: 'failed', reason: `${String(data['txid'])} spent its coins` });
  t.deepEqual(settled.leases, {});
  const { data: listed } = await run('own', (command) => rounds(command, { command: 'rounds', all: true }));
  t.like((listed as unknown as readonly object[])[0], { standing: 'overtaken', open: false });
  await t.throwsAsync(node.rpc('sendrawtransaction', [toHex(raw)]), { message: /missingorspent/u });
});

test.serial('a taker who was faster wins, and its coin stays promised', async (t) => {
  const { node } = t.context;
  const [coin] = await coinsIn(t.context, 1);
  if (coin === undefined) return t.fail();
  const raw = await takersTransaction([coin], 20_000n);
  await withStore(t.context, (store) =>
    store.commit((draft) => {
      afterSigning(draft, 'def2', [coin], raw);
    }),
  );
  await node.rpc('sendrawtransaction', [toHex(raw)]);
  const leases = (await stateOf(t.context)).leases;
  await t.throwsAsync(paying(t.context, coin), { code: 'send-rejected' });
  t.deepEqual((await stateOf(t.context)).leases, leases);
  await node.mine(1);
  await show(t.context);
  const { rounds: settled, leases: left } = await stateOf(t.context);
  t.is(settled['def2']?.outcome, 'done');
  t.deepEqual(left, {});
});

test.serial('a coin that is promised to anything else is not spent', async (t) => {
  const [coin] = await coinsIn(t.context, 0);
  if (coin === undefined) return t.fail();
  await withStore(t.context, (store) =>
    store.commit((draft) => {
      draft.leases[outpointKey(coin)] = { round: 'elsewhere', until: Math.floor(Date.now() / 1000) + 600 };
    }),
  );
  await t.throwsAsync(paying(t.context, coin), { code: 'send-coin-not-free' });
});
