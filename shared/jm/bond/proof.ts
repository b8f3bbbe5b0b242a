import { txid, type Outpoint } from '../../bitcoin/outpoint.ts';
import { concat, fromBase64, fromHex, toBase64, toHex, utf8 } from '../../crypto/bytes.ts';
import type { Nick } from '../command.ts';

/** Length of a bond proof in bytes (protocol/crypto.md §5.3). */
export const BOND_PROOF_BYTES = 252;

/** Blocks in one period of a certificate's expiry. */
export const CERTIFICATE_PERIOD = 2016;

const SIGNATURE_FIELD = 72;

/** The fields of a proof. Signatures are DER. */
export interface BondProof {
  readonly nickSignature: Uint8Array;
  readonly certificateSignature: Uint8Array;
  readonly certificateKey: Uint8Array;
  /** Number of 2016-block periods: valid up to that height. */
  readonly expiry: number;
  readonly bondKey: Uint8Array;
  readonly outpoint: Outpoint;
  readonly locktime: number;
}

/** Reads the 252 bytes. Null when the length is wrong or a signature field has no DER start. */
export function parseBondProof(text: string): BondProof | null {
  let bytes: Uint8Array;
  try {
    bytes = fromBase64(text);
  } catch {
    return null;
  }
  if (bytes.length !== BOND_PROOF_BYTES) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const nickSignature = unpad(bytes.subarray(0, SIGNATURE_FIELD));
  const certificateSignature = unpad(bytes.subarray(SIGNATURE_FIELD, 2 * SIGNATURE_FIELD));
  if (nickSignature === null || certificateSignature === null) return null;
  return {
    nickSignature,
    certificateSignature,
    certificateKey: bytes.slice(144, 177),
    expiry: view.getUint16(177, true),
    bondKey: bytes.slice(179, 212),
    outpoint: { txid: txid(toHex(bytes.subarray(212, 244))), vout: view.getUint32(244, true) },
    locktime: view.getUint32(248, true),
  };
}

/** The proof as base64: 336 characters. */
export function formatBondProof(proof: BondProof): string {
  const tail = new Uint8Array(BOND_PROOF_BYTES - 2 * SIGNATURE_FIELD);
  const view = new DataView(tail.buffer);
  tail.set(proof.certificateKey, 0);
  view.setUint16(33, proof.expiry, true);
  tail.set(proof.bondKey, 35);
  tail.set(fromHex(proof.outpoint.txid), 68);
  view.setUint32(100, proof.outpoint.vout, true);
  view.setUint32(104, proof.locktime, true);
  return toBase64(concat(pad(proof.nickSignature), pad(proof.certificateSignature), tail));
}

/** What the certificate key signs for one taker. */
export function nickMessage(taker: Nick, maker: Nick): Uint8Array {
  return utf8(`${taker}|${maker}`);
}

/** The two forms of what the bond key signs: binary first, ASCII for ordinary wallets (protocol/crypto.md §5.2). */
export function certificateMessages(
  certificateKey: Uint8Array,
  expiry: number,
): readonly [binary: Uint8Array, ascii: Uint8Array] {
  const head = 'fidelity-bond-cert|';
  return [
    concat(utf8(head), certificateKey, utf8(`|${expiry}`)),
    utf8(`${head}${toHex(certificateKey)}|${expiry}`),
  ];
}

function pad(signature: Uint8Array): Uint8Array {
  return concat(new Uint8Array(SIGNATURE_FIELD - signature.length).fill(0xff), signature);
}

function unpad(field: Uint8Array): Uint8Array | null {
  const start = field.indexOf(0x30);
  return start === -1 ? null : field.slice(start);
}
