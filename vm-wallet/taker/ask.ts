import type { Nick } from '../../shared/jm/command.ts';
import type { Podle } from '../../shared/jm/podle/create.ts';
import type { Candidate } from './choose/candidate.ts';
import type { RoundStep } from './round-step.ts';
import type { MakerProgress, RoundEffect, RoundState, RoundTerms } from './round-types.ts';

export type Gathering = Extract<RoundState, { phase: 'gathering' }>;

/** How often makers are replaced in `fill`, and again in `auth` (protocol/coinjoin.md §2.1). */
const MAX_PASSES = 3;
/** Commitments for one round; each is a use of a coin that has few of them. */
const MAX_COMMITMENTS = 3;

/** The `fill` to each maker, and the time that they have. */
export function fills(candidates: readonly Candidate[], podle: Podle, terms: RoundTerms): RoundEffect[] {
  return [
    ...candidates.map(({ maker, offer }): RoundEffect => ({
      effect: 'send',
      to: maker,
      command: {
        command: 'fill',
        oid: offer.oid,
        amount: terms.amount,
        takerKey: terms.takerKey,
        commitment: podle.commitment,
      },
    })),
    { effect: 'timer', timer: 'fill', seconds: terms.makerTimeoutSeconds },
  ];
}

/**
 * True when the last `fill` failed because of its commitment: at least half of those that were asked refused it for that, those
 * counted in that said nothing, as joinmarket-ng's makers do. One at least must have said so.
 */
export function isCommitmentBurnt({ makers, search }: Gathering): boolean {
  const faults = search.asked.map((nick) => {
    const progress = makers.get(nick);
    return progress?.step === 'failed' ? progress.fault : null;
  });
  const refused = faults.filter((fault) => fault === 'blacklisted').length;
  const silent = faults.filter((fault) => fault === 'silent').length;
  return search.commitments < MAX_COMMITMENTS && refused > 0 && 2 * (refused + silent) >= search.asked.length;
}

/** Asks once more, with another commitment, those that refused the last one or said nothing to it. */
export function askAgain(state: Gathering, podle: Podle, terms: RoundTerms): RoundStep {
  const { makers, search } = state;
  const again = [...terms.makers, ...(terms.spares ?? [])].filter(({ maker }) => {
    const progress = makers.get(maker);
    const isUnheard =
      progress?.step === 'failed' && (progress.fault === 'blacklisted' || progress.fault === 'silent');
    return isUnheard && search.asked.includes(maker);
  });
  const commitments = search.commitments + 1;
  return ask({ ...state, search: { ...search, podle, commitments, committing: false } }, again, terms);
}

/** Asks other makers in place of those that are out; null when there is no pass left, or nobody to ask. */
export function askSpares(state: Gathering, terms: RoundTerms): RoundStep | null {
  const { search } = state;
  const missing = terms.makers.length - inPlay(state, terms).length;
  if (missing <= 0 || search.passes >= MAX_PASSES) return null;
  const spares = affordable(state, terms, missing);
  if (spares.length === 0) return null;
  const asked = ask({ ...state, search: { ...search, passes: search.passes + 1 } }, spares, terms);
  const replaced: RoundEffect[] = spares.map(({ maker }) => ({
    effect: 'report',
    nick: maker,
    text: 'is asked in place of one that is out',
  }));
  return { state: asked.state, effects: [...replaced, ...asked.effects] };
}

/** Makers that are not out, with their offers. */
export function inPlay({ makers }: Gathering, terms: RoundTerms): Candidate[] {
  return [...terms.makers, ...(terms.spares ?? [])].filter(({ maker }) => {
    const progress = makers.get(maker);
    return progress !== undefined && progress.step !== 'failed';
  });
}

function ask(state: Gathering, candidates: readonly Candidate[], terms: RoundTerms): RoundStep {
  const { podle } = state.search;
  const asked = candidates.map(({ maker }): [Nick, MakerProgress] => [maker, { step: 'asked', podle }]);
  return {
    state: {
      ...state,
      makers: new Map([...state.makers, ...asked]),
      search: { ...state.search, asked: candidates.map(({ maker }) => maker) },
    },
    effects: fills(candidates, podle, terms),
  };
}

/** The first spares that nobody asked yet and that the budget has room for. */
function affordable(state: Gathering, terms: RoundTerms, count: number): Candidate[] {
  const taken: Candidate[] = [];
  let left =
    terms.feeBudget === undefined
      ? null
      : inPlay(state, terms).reduce((rest, candidate) => rest - netCost(candidate), terms.feeBudget);
  for (const spare of terms.spares ?? []) {
    if (taken.length === count) break;
    if (state.makers.has(spare.maker) || (left !== null && netCost(spare) > left)) continue;
    taken.push(spare);
    if (left !== null) left -= netCost(spare);
  }
  return taken;
}

/** What a maker costs us, less what it gives to the miner; in sats. */
function netCost({ fee, offer }: Candidate): bigint {
  return fee - offer.txfee;
}
