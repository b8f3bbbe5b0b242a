import { sumSats, type Sats } from '../../shared/bitcoin/amount.ts';
import { outpointKey, type OutpointKey } from '../../shared/bitcoin/outpoint.ts';
import { parseTransaction, type ParsedTransaction } from '../../shared/bitcoin/transaction.ts';
import { equalBytes } from '../../shared/crypto/bytes.ts';
import type { Offer } from '../../shared/jm/command.ts';
import { coinjoinFee } from '../../shared/jm/coinjoin-fee.ts';
import { DUST_THRESHOLD } from '../../shared/jm/offer.ts';
import { enforce, type Rule } from './refusal.ts';
import { signedVsize } from './signed-vsize.ts';

/** What the net VM showed of the other inputs. */
export interface ForeignInputs {
  /** Coins whose transactions hash to their txids: their amounts are proven. */
  readonly proven: ReadonlyMap<OutpointKey, { readonly value: Sats; readonly scriptPubKey: Uint8Array }>;
  /** Those that are no unspent coins, as the node says. */
  readonly absent: ReadonlySet<OutpointKey>;
}

/** Nobody has asked about the other inputs. */
export const NOT_LOOKED_UP: ForeignInputs = { proven: new Map(), absent: new Set() };

/** What the wallet knows when a taker asks for signatures. */
export interface MakerFacts {
  /** The transaction as the taker sent it. */
  readonly raw: Uint8Array;
  readonly offer: Offer;
  readonly amount: Sats;
  /** Exactly the coins that we showed; values from blocks that we verified. */
  readonly coins: ReadonlyMap<OutpointKey, Sats>;
  /** Those of them that are not in a verified block, spent, or worth another amount there. */
  readonly unproven: ReadonlySet<OutpointKey>;
  /** Those of them that must not be an input beside another coin of ours. */
  readonly single: ReadonlySet<OutpointKey>;
  readonly foreign: ForeignInputs;
  /** Every other coin of this wallet, frozen and bond coins included. */
  readonly otherCoins: ReadonlySet<string>;
  readonly coinjoinScript: Uint8Array;
  readonly changeScript: Uint8Array;
  /** True when the wallet derives the script for an address that it reserved for this very session. */
  readonly isReserved: (script: Uint8Array) => boolean;
  /** True when the script belongs to this wallet at all. */
  readonly isOwnScript: (script: Uint8Array) => boolean;
  readonly tipHeight: number;
  /** True while the session's lease on each coin is on disk. */
  readonly leaseHeld: boolean;
  /** True while the store's open record of the session names these coins and this amount, and no transaction yet. */
  readonly disclosureRecorded: boolean;
  /** What the record says that the round must earn, in sats; null when it does not say. */
  readonly recordedEarning: bigint | null;
  /** Seconds since `fill`. */
  readonly sessionAge: number;
  readonly limits: MakerLimits;
  /** Signings so far, from disk. */
  readonly signedLastHour: number;
  readonly signedLastDay: number;
}

/** What a maker allows at most, and demands at least. */
export interface MakerLimits {
  readonly maxInputs: number;
  readonly maxOutputs: number;
  readonly maxWeight: number;
  readonly minEqualOutputs: number;
  readonly maxSessionSeconds: number;
  readonly maxPerHour: number;
  readonly maxPerDay: number;
  /** Sats. */
  readonly minEarning: bigint;
  /** sat/kvB. */
  readonly minFeeRate: number;
  /** sat/kvB. */
  readonly maxFeeRate: number;
}

/** Limits that joins of the live network stay within. */
export const DEFAULT_MAKER_LIMITS: MakerLimits = {
  maxInputs: 250,
  maxOutputs: 250,
  maxWeight: 200_000,
  minEqualOutputs: 2,
  maxSessionSeconds: 300,
  maxPerHour: 60,
  maxPerDay: 500,
  minEarning: 0n,
  minFeeRate: 1000,
  maxFeeRate: 350_000,
};

interface Checked extends MakerFacts {
  readonly transaction: ParsedTransaction;
}

const LOCKTIME_THRESHOLD = 500_000_000;
const SEQUENCE_DISABLES_RELATIVE_LOCK = 0x8000_0000;

