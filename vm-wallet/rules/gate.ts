import { sumSats, type Sats } from '../../shared/bitcoin/amount.ts';
import { outpointKey, type OutpointKey } from '../../shared/bitcoin/outpoint.ts';
import { parseTransaction, type ParsedTransaction } from '../../shared/bitcoin/transaction.ts';
import { equalBytes } from '../../shared/crypto/bytes.ts';
import type { Coin } from '../coins/coin.ts';
import { witnessFor, type InputWitness } from '../coinjoin/input-witness.ts';
import type { HdWallet } from '../keys/hd-wallet.ts';
import { signatureBlob, signInput, type InputSignature } from '../keys/input-signature.ts';
import { checkMakerRules, type MakerFacts } from './maker-pre-sign.ts';
import { enforce, RuleError, type Rule } from './refusal.ts';
import { checkTakerRules, type TakerFacts } from './taker-pre-sign.ts';

declare const permitBrand: unique symbol;

/** Leave to sign the given coins in one transaction. Only the rules below can make one. */
export interface SigningPermit {
  readonly [permitBrand]: true;
  readonly raw: Uint8Array;
  readonly transaction: ParsedTransaction;
  readonly coins: readonly Coin[];
}

/** What a plain payment is checked against. */
export interface PaymentFacts {
  readonly raw: Uint8Array;
  readonly coins: readonly Coin[];
  readonly destinationScript: Uint8Array;
  readonly amount: Sats;
  /** Null when nothing comes back. */
  readonly change: { readonly script: Uint8Array; readonly value: Sats } | null;
  readonly isOwnScript: (script: Uint8Array) => boolean;
  readonly maxMinerFee: Sats;
}

/** @throws RuleError when the maker's rules forbid it. */
export function permitMaker(facts: MakerFacts, coins: readonly Coin[]): SigningPermit {
  return permit(facts.raw, checkMakerRules(facts), coins);
}

/** @throws RuleError when the taker's rules forbid it. */
export function permitTaker(facts: TakerFacts, coins: readonly Coin[]): SigningPermit {
  checkTakerRules(facts);
  return permit(facts.join.raw, parseTransaction(facts.join.raw), coins);
}

/** @throws RuleError when the rules for payments forbid it. */
export function permitPayment(facts: PaymentFacts): SigningPermit {
  const transaction = parseTransaction(facts.raw);
  enforce(PAYMENT_RULES, { ...facts, transaction });
  return permit(facts.raw, transaction, facts.coins);
}

/**
 * Signs every permitted coin, and checks each signature against the coin once more.
 * @returns Signatures by position in the transaction, in its order.
 */
export function signPermitted(
  granted: SigningPermit,
  keys: HdWallet,
): readonly { readonly index: number; readonly signature: InputSignature; readonly witness: InputWitness }[] {
  const coins = new Map<OutpointKey, Coin>(granted.coins.map((coin) => [outpointKey(coin), coin]));
  return granted.transaction.inputs.flatMap((input, index) => {
    const coin = coins.get(outpointKey(input));
    if (coin === undefined) return [];
    const signature = keys.withPrivateKey(coin.path, (privateKey) =>
      signInput(granted.raw, { index, value: coin.value }, privateKey),
    );
    const witness = witnessFor(granted.raw, index, coin, signature);
    if (witness === null) throw new RuleError('own-signature', 'our own signature does not fit the coin');
    return [{ index, signature, witness }];
  });
}

/** The bytes of a maker's `sig` messages, one an input. */
export function signatureBlobs(granted: SigningPermit, keys: HdWallet): Uint8Array[] {
  return signPermitted(granted, keys).map(({ signature }) => signatureBlob(signature));
}

const PAYMENT_RULES: readonly Rule<PaymentFacts & { readonly transaction: ParsedTransaction }>[] = [
  {
    name: 'payment-inputs',
    check: ({ transaction, coins }) => {
      const chosen = new Set(coins.map(outpointKey));
      const all = transaction.inputs.length === chosen.size;
      return all && transaction.inputs.every((input) => chosen.has(outpointKey(input)))
        ? null
        : 'the inputs are not exactly the chosen coins';
    },
  },
  {
    name: 'payment-one-mixdepth',
    check: ({ coins }) =>
      new Set(coins.map((coin) => coin.path.mixdepth)).size === 1 ? null : 'coins of several mixdepths',
  },
  {
    name: 'payment-destination',
    check: ({ transaction, destinationScript, amount }) =>
      transaction.outputs.filter(
        (output) => output.value === amount && equalBytes(output.script, destinationScript),
      ).length === 1
        ? null
        : 'the destination does not get exactly the amount',
  },
  {
    name: 'payment-change',
    check: ({ transaction, change, isOwnScript }) => {
      if (transaction.outputs.length !== (change === null ? 1 : 2)) return 'there are other outputs';
      if (change === null) return null;
      const paid = transaction.outputs.some(
        (output) => output.value === change.value && equalBytes(output.script, change.script),
      );
      return paid && isOwnScript(change.script) ? null : 'the change does not come back to us';
    },
  },
  {
    name: 'payment-miner-fee',
    check: ({ transaction, coins, maxMinerFee }) => {
      const fee =
        sumSats(coins.map((coin) => coin.value)) - sumSats(transaction.outputs.map((output) => output.value));
      return fee >= 0n && fee <= maxMinerFee ? null : `the miner fee is ${fee} sat`;
    },
  },
];

function permit(raw: Uint8Array, transaction: ParsedTransaction, coins: readonly Coin[]): SigningPermit {
  return { raw, transaction, coins } as SigningPermit;
}
