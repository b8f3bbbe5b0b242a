import { sats, sumSats, type Sats } from '../../shared/bitcoin/amount.ts';
import { outpointKey, type OutpointKey } from '../../shared/bitcoin/outpoint.ts';
import { scriptTypeOf } from '../../shared/bitcoin/script.ts';
import { parseTransaction, type ParsedTransaction } from '../../shared/bitcoin/transaction.ts';
import { bondWitnessScript } from '../../shared/jm/bond/script.ts';
import { coinjoinFee } from '../../shared/jm/coinjoin-fee.ts';
import { bondWitness } from '../bonds/bond-witness.ts';
import type { Coin } from '../coins/coin.ts';
import { witnessFor, type InputWitness } from '../coinjoin/input-witness.ts';
import type { HdWallet } from '../keys/hd-wallet.ts';
import { signatureBlob, signInput, type InputSignature } from '../keys/input-signature.ts';
import { lendPrivateKey } from '../keys/lend-key.ts';
import { checkChildRules, checkReplacementRules, type ChildFacts, type ReplacementFacts } from './bump.ts';
import { checkMakerRules, type MakerFacts } from './maker-pre-sign.ts';
import { checkPaymentRules, type PaymentFacts } from './payment.ts';
import { checkPsbtRules, type PsbtFacts } from './psbt.ts';
import { onRecord } from './on-record.ts';
import { BONDS_STAY_RULES, checkRedemptionRules, type RedemptionFacts } from './redemption.ts';
import { enforce, RuleError } from './refusal.ts';
import type { ActKind, AlsoOnDisk, Authority, SigningAct } from './signing-act.ts';
import { checkTakerRules, type TakerFacts } from './taker-pre-sign.ts';

declare const permitBrand: unique symbol;

/** Leave to sign the given coins in one transaction. Only the rules below can make one. */
export interface SigningPermit {
  readonly [permitBrand]: true;
  readonly raw: Uint8Array;
  readonly transaction: ParsedTransaction;
  readonly coins: readonly Coin[];
  readonly act: SigningAct;
}

/** @throws RuleError when the maker's rules forbid it. */
export function permitMaker(facts: MakerFacts, coins: readonly Coin[]): SigningPermit {
  const transaction = checkMakerRules(facts);
  const { offer, amount } = facts;
  return permit(facts.raw, transaction, coins, 'coinjoin-maker', {
    amount: sats(0n),
    minerFee: offer.txfee,
    coinjoinFee: 0n - coinjoinFee(offer, amount),
    destinations: [],
  });
}

/** @throws RuleError when the taker's rules forbid it. */
export function permitTaker(facts: TakerFacts, coins: readonly Coin[]): SigningPermit {
  checkTakerRules(facts);
  const { join, approved, ownCoins, isOwnScript } = facts;
  const isOurs = isSpendableAgain(isOwnScript)(approved.destinationScript);
  return permit(join.raw, parseTransaction(join.raw), coins, 'coinjoin-taker', {
    amount: isOurs ? sats(0n) : approved.amount,
    minerFee: sumSats(ownCoins.values()) - approved.amount - join.change - join.coinjoinFees,
    coinjoinFee: join.coinjoinFees,
    destinations: isOurs ? [] : [approved.destinationScript],
  });
}

/** @throws RuleError when the rules for payments forbid it. */
export function permitPayment(facts: PaymentFacts): SigningPermit {
  const transaction = parseTransaction(facts.raw);
  checkPaymentRules({ ...facts, transaction });
  return permit(facts.raw, transaction, facts.coins, 'payment', costOf(transaction, facts));
}

/** @throws RuleError when the rules for replacing a transaction forbid it. */
export function permitReplacement(facts: ReplacementFacts): SigningPermit {
  const transaction = parseTransaction(facts.raw);
  checkReplacementRules({ ...facts, transaction });
  return permit(facts.raw, transaction, facts.coins, 'replacement', costOf(transaction, facts));
}

/** @throws RuleError when the rules for a child that pays for its parent forbid it. */
export function permitChild(facts: ChildFacts): SigningPermit {
  const transaction = parseTransaction(facts.raw);
  checkChildRules({ ...facts, transaction });
  const coins = [facts.coin];
  return permit(facts.raw, transaction, coins, 'child', costOf(transaction, { ...facts, coins }));
}

/** The only way to spend a bond. @throws RuleError when the rules for it forbid it. */
export function permitRedemption(facts: RedemptionFacts): SigningPermit {
  const transaction = parseTransaction(facts.raw);
  checkRedemptionRules({ ...facts, transaction });
  return permitOf(facts.raw, transaction, facts.coins, 'payment', costOf(transaction, facts));
}

/** @throws RuleError when the rules for transactions that others made forbid it. */
export function permitPsbt(facts: PsbtFacts): SigningPermit {
  const transaction = parseTransaction(facts.raw);
  checkPsbtRules({ ...facts, transaction });
  const coins = facts.inputs.flatMap(({ coin }) => coin ?? []);
  return permit(facts.raw, transaction, coins, 'psbt', costOf(transaction, { ...facts, coins }));
}

