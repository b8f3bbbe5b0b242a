import test, { type ExecutionContext } from 'ava';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { claimNick } from '../../../../vm-wallet/maker/own-nicks.ts';
import type { CoinjoinRequest } from '../../../../vm-wallet/runtime/coinjoin-plan.ts';
import type { CoinjoinResult } from '../../../../vm-wallet/runtime/sign-round.ts';
import { TakerRunner, type TakerInterface } from '../../../../vm-wallet/runtime/taker-runner.ts';
import { simulatedMarket, type SimulatedMarket } from '../../../fixtures/simulated-market.ts';

/** A market in which the first maker is another wallet of the taker's own data directory. */
async function marketWithOwnMaker(t: ExecutionContext, count: number): Promise<SimulatedMarket> {
  const market = await simulatedMarket(t, count);
  claimNick(market.context.dataDir, 'maker', '/w/other.jmw', own(market).peer.nick);
  return market;
}

function own({ makers }: SimulatedMarket): SimulatedMarket['makers'][number] {
  const [first] = makers;
  if (first === undefined) throw new Error('the market has makers');
  return first;
}

function run(
  market: SimulatedMarket,
  request: Partial<CoinjoinRequest> = {},
  ui: Partial<TakerInterface> = {},
): Promise<CoinjoinResult> {
  const runner = new TakerRunner(market.context, market.chain, market.messages, {
    report: () => undefined,
    approvePlan: () => Promise.resolve(),
    approveTransaction: () => Promise.resolve(),
    signal: new AbortController().signal,
    ...ui,
  });
  return runner.run({ ...market.request, ...request });
}

test('a taker does not ask the maker of its own data directory, also when there are too few', async (t) => {
  const market = await marketWithOwnMaker(t, 4);
  const { join } = await run(market);
  t.deepEqual(
    join.makers.map(({ nick }) => nick).sort(),
    market.makers
      .slice(1)
      .map(({ peer }) => peer.nick)
      .sort(),
  );
  t.deepEqual(own(market).heard, []);
  const small = await marketWithOwnMaker(t, 3);
  await t.throwsAsync(run(small), { code: 'coinjoin-too-few-makers' });
  t.true(small.makers.every(({ heard }) => heard.length === 0));
  // Without the claim it is asked like the others.
  t.is((await run(await simulatedMarket(t, 3))).join.makers.length, 3);
});

test('it does not take the place of a maker that fails', async (t) => {
  const market = await marketWithOwnMaker(t, 4);
  const stalled = market.makers[3];
  market.conduct = (maker, command) => (maker === stalled && command.command === 'fill' ? [] : null);
  const { join } = await run(market);
  t.is(join.makers.length, 2);
  t.deepEqual(own(market).heard, []);
});

test('nor is it asked when one after the other refuses', async (t) => {
  const market = await marketWithOwnMaker(t, 17);
  market.conduct = (_maker, command) =>
    command.command === 'fill' ? [{ command: 'error', text: 'no' }] : null;
  await t.throwsAsync(run(market), { code: 'coinjoin-makers-failed' });
  t.deepEqual(own(market).heard, []);
  t.true(market.makers.filter(({ heard }) => heard.length > 0).length > 12);
});

test('it is not in the table to pick from, and naming it does not help', async (t) => {
  const market = await marketWithOwnMaker(t, 4);
  let listed: readonly string[] = [];
  await run(
    market,
    { pick: true },
    {
      pickMakers: (candidates) => {
        const nicks = candidates.map(({ maker }) => maker);
        listed = nicks;
        return Promise.resolve(nicks);
      },
    },
  );
  t.is(listed.length, 3);
  t.false(listed.includes(own(market).peer.nick));
  const other = await marketWithOwnMaker(t, 3);
  const named = other.makers.map(({ peer }) => peer.nick);
  await t.throwsAsync(run(other, { named }), { code: 'coinjoin-too-few-makers' });
  t.true(other.makers.every(({ heard }) => heard.length === 0));
});

test('a taker’s nick is known to the makers of its data directory while it runs, and not after', async (t) => {
  const market = await simulatedMarket(t, 3);
  const file = path.join(market.context.dataDir, 'state/taker-test.nick');
  const seen: string[] = [];
  market.onCommand = () => {
    seen.push(readFileSync(file, 'utf8').trim());
  };
  let nick = '';
  const report = (text: string): void => {
    nick = /^opening the message channels as (\S+)$/u.exec(text)?.[1] ?? nick;
  };
  await run(market, {}, { report });
  t.deepEqual([...new Set(seen)], [nick]);
  t.false(existsSync(file));
});

test('the nick is given back when the round fails, too', async (t) => {
  const market = await simulatedMarket(t, 3);
  const file = path.join(market.context.dataDir, 'state/taker-test.nick');
  let stood = false;
  market.conduct = () => {
    stood = existsSync(file);
    return [{ command: 'error', text: 'no' }];
  };
  await t.throwsAsync(run(market), { code: 'coinjoin-makers-failed' });
  t.true(stood);
  t.false(existsSync(file));
});
