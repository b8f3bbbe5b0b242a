import { isTxid, type Txid } from '../bitcoin/outpoint.ts';
import type { UtxoReference } from './command.ts';

const VOUT = /^(0|[1-9][0-9]{0,9})$/u;
const SCRIPT = /^([0-9a-f]{2}){2,100}$/u;
const HEIGHT = /^(0|[1-9][0-9]{0,8})$/u;

/** Reads `txid:vout`, or `txid:vout:script:height` of neutrino_compat (protocol/messages.md §8). Null when it is neither. */
export function parseUtxo(text: string): UtxoReference | null {
  const [id, vout, script, height, ...rest] = text.split(':');
  if (id === undefined || vout === undefined || rest.length > 0) return null;
  if (!isTxid(id) || !VOUT.test(vout) || Number(vout) > 0xffff_ffff) return null;
  const outpoint: { txid: Txid; vout: number } = { txid: id, vout: Number(vout) };
  if (script === undefined) return outpoint;
  if (height === undefined || !SCRIPT.test(script) || !HEIGHT.test(height)) return null;
  return { ...outpoint, extension: { scriptPubKey: script, height: Number(height) } };
}

/** The reverse of `parseUtxo`. */
export function formatUtxo(utxo: UtxoReference): string {
  const plain = `${utxo.txid}:${utxo.vout}`;
  return utxo.extension === undefined
    ? plain
    : `${plain}:${utxo.extension.scriptPubKey}:${utxo.extension.height}`;
}
