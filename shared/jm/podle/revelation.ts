import type { PodleRevelation } from '../command.ts';
import { formatUtxo, parseUtxo } from '../utxo-reference.ts';

const POINT = /^0[23][0-9a-f]{64}$/u;
const SCALAR = /^[0-9a-f]{64}$/u;

/** Reads `utxo|P|P2|s|e` (protocol/messages.md §4.4). Null unless every part has its exact form. */
export function parseRevelation(text: string): PodleRevelation | null {
  const [utxoText, P, P2, s, e, ...rest] = text.split('|');
  if (utxoText === undefined || P === undefined || P2 === undefined || s === undefined || e === undefined) {
    return null;
  }
  const utxo = parseUtxo(utxoText);
  if (utxo === null || rest.length > 0) return null;
  if (!POINT.test(P) || !POINT.test(P2) || !SCALAR.test(s) || !SCALAR.test(e)) return null;
  return { utxo, P, P2, s, e };
}

/** The reverse of `parseRevelation`. */
export function formatRevelation(revelation: PodleRevelation): string {
  const { utxo, P, P2, s, e } = revelation;
  return [formatUtxo(utxo), P, P2, s, e].join('|');
}
