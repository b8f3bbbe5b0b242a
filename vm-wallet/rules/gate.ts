import { outpointKey, type OutpointKey } from '../../shared/bitcoin/outpoint.ts';
import { parseTransaction, type ParsedTransaction } from '../../shared/bitcoin/transaction.ts';
import type { Coin } from '../coins/coin.ts';
import { witnessFor, type InputWitness } from '../coinjoin/input-witness.ts';
import type { HdWallet } from '../keys/hd-wallet.ts';
import { signatureBlob, signInput, type InputSignature } from '../keys/input-signature.ts';
import { checkChildRules, checkReplacementRules, type ChildFacts, type ReplacementFacts } from './bump.ts';
import { checkMakerRules, type MakerFacts } from './maker-pre-sign.ts';
import { checkPaymentRules, type PaymentFacts } from './payment.ts';
import { checkPsbtRules, type PsbtFacts } from './psbt.ts';
import { RuleError } from './refusal.ts';
import { checkTakerRules, type TakerFacts } from './taker-pre-sign.ts';

declare const permitBrand: unique symbol;

/** Leave to sign the given coins in one transaction. Only the rules below can make one. */
export interface SigningPermit {
  readonly [permitBrand]: true;
  readonly raw: Uint8Array;
  readonly transaction: ParsedTransaction;
  readonly coins: readonly Coin[];
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
  checkPaymentRules({ ...facts, transaction });
  return permit(facts.raw, transaction, facts.coins);
}

/** @throws RuleError when the rules for replacing a transaction forbid it. */
export function permitReplacement(facts: ReplacementFacts): SigningPermit {
  const transaction = parseTransaction(facts.raw);
  checkReplacementRules({ ...facts, transaction });
  return permit(facts.raw, transaction, facts.coins);
}

/** @throws RuleError when the rules for a child that pays for its parent forbid it. */
export function permitChild(facts: ChildFacts): SigningPermit {
  const transaction = parseTransaction(facts.raw);
  checkChildRules({ ...facts, transaction });
  return permit(facts.raw, transaction, [facts.coin]);
}

/** @throws RuleError when the rules for transactions that others made forbid it. */
export function permitPsbt(facts: PsbtFacts): SigningPermit {
  const transaction = parseTransaction(facts.raw);
  checkPsbtRules({ ...facts, transaction });
  return permit(
    facts.raw,
    transaction,
    facts.inputs.flatMap(({ coin }) => coin ?? []),
  );
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

function permit(raw: Uint8Array, transaction: ParsedTransaction, coins: readonly Coin[]): SigningPermit {
  return { raw, transaction, coins } as SigningPermit;
}
