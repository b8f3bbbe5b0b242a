import { sumSats, type Sats } from '../../shared/bitcoin/amount.ts';
import { outpointKey } from '../../shared/bitcoin/outpoint.ts';
import type { ParsedTransaction } from '../../shared/bitcoin/transaction.ts';
import { equalBytes } from '../../shared/crypto/bytes.ts';
import { locktimeOf, TIME_NUMBERS } from '../../shared/jm/bond/time-number.ts';
import type { Coin } from '../coins/coin.ts';
import { TIMELOCKED } from '../keys/hd-wallet.ts';
import type { DueOutput } from './payment.ts';
import { enforce, type Rule } from './refusal.ts';
import { signedVsize } from './signed-vsize.ts';

/** What the spending of a bond is checked against. */
export interface RedemptionFacts {
  readonly raw: Uint8Array;
  /** Coins of one bond, all of them spent. */
  readonly coins: readonly Coin[];
  /** Where the user wants the money. */
  readonly destination: DueOutput;
  readonly isOwnScript: (script: Uint8Array) => boolean;
  readonly maxMinerFee: Sats;
  /** sat/kvB, from `absurd_fee_per_kb`. */
  readonly maxFeeRate: number;
  /** Median time of the verified chain in Unix seconds: what nodes hold a locktime against (BIP113). */
  readonly medianTime: number;
}

type Facts = RedemptionFacts & { readonly transaction: ParsedTransaction };

const VERSION = 2;
/** From here on a sequence takes the locktime out of force, and then CLTV fails (BIP65). */
const FINAL_SEQUENCE = 0xffff_ffff;
/** Below it a locktime is a height, which a bond's script does not take (BIP65). */
const FIRST_TIME = 500_000_000;

/** The rules for spending a bond, in the order in which they are checked. */
export const REDEMPTION_RULES: readonly Rule<Facts>[] = [
  {
    name: 'redeem-version-and-sequence',
    check: ({ transaction: { version, inputs } }) =>
      version === VERSION && inputs.every(({ sequence }) => sequence < FINAL_SEQUENCE)
        ? null
        : 'its locktime is not in force',
  },
  {
    name: 'redeem-inputs',
    check: ({ transaction: { inputs }, coins }) => {
      const chosen = new Set(coins.map(outpointKey));
      return inputs.length === chosen.size && inputs.every((input) => chosen.has(outpointKey(input)))
        ? null
        : 'the inputs are not exactly the coins of the bond';
    },
  },
  {
    name: 'redeem-bond',
    check: ({ coins: [first, ...more] }) =>
      first !== undefined &&
      isBond(first) &&
      more.every((coin) => isBond(coin) && coin.path.index === first.path.index)
        ? null
        : 'the coins are not those of one bond',
  },
  {
    name: 'redeem-free-coins',
    check: ({ coins }) =>
      coins.every(({ frozen, height }) => !frozen && height !== null)
        ? null
        : 'a coin is frozen or unconfirmed',
  },
  {
    name: 'redeem-locktime',
    check: ({ transaction: { locktime }, coins }) =>
      locktime >= FIRST_TIME && coins.every((coin) => coin.locktime === null || locktime >= coin.locktime)
        ? null
        : 'its locktime is before the end of the lock',
  },
  {
    name: 'redeem-lock-over',
    check: ({ transaction: { locktime }, medianTime }) =>
      locktime < medianTime ? null : 'by the verified chain the lock is not over',
  },
  {
    name: 'redeem-destination',
    check: ({ transaction: { outputs }, destination }) => {
      const [only] = outputs;
      return outputs.length === 1 &&
        only !== undefined &&
        only.value === destination.value &&
        equalBytes(only.script, destination.script)
        ? null
        : 'the destination does not get all of it';
    },
  },
  {
    name: 'redeem-miner-fee',
    check: (facts) => {
      const fee = feeOf(facts);
      return fee >= 0n && fee <= facts.maxMinerFee ? null : `the miner fee is ${fee} sat`;
    },
  },
  {
    name: 'redeem-fee-rate',
    check: (facts) => {
      const most = (signedVsize(facts.transaction, facts.coins) * facts.maxFeeRate) / 1000;
      return Number(feeOf(facts)) <= most ? null : 'the fee rate is above absurd_fee_per_kb';
    },
  },
];

/** What holds for every transaction but a redemption: whatever it is for, it spends no bond, also when its lock is over. */
export const BONDS_STAY_RULES: readonly Rule<readonly Coin[]>[] = [
  {
    name: 'bond-by-redeem-only',
    check: (coins) =>
      coins.some(({ locktime, path }) => locktime !== null || path.branch === TIMELOCKED)
        ? 'a coin of it is a fidelity bond'
        : null,
    cure: 'Only "jm-wallet bond redeem" spends a bond.',
  },
];

/** @throws RuleError that names the first rule that fails. */
export function checkRedemptionRules(facts: Facts): void {
  enforce(REDEMPTION_RULES, facts);
}

/** True for a coin on the address that its own path locks to its own locktime. */
function isBond({ path, locktime }: Coin): boolean {
  return (
    path.mixdepth === 0 &&
    path.branch === TIMELOCKED &&
    path.index < TIME_NUMBERS &&
    locktime === locktimeOf(path.index)
  );
}

function feeOf({ coins, transaction }: Facts): bigint {
  return sumSats(coins.map(({ value }) => value)) - sumSats(transaction.outputs.map(({ value }) => value));
}
