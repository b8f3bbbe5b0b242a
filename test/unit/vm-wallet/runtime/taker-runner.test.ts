import test from 'ava';
import { sats } from '../../../../shared/bitcoin/amount.ts';
import { outpointKey, parseOutpoint } from '../../../../shared/bitcoin/outpoint.ts';
import { parseTransaction } from '../../../../shared/bitcoin/transaction.ts';
import type { PrivateCommand } from '../../../../shared/jm/command.ts';
import { createPodle } from '../../../../shared/jm/podle/create.ts';
import { parseKeyPath } from '../../../../vm-wallet/keys/hd-wallet.ts';
import { lendPrivateKey } from '../../../../vm-wallet/keys/lend-key.ts';
import type { ExternalProof } from '../../../../vm-wallet/store/state.ts';
import type { CoinjoinRequest } from '../../../../vm-wallet/runtime/coinjoin-plan.ts';
import type { CoinjoinResult } from '../../../../vm-wallet/runtime/sign-round.ts';
import { TakerRunner, type TakerInterface } from '../../../../vm-wallet/runtime/taker-runner.ts';
import { spendableCoins } from '../../../../vm-wallet/coins/wallet-coins.ts';
import { isShunned } from '../../../../vm-wallet/taker/maker-memory.ts';
import { freeSigner } from '../../../fixtures/signer.ts';
import { simulatedMarket, type SimulatedMarket } from '../../../fixtures/simulated-market.ts';

interface Run {
  readonly request?: Partial<CoinjoinRequest>;
  readonly ui?: Partial<TakerInterface>;
  readonly reports?: string[];
}

function run(market: SimulatedMarket, { request, ui, reports = [] }: Run = {}): Promise<CoinjoinResult> {
  const runner = new TakerRunner(market.context, market.chain, market.messages, {
    report: (text) => reports.push(text),
    approvePlan: () => Promise.resolve(),
    approveTransaction: () => Promise.resolve(),
    signal: new AbortController().signal,
    ...ui,
  });
  return runner.run({ ...market.request, ...request });
}

/** What a round leaves behind that signed nothing. */
function assertFree(t: { deepEqual: (a: unknown, b: unknown) => unknown }, market: SimulatedMarket): void {
  const { state } = market.context.store;
  t.deepEqual(state.leases, {});
  t.deepEqual(
    Object.values(state.rounds).map(({ outcome, txid }) => [outcome, txid]),
    Object.values(state.rounds).map(() => ['failed', null]),
  );
  t.deepEqual(market.broadcast, []);
  const free = spendableCoins(state, { tipHeight: 9, now: market.context.now() });
  t.deepEqual(free.length, Object.keys(state.coins).length);
}

const says = (command: PrivateCommand['command']) => (one: PrivateCommand) => one.command === command;

test('a CoinJoin with honest makers is signed, booked and broadcast', async (t) => {
  const market = await simulatedMarket(t, 3);
  const result = await run(market);
  const [raw] = market.broadcast;
  if (raw === undefined) return t.fail();
  const transaction = parseTransaction(raw);
  t.is(transaction.txid, result.txid as never);
  t.is(transaction.outputs.filter(({ value }) => value === 1_000_000n).length, 4);
  const [record] = Object.values((await market.wallet.onDisk()).rounds);
  t.like(record, { stage: 'broadcast', outcome: 'done', txid: result.txid });
});

test('what the taker’s own rules refuse before it signs is on record, under the round', async (t) => {
  const market = await simulatedMarket(t, 3);
  const { authority, acts, refusals } = freeSigner(market.context.keys);
  const { config } = market.context;
  const context = {
    ...market.context,
    authority,
    config: { ...config, policy: { ...config.policy, absurdFeePerKb: 0 } },
  };
  const request = { feeRate: 100_000 };
  await t.throwsAsync(run({ ...market, context }, { request }), { code: 'rule-taker-miner-fee' });
  const [id = ''] = Object.keys(market.context.store.state.rounds);
  t.deepEqual(refusals, [{ kind: 'coinjoin-taker', subject: `round ${id}`, code: 'rule-taker-miner-fee' }]);
  t.deepEqual(
    acts.map(({ kind }) => kind),
    ['commitment'],
  );
  assertFree(t, market);
});

