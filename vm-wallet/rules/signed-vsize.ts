import { estimateVsize } from '../../shared/bitcoin/size.ts';
import type { ParsedTransaction } from '../../shared/bitcoin/transaction.ts';
import { sizeType } from '../coinjoin/build.ts';

/** Estimated vbytes of a transaction once it is signed, whatever signatures it has by now. */
export function signedVsize(
  { outputs }: Pick<ParsedTransaction, 'outputs'>,
  spent: readonly { readonly scriptPubKey: Uint8Array }[],
): number {
  return estimateVsize(
    spent.map(({ scriptPubKey }) => inputType(scriptPubKey)),
    outputs.map(({ script }) => sizeType(script)),
  );
}

/** The estimate knows no taproot inputs; they are a little smaller, which is near enough for a ceiling. */
function inputType(script: Uint8Array): string {
  const type = sizeType(script);
  return type === 'p2tr' ? 'p2wpkh' : type;
}
