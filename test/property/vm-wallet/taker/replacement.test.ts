import test from 'ava';
import fc from 'fast-check';
import type { Nick } from '../../../../shared/jm/command.ts';
import { createPodle } from '../../../../shared/jm/podle/create.ts';
import { initialRound, stepRound } from '../../../../vm-wallet/taker/round.ts';
import type { RoundEffect, RoundEvent, RoundState } from '../../../../vm-wallet/taker/round-types.ts';
import { makerParty, partyCoin, partyKey, type MakerParty } from '../../../fixtures/coinjoin-parties.ts';
import { coinsOf, FILL_OVER, ioauth, message, pubkey, roundTerms } from '../../../fixtures/taker-round.ts';

const PARTIES = Array.from({ length: 9 }, (_unused, index) => makerParty(index + 1));
const WANTED = 3;
const MINIMUM = 2;
const MAX_PASSES = 3;
const { txid, vout } = partyCoin(0, 0, 1n);
const PODLES = [0, 1, 2, 3, 4].map((index) =>
  createPodle({ privateKey: partyKey(0, 0), utxo: { txid, vout }, index }),
);
const TERMS = roundTerms(PARTIES.slice(0, WANTED), {
  minimumMakers: MINIMUM,
  spares: PARTIES.slice(WANTED).map(({ candidate }) => candidate),
});

type Move =
  /** One of those that something is awaited of does it. */
  | { readonly move: 'honest'; readonly pick: number }
  | {
      readonly move: 'says';
      readonly maker: number;
      readonly step: 'pubkey' | 'ioauth' | 'coins' | 'no coins';
    }
  | { readonly move: 'error'; readonly maker: number; readonly text: string }
  | { readonly move: 'left'; readonly maker: number }
  | { readonly move: 'timeout'; readonly timer: 'fill' | 'gather' }
  | { readonly move: 'committed'; readonly none: boolean };

const maker = fc.nat(PARTIES.length - 1);
const moves = fc.array(
  fc.oneof(
    { weight: 12, arbitrary: fc.record({ move: fc.constant('honest' as const), pick: fc.nat(100) }) },
    {
      weight: 4,
      arbitrary: fc.record({
        move: fc.constant('says' as const),
        maker,
        step: fc.constantFrom('pubkey' as const, 'ioauth' as const, 'coins' as const, 'no coins' as const),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        move: fc.constant('error' as const),
        maker,
        text: fc.constantFrom('Commitment is blacklisted: 00', 'no'),
      }),
    },
    { weight: 1, arbitrary: fc.record({ move: fc.constant('left' as const), maker }) },
    {
      weight: 2,
      arbitrary: fc.record({
        move: fc.constant('timeout' as const),
        timer: fc.constantFrom('fill' as const, 'gather' as const),
      }),
    },
    { weight: 2, arbitrary: fc.record({ move: fc.constant('committed' as const), none: fc.boolean() }) },
  ),
  { minLength: 5, maxLength: 60 },
);

function eventOf(move: Move, commits: number, state: RoundState): RoundEvent {
  switch (move.move) {
    case 'honest':
      return honest(state, move.pick);
    case 'says':
      return said(PARTIES[move.maker] ?? makerParty(1), move.step);
    case 'error':
      return message((PARTIES[move.maker] ?? makerParty(1)).nick, { command: 'error', text: move.text });
    case 'left':
      return { event: 'left', nick: (PARTIES[move.maker] ?? makerParty(1)).nick };
    case 'timeout':
      return move.timer === 'fill' ? FILL_OVER : { event: 'timeout', timer: 'gather' };
    case 'committed':
      return { event: 'committed', podle: move.none ? null : (PODLES[commits] ?? null) };
  }
}

function honest({ makers }: RoundState, pick: number): RoundEvent {
  const awaited = PARTIES.flatMap((party) => {
    const step = makers.get(party.nick)?.step;
    if (step === 'asked') return [pubkey(party)];
    if (step === 'authorised') return [ioauth(party)];
    return step === 'checking' ? [coinsOf(party)] : [];
  });
  return awaited[pick % Math.max(1, awaited.length)] ?? FILL_OVER;
}

function said(party: MakerParty, step: 'pubkey' | 'ioauth' | 'coins' | 'no coins'): RoundEvent {
  switch (step) {
    case 'pubkey':
      return pubkey(party);
    case 'ioauth':
      return ioauth(party);
    case 'coins':
      return coinsOf(party);
    case 'no coins':
      return coinsOf(party, [null]);
  }
}

/** What a round did to the outside, kept beside the machine. */
class Watcher {
  readonly commitment = new Map<Nick, string>();
  readonly authorised = new Set<Nick>();
  commits = 0;
  fills = 0;
  builds: readonly Nick[] | null = null;
  readonly faults: string[] = [];

  see(effect: RoundEffect, state: RoundState): void {
    if (effect.effect === 'commit') this.commits += 1;
    if (effect.effect === 'build') this.builds = effect.makers.map(({ nick }) => nick);
    if (effect.effect !== 'send') return;
    const { command, to } = effect;
    if (command.command === 'fill') {
      this.fills += 1;
      if (this.authorised.has(to)) this.faults.push('a maker that saw our coin was asked again');
      this.commitment.set(to, command.commitment);
    }
    if (command.command === 'auth') {
      const opens = PODLES.find(({ revelation }) => revelation === command.revelation);
      const asked = TERMS.podle.revelation === command.revelation ? TERMS.podle : opens;
      if (asked?.commitment !== this.commitment.get(to))
        this.faults.push('the proof opens another commitment');
      if (this.authorised.has(to)) this.faults.push('our coin was proven twice to one maker');
      if ([...state.makers.values()].some(({ step }) => step === 'asked')) {
        this.faults.push('our coin was proven while somebody had not answered');
      }
      this.authorised.add(to);
    }
  }
}

test('whatever makers do, replacements stay within their limits and our coin is proven with care', (t) => {
  const ends = new Map<string, number>();
  fc.assert(
    fc.property(moves, (all) => {
      const watcher = new Watcher();
      let state = initialRound(TERMS);
      const start: RoundEvent = { event: 'start' };
      for (const move of [null, ...all]) {
        const event = move === null ? start : eventOf(move, watcher.commits, state);
        const step = stepRound(state, event, TERMS);
        ({ state } = step);
        for (const effect of step.effects) watcher.see(effect, state);
        const inPlay = [...state.makers.values()].filter(({ step: at }) => at !== 'failed').length;
        t.true(inPlay <= WANTED, 'never more makers than are wanted');
      }
      t.deepEqual(watcher.faults, []);
      t.true(watcher.commits <= 2);
      t.true(watcher.fills <= WANTED * (1 + 2 * MAX_PASSES) + WANTED * 2);
      if (watcher.builds !== null) {
        t.true(watcher.builds.length >= MINIMUM && watcher.builds.length <= WANTED);
        t.true(watcher.builds.every((nick) => watcher.authorised.has(nick)));
      }
      const end = watcher.fills > WANTED ? `${state.phase} after replacing` : state.phase;
      ends.set(end, (ends.get(end) ?? 0) + 1);
    }),
    { numRuns: 1500, seed: 7 },
  );
  // Otherwise the rounds above would say little.
  for (const end of ['gathering after replacing', 'failed after replacing', 'building after replacing']) {
    t.true((ends.get(end) ?? 0) > 10, `${end}: ${ends.get(end) ?? 0}`);
  }
});