test('a maker that stalls after fill is replaced, and the round goes on with as many', async (t) => {
  const market = await simulatedMarket(t, 4);
  let stalled: number | null = null;
  market.conduct = (maker, command) => {
    if (command.command === 'fill') stalled ??= maker.number;
    return command.command === 'fill' && maker.number === stalled ? [] : null;
  };
  const { join } = await run(market);
  t.is(join.makers.length, 3);
  const silent = market.makers.find(({ number }) => number === stalled);
  t.false(silent?.heard.some(says('auth')));
  t.is(Object.keys(market.context.store.state.commitments).length, 1);
});

test('a maker that shows a coin that is not there is replaced with a new commitment when the old one is known', async (t) => {
  const market = await simulatedMarket(t, 4, [4_000_000n, 3_000_000n]);
  let cheat: number | null = null;
  market.conduct = (maker, command) => {
    if (command.command === 'auth') {
      cheat ??= maker.number;
      if (maker.number === cheat) market.gone.add(outpointKey(maker.coin));
    }
    const isSpare = market.makers.filter(({ heard }) => heard.some(says('auth'))).length === 3;
    const filled = maker.heard.filter(says('fill')).length;
    return isSpare && command.command === 'fill' && filled === 1
      ? [{ command: 'error', text: `Commitment is blacklisted: ${command.commitment}` }]
      : null;
  };
  const { join } = await run(market);
  t.is(join.makers.length, 3);
  const uses = Object.values(market.context.store.state.commitments).map(({ index }) => index);
  t.deepEqual(uses.sort(), [0, 1]);
});

test('with two of three makers it goes on, and with fewer it fails and frees all', async (t) => {
  const market = await simulatedMarket(t, 3);
  const [first, second] = market.makers;
  market.conduct = (maker, command) => (maker === first && command.command === 'auth' ? [] : null);
  t.is((await run(market)).join.makers.length, 2);
  const other = await simulatedMarket(t, 3);
  const broken = new Set([other.makers[0], other.makers[1]]);
  other.conduct = (maker, command) =>
    broken.has(maker) && command.command === 'fill' ? [{ command: 'error', text: 'no' }] : null;
  await t.throwsAsync(run(other), { code: 'coinjoin-makers-failed' });
  assertFree(t, other);
  t.truthy(second);
});

for (const stage of ['fill', 'auth', 'tx'] as const) {
  test(`ctrl-C when the first ${stage} leaves spends nothing and frees the coins`, async (t) => {
    const market = await simulatedMarket(t, 3);
    const interrupt = new AbortController();
    market.onCommand = (command) => {
      if (command.command === stage) interrupt.abort();
    };
    await t.throwsAsync(run(market, { ui: { signal: interrupt.signal } }), { code: 'coinjoin-cancelled' });
    assertFree(t, market);
  });
}

for (const stage of [
  'while offers are collected',
  'at the first question',
  'at the last question',
] as const) {
  test(`ctrl-C ${stage} spends nothing and frees the coins`, async (t) => {
    const market = await simulatedMarket(t, 3);
    const interrupt = new AbortController();
    const reason = new Error('ctrl-C');
    // A question that nobody answers any more.
    const asks = (): Promise<void> => {
      interrupt.abort(reason);
      return new Promise(() => undefined);
    };
    const ui = {
      signal: interrupt.signal,
      ...(stage === 'at the first question' ? { approvePlan: asks } : {}),
      ...(stage === 'at the last question' ? { approveTransaction: asks } : {}),
      report: (text: string): void => {
        if (stage === 'while offers are collected' && text.startsWith('asked for offers'))
          interrupt.abort(reason);
      },
    };
    const error = await t.throwsAsync(run(market, { ui }));
    t.is(error, reason);
    assertFree(t, market);
  });
}

