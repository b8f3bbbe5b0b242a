import test from 'ava';
import { BridgeError } from '../../../../shared/bridge/bridge-error.ts';
import { PlanError } from '../../../../vm-wallet/runtime/plan-error.ts';
import { RuleError } from '../../../../vm-wallet/rules/refusal.ts';
import type { TumbleEntry } from '../../../../vm-wallet/store/state.ts';
import { MAX_FAILURES } from '../../../../vm-wallet/tumbler/failures.ts';
import { makePlan } from '../../../../vm-wallet/tumbler/make-plan.ts';
import { storedEntry } from '../../../../vm-wallet/tumbler/new-tumble.ts';
import { REFERENCE_OPTIONS } from '../../../../vm-wallet/tumbler/options.ts';
import { start } from '../../../../vm-wallet/tumbler/progress.ts';
import { CoinjoinError } from '../../../../vm-wallet/taker/outcome.ts';
import { seededRandom } from '../../../fixtures/seeded-random.ts';
import { DESTINATIONS, tumbleEntry, tumbleLimits, tumbleOf } from '../../../fixtures/tumble.ts';
import { Killed, TumbleTestWorld } from '../../../fixtures/tumble-world.ts';

const COINS = [
  [0, 40_000_000n],
  [0, 7_000_000n],
  [2, 30_000_000n],
] as const;

function plannedWorld(seed: number, changes: Partial<Parameters<typeof tumbleOf>[1]> = {}): TumbleTestWorld {
  const entries = makePlan({
    options: { ...REFERENCE_OPTIONS, makerCount: { mean: 5, deviation: 1 } },
    mixdepths: 5,
    filled: [0, 2],
    destinations: DESTINATIONS,
    random: seededRandom(seed),
  }).map(storedEntry);
  return new TumbleTestWorld(COINS, { tumble: tumbleOf(entries, { status: 'planned', ...changes }) });
}

function worldOf(
  entries: readonly TumbleEntry[],
  changes: Partial<Parameters<typeof tumbleOf>[1]> = {},
): TumbleTestWorld {
  return new TumbleTestWorld(COINS, { tumble: tumbleOf(entries, changes) });
}

function tooFew(): PlanError {
  return new PlanError('coinjoin-too-few-makers', 'two makers fit');
}

function isPaidOnce(world: TumbleTestWorld): boolean {
  return DESTINATIONS.every((address) => world.payments.get(address)?.length === 1);
}

test('a whole plan: each destination is paid once, in order, and nothing is left inside', async (t) => {
  const world = plannedWorld(1);
  t.is(await world.run(), 'done');
  t.true(isPaidOnce(world));
  t.deepEqual(
    world.asked.map(({ destination }) => destination).filter((text) => text !== 'INTERNAL'),
    [...DESTINATIONS],
  );
  t.deepEqual(
    [0, 1, 2, 3, 4].map((mixdepth) => world.balance(mixdepth)),
    [0n, 0n, 0n, 0n, 0n],
  );
  const tumble = world.store.state.tumble;
  t.true(tumble?.entries.every(({ status }) => status === 'done'));
  const addresses = Object.values(world.store.state.shown).map(({ address }) => address);
  t.is(new Set(addresses).size, addresses.length);
});

test('makers of the entry before are left out', async (t) => {
  const world = plannedWorld(2);
  await world.run();
  t.deepEqual(world.leftOut[0], []);
  for (const [number, nicks] of world.leftOut.entries()) {
    if (number > 0) t.true(nicks.length > 0 && nicks.every((nick) => nick.startsWith(`maker${number}-`)));
  }
});

test('the waiting times of the plan pass behind each confirmation', async (t) => {
  const world = worldOf([
    tumbleEntry({ wait: 500 }),
    tumbleEntry({ mixdepth: 1, destination: DESTINATIONS[0] }),
  ]);
  const begun = world.clock;
  t.is(await world.run(), 'done');
  t.true(world.clock - begun >= 500 * 60);
  t.true(world.clock - begun < 500 * 60 + 4 * 3600);
});

