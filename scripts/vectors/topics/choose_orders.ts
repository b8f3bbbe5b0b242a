import { sats } from '../../../shared/bitcoin/amount.ts';
import type { Random } from '../../../shared/crypto/random.ts';
import type { Nick } from '../../../shared/jm/command.ts';
import { isOfferType, parseDecimal } from '../../../shared/jm/offer.ts';
import { selectCoins, type MergeAlgorithm } from '../../../vm-wallet/coins/select.ts';
import {
  bondWeights,
  chooser,
  feeWeights,
  weightedIndex,
  type Choose,
} from '../../../vm-wallet/taker/choose/algorithms.ts';
import { NATIVE_TYPES, type BookOffer, type Candidate } from '../../../vm-wallet/taker/choose/candidate.ts';
import { chooseForAmount, type Choice, type Wanted } from '../../../vm-wallet/taker/choose/payment.ts';
import { chooseForSweep } from '../../../vm-wallet/taker/choose/sweep.ts';
import { compare, compareFloat, listOf, textOf, type Recorded } from '../compare.ts';
import type { CaseResult } from '../topic.ts';

const MERGE_ALGORITHMS: readonly (readonly [field: string, algorithm: MergeAlgorithm])[] = [
  ['select', 'default'],
  ['select_gradual', 'gradual'],
  ['select_greedy', 'greedy'],
  ['select_greediest', 'greediest'],
];

/** For choices that the recording made deterministic. */
const noRandom: Random = {
  bytes: () => {
    throw new Error('not random here');
  },
  unit: () => {
    throw new Error('not random here');
  },
  below: () => {
    throw new Error('not random here');
  },
};

export function* check(file: unknown): Iterable<CaseResult> {
  let offers: readonly BookOffer[] = [];
  for (const [number, recorded] of listOf(file, 'choose_orders').entries()) {
    if (Array.isArray(recorded['offers'])) offers = readBook(recorded['offers']);
    yield* checkPayment(`payment ${number}`, recorded, offers);
  }
  for (const [number, recorded] of listOf(file, 'choose_sweep_orders').entries()) {
    yield* checkSweep(`sweep ${number}`, recorded);
  }
  for (const [number, recorded] of listOf(file, 'fidelity_bond_weights').entries()) {
    yield* checkBonds(`bonds ${number}`, recorded);
  }
  for (const [number, recorded] of listOf(file, 'rand_weighted_choice').entries()) {
    const index = weightedIndex(recorded['p'] as number[], recorded['r'] as number);
    yield compare(`weighted draw ${number}`, index, recorded['index']);
  }
  for (const [number, recorded] of listOf(file, 'utxo_selection').entries()) {
    yield* checkSelection(`coins ${number}`, recorded);
  }
}

function* checkPayment(name: string, recorded: Recorded, book: readonly BookOffer[]): Iterable<CaseResult> {
  const cheapest = textOf(recorded, 'chooser') === 'cheapest_order_choose';
  const weights: number[][] = [];
  const heaviest: Choose = (candidates, makers) => {
    const shares = feeWeights(candidates, makers);
    weights.push(shares);
    return pick(candidates, heaviestIndex(shares));
  };
  const choose = cheapest ? chooser('cheapest_order_choose', 0) : heaviest;
  const choice = chooseForAmount(book, sats(BigInt(textOf(recorded, 'cj_amount'))), wanted(recorded, choose));
  yield compare(name, resultOf(choice), expectedOf(recorded));
  // For payments the reference's total is net of what the makers contribute to the miner fee.
  const net = choice.outcome === 'chosen' ? choice.makers.reduce((sum, maker) => sum + maker.netFee, 0n) : 0n;
  yield compare(`${name} total fee`, net, BigInt(textOf(recorded, 'total_cj_fee')));
  // Where there are too few makers we stop at the last, the reference before the first pick.
  if (cheapest || choice.outcome !== 'chosen') return;
  const recordedWeights = recorded['weights_per_pick'] as number[][];
  yield compare(
    `${name} number of weights`,
    weights.map((shares) => shares.length),
    recordedWeights.map((shares) => shares.length),
  );
  for (const [round, shares] of recordedWeights.entries()) {
    for (const [index, share] of shares.entries()) {
      yield compareFloat(`${name} pick ${round} weight ${index}`, weights[round]?.[index] ?? NaN, share);
    }
  }
}

function* checkSweep(name: string, recorded: Recorded): Iterable<CaseResult> {
  const choice = chooseForSweep(
    readBook(recorded['offers'] as readonly Recorded[]),
    sats(BigInt(textOf(recorded, 'total_input_value'))),
    BigInt(textOf(recorded, 'total_txfee')),
    wanted(recorded, chooser('cheapest_order_choose', 0)),
  );
  yield compare(name, resultOf(choice), expectedOf(recorded));
  const chosen = choice.outcome === 'chosen';
  yield compare(
    `${name} amount and fee`,
    [chosen ? choice.amount : 0n, chosen ? choice.totalFee : 0n],
    [BigInt(textOf(recorded, 'cj_amount')), BigInt(textOf(recorded, 'total_cj_fee'))],
  );
}

