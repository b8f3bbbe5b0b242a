import { sumSats, type Sats } from '../../shared/bitcoin/amount.ts';
import { outpointKey, type Txid } from '../../shared/bitcoin/outpoint.ts';
import type { ParsedTransaction, TransactionOutput } from '../../shared/bitcoin/transaction.ts';
import { equalBytes } from '../../shared/crypto/bytes.ts';
import type { Coin } from '../coins/coin.ts';
import { enforce, type Rule } from './refusal.ts';
import { signedVsize } from './signed-vsize.ts';

/** Highest sequence that lets a transaction be replaced (BIP125). */
export const MAX_REPLACEABLE = 0xffff_fffd;

/** What a replacement is checked against (BIP125). */
export interface ReplacementFacts {
  readonly raw: Uint8Array;
  /** The transaction in the mempool, signed. */
  readonly original: ParsedTransaction;
  /** What the original spends, with the values that the verified chain shows. */
  readonly coins: readonly Coin[];
  /** Script of the output that pays for it; ours. */
  readonly payer: Uint8Array;
  readonly isOwnScript: (script: Uint8Array) => boolean;
  /** sat/kvB, from `absurd_fee_per_kb`. */
  readonly maxFeeRate: number;
}

/** What a child that pays for its parent is checked against. */
export interface ChildFacts {
  readonly raw: Uint8Array;
  readonly coin: Coin;
  /** The parent that waits for a block. */
  readonly parent: { readonly txid: Txid; readonly vsize: number; readonly fee: Sats };
  readonly isOwnScript: (script: Uint8Array) => boolean;
  /** sat/kvB, for both together, from `absurd_fee_per_kb`. */
  readonly maxFeeRate: number;
}

type Replacement = ReplacementFacts & { readonly transaction: ParsedTransaction };
type Child = ChildFacts & { readonly transaction: ParsedTransaction };

/** The rules for a transaction that takes another one's place. */
export const REPLACEMENT_RULES: readonly Rule<Replacement>[] = [
  {
    name: 'replacement-signalled',
    check: ({ original }) =>
      original.inputs.some(({ sequence }) => sequence <= MAX_REPLACEABLE)
        ? null
        : 'the transaction said that it would not be replaced',
  },
  {
    name: 'replacement-own-coins',
    check: ({ original, coins }) => {
      const own = new Set(coins.map(outpointKey));
      const mixdepths = new Set(coins.map(({ path }) => path.mixdepth));
      return mixdepths.size === 1 && original.inputs.every((input) => own.has(outpointKey(input)))
        ? null
        : 'not all of its inputs are ours, of one mixdepth';
    },
  },
  {
    name: 'replacement-inputs',
    check: ({ transaction, original }) =>
      transaction.version === original.version &&
      transaction.locktime === original.locktime &&
      transaction.inputs.length === original.inputs.length &&
      transaction.inputs.every((input, index) => {
        const before = original.inputs[index];
        return (
          before !== undefined &&
          outpointKey(before) === outpointKey(input) &&
          before.sequence === input.sequence
        );
      })
        ? null
        : 'it does not spend what the original spends',
  },
  {
    name: 'replacement-recipients',
    check: ({ transaction, original, payer }) =>
      sameOutputs(others(transaction, payer), others(original, payer))
        ? null
        : 'a recipient does not get what the original pays',
  },
  {
    name: 'replacement-payer',
    check: ({ transaction, original, payer, isOwnScript }) => {
      const before = outputsTo(original, payer);
      const after = outputsTo(transaction, payer);
      if (before.length !== 1 || after.length > 1) return 'more than one output pays for it';
      if ((after[0]?.value ?? 0n) >= (before[0]?.value ?? 0n)) return 'our output pays nothing';
      return isOwnScript(payer) ? null : 'the output that pays for it is not ours';
    },
  },
  {
    name: 'replacement-fee',
    check: ({ transaction, original, coins }) => {
      const before = feeOf(original, coins);
      const after = feeOf(transaction, coins);
      const vsize = signedVsize(transaction, coins);
      return after >= before + BigInt(vsize) && after * BigInt(original.weight) > before * BigInt(4 * vsize)
        ? null
        : 'it does not pay enough for taking the place of the original (BIP125)';
    },
  },
  {
    name: 'replacement-fee-rate',
    check: ({ transaction, coins, maxFeeRate }) =>
      Number(feeOf(transaction, coins)) <= (signedVsize(transaction, coins) * maxFeeRate) / 1000
        ? null
        : 'the fee rate is above absurd_fee_per_kb',
  },
];

/** The rules for a child that pays for its parent: it only moves our own money to ourselves. */
export const CHILD_RULES: readonly Rule<Child>[] = [
  {
    name: 'child-input',
    check: ({ transaction: { inputs }, coin }) =>
      inputs.length === 1 && inputs.every((input) => outpointKey(input) === outpointKey(coin))
        ? null
        : 'it does not spend exactly the one coin',
  },
  {
    name: 'child-parent',
    check: ({ coin, parent }) =>
      coin.txid === parent.txid && coin.height === null ? null : 'the coin is not of the waiting parent',
  },
  {
    name: 'child-free-coin',
    check: ({ coin }) => (!coin.frozen && coin.locktime === null ? null : 'the coin is frozen or timelocked'),
  },
  {
    name: 'child-output',
    check: ({ transaction: { outputs }, isOwnScript }) =>
      outputs.length === 1 && outputs.every(({ script }) => isOwnScript(script))
        ? null
        : 'what is left does not come back to us',
  },
  {
    name: 'child-fee',
    check: ({ transaction, coin }) => (feeOf(transaction, [coin]) > 0n ? null : 'it pays nothing'),
  },
  {
    name: 'child-fee-rate',
    check: ({ transaction, coin, parent, maxFeeRate }) => {
      const fee = feeOf(transaction, [coin]) + parent.fee;
      const vsize = signedVsize(transaction, [coin]) + parent.vsize;
      return Number(fee) <= (vsize * maxFeeRate) / 1000 ? null : 'the fee rate is above absurd_fee_per_kb';
    },
  },
];

/** @throws RuleError that names the first rule that fails. */
export function checkReplacementRules(facts: Replacement): void {
  enforce(REPLACEMENT_RULES, facts);
}

/** @throws RuleError that names the first rule that fails. */
export function checkChildRules(facts: Child): void {
  enforce(CHILD_RULES, facts);
}

function feeOf({ outputs }: ParsedTransaction, coins: readonly Coin[]): bigint {
  return sumSats(coins.map(({ value }) => value)) - sumSats(outputs.map(({ value }) => value));
}

function outputsTo({ outputs }: ParsedTransaction, wanted: Uint8Array): TransactionOutput[] {
  return outputs.filter(({ script }) => equalBytes(script, wanted));
}

function others({ outputs }: ParsedTransaction, payer: Uint8Array): TransactionOutput[] {
  return outputs.filter(({ script }) => !equalBytes(script, payer));
}

function sameOutputs(some: readonly TransactionOutput[], wanted: readonly TransactionOutput[]): boolean {
  return (
    some.length === wanted.length &&
    some.every(({ script, value }, index) => {
      const other = wanted[index];
      return other !== undefined && other.value === value && equalBytes(other.script, script);
    })
  );
}
