import type { RegtestNode } from '../regtest/bitcoind.ts';
import { earningsOf } from '../../vm-wallet/maker/earnings.ts';
import { costSoFar } from '../../vm-wallet/tumbler/progress.ts';
import type { SimulatedWallet } from './wallet.ts';

interface Unspent {
  readonly total_amount: number;
  readonly unspents: readonly { readonly height: number }[];
}

/** Everything that must hold behind a plan, asked of the node where it is the node's to say. */
export async function brokenInvariants(world: {
  readonly node: RegtestNode;
  readonly wallet: SimulatedWallet;
  readonly destinations: readonly string[];
  readonly bound: bigint;
  readonly coins: readonly (readonly [mixdepth: number, value: bigint])[];
}): Promise<string[]> {
  const { node, wallet, destinations, bound, coins } = world;
  const { state } = wallet.context.store;
  const broken: string[] = [];
  const expect = (holds: boolean, sentence: string): void => {
    if (!holds) broken.push(sentence);
  };
  const entries = state.tumble?.entries ?? [];
  expect(
    state.tumble?.status === 'done',
    `the plan is ${state.tumble?.status ?? 'gone'}: ${state.tumble?.reason ?? ''}`,
  );

  let arrived = 0n;
  let lastHeight = 0;
  for (const address of destinations) {
    const paid = (await node.rpc('scantxoutset', ['start', [`addr(${address})`]])) as Unspent;
    arrived += BigInt(Math.round(paid.total_amount * 1e8));
    expect(paid.unspents.length === 1, `${address} was paid ${paid.unspents.length} times`);
    const height = paid.unspents[0]?.height ?? 0;
    expect(height >= lastHeight, `${address} was paid before the destination before it`);
    lastHeight = height;
  }
  const unspent = Object.values(state.coins).filter(({ spentBy }) => spentBy === null);
  expect(unspent.length === 0, `${unspent.length} coins are left inside`);

  const before = coins.reduce((sum, [, value]) => sum + value, 0n);
  const { joins, earned } = earningsOf(state);
  const cost = before + earned - arrived;
  expect(cost <= bound, `it cost ${cost} sat, more than ${bound} sat`);
  expect(cost === costSoFar(entries), `it cost ${cost} sat, and the plan says ${costSoFar(entries)} sat`);

  const mixdepths = new Map<string, Set<string>>();
  for (const { path, spentBy } of Object.values(state.coins)) {
    if (spentBy === null) continue;
    mixdepths.set(spentBy.txid, (mixdepths.get(spentBy.txid) ?? new Set()).add(path.split('/')[0] ?? ''));
  }
  for (const [txid, set] of mixdepths)
    expect(set.size === 1, `${txid} merges mixdepths ${[...set].join(', ')}`);

  const addresses = Object.values(state.shown).map(({ address }) => address);
  expect(new Set(addresses).size === addresses.length, 'an address was shown twice');
  const scripts = Object.values(state.coins).map(({ scriptPubKey }) => scriptPubKey);
  expect(new Set(scripts).size === scripts.length, 'an address was paid twice');

  const done = entries.filter(({ txids }) => txids.length > 0).length;
  expect(
    mixdepths.size === done + joins.length,
    `${mixdepths.size} transactions for ${done} entries, and ${joins.length} as a maker`,
  );
  return broken;
}