for (const deathBehind of [false, true]) {
  test(`killed right ${deathBehind ? 'behind' : 'before'} any write, it goes on, and pays nothing twice`, async (t) => {
    const whole = plannedWorld(3);
    await whole.run();
    t.true(whole.store.writes > 60);
    for (let death = 1; death <= whole.store.writes; death += 1) {
      const world = plannedWorld(3);
      Object.assign(world.store, { deathAt: death, deathBehind });
      await t.throwsAsync(world.run(), { instanceOf: Killed });
      world.store.deathAt = Number.POSITIVE_INFINITY;
      t.is(await world.run(), 'done');
      t.true(isPaidOnce(world), `killed at write ${death}`);
      t.deepEqual(
        [0, 1, 2, 3, 4].map((mixdepth) => world.balance(mixdepth)),
        [0n, 0n, 0n, 0n, 0n],
      );
    }
  });
}

test('a failed attempt is tried again behind growing pauses, with one maker fewer in a sweep', async (t) => {
  const world = worldOf([tumbleEntry({ makers: 6, destination: DESTINATIONS[0] })]);
  world.trouble = { failAt: (join) => (join <= 3 ? tooFew() : null) };
  const begun = world.clock;
  t.is(await world.run(), 'done');
  t.deepEqual(
    world.asked.map(({ makers }) => makers),
    [6, 5, 4, 4],
  );
  t.true(world.clock - begun >= 60 + 240 + 960);
  t.deepEqual(world.payments.get(DESTINATIONS[0])?.length, 1);
});

test('an address that fails stays the address', async (t) => {
  const world = plannedWorld(4);
  world.trouble = { failAt: (join) => (join % 2 === 1 ? tooFew() : null) };
  t.is(await world.run(), 'done');
  t.true(isPaidOnce(world));
});

test('too many failures pause it with the reason, and resuming gives it all its attempts again', async (t) => {
  const world = worldOf([tumbleEntry({ destination: DESTINATIONS[0] })]);
  world.trouble = { failAt: (join) => (join <= MAX_FAILURES ? tooFew() : null) };
  t.is(await world.run(), 'paused');
  t.is(world.asked.length, MAX_FAILURES);
  t.regex(world.store.state.tumble?.reason ?? '', /two makers fit/u);
  t.is(world.payments.size, 0);
  t.is(await world.run(), 'done');
});

test('a rule that says no is not asked twice', async (t) => {
  const world = worldOf([tumbleEntry({ destination: DESTINATIONS[0] })]);
  world.trouble = { failAt: () => new RuleError('day-amount', 'too much for a day') };
  t.is(await world.run(), 'paused');
  t.is(world.asked.length, 1);
});

test('a sweep that no coin can prove anything for is left to a person at once, a piece is drawn anew', async (t) => {
  const noProof = (): PlanError => new PlanError('coinjoin-no-commitment', 'used up');
  const sweep = worldOf([tumbleEntry({ destination: DESTINATIONS[0] })]);
  sweep.trouble = { failAt: noProof };
  t.is(await sweep.run(), 'paused');
  t.is(sweep.asked.length, 1);
  const piece = worldOf([tumbleEntry({ amount: '0.9' }), tumbleEntry({ destination: DESTINATIONS[0] })]);
  piece.trouble = { failAt: (join) => (join === 1 ? noProof() : null) };
  t.is(await piece.run(), 'done');
  t.not(piece.asked[1]?.amount, piece.asked[0]?.amount);
});

test('a call that ends is not the fault of the entry', async (t) => {
  const world = worldOf([tumbleEntry({ destination: DESTINATIONS[0] })]);
  world.trouble = { failAt: (join) => (join === 1 ? new BridgeError('call-died', 'gone') : null) };
  await t.throwsAsync(world.run(), { instanceOf: BridgeError });
  t.is(world.store.state.tumble?.failures, 0);
  t.is(await world.run(), 'done');
});

