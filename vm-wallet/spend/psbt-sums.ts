import { sumSats, type Sats } from '../../shared/bitcoin/amount.ts';
import type { ParsedTransaction } from '../../shared/bitcoin/transaction.ts';
import { psbtFee, psbtVsize, type PsbtFacts } from '../rules/psbt.ts';

/** What a transaction that others made means for this wallet, in sats. */
export interface PsbtSums {
  /** How many inputs are ours. */
  readonly ownInputs: number;
  readonly allOwn: boolean;
  /** What we lose: our inputs less what comes back; negative when we gain. */
  readonly leaves: bigint;
  /** What goes to scripts that this wallet derived itself. */
  readonly comesBack: Sats;
  readonly minerFee: bigint;
  /** Estimated vbytes. */
  readonly vsize: number;
}

/** Adds up a transaction that others made. */
export function psbtSums(
  facts: PsbtFacts & { readonly transaction: ParsedTransaction },
  isOwnScript: (script: Uint8Array) => boolean,
): PsbtSums {
  const own = facts.inputs.flatMap(({ coin }) => coin ?? []);
  const back = facts.transaction.outputs.filter(({ script }) => isOwnScript(script));
  const comesBack = sumSats(back.map(({ value }) => value));
  return {
    ownInputs: own.length,
    allOwn: own.length === facts.inputs.length,
    leaves: sumSats(own.map(({ value }) => value)) - comesBack,
    comesBack,
    minerFee: psbtFee(facts),
    vsize: psbtVsize(facts),
  };
}