/** Whose keys sign, and who has the last word. */
export interface Signer {
  readonly keys: HdWallet;
  readonly authority: Authority;
}

/** Our signature for one input. */
export interface PlacedSignature {
  /** Position in the transaction. */
  readonly index: number;
  readonly signature: InputSignature;
  readonly witness: InputWitness;
}

/**
 * Asks the spending rules, then signs every permitted coin, and checks each signature against the coin once more.
 * @param also Changes that must be on disk before there is a signature.
 * @returns Signatures in the order of the transaction.
 * @throws RuleError, AuditError, StoreError, and what `also` throws
 */
export async function signPermitted(
  granted: SigningPermit,
  { keys, authority }: Signer,
  also?: AlsoOnDisk,
): Promise<readonly PlacedSignature[]> {
  await authority.authorise(granted.act, also);
  const coins = new Map<OutpointKey, Coin>(granted.coins.map((coin) => [outpointKey(coin), coin]));
  return onRecord(authority, granted.act, () =>
    granted.transaction.inputs.flatMap((input, index) => {
      const coin = coins.get(outpointKey(input));
      if (coin === undefined) return [];
      const { signature, witness } = signCoin(granted.raw, index, coin, keys);
      if (witness === null) throw new RuleError('own-signature', 'our own signature does not fit the coin');
      return [{ index, signature, witness }];
    }),
  );
}

/** The bytes of a maker's `sig` messages, one an input. @throws As `signPermitted`. */
export async function signatureBlobs(
  granted: SigningPermit,
  signer: Signer,
  also?: AlsoOnDisk,
): Promise<Uint8Array[]> {
  const signatures = await signPermitted(granted, signer, also);
  return signatures.map(({ signature }) => signatureBlob(signature));
}

function signCoin(
  raw: Uint8Array,
  index: number,
  coin: Coin,
  keys: HdWallet,
): { readonly signature: InputSignature; readonly witness: InputWitness | null } {
  const sign = (script: { readonly witnessScript?: Uint8Array }): InputSignature =>
    lendPrivateKey(keys, coin.path, (privateKey) =>
      signInput(raw, { index, value: coin.value, ...script }, privateKey),
    );
  if (coin.locktime === null) {
    const signature = sign({});
    return { signature, witness: witnessFor(raw, index, coin, signature) };
  }
  const witnessScript = bondWitnessScript(keys.publicKeyAt(coin.path), coin.locktime);
  const signature = sign({ witnessScript });
  return { signature, witness: bondWitness(raw, index, coin, { ...signature, witnessScript }) };
}

type Cost = Pick<SigningAct, 'amount' | 'minerFee' | 'coinjoinFee' | 'destinations'>;

/** Whatever else a transaction is for, it spends no bond (protocol/crypto.md §5.1). */
function permit(
  raw: Uint8Array,
  transaction: ParsedTransaction,
  coins: readonly Coin[],
  kind: ActKind,
  cost: Cost,
): SigningPermit {
  enforce(BONDS_STAY_RULES, coins);
  return permitOf(raw, transaction, coins, kind, cost);
}

function permitOf(
  raw: Uint8Array,
  transaction: ParsedTransaction,
  coins: readonly Coin[],
  kind: ActKind,
  cost: Cost,
): SigningPermit {
  const act: SigningAct = { kind, subject: transaction.txid, signatures: coins.length, ...cost };
  return { raw, transaction, coins, act } as SigningPermit;
}

/** Our own scripts but for those of bonds: money that is locked for years has left as well. */
function isSpendableAgain(isOwnScript: (script: Uint8Array) => boolean): (script: Uint8Array) => boolean {
  return (script) => isOwnScript(script) && scriptTypeOf(script) !== 'p2wsh';
}

/**
 * What a transaction costs us that spends these coins of ours. Where others bring inputs, what these are worth is their word: all that
 * we lose counts as an amount then, because a lie could pass it off as the miner's.
 */
function costOf(
  { inputs, outputs }: ParsedTransaction,
  {
    coins,
    isOwnScript,
  }: { readonly coins: readonly Coin[]; readonly isOwnScript: (script: Uint8Array) => boolean },
): Cost {
  const own = new Set<OutpointKey>(coins.map(outpointKey));
  const isBack = isSpendableAgain(isOwnScript);
  const back = outputs.filter(({ script }) => isBack(script));
  const away = outputs.filter(({ script }) => !isBack(script));
  const leaves = valueOf(coins) - valueOf(back);
  const known = inputs.every((input) => own.has(outpointKey(input)));
  const amount = known ? valueOf(away) : sats(leaves > 0n ? leaves : 0n);
  return {
    amount,
    minerFee: known ? leaves - amount : 0n,
    coinjoinFee: 0n,
    destinations: away.map(({ script }) => script),
  };
}

function valueOf(some: readonly { readonly value: Sats }[]): Sats {
  return sumSats(some.map(({ value }) => value));
}
