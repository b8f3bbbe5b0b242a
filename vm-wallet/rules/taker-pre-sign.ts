import { sumSats, type Sats } from '../../shared/bitcoin/amount.ts';
import { outpointKey, type OutpointKey } from '../../shared/bitcoin/outpoint.ts';
import { parseTransaction, type ParsedTransaction } from '../../shared/bitcoin/transaction.ts';
import { equalBytes, toHex } from '../../shared/crypto/bytes.ts';
import type { InputWitness } from '../coinjoin/input-witness.ts';
import type { UnsignedJoin } from '../coinjoin/join.ts';
import { enforce, type Rule } from './refusal.ts';

/** What the user agreed to, and what the wallet knows, when a CoinJoin is complete but for our signatures. */
export interface TakerFacts {
  readonly join: UnsignedJoin;
  /** Witnesses of the makers' inputs, each verified against its proven coin. */
  readonly witnesses: ReadonlyMap<number, InputWitness>;
  readonly approved: {
    readonly amount: Sats;
    readonly destinationScript: Uint8Array;
    readonly maxMinerFee: Sats;
    readonly maxFeePerMaker: Sats;
    readonly maxTotalFee: Sats;
    readonly minimumMakers: number;
    readonly maxCoinsPerMaker: number;
    /** Sats that pay for a maker's input; less than that we would pay for it. 0 when left out. */
    readonly leastCoinValue?: Sats;
  };
  /** Our coins in this round, by outpoint. */
  readonly ownCoins: ReadonlyMap<OutpointKey, Sats>;
  /** True when the wallet derives this script for an address that it reserved for the round. */
  readonly isOwnScript: (script: Uint8Array) => boolean;
  readonly changeScript: Uint8Array | null;
  readonly tipHeight: number;
}

interface Checked extends TakerFacts {
  readonly transaction: ParsedTransaction;
}

/** The taker's rules before it signs last (design: rules before a signature), in order. */
export const TAKER_RULES: readonly Rule<Checked>[] = [
  {
    name: 'taker-version-and-sequence',
    check: ({ transaction }) =>
      transaction.version === 2 && transaction.inputs.every((input) => input.sequence === 0xffff_fffe)
        ? null
        : 'version or sequence is not what we built',
  },
  {
    name: 'taker-locktime',
    check: ({ transaction, join, tipHeight }) =>
      transaction.locktime === join.locktime && transaction.locktime <= tipHeight + 1
        ? null
        : `locktime ${transaction.locktime} is not what we built`,
  },
  {
    name: 'taker-own-inputs',
    check: ({ transaction, ownCoins }) => {
      const mine = transaction.inputs.filter((input) => ownCoins.has(outpointKey(input)));
      return mine.length === ownCoins.size ? null : 'our inputs are not exactly the coins of this round';
    },
  },
  {
    name: 'taker-foreign-inputs',
    check: ({ transaction, join, ownCoins }) => {
      const shown = new Set(join.makers.flatMap((maker) => maker.coins.map(outpointKey)));
      const strange = transaction.inputs.find(
        (input) => !ownCoins.has(outpointKey(input)) && !shown.has(outpointKey(input)),
      );
      return strange === undefined ? null : `input ${outpointKey(strange)} came from nobody`;
    },
  },
  {
    name: 'taker-foreign-signatures',
    check: ({ transaction, ownCoins, witnesses }) =>
      transaction.inputs.every((input, index) => ownCoins.has(outpointKey(input)) || witnesses.has(index))
        ? null
        : 'not every foreign input is signed',
  },
  {
    name: 'taker-destination',
    check: ({ transaction, approved }) => {
      const paid = transaction.outputs.filter((output) =>
        equalBytes(output.script, approved.destinationScript),
      );
      return paid.length === 1 && paid[0]?.value === approved.amount
        ? null
        : 'the approved destination does not get exactly the approved amount once';
    },
  },
  {
    name: 'taker-own-change',
    check: ({ transaction, join, changeScript, isOwnScript }) => {
      if (join.change === 0n) return null;
      if (changeScript === null || !isOwnScript(changeScript)) return 'the change address is not ours';
      const paid = transaction.outputs.filter((output) => equalBytes(output.script, changeScript));
      return paid.length === 1 && paid[0]?.value === join.change
        ? null
        : 'our change is not paid once and in full';
    },
  },
  {
    name: 'taker-foreign-outputs',
    check: ({ transaction, join, approved, changeScript }) => {
      const known = new Set(
        [
          approved.destinationScript,
          ...(changeScript === null ? [] : [changeScript]),
          ...join.makers.flatMap((maker) => [maker.coinjoinScript, maker.changeScript]),
        ].map(toHex),
      );
      const strange = transaction.outputs.find((output) => !known.has(toHex(output.script)));
      return strange === undefined ? null : 'an output that neither we nor a maker asked for';
    },
  },
  {
    name: 'taker-equal-outputs',
    check: ({ transaction, join, approved }) => {
      const equal = transaction.outputs.filter((output) => output.value === approved.amount).length;
      return equal >= join.makers.length + 1 && join.makers.length >= approved.minimumMakers
        ? null
        : `only ${equal} equal outputs`;
    },
  },
  {
    name: 'taker-coins-per-maker',
    check: ({ join, approved }) => {
      const greedy = join.makers.find((maker) => maker.coins.length > approved.maxCoinsPerMaker);
      return greedy === undefined ? null : `${greedy.nick} brings ${greedy.coins.length} coins`;
    },
  },
  {
    name: 'taker-coin-worth',
    check: ({ join, approved: { leastCoinValue = 0n } }) => {
      const dust = join.inputs.find(({ owner, value }) => owner !== null && value < leastCoinValue);
      return dust === undefined ? null : `the coin ${outpointKey(dust)} is worth less than its input costs`;
    },
  },
  {
    name: 'taker-fee-per-maker',
    check: ({ join, approved }) => {
      const dear = join.makers.find((maker) => maker.fee > approved.maxFeePerMaker);
      return dear === undefined ? null : `${dear.nick} asks ${dear.fee} sat`;
    },
  },
  {
    name: 'taker-miner-fee',
    check: ({ transaction, join, approved }) => {
      const fee =
        sumSats(join.inputs.map((input) => input.value)) -
        sumSats(transaction.outputs.map((output) => output.value));
      return fee >= 0n && fee <= approved.maxMinerFee ? null : `the miner fee is ${fee} sat`;
    },
  },
  {
    name: 'taker-total-fee',
    check: ({ join, ownCoins, approved }) => {
      const cost = sumSats(ownCoins.values()) - approved.amount - join.change;
      return cost >= 0n && cost <= approved.maxTotalFee ? null : `the CoinJoin costs us ${cost} sat`;
    },
  },
];

/** Checks a complete CoinJoin. @throws RuleError, TransactionError */
export function checkTakerRules(facts: TakerFacts): void {
  enforce(TAKER_RULES, { ...facts, transaction: parseTransaction(facts.join.raw) });
}
