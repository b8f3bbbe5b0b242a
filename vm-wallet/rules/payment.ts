import { sumSats, type Sats } from '../../shared/bitcoin/amount.ts';
import { outpointKey } from '../../shared/bitcoin/outpoint.ts';
import type { ParsedTransaction } from '../../shared/bitcoin/transaction.ts';
import { equalBytes } from '../../shared/crypto/bytes.ts';
import type { Coin } from '../coins/coin.ts';
import { signedVsize } from './signed-vsize.ts';
import { enforce, type Rule } from './refusal.ts';

/** An output that a transaction must have. */
export interface DueOutput {
  readonly script: Uint8Array;
  readonly value: Sats;
}

/** What a plain payment is checked against. */
export interface PaymentFacts {
  readonly raw: Uint8Array;
  /** Coins to spend, all of them. */
  readonly coins: readonly Coin[];
  /** Whom the user wants to pay. */
  readonly destinations: readonly DueOutput[];
  /** Null when nothing comes back. `foreign` when the user agreed that it goes to somebody else's address. */
  readonly change: (DueOutput & { readonly foreign: boolean }) | null;
  /** True for coins that are promised to a round that may still be signed. */
  readonly isPromised: (coin: Coin) => boolean;
  readonly isOwnScript: (script: Uint8Array) => boolean;
  readonly maxMinerFee: Sats;
  /** sat/kvB, from `absurd_fee_per_kb`. */
  readonly maxFeeRate: number;
  readonly tipHeight: number;
}

type Facts = PaymentFacts & { readonly transaction: ParsedTransaction };

const VERSION = 2;
/** From here on a sequence leaves the locktime in force (BIP65). */
const FINAL_SEQUENCE = 0xffff_ffff;

/** The rules for payments, in the order in which they are checked. */
export const PAYMENT_RULES: readonly Rule<Facts>[] = [
  {
    name: 'payment-version-and-sequence',
    check: ({ transaction: { version, inputs } }) =>
      version === VERSION && inputs.every(({ sequence }) => sequence < FINAL_SEQUENCE)
        ? null
        : 'it does not look like the transactions of the crowd',
  },
  {
    name: 'payment-locktime',
    check: ({ transaction: { locktime }, tipHeight }) =>
      locktime <= tipHeight ? null : `it can't be mined before block ${locktime}`,
  },
  {
    name: 'payment-inputs',
    check: ({ transaction: { inputs }, coins }) => {
      const chosen = new Set(coins.map(outpointKey));
      return inputs.length === chosen.size && inputs.every((input) => chosen.has(outpointKey(input)))
        ? null
        : 'the inputs are not exactly the chosen coins';
    },
  },
  {
    name: 'payment-free-coins',
    check: ({ coins }) =>
      coins.every(({ frozen, locktime }) => !frozen && locktime === null)
        ? null
        : 'a coin is frozen or timelocked',
  },
  {
    name: 'payment-leased',
    check: ({ coins, isPromised }) => (coins.some(isPromised) ? 'a coin is promised to a round' : null),
  },
  {
    name: 'payment-one-mixdepth',
    check: ({ coins }) =>
      new Set(coins.map((coin) => coin.path.mixdepth)).size === 1 ? null : 'coins of several mixdepths',
  },
  {
    name: 'payment-destination',
    check: ({ transaction: { outputs }, destinations }) =>
      destinations.every(({ script, value }) => {
        const paid = outputs.filter((output) => equalBytes(output.script, script));
        return paid.length === 1 && paid[0]?.value === value;
      })
        ? null
        : 'a destination does not get exactly its amount, exactly once',
  },
  {
    name: 'payment-change',
    check: ({ transaction: { outputs }, destinations, change, isOwnScript }) => {
      if (outputs.length !== destinations.length + (change === null ? 0 : 1))
        return 'there are other outputs';
      if (change === null) return null;
      const paid = outputs.filter((output) => equalBytes(output.script, change.script));
      if (paid.length !== 1 || paid[0]?.value !== change.value) return 'the change is not what it should be';
      return change.foreign || isOwnScript(change.script) ? null : 'the change does not come back to us';
    },
  },
  {
    name: 'payment-miner-fee',
    check: (facts) => {
      const fee = feeOf(facts);
      return fee >= 0n && fee <= facts.maxMinerFee ? null : `the miner fee is ${fee} sat`;
    },
  },
  {
    name: 'payment-fee-rate',
    check: (facts) => {
      const most = (signedVsize(facts.transaction, facts.coins) * facts.maxFeeRate) / 1000;
      return Number(feeOf(facts)) <= most ? null : 'the fee rate is above absurd_fee_per_kb';
    },
  },
];

/** @throws RuleError that names the first rule that fails. */
export function checkPaymentRules(facts: Facts): void {
  enforce(PAYMENT_RULES, facts);
}

function feeOf({ coins, transaction }: Facts): bigint {
  return (
    sumSats(coins.map((coin) => coin.value)) - sumSats(transaction.outputs.map((output) => output.value))
  );
}
