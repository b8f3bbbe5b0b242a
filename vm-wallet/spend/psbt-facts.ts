import { Transaction, type Psbt } from 'bitcoinjs-lib';
import { sats } from '../../shared/bitcoin/amount.ts';
import { outpointKey } from '../../shared/bitcoin/outpoint.ts';
import { parseTransaction } from '../../shared/bitcoin/transaction.ts';
import type { Coin } from '../coins/coin.ts';
import { unspentCoins } from '../coins/wallet-coins.ts';
import type { PsbtFacts, StatedOutput } from '../rules/psbt.ts';
import { isLeased } from '../store/leases.ts';
import type { ReadonlyState } from '../store/wallet-store.ts';
import { unsignedOf } from './read-psbt.ts';

/** What the rules look at in a PSBT: our coins as the wallet knows them, and for the rest what the file says. */
export function psbtFacts(
  psbt: Psbt,
  state: ReadonlyState,
  world: Pick<PsbtFacts, 'isOwnScript' | 'maxFeeRate'> & { readonly now: number },
): PsbtFacts {
  const raw = unsignedOf(psbt);
  const own = new Map<string, Coin>(unspentCoins(state).map((coin) => [outpointKey(coin), coin]));
  return {
    raw,
    inputs: parseTransaction(raw).inputs.map((input, index) => ({
      coin: own.get(outpointKey(input)) ?? null,
      stated: statedOutputs(psbt, index),
      sighash: psbt.data.inputs[index]?.sighashType ?? null,
    })),
    isLeased: (coin) => isLeased(state, coin, world.now),
    isOwnScript: world.isOwnScript,
    maxFeeRate: world.maxFeeRate,
  };
}

/** What the file says that an input spends; first what its txid vouches for. */
export function statedOutputs(psbt: Psbt, index: number): StatedOutput[] {
  const { nonWitnessUtxo, witnessUtxo } = psbt.data.inputs[index] ?? {};
  const vout = psbt.txInputs[index]?.index ?? -1;
  const whole = nonWitnessUtxo === undefined ? undefined : Transaction.fromBuffer(nonWitnessUtxo).outs[vout];
  return [whole, witnessUtxo].flatMap((output) =>
    output === undefined ? [] : { value: sats(output.value), script: output.script },
  );
}