test('a CoinJoin that is signed before the call ends counts', async (t) => {
  const world = worldOf([tumbleEntry({ destination: DESTINATIONS[0] })]);
  world.trouble = { failBehind: () => new BridgeError('call-died', 'gone') };
  await t.throwsAsync(world.run(), { instanceOf: BridgeError });
  t.is(world.store.state.tumble?.entries[0]?.status, 'broadcast');
  t.is(await world.run(), 'done');
  t.is(world.payments.get(DESTINATIONS[0])?.length, 1);
});

test('a transaction that the node refuses is tried again, and counts when it confirms all the same', async (t) => {
  const world = worldOf([tumbleEntry({ destination: DESTINATIONS[0] })]);
  const refuse = (): Error => {
    // As the wallet books a refusal: the coins are free again, and the transaction is remembered.
    const { state } = world.store;
    for (const txid of Object.keys(state.pending)) {
      const spent = Object.entries(state.coins).filter(([, coin]) => coin.spentBy?.txid === txid);
      for (const [, coin] of spent) coin.spentBy = null;
      state.refused[txid] = { coins: spent.map(([key]) => key), at: 0, reason: 'conflict' };
      Reflect.deleteProperty(state.pending, txid);
      state.history = [];
    }
    return new CoinjoinError('coinjoin-rejected', 'conflict');
  };
  world.trouble = {
    failBehind: (join) => (join === 1 ? refuse() : null),
    failAt: (join) => (join > 1 ? tooFew() : null),
  };
  t.is(await world.run(), 'paused');
  const entry = world.store.state.tumble?.entries[0];
  t.is(entry?.status, 'waiting');
  const [txid = ''] = entry?.txids ?? [];
  t.not(txid, '');
  world.store.state.history.push({
    at: 0,
    kind: 'send',
    txid,
    height: world.height,
    delta: '0',
    amount: '0',
    minerFee: null,
    coinjoinFee: null,
    fromMixdepth: null,
    toMixdepth: null,
    peers: [],
  });
  t.is(await world.run(), 'done');
  t.is(world.payments.get(DESTINATIONS[0])?.length, 1);
});

test('dear miners are waited for, and are no failure', async (t) => {
  const world = worldOf([tumbleEntry({ destination: DESTINATIONS[0] })], {
    limits: tumbleLimits({ feeRate: 4999 }),
  });
  let looks = 0;
  const pass = world.pass.bind(world);
  world.pass = (seconds) => {
    looks += 1;
    if (looks > 40) world.feeRate = 4999;
    pass(seconds);
  };
  t.is(await world.run(), 'done');
  t.is(world.said.filter((text) => text.includes('4999')).length, 2);
  t.is(world.asked[0]?.feeRate, 4999);
});

test('a plan never costs more than was agreed to', async (t) => {
  const cost = 1500 + 5 * 100;
  const at = worldOf([tumbleEntry({ destination: DESTINATIONS[0] })], {
    limits: tumbleLimits({ cost: String(cost) }),
  });
  t.is(await at.run(), 'done');
  const over = worldOf([tumbleEntry({ destination: DESTINATIONS[0], makers: 4 })], {
    limits: tumbleLimits({ cost: String(cost - 101) }),
  });
  t.is(await over.run(), 'paused');
  t.is(over.payments.size, 0);
  t.regex(over.store.state.tumble?.reason ?? '', /more than 1899 sat/u);
});

test('a wish of another process is heeded between two steps', async (t) => {
  const world = plannedWorld(5);
  world.trouble = {
    failAt: (join) => {
      if (join === 2) world.wish = 'pause';
      return null;
    },
  };
  t.is(await world.run(), 'paused');
  t.is(world.store.state.tumble?.entries[1]?.status, 'broadcast');
  world.wish = 'cancel';
  t.is(await world.run(), 'cancelled');
  t.is(world.asked.length, 2);
});