test('ctrl-C after our signature changes nothing any more', async (t) => {
  const market = await simulatedMarket(t, 3);
  const interrupt = new AbortController();
  const broadcasting = market.chain.broadcast.bind(market.chain);
  market.chain.broadcast = (raw) => {
    interrupt.abort();
    return broadcasting(raw);
  };
  const result = await run(market, { ui: { signal: interrupt.signal } });
  t.is(market.broadcast.length, 1);
  t.like(Object.values(market.context.store.state.rounds)[0], { outcome: 'done', txid: result.txid });
});

test('a maker coin that is spent right before we sign is named, and nothing is signed', async (t) => {
  const market = await simulatedMarket(t, 3);
  const [maker] = market.makers;
  if (maker === undefined) return t.fail();
  const approveTransaction = (): Promise<void> => {
    market.gone.add(outpointKey(maker.coin));
    return Promise.resolve();
  };
  const error = await t.throwsAsync(run(market, { ui: { approveTransaction } }), {
    code: 'coinjoin-coin-gone',
  });
  t.true(error.message.includes(outpointKey(maker.coin)));
  t.true(error.message.includes(maker.peer.nick));
  assertFree(t, market);
});

test('a coin of our own that is gone by then is named as ours', async (t) => {
  const market = await simulatedMarket(t, 3);
  const [own = ''] = Object.keys(market.context.store.state.coins);
  const approveTransaction = (): Promise<void> => {
    market.gone.add(own);
    return Promise.resolve();
  };
  const error = await t.throwsAsync(run(market, { ui: { approveTransaction } }), {
    code: 'coinjoin-coin-gone',
  });
  t.true(error.message.includes(`${own} of this wallet`));
  assertFree(t, market);
});

test('missing signatures lead to another attempt with those that signed', async (t) => {
  const market = await simulatedMarket(t, 3, [4_000_000n]);
  const [, , mute] = market.makers;
  market.conduct = (maker, command) => (maker === mute && command.command === 'tx' ? [] : null);
  const { join } = await run(market);
  t.is(join.makers.length, 2);
  t.false(join.makers.some(({ nick }) => nick === mute?.peer.nick));
});

test('named makers are all that is asked, and nobody takes their place', async (t) => {
  const market = await simulatedMarket(t, 4);
  const named = market.makers.slice(1, 4).map(({ peer }) => peer.nick);
  const { join } = await run(market, { request: { named } });
  t.deepEqual(join.makers.map(({ nick }) => nick).sort(), [...named].sort());
  t.deepEqual(market.makers[0]?.heard, []);
});

test('picked makers come from a table of those that fit; too few are refused before anybody is asked', async (t) => {
  const market = await simulatedMarket(t, 4);
  let listed = 0;
  const pick = (count: number): Partial<TakerInterface> => ({
    pickMakers: (candidates) => {
      listed = candidates.length;
      return Promise.resolve(candidates.slice(0, count).map(({ maker }) => maker));
    },
  });
  await t.throwsAsync(run(market, { request: { pick: true }, ui: pick(1) }), {
    code: 'coinjoin-too-few-makers',
  });
  t.is(listed, 4);
  t.true(market.makers.every(({ heard }) => heard.length === 0));
  const other = await simulatedMarket(t, 4);
  t.is((await run(other, { request: { pick: true }, ui: pick(2) })).join.makers.length, 2);
});

test('makers without a bond are not remembered', async (t) => {
  const market = await simulatedMarket(t, 3);
  await run(market);
  t.deepEqual(market.context.store.state.makers, {});
  t.false(isShunned(market.context.store.state.makers, undefined, 0));
});