function* checkBonds(name: string, recorded: Recorded): Iterable<CaseResult> {
  const candidates = (recorded['orders_fees'] as [Recorded, number][]).map(([order, netFee]): Candidate => {
    const offer = readOffer(order);
    return { ...offer, fee: sats(BigInt(netFee) + offer.offer.txfee), netFee: BigInt(netFee) };
  });
  const shares = bondWeights(candidates.filter((candidate) => candidate.bondValue > 0));
  const expected = recorded['weights_over_bonded_orders_in_order'] as number[];
  yield compare(`${name} number of weights`, shares.length, expected.length);
  for (const [index, share] of expected.entries()) {
    yield compareFloat(`${name} weight ${index}`, shares[index] ?? NaN, share);
  }
  const heaviest = heaviestIndex(shares);
  const before = shares.slice(0, heaviest).reduce((sum, share) => sum + share, 0);
  const draws = [Number(recorded['random_value_for_bondless_test']), before + (shares[heaviest] ?? 0) / 2];
  const choose = chooser(
    'fidelity_bond_weighted_order_choose',
    Number(recorded['bondless_makers_allowance']),
  );
  const chosen = choose(candidates, 1, { ...noRandom, unit: () => draws.shift() ?? NaN });
  yield compare(`${name} heaviest`, [chosen.maker, draws.length], [recorded['chosen_with_argmax'], 0]);
}

function* checkSelection(name: string, recorded: Recorded): Iterable<CaseResult> {
  const coins = (recorded['unspent'] as Recorded[]).map((coin) => ({
    name: textOf(coin, 'utxo'),
    value: sats(BigInt(textOf(coin, 'value'))),
  }));
  for (const [field, algorithm] of MERGE_ALGORITHMS) {
    const selected = selectCoins(algorithm, coins, BigInt(textOf(recorded, 'value')));
    const expected = recorded[field];
    // The reference's greedy lists a single coin twice; it spends it once.
    const distinct = Array.isArray(expected) ? [...new Set<unknown>(expected)] : null;
    yield compare(`${name} ${algorithm}`, selected?.map((coin) => coin.name) ?? null, distinct);
  }
}

function wanted(recorded: Recorded, choose: Choose): Wanted {
  const ignored = (recorded['ignored_makers'] ?? []) as readonly string[];
  return {
    makers: Number(recorded['n']),
    types: NATIVE_TYPES,
    limits: {
      absolute: recorded['max_cj_fee_abs'] as number | null,
      relative: recorded['max_cj_fee_rel'] as number,
    },
    isIgnored: (maker) => ignored.includes(maker),
    choose,
    random: noRandom,
  };
}

function readBook(offers: readonly Recorded[]): BookOffer[] {
  return offers.map(readOffer);
}

function readOffer(recorded: Recorded): BookOffer {
  const type = textOf(recorded, 'ordertype');
  const cjfee = parseDecimal(textOf(recorded, 'cjfee'));
  if (!isOfferType(type) || cjfee === null) throw new Error(`not an offer: ${JSON.stringify(recorded)}`);
  return {
    maker: textOf(recorded, 'counterparty') as Nick,
    bondValue: Number(recorded['fidelity_bond_value'] ?? 0),
    offer: {
      type,
      oid: Number(recorded['oid']),
      minsize: sats(BigInt(textOf(recorded, 'minsize'))),
      maxsize: sats(BigInt(textOf(recorded, 'maxsize'))),
      txfee: sats(BigInt(textOf(recorded, 'txfee'))),
      cjfee,
    },
  };
}

/** Chosen makers with the oid of the offer, in an order of their own. */
function resultOf(choice: Choice): unknown {
  if (choice.outcome !== 'chosen') return null;
  return choice.makers.map(({ maker, offer }) => `${maker} ${offer.oid}`).sort();
}

function expectedOf(recorded: Recorded): unknown {
  const result = recorded['result'] as Record<string, Recorded> | null;
  if (result === null) return null;
  return Object.entries(result)
    .map(([maker, offer]) => `${maker} ${textOf(offer, 'oid')}`)
    .sort();
}

function heaviestIndex(weights: readonly number[]): number {
  return weights.indexOf(Math.max(...weights));
}

function pick(candidates: readonly Candidate[], index: number): Candidate {
  const candidate = candidates[index];
  if (candidate === undefined) throw new Error('nothing to pick from');
  return candidate;
}
