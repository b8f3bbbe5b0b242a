import type { Nick } from '../../shared/jm/command.ts';
import type { BookOffer } from '../taker/choose/candidate.ts';
import { remember, type Observation } from '../taker/maker-memory.ts';
import { faultsOf, type HeldAgainst } from '../taker/round-step.ts';
import type { FinishedRound } from './play-round.ts';
import type { WalletContext } from './context.ts';

/** What makers are remembered for: null for one that took part to the end. */
export type Conduct = ReadonlyMap<Nick, HeldAgainst | null>;

/** What a round showed of its makers. */
export function conductIn(final: FinishedRound): Conduct {
  if (final.phase === 'complete') {
    const joined = final.join.makers.map(({ nick }) => [nick, null] as const);
    return new Map<Nick, HeldAgainst | null>([...faultsOf(final), ...joined]);
  }
  const { reasons, faults } = final.failure;
  return new Map(
    [...faults].map(([nick, fault]): [Nick, HeldAgainst] => [
      nick,
      { fault, reason: reasons.get(nick) ?? '' },
    ]),
  );
}

/** Writes down how makers with a bond behaved; nicks without one are new in each run. @throws StoreError */
export async function rememberMakers(
  { store, now }: WalletContext,
  book: readonly BookOffer[],
  conduct: Conduct,
): Promise<void> {
  const bonds = new Map(book.map(({ maker, bond }) => [maker, bond]));
  const observations = [...conduct].flatMap(([nick, held]): Observation[] => {
    const bond = bonds.get(nick);
    return bond === undefined ? [] : [{ bond, nick, fault: held?.fault ?? null, reason: held?.reason ?? '' }];
  });
  if (observations.length === 0) return;
  await store.commit((draft) => {
    remember(draft.makers, observations, now());
  });
}