for (const [policy, pushed, byNode] of [
  ['self', 0, 1],
  ['not-self', 1, 0],
  ['multiple-peers', 3, 0],
] as const) {
  test(`${policy}: ${pushed} makers get the transaction, and our node ${byNode === 1 ? 'does' : 'does not'}`, async (t) => {
    const market = await simulatedMarket(t, 4);
    await run(market, { request: { broadcast: policy, makers: 4 } });
    const told = market.makers.filter(({ heard }) => heard.some(says('push')));
    t.is(told.length, pushed);
    t.is(market.broadcast.length, byNode);
  });
}

test('what no maker broadcasts goes out by our own node, unless that is forbidden', async (t) => {
  for (const [broadcast, byNode] of [
    ['multiple-peers', 1],
    ['not-self', 0],
  ] as const) {
    const market = await simulatedMarket(t, 3);
    market.pushes = false;
    await run(market, { request: { broadcast } });
    t.is(market.broadcast.length, byNode, broadcast);
  }
});

test('a coin of another wallet proves when it is to, and its key is not there', async (t) => {
  const market = await simulatedMarket(t, 3, [4_000_000n, 3_000_000n, 2_000_000n]);
  const [, other] = Object.entries(market.context.store.state.coins);
  if (other === undefined) return t.fail();
  const [name, { value, path }] = other;
  // Another wallet's coin by now, with the proofs that were made when its key was there.
  const proofs = await lentProofs(market, name, path);
  await market.context.store.commit((draft) => {
    Reflect.deleteProperty(draft.coins, name);
    draft.externalProofs[name] = { value, addedAt: 0, proofs };
  });
  market.takerCoins.set(name, other[1]);
  await run(market, { request: { podle: 'external' } });
  const shown = market.makers.flatMap(({ heard }) =>
    heard.flatMap((one) => (one.command === 'auth' ? [outpointKey(one.revelation.utxo)] : [])),
  );
  t.deepEqual([...new Set(shown)], [name]);
  const uses = Object.values((await market.wallet.onDisk()).commitments);
  t.deepEqual(
    uses.map(({ outpoint, index }) => [outpoint, index]),
    [[name, 0]],
  );
  market.gone.add(name);
  await t.throwsAsync(run(market, { request: { podle: 'external', amount: sats(500_000n) } }), {
    code: 'coinjoin-no-commitment',
  });
});

async function lentProofs(
  market: SimulatedMarket,
  name: string,
  path: string,
): Promise<readonly ExternalProof[]> {
  const { keys } = market.context;
  return Promise.all(
    [0, 1, 2].map((index) =>
      lendPrivateKey(keys, parseKeyPath(path), (privateKey) => {
        const { commitment, revelation } = createPodle({ privateKey, utxo: parseOutpoint(name), index });
        const { P, P2, s, e } = revelation;
        return Promise.resolve({ commitment, P, P2, s, e });
      }),
    ),
  );
}

test('our own coins come first where both would do', async (t) => {
  const market = await simulatedMarket(t, 3);
  await run(market, { request: { podle: 'any' } });
  const [use] = Object.values(market.context.store.state.commitments);
  t.true(use !== undefined && market.context.store.state.coins[use.outpoint] !== undefined);
});

test('a sweep leaves nothing behind, also when a maker was replaced', async (t) => {
  const market = await simulatedMarket(t, 4);
  let stalled: number | null = null;
  market.conduct = (maker, command) => {
    if (command.command === 'fill') stalled ??= maker.number;
    return command.command === 'fill' && maker.number === stalled ? [] : null;
  };
  const { join } = await run(market, { request: { amount: sats(0n) } });
  t.is(join.makers.length, 3);
  t.is(join.change, sats(0n));
  const left = spendableCoins(market.context.store.state, { tipHeight: 9, now: 0, mixdepth: 0 });
  t.deepEqual(left, []);
});