/** The maker's rules before a signature (design: rules before a signature), numbered and ordered as there. */
export const MAKER_RULES: readonly Rule<Checked>[] = [
  {
    name: 'maker-1-version',
    check: ({ transaction: { version } }) => (version === 1 || version === 2 ? null : `version ${version}`),
  },
  {
    name: 'maker-2-locktime',
    check: ({ transaction, tipHeight, coins }) => {
      if (transaction.locktime >= LOCKTIME_THRESHOLD || transaction.locktime > tipHeight + 1) {
        return `locktime ${transaction.locktime} is beyond the next block`;
      }
      const locked = transaction.inputs.some(
        (input) =>
          coins.has(outpointKey(input)) &&
          transaction.version >= 2 &&
          input.sequence < SEQUENCE_DISABLES_RELATIVE_LOCK,
      );
      return locked ? 'a relative lock on one of our inputs' : null;
    },
  },
  {
    name: 'maker-3-inputs',
    check: ({ transaction, coins, otherCoins }) => {
      const keys = transaction.inputs.map(outpointKey);
      if (keys.some((key) => otherCoins.has(key))) return 'another coin of this wallet is an input';
      return keys.filter((key) => coins.has(key)).length === coins.size
        ? null
        : 'not exactly the coins that we offered';
    },
  },
  {
    name: 'maker-4-size',
    check: ({ transaction, limits }) =>
      transaction.inputs.length <= limits.maxInputs &&
      transaction.outputs.length <= limits.maxOutputs &&
      transaction.weight <= limits.maxWeight &&
      transaction.inputs.every((input) => input.scriptSig.length === 0)
        ? null
        : 'too many inputs or outputs, too heavy, or not unsigned',
  },
  {
    name: 'maker-5-amounts',
    check: ({ coins, unproven }) =>
      coins.size > 0 && unproven.size === 0 ? null : 'the amount of one of our coins is not proven',
  },
  {
    name: 'maker-6-coinjoin-output',
    check: ({ transaction, coinjoinScript, amount }) => {
      const paid = transaction.outputs.filter((output) => equalBytes(output.script, coinjoinScript));
      return paid.length === 1 && paid[0]?.value === amount
        ? null
        : 'our CoinJoin output is not there once with exactly the amount';
    },
  },
  {
    name: 'maker-6-change-output',
    check: ({ transaction, changeScript, ...facts }) => {
      const expected = expectedChange(facts);
      const paid = transaction.outputs.filter((output) => equalBytes(output.script, changeScript));
      const [change] = paid;
      if (paid.length !== 1 || change === undefined) return 'our change output is not there once';
      if (change.value < expected) return `our change is ${expected - change.value} sat too small`;
      return change.value >= DUST_THRESHOLD ? null : 'our change is dust';
    },
  },
  {
    name: 'maker-7-offer-range',
    check: ({ amount, offer }) =>
      amount >= offer.minsize && amount <= offer.maxsize ? null : 'the amount is outside our offer',
  },
  {
    name: 'maker-8-equal-outputs',
    check: ({ transaction, amount, limits }) => {
      const equal = transaction.outputs.filter((output) => output.value === amount).length;
      return equal >= limits.minEqualOutputs ? null : `only ${equal} equal outputs`;
    },
  },
  {
    name: 'maker-9-own-addresses',
    check: ({ transaction, coinjoinScript, changeScript, isReserved, isOwnScript }) => {
      if (
        !isReserved(coinjoinScript) ||
        !isReserved(changeScript) ||
        equalBytes(coinjoinScript, changeScript)
      ) {
        return 'our addresses are not the fresh ones of this session';
      }
      const elsewhere = transaction.outputs.some(
        ({ script }) =>
          isOwnScript(script) && !equalBytes(script, coinjoinScript) && !equalBytes(script, changeScript),
      );
      return elsewhere ? 'another address of ours is an output' : null;
    },
  },
  // Rule 10, SIGHASH_ALL, holds by construction: input-signature.ts can sign nothing else.
  {
    name: 'maker-11-lease',
    check: ({ leaseHeld }) => (leaseHeld ? null : 'the lease on our coins is not held'),
  },
  {
    name: 'maker-11-record',
    check: ({ disclosureRecorded }) =>
      disclosureRecorded ? null : 'what we disclosed to this taker is not on disk, or was signed for already',
  },
  {
    name: 'maker-11-earning',
    check: ({ recordedEarning, ...facts }) =>
      recordedEarning !== null && earningOf(facts) >= recordedEarning
        ? null
        : 'we would earn less than what is on disk for this round',
  },
  {
    name: 'maker-12-session-age',
    check: ({ sessionAge, limits }) =>
      sessionAge >= 0 && sessionAge <= limits.maxSessionSeconds ? null : `the session is ${sessionAge} s old`,
  },
  {
    name: 'maker-12-budget',
    check: ({ signedLastHour, signedLastDay, limits }) =>
      signedLastHour < limits.maxPerHour && signedLastDay < limits.maxPerDay
        ? null
        : 'the hourly or daily number of signatures is used up',
  },
  {
    name: 'maker-13-earning',
    check: ({ limits, ...facts }) => {
      const earning = earningOf(facts);
      return earning >= limits.minEarning ? null : `we would earn ${earning} sat`;
    },
  },
  {
    name: 'maker-14-inputs',
    check: ({ transaction, foreign }) => {
      const absent = transaction.inputs.filter((input) => foreign.absent.has(outpointKey(input))).length;
      return absent === 0 ? null : `${absent} input(s) of others are spent or unknown, so it can't confirm`;
    },
  },
  {
    name: 'maker-14-miner-fee',
    check: (facts) => {
      const rate = provenFeeRate(facts);
      // A node may not have every coin's transaction. What we can lose is bounded by rules 6 and 13, so that stops nobody.
      if (rate === null) return null;
      const { minFeeRate, maxFeeRate } = facts.limits;
      return rate >= minFeeRate && rate <= maxFeeRate ? null : `it pays the miner ${rate} sat/kvB`;
    },
  },
  {
    name: 'maker-15-merge',
    check: ({ coins, single }) =>
      coins.size > 1 && single.size > 0
        ? 'a deposit in mixdepth 0 must not be merged with other coins of ours'
        : null,
  },
];