test('ctrl-C stops it, and the next run goes on', async (t) => {
  const world = plannedWorld(6);
  world.trouble = {
    failAt: (join) => {
      if (join === 2) world.interrupt.abort();
      return join === 2 ? new CoinjoinError('coinjoin-cancelled', 'cancelled') : null;
    },
  };
  t.is(await world.run(), 'interrupted');
  t.is(world.store.state.tumble?.failures, 0);
  t.is(world.store.state.tumble?.status, 'running');
});

test('it is a maker before each mixdepth of the second stage, and never where coins would leave the plan', async (t) => {
  const world = plannedWorld(7, { makerHours: 12 });
  t.is(await world.run(), 'done');
  t.deepEqual(world.served, [12 * 3600, 12 * 3600, 12 * 3600]);
  const filledEnd = new TumbleTestWorld([...COINS, [4, 5_000_000n]], {
    tumble: plannedWorld(7, { makerHours: 12 }).store.state.tumble,
  });
  await filledEnd.run();
  t.deepEqual(filledEnd.served, []);
});

test('a maker session that was interrupted goes on where it was', async (t) => {
  const entries = [
    tumbleEntry({ wait: 0 }),
    tumbleEntry({ mixdepth: 1, amount: '0.5' }),
    tumbleEntry({ mixdepth: 1 }),
    tumbleEntry({ mixdepth: 2, destination: DESTINATIONS[0] }),
  ];
  const tumble = tumbleOf(entries, {
    makerHours: 2,
    current: 1,
    session: { entry: 1, until: 1_000_000 + 1800 },
  });
  const world = new TumbleTestWorld([[1, 50_000_000n]], { tumble });
  t.is(await world.run(), 'done');
  t.deepEqual(world.served, [1800]);
});

test('what there is nothing to do for is skipped inside, and left to a person outside', async (t) => {
  const inside = new TumbleTestWorld([[1, 20_000_000n]], {
    tumble: tumbleOf([tumbleEntry(), tumbleEntry({ mixdepth: 1, destination: DESTINATIONS[0] })]),
  });
  t.is(await inside.run(), 'done');
  t.deepEqual(inside.store.state.tumble?.entries[0]?.txids, []);
  const outside = new TumbleTestWorld([[1, 20_000_000n]], {
    tumble: tumbleOf([tumbleEntry({ destination: DESTINATIONS[0] })]),
  });
  t.is(await outside.run(), 'paused');
});

test('a piece that does not fit is left to its sweep', async (t) => {
  const notEnough = (): PlanError => new PlanError('coinjoin-not-enough-coins', 'too little');
  const world = new TumbleTestWorld([[1, 20_000_000n]], {
    tumble: tumbleOf([
      tumbleEntry({ mixdepth: 1, amount: '0.5' }),
      tumbleEntry({ mixdepth: 1, destination: DESTINATIONS[0] }),
    ]),
  });
  world.trouble = { failAt: (join) => (join === 1 ? notEnough() : null) };
  t.is(await world.run(), 'done');
  t.is(world.asked.length, 2);
  t.is(world.payments.get(DESTINATIONS[0])?.length, 1);
});

test('resuming does not shorten the waiting time of the plan', (t) => {
  const tumble = tumbleOf([tumbleEntry()], { status: 'paused', reason: null, notBefore: 500 });
  start(tumble, 100);
  t.is(tumble.notBefore, 500);
  const failed = tumbleOf([tumbleEntry()], {
    status: 'paused',
    reason: 'failed',
    failures: 6,
    notBefore: 500,
  });
  start(failed, 100);
  t.deepEqual([failed.notBefore, failed.failures, failed.reason], [100, 0, null]);
});
