import { sumSats, type Sats } from '../../shared/bitcoin/amount.ts';
import { outpointKey } from '../../shared/bitcoin/outpoint.ts';
import { scriptTypeOf } from '../../shared/bitcoin/script.ts';
import type { ParsedTransaction } from '../../shared/bitcoin/transaction.ts';
import { equalBytes } from '../../shared/crypto/bytes.ts';
import type { Coin } from '../coins/coin.ts';
import { SIGHASH_ALL } from '../../shared/bitcoin/input-signature.ts';
import { enforce, type Rule } from './refusal.ts';
import { signedVsize } from './signed-vsize.ts';

/** What a file says that an input spends. */
export interface StatedOutput {
  readonly value: Sats;
  readonly script: Uint8Array;
}

/** One input of a transaction that somebody else made. */
export interface PsbtInputFacts {
  /** Ours as the verified chain shows it; null for inputs of others. */
  readonly coin: Coin | null;
  /** Every word that the file has on what it spends. Believed for nothing but the fee of others' inputs. */
  readonly stated: readonly StatedOutput[];
  /** Null where the file does not say. */
  readonly sighash: number | null;
}

/** What a transaction that came in as a PSBT is checked against. */
export interface PsbtFacts {
  readonly raw: Uint8Array;
  /** In the order of the transaction. */
  readonly inputs: readonly PsbtInputFacts[];
  /** True for coins that are promised to a round. */
  readonly isLeased: (coin: Coin) => boolean;
  readonly isOwnScript: (script: Uint8Array) => boolean;
  /** sat/kvB, from `absurd_fee_per_kb`. */
  readonly maxFeeRate: number;
}

type Facts = PsbtFacts & { readonly transaction: ParsedTransaction };

/** The rules for transactions of others, in the order in which they are checked. */
export const PSBT_RULES: readonly Rule<Facts>[] = [
  {
    name: 'psbt-inputs',
    check: ({ transaction, inputs }) =>
      transaction.inputs.length === inputs.length &&
      inputs.every(({ coin }, index) => {
        const input = transaction.inputs[index];
        return input !== undefined && (coin === null || outpointKey(coin) === outpointKey(input));
      })
        ? null
        : 'the inputs are not those that were looked at',
  },
  {
    name: 'psbt-own-input',
    check: (facts) => (ownCoins(facts).length > 0 ? null : 'no input is an unspent coin of this wallet'),
  },
  {
    name: 'psbt-one-mixdepth',
    check: (facts) =>
      new Set(ownCoins(facts).map(({ path }) => path.mixdepth)).size <= 1
        ? null
        : 'coins of several mixdepths',
  },
  {
    name: 'psbt-frozen',
    check: (facts) => (ownCoins(facts).some(({ frozen }) => frozen) ? 'a coin is frozen' : null),
  },
  {
    name: 'psbt-leased',
    check: (facts) => (ownCoins(facts).some(facts.isLeased) ? 'a coin is promised to a round' : null),
  },
  {
    name: 'psbt-script',
    check: (facts) =>
      ownCoins(facts).every(
        ({ scriptPubKey, locktime }) =>
          locktime === null && ['p2wpkh', 'p2sh'].includes(scriptTypeOf(scriptPubKey)),
      )
        ? null
        : 'a coin is not on a plain key of this wallet',
  },
  {
    // BIP143 signs the amount: two signatures over two lies would burn a coin as fee. Ours comes from the verified chain only.
    name: 'psbt-own-amounts',
    check: ({ inputs }) =>
      inputs.every(
        ({ coin, stated }) =>
          coin === null ||
          stated.every(({ value, script }) => value === coin.value && equalBytes(script, coin.scriptPubKey)),
      )
        ? null
        : 'the file lies about a coin of ours',
  },
  {
    name: 'psbt-other-amounts',
    check: ({ inputs }) =>
      inputs.every(
        ({ coin, stated: [first, ...more] }) =>
          coin !== null ||
          (first !== undefined &&
            more.every(({ value, script }) => value === first.value && equalBytes(script, first.script))),
      )
        ? null
        : 'it does not say, or says in two ways, what inputs of others are worth',
  },
  {
    name: 'psbt-sighash',
    check: ({ inputs }) =>
      inputs.every(({ coin, sighash }) => coin === null || sighash === null || sighash === SIGHASH_ALL)
        ? null
        : 'it asks for a signature that does not cover the whole transaction',
  },
  {
    name: 'psbt-fee-rate',
    check: (facts) => {
      const fee = psbtFee(facts);
      if (fee < 0n) return 'it pays out more than comes in';
      const most = (psbtVsize(facts) * facts.maxFeeRate) / 1000;
      return Number(fee) <= most ? null : 'the fee rate is above absurd_fee_per_kb';
    },
  },
];

/** @throws RuleError that names the first rule that fails. */
export function checkPsbtRules(facts: Facts): void {
  enforce(PSBT_RULES, facts);
}

/** Miner fee in sats. Only as true as what the file says of others' inputs. */
export function psbtFee({ transaction, inputs }: Pick<Facts, 'transaction' | 'inputs'>): bigint {
  const spent = inputs.flatMap(({ coin, stated: [first] }) => coin?.value ?? first?.value ?? []);
  return sumSats(spent) - sumSats(transaction.outputs.map(({ value }) => value));
}

/** Estimated vbytes once every input is signed. */
export function psbtVsize({ transaction, inputs }: Pick<Facts, 'transaction' | 'inputs'>): number {
  return signedVsize(
    transaction,
    inputs.flatMap(({ coin, stated: [first] }) => {
      const scriptPubKey = coin?.scriptPubKey ?? first?.script;
      return scriptPubKey === undefined ? [] : [{ scriptPubKey }];
    }),
  );
}

function ownCoins({ inputs }: Pick<Facts, 'inputs'>): Coin[] {
  return inputs.flatMap(({ coin }) => coin ?? []);
}
