import { JmError } from '../errors.ts';

declare const txidBrand: unique symbol;
declare const blockHashBrand: unique symbol;
declare const outpointKeyBrand: unique symbol;

/** A transaction id: 64 lower-case hex characters in display order, as explorers show it. */
export type Txid = string & { readonly [txidBrand]: true };

/** A block hash: 64 lower-case hex characters in display order. */
export type BlockHash = string & { readonly [blockHashBrand]: true };

/** `txid:vout`, usable as a map key. */
export type OutpointKey = string & { readonly [outpointKeyBrand]: true };

/** One output of a transaction. */
export interface Outpoint {
  readonly txid: Txid;
  readonly vout: number;
}

/** Text that is not a txid, a block hash or an outpoint. */
export class OutpointError extends JmError<'bad-txid' | 'bad-outpoint' | 'bad-block-hash'> {}

const HASH = /^[0-9a-f]{64}$/;
const OUTPOINT = /^([0-9a-f]{64}):(0|[1-9][0-9]{0,9})$/;
const MAX_VOUT = 0xffff_ffff;

/** @throws OutpointError `bad-txid` unless the text is 64 lower-case hex characters. */
export function txid(text: string): Txid {
  if (!isTxid(text)) throw new OutpointError('bad-txid', 'A txid is 64 lower-case hex characters');
  return text;
}

/** True when the text is 64 lower-case hex characters. */
export function isTxid(text: string): text is Txid {
  return HASH.test(text);
}

/** @throws OutpointError `bad-block-hash` unless the text is 64 lower-case hex characters. */
export function blockHash(text: string): BlockHash {
  if (!isBlockHash(text)) {
    throw new OutpointError('bad-block-hash', 'A block hash is 64 lower-case hex characters');
  }
  return text;
}

function isBlockHash(text: string): text is BlockHash {
  return HASH.test(text);
}

/** `txid:vout`. */
export function outpointKey(outpoint: Outpoint): OutpointKey {
  return `${outpoint.txid}:${outpoint.vout}` as OutpointKey;
}

/** Reads strict `txid:vout`. @throws OutpointError `bad-outpoint`. */
export function parseOutpoint(text: string): Outpoint {
  const match = OUTPOINT.exec(text);
  const [, id, index] = match ?? [];
  if (id === undefined || index === undefined || Number(index) > MAX_VOUT) {
    throw new OutpointError('bad-outpoint', 'An outpoint is a txid, a colon and an output number');
  }
  return { txid: txid(id), vout: Number(index) };
}