/** The rate in sat/kvB that the miner gets, rounded down; null while an amount among the inputs is not proven. */
function provenFeeRate({ transaction, coins, coinjoinScript, foreign }: Checked): number | null {
  const spent = transaction.inputs.flatMap((input) => {
    const key = outpointKey(input);
    const own = coins.get(key);
    // Our coins have the type of our addresses.
    return own === undefined ? (foreign.proven.get(key) ?? []) : { value: own, scriptPubKey: coinjoinScript };
  });
  if (spent.length < transaction.inputs.length) return null;
  const paid = spent.reduce((sum, { value }) => sum + value, 0n);
  const fee = transaction.outputs.reduce((rest, { value }) => rest - value, paid);
  return Math.floor((Number(fee) * 1000) / signedVsize(transaction, spent));
}

/** What the transaction brings us in sats, our coins deducted. */
function earningOf({
  transaction,
  coins,
  coinjoinScript,
  changeScript,
}: Pick<Checked, 'transaction' | 'coins' | 'coinjoinScript' | 'changeScript'>): bigint {
  const received = transaction.outputs
    .filter(({ script }) => equalBytes(script, coinjoinScript) || equalBytes(script, changeScript))
    .reduce((sum, output) => sum + output.value, 0n);
  return received - sumSats(coins.values());
}

/** The change that we are due, to the sat (protocol/coinjoin.md §10.5). */
export function expectedChange(facts: Pick<MakerFacts, 'coins' | 'amount' | 'offer'>): bigint {
  const { coins, amount, offer } = facts;
  return sumSats(coins.values()) - amount - offer.txfee + coinjoinFee(offer, amount);
}

/**
 * Checks a taker's transaction.
 * @returns The parsed transaction, which may now be signed.
 * @throws RuleError, TransactionError
 */
export function checkMakerRules(facts: MakerFacts): ParsedTransaction {
  const transaction = parseTransaction(facts.raw);
  enforce(MAKER_RULES, { ...facts, transaction });
  return transaction;
}
