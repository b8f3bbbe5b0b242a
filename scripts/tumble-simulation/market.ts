import path from 'node:path';
import type { RegtestNode } from '../regtest/bitcoind.ts';
import type { MessagesClient } from '../../shared/bridge/messages.ts';
import type { Random } from '../../shared/crypto/random.ts';
import { MakerRunner } from '../../vm-wallet/runtime/maker-runner.ts';
import type { MemoryPit } from './memory-pit.ts';
import { createWallet, type SimulatedWallet } from './wallet.ts';

const COINS = Array.from({ length: 6 }, () => [0, 300_000_000n] as const);
/** What a maker says in a round; any of it may be lost. */
const ANSWER = /^!(pubkey|ioauth|sig) /u;

/** Wallets of makers with coins that are not mined yet. */
export async function createMakers(
  node: RegtestNode,
  directory: string,
  count: number,
  random: Random,
): Promise<SimulatedWallet[]> {
  const wallets: SimulatedWallet[] = [];
  for (let number = 0; number < count; number += 1) {
    wallets.push(await createWallet(node, path.join(directory, `maker${number}`), COINS, random));
  }
  return wallets;
}

/** Makers at work. */
export interface Market {
  stop(): Promise<void>;
}

/**
 * Starts makers that lose some of their answers, and waits until their offers stand.
 * @param failureShare How many of their answers are lost, from 0 to 1.
 */
export async function openMarket(
  pit: MemoryPit,
  wallets: readonly SimulatedWallet[],
  failureShare: number,
  random: Random,
): Promise<Market> {
  const over = new AbortController();
  const makers = wallets.map((wallet, number) => {
    const messages = pit.connect((line) => ANSWER.test(line) && random.unit() < failureShare);
    return { messages, ...startMaker(wallet, messages, number, over.signal) };
  });
  await Promise.all(makers.map(({ stands }) => stands));
  return {
    stop: async () => {
      over.abort();
      await Promise.all(makers.map(({ ended }) => ended));
      await Promise.all(makers.map(({ messages }) => messages.close()));
    },
  };
}

function startMaker(
  { context, chain }: SimulatedWallet,
  messages: MessagesClient,
  number: number,
  signal: AbortSignal,
): { readonly stands: Promise<void>; readonly ended: Promise<void> } {
  let ready: () => void = () => undefined;
  const offering = new Promise<void>((resolve) => {
    ready = resolve;
  });
  const runner = new MakerRunner(context, {
    settings: { ...context.config.maker, orderType: number % 2 === 0 ? 'reloffer' : 'absoffer' },
    tell: ({ event }) => {
      if (event === 'ready') ready();
    },
    signal,
  });
  const ended = runner.serve({ chain, messages });
  return { stands: Promise.race([offering, ended]), ended };
}
